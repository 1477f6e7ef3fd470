// Package benchmarks measures the tokens of package lang beside those of other Go libraries on the same Italian text. It is
// a module of its own so that the library does not depend on its rivals.
//
//	go test -bench .
package benchmarks

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/blevesearch/segment"
	"github.com/clipperhouse/uax29/v2/words"
	"github.com/jdkato/prose/v2"

	"github.com/detto-it/detto/lang"
)

func BenchmarkTokens(b *testing.B) {
	text := italianText(b)
	b.Run("detto", func(b *testing.B) {
		measure(b, text, func() (tokens int) {
			for range lang.Tokens(text) {
				tokens++
			}
			return tokens
		})
	})
	b.Run("uax29", func(b *testing.B) {
		measure(b, text, func() (tokens int) {
			for all := words.FromString(text); all.Next(); {
				if strings.TrimSpace(all.Value()) != "" {
					tokens++
				}
			}
			return tokens
		})
	})
	b.Run("segment", func(b *testing.B) {
		measure(b, text, func() (tokens int) {
			for all := segment.NewWordSegmenterDirect([]byte(text)); all.Segment(); {
				if len(strings.TrimSpace(all.Text())) > 0 {
					tokens++
				}
			}
			return tokens
		})
	})
}

// Parse also finds the sentences. Prose reads English only and is given a hundredth of the text, because it is slow.
func BenchmarkParse(b *testing.B) {
	text := italianText(b)
	b.Run("detto", func(b *testing.B) {
		measure(b, text, func() int { return len(lang.Parse(text).Tokens) })
	})
	b.Run("prose", func(b *testing.B) {
		text := text[:strings.LastIndexByte(text[:len(text)/100], ' ')]
		measure(b, text, func() int {
			doc, err := prose.NewDocument(text, prose.WithTagging(false), prose.WithExtraction(false))
			if err != nil {
				b.Fatal(err)
			}
			return len(doc.Tokens())
		})
	})
}

// measure runs a tokeniser and reports megabytes and tokens a second.
func measure(b *testing.B, text string, run func() (tokens int)) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	tokens := 0
	for b.Loop() {
		tokens += run()
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}

// italianText is Wikinews if the corpora stand beside the repository, else the project's own articles, repeated.
func italianText(b *testing.B) string {
	var text strings.Builder
	if data, err := os.ReadFile("../../shared/corpora/wikinews/dev.jsonl"); err == nil {
		for line := range strings.Lines(string(data)) {
			var article struct{ Text string }
			if err := json.Unmarshal([]byte(line), &article); err != nil {
				b.Fatal(err)
			}
			text.WriteString(article.Text + "\n\n")
		}
		return text.String()
	}
	files, _ := filepath.Glob("../testdata/*.txt")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		text.Write(data)
	}
	if text.Len() == 0 {
		b.Skip("no text to read")
	}
	return strings.Repeat(text.String()+"\n\n", 1+300_000/text.Len())
}
