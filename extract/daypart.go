package extract

import "strings"

// partOfDay reads a part of the day alone or of a date: "in mattinata", "nel pomeriggio", "la sera del 3 luglio". A
// noun without preposition or article ("buona sera") is no time.
func (p *parser) partOfDay(i int) (reading, bool) {
	w, next, ok := p.form(i, classPart)
	if !ok || p.reads(i-1, "buona", "buon", "mezza") || p.is(i, classArticle) && next == i+1 {
		return reading{}, false
	}
	start := i
	for start < next-1 && p.is(start, classArticle|classPreposition) {
		start++
	}
	r := reading{moment: moment{part: w.text}, first: start, next: next}
	j := next
	if p.reads(j, "di", "del", "dell'", "della", "tra", "fra") {
		j++
	}
	if d, ok := p.nightBetween(next); ok && w.text == "NI" {
		d.part, d.first = w.text, start
		return d, true
	}
	if d, ok := p.date(j); ok && (d.day != 0 || d.unit == 'D' || d.weekday != 0 || d.movable) && d.part == "" && d.first == j {
		d = p.scorso(d)
		d.part, d.first = w.text, start
		return d, true
	}
	if shift, after, ok := p.direction(next); ok && next == i+1 && !p.besideOtherDay(next) {
		r.unit, r.shift, r.next = 'D', shift, after
		return r, true
	}
	return r, next > i+1 || p.is(i-1, classArticle|classPreposition) || !capitalised(p.at(i).text) && p.at(i-1).kind == pieceNone
}

// besideOtherDay reports an adjective that places a part of the day beside a day told of, not beside today: "la mattina
// seguente", "la sera stessa".
func (p *parser) besideOtherDay(i int) bool {
	return p.reads(i, "seguente", "successiva", "precedente", "successivo", "ultima", "stessa")
}

// nightBetween reads the two days that a night lies between, "tra il 3 e il 4 luglio", "tra sabato e domenica", and
// returns the first, on which the night begins.
func (p *parser) nightBetween(i int) (reading, bool) {
	j := i + 1
	if p.reads(j, "il", "l'") {
		j++
	}
	if !p.reads(i, "tra", "fra") {
		return reading{}, false
	}
	first, ok := p.date(j)
	if day, next, isDay := p.dayNumber(j); isDay && !ok {
		first, ok = reading{moment: moment{day: day}, next: next}, true
	}
	link := p.rangeLink(first.next, cueBetween)
	second, also := p.date(link)
	if !ok || !also || link == first.next {
		return reading{}, false
	}
	if first.month == 0 && first.weekday == 0 && first.unit == 0 {
		first.month = second.month
		if first.day > second.day {
			first.month = (second.month+10)%12 + 1
		}
	}
	if first.year == 0 {
		first.year = second.year
	}
	first.next = second.next
	return first, first.day != 0 || first.weekday != 0 || first.unit == 'D'
}

// half12 reads what says which half of the day is meant: "del pomeriggio", "di sera", "PM".
func (p *parser) half12(r *hourReading) {
	j := r.next
	if w, next, ok := p.form(j, classPart); ok && (next > j+1 || p.reads(j, "pomeridiane", "antimeridiane")) {
		r.clock.hour, r.next, r.evident = hourIn(w.text, r.clock.hour), next, true
		return
	}
	if w, next, ok := p.form(j+1, classToday); ok && p.reads(j, "di") {
		r.clock.hour, r.next, r.evident = hourIn(w.text[2:], r.clock.hour), next, true
		r.unit, r.shift = 'D', int(w.text[0]-'0')
		return
	}
	letters, next := "", j
	for ; next < j+4 && len(letters) < 4 && (next == j || p.at(next).glued); next++ {
		letters += strings.ToLower(p.at(next).text)
		if p.isHalfOfDay(letters, next) {
			part := map[byte]string{'a': "MO", 'p': "AF"}[letters[0]]
			r.clock.hour, r.next, r.evident = hourIn(part, r.clock.hour), next+1, true
			return
		}
	}
}

// isHalfOfDay reports letters that name a half of the day and end at piece i: "8 pm", "8 a.m.", "8 p.m". A point that
// follows belongs to them.
func (p *parser) isHalfOfDay(letters string, i int) bool {
	switch letters {
	case "am", "pm", "a.m.", "p.m.":
		return true
	case "a.m", "p.m":
		return !p.glued(i+1, ".")
	}
	return false
}

// hourIn is the hour of 24 that an hour of 12 is in a part of the day.
func hourIn(part string, hour int) int {
	switch {
	case part == "MO" && hour == 12:
		return 0
	case part == "AF" && hour < 12, part == "EV" && hour >= 4 && hour < 12, part == "NI" && hour >= 8 && hour < 12:
		return hour + 12
	case (part == "EV" || part == "NI") && hour == 12:
		return 0
	}
	return hour
}
