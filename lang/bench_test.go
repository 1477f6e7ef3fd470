package lang_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/lang"
)

// benchmarkText is some hundred Wikinews articles, or the texts of the tables if those are not beside the repository.
func benchmarkText(b *testing.B) string {
	var text strings.Builder
	for _, line := range articleLines(b) {
		var article struct{ Text string }
		require.NoError(b, json.Unmarshal([]byte(line), &article))
		text.WriteString(article.Text + "\n\n")
	}
	return text.String()
}

func articleLines(b *testing.B) []string {
	if lines, err := readShared("corpora/wikinews/dev.jsonl"); err == nil {
		return lines
	}
	var lines []string
	for _, test := range sentenceTests {
		line, err := json.Marshal(map[string]string{"text": strings.ReplaceAll(test.text, "‖", "")})
		require.NoError(b, err)
		lines = append(lines, string(line))
	}
	return lines
}

func BenchmarkTokens(b *testing.B) {
	text := benchmarkText(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	tokens := 0
	for b.Loop() {
		for range lang.Tokens(text) {
			tokens++
		}
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkSentences(b *testing.B) {
	text := benchmarkText(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	sentences := 0
	for b.Loop() {
		for range lang.Sentences(text) {
			sentences++
		}
	}
	b.ReportMetric(float64(sentences)/b.Elapsed().Seconds(), "sentences/s")
}

func BenchmarkParse(b *testing.B) {
	text := benchmarkText(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	tokens := 0
	for b.Loop() {
		tokens += len(lang.Parse(text).Tokens)
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkQuoted(b *testing.B) {
	doc := lang.Parse(benchmarkText(b))
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		doc.Quoted()
	}
}

func BenchmarkStem(b *testing.B) {
	words := sharedLines(b, "snowball/voc.txt")
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		lang.Stem(words[i])
		if i++; i == len(words) {
			i = 0
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
