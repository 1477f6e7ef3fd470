// Command quotedev prints the quotations of annotated articles as JSON lines for scoring. With -gold it hands the
// annotated entities to claims, so that quotations are measured apart from names.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

type article struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Entities []struct {
		Start   int    `json:"start"`
		End     int    `json:"end"`
		Type    string `json:"type"`
		Nominal bool   `json:"nominal"`
	} `json:"entities"`
}

func main() {
	gold := flag.Bool("gold", false, "use the annotated entities")
	flag.Parse()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for _, path := range flag.Args() {
		f, err := os.Open(path)
		if err != nil {
			log.Fatal(err)
		}
		in := bufio.NewScanner(f)
		in.Buffer(nil, 1<<24)
		for in.Scan() {
			var a article
			if err := json.Unmarshal(in.Bytes(), &a); err != nil {
				log.Fatal(fmt.Errorf("%s: %w", path, err))
			}
			doc := lang.Parse(a.Text)
			var ents []extract.Entity
			if *gold {
				ents = annotated(a)
			} else {
				ents = extract.Entities(doc)
			}
			enc.Encode(map[string]any{"id": a.ID, "entities": ents, "quotes": claims.Quotes(doc, ents), "lists": claims.Lists(doc, ents)})
		}
	}
}

// annotated turns the annotation into entities, and makes clusters of them by their words.
func annotated(a article) []extract.Entity {
	var ents []extract.Entity
	for _, e := range a.Entities {
		x := extract.Entity{Text: a.Text[e.Start:e.End], Span: lang.Span{Start: e.Start, End: e.End}, Nominal: e.Nominal, Score: 1}
		if x.Kind.UnmarshalText([]byte(e.Type)) != nil {
			continue
		}
		ents = append(ents, x)
	}
	sortEntities(ents)
	var names []string
	var kinds []extract.Kind
	for i := range ents {
		ents[i].ID = -1
		for id, n := range names {
			if kinds[id] == ents[i].Kind && same(n, ents[i].Text, ents[i].Kind == extract.Person) {
				ents[i].ID = id
				if len(ents[i].Text) > len(n) {
					names[id] = ents[i].Text
				}
				break
			}
		}
		if ents[i].ID < 0 {
			ents[i].ID = len(names)
			names = append(names, ents[i].Text)
			kinds = append(kinds, ents[i].Kind)
		}
	}
	for i := range ents {
		ents[i].Name = names[ents[i].ID]
	}
	return ents
}

func sortEntities(ents []extract.Entity) {
	for i := 1; i < len(ents); i++ {
		for j := i; j > 0 && ents[j].Start < ents[j-1].Start; j-- {
			ents[j], ents[j-1] = ents[j-1], ents[j]
		}
	}
}

func same(a, b string, person bool) bool {
	if a == b {
		return true
	}
	if !person {
		return false
	}
	x, y := strings.Fields(a), strings.Fields(b)
	return subset(x, y) || subset(y, x)
}

func subset(a, b []string) bool {
	for _, w := range a {
		found := false
		for _, v := range b {
			if w == v {
				found = true
			}
		}
		if !found {
			return false
		}
	}
	return true
}
