package extract

import "strings"

// Spans of time have a letter each: s m h seconds, minutes, hours; D W M Y days to years; X weekend; Q H B K quarters,
// halves, two months, four months; Z t F V two, three, five, twenty years; E decades, C centuries, L millennia.

// isoUnits are the spans as ISO 8601 writes durations: how many of which unit, and whether it stands after the "T".
var isoUnits = map[byte]struct {
	count int64
	unit  string
	timed bool
}{
	's': {1, "S", true}, 'm': {1, "M", true}, 'h': {1, "H", true},
	'D': {1, "D", false}, 'W': {1, "W", false}, 'X': {2, "D", false}, 'M': {1, "M", false}, 'Y': {1, "Y", false},
	'B': {2, "M", false}, 'Q': {3, "M", false}, 'K': {4, "M", false}, 'H': {6, "M", false},
	'Z': {2, "Y", false}, 't': {3, "Y", false}, 'F': {5, "Y", false}, 'E': {10, "Y", false}, 'V': {20, "Y", false},
	'C': {100, "Y", false}, 'L': {1000, "Y", false},
}

// singlePeriod is the ISO 8601 duration of so many spans: "P3D", "PT2.5H". Quarters and halves are given in months.
func singlePeriod(n decimal, span byte) string {
	var room [longestValue]byte
	return string(appendPeriod(room[:0], n, span))
}

// appendPeriod appends what singlePeriod returns.
func appendPeriod(dst []byte, n decimal, span byte) []byte {
	dst = append(dst, 'P')
	if isoUnits[span].timed {
		dst = append(dst, 'T')
	}
	return appendCount(dst, n, span)
}

// appendCount appends a number of spans without the letters before it: "3D".
func appendCount(dst []byte, n decimal, span byte) []byte {
	u := isoUnits[span]
	if u.count > 1 {
		n = n.times(integer(u.count))
	}
	return append(n.appendTo(dst), u.unit...)
}

// period is a duration: counts of spans from the largest to the smallest.
type period struct {
	counts []decimal
	spans  []byte
}

// newPeriod has room for the parts that are ever said together.
func newPeriod() period { return period{make([]decimal, 0, 4), make([]byte, 0, 4)} }

func (d *period) add(n decimal, span byte) {
	d.counts, d.spans = append(d.counts, n), append(d.spans, span)
}

// String writes the parts in one ISO 8601 duration: "P1Y6M", "PT2H30M".
func (d period) String() string {
	var dateRoom, clockRoom [longestValue]byte
	date, clock := append(dateRoom[:0], 'P'), append(clockRoom[:0], 'T')
	for i, span := range d.spans {
		if isoUnits[span].timed {
			clock = appendCount(clock, d.counts[i], span)
		} else {
			date = appendCount(date, d.counts[i], span)
		}
	}
	if len(clock) > 1 {
		date = append(date, clock...)
	}
	return string(date)
}

// halves are what half a span is in smaller ones: "due anni e mezzo" is P2Y6M.
var halves = map[byte]struct {
	span byte
	full int64
}{'Y': {'M', 12}, 'D': {'h', 24}, 'h': {'m', 60}, 'm': {'s', 60}}

// addPart adds half a span or a quarter of one.
func (d *period) addPart(part decimal, span byte) {
	smaller, ok := halves[span]
	if !ok {
		last := len(d.counts) - 1
		if last >= 0 {
			d.counts[last] = d.counts[last].plus(part)
		} else {
			d.add(part, span)
		}
		return
	}
	d.add(part.times(integer(smaller.full)), smaller.span)
}

// duration reads "due ore e mezza", "tre mesi", "un quarto d'ora", "2h30", "qualche giorno", "un anno e tre mesi".
func (p *parser) duration(i int) (expression, bool) {
	if e, ok := p.partOfSpan(i); ok {
		return e, true
	}
	if e, ok := p.wholeSpan(i); ok {
		return e, true
	}
	if e, ok := p.vagueDuration(i); ok {
		return e, true
	}
	n, ok := p.numbers(i)
	if !ok {
		return expression{}, false
	}
	span, next, ok := p.countedSpan(n)
	if !ok {
		return expression{}, false
	}
	e := expression{first: n.first, kind: Duration}
	if n.ranged {
		e.next, e.norm = next, singlePeriod(n.low, span)+"/"+singlePeriod(n.high, span)
		return p.modified(e, n), true
	}
	d := newPeriod()
	d.add(n.low, span)
	e.next = p.smallerSpans(&d, span, next)
	e.norm = d.String()
	return p.fromNow(p.modified(e, n), d), true
}

// fromNow makes a time of a duration in hours, minutes and seconds that counts from now: "tra un'ora e mezza", "un quarto
// d'ora fa". Spans of the calendar are those of ago.
func (p *parser) fromNow(e expression, d period) expression {
	past := p.reads(e.next, "fa")
	if !past && !(p.reads(e.first-1, "tra", "fra") && !p.reads(e.next, "e", "ed", "di")) {
		return e
	}
	total := decimal{}
	for i, span := range d.spans {
		minutes := map[byte]decimal{'h': integer(60), 'm': integer(1)}[span]
		if minutes.digits == 0 {
			return e
		}
		total = total.plus(d.counts[i].times(minutes))
	}
	shift, whole := total.int()
	if !whole {
		return e
	}
	if past {
		shift, e.next = -shift, e.next+1
	}
	m := moment{unit: 'm', shift: shift}
	e.kind, e.norm = Time, m.value(p.now, past)
	return e
}

