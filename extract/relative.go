package extract

// relative reads what counts from now: "ieri", "tre giorni fa", "tra due settimane", "il mese prossimo",
// "quest'anno", "adesso".
func (p *parser) relative(i int) (reading, bool) {
	r := reading{first: i}
	if w, next, ok := p.form(i, classToday); ok {
		r.unit, r.shift, r.part, r.next = 'D', int(w.text[0]-'0'), w.text[2:], next
		return r, true
	}
	if w, next, ok := p.form(i, classDay); ok && !(p.is(i, classArticle) && next == i+1) {
		r.unit, r.shift, r.next = 'D', w.calendar, next
		return r, true
	}
	if w, next, ok := p.form(i, classReference); ok {
		r.reference, r.next = w.text, next
		return r, !p.is(i-1, classNumeral) && p.at(i-1).kind != pieceDigits
	}
	for _, rule := range [...]func(*parser, int) (reading, bool){
		(*parser).present, (*parser).ago, (*parser).nearSpan, (*parser).nearNamed,
	} {
		if r, ok := rule(p, i); ok {
			return r, true
		}
	}
	return reading{}, false
}

// present reads "adesso" and "ora", which is the hour when something determines or counts it.
func (p *parser) present(i int) (reading, bool) {
	_, next, ok := p.form(i, classNow)
	if !ok {
		return reading{}, false
	}
	if p.reads(next-1, "momento") && p.reads(next, "di", "del", "della", "dell'", "dello", "in") {
		return reading{}, false // "al momento della votazione"
	}
	if next == i+1 && p.reads(i, "ora") && p.isHour(i) {
		return reading{}, false
	}
	return reading{moment: moment{reference: "PRESENT_REF"}, first: i, next: next}, true
}

// isHour tells the noun "ora" from the adverb by what stands around it: "un'ora", "la prossima ora", "ora 18", "che
// ora è", "ora di pranzo", "ora legale".
func (p *parser) isHour(i int) bool {
	const determiner = classArticle | classPreposition | classNumeral | classOrdinal |
		classVague | classHalf | classNext | classPast
	if p.is(i-1, determiner) || p.at(i-1).kind == pieceDigits || p.at(i+1).kind == pieceDigits {
		return true
	}
	if p.reads(i-1, "che") && p.reads(i+1, "è", "sarà") {
		return true
	}
	return p.reads(i+1, "di", "della", "del", "x", "locale", "legale", "solare")
}

// ago reads a counted span on one side of now: "tre giorni fa", "due ore or sono", "tra due settimane", "fra un mese".
func (p *parser) ago(i int) (reading, bool) {
	n, ok := p.number(i)
	if !ok {
		return reading{}, false
	}
	span := n.next
	if n.scaled && p.reads(span, "di", "d'") {
		span++
	}
	w, next, ok := p.form(span, classSpan)
	count, whole := n.low.int()
	if !ok || !whole || count < 0 {
		return reading{}, false
	}
	r := reading{moment: moment{unit: w.span, shift: count}, first: n.first, next: next}
	r.wholeYears()
	switch {
	case p.reads(next, "fa", "addietro"), p.reads(next, "or") && p.reads(next+1, "sono"):
		r.shift = -r.shift
		r.next++
		if p.reads(next, "or") {
			r.next++
		}
		return r, true
	case p.rangeCue(i) == cueBetween && p.reads(i-1, "tra", "fra") && !p.reads(next, "e", "ed", "di"):
		return r, true
	}
	return r, false
}

// wholeYears turns spans of several years into years, since no calendar unit is so long.
func (r *reading) wholeYears() {
	if years, ok := map[byte]int{'F': 5, 'V': 20, 'Z': 2, 't': 3}[r.unit]; ok {
		r.unit, r.shift = 'Y', r.shift*years
	}
}

// nearSpan reads a span beside now: "la settimana prossima", "lo scorso mese", "quest'anno", "l'anno in corso".
func (p *parser) nearSpan(i int) (reading, bool) {
	shift, j, before := p.direction(i)
	w, next, ok := p.form(j, classSpan)
	if !ok || w.span == 's' || w.span == 'm' {
		return reading{}, false
	}
	r := reading{moment: moment{unit: w.span, shift: shift}, first: i, next: next}
	r.wholeYears()
	if !before {
		var after bool
		if r.shift, r.next, after = p.direction(next); !after {
			return r, false
		}
		return r, p.singular(j)
	}
	if p.reads(i, "passata", "passato") || p.reads(i, "ultimo", "ultima") && !p.reads(i-1, "nell'", "dell'", "l'", "dall'") {
		return r, false
	}
	return r, p.singular(j)
}

