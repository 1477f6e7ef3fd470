package claims

import (
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/internal/conjugate"
)

// phrase is a noun phrase: "presidente cinese Xi Jinping", "fonti del Quirinale", "lui". Its tokens leave out the
// article before it.
type phrase struct {
	tokens
	head      int               // the first noun, or the first token of a name
	lead      int               // the first token, articles included
	prep      class             // the preposition before it: ofPreposition, fromPreposition, preposition (any other), or 0
	number    grammaticalNumber // what article and noun tell
	entity    int               // index of the entity that it names, or -1
	pronoun   bool
	time      bool // "lunedì", "il 3 luglio"
	bracketed bool
}

// grammaticalNumber is grammatical number.
type grammaticalNumber uint8

const (
	eitherNumber grammaticalNumber = iota
	singular
	plural
)

func (n grammaticalNumber) agrees(isPlural bool) bool {
	return n == eitherNumber || (n == plural) == isPlural
}

// phrasesIn returns the noun phrases between two tokens, in order.
func (r *reading) phrasesIn(dst []phrase, t tokens) []phrase {
	brackets := 0
	for i := t.start; i < t.end; {
		switch {
		case r.is(i, openBracket):
			brackets++
		case r.is(i, closeBracket) && brackets > 0:
			brackets--
		}
		p, ok := r.phraseAt(i, t.end)
		if !ok {
			i++
			continue
		}
		p.bracketed = brackets > 0
		p.prep = r.prepositionBefore(p.lead)
		dst = append(dst, p)
		i = p.end
	}
	return dst
}

// prepositionBefore tells which preposition governs what begins at token i.
func (r *reading) prepositionBefore(i int) class {
	w := class(0)
	if i > 0 {
		w = r.words[i-1].class
	}
	switch {
	case w&ofPreposition != 0:
		return ofPreposition
	case w&fromPreposition != 0:
		return fromPreposition
	case w&anyPreposition != 0 && w&clitic == 0:
		return preposition
	}
	return 0
}

// phraseAt reads the noun phrase that begins at token i, if one does.
func (r *reading) phraseAt(i, end int) (phrase, bool) {
	p := phrase{lead: i, entity: -1}
	j := i
	if n := r.latter(i); n > 0 {
		p.tokens, p.head, p.pronoun, p.number = tokens{i, i + n}, i, true, r.pronounNumber(i+n-1)
		return p, true
	}
	if r.is(i, pronoun) && r.words[i].entity < 0 && !r.is(i, determiner|possessive) {
		p.tokens, p.head, p.pronoun = tokens{i, i + 1}, i, true
		p.number = r.pronounNumber(i)
		return p, true
	}
	for j < end && r.words[j].entity < 0 && (r.is(j, article|determiner|possessive|number) || j > i && r.is(j, adverb) && r.is(j-1, article|possessive)) {
		if r.is(j, article) && r.is(j-1, number) && j > i { // "dal 1992 la sua"
			p.tokens, p.head, p.time = tokens{i, j}, i, true
			return p, true
		}
		if r.is(j, article|determiner) {
			if n := r.determinerNumber(j); n != eitherNumber {
				p.number = n
			}
		} else if r.is(j, number) && p.number == eitherNumber {
			p.number = plural
		}
		j++
	}
	if j > i && j < end && r.is(j, openMark) && r.shortMarked(j, end) > 0 { // "i «quattro pilastri»"
		p.tokens, p.head = tokens{j, r.phraseEnd(j, end)}, j+1
		p.entity = int(r.words[j+1].entity)
		if p.end <= j {
			p.end = r.shortMarked(j, end)
		}
		return p, true
	}
	if j >= end || !r.nominal(j) {
		return r.barePhrase(p, i, j, end)
	}
	if j > i && r.is(i-1, articled) || j == i && r.is(i-1, articled) {
		p.number = r.determinerNumber(i - 1)
	}
	if j == i && r.is(i-1, relative) && r.lowered(i-1) == "che" && r.words[j].entity < 0 && !r.is(j, capital) {
		return p, false // "che" and an unknown word without article: a verb
	}
	first := j
	for first > i && r.is(first-1, determiner|number) && !r.is(first-1, article) && r.words[first-1].entity < 0 {
		first-- // "alcuni testimoni" keeps its quantifier
	}
	p.start = first
	p.end = r.phraseEnd(j, end)
	p.head = r.headOf(j, p.end)
	p.entity = r.namedBy(p)
	p.time = r.words[p.head].entity < 0 && r.is(p.head, timeNoun)
	if p.number == eitherNumber {
		p.number = r.bareNumber(p)
	}
	return p, true
}

