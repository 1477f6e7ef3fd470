package extract

// cue is what stands before a number or date to say that a second one follows.
type cue uint8

const (
	cueNone    cue = iota
	cueFrom        // "da … a …"
	cueBetween     // "tra … e …"
)

// rangeCue reads the cue before piece i, over one article: "tra le 9", "dal 3", "da 10", "compreso fra 5".
func (p *parser) rangeCue(i int) cue {
	if p.reads(i-1, "i", "gli", "le", "il", "la", "lo", "l'") || p.reads(i-1, "ore", "del", "della", "dei") {
		i--
	}
	switch {
	case p.reads(i-1, "tra", "fra"):
		return cueBetween
	case p.reads(i-1, "da", "dal", "dai", "dalle", "dalla", "dallo", "dagli", "dall'"):
		return cueFrom
	}
	return cueNone
}

// rangeLink returns the index after what links two ends: "e", "e il", "e le" after "tra"; "a", "al", "alle" after
// "da"; a dash after either or none. It returns i if there is no link.
func (p *parser) rangeLink(i int, c cue) int {
	switch {
	case c == cueBetween && p.reads(i, "e", "ed"):
		i++
		if p.is(i, classArticle) && !p.is(i, classNumeral) {
			i++
		}
		return i
	case c == cueFrom && p.reads(i, "a", "ad", "al", "alle", "agli", "alla", "allo", "ai", "all'"):
		return i + 1
	case c == cueFrom && p.reads(i, "fino", "sino") && p.reads(i+1, "a", "al", "alle", "agli", "alla", "ai", "all'"):
		return i + 2
	case p.dash(i):
		return i + 1
	}
	return i
}

// dash reports a dash that has no white space on either side, or on both.
func (p *parser) dash(i int) bool {
	pc := p.at(i)
	return pc.kind == pieceMark && (pc.text == "-" || pc.text == "–" || pc.text == "—") && pc.glued == p.at(i+1).glued
}

// numbers reads a number or a range of numbers at piece i: "tra 10 e 20", "dal 5 al 7", "10-15 mila".
func (p *parser) numbers(i int) (numeric, bool) {
	n, ok := p.number(i)
	if !ok {
		return n, false
	}
	link := p.rangeLink(n.next, p.rangeCue(n.first))
	if link == n.next {
		return n, true
	}
	high, ok := p.number(link)
	dashed := p.dash(n.next)
	if !ok || dashed && !(n.figures && high.figures) || high.article {
		return n, true
	}
	low := n.low
	if !n.scaled && high.scaled && less(low, high.low) && !less(high.low, low.times(high.scale)) {
		low = low.times(high.scale)
	}
	if less(high.low, low) {
		return n, true
	}
	high.first, high.low, high.ranged, high.plain, high.dashed = n.first, low, true, false, dashed
	return high, true
}

// less compares two decimals.
func less(a, b decimal) bool {
	if a.exponent == b.exponent {
		return a.digits < b.digits
	}
	return a.rational().Cmp(b.rational()) < 0
}