// singular reports the singular of a span: "mese". The plural ("mesi scorsi") is not one of the calendar's.
func (p *parser) singular(i int) bool {
	text := p.at(i).text
	switch text[len(text)-1] {
	case 'o', 'a': // "anno", "settimana"
		return true
	case 'e': // not "settimane"
		return p.reads(i, "mese", "bimestre", "trimestre", "semestre", "quadrimestre", "fine")
	}
	return p.reads(i, "weekend", "week-end", "week")
}

// direction reads "scorso" (-1), "prossimo" (+1), "questo" (0) and the like at piece i.
func (p *parser) direction(i int) (shift, next int, ok bool) {
	for _, side := range [...]struct {
		role  class
		shift int
	}{{classPast, -1}, {classNext, 1}, {classThis, 0}} {
		if _, next, ok := p.form(i, side.role); ok {
			return side.shift, next, true
		}
	}
	return 0, i, false
}

// nearNamed reads "lo scorso lunedì", "questo sabato", "prossima estate", "lo scorso maggio", "questo fine settimana".
func (p *parser) nearNamed(i int) (reading, bool) {
	shift, j, ok := p.direction(i)
	if !ok || p.reads(i, "stesso", "stessa", "attuale") {
		return reading{}, false
	}
	r := reading{first: i}
	switch {
	case p.is(j, classWeekday):
		r, ok = p.weekday(j)
	case p.is(j, classMonth) && len(p.at(j).text) > 4:
		r, ok = p.dateOfMonth(j)
	case p.is(j, classSeason):
		r, ok = p.season(j)
	case p.is(j, classPart) && shift <= 0 && p.reads(j, "notte", "mattina", "sera"):
		w := p.at(j).word
		r, ok = reading{moment: moment{unit: 'D', shift: shift, part: w.text}, next: j + 1}, true
	case p.at(j).kind == pieceDigits || p.is(j, classNumeral):
		r, ok = p.dayMonth(j)
	case p.is(j, classHoliday):
		w, next, _ := p.form(j, classHoliday)
		r, ok = p.holiday(j, w.date, next)
	default:
		return r, false
	}
	if !ok {
		return r, false
	}
	r.first = i
	if r.unit == 0 && r.year == 0 {
		r.seek = shift
	}
	return r, true
}

func (p *parser) dateOfMonth(i int) (reading, bool) {
	w, next, ok := p.form(i, classMonth)
	return p.withYear(reading{moment: moment{month: w.calendar}, first: i, next: next}), ok
}

// scorso reads "scorso", "prossimo" after a named date: "lunedì scorso", "maggio prossimo", "il 3 luglio scorso"; and
// the week of a weekday: "lunedì della settimana prossima".
func (p *parser) scorso(r reading) reading {
	if r.unit != 0 || r.year != 0 || r.reference != "" || r.digits != 0 || r.seek != 0 {
		return r
	}
	if p.reads(r.next, "della", "del", "di", "dell'") && (r.weekday != 0 || r.day != 0 || r.month != 0) {
		if s, ok := p.relative(r.next + 1); ok && s.contains(r) {
			r.unit, r.shift, r.next = s.unit, s.shift, s.next
			return r
		}
	}
	if r.month == 0 && r.weekday == 0 && r.code == "" && !r.movable {
		return r
	}
	if shift, next, ok := p.direction(r.next); ok && shift != 0 && !p.reads(r.next, "ultimo", "ultima", "ultimi", "ultime") {
		r.seek, r.next = shift, next
	} else if p.reads(r.next, "ultimo") && p.reads(r.next+1, "scorso") {
		r.seek, r.next = -1, r.next+2
	}
	return r
}

// contains reports a span beside now that a named date can lie in: "lunedì della settimana prossima", "maggio dell'anno
// scorso", "il 3 del mese prossimo"; not "maggio della settimana prossima".
func (r *reading) contains(date reading) bool {
	if r.day != 0 {
		return false
	}
	switch r.unit {
	case 'Y':
		return true
	case 'M':
		return date.day != 0
	case 'W':
		return date.weekday != 0
	}
	return false
}

