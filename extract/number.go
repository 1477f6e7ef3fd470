package extract

import "strings"

// numeric is a number read from the text, or a range of two.
type numeric struct {
	low, high decimal // equal to each other unless ranged
	ranged    bool
	first     int  // the first piece, with its sign
	next      int  // the piece after the last
	figures   bool // begins with digits
	plain     bool // nothing but digits: "2024", "3"
	article   bool // "un", "una": an article unless something counted follows
	scaled    bool // ends in "milioni", "dozzina": "di" may come before what is counted
	approx    bool // "una decina"
	fraction  bool // "due terzi"
	dashed    bool // a range with a dash: "10-15"
	scale     decimal
}

// number reads a number at piece i: figures or words, with multipliers, halves and fractions. Most rules begin with
// one, so the last one read is kept.
func (p *parser) number(i int) (numeric, bool) {
	if !p.at(i).begins(classNumeral|classHalf) && p.at(i).kind != pieceDigits {
		return numeric{}, false
	}
	if p.last.at != i+1 {
		n, ok := p.readNumber(i)
		p.last = lastNumber{i + 1, n, ok}
	}
	return p.last.numeric, p.last.ok
}

// lastNumber is the number that was read last, at piece at-1.
type lastNumber struct {
	at int
	numeric
	ok bool
}

func (p *parser) readNumber(i int) (numeric, bool) {
	if n, ok := p.slashFraction(i); ok {
		return n, true
	}
	n, ok := p.term(i)
	if !ok {
		return n, false
	}
	if !n.figures || n.scaled {
		n = p.smallerTerms(n)
	}
	n = p.half(n)
	if f, ok := p.fraction(n); ok {
		n = f
	}
	n.high = n.low
	n.signed(p)
	return n, true
}

// term reads a coefficient with its multipliers: "ventitré", "2,5 miliardi", "40mila", "mezzo milione", "due dozzine".
func (p *parser) term(i int) (numeric, bool) {
	n, ok := p.coefficient(i)
	if !ok {
		return n, false
	}
	n.scale = integer(1)
	if w := p.at(n.next).word; w.is&classCollective != 0 {
		n.multiply(w.number)
		n.approx = w.number != 12
		if p.reads(n.next, "di") && p.is(n.next+1, classMultiplier) {
			n.next++
		}
	}
	for p.is(n.next, classMultiplier) && (n.low.digits != 0) {
		n.multiply(p.at(n.next).word.number)
	}
	if p.suffixK(n.next) {
		n.multiply(1000)
	}
	if p.is(i, classHalf) && !n.scaled && !p.is(n.next, classUnit|classCurrency) {
		return n, false
	}
	return n, true
}

func (n *numeric) multiply(by int64) {
	n.low, n.scale = n.low.times(integer(by)), integer(by)
	n.next, n.scaled, n.article, n.plain = n.next+1, true, false, false
}

// suffixK reports a "k" for thousands right after the figures: "3k".
func (p *parser) suffixK(i int) bool {
	return (p.glued(i, "k") || p.glued(i, "K")) && p.at(i-1).kind == pieceDigits
}

func (p *parser) coefficient(i int) (numeric, bool) {
	pc := p.at(i)
	switch {
	case pc.kind == pieceDigits:
		return p.figures(i)
	case pc.word.is&classNumeral != 0:
		n := numeric{low: integer(pc.word.number), first: i, next: i + 1}
		n.article = pc.word.number == 1
		return p.spokenDecimals(n), true
	case pc.word.is&classHalf != 0:
		return numeric{low: decimal{5, -1}, first: i, next: i + 1}, true
	}
	return numeric{}, false
}

// spokenDecimals reads "virgola" and what follows: "tre virgola quattordici", "zero virgola zero cinque".
func (p *parser) spokenDecimals(n numeric) numeric {
	if !p.reads(n.next, "virgola") || !p.is(n.next+1, classNumeral) {
		return n
	}
	var decimals strings.Builder
	j := n.next + 1
	for ; p.is(j, classNumeral) && decimals.Len() < decimalFigures; j++ {
		decimals.WriteString(integer(p.at(j).word.number).String())
	}
	if d, ok := parseDecimal("." + decimals.String()); ok {
		n.low, n.next, n.article = n.low.plus(d), j, false
	}
	return n
}

// smallerTerms adds the terms that follow: "tre milioni duecentomila", "mille e cento", "duecento trentadue". Each is
// smaller than the last place of what it is added to, so that "due tre" stays two numbers.
func (p *parser) smallerTerms(n numeric) numeric {
	for {
		j, and := n.next, p.reads(n.next, "e", "ed")
		if and {
			j++
		}
		place := n.low.reduced()
		if place.exponent < 1 || and && place.exponent < 2 || p.at(j).word.is&classHalf != 0 {
			return n
		}
		t, ok := p.term(j)
		if !ok || t.figures && (!n.scaled || p.at(j).glued) || t.low.digits <= 0 || !below(t.low, place.exponent) || t.approx {
			return n
		}
		if t.article && and && place.exponent < 2 || t.article && !and {
			return n
		}
		if and && p.rangeCue(n.first) == cueBetween {
			return n
		}
		n.low, n.next = n.low.plus(t.low), t.next
		n.article, n.plain, n.scaled = false, false, t.scaled
		if t.scaled {
			n.scale = t.scale
		}
	}
}

// below reports whether a number is less than ten to the n.
func below(d decimal, n int) bool {
	d = d.reduced()
	return len(integer(d.digits).String())+d.exponent <= n
}

