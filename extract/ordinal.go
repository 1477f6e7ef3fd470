package extract

import "strings"

// ordinal reads a rank: "24°", "terzo", "ventiquattresimo", "il XV congresso". Left alone are titles in which nobody
// counts ("primo ministro"), the preposition "secondo", the adverb "prima", and rounds ("quarti di finale").
func (p *parser) ordinal(i int) (expression, bool) {
	pc := p.at(i)
	switch {
	case pc.kind == pieceDigits:
		return p.figureOrdinal(i)
	case pc.word.is&classOrdinal != 0 && p.ranks(i):
		return expression{first: i, next: i + 1, kind: Ordinal, norm: integer(pc.word.number).String()}, true
	case pc.kind == pieceWord && romanOrdinal(pc.text):
		return p.romanRank(i)
	}
	return expression{}, false
}

// figureOrdinal reads "24°", "3ª", "5^" and "1o". After a plural article the sign is of degrees: "ai 40°".
func (p *parser) figureOrdinal(i int) (expression, bool) {
	sign := p.at(i + 1)
	if !sign.glued || len(p.at(i).text) > 6 {
		return expression{}, false
	}
	d, _ := parseDecimal(p.at(i).text)
	if sign.text == "°" && (p.reads(i-1, "i", "ai", "dei", "sui", "dai", "febbre") || p.rangeCue(i) == cueBetween) {
		return expression{first: i, next: i + 2, kind: Quantity, norm: d.String() + " Cel"}, true
	}
	switch sign.text {
	case "-":
		if p.glued(i+2, "esimo") || p.glued(i+2, "esima") {
			return expression{first: i, next: i + 3, kind: Ordinal, norm: d.String()}, true
		}
	case "°", "º", "ª", "^", "˚", "esimo", "esima", "mo", "ma", "o", "a":
		if p.at(i+2).kind == pieceDigits && p.at(i+2).glued {
			return expression{}, false
		}
		return expression{first: i, next: i + 2, kind: Ordinal, norm: d.String()}, true
	}
	return expression{}, false
}

// romanOrdinal reports whether a word in capitals is a Roman numeral that counts congresses and centuries.
func romanOrdinal(text string) bool {
	if len(text) > 7 || text == "" || text[0] < 'I' || text[0] > 'X' || strings.Trim(text, "IVXL") != "" || text == "L" || text == "LI" {
		return false
	}
	_, ok := roman(text)
	return ok
}

// romanRank reads a Roman numeral between an article and a noun in lower case: "la XX edizione". "Giovanni XXIII" is
// a name, and the "I" that begins "I cittadini" an article.
func (p *parser) romanRank(i int) (expression, bool) {
	before, after := p.at(i-1), p.at(i+1)
	n, _ := roman(p.at(i).text)
	if before.kind == pieceWord && before.word.is&(classArticle|classPreposition) == 0 || after.kind != pieceWord || capitalised(after.text) || p.grammatical(i+1) {
		return expression{}, false
	}
	if len(p.at(i).text) == 1 && (before.word.is&classArticle == 0 || p.at(i).text == "X") {
		return expression{}, false
	}
	return expression{first: i, next: i + 1, kind: Ordinal, norm: integer(n).String()}, true
}

// ranks reports whether an ordinal word counts where it stands.
func (p *parser) ranks(i int) bool {
	text := strings.ToLower(p.at(i).text)
	determined := p.is(i-1, classArticle) || p.is(i-1, classNumeral)
	if text == "ultimo" || text == "ultima" {
		return determined && !p.ends(i+1)
	}
	switch p.at(i).word.number {
	case 1:
		return p.ranksFirst(i, text, determined)
	case 2:
		if text == "seconda" && p.reads(i-1, "a") {
			return false
		}
		return determined && !p.reads(i-1, "un") || text != "secondo" && text != "secondi" || p.reads(i-1, "un") && !p.ends(i+1)
	}
	if text == "terzi" && !determined || text == "none" || text == "nona" && !determined {
		return false
	}
	return !(strings.HasSuffix(text, "i") && p.reads(i+1, "di") && p.reads(i+2, "finale"))
}

// ranksFirst is for "primo" and its forms. "prima" is an adverb or a conjunction unless an article makes it an
// adjective with a noun after it; "primo ministro" and "primo cittadino" are offices.
func (p *parser) ranksFirst(i int, text string, determined bool) bool {
	if p.reads(i+1, "ministro", "ministri", "cittadino", "ministra", "cittadina", "cittadini") {
		return false
	}
	switch text {
	case "prima":
		return determined && !p.reads(i+1, "di", "del", "che", "della", "dello", "dell'", "dei", "delle", "degli", "d'") || p.reads(i-1, "per") && p.reads(i+1, "volta")
	case "primo":
		return determined || !p.ends(i+1) && !capitalised(p.at(i+1).text)
	}
	return determined || p.is(i-1, classPreposition)
}
