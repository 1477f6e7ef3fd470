package extract

import "strings"

// date reads a date without its time of day.
func (p *parser) date(i int) (reading, bool) {
	if w, next, ok := p.form(i, classHoliday); ok {
		if r, ok := p.holiday(i, w.date, next); ok {
			return r, true
		}
	}
	if p.at(i).kind == pieceDigits {
		return p.figureDate(i)
	}
	for _, rule := range [...]func(*parser, int) (reading, bool){
		(*parser).nthOf, (*parser).relative, (*parser).dayMonth, (*parser).weekday, (*parser).month,
		(*parser).season, (*parser).century, (*parser).decade, (*parser).yearWord,
	} {
		if r, ok := rule(p, i); ok {
			return r, true
		}
	}
	return reading{}, false
}

// figureDate reads a date that begins with digits: "3/7/2024", "2024-07-03", "3 luglio", "2023".
func (p *parser) figureDate(i int) (reading, bool) {
	if m, next, ok := p.numericDate(i); ok {
		return reading{moment: m, first: i, next: next}, true
	}
	for _, rule := range [...]func(*parser, int) (reading, bool){
		(*parser).dayMonth, (*parser).relative, (*parser).nthOf, (*parser).century, (*parser).year, (*parser).dayAlone,
	} {
		if r, ok := rule(p, i); ok {
			return r, true
		}
	}
	return reading{}, false
}

// holiday reads the date of data/holidays.txt with a year after it. "natale" in small letters may be the adjective.
func (p *parser) holiday(i int, date string, next int) (reading, bool) {
	if p.at(i).text == "natale" && next == i+1 && !p.is(i-1, classPreposition|classArticle|classBefore) {
		return reading{}, false
	}
	m := moment{}
	switch parts := strings.Split(date, "-"); {
	case strings.HasPrefix(date, "easter"):
		m.movable, m.easter = true, signedNumber(date[len("easter"):])
	case len(parts) == 3:
		m.month, m.weekday, m.nth = signedNumber(parts[0]), signedNumber(parts[1]), signedNumber(parts[2])
	default:
		m.month, m.day = signedNumber(parts[0]), signedNumber(parts[1])
	}
	return p.withYear(reading{moment: m, first: i, next: next}), true
}

func signedNumber(s string) int {
	d, _ := parseDecimal(strings.TrimLeft(s, "+-"))
	if s[0] == '-' {
		return -int(d.digits)
	}
	return int(d.digits)
}

// numericDate reads dates in figures: day/month/year with any of "/ - .", ISO year-month-day with a time, and
// day/month after an article. "3/4" without one is a fraction, "3-2" a score, "15.02" a number.
func (p *parser) numericDate(i int) (m moment, next int, ok bool) {
	mark := p.at(i + 1).text
	if mark != "/" && mark != "-" && mark != "." || !p.at(i+1).glued || !p.at(i+2).glued || p.at(i+2).kind != pieceDigits {
		return m, i, false
	}
	a, b := p.at(i).text, p.at(i+2).text
	if !p.glued(i+3, mark) || p.at(i+4).kind != pieceDigits || !p.at(i+4).glued {
		return p.dayAndMonth(i, a, b, mark)
	}
	c := p.at(i + 4).text
	switch {
	case len(a) == 4 && len(b) <= 2 && len(c) <= 2:
		m = moment{year: signedNumber(a), month: signedNumber(b), day: signedNumber(c)}
	case len(a) <= 2 && len(b) <= 2 && (len(c) == 4 || len(c) == 2):
		m = moment{day: signedNumber(a), month: signedNumber(b), year: fullYear(c)}
		if m.month > 12 && m.day <= 12 {
			m.day, m.month = m.month, m.day
		}
	default:
		return m, i, false
	}
	next = i + 5
	if p.glued(next, mark) && p.at(next+1).glued || m.day == 0 || m.month == 0 || m.year == 0 || !m.valid() {
		return m, i, false
	}
	if p.glued(next, "T") && p.at(next+1).glued {
		if c, ok := p.clockFigures(next + 1); ok {
			m.clock, next = c.clock, c.next
		}
	}
	return m, next, true
}

// dayAndMonth reads "15/2" and, after "il" and the like, "3/7" and "15-2"; "07/2024" is a month.
func (p *parser) dayAndMonth(i int, a, b, mark string) (m moment, next int, ok bool) {
	next = i + 3
	if p.partOfLonger(i, next, mark) || p.is(next, classPercent|classUnit|classCurrency) {
		return m, i, false
	}
	if mark == "/" && len(a) <= 2 && len(b) == 4 {
		m = moment{month: signedNumber(a), year: signedNumber(b)}
		return m, next, m.month > 0 && m.valid() && m.year > 1000
	}
	if mark == "-" && len(a) == 4 && len(b) == 2 && b <= "12" && !p.is(i-1, classArticle) && b <= a[2:] {
		m = moment{year: signedNumber(a), month: signedNumber(b)}
		return m, next, m.month > 0 && m.year > 1000
	}
	if len(a) > 2 || len(b) > 2 {
		return m, i, false
	}
	m = moment{day: signedNumber(a), month: signedNumber(b)}
	if m.day == 0 || m.month == 0 || !m.valid() {
		return m, i, false
	}
	if mark == "/" && m.day >= m.month && m.day > 9 {
		return m, next, true // "15/2" is no fraction
	}
	return m, next, p.datedBefore(i) && (mark != "." || p.dottedDay(i, next, b))
}

