package extract

import "strings"

// clockTime reads a time of day: "alle 18.30", "ore 11,40", "18:30:05 UTC", "le sette di sera", "8 meno un quarto",
// "mezzogiorno e mezza", "un quarto alle quattro".
func (p *parser) clockTime(i int) (reading, bool) {
	if w, next, ok := p.form(i, classHour); ok {
		return p.minutesAfter(reading{moment: moment{clock: clock{set: true, hour: w.calendar}}, first: i, next: next}), true
	}
	if p.reads(i, "ore", "ora", "h") && (p.at(i+1).kind == pieceDigits || p.is(i+1, classNumeral) || p.at(i+1).text == ".") {
		j := i + 1
		if p.at(j).text == "." {
			j++
		}
		if r, ok := p.hourAlone(j); ok && p.cuedHour(j, r) {
			r.first = i
			return r.reading, true
		}
	}
	if r, ok := p.minutesTo(i); ok {
		return r, true
	}
	r, ok := p.hourAlone(i)
	if !ok || !p.cuedHour(i, r) && !r.evident {
		return reading{}, false
	}
	return r.reading, true
}

// hourReading is a time of day, and whether its form alone shows that it is one.
type hourReading struct {
	reading
	evident bool
}

// hourAlone reads an hour with its minutes, part of the day and zone, whatever stands before.
func (p *parser) hourAlone(i int) (hourReading, bool) {
	r := hourReading{reading: reading{moment: moment{clock: clock{set: true}}, first: i, next: i + 1}}
	switch pc := p.at(i); {
	case pc.kind == pieceDigits:
		c, ok := p.clockFigures(i)
		if !ok {
			return r, false
		}
		r.reading = c
		r.evident = c.next > i+1 && p.at(i+1).text != "." && p.at(i+1).text != ","
	case pc.word.is&classNumeral != 0 && pc.word.number <= 24 && !p.reads(i, "un", "uno"):
		r.clock.hour = int(pc.word.number)
	default:
		return r, false
	}
	if r.next == i+1 {
		after := p.minutesAfter(r.reading)
		r.evident = r.evident || after.next > r.next && p.reads(i-1, "le", "l'", "sono") || after.next > r.next && p.reads(r.next, "meno")
		r.reading = after
	}
	if p.reads(r.next, "in") && p.reads(r.next+1, "punto") {
		r.next, r.evident = r.next+2, true
	} else if p.reads(r.next, "esatte", "precise") {
		r.next++
	}
	p.half12(&r)
	p.zone(&r.reading)
	return r, true
}

// clockFigures reads an hour in figures and its minutes: "18", "18:30", "18.30", "18h30", "18:30:05,250".
func (p *parser) clockFigures(i int) (reading, bool) {
	text := p.at(i).text
	r := reading{moment: moment{clock: clock{set: true}}, first: i, next: i + 1}
	if len(text) > 2 || signedNumber(text) > 24 {
		return r, false
	}
	r.clock.hour = signedNumber(text)
	mark := p.at(i + 1)
	if mark.glued && (mark.text == ":" || mark.text == "." || mark.text == "," || mark.text == "h" || mark.text == "H") {
		minutes := p.at(i + 2)
		switch {
		case minutes.kind == pieceDigits && minutes.glued && len(minutes.text) == 2 && minutes.text < "60":
			r.clock.minute, r.next = signedNumber(minutes.text), i+3
		case (mark.text == "h" || mark.text == "H") && !(minutes.glued && minutes.kind == pieceWord):
			r.next = i + 2
			return r, true
		default:
			return r, !(minutes.kind == pieceDigits && minutes.glued)
		}
		if p.at(r.next).glued && (p.at(r.next).text == ":" || p.at(r.next).text == "." && mark.text == ".") && p.at(r.next+1).kind == pieceDigits && p.at(r.next+1).glued {
			if len(p.at(r.next+1).text) != 2 || p.at(r.next+1).text >= "60" {
				return r, false
			}
			r.clock.second, r.clock.seconds, r.next = signedNumber(p.at(r.next+1).text), true, r.next+2
		}
	}
	if r.clock.hour == 24 && r.clock.minute > 0 {
		return r, false
	}
	p.zone(&r)
	return r, true
}

