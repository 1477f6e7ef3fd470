package claims

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// news is the articles of wikinews/dev, read as far as the benchmarks of this package begin.
type news struct {
	texts    []string
	docs     []*lang.Document
	entities [][]extract.Entity
	bytes    int64
	tokens   int
}

func readNews(b testing.TB) *news {
	file, err := os.Open("../../shared/corpora/wikinews/dev.jsonl")
	if err != nil {
		b.Skip("needs ../shared/corpora: ", err)
	}
	defer file.Close()
	n := new(news)
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var article struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &article); err != nil {
			b.Fatal(err)
		}
		doc := lang.Parse(article.Text)
		n.texts, n.docs = append(n.texts, article.Text), append(n.docs, doc)
		n.entities = append(n.entities, extract.Entities(doc))
		n.bytes, n.tokens = n.bytes+int64(len(article.Text)), n.tokens+len(doc.Tokens)
	}
	return n
}

// run measures a function of the number of an article.
func (n *news) run(b *testing.B, read func(article int)) {
	b.SetBytes(n.bytes)
	b.ReportAllocs()
	for b.Loop() {
		for article := range n.docs {
			read(article)
		}
	}
	b.ReportMetric(float64(n.tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkQuotes(b *testing.B) {
	n := readNews(b)
	n.run(b, func(i int) { Quotes(n.docs[i], n.entities[i]) })
}

func BenchmarkLists(b *testing.B) {
	n := readNews(b)
	n.run(b, func(i int) { Lists(n.docs[i], n.entities[i]) })
}

func BenchmarkAnalyze(b *testing.B) {
	n := readNews(b)
	n.run(b, func(i int) { Analyze(n.texts[i]) })
}
