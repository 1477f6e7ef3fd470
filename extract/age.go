package extract

// age reads how old somebody is: "42enne", "ventiduenne", "42 anni" after a name, a person or "ha". Other years are
// durations: "una pena di 3 anni".
func (p *parser) age(i int) (expression, bool) {
	pc := p.at(i)
	if pc.word.is&classAge != 0 && pc.word.number > 0 {
		return expression{first: i, next: i + 1, kind: Quantity, norm: integer(pc.word.number).String() + " a"}, true
	}
	n, ok := p.numbers(i)
	if !ok || n.article {
		return expression{}, false
	}
	if p.reads(n.next, "enne", "enni") && n.plain && (p.at(n.next).glued || p.glued(n.next, "-")) {
		return expression{first: n.first, next: n.next + 1, kind: Quantity, norm: n.of(" ", "a")}, true
	}
	w, next, ok := p.form(n.next, classSpan)
	written := len(p.at(n.next).text) >= 4 // "anni", "mesi", not their symbols: "3 a"
	if !ok || !written || w.span != 'Y' && w.span != 'M' || p.notLived(next) || !p.aged(n, next) {
		return expression{}, false
	}
	unit := " a"
	if w.span == 'M' {
		unit = " mo"
	}
	if p.reads(next, "di", "d'") && p.reads(next+1, "età") {
		next += 2
	} else if p.reads(next, "d'", "di") && p.reads(next+1, "eta", "vita") {
		next += 2
	}
	if part, after, ok := p.partAfterAnd(next); ok {
		n.low, next = n.low.plus(part), after
		n.high = n.low
	}
	return p.modified(expression{first: n.first, next: next, kind: Quantity, norm: n.string() + unit}, n), true
}

// notLived reports a word that makes the years before it a time or length that nobody has lived: "3 anni fa", "3 anni luce",
// "3 anni or sono".
func (p *parser) notLived(i int) bool {
	return p.reads(i, "fa", "luce", "prima", "dopo", "consecutivi", "addietro", "or")
}

// aged reports whether the years before piece next are an age.
func (p *parser) aged(n numeric, next int) bool {
	i := n.first
	for p.is(i-1, classApproximate) {
		i--
	}
	months := p.reads(n.next, "mesi", "mese")
	switch {
	case p.reads(next, "di", "d'") && p.reads(next+1, "età", "eta"):
		return true
	case p.reads(i-1, "di", "dei") && p.reads(i-2, "età", "all'età"):
		return true
	case p.reads(i-1, "di"):
		return p.is(i-2, classPerson) || !months && i > 2 && p.unknownName(i-2)
	case p.reads(next, "di", "d'", "da", "dal", "dalla", "dall'", "per", "dalle", "dei"):
		return false
	case p.hasYears(i - 1):
		return true
	case p.reads(i-1, "soli", "appena") && p.reads(i-2, "a") && !months:
		return true
	case n.ranged && p.rangeCue(i) == cueBetween && p.is(i-2, classPerson):
		return true
	case p.at(i-1).text == "," && !months:
		return i > 2 && (p.reads(next, ",", ";", ")", ".") || p.at(next).kind == pieceNone) && capitalised(p.at(i-2).text)
	case p.at(i-1).text == "(" && !months:
		return p.at(next).text == ")"
	case p.reads(i-1, "a") && !months:
		years, _ := n.low.int()
		return years >= 14 && p.happensAtAge(i-2)
	}
	return false
}

// hasYears reports a verb whose object is an age: "ha 42 anni", "compie 42 anni".
func (p *parser) hasYears(i int) bool {
	return p.reads(i, "ha", "aveva", "hanno", "avevano", "ho", "hai", "abbia", "avrebbe", "avere", "avendo", "abbiamo", "avrà") ||
		p.reads(i, "compie", "compiuto", "compiuti", "compirà", "compiva")
}

// happensAtAge reports a word after which "a" opens an age: "morto a 84 anni", "già a 15 anni", "padre a 20 anni".
func (p *parser) happensAtAge(i int) bool {
	return p.reads(i, "morto", "morta", "scomparso", "scomparsa", "spento", "spenta", "deceduto", "deceduta") ||
		p.reads(i, "sposato", "sposata", "padre", "madre", "già", "solo", "soli")
}
