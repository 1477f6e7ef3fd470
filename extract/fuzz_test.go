package extract

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/internal/words"
	"github.com/detto-it/detto/lang"
)

// The names of a gazetteer are found as a reader of the list would find them: at each word the longest name of the list
// that stands there, whatever the case but for its first capital.
func FuzzGazetteer(f *testing.F) {
	f.Add("Sole\nSole d'Oro\nd'Oro nero", "Al Sole d’oro nero il Sole d'Argento")
	f.Add("a\na a\na a a a\nb", "a a a b a a a a b a a")
	f.Add("Perù\n3000\nTorrone 3000\n-", "PERU\u0300 - torrone 3000 Torrone 4000")
	f.Add("\xff\n \n«", "\xff« \xff")
	f.Fuzz(func(t *testing.T, list, text string) {
		var entries []GazetteerEntry
		for name := range strings.SplitSeq(list, "\n") {
			entries = append(entries, GazetteerEntry{Name: name, Kind: Misc, Norm: name})
		}
		doc := lang.Parse(text)
		got, err := NewGazetteer(entries).find(t.Context(), doc)
		require.NoError(t, err)
		require.Equal(t, findPlainly(entries, doc), got)
	})
}

// findPlainly is what Gazetteer.find does, with a map of whole names.
func findPlainly(entries []GazetteerEntry, doc *lang.Document) (found []Entity) {
	byKey, longest := map[string]GazetteerEntry{}, 0
	for _, entry := range entries {
		tokens := lang.Parse(entry.Name).Tokens
		byKey[gazetteerKey(tokens)] = entry
		longest = max(longest, len(tokens))
	}
	for _, sentence := range doc.Sentences {
		for i := 0; i < len(sentence.Tokens); i++ {
			for n := min(longest, len(sentence.Tokens)-i); n > 0; n-- {
				mention := sentence.Tokens[i : i+n]
				entry, known := byKey[gazetteerKey(mention)]
				if !known || !capitalsAgree(entry.Name, mention) {
					continue
				}
				span := lang.Span{Start: mention[0].Start, End: mention[n-1].End}
				found = append(found, Entity{Text: doc.Text[span.Start:span.End], Span: span, Kind: entry.Kind, Norm: entry.Norm, Score: listedScore})
				i += n - 1
				break
			}
		}
	}
	return found
}

func gazetteerKey(tokens []lang.Token) string {
	var key strings.Builder
	for _, token := range tokens {
		fmt.Fprintf(&key, "%x ", words.Name(token.Text))
	}
	return key.String()
}

// An entity may come from a file that somebody else wrote: whatever its value is, the methods tell what they can in no time.
func FuzzAccessors(f *testing.F) {
	for _, norm := range []string{"10..20 EUR", "3.5%", "2024-07-03T18:30", "XXXX-WXX-1", "2024-W27-WE", "199", "BC0044", "P1D/P2D", "1e999999999",
		"-", ".", "..", "0x1p99", "1/0", "2024-Q3/", "/", "2024-TEV", "-2", "99999999999999999999"} {
		for kind := Date; kind <= Cardinal; kind++ {
			f.Add(uint8(kind), norm)
		}
	}
	f.Fuzz(func(t *testing.T, kind uint8, norm string) {
		e := Entity{Kind: Kind(kind), Norm: norm}
		if low, high, ok := e.Range(); ok {
			require.NotNil(t, low)
			require.NotNil(t, high)
			require.True(t, e.Kind.hasNumber())
		}
		if number, ok := e.Number(); ok {
			require.LessOrEqual(t, len(number.Num().String()), len(norm)+1)
		}
		e.Unit()
		if from, _, ok := e.Interval(time.UTC); ok {
			first, ok := e.Time(nil)
			require.True(t, ok)
			require.Equal(t, from, first)
		}
	})
}

// Whatever entities a caller has, Cluster numbers them in order of their appearance and names the names.
func FuzzCluster(f *testing.F) {
	f.Add("Anna Verri|Verri|Banca centrale europea|Bce||VERRI|a b|\xff", []byte{0, 0, 2, 2, 3, 0, 6, 255})
	f.Fuzz(func(t *testing.T, texts string, kinds []byte) {
		var entities []Entity
		at := 0
		for i, text := range strings.Split(texts, "|") {
			e := Entity{Text: text, Span: lang.Span{Start: at, End: at + len(text)}}
			if i < len(kinds) {
				e.Kind, e.Nominal = Kind(kinds[i]&0x7f), kinds[i]&0x80 != 0
			}
			entities = append(entities, e)
			at = e.End + 1
		}
		Cluster(entities)
		next := 0
		for _, e := range entities {
			require.LessOrEqual(t, e.ID, next)
			next = max(next, e.ID+1)
			if e.Kind.IsName() && e.Text != "" {
				require.NotEmpty(t, e.Name)
			}
		}
	})
}

func FuzzOrigin(f *testing.F) {
	for _, word := range []string{"mongolo", "SVIZZERE", "", "\xff", "perche\u0301", "milanese"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		place, ok := Origin(word)
		require.Equal(t, ok, place != "")
		var kind Kind
		if kind.UnmarshalText([]byte(word)) == nil {
			require.Equal(t, word, kind.String())
		}
	})
}