// headOf finds the role behind adjectives and prefixes: "ex premier", "giovane madre", "neo presidente", "stessa sindaca".
func (r *reading) headOf(i, end int) int {
	if i+1 < end && r.pointsBack(i) && r.nominal(i+1) {
		i++
	}
	for k := i; k < min(end, i+3); k++ {
		if r.words[k].entity >= 0 || r.words[k].class&(functionWord|punctuation) != 0 {
			break
		}
		if r.personRole(k) {
			return k
		}
		if _, ok := r.lexicon.role(r.lowered(k)); ok {
			break
		}
	}
	return i
}

// barePhrase reads a quantifier or a number that stands for a noun: "molti", "nel 2005".
func (r *reading) barePhrase(p phrase, i, j, end int) (phrase, bool) {
	last := j - 1
	switch {
	case last < i:
		return p, false
	case r.is(last, number):
		p.time = true
	case (r.lowered(last) == "uno" || r.lowered(last) == "una") && r.is(j, ofPreposition) && !r.infinitive(j+1): // "uno dei passeggeri"
		p.number = singular
	case !r.is(last, determiner) || r.is(last, coordinator|adverb):
		return p, false
	}
	p.tokens, p.head = tokens{i, j}, last
	if r.is(j, ofPreposition) && r.ofPhrase(j, end) > 0 { // "alcuni dei presenti"
		p.end = r.phraseEnd(r.ofPhrase(j, end), end)
	}
	return p, true
}

// nominal reports whether token i can stand inside a noun phrase as a noun, adjective or name.
func (r *reading) nominal(i int) bool {
	w := &r.words[i]
	if w.entity >= 0 {
		return true
	}
	if w.class&punctuation != 0 {
		return false
	}
	if w.group >= 0 {
		return false
	}
	if w.class&functionWord != 0 {
		return w.class&(timeNoun) != 0
	}
	if w.class&(otherFinite) != 0 && w.class&capital == 0 {
		return r.nounContext(i)
	}
	return w.class&(article|determiner) == 0
}

// phraseEnd finds where a phrase whose head is at token i ends: adjectives, names and "di" phrases belong to it.
func (r *reading) phraseEnd(i, end int) int {
	j := i
	for j < end {
		switch {
		case r.words[j].entity >= 0:
			if j > i && r.ents[r.words[j].entity].Kind == extract.Person && !r.nameFollows(i, j) {
				return j
			}
			j = min(end, max(j+1, r.held[r.words[j].entity].end))
		case r.nominal(j):
			j++
		case r.is(j, number) && j > i && !r.is(j, comma) && !(r.words[j-1].entity >= 0 && r.amount(j, end)):
			j++
		case j > i && r.is(j, ofPreposition) && r.ofPhrase(j, end) > 0:
			j = r.ofPhrase(j, end)
		case j > i && r.is(j, coordinator) && r.is(j+1, ofPreposition) && !r.is(j+1, article) && r.lowered(j+1) != "di" && r.ofPhrase(j+1, end) > 0 && j+1 < end:
			j = r.ofPhrase(j+1, end) // "ministro delle Infrastrutture e dei Trasporti"
		case j > i && r.is(j, coordinator) && j+2 < end && r.personRole(j-1) && r.personRole(j+1) && r.words[j+2].entity >= 0:
			j++ // "lo scrittore e cronista Giovanni Rossi"
		case j > i && r.is(j, openMark) && r.shortMarked(j, end) > 0:
			j = r.shortMarked(j, end)
		default:
			return j
		}
	}
	return j
}

// nameFollows reports whether a person's name at token j belongs to the phrase that begins at token i: after a role or
// an adjective of one, not in "a tal proposito Rossi ha detto".
func (r *reading) nameFollows(i, j int) bool {
	if r.is(j-1, ofPreposition) && r.words[j-1].entity < 0 || r.is(j-1, openMark|closeMark) {
		return true
	}
	if r.words[i].entity >= 0 { // "dai banchi del Pd Guido Morandini"
		return r.ents[r.words[i].entity].Kind == extract.Person
	}
	for k := i; k < j; k++ {
		if role, ok := r.lexicon.role(r.lowered(k)); ok && r.words[k].entity < 0 {
			return role.Number != conjugate.Plural // not in "ai giornalisti Rossi ha detto"
		}
		if e := r.words[k].entity; e >= 0 {
			return r.ents[e].Kind == extract.Person
		}
		if r.is(k, capital) {
			return true
		}
	}
	lead := i
	for r.is(lead-1, article|determiner) && !r.is(lead-1, articled) {
		lead--
	}
	return lead < i && r.prepositionBefore(lead) == 0
}

