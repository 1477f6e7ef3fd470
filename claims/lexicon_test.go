package claims

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/detto-it/detto/internal/conjugate"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleActs() {
	fmt.Println(slices.Contains(Acts(), Promise), len(Acts()))
	// Output: true 37
}

// TestLexiconVerb names for each form the verb of saying or the auxiliary that it is of.
func TestLexiconVerb(t *testing.T) {
	l := theLexicon()
	for _, test := range []struct{ form, want, why string }{
		{"ha", "avere perfect", "auxiliary"},
		{"viene", "venire passive", "auxiliary of the passive"},
		{"vuole", "volere hope modal", "a modal that also tells a wish"},
		{"ribadì", "ribadire emphasise", "passato remoto"},
		{"definendolo", "definire define", "gerund with a clitic"},
		{"chiestogli", "chiedere ask", "participle with a clitic"},
		{"sosterrebbe", "sostenere claim", "conditional of an irregular verb"},
		{"tenuto", "tenere phase", "ha tenuto a precisare"},
		{"reso", "rendere", "known only for \"rendere noto\""},
		{"mangia", "", "says nothing"},
		{"presidente", "", "looks like a participle of presiedere, which is not here"},
	} {
		var got []string
		for _, r := range l.verb(nil, test.form) {
			text := strings.Join(strings.Fields(fmt.Sprint(r.Lemma, " ", r.Act, " ", r.Auxiliary)), " ")
			if !slices.Contains(got, text) {
				got = append(got, text)
			}
		}
		assert.Equal(t, test.want, strings.Join(got, ", "), "%s: %s", test.form, test.why)
	}
}

// TestLexiconPhrases puts the expected phrase, at the beginning of the text, in brackets.
func TestLexiconPhrases(t *testing.T) {
	l := theLexicon()
	preposition := func(word func(int) string) int { _, n := l.preposition(word); return n }
	locution := func(verb string) func(func(int) string) int {
		return func(word func(int) string) int { _, n := l.locution(&verbEntry{Lemma: verb}, word); return n }
	}
	for _, test := range []struct {
		text, why string
		match     func(word func(int) string) int
	}{
		{"[secondo] il ministro", "one word", preposition},
		{"[secondo quanto] riferito", "the longer cue wins", preposition},
		{"[a detta della] procura", "the last preposition with its article", preposition},
		{"[ad avviso dell'] accusa", "elided article", preposition},
		{"[stando a] lui", "without article", preposition},
		{"[stando alle parole del] sindaco", "the longest", preposition},
		{"[a suo dire]", "the source is in the words", preposition},
		{"[]a suo padre", "no cue", preposition},
		{"[più volte] ribadito", "two words", l.adverb},
		{"[ufficialmente] annunciato", "in -mente", l.adverb},
		{"[]mente", "not the noun alone", l.adverb},
		{"[]annunciato", "the participle itself", l.adverb},
		{"[noto] che", "rendere noto", locution("rendere")},
		{"[nota] la decisione", "agreeing", locution("rendere")},
		{"[]felice", "rendere alone says nothing", locution("rendere")},
		{"[in guardia] i soci", "mettere in guardia", locution("mettere")},
		{"[l'accento sui] rischi", "elided article inside, articulated preposition at the end", locution("porre")},
	} {
		bare := strings.NewReplacer("[", "", "]", "").Replace(test.text)
		want := len(splitWords(test.text[1:strings.IndexByte(test.text, ']')]))
		assert.Equal(t, want, test.match(wordsOf(bare)), "%s: %s", test.text, test.why)
	}
}

// wordsOf gives the i-th word of a text, "" after the last.
func wordsOf(text string) func(i int) string {
	words := splitWords(text)
	return func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	}
}

func TestLexiconNouns(t *testing.T) {
	l := theLexicon()
	for _, test := range []struct {
		form, lemma string
		act         Act
		number      conjugate.Number
	}{
		{"annuncio", "annuncio", Announce, conjugate.Singular},
		{"annunci", "annuncio", Announce, conjugate.Plural},
		{"denunce", "denuncia", Accuse, conjugate.Plural},
		{"denuncie", "denuncia", Accuse, conjugate.Plural},
		{"repliche", "replica", Reply, conjugate.Plural},
		{"attacchi", "attacco", Condemn, conjugate.Plural},
		{"no", "no", Reject, 0},
	} {
		r, ok := l.noun(test.form)
		require.True(t, ok, test.form)
		assert.Equal(t, test.lemma, r.Lemma)
		assert.Equal(t, test.act, r.Act, test.form)
		assert.Equal(t, test.number, r.Number, test.form)
	}
	_, ok := l.noun("tavolo")
	assert.False(t, ok)
}

func TestLexiconRoles(t *testing.T) {
	l := theLexicon()
	for _, test := range []struct {
		form, lemma string
		class       sourceClass
		gender      conjugate.Gender
		number      conjugate.Number
	}{
		{"ministro", "ministro", personSource, conjugate.Masculine, conjugate.Singular},
		{"ministri", "ministro", personSource, conjugate.Masculine, conjugate.Plural},
		{"ministra", "ministra", personSource, conjugate.Feminine, conjugate.Singular},
		{"sindache", "sindaca", personSource, conjugate.Feminine, conjugate.Plural},
		{"portavoce", "portavoce", personSource, 0, 0},
		{"giornalista", "giornalista", personSource, 0, conjugate.Singular},
		{"giornaliste", "giornalista", personSource, conjugate.Feminine, conjugate.Plural},
		{"colleghi", "collega", personSource, conjugate.Masculine, conjugate.Plural},
		{"biologi", "biologo", personSource, conjugate.Masculine, conjugate.Plural},
		{"uomini", "uomo", personSource, conjugate.Masculine, conjugate.Plural},
		{"procure", "procura", institutionSource, conjugate.Feminine, conjugate.Plural},
		{"autorità", "autorità", personSource, conjugate.Feminine, 0},
		{"sentenza", "sentenza", documentSource, conjugate.Feminine, conjugate.Singular},
	} {
		r, ok := l.role(test.form)
		require.True(t, ok, test.form)
		assert.Equal(t, test.lemma, r.Lemma)
		assert.Equal(t, test.class, r.Class, test.form)
		assert.Equal(t, test.gender, r.Gender, test.form)
		assert.Equal(t, test.number, r.Number, test.form)
	}
}