// partOfLonger reports two figures that go on: into a word ("3/7b"), or from figures before the same mark ("1-3-7").
func (p *parser) partOfLonger(i, next int, mark string) bool {
	intoWord := p.at(next).glued && p.at(next).kind != pieceMark
	return intoWord || p.at(i-1).glued && p.at(i).glued && p.at(i-1).text == mark
}

// datedBefore reports a word after which two figures are a day and month: "il 3/7", "in data 3/7", "lunedì 3/7".
func (p *parser) datedBefore(i int) bool {
	return p.is(i-1, classWeekday) ||
		p.reads(i-1, "il", "del", "dal", "al", "nel", "l'", "dell'", "all'", "dall'", "giorno", "data")
}

// dottedDay tells the date "il 3.07" from the decimal "il 3.7 per cento": its month has two figures, and nothing that it could
// count follows.
func (p *parser) dottedDay(i, next int, month string) bool {
	return len(month) == 2 && month < "13" && p.reads(i-1, "il", "giorno") && p.ends(next)
}

// fullYear reads a year of four digits, or of two: up to 49 of this century, from 50 of the last.
func fullYear(s string) int {
	year := signedNumber(s)
	if len(s) == 2 && year < 50 {
		return 2000 + year
	}
	if len(s) == 2 {
		return 1900 + year
	}
	return year
}

// dayNumber reads the day of a month: "3", "1°", "primo", "ventuno".
func (p *parser) dayNumber(i int) (day, next int, ok bool) {
	pc := p.at(i)
	switch {
	case pc.kind == pieceDigits && len(pc.text) <= 2:
		day, next = signedNumber(pc.text), i+1
		if mark := p.at(next); day == 1 && mark.glued && (mark.text == "°" || mark.text == "º" || mark.text == "^" || mark.text == "o") {
			next++
		}
	case pc.word.is&classNumeral != 0 && pc.word.number <= 31 && !p.reads(i, "un", "uno", "una"):
		day, next = int(pc.word.number), i+1
	case p.reads(i, "primo"):
		day, next = 1, i+1
	}
	return day, next, day > 0 && day <= 31
}

// dayMonth reads "3 luglio 2024", "primo maggio", "l'8 marzo", "3 di luglio".
func (p *parser) dayMonth(i int) (reading, bool) {
	day, next, ok := p.dayNumber(i)
	if !ok {
		return reading{}, false
	}
	if p.reads(next, "di", "d'", "-", "/") {
		next++
	}
	w, after, ok := p.monthName(next)
	m := moment{day: day, month: w.calendar}
	if !ok || !m.valid() {
		return reading{}, false
	}
	return p.withYear(reading{moment: m, first: i, next: after}), true
}

// dayAlone reads the day of an unsaid month: "il 15". What it could count must not follow.
func (p *parser) dayAlone(i int) (reading, bool) {
	day, next, ok := p.dayNumber(i)
	if !ok || !p.reads(i-1, "il") || !p.closesDay(next) {
		return reading{}, false
	}
	return reading{moment: moment{day: day}, first: i, next: next}, true
}

// closesDay reports what ends a day without a month: the end of the text, "il 15 scorso", "il 15 alle 9", "il 15." but
// not the mark in "il 15,3".
func (p *parser) closesDay(i int) bool {
	after := p.at(i)
	if after.kind == pieceNone {
		return true
	}
	if !after.glued {
		return p.reads(i, "e", "alle", "scorso", "prossimo")
	}
	decimals := p.at(i+1).glued && p.at(i+1).kind == pieceDigits
	return !decimals && p.reads(i, ".", ",", ";", ":", "!", "?", ")")
}

// monthName reads a month; its abbreviations ("mar.", "set") only where figures are beside them.
func (p *parser) monthName(i int) (*word, int, bool) {
	w, next, ok := p.form(i, classMonth)
	if ok && len(p.at(i).text) <= 4 && p.at(next).text == "." && p.at(next).glued && p.at(next+1).kind == pieceDigits {
		next++
	}
	if ok && len(p.at(i).text) < 5 && !p.besideFigures(i, next) {
		return noWord, i, false
	}
	return w, next, ok
}

// besideFigures reports figures next to a month, or one piece before it: "3 mar.", "3-mar", "set 2024".
func (p *parser) besideFigures(i, next int) bool {
	return p.at(i-1).kind == pieceDigits || p.at(i-2).kind == pieceDigits || p.at(next).kind == pieceDigits
}