// ofPhrase returns the position of the noun after "di", "della sua", or 0 if no noun phrase follows.
func (r *reading) ofPhrase(j, end int) int {
	k := j + 1
	for k < end && r.words[k].entity < 0 && r.is(k, article|determiner|possessive|number) {
		k++
	}
	if k < end && r.nominal(k) {
		return k
	}
	return 0
}

// shortMarked returns the end of a few words between marks inside a phrase: "gli «ermellini»", or 0.
func (r *reading) shortMarked(j, end int) int {
	for k := j + 1; k < end && k < j+5; k++ {
		if r.is(k, closeMark) && k > j+1 {
			return k + 1
		}
	}
	return 0
}

// namedBy finds the entity that a phrase names: its head, or the person that follows a role: "il presidente della
// Camera Fausto Bertinotti". In "portavoce del premier Mario Monti" the person belongs to the premier.
func (r *reading) namedBy(p phrase) int {
	if e := r.words[p.head].entity; e >= 0 {
		return int(e)
	}
	owner, nested := p.head, false // the noun that a name would belong to
	for i := p.head + 1; i < p.end; i++ {
		e := r.words[i].entity
		switch {
		case r.is(i, ofPreposition) && e < 0:
			owner, nested = -1, true
		case e >= 0:
			person := r.ents[e].Kind == extract.Person
			if person && (!nested || owner >= 0 && !r.personRole(owner)) {
				return int(e)
			}
			if !nested && r.ents[e].Kind == extract.Organization && r.held[e].start == i && !r.personRole(p.head) { // not in "la deputata Pd"
				return int(e)
			}
			if owner < 0 {
				owner = i
			}
			i = max(i, r.held[e].end-1)
		case owner < 0 && r.nominal(i):
			owner = i
		}
	}
	return -1
}

// personRole reports whether a noun is what one person is: "premier", "ministro".
func (r *reading) personRole(i int) bool {
	if r.words[i].entity >= 0 {
		return false
	}
	role, ok := r.lexicon.role(r.lowered(i))
	return ok && role.Class == personSource && role.Number != conjugate.Plural
}

// latter returns how many tokens a pronoun of two words has: "quest'ultimo", "quest'ultima".
func (r *reading) latter(i int) int {
	if r.lowered(i) != "quest'" && r.lowered(i) != "questi" && r.lowered(i) != "queste" {
		return 0
	}
	switch r.lowered(i + 1) {
	case "ultimo", "ultima", "ultimi", "ultime":
		if i+2 >= len(r.words) || !r.nominal(i+2) {
			return 2
		}
	}
	return 0
}

func (r *reading) pronounNumber(i int) grammaticalNumber {
	switch r.lowered(i) {
	case "ultimo", "ultima":
		return singular
	case "lui", "lei", "egli", "ella", "esso", "essa", "costui", "costei", "quest'ultimo", "quest'ultima":
		return singular
	}
	return plural
}

func (r *reading) determinerNumber(i int) grammaticalNumber {
	switch r.lowered(i) {
	case "il", "lo", "la", "un", "uno", "una", "un'", "l'", "questo", "questa", "quel", "quello", "quella", "ogni", "altro", "altra",
		"del", "dello", "della", "dell'", "dal", "dallo", "dalla", "dall'", "qualche", "nessun", "nessuno":
		return singular
	case "i", "gli", "le", "questi", "queste", "quei", "quegli", "quelle", "alcuni", "alcune", "altri", "altre", "molti", "molte",
		"dei", "degli", "delle", "dai", "dagli", "dalle", "due", "tre", "quattro", "cinque", "diversi", "diverse", "numerosi", "numerose", "tutti", "tutte", "tanti", "tante":
		return plural
	}
	return eitherNumber
}

// bareNumber guesses the number of a phrase without article from the end of its noun.
func (r *reading) bareNumber(p phrase) grammaticalNumber {
	if e := r.words[p.head].entity; e >= 0 {
		if r.ents[e].Kind == extract.Person {
			return singular
		}
		return eitherNumber
	}
	low := r.lowered(p.head)
	if low == "" {
		return eitherNumber
	}
	switch low[len(low)-1] {
	case 'i':
		return plural
	case 'o', 'a':
		return singular
	}
	return eitherNumber
}
