package extract

import "strings"

// reading is a moment and the pieces [first, next) that say it.
type reading struct {
	moment
	first, next int
}

// temporal reads what TIMEX3 annotates: sets, dates and times, and durations. Ages look like durations and come first.
func (p *parser) temporal(i int) (expression, bool) {
	for _, rule := range [...]func(*parser, int) (expression, bool){
		(*parser).timeSet, (*parser).age, (*parser).dayList, (*parser).point, (*parser).duration,
	} {
		if e, ok := rule(p, i); ok {
			return e, true
		}
	}
	return expression{}, false
}

// point reads a date or time, or a stretch between two: "dal 3 luglio al 5 agosto", "tra le 9 e le 11", "1914-1918".
func (p *parser) point(i int) (expression, bool) {
	low, ok := p.moment(i)
	if !ok {
		return expression{}, false
	}
	if high, ok := p.secondEnd(low); ok {
		return p.stretch(low.moment, high.moment, low.first, high.next), true
	}
	e := expression{first: low.first, next: low.next, kind: low.kind(), norm: low.value(p.now, p.tellsPast()), mod: low.mod}
	if e.mod == "" {
		e.mod = p.sideOf(low.first)
	}
	if e.mod == "" && low.clock.set {
		e.mod = p.modBefore(low.first)
	}
	return e, true
}

func (m moment) kind() Kind {
	if m.clock.set || m.part != "" || m.unit == 'h' || m.unit == 'm' || m.unit == 's' {
		return Time
	}
	return Date
}

// secondEnd reads the other end of a stretch, of the same sort as the first.
func (p *parser) secondEnd(low reading) (reading, bool) {
	c := p.rangeCue(low.first)
	link := p.rangeLink(low.next, c)
	if c == cueNone && p.glued(low.next, "/") && p.at(low.next+1).glued {
		link = low.next + 1 // "stagione 2006/2007"
	}
	if link == low.next || low.reference != "" || c == cueNone && low.year == 0 && !low.clock.set {
		return reading{}, false
	}
	if c == cueFrom && low.clock.set && p.reads(link, "ore") {
		link++
	}
	high, ok := p.moment(link)
	if !ok {
		high, ok = p.bareYear(link, low)
	}
	if !ok && low.clock.set {
		var hour hourReading
		hour, ok = p.hourAlone(link)
		high = hour.reading
	}
	if !ok || high.first > link+1 || high.kind() != low.kind() {
		return reading{}, false
	}
	return high, true
}

// bareYear reads the second year of "1914-1918", "2023-24", "dal 2019 al 2021".
func (p *parser) bareYear(i int, low reading) (reading, bool) {
	text := p.at(i).text
	if low.year == 0 || low.month != 0 || low.digits != 0 || p.at(i).kind != pieceDigits || len(text) != 2 && len(text) != 4 {
		return reading{}, false
	}
	n, _ := parseDecimal(text)
	year := int(n.digits)
	if len(text) == 2 {
		year += low.year / 100 * 100
	}
	return reading{moment: moment{year: year}, first: i, next: i + 1}, year > low.year
}

// stretch makes an interval; what one end leaves unsaid is as in the other: "dal 3 luglio al 5 agosto 2024".
func (p *parser) stretch(low, high moment, first, next int) expression {
	switch {
	case low.unit != 0 || high.unit != 0 || low.code != "" && high.month != 0:
	case low.year == 0 && low.weekday == 0 && !low.clock.set:
		low.year, low.digits, low.bc = high.year, high.digits, high.bc
	}
	if high.clock.set && high.month == 0 && high.unit == 0 && low.day != 0 {
		high.year, high.month, high.day = low.year, low.month, low.day
	}
	if low.clock.set && high.clock.set && high.clock.hour > 12 && low.clock.hour < 12 && low.part == "" && high.part == "PM" {
		low.clock.hour += 12
	}
	past := p.tellsPast()
	e := expression{first: first, next: next, kind: low.kind()}
	if !p.now.IsZero() && low.onlyWeekday() && high.onlyWeekday() { // "da lunedì a venerdì": the first one after
		low = low.completed(p.now, past)
		high.setDate(nearWeekday(low.time(), high.weekday, 1, false))
		high.weekday = 0
	}
	e.norm = low.value(p.now, past) + "/" + high.value(p.now, past)
	return e
}

// moment reads one date or time with all that belongs to it: an edge before ("fine"), a part of the day or a clock
// time after, or a clock time before its date.
func (p *parser) moment(i int) (reading, bool) {
	if r, ok := p.edge(i); ok {
		return r, true
	}
	if r, ok := p.clockTime(i); ok {
		return p.clockTail(r), true
	}
	if r, ok := p.partOfDay(i); ok {
		return r, true
	}
	r, ok := p.date(i)
	if !ok {
		return r, false
	}
	return p.dateTail(r), true
}