// withYear reads the year after a day, month, season or holiday: "2024", "del 2024", "'24", "dell'anno scorso".
func (p *parser) withYear(r reading) reading {
	j := r.next
	fourDigits := p.at(j+1).kind == pieceDigits && len(p.at(j+1).text) == 4
	if p.reads(j, "del", "dell'", "di", "nel", "/", "-") || p.at(j).text == "," && fourDigits { // "3 luglio, 2024"
		j++
	}
	if year, next, ok := p.yearFigures(j); ok && (j == r.next || p.unmistakableYear(next)) {
		r.year, r.next = year, next
		return p.era(r)
	}
	if p.reads(j, "anno") && j > r.next || p.reads(j, "quest'", "questo", "prossimo", "scorso") {
		if y, ok := p.nearSpan(j); ok && y.unit == 'Y' {
			r.unit, r.shift, r.next = 'Y', y.shift, y.next
		}
	}
	return r
}

// unmistakableYear reports four digits, or two after an apostrophe, before piece next: the year in "3 luglio del 2024" and
// "3 luglio del '24"; in "3 luglio di 24" there is none.
func (p *parser) unmistakableYear(next int) bool {
	return len(p.at(next-1).text) == 4 || p.at(next-2).text == "'" || p.at(next-2).text == "’"
}

// yearFigures reads a year next to a date, where it can be nothing else: "2024", "'24", "24" after a month in figures.
func (p *parser) yearFigures(i int) (year, next int, ok bool) {
	pc := p.at(i)
	if (pc.text == "'" || pc.text == "’") && p.at(i+1).kind == pieceDigits && len(p.at(i+1).text) == 2 {
		return fullYear(p.at(i + 1).text), i + 2, true
	}
	clock := p.glued(i+1, ":") && p.at(i+2).kind == pieceDigits // "il 3 luglio 21:30"
	if pc.kind != pieceDigits || clock || p.separated(i+1) || p.is(i+1, classCurrency|classPercent|classMultiplier) {
		return 0, i, false
	}
	year = signedNumber(pc.text)
	switch len(pc.text) {
	case 4:
		return year, i + 1, year >= 1000 && year <= 2199
	case 2:
		return fullYear(pc.text), i + 1, (pc.glued || p.is(i-1, classMonth) && p.at(i-2).kind == pieceDigits) && !p.is(i+1, classMonth)
	case 3:
		_, bc := p.christ(i + 1)
		return year, i + 1, bc != 0
	}
	return 0, i, false
}

// month reads a month alone, with a year or with what tells it from a name: "luglio 2024", "a marzo", "lo scorso maggio".
func (p *parser) month(i int) (reading, bool) {
	if !p.is(i, classMonth) {
		return reading{}, false
	}
	w, next, ok := p.monthName(i)
	if !ok {
		return reading{}, false
	}
	r := p.withYear(reading{moment: moment{month: w.calendar}, first: i, next: next})
	if capitalised(p.at(i).text) && r.next == next && p.unknownName(i-1) {
		return r, false // a surname: "Ernesto Maggio"
	}
	return r, true
}

// weekday reads "lunedì", "mercoledì 15 febbraio", "lunedì 15", "domenica scorsa", "sab 3/7".
func (p *parser) weekday(i int) (reading, bool) {
	w, next, ok := p.form(i, classWeekday)
	if !ok {
		return reading{}, false
	}
	r := reading{moment: moment{weekday: w.calendar}, first: i, next: next}
	j := next
	if p.glued(j, "ì") || p.at(j).text == "," {
		j++
	}
	if p.reads(j, "il", "l'", "primo") && p.at(j).word.number != 1 {
		j++
	}
	if d, ok := p.dayMonth(j); ok {
		d.weekday, d.first = r.weekday, i
		return d, true
	}
	if m, after, ok := p.numericDate(j); ok {
		m.weekday = r.weekday
		return reading{moment: m, first: i, next: after}, true
	}
	day, after, ok := p.dayNumber(j)
	if plain := p.at(j).kind == pieceDigits && after == j+1; ok && plain && j == next && p.closesWeekday(after) {
		r.day, r.next = day, after
	}
	if len(p.at(i).text) <= 5 && r.day == 0 && next == i+1 && p.at(i).text[len(p.at(i).text)-1] == '.' {
		return r, false
	}
	return r, true
}

// closesWeekday reports whether figures that end before piece i can be the day in "lunedì 15" and "lunedì 15 mattina". In
// "lunedì 15:30", "lunedì 15 mila euro" and "lunedì 15 persone" they are none.
func (p *parser) closesWeekday(i int) bool {
	if p.separated(i) || p.glued(i, ":") || p.is(i, classMultiplier|classSpan|classUnit|classCurrency|classPercent) {
		return false
	}
	return p.ends(i) || p.is(i, classPart)
}