// countedSpan reads the span after a number. "1 secondo posto" is an ordinal, "5 m" metres, "3 s" needs figures.
func (p *parser) countedSpan(n numeric) (span byte, next int, ok bool) {
	j := n.next
	if n.scaled && p.reads(j, "di", "d'") {
		j++
	}
	for p.reads(j, "lunghi", "lunghe", "lungo", "ultimi", "intere", "interi", "intero", "intera", "buona", "buoni", "buone", "lunga") {
		j++
	}
	w, next, ok := p.form(j, classSpan)
	if !ok || !spanSymbol(n, p.at(j).text) || p.lightYears(j, next) || p.at(j).long.is&classUnit != 0 {
		return 0, j, false
	}
	if w.is&classOrdinal != 0 && (n.article && !p.ends(next) || p.reads(n.next-1, "una")) {
		return 0, j, false // "un secondo posto", "una seconda"
	}
	return w.span, next, true
}

// spanSymbol reports whether a form of a span can go with a number: a word always, a symbol with figures and in small letters.
// "3 s" are seconds, "3 S" and "tre s" aren't, and "3 g" are grams.
func spanSymbol(n numeric, form string) bool {
	return len(form) > 2 || n.figures && !capitalised(form) && form != "g"
}

// lightYears reports a length that begins like a span of years: "4 anni luce".
func (p *parser) lightYears(i, next int) bool {
	return p.at(next).long.is&classUnit != 0 && p.reads(i, "anni", "anno") && p.reads(next, "luce")
}

// smallerSpans reads what comes after a counted span: "e mezza", "e tre quarti", "e venti minuti", "30" after "2h".
func (p *parser) smallerSpans(d *period, span byte, next int) int {
	for {
		if part, after, ok := p.partAfterAnd(next); ok && !p.isSpanOrUnit(after) && !p.reads(after, "d'") {
			d.addPart(part, span)
			return after
		}
		if part, after, ok := p.partAfterAnd(next); ok && p.reads(after, "d'") && p.is(after+1, classSpan) {
			d.addPart(part, span)
			return after + 2
		}
		j := next
		if p.at(j).text == "," {
			j++
		}
		if p.reads(j, "e", "ed") {
			j++
		}
		n, ok := p.number(j)
		if !ok {
			return next
		}
		smaller, after, ok := p.countedSpan(n)
		if !ok && p.at(j).glued && span == 'h' && p.at(j-1).text == "h" && n.plain {
			smaller, after, ok = 'm', n.next, true
		}
		if !ok || !shorter(smaller, span) || p.reads(after, "fa") {
			return next
		}
		d.add(n.low, smaller)
		span, next = smaller, after
	}
}

// shorter reports whether one span is shorter than another.
func shorter(a, b byte) bool {
	const order = "smhDXWMBQKHYZtFEVCL"
	return strings.IndexByte(order, a) < strings.IndexByte(order, b)
}

// partOfSpan reads half or quarters of a span: "mezz'ora", "mezza giornata", "un quarto d'ora", "tre quarti d'ora".
func (p *parser) partOfSpan(i int) (expression, bool) {
	e := expression{first: i, kind: Duration}
	part, j := decimal{5, -1}, i+1
	switch {
	case p.is(i, classHalf):
	case p.reads(i, "un") && p.is(i+1, classHalf) || p.reads(i, "una") && p.is(i+1, classHalf):
		j = i + 2
	case p.reads(i, "un") && p.reads(i+1, "quarto"):
		part, j = decimal{25, -2}, i+2
	case p.reads(i, "tre", "3") && p.reads(i+1, "quarti"):
		part, j = decimal{75, -2}, i+2
	default:
		return e, false
	}
	if p.reads(j, "d'", "di") {
		j++
	}
	w, next, ok := p.form(j, classSpan)
	if !ok || w.is&classOrdinal != 0 {
		return e, false
	}
	d := newPeriod()
	d.addPart(part, w.span)
	e.next, e.norm = next, d.String()
	e.mod = p.modBefore(i)
	return p.fromNow(e, d), true
}

// wholeSpan reads "tutto il giorno", "tutta la settimana", "l'intera giornata".
func (p *parser) wholeSpan(i int) (expression, bool) {
	j := i + 1
	switch {
	case !p.is(i, classWhole):
		return expression{}, false
	case p.reads(i, "tutto", "tutta") && p.reads(j, "il", "la", "l'"):
		j++
	case !p.reads(i, "intero", "intera"):
		return expression{}, false
	}
	w, next, ok := p.form(j, classSpan)
	if !ok || !p.singular(j) || w.is&classOrdinal != 0 {
		return expression{}, false
	}
	return expression{first: i, next: next, kind: Duration, norm: singlePeriod(integer(1), w.span)}, true
}

// vagueDuration reads a span that is counted without a number, whose count is X: "qualche giorno", "alcuni mesi", "da
// anni", "per ore".
func (p *parser) vagueDuration(i int) (expression, bool) {
	j := i
	if p.is(i, classVague) {
		j++
	} else if !p.is(i, classSpan) || !p.reads(i-1, "da", "per") || !p.reads(i, "anni", "mesi", "settimane", "giorni", "ore", "decenni", "secoli") {
		return expression{}, false
	}
	w, next, ok := p.form(j, classSpan)
	if !ok || len(p.at(j).text) < 3 || j == i && p.at(next).kind == pieceDigits {
		return expression{}, false
	}
	u := isoUnits[w.span]
	norm := "PX" + u.unit
	switch {
	case u.timed:
		norm = "PTX" + u.unit
	case w.span == 'E':
		norm = "PXE"
	case w.span == 'C':
		norm = "PXC"
	}
	e := expression{first: i, next: next, kind: Duration, norm: norm}
	if p.reads(next, "fa", "addietro") {
		e.next, e.kind, e.norm = next+1, Date, "PAST_REF"
	}
	return e, true
}
