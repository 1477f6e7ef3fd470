// Package gold reads articles annotated by the guide of the corpora: JSON lines with entities, quotations and lists.
package gold

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// Article is one annotated article. Offsets are bytes of Text.
type Article struct {
	ID       string   `json:"id"`
	Text     string   `json:"text"`
	Entities []Entity `json:"entities"`
	Quotes   []Quote  `json:"quotes"`
	Lists    []List   `json:"lists"`
}

// Entity is an annotated name, or with Nominal a common noun for one institution.
type Entity struct {
	lang.Span
	Type    string `json:"type"`
	Nominal bool   `json:"nominal"`
}

// Quote is an annotated quotation (Form "quoted", Use "speech", "term" or "name") or reported statement ("reported").
type Quote struct {
	lang.Span
	Form    string     `json:"form"`
	Use     string     `json:"use"`
	Source  *lang.Span `json:"source"` // nil if left out
	Speaker string     `json:"speaker"`
	Cue     *lang.Span `json:"cue"`
}

// List is an annotated enumeration. Where a corpus does not annotate the kind or the principles they are empty.
type List struct {
	Head       *lang.Span  `json:"head"` // nil if no words announce the list
	Items      []lang.Span `json:"items"`
	Kind       string      `json:"kind"`
	Principles []string    `json:"principles"` // one for each item, "" where it names none
}

// Read reads the articles of a file of JSON lines. The error wraps that of the file or of the JSON.
func Read(path string) ([]Article, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var articles []Article
	lines := json.NewDecoder(bufio.NewReader(f))
	for {
		var a Article
		if err := lines.Decode(&a); err == io.EOF {
			return articles, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: article %d: %w", path, len(articles)+1, err)
		}
		articles = append(articles, a)
	}
}

// Found turns the annotation of an article into what extract would find, so that what builds on names can be measured
// apart from them. Persons are one if the words of one name are among those of the other; other names if they are equal.
func (a *Article) Found() []extract.Entity {
	var ents []extract.Entity
	for _, e := range a.Entities {
		x := extract.Entity{Text: a.Text[e.Start:e.End], Span: e.Span, Nominal: e.Nominal, Score: 1}
		if x.Kind.UnmarshalText([]byte(e.Type)) == nil {
			ents = append(ents, x)
		}
	}
	sort.SliceStable(ents, func(i, j int) bool { return ents[i].Start < ents[j].Start })
	var names []extract.Entity // the fullest of each cluster
	for i := range ents {
		id := clusterOf(names, &ents[i])
		if id == len(names) {
			names = append(names, ents[i])
		} else if len(ents[i].Text) > len(names[id].Text) {
			names[id] = ents[i]
		}
		ents[i].ID = id
	}
	for i := range ents {
		ents[i].Name = names[ents[i].ID].Text
	}
	return ents
}

func clusterOf(names []extract.Entity, e *extract.Entity) int {
	for id := range names {
		same := names[id].Text == e.Text
		if e.Kind == extract.Person {
			same = subset(names[id].Text, e.Text) || subset(e.Text, names[id].Text)
		}
		if names[id].Kind == e.Kind && same {
			return id
		}
	}
	return len(names)
}

func subset(a, b string) bool {
	for word := range strings.FieldsSeq(a) {
		if !strings.Contains(" "+b+" ", " "+word+" ") {
			return false
		}
	}
	return true
}
