package claims

import (
	"encoding/json"
	"os"
	"sort"
	"strings"
	"testing"

	"github.com/detto-it/detto/lang"
	"github.com/stretchr/testify/require"
)

// TestCueCoverage measures how many of the cues that people marked in news articles the lexicon knows: as a verb or a
// locution in a form of its paradigm, as a noun, or as a preposition.
func TestCueCoverage(t *testing.T) {
	cues := goldCues(t, "../../shared/corpora/wikinews/train.jsonl")
	l := theLexicon()
	known, total := map[string]int{}, 0
	missing := map[string]int{}
	for _, cue := range cues {
		total++
		kind := l.kindOfCue(cue)
		known[kind]++
		if kind == "" {
			missing[strings.ToLower(cue)]++
		}
	}
	t.Logf("%d cues: %v, covered %.3f", total, known, 1-float64(known[""])/float64(total))
	t.Logf("not known: %s", strings.Join(byCount(missing), "; "))
	require.Less(t, float64(known[""]), 0.08*float64(total))
}

// goldCues returns the marked cues of a corpus.
func goldCues(t *testing.T, path string) []string {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Skipf("no corpus: %v", err)
	}
	var cues []string
	for line := range strings.Lines(string(data)) {
		var article struct {
			Text   string
			Quotes []struct{ Cue *lang.Span }
		}
		require.NoError(t, json.Unmarshal([]byte(line), &article))
		for _, q := range article.Quotes {
			if q.Cue != nil {
				cues = append(cues, article.Text[q.Cue.Start:q.Cue.End])
			}
		}
	}
	return cues
}

// kindOfCue says as what the lexicon knows a cue: "verb", "locution", "preposition", "noun", or "" if it does not.
func (l *lexicon) kindOfCue(cue string) string {
	var words []string
	for token := range lang.Tokens(strings.ToLower(cue)) {
		words = append(words, strings.ReplaceAll(token.Text, "’", "'"))
	}
	found := ""
	for i := range words {
		from := func(at int) func(int) string {
			return func(k int) string {
				if at+k < len(words) {
					return words[at+k]
				}
				return ""
			}
		}
		for _, r := range l.verb(nil, words[i]) {
			for j := i + 1; j < len(words); j++ {
				if _, n := l.locution(r.verbEntry, from(j)); n > 0 {
					return "locution"
				}
			}
			if r.Act != "" {
				found = "verb"
			}
		}
		if _, n := l.preposition(from(i)); found == "" && n > 0 {
			found = "preposition"
		}
		if _, ok := l.noun(words[i]); found == "" && ok {
			found = "noun"
		}
	}
	return found
}

func byCount(counts map[string]int) []string {
	keys := make([]string, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		a, b := keys[i], keys[j]
		return counts[a] > counts[b] || counts[a] == counts[b] && a < b
	})
	return keys
}
