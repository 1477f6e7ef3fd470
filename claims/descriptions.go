package claims

import (
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/internal/conjugate"
	"github.com/detto-it/detto/lang"
)

// description is a noun phrase for somebody or something that may speak and that it does not name: "una donna di Lodi",
// "i medici dell'ospedale", "il rapporto dell'agenzia".
type description struct {
	tokens
	head     string // the stem of its noun
	class    sourceClass
	gender   conjugate.Gender
	number   grammaticalNumber
	sentence int32
	size     int  // how many words say more than its noun
	definite bool // "il medico", not "un medico"
}

// addDescriptionsIn notes a phrase, if it describes somebody who may speak, and those within it: "le richieste dei medici
// dell'ospedale".
func (v *resolver) addDescriptionsIn(p phrase, sentence int) {
	if p.pronoun || p.time {
		return
	}
	if p.entity < 0 {
		v.addDescription(p, sentence)
	}
	for i := p.head + 1; i < p.end; i++ {
		if v.words[i].entity < 0 && v.is(i-1, ofPreposition) && v.nominal(i) {
			inner := phrase{tokens: tokens{i, p.end}, head: v.headOf(i, p.end), lead: i, number: v.determinerNumber(i - 1), entity: -1}
			if v.namedBy(inner) < 0 {
				v.addDescription(inner, sentence)
			}
		}
	}
}

// addDescription notes a phrase by itself, unless a name stands beside it.
func (v *resolver) addDescription(p phrase, sentence int) {
	role, ok := v.lexicon.role(v.lowered(p.head))
	if !ok || v.words[p.head].entity >= 0 || v.besidePerson(p) {
		return
	}
	d := description{
		tokens: p.tokens, head: lang.Stem(v.lexicon.present(v.lowered(p.head))), class: role.Class, gender: role.Gender, number: p.number,
		sentence: int32(sentence), definite: v.is(p.lead, article) && v.lowered(p.lead)[0] != 'u' || v.is(p.lead-1, articled),
	}
	for i := p.start; i < p.end; i++ {
		if i != p.head && v.tells(i) {
			d.size++
		}
	}
	v.descriptions = append(v.descriptions, d)
}

// besidePerson reports whether a phrase stands in apposition to a person's name, which tells who is meant: "Anna Sala, medico di
// Lodi, …", "il medico, Anna Sala".
func (v *resolver) besidePerson(p phrase) bool {
	return v.isPerson(p.lead-2) && v.is(p.lead-1, comma|openBracket) || v.isPerson(p.end+1) && v.is(p.end, comma)
}

const (
	maxDescriptions  = 4  // that are thought of at a time
	descriptionsBack = 40 // among which they are sought
	sentencesBack    = 2  // how far back an omitted subject or a noun of another meaning may point
)

// addDescriptions adds those who were described before without a name: "Una ricerca dell'università … L'indagine mostra",
// "L'oncologo aveva esitato. Poi ha detto".
func (v *resolver) addDescriptions(a attribution, at int) {
	for v.described < len(v.descriptions) && v.descriptions[v.described].start < at {
		v.described++
	}
	for i, n := v.described-1, 0; i >= max(0, v.described-descriptionsBack) && n < maxDescriptions; i-- {
		d := &v.descriptions[i]
		if !v.mayMean(a, d, at) {
			continue
		}
		name := v.text(d.tokens)
		if v.offers(name) {
			continue
		}
		v.options = append(v.options, option{
			speaker:   speaker{name: name, party: -1, plural: d.number == plural, sentence: d.sentence, head: d.head, size: d.size},
			described: d, rank: n,
		})
		n++
	}
}

// mayMean reports whether a source may stand for a description before it.
func (v *resolver) mayMean(a attribution, d *description, at int) bool {
	near := v.words[at].sentence-d.sentence <= sentencesBack
	quoted := v.words[d.start].quoted
	switch {
	case quoted >= 0 && quoted != v.words[at].quoted, d.number != eitherNumber && !v.numberAgrees(a, d.number == plural):
		return false
	case !a.found || a.source.pronoun:
		return near
	case d.start < a.source.end && a.source.start < d.end:
		return false
	case related(v.sought.head, d.head) != "no":
		return d.size > 0
	}
	role, ok := v.lexicon.role(v.lowered(a.source.head))
	return near && ok && role.Class == d.class && d.size > v.sought.size
}

// mentionEvidence weighs a description that was mentioned before and has not spoken last.
func (v *resolver) mentionEvidence(e *evidence, kind string, o option, at int) {
	d := o.described
	is := "sought"
	if v.sought.head != "" {
		is = related(v.sought.head, d.head)
	}
	distance := digit(bucket(max(int(v.words[at].sentence-d.sentence), 0)))
	e.add("mention", kind, is)
	e.add("mention distance", is, distance)
	e.add("mention distance+kind", kind, is, distance)
	e.add("mention subject", is, digit(btoi(v.isSubjectPhrase(d))), distance)
	e.add("mention class", is, string(d.class), kind)
	e.add("mention rank", is, digit(o.rank), kind)
	e.add("mention size", is, digit(min(d.size, 4)), digit(min(v.sought.size, 3)))
	e.add("mention definite", is, digit(btoi(d.definite)), digit(min(v.sought.size, 1)))
}

// isSubjectPhrase reports whether a description is the subject of a verb of its sentence.
func (v *resolver) isSubjectPhrase(d *description) bool {
	_, subs := v.subjectsOf(int(d.sentence))
	for i := range subs {
		if subs[i].found && subs[i].start == d.start {
			return true
		}
	}
	return false
}

// isPerson reports whether token i belongs to the name of a person.
func (v *resolver) isPerson(i int) bool {
	return i >= 0 && i < len(v.words) && v.words[i].entity >= 0 && v.ents[v.words[i].entity].Kind == extract.Person
}

// descriptionEvidence compares a description with one before that names nobody: "i medici dell'ospedale di Lodi … i dottori".
func (v *resolver) descriptionEvidence(e *evidence, kind string, o option, s int32) {
	if v.sought.head == "" {
		return
	}
	is := related(v.sought.head, o.head)
	more := digit(min(max(o.size-v.sought.size+1, 0), 4))
	e.add("description head", is, kind)
	e.add("description size", is, more, digit(min(v.sought.size, 3)))
	e.add("description distance", is, digit(bucket(max(int(s-o.sentence), 0))))
}

// related tells how two stems of nouns are related: "same", "related" or "no".
func related(a, b string) string {
	switch {
	case a == b:
		return "same"
	case synonyms(a, b):
		return "related"
	}
	return "no"
}
