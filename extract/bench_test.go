package extract

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"github.com/detto-it/detto/lang"
)

// newsDocuments parses the articles of wikinews/dev, which the benchmarks run on when the corpora are there.
func newsDocuments(tb testing.TB) (docs []*lang.Document, bytes, tokens int) {
	file, err := os.Open("../../shared/corpora/wikinews/dev.jsonl")
	if err != nil {
		tb.Skip("needs ../shared/corpora: ", err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var article struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &article); err != nil {
			tb.Fatal(err)
		}
		doc := lang.Parse(article.Text)
		docs, bytes, tokens = append(docs, doc), bytes+len(doc.Text), tokens+len(doc.Tokens)
	}
	return docs, bytes, tokens
}

func BenchmarkEntities(b *testing.B) {
	docs, bytes, tokens := newsDocuments(b)
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			Entities(doc)
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkNames(b *testing.B) {
	docs, bytes, tokens := newsDocuments(b)
	model, finder := new(Extractor).tagger(), nameFinder{}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			_, _ = finder.find(b.Context(), model, doc)
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
