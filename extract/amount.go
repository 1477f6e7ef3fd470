package extract

import "strings"

// expression is what a rule found: pieces [first, next) and the value.
type expression struct {
	first, next int
	kind        Kind
	norm        string
	mod         Mod
}

// amount reads a number with what it counts: percent, money and quantities.
func (p *parser) amount(i int) (expression, bool) {
	if e, ok := p.signBefore(i); ok {
		return e, true
	}
	n, ok := p.numbers(i)
	if !ok {
		return expression{}, false
	}
	if e, ok := p.percent(n); ok {
		return e, true
	}
	unit := n.next
	if n.scaled && (p.reads(unit, "di", "d'", "in")) {
		unit++
	}
	w, next, ok := p.form(unit, classUnit|classCurrency)
	if !ok || !p.counts(n, unit, w) {
		return expression{}, false
	}
	if w.is&classCurrency != 0 && (w.is&classUnit == 0 || !p.at(unit).glued) {
		return p.money(n, w.money, next), true
	}
	return p.quantity(n, w.unit, next), true
}

// counts reports whether a unit can go with a number. Symbols of one or two letters need figures: "5 m", not "tre a".
// Many currencies and units are common nouns too ("un peso") and need more than an article.
func (p *parser) counts(n numeric, unit int, w *word) bool {
	text := p.at(unit).text
	if n.article && w.counted {
		return false
	}
	if w == p.at(unit).word && (p.otherCase(unit, w) || p.verbHa(unit)) {
		return false
	}
	if p.at(unit).kind == pieceWord && len(text) <= 2 {
		return n.figures && !n.ranged || n.ranged && len(text) > 1
	}
	return true
}

// otherCase reports a letter that is a symbol only in the other case: "5G" is no weight.
func (p *parser) otherCase(unit int, w *word) bool {
	text := p.at(unit).text
	return len(text) == 1 && p.at(unit).kind == pieceWord && p.lex.words[text] != w
}

// verbHa tells the verb from the hectare: "il 7 ha segnato", but "7 ha di bosco".
func (p *parser) verbHa(i int) bool {
	return p.at(i).text == "ha" && p.at(i+1).kind == pieceWord && !p.reads(i+1, "di", "e")
}

// signBefore reads an amount whose currency stands first: "€ 1.000", "US$ 5 milioni", "EUR 20".
func (p *parser) signBefore(i int) (expression, bool) {
	w, next, ok := p.form(i, classCurrency)
	if !ok || p.at(next).kind != pieceDigits && p.at(next).text != "-" {
		return expression{}, false
	}
	sign := p.at(i).kind == pieceMark || p.at(next-1).kind == pieceMark || strings.ToUpper(p.at(i).text) == p.at(i).text || p.at(next).glued
	if p.at(next).text == "-" {
		next++
	}
	n, ok := p.numbers(next)
	if !ok || !sign || p.at(n.first).kind == pieceDigits && n.first < next-1 {
		return expression{}, false
	}
	if again, after, ok := p.form(n.next, classCurrency); ok && again.money == w.money {
		n.next = after
	}
	e := p.money(n, w.money, n.next)
	e.first = i
	return e, true
}

// percent reads "3,5%", "tre per cento", "3 punti percentuali", "un quarto percento".
func (p *parser) percent(n numeric) (expression, bool) {
	w, next, ok := p.form(n.next, classPercent)
	if !ok {
		return expression{}, false
	}
	e := expression{first: n.first, next: next, kind: Percent}
	switch w.percent {
	case "pp":
		e.norm = n.of(" ", "pp")
	case "0.1":
		n.low, n.high = n.low.shifted(-1), n.high.shifted(-1)
		fallthrough
	default:
		e.norm = n.of("", "%")
	}
	return p.modified(e, n), true
}

// money makes an amount of money, and takes in the hundredths after it: "20 euro e 30 centesimi", "5 euro e mezzo".
func (p *parser) money(n numeric, code string, next int) expression {
	iso, hundredth, _ := strings.Cut(code, "/")
	if hundredth != "" {
		n.low, n.high = n.low.shifted(-2), n.high.shifted(-2)
	} else if cents, after, ok := p.hundredths(next, iso); ok && !n.ranged {
		n.low, next = n.low.plus(cents), after
		n.high = n.low
	}
	return p.modified(expression{first: n.first, next: next, kind: Money, norm: n.of(" ", iso)}, n)
}