// edge reads "fine marzo", "inizio del 2020", "la seconda metà del Ventesimo Secolo", "i primi di luglio".
func (p *parser) edge(i int) (reading, bool) {
	w, next, ok := p.form(i, classEdge)
	mod := Mod(w.text)
	if p.is(i, classOrdinal) && p.reads(i+1, "metà", "meta", "parte", "decade", "quindicina") {
		ok, next = true, i+2
		mod = map[int64]Mod{1: "START", 2: "END"}[p.at(i).word.number]
	} else if ok && p.is(i, classOrdinal) && (p.reads(i, "primi", "ultimi", "prime", "ultime")) {
		if p.reads(next, "giorni", "mesi", "settimane", "anni") {
			next++
		}
	}
	if !ok || p.reads(i, "mezza") {
		return reading{}, false
	}
	if p.at(i).long.is&classReference != 0 && !p.reads(next, "di", "del", "dell'", "d'") {
		return reading{}, false
	}
	from := next
	if p.reads(from, "di", "del", "dell'", "dello", "della", "degli", "dei", "delle", "d'") {
		from++
	}
	if p.reads(from, "scorso", "prossimo", "questo", "quest'") && from == next {
		from = next
	}
	r, ok := p.date(from)
	if !ok {
		r, ok = p.spanNow(from)
	}
	if !ok || r.first != from && !p.is(from, classArticle) && p.at(from).text != "'" && p.at(from).text != "’" || r.day != 0 || r.reference != "" {
		return reading{}, false
	}
	r.first, r.mod = i, mod
	return p.scorso(r), true
}

// spanNow reads a span of time without more, after an edge: "fine mese", "metà settimana" are of the present one.
func (p *parser) spanNow(i int) (reading, bool) {
	w, next, ok := p.form(i, classSpan)
	if !ok || strings.IndexByte("DWXMYQHBK", w.span) < 0 || !p.singular(i) {
		return reading{}, false
	}
	return reading{moment: moment{unit: w.span}, first: i, next: next}, true
}

// dateTail reads what follows a date: "scorso", a part of the day, a clock time, "avanti Cristo".
func (p *parser) dateTail(r reading) reading {
	r = p.scorso(r)
	if r.reference != "" || r.clock.set {
		return r
	}
	daily := r.day != 0 || r.weekday != 0 && r.nth == 0 || r.unit == 'D' || r.movable
	if w, next, ok := p.form(r.next, classPart); ok && daily && r.part == "" {
		r.part, r.next = w.text, next
	}
	if !daily && r.part == "" {
		return r
	}
	return p.clockAfter(r)
}

// clockAfter joins the clock time after a date: "domani alle 8", "3 luglio, ore 18.30".
func (p *parser) clockAfter(r reading) reading {
	j := r.next
	if p.at(j).text == "," {
		j++
	}
	if p.reads(j, "a") && p.is(j+1, classHour) {
		j++
	}
	cued := p.is(j, classHour) || p.is(j, classClock) && p.at(j).word.calendar == 1 || p.at(j).long.is&classClock != 0
	if p.reads(j, "verso", "intorno", "entro", "dopo", "prima") {
		cued = true
		j++
	}
	if !cued && p.at(j).kind != pieceDigits || p.reads(j, "dalle", "delle") {
		return r
	}
	if _, next, ok := p.form(j, classClock); ok && p.at(j).kind != pieceDigits {
		j = next
	}
	if c, ok := p.clockTime(j); ok {
		if r.part != "" {
			c.clock.hour = hourIn(r.part, c.clock.hour)
		}
		r.clock, r.next, r.part = c.clock, c.next, ""
	}
	return r
}

// sideOf is the modifier before a date: "entro il 3 luglio", "prima di domani", "dopo Natale".
func (p *parser) sideOf(i int) Mod {
	for start := i - 1; start >= i-4 && start >= 0; start-- {
		if w, next, ok := p.form(start, classBefore); ok && (next == i || next == i-1 && p.is(i-1, classArticle)) {
			return Mod(w.text)
		}
	}
	return ""
}

// tellsPast reports whether the sentence tells of the past: an auxiliary of the compound tenses and no future.
func (p *parser) tellsPast() bool {
	if p.past == unasked {
		p.past = otherTense
		if p.readPast() {
			p.past = pastTense
		}
	}
	return p.past == pastTense
}

func (p *parser) readPast() bool {
	past := false
	for i := range p.pieces {
		text := p.pieces[i].text
		if len(text) > 3 && (strings.HasSuffix(text, "rà") || strings.HasSuffix(text, "ranno")) {
			return false
		}
		past = past || p.reads(i, "ha", "hanno", "aveva", "avevano", "era", "erano", "è", "sono", "fu", "furono", "scorso")
	}
	return past
}
