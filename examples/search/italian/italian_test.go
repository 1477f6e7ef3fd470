package italian_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/examples/search/italian"
)

func TestMain(m *testing.M) {
	if err := italian.Register(); err != nil {
		panic(err)
	}
	m.Run()
}

func ExampleRegister() {
	// italian.Register() was called when the program began.
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer = italian.Name
	index, err := bleve.NewMemOnly(mapping)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer index.Close()
	index.Index("a", "L’università ha due amiche in città.")
	for _, words := range []string{"dell'università", "amica", "citta"} {
		result, err := index.Search(bleve.NewSearchRequest(bleve.NewMatchQuery(words)))
		fmt.Println(words, result.Total, err)
	}
	// Output:
	// dell'università 1 <nil>
	// amica 1 <nil>
	// citta 1 <nil>
}

func TestAnalyzer(t *testing.T) {
	analyzer := bleve.NewIndexMapping().AnalyzerNamed(italian.Name)
	for _, test := range []struct{ name, text, terms string }{
		{"an elided article is a token of its own", "l'energia dell’Unione", "2:energ 4:union"},
		{"forms of a word have one stem", "amico amiche", "1:amic 2:amic"},
		{"positions count what is left out", "la casa di Carlo", "2:cas 4:carl"},
		{"numbers, abbreviations and addresses stay whole", "1.782,75 euro, S.p.A. www.esempio.it", "1:1.782,75 2:eur 3:s.p.a. 4:www.esempio.it"},
		{"nothing but function words", "e non di questo", ""},
		{"bytes that are no text", "\xff\xfe casa", "1:\xff\xfe 2:cas"},
	} {
		require.Equal(t, test.terms, show(analyzer.Analyze([]byte(test.text))), test.name)
	}
	require.Error(t, italian.Register(), "registered already")
}

func show(tokens analysis.TokenStream) string {
	var terms []string
	for _, token := range tokens {
		terms = append(terms, fmt.Sprintf("%d:%s", token.Position, token.Term))
	}
	return strings.Join(terms, " ")
}

// Offsets are those of the text, also behind characters of several bytes.
func FuzzAnalyzer(f *testing.F) {
	analyzer := bleve.NewIndexMapping().AnalyzerNamed(italian.Name)
	f.Add("Perché l’università? Così è: 3,5%")
	f.Fuzz(func(t *testing.T, text string) {
		end, position := 0, 0
		for _, token := range analyzer.Analyze([]byte(text)) {
			require.True(t, end <= token.Start && token.Start < token.End && token.End <= len(text))
			require.Less(t, position, token.Position)
			end, position = token.End, token.Position
		}
	})
}
