// Command search indexes the articles of testdata with Bleve, each paragraph a document, and searches them.
//
//	go run . banca            the paragraphs that hold the word, with detto_it
//	go run . -analyzer it banca
//	go run . -compare         the table of README.md
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/it"

	"github.com/detto-it/detto/examples/search/italian"
)

func main() {
	o := options{}
	flag.StringVar(&o.articles, "articles", "../../testdata/articles", "`directory` of the .txt files to index")
	flag.StringVar(&o.analyzer, "analyzer", italian.Name, "`name` of the analyzer: detto_it, or it, Bleve's own")
	flag.BoolVar(&o.compare, "compare", false, "compare the two analyzers on the queries of queries.go")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: search [options] WORD...\n       search -compare")
		flag.PrintDefaults()
	}
	flag.Parse()
	o.words = strings.Join(flag.Args(), " ")
	if o.compare == (o.words != "") {
		flag.Usage()
		os.Exit(2)
	}
	if err := italian.Register(); err != nil {
		fmt.Fprintln(os.Stderr, "search:", err)
		os.Exit(1)
	}
	if err := o.run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "search:", err)
		os.Exit(1)
	}
}

type options struct {
	articles, analyzer, words string
	compare                   bool
}

// run searches or compares. The analyzer must have been registered.
func (o options) run(w io.Writer) error {
	paragraphs, err := readParagraphs(o.articles)
	if err != nil {
		return err
	}
	if o.compare {
		return writeComparison(w, paragraphs)
	}
	index, err := newIndex(o.analyzer, paragraphs)
	if err != nil {
		return err
	}
	defer index.Close()
	ids, err := find(index, o.words)
	if err != nil {
		return err
	}
	texts := map[string]string{}
	for _, p := range paragraphs {
		texts[p.id] = p.text
	}
	for _, id := range ids {
		fmt.Fprintf(w, "%s: %s\n\n", id, texts[id])
	}
	_, err = fmt.Fprintf(w, "paragraphs: %d\n", len(ids))
	return err
}

func writeComparison(w io.Writer, paragraphs []paragraph) error {
	var indexes [2]bleve.Index
	for i, analyzer := range []string{italian.Name, it.AnalyzerName} {
		index, err := newIndex(analyzer, paragraphs)
		if err != nil {
			return err
		}
		defer index.Close()
		indexes[i] = index
	}
	rows, err := table(indexes, paragraphs)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, rows)
	return err
}
