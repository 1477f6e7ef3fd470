package lang_test

import (
	"encoding/json"
	"github.com/detto-it/detto/lang"
	"os"
	"strings"
	"testing"
)

func benchText(b *testing.B) string {
	data, err := os.ReadFile("../../shared/corpora/wikinews/dev.jsonl")
	if err != nil {
		b.Skip(err)
	}
	var sb strings.Builder
	for line := range strings.Lines(string(data)) {
		var d struct{ Text string }
		if json.Unmarshal([]byte(line), &d) == nil {
			sb.WriteString(d.Text)
			sb.WriteString("\n\n")
		}
	}
	return sb.String()
}
func BenchmarkTokens(b *testing.B) {
	text := benchText(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for range lang.Tokens(text) {
			n++
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
}
func BenchmarkSentences(b *testing.B) {
	text := benchText(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for range lang.Sentences(text) {
		}
	}
}
func BenchmarkParse(b *testing.B) {
	text := benchText(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		lang.Parse(text)
	}
}
