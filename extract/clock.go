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
		if after.next > r.next { // "sono le otto e venti", "otto meno dieci"
			r.evident = r.evident || p.reads(i-1, "le", "l'", "sono") || p.reads(r.next, "meno")
		}
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
		if !p.clockSeconds(&r, mark.text) {
			return r, false
		}
	}
	if r.clock.hour == 24 && r.clock.minute > 0 {
		return r, false
	}
	p.zone(&r)
	return r, true
}

// clockSeconds reads the seconds after figures with the given mark between hour and minutes: "18:30:05", "18.30.05". It
// reports false where other figures stand in their place, which makes the whole no time: "18:30:75".
func (p *parser) clockSeconds(r *reading, mark string) bool {
	again, seconds := p.at(r.next), p.at(r.next+1)
	marked := again.glued && (again.text == ":" || again.text == "." && mark == ".")
	if !marked || seconds.kind != pieceDigits || !seconds.glued {
		return true
	}
	if len(seconds.text) != 2 || seconds.text >= "60" {
		return false
	}
	r.clock.second, r.clock.seconds, r.next = signedNumber(seconds.text), true, r.next+2
	return true
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
	return p.minutesAdded(r)
}

// minutesAdded reads minutes that are added to an hour: "otto e venti", "sette quaranta", "otto e dieci minuti".
func (p *parser) minutesAdded(r reading) reading {
	j := r.next
	if p.reads(j, "e") {
		j++
	} else if !p.is(j, classNumeral) || !p.is(j-1, classNumeral) {
		return r
	}
	n, ok := p.term(j)
	if !ok || !p.isMinutes(n, j) {
		return r
	}
	named := p.reads(n.next, "minuti")
	if !named && !p.ends(n.next) || p.is(n.next, classUnit) { // "alle otto e venti persone"
		return r
	}
	r.clock.minute, _ = n.low.int()
	r.next = n.next
	if named {
		r.next++
	}
	return r
}

// isMinutes tells minutes after an hour from another number, read at piece i: "otto e venti", "otto e cinque"; not "otto e
// tre", "otto e 2,5" or "otto e due milioni".
func (p *parser) isMinutes(n numeric, i int) bool {
	minutes, whole := n.low.int()
	if !whole || minutes >= 60 || n.scaled || n.low.exponent < 0 {
		return false
	}
	return minutes > 9 || p.reads(i, "cinque", "05")
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
	if !ok || !p.leadsToHour(next) || p.is(i-1, classClock|classPreposition) {
		return reading{}, false
	}
	if minutes%5 != 0 && !p.reads(next-1, "minuti") { // "mancano tre minuti alle due"; not "tre alle due"
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

// leadsToHour reports what stands between minutes and the hour they lead to: "un quarto alle quattro", "dieci all'una",
// "venti a mezzanotte"; not "dieci a testa".
func (p *parser) leadsToHour(i int) bool {
	return p.reads(i, "alle", "all'") || p.reads(i, "a") && p.is(i+1, classHour)
}

func (p *parser) earlier(r reading, minutes, next int) reading {
	r.clock.hour, r.clock.minute, r.next = (r.clock.hour+23)%24, 60-minutes, next
	return r
}

// zone reads "UTC", "CET", "+02:00", "UTC+2", "ora locale" after a time.
func (p *parser) zone(r *reading) {
	j := p.namedZone(r)
	if !p.isOffset(r, j) {
		return
	}
	sign, hours := p.at(j).text, p.at(j+1).text
	r.clock.zone, r.next = sign+strings.Repeat("0", 2-len(hours))+hours+":00", j+2
	if p.glued(j+2, ":") && len(p.at(j+3).text) == 2 && p.at(j+3).kind == pieceDigits {
		r.clock.zone, r.next = r.clock.zone[:4]+p.at(j+3).text, j+4
	}
}

// namedZone reads the name of a zone, "UTC", "(CET)", "ora locale", and returns the piece where an offset may stand.
func (p *parser) namedZone(r *reading) int {
	j := r.next
	if p.at(j).text == "(" {
		j++
	}
	w, next, ok := p.form(j, classZone)
	if !ok || !p.isZone(w, j, next) {
		return j
	}
	if w.text != "local" {
		r.clock.zone = strings.Replace(w.text, "+00:00", "Z", 1)
	}
	r.next = next
	if next == j+1 && p.at(j-1).text == "(" && p.at(next).text == ")" {
		r.next++
	}
	return next
}

// isZone tells the name of a zone from other words written alike: "18:30Z", "18:30 CET", "18:30 ora locale"; not "18:30 est"
// or "18:30 Z".
func (p *parser) isZone(w *word, i, next int) bool {
	pc := p.at(i)
	if pc.glued {
		return true
	}
	return len(pc.text) > 1 && (w.text == "local" || next > i+1 || capitalised(pc.text))
}

// isOffset reports an offset from UTC: "18:30+02:00", "18 UTC+2", "2024-05-01T18:30-05:00"; not the range "18:30-19:30" or
// "18+2".
func (p *parser) isOffset(r *reading, i int) bool {
	sign, hours := p.at(i), p.at(i+1)
	if !sign.glued || sign.text != "+" && sign.text != "-" && sign.text != "−" {
		return false
	}
	if hours.kind != pieceDigits || !hours.glued || len(hours.text) > 2 || hours.text >= "15" {
		return false
	}
	afterZone := p.at(i-1).kind == pieceWord
	return afterZone || p.glued(i+2, ":") && (sign.text == "+" || p.at(r.first-1).text == "T")
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
	case p.reads(i-1, "dalle"):
		return true
	case p.reads(i-1, "dell'", "dall'"):
		return minutes || p.reads(i, "una") // "dall'una alle tre"
	case p.reads(i-1, "delle"):
		return minutes || p.hourOfEvent(i, r.next)
	case p.reads(i-1, "nelle"):
		return minutes
	case p.reads(i-1, "le", "l'"):
		return p.hourAfterArticle(i, r.next)
	}
	return false
}

// hourOfEvent reports an hour in figures that says when something is: "il telegiornale delle 20."; not "due delle 20" or
// "una delle 7 vittime".
func (p *parser) hourOfEvent(i, next int) bool {
	event := p.at(i-2).kind == pieceWord && !p.is(i-2, classNumeral) && !p.grammatical(i-2)
	return event && p.at(i).kind == pieceDigits && p.ends(next)
}

// hourAfterArticle reports an hour after "le" or "l'" that the word before the article cues: "verso le 9", "sono le tre", "è
// l'una". A word that is as good before a count needs more: "per le 18.30", "è le 9,".
func (p *parser) hourAfterArticle(i, next int) bool {
	one := p.reads(i, "una")
	if p.reads(i-1, "l'") && !one && !p.reads(i, "1") {
		return false
	}
	if p.reads(i-2, "verso", "entro", "dopo", "tra", "fra", "sono", "erano", "intorno", "circa", "prima") {
		return true
	}
	if !p.reads(i-2, "per", "e", "è") {
		return false
	}
	withMinutes := next > i+1 && p.at(i).kind == pieceDigits
	return one || withMinutes || p.reads(i-2, "è", "per") && p.ends(next)
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