// minutesAfter reads "e mezza", "e un quarto", "e venti", "meno dieci" after an hour.
func (p *parser) minutesAfter(r reading) reading {
	if part, next, ok := p.partAfterAnd(r.next); ok && !p.isSpanOrUnit(next) {
		r.clock.minute, r.next = int(part.times(integer(60)).digits), next
		if d, whole := part.times(integer(60)).int(); whole {
			r.clock.minute = d
		}
		return r
	}
	if p.reads(r.next, "meno") {
		if minutes, next, ok := p.minuteCount(r.next + 1); ok {
			return p.earlier(r, minutes, next)
		}
	}
	if j := r.next; p.reads(j, "e") || p.is(j, classNumeral) && p.is(j-1, classNumeral) {
		if p.reads(j, "e") {
			j++
		}
		n, ok := p.term(j)
		minutes, whole := n.low.int()
		if ok && whole && minutes < 60 && (minutes > 9 || p.reads(j, "cinque", "05")) && !n.scaled && n.low.exponent >= 0 && (p.ends(n.next) || p.reads(n.next, "minuti")) && !p.is(n.next, classUnit) {
			r.clock.minute, r.next = minutes, n.next
			if p.reads(n.next, "minuti") {
				r.next++
			}
		}
	}
	return r
}

// minuteCount reads how many minutes: "un quarto", "dieci", "venti minuti".
func (p *parser) minuteCount(i int) (minutes, next int, ok bool) {
	if p.reads(i, "un") && p.reads(i+1, "quarto") {
		return 15, i + 2, true
	}
	n, ok := p.coefficient(i)
	minutes, whole := n.low.int()
	if !ok || !whole || minutes < 1 || minutes > 59 || n.article {
		return 0, i, false
	}
	if p.reads(n.next, "minuti") {
		n.next++
	}
	return minutes, n.next, true
}

// minutesTo reads the minutes before an hour: "un quarto alle quattro", "mancano venti minuti alle tre".
func (p *parser) minutesTo(i int) (reading, bool) {
	minutes, next, ok := p.minuteCount(i)
	if !ok || !p.reads(next, "alle", "all'", "a") || p.reads(next, "a") && !p.is(next+1, classHour) || p.is(i-1, classClock|classPreposition) || minutes%5 != 0 && !p.reads(next-1, "minuti") {
		return reading{}, false
	}
	r, ok := p.hourAlone(next + 1)
	if p.is(next+1, classHour) {
		r.reading, ok = p.clockTime(next + 1)
	}
	if !ok || r.clock.minute != 0 || r.clock.hour > 12 {
		return reading{}, false
	}
	return p.earlier(reading{moment: r.moment, first: i}, minutes, r.next), true
}

func (p *parser) earlier(r reading, minutes, next int) reading {
	r.clock.hour, r.clock.minute, r.next = (r.clock.hour+23)%24, 60-minutes, next
	return r
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
		if letters == "am" || letters == "pm" || letters == "a.m." || letters == "p.m." || letters == "a.m" && !p.glued(next+1, ".") || letters == "p.m" && !p.glued(next+1, ".") {
			part := map[byte]string{'a': "MO", 'p': "AF"}[letters[0]]
			r.clock.hour, r.next, r.evident = hourIn(part, r.clock.hour), next+1, true
			return
		}
	}
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

// zone reads "UTC", "CET", "+02:00", "ora locale" after a time.
func (p *parser) zone(r *reading) {
	j := r.next
	if p.at(j).text == "(" {
		j++
	}
	if w, next, ok := p.form(j, classZone); ok && (len(p.at(j).text) > 1 || p.at(j).glued) && (capitalised(p.at(j).text) || w.text == "local" || next > j+1 || p.at(j).glued) {
		if w.text != "local" {
			r.clock.zone = strings.Replace(w.text, "+00:00", "Z", 1)
		}
		r.next = next
		if j > r.next-2 && p.at(j-1).text == "(" && p.at(next).text == ")" {
			r.next = next + 1
		}
		j = next
	}
	sign := p.at(j).text
	if (sign == "+" || sign == "-" || sign == "−") && p.at(j).glued && p.at(j+1).glued && p.at(j+1).kind == pieceDigits && len(p.at(j+1).text) <= 2 && p.at(j+1).text < "15" && (sign == "+" || p.at(r.first-1).text == "T" || p.at(j-1).kind == pieceWord) && (p.at(j-1).kind == pieceWord || p.glued(j+2, ":")) {
		hours := p.at(j + 1).text
		r.clock.zone, r.next = sign+strings.Repeat("0", 2-len(hours))+hours+":00", j+2
		if p.glued(j+2, ":") && len(p.at(j+3).text) == 2 && p.at(j+3).kind == pieceDigits {
			r.clock.zone, r.next = r.clock.zone[:4]+p.at(j+3).text, j+4
		}
	}
}

