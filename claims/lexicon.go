package claims

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/detto-it/detto/internal/conjugate"
)

//go:embed data/verbs.txt
var verbsText string

//go:embed data/auxiliaries.txt
var auxiliariesText string

// lexicon holds what the data files say about the words that announce a quote. It does not change once made.
type lexicon struct {
	entries   []*verbEntry // in the order of conjugation
	index     *conjugate.Index
	adverbs   sequenceTable[struct{}]
	locutions sequenceTable[locution] // by infinitive
	nouns     map[string]nounReading
	cues      sequenceTable[prepositionEntry]
	roles     map[string]roleReading
}

// theLexicon is made on first use and shared by all goroutines.
var theLexicon = sync.OnceValue(newLexicon)

func newLexicon() *lexicon {
	l := &lexicon{}
	l.addVerbs()
	l.locutions = readLocutions()
	l.adverbs = readAdverbs()
	l.cues = readPrepositions()
	l.nouns = readNouns()
	l.roles = readRoles()
	return l
}

// frameSet is a set of constructions; data/verbs.txt explains each.
type frameSet uint16

const (
	takesThat        frameSet = 1 << iota // "che": ha detto che non esiste
	takesInfinitive                       // "di": ha detto di non sapere
	takesTo                               // "a": ha invitato i soci a votare
	takesWhether                          // "se": ha chiesto se, come, perché
	takesNoun                             // "np": ha annunciato la chiusura
	takesAbout                            // "about": ha parlato di una svolta
	takesFor                              // "per": ha ringraziato i soci per il sostegno
	takesAs                               // "as": ha definito la legge un errore
	takesSelf                             // "self": si è detto certo
	takesDirect                           // "direct": Ha detto: non esiste
	takesMarks                            // "marks": «Non ora», ha sorriso
	takesParenthesis                      // "paren": Il piano, spiega il ministro, è pronto
	takesHow                              // "come": come ha spiegato il ministro
	takesAccusative                       // "acc": lo ha informato
	takesDative                           // "dat": gli ha chiesto
	takesColon                            // "colon", of nouns: L'appello: «Aiutateci»
)

var frameSetNames = []string{"che", "di", "a", "se", "np", "about", "per", "as", "self", "direct", "marks", "paren", "come",
	"acc", "dat", "colon"}

// has reports whether the set holds one of the given frames.
func (f frameSet) has(one frameSet) bool { return f&one != 0 }

// parseFrames reads "che di np"; names that are not frames, which the tests exclude, are passed over.
func parseFrames(text string) frameSet {
	var set frameSet
	for name := range strings.FieldsSeq(text) {
		for i, known := range frameSetNames {
			if name == known {
				set |= 1 << i
			}
		}
	}
	return set
}

// auxiliaryKind says how a verb serves the verb of saying after it; data/auxiliaries.txt explains each.
type auxiliaryKind string

const (
	notAuxiliary  auxiliaryKind = ""
	perfectVerb   auxiliaryKind = "perfect"   // ha detto
	passiveVerb   auxiliaryKind = "passive"   // viene detto
	modalVerb     auxiliaryKind = "modal"     // vuole precisare
	causativeVerb auxiliaryKind = "causative" // ha fatto dire
	gerundVerb    auxiliaryKind = "gerund"    // sta dicendo
	phaseVerb     auxiliaryKind = "phase"     // ha tenuto a precisare
)

// verbEntry is a verb of saying, an auxiliary, or both ("volere", "rifiutare").
type verbEntry struct {
	Lemma     string
	Act       Act   // "" for a mere auxiliary
	Level     uint8 // 1 verb of saying, 2 only with content, 3 thought or attitude; 0 for a mere auxiliary
	Frames    frameSet
	Auxiliary auxiliaryKind
	Particle  string // what stands between a phase verb and the infinitive: "a" in "tenere a precisare"
}

// addVerbs reads the verbs of saying and the auxiliaries.
func (l *lexicon) addVerbs() {
	byLemma := make(map[string]*verbEntry, 800)
	for line := range dataLines(verbsText) {
		lemma, rest, _ := strings.Cut(line, "\t")
		act, rest, _ := strings.Cut(rest, "\t")
		level, frames, _ := strings.Cut(rest, "\t")
		l.verbEntry(byLemma, lemma).setCue(act, level, frames)
	}
	for line := range dataLines(auxiliariesText) {
		lemma, rest, _ := strings.Cut(line, "\t")
		kind, particle, _ := strings.Cut(rest, "\t")
		e := l.verbEntry(byLemma, lemma)
		e.Auxiliary, e.Particle = auxiliaryKind(kind), strings.Trim(particle, "-")
	}
	for lemma := range locutionVerbs() {
		l.verbEntry(byLemma, lemma)
	}
	infinitives := make([]string, len(l.entries))
	for i, e := range l.entries {
		infinitives[i] = e.Lemma
	}
	l.index = conjugate.NewIndex(infinitives)
}

// verbEntry returns the entry of a lemma, a new one if need be.
func (l *lexicon) verbEntry(byLemma map[string]*verbEntry, lemma string) *verbEntry {
	e := byLemma[lemma]
	if e == nil {
		e = &verbEntry{Lemma: lemma}
		byLemma[lemma] = e
		l.entries = append(l.entries, e)
	}
	return e
}

func (e *verbEntry) setCue(act, level, frames string) {
	e.Act, e.Frames = Act(act), parseFrames(frames)
	if level != "" {
		e.Level = level[0] - '0'
	}
}

// verbReading is one analysis of a token as a form of a verb.
type verbReading struct {
	*verbEntry
	conjugate.Features
	Clitics string // joined to the form: "gli" in "dicendogli"
}

// verb appends to dst the readings of a token as a verb of saying, an auxiliary, or the verb of a locution, and returns it.
// The form is in lower case; the apostrophe may be ' or ’. Most words have no reading, which costs a few nanoseconds;
// nothing is allocated but what dst needs to grow. Present participles are no readings, they are nouns.
func (l *lexicon) verb(dst []verbReading, form string) []verbReading {
	var readings [16]conjugate.Reading
	for _, r := range l.index.Lookup(readings[:0], form) {
		if r.Mood == conjugate.Participle && r.Tense == conjugate.Present {
			continue // "manifestanti", "rappresentante": nouns
		}
		dst = append(dst, verbReading{l.entries[r.Verb], r.Features, r.Clitics})
	}
	return dst
}

// dataLines yields the lines of a data file without comments and empty lines.
func dataLines(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			line = strings.TrimRight(line, "\r\n")
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}
