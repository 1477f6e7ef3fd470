package extract

// dayList reads several days of one month: "3 e il 4 luglio", "3, 4 e 5 luglio", "dal 3 al 5 luglio", "3-5 luglio".
// The value is the stretch from the first to the last.
func (p *parser) dayList(i int) (expression, bool) {
	first, next, ok := p.dayNumber(i)
	if !ok {
		return expression{}, false
	}
	last := first
	for range 31 {
		after := p.listLink(next)
		if after == next {
			break
		}
		day, end, ok := p.dayNumber(after)
		if !ok || day <= last {
			break
		}
		last, next = day, end
	}
	if last == first || p.at(next-1).kind == pieceNone {
		return expression{}, false
	}
	r, ok := p.dayMonth(p.dayStart(next))
	if !ok {
		r, ok = p.nthOf(p.dayStart(next)) // "dal 4 al 22 di questo mese"
	}
	if !ok || r.day == 0 {
		return expression{}, false
	}
	r = p.scorso(r)
	low, high := r.moment, r.moment
	low.day, high.day = first, last
	if !low.valid() || !high.valid() {
		return expression{}, false
	}
	return p.stretch(low, high, i, r.next), true
}

// dayStart is the piece where the day that ends before piece next begins.
func (p *parser) dayStart(next int) int {
	if p.at(next-1).kind == pieceMark {
		return next - 2
	}
	return next - 1
}

// listLink returns the index after what links two days: ",", "e", "e il", "o", "al", a dash, a slash; or i.
func (p *parser) listLink(i int) int {
	j := i
	switch {
	case p.reads(i, "e", "ed", "o", "od", "al", "all'", "a", ",", "/"), p.dash(i):
		j++
	default:
		return i
	}
	if p.reads(j, "e") && p.at(i).text == "," {
		j++
	}
	if p.reads(j, "il", "l'", "del", "dell'", "al") {
		j++
	}
	return j
}
