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
	u := isoUnits[span]
	if u.count > 1 {
		n = n.times(integer(u.count))
	}
	if u.timed {
		return "PT" + n.String() + u.unit
	}
	return "P" + n.String() + u.unit
}

// period is a duration: counts of spans from the largest to the smallest.
type period struct {
	counts []decimal
	spans  []byte
}

func (d *period) add(n decimal, span byte) {
	d.counts, d.spans = append(d.counts, n), append(d.spans, span)
}

// String writes the parts in one ISO 8601 duration: "P1Y6M", "PT2H30M".
func (d period) String() string {
	date, clock := "", ""
	for i, span := range d.spans {
		one := singlePeriod(d.counts[i], span)
		if rest, ok := strings.CutPrefix(one, "PT"); ok {
			clock += rest
		} else {
			date += one[1:]
		}
	}
	if clock != "" {
		clock = "T" + clock
	}
	return "P" + date + clock
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
	var d period
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
	if n.scaled && p.reads(j, "di", "d'", "d’") {
		j++
	}
	for p.reads(j, "lunghi", "lunghe", "lungo", "ultimi", "intere", "interi", "intero", "intera", "buona", "buoni", "buone", "lunga") {
		j++
	}
	w, next, ok := p.form(j, classSpan)
	text := p.at(j).text
	if !ok || len(text) <= 2 && (!n.figures || capitalised(text) || text == "g" && w.is&classUnit != 0 && !p.glued(j, "g") || text == "g") || p.at(next).long.is&classUnit != 0 && p.reads(j, "anni", "anno") && p.reads(next, "luce") {
		return 0, j, false
	}
	if w.is&classOrdinal != 0 && n.article && !p.ends(next) || p.at(j).long.is&classUnit != 0 || w.is&classOrdinal != 0 && p.reads(n.next-1, "una") {
		return 0, j, false
	}
	return w.span, next, true
}

