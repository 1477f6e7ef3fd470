package words

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestForms(t *testing.T) {
	cases := []struct {
		token string
		form  Form
	}{
		{"governo", Lowercase}, {"è", Lowercase}, {"dell'", Lowercase},
		{"Governo", Capital}, {"Émile", Capital}, {"L'", Initial}, {"J.", Initial},
		{"NATO", Uppercase}, {"S.p.A.", MixedCase}, {"iPhone", MixedCase}, {"McDonald", MixedCase},
		{"1999", Figures}, {"3,5", Figures}, {"G20", FiguresMix}, {"16enne", FiguresMix},
		{"«", Other}, {"", Other}, {"\xff", Other}, {"…", Other},
	}
	for _, c := range cases {
		require.Equal(t, c.form, Analyse(c.token).Form, "%q", c.token)
	}
}

func TestOneLookUpForm(t *testing.T) {
	cases := []struct{ a, b, why string }{
		{"Città", "CITTÀ", "case"},
		{"perché", "perche\u0301", "a combining accent"},
		{"dell'", "dell’", "the typographic apostrophe"},
		{"dell'", "dellʼ", "the modifier letter"},
		{"cooperazione", "coope\u00adrazione", "a soft hyphen"},
		{"Mattarella", "Matta\u200brella", "a zero-width space"},
		{"1999", "2024", "figures count as zeros"},
	}
	for _, c := range cases {
		require.Equal(t, Hash(c.a), Hash(c.b), c.why)
	}
	require.NotEqual(t, Hash("perche"), Hash("perché"), "accents tell words apart")
	require.NotEqual(t, Analyse("Sole").Exact, Analyse("sole").Exact, "the exact hash keeps the case")
}

func TestShapes(t *testing.T) {
	same := [][]string{
		{"Roma", "Torino", "Xinghai"}, // a capital, then small letters
		{"NATO", "UNICEF"},
		{"1999", "20245"},
	}
	for _, tokens := range same {
		for _, token := range tokens[1:] {
			require.Equal(t, Analyse(tokens[0]).Shape, Analyse(token).Shape, "%q, %q", tokens[0], token)
		}
	}
	require.NotEqual(t, Analyse("Roma").Shape, Analyse("ROMA").Shape)
	require.NotEqual(t, Analyse("3,5").Shape, Analyse("3.5").Shape)
}

func TestSuffixesAreThoseOfTheLookUpForm(t *testing.T) {
	require.Equal(t, Analyse("nazione").Suffix, Analyse("STAZIONE").Suffix, "both end with -zione")
	require.NotEqual(t, Analyse("nazione").Suffix[0], Analyse("nazioni").Suffix[0])
	require.Zero(t, Analyse("tre").Suffix[3], "the word is shorter than four characters")
}

// In a sentence in capitals, or without any, the case of a word says nothing.
func TestCaselessTellsNoCase(t *testing.T) {
	require.Equal(t, Analyse("GOVERNO").Caseless(Shouted), Analyse("Governo").Caseless(Shouted))
	require.Equal(t, Figures, Analyse("1999").Caseless(Shouted).Form, "figures have no case")
}

func FuzzAnalyse(f *testing.F) {
	for _, token := range []string{"", "perche\u0301", "\xff\xcc", "Ⅻ", strings.Repeat("à", 300)} {
		f.Add(token)
	}
	f.Fuzz(func(t *testing.T, token string) {
		require.Equal(t, Analyse(token), Analyse(strings.Clone(token)))
	})
}
