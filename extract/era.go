package extract

import "strings"

// christ reads "a.C.", "avanti Cristo", "d.C.", "dopo Cristo": -1, 1, or 0 for none.
func (p *parser) christ(i int) (next, side int) {
	if first := p.at(i).text; first == "" || !strings.Contains("aAdDpP", first[:1]) {
		return i, 0 // as behind most years: nothing is put together
	}
	letters := ""
	for next = i; next < i+4 && len(letters) < 6; next++ {
		pc := p.at(next)
		if pc.kind == pieceNone || next > i && !pc.glued && len(letters) > 2 {
			break
		}
		letters += pc.text
		rest := ""
		if p.glued(next+1, ".") {
			rest = "."
		}
		switch strings.ToLower(letters + rest) {
		case "a.c.", "a.c", "ac", "a.cr.", "aev":
			return next + 1 + len(rest), -1
		case "d.c.", "d.c", "dc", "d.cr.":
			return next + 1 + len(rest), 1
		}
	}
	if p.reads(i+1, "cristo") && p.reads(i, "avanti", "prima", "dopo") {
		if p.reads(i, "dopo") {
			return i + 2, 1
		}
		return i + 2, -1
	}
	return i, 0
}

// era adds the era after a year or century.
func (p *parser) era(r reading) reading {
	next, side := p.christ(r.next)
	if side != 0 {
		r.next, r.bc = next, side < 0
	}
	return r
}

// year reads a year alone. Four digits are a year after a preposition or article in the singular ("nel 2023"), in
// brackets, or where nothing follows that they could count; other lengths need an era ("44 a.C.").
func (p *parser) year(i int) (reading, bool) {
	text := p.at(i).text
	r := reading{moment: moment{year: signedNumber(text)}, first: i, next: i + 1}
	if len(text) == 2 && (p.at(i-1).text == "'" || p.at(i-1).text == "’") && p.at(i).glued {
		r.year, r.first = fullYear(text), i-1
		return r, r.year < 2000 || p.is(i-2, classArticle|classPreposition) || p.is(i-2, classMonth)
	}
	if e := p.era(r); e.next > r.next && r.year > 0 && len(text) <= 4 {
		return e, true
	}
	if len(text) == 2 && endsInApostrophe(p.at(i-1).text) && p.reads(i-1, "dell'", "nell'", "dall'") {
		return r, false
	}
	if len(text) != 4 || r.year < 1000 || r.year > 2199 || !p.yearAlone(i) {
		return r, false
	}
	if p.glued(i+1, "/") && p.at(i+2).kind == pieceDigits && len(p.at(i+2).text) == 2 && p.at(i+2).glued {
		return r, !p.named(i)
	}
	return r, true
}

func endsInApostrophe(s string) bool { return strings.HasSuffix(s, "'") || strings.HasSuffix(s, "’") }

// yearAlone reports whether four digits are a year where they stand.
func (p *parser) yearAlone(i int) bool {
	next := p.at(i + 1)
	if p.named(i) || p.is(i+1, classUnit|classCurrency|classPercent|classMultiplier|classSpan) || p.gluedToWord(i) {
		return false
	}
	if next.glued && p.at(i+2).glued && p.at(i+2).kind == pieceDigits && (next.text == "." || next.text == "," || next.text == ":") {
		return false
	}
	if p.amountBefore(i) {
		return false
	}
	common := next.kind == pieceWord && !p.grammatical(i+1) && !capitalised(next.text) // "2000 tonnellate"
	if p.reads(i-1, "nel", "del", "dal", "al", "il", "anno", "sul", "col", "edizione", "estate", "autunno", "inverno", "primavera") {
		noun := common && (strings.HasSuffix(next.text, "i") || strings.HasSuffix(next.text, "e")) // "il 2000 siepi", a race
		return !noun || !p.reads(i-1, "al", "il", "del", "dal") || next.word.is != 0
	}
	if p.is(i-1, classArticle) && !p.reads(i-1, "un", "uno") {
		return false
	}
	year := signedNumber(p.at(i).text)
	return year >= 1800 && year <= 2099 && !common && !p.score4(i)
}

// gluedToWord reports figures that are part of a code: "2000x", "mod2000"; the article of "l'2000" is none.
func (p *parser) gluedToWord(i int) bool {
	before, after := p.at(i-1), p.at(i+1)
	return after.glued && after.kind == pieceWord ||
		p.at(i).glued && before.kind == pieceWord && !endsInApostrophe(before.text)
}

// amountBefore reports what makes the figures after it an amount or a number: "€ 2000", "circa 2000", "+2000", "06 2000".
// "Entro 2000" is a date.
func (p *parser) amountBefore(i int) bool {
	return p.is(i-1, classCurrency) ||
		p.is(i-1, classApproximate) && !p.reads(i-1, "entro", "verso", "fino a", "al massimo") ||
		p.at(i-1).text == "+" ||
		p.at(i-1).kind == pieceDigits && !p.at(i).glued
}