// cuedHour reports whether what stands before and after an hour makes it one: "alle 8", "verso le 9", "dalle 10"; not
// "alle 8 donne" or "delle 7 vittime".
func (p *parser) cuedHour(i int, r hourReading) bool {
	if p.reads(i-1, "ore") {
		return true
	}
	if p.countsAfter(r.next) {
		return false
	}
	minutes := r.next > i+1
	switch {
	case p.reads(i-1, "delle") && p.reads(i-2, "prima"):
		return true
	case p.reads(i-1, "alle", "all'") || p.is(i-1, classClock) && p.reads(i-1, "h", "h."):
		return !p.reads(i-1, "all'") || p.reads(i, "una", "1")
	case p.reads(i-1, "dalle", "delle", "dell'", "dall'", "nelle"):
		return minutes || !p.reads(i-1, "delle", "nelle") && (p.reads(i-1, "dalle") || p.reads(i, "una")) || p.reads(i-1, "delle") && p.ends(r.next) && p.at(i-2).kind == pieceWord && !p.is(i-2, classNumeral) && !p.grammatical(i-2) && p.at(i).kind == pieceDigits
	case p.reads(i-1, "le", "l'"):
		if !p.reads(i-1, "le") && !p.reads(i, "una", "1") {
			return false
		}
		return p.reads(i-2, "verso", "per", "entro", "dopo", "tra", "fra", "sono", "erano", "intorno", "circa", "prima", "è", "e") && (!p.reads(i-2, "per", "e", "è") || minutes && p.at(i).kind == pieceDigits || p.reads(i-2, "è", "per") && p.ends(r.next) || p.reads(i, "una"))
	}
	return p.rangeCue(i) != cueNone && p.reads(i-1, "le")
}

// countsAfter reports a plural noun that a number before it would count. Feminine nouns end in "e" or "i".
func (p *parser) countsAfter(i int) bool {
	pc := p.at(i)
	if pc.kind != pieceWord || p.grammatical(i) || capitalised(pc.text) {
		return p.is(i, classMultiplier|classUnit|classCurrency|classPercent) || p.at(i).long.is&classPercent != 0
	}
	if pc.word.is&(classPart|classWeekday|classDay|classToday|classMonth|classZone|classCompass|classNext|classPast) != 0 {
		return false
	}
	last := pc.text[len(pc.text)-1]
	return last == 'e' || last == 'i' || pc.word.is&(classUnit|classCurrency|classSpan) != 0
}

// clockTail joins the date after a time of day: "alle 8 di domani", "alle 18.30 del 3 luglio".
func (p *parser) clockTail(r reading) reading {
	j := r.next
	linked := p.reads(j, "di", "del", "dell'", "d'", "della", "dello")
	if linked || p.at(j).text == "," {
		j++
	}
	d, ok := p.date(j)
	if !ok {
		if part, yes := p.partOfDay(j); yes && part.day+part.month+part.weekday > 0 {
			d, ok = part, true
		}
	}
	daily := d.day != 0 || d.weekday != 0 && d.nth == 0 || d.unit == 'D' || d.movable
	if !ok || !daily || d.reference != "" || d.clock.set || d.first > j || r.unit != 0 {
		return r
	}
	d = p.scorso(d)
	if w, next, ok := p.form(d.next, classPart); ok && d.part == "" {
		d.part, d.next = w.text, next
	}
	d.clock, d.first = r.clock, r.first
	if d.part != "" {
		d.clock.hour, d.part = hourIn(d.part, d.clock.hour), ""
	}
	return d
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
	if shift, after, ok := p.direction(next); ok && next == i+1 && !p.reads(next, "seguente", "successiva", "precedente", "successivo", "ultima", "stessa") {
		r.unit, r.shift, r.next = 'D', shift, after
		return r, true
	}
	return r, next > i+1 || p.is(i-1, classArticle|classPreposition) || !capitalised(p.at(i).text) && p.at(i-1).kind == pieceNone
}
