package claims

import (
	"context"
	_ "embed"
	"strings"
	"sync"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/internal/conjugate"
	"github.com/detto-it/detto/internal/words"
	"github.com/detto-it/detto/lang"
)

//go:embed data/synonyms.txt
var synonymsText string

//go:embed data/titles.txt
var titlesText string

//go:embed data/gender.txt
var genderText string

// synonymGroups maps the stem of a noun to the numbers of the groups that have it.
var synonymGroups = sync.OnceValue(func() map[string][]int {
	groups := map[string][]int{}
	n := 0
	for line := range dataLines(synonymsText) {
		for word := range strings.FieldsSeq(line) {
			groups[lang.Stem(word)] = append(groups[lang.Stem(word)], n)
		}
		n++
	}
	return groups
})

// synonyms reports whether two stems of nouns share a group.
func synonyms(a, b string) bool {
	for _, i := range synonymGroups()[a] {
		for _, j := range synonymGroups()[b] {
			if i == j {
				return true
			}
		}
	}
	return false
}

// oddNames maps first names whose ending misleads to "feminine" or "masculine".
var oddNames = sync.OnceValue(func() map[string]string { return readClasses(genderText) })

// equivalentTitles maps phrases for an office to the stems of the title of who holds it, its noun first.
var equivalentTitles = sync.OnceValue(func() map[string][]string {
	titles := map[string][]string{}
	for line := range dataLines(titlesText) {
		phrase, words, _ := strings.Cut(line, "\t")
		for word := range strings.FieldsSeq(words) {
			titles[phrase] = append(titles[phrase], lang.Stem(word))
		}
	}
	return titles
})

// party is somebody or something that may speak: the mentions of one entity, and what the text calls it.
type party struct {
	id       int
	name     string
	lower    string // the name in small letters
	kind     extract.Kind
	gender   conjugate.Gender
	feminine bool     // a noun that goes with its name is feminine: "la senatrice Ferri"
	mentions []int    // first tokens of its mentions, in order
	seen     int      // the last mention that lies behind, as a token; -1 if none does
	titles   []string // the meanings of the nouns and adjectives that go with its name: "presidente", "cinese"
	heads    []string // those of them that are the nouns
}

// forget lets go of the document, all but the room.
func (p *party) forget() {
	clear(p.titles)
	clear(p.heads)
	*p = party{mentions: p.mentions[:0], titles: p.titles[:0], heads: p.heads[:0]}
}

// collectTitles notes what the text calls each person or body: "il presidente cinese Xi Jinping", "Xi, presidente della
// Cina,", "il ministro, Antonio Tajani,".
func (v *resolver) collectTitles(ctx context.Context) error {
	for s := range v.spans {
		if err := ctx.Err(); err != nil {
			return err
		}
		phrases := v.sentencePhrases(s)
		for i, p := range phrases {
			v.addInnerTitles(p)
			v.addDescriptionsIn(p, s)
			if p.entity >= 0 {
				v.addTitlesAround(phrases, i)
			}
		}
	}
	return nil
}

// addTitlesAround notes the titles before the name in phrase i, and those in apposition to it: after it, between commas or in
// brackets, and before it.
func (v *resolver) addTitlesAround(phrases []phrase, i int) {
	p := phrases[i]
	party, ok := v.partyOf(p.entity)
	if !ok {
		return
	}
	named := v.held[p.entity]
	v.addTitle(party, tokens{p.start, named.start})
	if named.end != p.end {
		return
	}
	if i+1 < len(phrases) && v.is(p.end, comma|openBracket) {
		q := phrases[i+1]
		if q.lead == p.end+1 && q.prep == 0 && v.is(q.end, comma|closeBracket|stop) && v.apposition(q) {
			v.addTitle(party, q.tokens)
		}
	}
	if i > 0 && v.is(p.lead-1, comma) {
		if q := v.wholeTitle(phrases[:i]); q.end == p.lead-1 && v.apposition(q) {
			v.addTitle(party, q.tokens)
		}
	}
}

