package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/internal/eval"
	"github.com/detto-it/detto/internal/gold"
	"github.com/detto-it/detto/internal/names"
	"github.com/detto-it/detto/lang"
)

// set is a set of articles with its scores.
type set struct {
	name   string
	scores eval.Scores
}

// wikinews is the set that is measured in capitals and in lower case too.
const wikinews = "corpora/wikinews/dev.jsonl"

// sets measures everything on the annotated articles.
func (m measurement) sets() ([]set, error) {
	sets := []set{{name: "wikinews/dev"}, {name: "diplomacy/dev"}, {name: "astana"}}
	for i, file := range []string{wikinews, "corpora/diplomacy/dev.jsonl", "articles/astana.jsonl"} {
		articles, err := gold.Read(m.path(file))
		if err != nil {
			return nil, err
		}
		for k := range articles {
			sets[i].scores.Add(&articles[k], claims.Analyze(articles[k].Text))
		}
	}
	return sets, nil
}

// caseless measures names on articles whose letters are all in capitals, and all in lower case.
func (m measurement) caseless() ([]set, error) {
	articles, err := gold.Read(m.path(wikinews))
	if err != nil {
		return nil, err
	}
	sets := []set{{name: "in capitals"}, {name: "in lower case"}}
	for i, to := range []func(rune) rune{unicode.ToUpper, unicode.ToLower} {
		for _, a := range articles {
			changed := gold.Article{Text: names.MapCase(a.Text, to), Entities: a.Entities}
			found := extract.Entities(lang.Parse(changed.Text))
			sets[i].scores.Add(&changed, &claims.Analysis{Entities: found})
		}
	}
	return sets, nil
}

type treebank struct {
	name string
	*eval.Treebank
}

// treebanks reads the treebanks in order of their names.
func (m measurement) treebanks() ([]treebank, error) {
	paths, err := filepath.Glob(m.path("corpora/ud/*.conllu"))
	if err != nil {
		return nil, err
	}
	var banks []treebank
	for _, path := range paths {
		bank, err := eval.ReadTreebank(path)
		if err != nil {
			return nil, err
		}
		banks = append(banks, treebank{strings.TrimSuffix(filepath.Base(path), ".conllu"), bank})
	}
	return banks, nil
}

// stems compares the stems of the official vocabulary with the official ones.
func (m measurement) stems() (eval.Share, error) {
	words, err := m.lines("snowball/voc.txt")
	if err != nil {
		return eval.Share{}, err
	}
	stems, err := m.lines("snowball/output.txt")
	if err != nil {
		return eval.Share{}, err
	}
	if len(words) != len(stems) {
		return eval.Share{}, fmt.Errorf("the vocabulary has %d words and %d stems", len(words), len(stems))
	}
	share := eval.Share{Of: len(words)}
	for i, word := range words {
		if lang.Stem(word) == stems[i] {
			share.Right++
		}
	}
	return share, nil
}

func (m measurement) lines(file string) ([]string, error) {
	data, err := os.ReadFile(m.path(file))
	return strings.Split(strings.TrimRight(string(data), "\n"), "\n"), err
}
