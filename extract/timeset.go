package extract

import "strings"

// timeSet reads a set of times: "ogni lunedì", "ogni due settimane", "tutti i giorni", "due volte al giorno",
// "settimanalmente". The value is that of one of them, with Mod EVERY, or how often: "2X".
func (p *parser) timeSet(i int) (expression, bool) {
	e := expression{first: i, kind: Date, mod: "EVERY"}
	if n, ok := p.number(i); ok && p.reads(n.next, "volta", "volte") {
		return p.timesEach(n)
	}
	if w, next, ok := p.form(i, classFrequency); ok && p.isFrequency(i, next) {
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
		e.norm = string(r.appendWeekday([]byte("XXXX-XX"), true)) // "ogni terzo giovedì del mese"
		return e, r.unit == 'M' && r.nth != 0 && r.weekday != 0
	}
	var room [longestValue]byte
	norm := room[:0]
	if r.month+r.day+r.weekday == 0 && r.code == "" {
		norm = append(norm, "XXXX-XX-XX"...)
	}
	e.norm = string(r.appendTo(norm))
	return e, true
}

// isFrequency reports a form from piece i up to piece next that says how often by itself: "tutti i giorni", "ogni giorno",
// "settimanalmente", "(relazione) mensile"; not "al giorno", which counts what stands before: "tre litri al giorno".
func (p *parser) isFrequency(i, next int) bool {
	if next == i+1 {
		return p.frequencyAdjective(i)
	}
	return p.at(i).begins(classEvery) || p.reads(i, "ogni", "tutti", "tutte")
}

// frequencyAdjective reports an adverb in "-mente" or an adjective after its noun ("relazione mensile"): "il mensile" is
// a magazine.
func (p *parser) frequencyAdjective(i int) bool {
	return strings.HasSuffix(p.at(i).text, "mente") || p.at(i-1).kind == pieceWord && !p.grammatical(i-1)
}

// setClock takes in the clock time of a set: "tutti i giorni alle 8".
func (p *parser) setClock(e expression) expression {
	if r := p.clockAfter(reading{first: e.first, next: e.next}); r.clock.set && e.norm == "P1D" {
		e.next, e.kind, e.norm = r.next, Time, string(r.clock.appendTo([]byte("XXXX-XX-XX")))
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
	if w, next, ok := p.form(j+1, classSpan); ok && p.reads(j, "la", "l'", "al", "alla", "all'", "a", "ogni", "per") {
		e.next, e.norm = next, singlePeriod(integer(1), w.span)
		return e, true
	}
	if every, ok := p.timeSet(j); ok && p.is(j, classEvery) {
		every.first, every.mod = n.first, e.mod
		return every, true
	}
	return e, false
}
