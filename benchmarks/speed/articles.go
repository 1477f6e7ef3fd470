package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// articles is the text that is read, as far as each layer needs it.
type articles struct {
	texts     []string
	all       string // the texts, one after another
	docs      []*lang.Document
	entities  [][]extract.Entity
	words     []string
	bytes     int
	tokens    int
	sentences int
}

// readArticles returns wikinews/dev if the corpora stand beside the repository, else the project's own articles, and the
// name of what it returns.
func readArticles() (*articles, string, error) {
	const corpus = "../../shared/corpora/wikinews/dev.jsonl"
	texts, err := readLines(corpus)
	name := "wikinews/dev"
	if errors.Is(err, os.ErrNotExist) {
		texts, err = readFiles("../testdata/articles/*.txt")
		name = "testdata/articles"
	}
	if err != nil {
		return nil, "", err
	}
	return newArticles(texts), name, nil
}

func readLines(path string) ([]string, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var texts []string
	for lines := json.NewDecoder(bufio.NewReader(file)); lines.More(); {
		var article struct{ Text string }
		if err := lines.Decode(&article); err != nil {
			return nil, err
		}
		texts = append(texts, article.Text)
	}
	return texts, nil
}

func readFiles(pattern string) ([]string, error) {
	paths, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	var texts []string
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		texts = append(texts, string(text))
	}
	return texts, nil
}

func newArticles(texts []string) *articles {
	a := &articles{texts: texts, all: strings.Join(texts, "\n\n")}
	for _, text := range texts {
		doc := lang.Parse(text)
		a.docs = append(a.docs, doc)
		a.entities = append(a.entities, extract.Entities(doc))
		a.bytes, a.tokens, a.sentences = a.bytes+len(text), a.tokens+len(doc.Tokens), a.sentences+len(doc.Sentences)
		for _, token := range doc.Tokens {
			if token.Kind == lang.Word {
				a.words = append(a.words, strings.ToLower(token.Text))
			}
		}
	}
	return a
}