// half adds "e mezzo", "e un quarto", "e tre quarti": "tre milioni e mezzo" is 3500000, "uno e mezzo" 1.5.
func (p *parser) half(n numeric) numeric {
	part, next, ok := p.partAfterAnd(n.next)
	if !ok || n.figures && !n.scaled && !n.plain {
		return n
	}
	if n.scaled || !p.isSpanOrUnit(next) && (p.is(n.next+1, classHalf) || p.ends(next) && !p.reads(next, "alle", "d'")) {
		if !n.scaled {
			n.scale = integer(1)
		}
		n.low, n.next, n.article, n.plain = n.low.plus(part.times(n.scale)), next, false, false
	}
	return n
}

func (p *parser) isSpanOrUnit(i int) bool {
	return p.is(i, classSpan|classUnit|classCurrency)
}

// partAfterAnd reads "e mezzo", "e mezza", "e un quarto", "e tre quarti" at piece i.
func (p *parser) partAfterAnd(i int) (decimal, int, bool) {
	switch {
	case !p.reads(i, "e", "ed"):
		return decimal{}, i, false
	case p.is(i+1, classHalf):
		return decimal{5, -1}, i + 2, true
	case p.reads(i+1, "un", "1") && p.reads(i+2, "quarto"):
		return decimal{25, -2}, i + 3, true
	case p.reads(i+1, "tre", "3") && p.reads(i+2, "quarti"):
		return decimal{75, -2}, i + 3, true
	}
	return decimal{}, i, false
}

// fraction reads the denominator after a numerator: "due terzi", "un quinto degli iscritti", "un mezzo". "un terzo
// uomo" is an ordinal, "due secondi" a time.
func (p *parser) fraction(n numeric) (numeric, bool) {
	below := p.at(n.next)
	if n.scaled || n.fraction || below.glued && below.kind != pieceMark {
		return n, false
	}
	denominator := below.word.number
	switch {
	case below.word.is&classOrdinal != 0 && denominator > 2:
		if n.article != strings.HasSuffix(below.text, "o") || !n.article && !strings.HasSuffix(below.text, "i") {
			return n, false
		}
		if n.article && !p.closesFraction(n.next+1) {
			return n, false
		}
	case n.article && below.word.is&classHalf != 0 && strings.HasSuffix(below.text, "o") && p.ends(n.next+1):
		denominator = 2
	default:
		return n, false
	}
	n.low, n.next = n.low.over(integer(denominator)), n.next+1
	n.fraction, n.article, n.plain = true, false, false
	return n, true
}

// closesFraction reports what can follow "un terzo" as a fraction: no noun, "per cento", or the whole that it is a part of ("un
// terzo dei voti"). In "un terzo incontro" it is a rank.
func (p *parser) closesFraction(i int) bool {
	return p.ends(i) || p.is(i, classPercent) ||
		p.reads(i, "di", "del", "dei", "degli", "della", "delle", "dell'", "dello", "d'")
}

// slashFraction reads "3/4" and "5 1/2": a proper fraction in figures, with a whole number before it or not.
func (p *parser) slashFraction(i int) (numeric, bool) {
	whole, above := integer(0), p.at(i)
	if p.at(i+1).kind == pieceDigits && !p.at(i+1).glued && len(above.text) < 4 && p.glued(i+2, "/") {
		whole.digits, i = int64(signedNumber(above.text)), i+1
	}
	above, below := p.at(i), p.at(i+2)
	if above.kind != pieceDigits || !p.glued(i+1, "/") || below.kind != pieceDigits || !below.glued {
		return numeric{}, false
	}
	if len(above.text) > 2 || len(below.text) > 2 || p.glued(i+3, "/") || p.at(i-1).text == "/" {
		return numeric{}, false // "104/92", "3/4/24"
	}
	a, b := int64(signedNumber(above.text)), int64(signedNumber(below.text))
	if a >= b || a == 0 {
		return numeric{}, false
	}
	n := numeric{low: whole.plus(integer(a).over(integer(b))), first: i, next: i + 3, figures: true, fraction: true}
	if whole.digits > 0 {
		n.first--
	}
	n.high = n.low
	return n, true
}

// ends reports whether no word follows that a preceding one could go with: the end, a mark or a short grammatical word.
func (p *parser) ends(i int) bool {
	return p.at(i).kind == pieceNone || p.at(i).kind == pieceMark || p.grammatical(i)
}

// signed takes in a minus before the number: "-3", "meno tre". A dash between words or numbers is no minus.
func (n *numeric) signed(p *parser) {
	before := p.at(n.first - 1)
	minus := before.kind == pieceMark && (before.text == "-" || before.text == "−" || before.text == "–") &&
		p.at(n.first).glued && !before.glued && n.figures
	if (minus || p.minusWord(n.first-1)) && n.low.digits != 0 {
		n.low, n.high, n.first, n.plain = n.low.negated(), n.high.negated(), n.first-1, false
	}
}

// minusWord reports "meno" that makes a number negative: "meno tre". In "le otto meno dieci" it takes off, in "più o meno
// dieci" and "sempre meno" it is an adverb.
func (p *parser) minusWord(i int) bool {
	if !p.reads(i, "meno") || p.is(i-1, classNumeral) || p.at(i-1).kind == pieceDigits {
		return false
	}
	return !p.reads(i-1, "più", "o", "per", "sempre", "molto", "ancora", "non", "ore")
}