// hundredths reads what follows a whole sum: "e 30 centesimi", "e mezzo", "e 50".
func (p *parser) hundredths(i int, iso string) (decimal, int, bool) {
	if part, next, ok := p.partAfterAnd(i); ok && !p.isSpanOrUnit(next) {
		return part, next, true
	}
	j := i
	if p.reads(i, "e", "ed") {
		j++
	}
	n, ok := p.number(j)
	if !ok || n.article || less(integer(99), n.low) || n.scaled {
		return decimal{}, i, false
	}
	w, next, ok := p.form(n.next, classCurrency)
	if ok && strings.HasSuffix(w.money, "/100") && (w.money == iso+"/100" || w.money == "EUR/100" && iso != "ITL") {
		return n.low.shifted(-2), next, true
	}
	spoken := !n.figures && !less(n.low, integer(10)) && n.low.exponent >= 0
	return n.low.shifted(-2), n.next, j > i && p.reads(i, "e") && (spoken || n.plain && len(p.at(j).text) == 2) && p.ends(n.next)
}

// quantity makes a number with a unit, and takes in "e mezzo" and smaller units after it: "1 metro e 80 centimetri".
func (p *parser) quantity(n numeric, unit string, next int) expression {
	if part, after, ok := p.partAfterAnd(next); ok && !n.ranged && !p.isSpanOrUnit(after) {
		n.low, next = n.low.plus(part), after
		n.high = n.low
	} else if part, after, ok := p.smallerUnit(next, unit); ok && !n.ranged {
		n.low, next = n.low.plus(part), after
		n.high = n.low
	}
	if (unit == "Cel" || unit == "[degF]") && p.reads(next, "sotto") && p.reads(next+1, "zero") {
		n.low, n.high, next = n.low.negated(), n.high.negated(), next+2
	}
	return p.modified(expression{first: n.first, next: next, kind: Quantity, norm: n.of(" ", unit)}, n)
}

// smallerUnits are the exponents of ten between units that Italian says together: "due chili e tre etti", and the unit
// that goes unsaid: "1 metro e 80" is in centimetres.
var smallerUnits = map[string]map[string]int{
	"km": {"m": -3},
	"m":  {"cm": -2, "mm": -3, "": -2},
	"cm": {"mm": -1},
	"t":  {"kg": -3, "100.kg": -1},
	"kg": {"hg": -1, "g": -3},
	"hg": {"g": -2},
	"L":  {"dL": -1, "cL": -2, "mL": -3},
}

func (p *parser) smallerUnit(i int, unit string) (decimal, int, bool) {
	j := i
	if p.reads(i, "e", "ed") {
		j++
	}
	n, ok := p.number(j)
	if !ok || n.article || n.scaled {
		return decimal{}, i, false
	}
	if w, next, ok := p.form(n.next, classUnit); ok {
		power, known := smallerUnits[unit][w.unit]
		return n.low.shifted(power), next, known
	}
	power, known := smallerUnits[unit][""]
	size, whole := n.low.int()
	return n.low.shifted(power), n.next, known && j > i && whole && size >= 10 && size < 100 && p.ends(n.next)
}

// string is the value: "3.5", or a range "10..20".
func (n numeric) string() string { return n.of("", "") }

// of is the value with a unit: "3.5 km", "10..20%".
func (n numeric) of(gap, unit string) string {
	var room [longestValue]byte
	value := n.low.appendTo(room[:0])
	if n.ranged {
		value = n.high.appendTo(append(value, ".."...))
	}
	return string(append(append(value, gap...), unit...))
}

// modified adds what the words around say of the value: "circa", "almeno", "una decina", "sui".
func (p *parser) modified(e expression, n numeric) expression {
	e.mod = p.modBefore(e.first)
	if e.mod == "" && (n.approx || p.reads(e.next, "circa") || p.reads(e.next, "scarsi", "abbondanti")) {
		e.mod = "APPROX"
	}
	return e
}

// modBefore reads the modifier that ends right before piece i, over one article: "circa il 30%", "più di 20".
func (p *parser) modBefore(i int) Mod {
	for skip := range 2 {
		end := i - skip
		if skip == 1 && !p.is(i-1, classArticle) {
			break
		}
		for length := 4; length > 0; length-- { // the longest: "non più di" is not "più di"
			if w, next, ok := p.form(end-length, classApproximate); ok && next == end {
				return Mod(w.text)
			}
		}
	}
	return ""
}
