package conjugate

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

var someVerbs = []string{"dire", "proporre", "annunciare", "definire", "essere", "dare", "criticare", "studiare", "dovere",
	"fare", "ricordare", "accordare", "leggere", "potere"}

var moodNames = map[Mood]string{Indicative: "ind", Subjunctive: "sub", Conditional: "cond", Imperative: "imp",
	Infinitive: "inf", Gerund: "ger", Participle: "part"}
var tenseNames = map[Tense]string{Present: "pres", Imperfect: "impf", Past: "past", Future: "fut"}

// describe writes readings as "dire ind.pres.3.sg", "dire inf.pres +glielo", "dire part.past.f.pl".
func describe(readings []Reading) string {
	var all []string
	for _, r := range readings {
		text := someVerbs[r.Verb] + " " + moodNames[r.Mood] + "." + tenseNames[r.Tense]
		if r.Person > 0 {
			text += fmt.Sprintf(".%d", r.Person)
		}
		text += []string{"", ".m", ".f"}[r.Gender] + []string{"", ".sg", ".pl"}[r.Number]
		if r.Clitics != "" {
			text += " +" + r.Clitics
		}
		all = append(all, text)
	}
	return strings.Join(all, "; ")
}

func TestLookup(t *testing.T) {
	x := NewIndex(someVerbs)
	for _, test := range []struct{ word, want, why string }{
		{"dice", "dire ind.pres.3.sg", "irregular present"},
		{"dissero", "dire ind.past.3.pl", "strong passato remoto"},
		{"dette", "dare ind.past.3.sg; dire part.past.f.pl", "two verbs meet: diede/dette, detto"},
		{"propose", "proporre ind.past.3.sg", "compound of porre"},
		{"annuncerà", "annunciare ind.fut.3.sg", "the i that only shows the sound is dropped"},
		{"annuncierà", "", "and must be"},
		{"critichi", "criticare ind.pres.2.sg; criticare sub.pres.1.sg; criticare sub.pres.2.sg; criticare sub.pres.3.sg",
			"h before i"},
		{"critici", "", "the adjective, not the verb"},
		{"studo", "", "a stem goes only with the endings that it has"},
		{"definiscono", "definire ind.pres.3.pl", "-isc-"},
		{"definono", "", "no form without it"},
		{"è", "essere ind.pres.3.sg", "one letter"},
		{"e", "", "the conjunction"},
		{"e'", "essere ind.pres.3.sg", "apostrophe for accent"},
		{"dira’", "dire ind.fut.3.sg", "apostrophe for accent, typographic"},
		{"puo'", "potere ind.pres.3.sg", "ò"},
		{"di'", "dire imp.pres.2.sg", "imperative"},
		{"dev’", "dovere ind.pres.3.sg", "elided before essere"},
		{"dirgli", "dire inf.pres +gli", "infinitive with a clitic"},
		{"dirglielo", "dire inf.pres +glielo", "two clitics"},
		{"direglielo", "", "the infinitive loses its vowel"},
		{"proporlo", "proporre inf.pres +lo", "-rre loses more"},
		{"dicendogli", "dire ger.pres +gli", "gerund"},
		{"definendolo", "definire ger.pres +lo", "gerund"},
		{"dettogli", "dire part.past.m.sg +gli", "participle"},
		{"definitosi", "definire part.past.m.sg +si", "participle with si"},
		{"definitesi", "definire part.past.f.pl +si", "which may be inflected"},
		{"definitivi", "", "an adjective, not definiti + vi"},
		{"dettagli", "", "a noun, not detta + gli"},
		{"ricordale", "", "rare, and like a noun (aprile)"},
		{"dimmi", "dire imp.pres.2.sg +mi", "one syllable doubles the clitic"},
		{"fammelo", "fare imp.pres.2.sg +melo", "and the first of two"},
		{"ditemi", "dire imp.pres.2.pl +mi", "imperative plural"},
		{"dicelo", "", "a finite form takes none"},
		{"aver", "", "not in this list of verbs"},
		{"dir", "dire inf.pres", "dir poco"},
		{"", "", "nothing"},
		{"'", "", "an apostrophe"},
		{"\xe2\x80", "", "half a character"},
		{strings.Repeat("dice", 100), "", "very long"},
	} {
		assert.Equal(t, test.want, sorted(describe(x.Lookup(nil, test.word))), "%q: %s", test.word, test.why)
	}
}

// sorted puts descriptions in alphabetical order.
func sorted(descriptions string) string {
	all := strings.Split(descriptions, "; ")
	slices.Sort(all)
	return strings.Join(all, "; ")
}

// TestLookupFindsAllForms: what Forms writes, Lookup reads, with the same features.
func TestLookupFindsAllForms(t *testing.T) {
	verbs := append(irregularVerbs(), someVerbs...)
	x := NewIndex(verbs)
	for i, verb := range verbs {
		for _, form := range Forms(verb) {
			assert.Contains(t, x.Lookup(nil, form.Text), Reading{Verb: i, Features: form.Features}, "%s, %s", verb, form.Text)
		}
	}
}

// irregularVerbs returns the verbs listed one by one in irregular.txt, and for "*porre" its compound in "pro".
func irregularVerbs() []string {
	var verbs []string
	for line := range dataLines(irregularText) {
		verb, _, _ := strings.Cut(line, "\t")
		verbs = append(verbs, strings.Replace(verb, "*", "pro", 1))
	}
	return verbs
}

func TestLookupAllocatesNothing(t *testing.T) {
	x := NewIndex(someVerbs)
	dst := make([]Reading, 0, 8)
	for _, word := range []string{"dice", "presidente", "dirglielo", "dira’", "dimmi"} {
		assert.Zero(t, testing.AllocsPerRun(10, func() { dst = x.Lookup(dst[:0], word) }), word)
	}
}

func FuzzLookup(f *testing.F) {
	x := NewIndex(someVerbs)
	for _, word := range []string{"dice", "dirglielo", "dira’", "'", "\xff", "dimmi"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		for _, r := range x.Lookup(nil, word) {
			assert.True(t, strings.HasSuffix(word, r.Clitics))
		}
	})
}

func BenchmarkNewIndex(b *testing.B) {
	for b.Loop() {
		NewIndex(someVerbs)
	}
}

// The check by two letters lets every clitic through.
func TestMayBearClitic(t *testing.T) {
	for _, clitic := range makeClitics() {
		assert.True(t, mayBearClitic(append([]byte("fa"), clitic...)), "%s", clitic)
	}
	assert.False(t, mayBearClitic([]byte("governo")))
}