// nthOf reads "terza domenica di ottobre", "l'ultimo lunedì di maggio 2024", "secondo semestre 2023", "III trimestre",
// "15 del mese prossimo".
func (p *parser) nthOf(i int) (reading, bool) {
	if r, ok := p.fractionOfYear(i); ok {
		return r, true
	}
	nth, next := 0, i+1
	switch pc := p.at(i); {
	case pc.kind == pieceDigits && p.reads(i+1, "°", "º", "ª") && p.at(i+1).glued:
		nth, next = signedNumber(pc.text), i+2
	case pc.word.is&classOrdinal != 0:
		nth = int(pc.word.number)
	case pc.kind == pieceDigits && p.reads(i+1, "del", "di"):
		if s, ok := p.relative(i + 2); ok && s.unit == 'M' {
			s.day, s.first = signedNumber(pc.text), i
			return s, s.valid()
		}
	}
	if nth < -1 || nth == 0 || nth > 5 {
		return reading{}, false
	}
	w, after, ok := p.form(next, classWeekday|classSpan)
	if !ok || !p.reads(after, "di", "del", "d'", "dell'") {
		return reading{}, false
	}
	if p.nested > 2 {
		return reading{}, false
	}
	p.nested++
	r, ok := p.date(after + 1)
	p.nested--
	if p.reads(after+1, "mese") && !ok {
		r, ok = p.spanNow(after + 1)
	}
	if !ok || r.month == 0 && r.unit != 'M' && w.is&classWeekday != 0 || r.day != 0 {
		return r, false
	}
	r.first = i
	return p.nthInside(r, nth, w)
}

// nthInside places the nth weekday, day or week within a month or year.
func (p *parser) nthInside(r reading, nth int, w *word) (reading, bool) {
	switch {
	case w.is&classWeekday != 0:
		r.weekday, r.nth = w.calendar, nth
	case r.unit == 'M' && w.span != 'W':
		return r, false
	case w.span == 'D' && nth == 1:
		r.day = 1
		r.month = max(r.month, 1)
	case w.span == 'D' && nth == -1 && r.month == 0 && r.year != 0:
		r.month, r.day = 12, 31
	case w.span == 'D' && nth == -1 && r.month != 0:
		r.day, r.nth = [...]int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[r.month], -1
	case (w.span == 'W' || w.span == 'X' || w.span == 'M') && (nth == 1 || nth == -1):
		r.mod = map[int]Mod{1: "START", -1: "END"}[nth]
	case w.span == 'W':
	default:
		return r, false
	}
	return r, true
}

// fractionOfYear reads "primo semestre 2024", "III trimestre", "2° trimestre del 2023", "ultimo trimestre".
func (p *parser) fractionOfYear(i int) (reading, bool) {
	n, next := 0, i+1
	switch pc := p.at(i); {
	case pc.kind == pieceDigits && p.at(i+1).glued && p.reads(i+1, "°", "º", "o"):
		n, next = signedNumber(pc.text), i+2
	case pc.word.is&classOrdinal != 0:
		n = int(pc.word.number)
	case romanOrdinal(pc.text):
		r, _ := roman(pc.text)
		n = int(r)
	}
	w := p.at(next).word
	parts := map[byte]int{'Q': 4, 'H': 2, 'B': 6, 'K': 3}[w.span]
	if w.is&classSpan == 0 || parts == 0 || n == 0 || n > parts || n < -1 {
		return reading{}, false
	}
	if n == -1 {
		n = parts
	}
	r := p.withYear(reading{moment: moment{code: string(w.span) + string(rune('0'+n))}, first: i, next: next + 1})
	return r, p.at(i).word.number > 0 || p.at(i).kind == pieceDigits || romanOrdinal(p.at(i).text) || r.year != 0
}

// season reads "estate 2019", "l'inverno scorso", "primavera".
func (p *parser) season(i int) (reading, bool) {
	w, next, ok := p.form(i, classSeason)
	if !ok || p.reads(i, "primavera") && p.reads(i+1, "araba") {
		return reading{}, false
	}
	return p.withYear(reading{moment: moment{code: w.text}, first: i, next: next}), true
}
