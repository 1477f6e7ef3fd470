package claims

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed data/adverbs.txt
var adverbsText string

//go:embed data/prepositions.txt
var prepositionsText string

//go:embed data/locutions.txt
var locutionsText string

// sequenceTable finds phrases of one or more words by their first word.
type sequenceTable[V any] map[string][]wordSequence[V]

// wordSequence is a sequence of lower-case tokens and what is known of it. An elided word keeps its apostrophe: "l'", "accento".
type wordSequence[V any] struct {
	words []string
	value V
}

// add notes a phrase; words are separated by spaces, and a word that is elided ends at its apostrophe.
func (t sequenceTable[V]) add(text string, value V) {
	words := splitWords(text)
	t[words[0]] = append(t[words[0]], wordSequence[V]{words, value})
}

// sort puts the longest phrases with the same first word first.
func (t sequenceTable[V]) sort() {
	for _, phrases := range t {
		slices.SortStableFunc(phrases, func(a, b wordSequence[V]) int { return len(b.words) - len(a.words) })
	}
}

// longest returns the value of the longest phrase that the tokens begin with, and the number of its tokens, 0 if there is none. word
// returns the i-th token in lower case with ' as apostrophe, "" after the last.
func (t sequenceTable[V]) longest(word func(i int) string) (value V, length int) {
	for _, p := range t[word(0)] {
		if startsWith(word, p.words) {
			return p.value, len(p.words)
		}
	}
	return value, 0
}

// startsWith reports whether the tokens begin with the words. The last of the words may be articulated ("a detta della" for
// "a detta di") or, where it is an adjective, agree ("resa nota" for "rendere noto").
func startsWith(word func(i int) string, words []string) bool {
	last := len(words) - 1
	for i, w := range words[:last] {
		if word(i) != w {
			return false
		}
	}
	got, want := word(last), words[last]
	return got == want || slices.Contains(articulated[want], got) || agrees(got, want)
}

// articulated are the forms of a preposition joined to the article, and its form before a vowel.
var articulated = map[string][]string{
	"di":  {"del", "dello", "della", "dell'", "dei", "degli", "delle", "d'"},
	"a":   {"al", "allo", "alla", "all'", "ai", "agli", "alle", "ad"},
	"da":  {"dal", "dallo", "dalla", "dall'", "dai", "dagli", "dalle"},
	"su":  {"sul", "sullo", "sulla", "sull'", "sui", "sugli", "sulle"},
	"con": {"col", "coi"},
}

// agrees reports whether a word is a form of an adjective of the locutions, which agree with their object: "ha reso nota la
// decisione".
func agrees(got, want string) bool {
	if want != "noto" && want != "pubblico" {
		return false
	}
	stem := strings.TrimSuffix(want, "o")
	ending, ok := strings.CutPrefix(got, stem)
	return ok && (len(ending) == 1 && strings.Contains("oaie", ending) || ending == "he")
}

// splitWords splits a phrase of a data file into tokens: "porre l'accento" is three.
func splitWords(text string) []string {
	return strings.Fields(strings.ReplaceAll(text, "'", "' "))
}

// readAdverbs reads what may stand between an auxiliary and its participle.
func readAdverbs() sequenceTable[struct{}] {
	table := make(sequenceTable[struct{}], 160)
	for line := range dataLines(adverbsText) {
		table.add(line, struct{}{})
	}
	table.sort()
	return table
}

// adverb returns how many tokens, from the first on, are one adverb or adverbial phrase ("poi", "più volte",
// "ufficialmente"), 0 if they are none. word is as for [sequenceTable.longest].
func (l *lexicon) adverb(word func(i int) string) int {
	if _, length := l.adverbs.longest(word); length > 0 {
		return length
	}
	if first := word(0); len(first) > len("mente")+2 && strings.HasSuffix(first, "mente") {
		return 1
	}
	return 0
}

// prepositionKind says what follows an expression that names a source; data/prepositions.txt explains each.
type prepositionKind string

const (
	sourceFollows prepositionKind = "source" // secondo il ministro
	sourceWithin  prepositionKind = "own"    // a suo dire
	clauseFollows prepositionKind = "clause" // secondo quanto ha riferito l'agenzia
	softSource    prepositionKind = "soft"   // per il ministro
	mediumFollows prepositionKind = "medium" // in una nota
)

// prepositionEntry is an expression that names a source: "secondo", "a detta di".
type prepositionEntry struct {
	Lemma string // as in the data file: "a detta di"
	Kind  prepositionKind
	Act   Act
}

// readPrepositions reads the prepositional cues.
func readPrepositions() sequenceTable[prepositionEntry] {
	table := make(sequenceTable[prepositionEntry], 64)
	for line := range dataLines(prepositionsText) {
		words, rest, _ := strings.Cut(line, "\t")
		kind, act, _ := strings.Cut(rest, "\t")
		table.add(words, prepositionEntry{words, prepositionKind(kind), Act(act)})
	}
	table.sort()
	return table
}

// preposition returns the longest prepositional cue that the tokens begin with, and its number of tokens, 0 for none.
// word is as for [sequenceTable.longest].
func (l *lexicon) preposition(word func(i int) string) (prepositionEntry, int) {
	return l.cues.longest(word)
}

// locution is a verbal phrase of saying: "rendere noto", "mettere in guardia".
type locution struct {
	Lemma  string // "rendere noto"
	Act    Act
	Level  uint8
	Frames frameSet
}

func readLocutions() sequenceTable[locution] {
	table := make(sequenceTable[locution], 64)
	for line := range dataLines(locutionsText) {
		lemma, rest, _ := strings.Cut(line, "\t")
		act, rest, _ := strings.Cut(rest, "\t")
		level, frames, _ := strings.Cut(rest, "\t")
		var e verbEntry
		e.setCue(act, level, frames)
		table.add(lemma, locution{lemma, e.Act, e.Level, e.Frames})
	}
	table.sort()
	return table
}

// locutionVerbs yields the verbs that begin a locution, in the order of the file; one may come more than once.
func locutionVerbs() func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range dataLines(locutionsText) {
			if verb, _, ok := strings.Cut(line, " "); ok && !yield(verb) {
				return
			}
		}
	}
}

// locution returns the locution made of a form of the verb and the tokens after it, and the number of those, 0 for none.
// word is as for [sequenceTable.longest], and begins after the verb.
func (l *lexicon) locution(verb *verbEntry, word func(i int) string) (locution, int) {
	for _, s := range l.locutions[verb.Lemma] {
		if rest := s.words[1:]; startsWith(word, rest) {
			return s.value, len(rest)
		}
	}
	return locution{}, 0
}
