package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	blevequery "github.com/blevesearch/bleve/v2/search/query"
)

// paragraph is a paragraph of an article, the thing that is searched for.
type paragraph struct{ id, text string }

// readParagraphs reads the paragraphs of the articles of a directory, in the order of the files.
func readParagraphs(directory string) ([]paragraph, error) {
	files, err := filepath.Glob(filepath.Join(directory, "*.txt"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no .txt file in %s: name the directory of the articles with -articles", directory)
	}
	var all []paragraph
	for _, file := range files {
		article, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		for i, text := range strings.Split(strings.TrimSpace(string(article)), "\n\n") {
			all = append(all, paragraph{fmt.Sprintf("%s %d", name, i+1), text})
		}
	}
	return all, nil
}

// newIndex makes an index in memory whose words are cut by an analyzer.
func newIndex(analyzer string, paragraphs []paragraph) (bleve.Index, error) {
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer = analyzer
	index, err := bleve.NewMemOnly(mapping)
	if err != nil {
		return nil, err
	}
	batch := index.NewBatch()
	for _, p := range paragraphs {
		if err := batch.Index(p.id, p.text); err != nil {
			return nil, err
		}
	}
	return index, index.Batch(batch)
}

// find returns the ids of the paragraphs that hold all words of a query, best first.
func find(index bleve.Index, words string) ([]string, error) {
	match := bleve.NewMatchQuery(words)
	match.SetOperator(blevequery.MatchQueryOperatorAnd)
	result, err := index.Search(bleve.NewSearchRequestOptions(match, 1000, 0, false))
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, hit := range result.Hits {
		ids = append(ids, hit.ID)
	}
	return ids, nil
}

// comparison counts, for a query or all, the paragraphs that answer it, and those found by an index, rightly and wrongly.
type comparison struct {
	answers      int
	right, wrong [2]int
}

// compare asks the indexes a query. A paragraph answers it if it has one of the phrases that the query lists.
func compare(indexes [2]bleve.Index, paragraphs []paragraph, q query) (comparison, error) {
	c := comparison{}
	answers := map[string]bool{}
	for _, p := range paragraphs {
		if slices.ContainsFunc(q.answers, func(phrase string) bool { return strings.Contains(p.text, phrase) }) {
			answers[p.id] = true
		}
	}
	c.answers = len(answers)
	for i, index := range indexes {
		ids, err := find(index, q.words)
		if err != nil {
			return c, err
		}
		for _, id := range ids {
			if answers[id] {
				c.right[i]++
			} else {
				c.wrong[i]++
			}
		}
	}
	return c, nil
}

// table compares the indexes on all queries, as a table in Markdown.
func table(indexes [2]bleve.Index, paragraphs []paragraph) (string, error) {
	var b strings.Builder
	b.WriteString("| query | answers | detto_it: right | wrong | it: right | wrong |\n|---|--:|--:|--:|--:|--:|\n")
	sum := comparison{}
	for _, q := range queries {
		c, err := compare(indexes, paragraphs, q)
		if err != nil {
			return "", err
		}
		c.writeRow(&b, q.words)
		sum.answers += c.answers
		for i := range indexes {
			sum.right[i] += c.right[i]
			sum.wrong[i] += c.wrong[i]
		}
	}
	sum.writeRow(&b, "**all**")
	return b.String(), nil
}

func (c comparison) writeRow(b *strings.Builder, name string) {
	fmt.Fprintf(b, "| %s | %d | %d | %d | %d | %d |\n", name, c.answers, c.right[0], c.wrong[0], c.right[1], c.wrong[1])
}