// smallerSpans reads what comes after a counted span: "e mezza", "e tre quarti", "e venti minuti", "30" after "2h".
func (p *parser) smallerSpans(d *period, span byte, next int) int {
	for {
		if part, after, ok := p.partAfterAnd(next); ok && !p.isSpanOrUnit(after) && !p.reads(after, "d'", "d’") {
			d.addPart(part, span)
			return after
		}
		if part, after, ok := p.partAfterAnd(next); ok && p.reads(after, "d'", "d’") && p.is(after+1, classSpan) {
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
	if p.reads(j, "d'", "d’", "di") {
		j++
	}
	w, next, ok := p.form(j, classSpan)
	if !ok || w.is&classOrdinal != 0 {
		return e, false
	}
	var d period
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
	case p.reads(i, "tutto", "tutta") && p.reads(j, "il", "la", "l'", "l’"):
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
	case p.reads(i, "e", "ed", "o", "od", "al", "all'", "all’", "a", ",", "/"), p.dash(i):
		j++
	default:
		return i
	}
	if p.reads(j, "e") && p.at(i).text == "," {
		j++
	}
	if p.reads(j, "il", "l'", "l’", "del", "dell'", "al") {
		j++
	}
	return j
}

// timeSet reads a set of times: "ogni lunedì", "ogni due settimane", "tutti i giorni", "due volte al giorno",
// "settimanalmente". The value is that of one of them, with Mod EVERY, or how often: "2X".
func (p *parser) timeSet(i int) (expression, bool) {
	e := expression{first: i, kind: Date, mod: "EVERY"}
	if n, ok := p.number(i); ok && p.reads(n.next, "volta", "volte") {
		return p.timesEach(n)
	}
	if w, next, ok := p.form(i, classFrequency); ok && (next > i+1 && (p.is(i, classEvery) || p.at(i).long.is&classEvery != 0 || p.reads(i, "ogni", "tutti", "tutte")) || next == i+1 && p.frequencyAdjective(i)) {
		e.next, e.norm = next, frequencyValue(w.text[0])
		return p.setClock(e), true
	}
	_, next, ok := p.form(i, classEvery)
	if !ok {
		return e, false
	}
	if w, after, ok := p.form(next, classSpan); ok && len(p.at(next).text) > 2 && w.is&classOrdinal == 0 {
		e.next, e.norm = after, singlePeriod(integer(1), w.span)
		return e, true
	}
	if n, ok := p.number(next); ok && !n.article {
		if w, after, ok := p.form(n.next, classSpan); ok {
			e.next, e.norm = after, singlePeriod(n.low, w.span)
			return e, true
		}
	}
	r, ok := p.moment(next)
	if !ok || r.first != next || r.reference != "" || r.year != 0 || r.clock.set && r.weekday == 0 {
		return e, false
	}
	e.next, e.kind = r.next, r.kind()
	if r.unit != 0 {
		e.norm = "XXXX-XX" + r.weekdayText(true) // "ogni terzo giovedì del mese"
		return e, r.unit == 'M' && r.nth != 0 && r.weekday != 0
	}
	e.norm = r.format()
	if r.month+r.day+r.weekday == 0 && r.code == "" {
		e.norm = "XXXX-XX-XX" + e.norm
	}
	return e, true
}

// frequencyAdjective reports an adverb in "-mente" or an adjective after its noun ("relazione mensile"): "il mensile" is
// a magazine.
func (p *parser) frequencyAdjective(i int) bool {
	return strings.HasSuffix(p.at(i).text, "mente") || p.at(i-1).kind == pieceWord && !p.grammatical(i-1)
}

// setClock takes in the clock time of a set: "tutti i giorni alle 8".
func (p *parser) setClock(e expression) expression {
	if r := p.clockAfter(reading{first: e.first, next: e.next}); r.clock.set && e.norm == "P1D" {
		e.next, e.kind, e.norm = r.next, Time, "XXXX-XX-XX"+r.clock.String()
	}
	return e
}

func frequencyValue(letter byte) string {
	if letter == 'N' {
		return "XXXX-XX-XXTNI"
	}
	return singlePeriod(integer(1), letter)
}

// timesEach reads "due volte al giorno", "tre volte la settimana", "una volta ogni due anni".
func (p *parser) timesEach(n numeric) (expression, bool) {
	e := expression{first: n.first, kind: Date, mod: Mod(n.low.String() + "X")}
	j := n.next + 1
	if w, next, ok := p.form(j, classFrequency); ok && next > j+1 {
		e.next, e.norm = next, frequencyValue(w.text[0])
		return e, true
	}
	if w, next, ok := p.form(j+1, classSpan); ok && p.reads(j, "la", "l'", "l’", "al", "alla", "all'", "all’", "a", "ogni", "per") {
		e.next, e.norm = next, singlePeriod(integer(1), w.span)
		return e, true
	}
	if every, ok := p.timeSet(j); ok && p.is(j, classEvery) {
		every.first, every.mod = n.first, e.mod
		return every, true
	}
	return e, false
}

// age reads how old somebody is: "42enne", "ventiduenne", "42 anni" after a name, a person or "ha". Other years are
// durations: "una pena di 3 anni".
func (p *parser) age(i int) (expression, bool) {
	pc := p.at(i)
	if pc.word.is&classAge != 0 && pc.word.number > 0 {
		return expression{first: i, next: i + 1, kind: Quantity, norm: integer(pc.word.number).String() + " a"}, true
	}
	n, ok := p.numbers(i)
	if !ok || n.article {
		return expression{}, false
	}
	if p.reads(n.next, "enne", "enni") && n.plain && (p.at(n.next).glued || p.glued(n.next, "-")) {
		return expression{first: n.first, next: n.next + 1, kind: Quantity, norm: n.string() + " a"}, true
	}
	w, next, ok := p.form(n.next, classSpan)
	if !ok || w.span != 'Y' && w.span != 'M' || len(p.at(n.next).text) < 4 || p.reads(next, "fa", "luce", "prima", "dopo", "consecutivi", "addietro", "or") || !p.aged(n, next) {
		return expression{}, false
	}
	unit := " a"
	if w.span == 'M' {
		unit = " mo"
	}
	if p.reads(next, "di", "d'", "d’") && p.reads(next+1, "età") {
		next += 2
	} else if p.reads(next, "d'", "d’", "di") && p.reads(next+1, "eta", "vita") {
		next += 2
	}
	if part, after, ok := p.partAfterAnd(next); ok {
		n.low, next = n.low.plus(part), after
		n.high = n.low
	}
	return p.modified(expression{first: n.first, next: next, kind: Quantity, norm: n.string() + unit}, n), true
}

// aged reports whether the years before piece next are an age.
func (p *parser) aged(n numeric, next int) bool {
	i := n.first
	for p.is(i-1, classApproximate) {
		i--
	}
	months := p.reads(n.next, "mesi", "mese")
	switch {
	case p.reads(next, "di", "d'", "d’") && p.reads(next+1, "età", "eta"):
		return true
	case p.reads(i-1, "di", "dei") && p.reads(i-2, "età", "all'età"):
		return true
	case p.reads(i-1, "di"):
		return p.is(i-2, classPerson) || !months && capitalised(p.at(i-2).text) && p.at(i-2).kind == pieceWord && i > 2 && p.at(i-2).word == noWord
	case p.reads(next, "di", "d'", "d’", "da", "dal", "dalla", "dall'", "per", "dalle", "dei"):
		return false
	case p.reads(i-1, "ha", "aveva", "hanno", "avevano", "ho", "hai", "abbia", "avrebbe", "compie", "compiuto", "compiuti", "compirà", "compiva", "avere", "avendo", "abbiamo", "avrà"):
		return true
	case p.reads(i-1, "soli", "appena") && p.reads(i-2, "a") && !months:
		return true
	case p.at(i-1).text == "," && !months:
		return p.at(next).text == "," && i > 2
	case p.at(i-1).text == "(" && !months:
		return p.at(next).text == ")"
	case p.reads(i-1, "a") && !months:
		years, _ := n.low.int()
		return years >= 14 && p.reads(i-2, "morto", "morta", "scomparso", "scomparsa", "spento", "spenta", "deceduto", "deceduta", "già", "solo", "soli", "sposato", "sposata", "padre", "madre")
	}
	return false
}