// addInnerTitles notes the titles of persons within a phrase that names somebody or something else: "il giudizio
// dell'avvocato Sergio Ferri", "la portavoce del premier Mario Monti".
func (v *resolver) addInnerTitles(p phrase) {
	for i := p.head + 1; i < p.end; i++ {
		e := v.words[i].entity
		if e < 0 || int(e) == p.entity || v.ents[e].Kind != extract.Person || v.held[e].start != i {
			continue
		}
		start := i
		for start > p.head+1 && v.words[start-1].entity < 0 && v.nominal(start-1) {
			start--
		}
		if party, ok := v.partyOf(int(e)); ok && start < i && v.personRole(start) && v.is(start-1, ofPreposition) {
			v.addTitle(party, tokens{start, i})
		}
	}
}

// wholeTitle returns the last of some phrases, joined with the role that it completes with "per": "il giudice per le
// indagini preliminari", "la ministra per le pari opportunità".
func (v *resolver) wholeTitle(phrases []phrase) phrase {
	last := phrases[len(phrases)-1]
	if len(phrases) < 2 || v.lowered(last.lead-1) != "per" {
		return last
	}
	if q := phrases[len(phrases)-2]; q.end == last.lead-1 && v.apposition(q) {
		q.end = last.end
		return q
	}
	return last
}

func (v *resolver) apposition(q phrase) bool {
	if v.words[q.head].entity >= 0 {
		return false
	}
	_, ok := v.lexicon.role(v.lowered(q.head))
	return ok
}

// maxTitles bounds the words of titles that are kept of a party.
const maxTitles = 40

func (v *resolver) addTitle(party int, t tokens) {
	p := &v.parties[party]
	if len(p.titles) >= maxTitles {
		return
	}
	first := true
	for i := t.start; i < t.end; i++ {
		if v.words[i].class&(functionWord|punctuation|determiner|possessive) != 0 && v.words[i].entity < 0 {
			continue
		}
		low := v.lexicon.present(v.lowered(i))
		p.titles = append(p.titles, meaning(low))
		role, ok := v.lexicon.role(low)
		if ok || first {
			p.heads = append(p.heads, lang.Stem(low))
		}
		p.feminine = p.feminine || ok && role.Gender == conjugate.Feminine && role.Class == personSource
		first = false
	}
}

// meaning is the stem that a word of a title shares with others of the same meaning: an adjective of origin has that of
// its place, so that "il presidente uzbeco" and "il presidente dell'Uzbekistan" agree.
func meaning(word string) string {
	if place, ok := extract.Origin(word); ok {
		word, _, _ = strings.Cut(strings.ToLower(place), " ")
	}
	return lang.Stem(word)
}

// present is a title without what says since when it is held or that it no longer is: "neo-campione", "ex-regina",
// "neopresidente".
func (l *lexicon) present(title string) string {
	for _, prefix := range [...]string{"neo", "ex"} {
		rest, found := strings.CutPrefix(title, prefix)
		bare, hyphen := strings.CutPrefix(rest, "-")
		if _, known := l.role(bare); found && (hyphen || known) {
			return bare
		}
	}
	return title
}

// guessGender guesses the gender of a person from articles, titles and the first name, if extract did not tell it.
func (p *party) guessGender(r *reading) {
	if p.kind != extract.Person {
		return
	}
	for _, m := range p.mentions {
		switch r.lowered(m - 1) {
		case "la", "della", "alla", "dalla":
			p.gender = conjugate.Feminine
			return
		case "il", "del", "al", "dal":
			p.gender = conjugate.Masculine
			return
		}
	}
	if p.feminine {
		p.gender = conjugate.Feminine
	}
	if p.gender != 0 {
		return
	}
	first, _, full := strings.Cut(words.Compose(p.name), " ")
	if !full {
		return
	}
	switch class := oddNames()[first]; {
	case class == "feminine", class == "" && strings.HasSuffix(first, "a"):
		p.gender = conjugate.Feminine
	default:
		p.gender = conjugate.Masculine
	}
}

func contains(list []string, word string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}

func containsSynonym(list []string, word string) bool {
	for _, w := range list {
		if synonyms(w, word) {
			return true
		}
	}
	return false
}
