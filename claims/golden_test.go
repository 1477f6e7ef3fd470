package claims

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the golden analyses of testdata/articles")

// The articles of testdata are analysed as their golden files say, which hold one line for each entity, quote, list and item.
// A difference is not wrong by itself: read it, then run the test with -update.
func TestArticles(t *testing.T) {
	articles, err := filepath.Glob("../testdata/articles/*.txt")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(articles), 6)
	for _, article := range articles {
		t.Run(filepath.Base(article), func(t *testing.T) {
			text, err := os.ReadFile(article)
			require.NoError(t, err)
			got := golden(Analyze(string(text)))
			file := strings.TrimSuffix(article, ".txt") + ".golden"
			if *update {
				require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
			}
			want, err := os.ReadFile(file)
			require.NoError(t, err)
			require.Equal(t, strings.Split(string(want), "\n"), strings.Split(got, "\n"))
		})
	}
}

// golden writes an analysis without its scores, which change with every training.
func golden(a *Analysis) string {
	var b strings.Builder
	for _, e := range a.Entities {
		fmt.Fprintf(&b, "%d-%d %v #%d %q name %q norm %q\n", e.Start, e.End, e.Kind, e.ID, e.Text, e.Name, e.Norm)
	}
	for _, q := range a.Quotes {
		fmt.Fprintf(&b, "%d-%d %v %q\n    source %v %q → %q, cue %q %v, continues %d, why %s\n",
			q.Start, q.End, q.Form, q.Text, q.Source.Kind, q.Source.Text, q.Source.Name, q.Cue.Text, q.Cue.Act, q.Continues, q.Why)
	}
	for _, l := range a.Lists {
		fmt.Fprintf(&b, "%d-%d list of %v, head %q, declared %d, source %q\n", l.Start, l.End, l.Kind, l.Head.Text, l.Declared, l.Source.Name)
		for _, item := range l.Items {
			fmt.Fprintf(&b, "    %d-%d %q %s\n", item.Start, item.End, item.Text, item.Principle)
		}
	}
	return b.String()
}

// What a reader of the article about the summit knows, whatever the golden file says.
func TestSummitIsUnderstood(t *testing.T) {
	text, err := os.ReadFile("../testdata/articles/vertice.txt")
	require.NoError(t, err)
	a := Analyze(string(text))

	require.NotEmpty(t, a.Lists)
	principles := a.Lists[0]
	require.Equal(t, PrincipleList, principles.Kind)
	require.Equal(t, 5, principles.Declared)
	require.Equal(t, "Rustam Karimbekov", principles.Source.Name)
	var named []Principle
	for _, item := range principles.Items {
		named = append(named, item.Principle)
	}
	require.Equal(t, []Principle{"mutual-respect", "non-interference", "equality", "peaceful-settlement", "mutual-benefit"}, named)

	speakers := map[string]string{
		"Non abbiamo confini in comune": "Rustam Karimbekov", // "ha detto il presidente"
		"la nuova linea ferroviaria":    "Rustam Karimbekov", // "Ha aggiunto che", no subject
		"nessun accordo può durare":     "Batbayar Ganzorig", // "Il leader mongolo", the head of state of Mongolia
		"si costruisce con le opere":    "Batbayar Ganzorig", // goes on after "ha spiegato Ganzorig"
		"aprire entro dicembre":         "Batbayar Ganzorig", // "Ha promesso di", no subject
		"Pubblicheremo tutti i dati":    "Sherzod Alimov",    // "ha assicurato", the minister of the sentence before
	}
	for words, speaker := range speakers {
		found := false
		for _, q := range a.Quotes {
			if strings.HasPrefix(q.Text, words) {
				found = true
				require.Equal(t, speaker, q.Source.Name, words)
			}
		}
		require.True(t, found, words)
	}
}
