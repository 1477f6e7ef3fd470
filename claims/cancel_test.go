package claims

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/internal/lineartest"
	"github.com/detto-it/detto/lang"
)

// articles returns all articles of the project, with a blank line between them, as often as it takes to make so many bytes.
func articles(t testing.TB, size int) string {
	files, err := filepath.Glob("../testdata/articles/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var all strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		all.Write(text)
		all.WriteString("\n\n")
	}
	return strings.Repeat(all.String(), size/all.Len()+1)
}

// looks is a context that ends when it is looked at for the last time that it bears, and notes how long the work went on
// between the looks.
type looks struct {
	context.Context
	left int
	last time.Duration
	gaps []time.Duration
}

func (c *looks) Err() error {
	now := lineartest.WorkTime()
	c.gaps = append(c.gaps, now-c.last)
	c.last = now
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

func newLooks(left int) *looks { return &looks{context.Background(), left, lineartest.WorkTime(), nil} }

// Wherever the context ends, all that comes back is its error.
func TestAnalyzeContextEnds(t *testing.T) {
	text := articles(t, 0)
	x := Analyzer{Extractor: &extract.Extractor{Gazetteer: extract.NewGazetteer([]extract.GazetteerEntry{{Name: "Lodi", Kind: extract.Location}})}}
	whole := newLooks(1 << 30)
	got, err := x.AnalyzeContext(whole, text)
	require.NoError(t, err)
	require.Equal(t, x.Analyze(text), got)
	for left := 0; left < len(whole.gaps); left += 7 {
		got, err := x.AnalyzeContext(newLooks(left), text)
		require.ErrorIs(t, err, context.Canceled)
		require.Nil(t, got)
	}
	require.Equal(t, got, x.Analyze(text), "what was begun leaves nothing behind")
}

// The forms for a caller who has a document end too, and else find what the plain ones find.
func TestContextFormsOfEachStep(t *testing.T) {
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	doc := lang.Parse("Il sindaco Paolo Ferri ha citato tre princìpi: pace, libertà e giustizia.")
	entities := extract.Entities(doc)

	_, err := lang.Parser{}.ParseContext(ended, doc.Text)
	require.ErrorIs(t, err, context.Canceled)
	_, err = new(extract.Extractor).EntitiesContext(ended, doc)
	require.ErrorIs(t, err, context.Canceled)
	_, err = QuotesContext(ended, doc, entities)
	require.ErrorIs(t, err, context.Canceled)
	_, err = ListsContext(ended, doc, entities)
	require.ErrorIs(t, err, context.Canceled)
	_, err = PrinciplesContext(ended, doc)
	require.ErrorIs(t, err, context.Canceled)
	_, err = doc.QuotedContext(ended)
	require.ErrorIs(t, err, context.Canceled)

	quotes, err := QuotesContext(t.Context(), doc, entities)
	require.NoError(t, err)
	require.Equal(t, Quotes(doc, entities), quotes)
	lists, err := ListsContext(t.Context(), doc, entities)
	require.NoError(t, err)
	require.Equal(t, Lists(doc, entities), lists)
	require.Len(t, lists, 1)
	mentions, err := PrinciplesContext(t.Context(), doc)
	require.NoError(t, err)
	require.Equal(t, Principles(doc), mentions)
}

// Quotations and principles look at the context within a long sentence too.
func TestLooksWithinASentence(t *testing.T) {
	doc := lang.Parse(strings.Repeat("la sovranità, \"la pace\", ", 10_000))
	require.Len(t, doc.Sentences, 1)
	_, err := PrinciplesContext(newLooks(20), doc)
	require.ErrorIs(t, err, context.Canceled)
	_, err = doc.QuotedContext(newLooks(20))
	require.ErrorIs(t, err, context.Canceled)
}

// The work never goes on for long without a look at the context. No stretch takes more than a small share of the whole: 20 MB
// take some 10 s, and are given up 100 ms after the end. Each stretch counts as long as in the shortest of its runs, without the
// garbage collector.
func TestAnalyzeContextLooksOften(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	const share = 100
	text := articles(t, 2<<20)
	var shortest []time.Duration
	for range 8 {
		runtime.GC()
		run := newLooks(1 << 30)
		_, err := new(Analyzer).AnalyzeContext(run, text)
		require.NoError(t, err)
		if shortest == nil {
			shortest = run.gaps
		}
		longest, whole := time.Duration(0), time.Duration(0)
		for i := range shortest {
			shortest[i] = min(shortest[i], run.gaps[i])
			longest = max(longest, shortest[i])
			whole += shortest[i]
		}
		if t.Logf("the longest of %d stretches takes 1/%d of %v", len(shortest), whole/longest, whole); whole/longest > share {
			return
		}
	}
	t.Error("the work goes on for too long without a look")
}