// score4 reports a dash to figures of another length: a code or telephone number.
func (p *parser) score4(i int) bool {
	return p.at(i).glued && p.at(i-1).glued && p.at(i-1).kind == pieceMark && p.at(i-2).kind == pieceDigits && len(p.at(i-2).text) != 4
}

// yearWord reads years written out: "nel duemilaventiquattro", "anno 2023", "nel millenovecento".
func (p *parser) yearWord(i int) (reading, bool) {
	pc := p.at(i)
	if p.reads(i, "anno") && p.at(i+1).kind == pieceDigits {
		r, ok := p.year(i + 1)
		r.first = i
		return r, ok
	}
	n := pc.word.number
	if pc.word.is&classNumeral == 0 || n < 1000 || n > 2199 || !p.reads(i-1, "nel", "del", "dal", "al", "il", "anno") || !p.ends(i+1) {
		return reading{}, false
	}
	return reading{moment: moment{year: int(n)}, first: i, next: i + 1}, true
}

// century reads "XX secolo", "ventesimo secolo", "20° secolo", "terzo millennio", "il Novecento".
func (p *parser) century(i int) (reading, bool) {
	n, next := int64(0), i+1
	switch pc := p.at(i); {
	case pc.word.is&classOrdinal != 0:
		n = pc.word.number
	case pc.kind == pieceDigits && p.at(i+1).glued && p.reads(i+1, "°", "º", "o", "esimo"):
		n, next = int64(signedNumber(pc.text)), i+2
	case pc.kind == pieceWord && p.reads(i, "secolo") && romanOrdinal(p.at(i+1).text):
		n, _ = roman(p.at(i + 1).text)
		return p.era(reading{moment: moment{year: int(n) - 1, digits: 2}, first: i, next: i + 2}), true
	case romanOrdinal(pc.text):
		n, _ = roman(pc.text)
	case pc.word.is&classNumeral != 0:
		return p.namedCentury(i)
	}
	if n < 1 || n > 40 {
		return reading{}, false
	}
	r := reading{moment: moment{year: int(n) - 1, digits: 2}, first: i, next: next + 1}
	switch {
	case p.reads(next, "secolo", "sec", "sec."):
		if p.reads(next, "sec") && p.glued(r.next, ".") {
			r.next++
		}
		return p.era(r), true
	case p.reads(next, "millennio"):
		r.digits = 1
		return p.era(r), true
	}
	return r, false
}

// namedCentury reads "l'Ottocento", "nel Novecento", "il Quattrocento": hundreds with a capital, after an article.
func (p *parser) namedCentury(i int) (reading, bool) {
	n := p.at(i).word.number
	hundreds := n >= 200 && n <= 900 && n%100 == 0
	if !hundreds || !capitalised(p.at(i).text) || !p.beforeCentury(i-1) {
		return reading{}, false
	}
	return reading{moment: moment{year: 10 + int(n)/100, digits: 2}, first: i, next: i + 1}, true
}

// beforeCentury reports a word that stands before the name of a century: "nell'Ottocento", "il tardo Cinquecento", "fine
// Settecento".
func (p *parser) beforeCentury(i int) bool {
	return p.reads(i, "il", "nel", "del", "dal", "al", "sul", "l'", "nell'", "dell'", "dall'", "all'") ||
		p.reads(i, "primo", "tardo", "fine", "metà")
}

// decade reads "anni '90", "anni Ottanta", "anni 2000", "anni Venti del secolo scorso".
func (p *parser) decade(i int) (reading, bool) {
	if !p.reads(i, "anni") {
		return reading{}, false
	}
	j := i + 1
	if p.at(j).text == "'" || p.at(j).text == "’" || p.at(j).text == "‘" {
		j++
	}
	r := reading{first: i, next: j + 1}
	n := p.at(j).word.number
	if p.at(j).kind == pieceDigits && decadeFigures(p.at(j).text, j > i+1) {
		n = int64(signedNumber(p.at(j).text))
	} else if p.at(j).word.is&classNumeral == 0 {
		return r, false
	}
	switch {
	case n%10 != 0 || n < 10 || n >= 100 && n < 1000 || n > 2100:
		return r, false
	case n >= 1000:
		r.year, r.digits = int(n/10), 3
	default:
		r.year, r.digits = 190+int(n/10), 3
	}
	return r, true
}

// decadeFigures reports figures that name a decade after "anni": "anni '90", "anni 2000", and "anni 90" from 20 on.
func decadeFigures(figures string, apostrophe bool) bool {
	if len(figures) == 4 || apostrophe && len(figures) < 4 {
		return true
	}
	return figures[0] >= '2' && figures[1:] == "0"
}
