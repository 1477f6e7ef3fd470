package claims

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
)

// corpusTexts reads the texts of a corpus of real articles and letters. It skips the test where the corpora are not there.
func corpusTexts(t *testing.T, name string) (texts []string) {
	if testing.Short() {
		t.Skip("reads the corpora")
	}
	file, err := os.Open("../../shared/corpora/" + name)
	if err != nil {
		t.Skip("needs ../shared/corpora: ", err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var document struct{ Text string }
		require.NoError(t, json.Unmarshal(lines.Bytes(), &document))
		texts = append(texts, norm.NFC.String(document.Text))
	}
	require.NoError(t, lines.Err())
	require.NotEmpty(t, texts)
	return texts
}

var propertyCorpora = []string{"diplomacy/dev.jsonl", "wikinews/dev.jsonl"}

// What holds of the articles of the project holds of real ones.
func TestPropertiesOfCorpora(t *testing.T) {
	for _, corpus := range propertyCorpora {
		t.Run(corpus, func(t *testing.T) {
			texts := corpusTexts(t, corpus)
			for i, text := range texts {
				requireSame(t, text, retype(text, otherApostrophe))
				requireSame(t, text, retype(text, accentsApart))
				second := texts[(i+1)%len(texts)]
				want := append(readApart(text, 0), readApart(second, len(text)+2)...)
				require.ElementsMatch(t, want, readApart(text+"\n\n"+second, 0))
			}
		})
	}
}

// Of what is found in real articles, an unrelated paragraph may take one thing in a thousand: names are read in the light of the
// whole document, and a name on the brink may fall.
func TestAnUnrelatedParagraphTakesNothingFromCorpora(t *testing.T) {
	for _, corpus := range propertyCorpora {
		t.Run(corpus, func(t *testing.T) {
			all, fewer := 0, 0
			for _, text := range corpusTexts(t, corpus) {
				behind := lost(text, text+"\n\n"+unrelated, 0, true)
				before := lost(text, unrelated+"\n\n"+text, len(unrelated)+2, false)
				all += len(found(text, 0, true)) + len(found(text, 0, false))
				fewer += len(behind) + len(before)
			}
			t.Logf("%d of %d are lost", fewer, all)
			require.LessOrEqual(t, 1000*fewer, all)
		})
	}
}
