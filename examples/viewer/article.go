package main

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
)

// article is an analysis as the page shows it. Texts are raw; the template shows them by pieces or plain.
type article struct {
	Title      string
	Paragraphs []paragraphView
	Speakers   []*speaker // in order of appearance
	Kinds      []kindView // those that the text has
	Quotes     []quotation
	Lists      []card
	JSON       string
}

type speaker struct {
	Index, Color   int
	Name, Initials string
	Quotes         int
}

// speakerColors is the number of colours in style.css; the initials tell speakers apart where there are more.
const speakerColors = 8

type quotation struct {
	claims.Quote
	Index     int
	Speaker   *speaker
	Direct    bool
	Marked    string // the words, between their marks where there are any
	Pattern   string // the construction that found it
	Reference string // how the text names the speaker
	Percent   int    // the score
}

type card struct {
	claims.List
	Index   int
	Speaker *speaker // nil if nobody speaks
}

type kindView struct {
	Kind      string
	One, Many string
	Mentions  int
	Things    []*thing
}

// thing is what the entities with one ID are.
type thing struct {
	ID         int
	Name, Norm string
	Mentions   int
}

func describe(a *claims.Analysis, name string) *article {
	v := &article{Title: plain(name), Kinds: kinds(a.Entities), JSON: indented(a)}
	if v.Title == "" {
		v.Title = firstLine(a.Document.Text)
	}
	speakers := map[string]*speaker{}
	for i, q := range a.Quotes {
		v.Quotes = append(v.Quotes, quotation{
			Quote: q, Index: i, Speaker: v.speaker(speakers, q.Source), Direct: q.Form == claims.Direct,
			Marked:  a.Document.Text[marked(q).Start:marked(q).End],
			Pattern: construction(q), Reference: reference(q.Source), Percent: int(math.Round(100 * float64(q.Score))),
		})
		v.Quotes[i].Speaker.Quotes++
	}
	for i, l := range a.Lists {
		c := card{List: l, Index: i}
		if l.Source.Kind != claims.Unknown {
			c.Speaker = v.speaker(speakers, l.Source)
		}
		v.Lists = append(v.Lists, c)
	}
	v.Paragraphs = v.layOut(a)
	return v
}

// speaker returns the speaker of a source; sources with the same name are one.
func (v *article) speaker(known map[string]*speaker, s claims.Source) *speaker {
	name := s.Name
	if name == "" {
		name = s.Text
	}
	if known[name] == nil {
		n := len(v.Speakers)
		known[name] = &speaker{Index: n, Color: n % speakerColors, Name: name, Initials: initials(name)}
		if name == "" {
			known[name].Name = "Speaker not known"
		}
		v.Speakers = append(v.Speakers, known[name])
	}
	return known[name]
}

// kinds groups the entities by kind, and those of one thing within its first kind.
func kinds(entities []extract.Entity) []kindView {
	things := map[int]*thing{}
	var all []kindView
	for _, title := range kindTitles {
		k := kindView{Kind: title.kind.String(), One: title.one, Many: title.many}
		for _, e := range entities {
			if e.Kind != title.kind {
				continue
			}
			k.Mentions++
			if things[e.ID] == nil {
				things[e.ID] = newThing(e)
				k.Things = append(k.Things, things[e.ID])
			}
			things[e.ID].Mentions++
		}
		if k.Mentions > 0 {
			all = append(all, k)
		}
	}
	return all
}

func newThing(e extract.Entity) *thing {
	t := &thing{ID: e.ID, Name: e.Name, Norm: e.Norm}
	if t.Name == "" {
		t.Name = e.Text
	}
	if t.Norm == t.Name {
		t.Norm = ""
	}
	return t
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if runes := []rune(plain(line)); len(runes) > 80 {
		return string(runes[:80]) + "…"
	}
	return plain(line)
}

// indented is the analysis as JSON for people, without characters that could change how it is seen.
func indented(a *claims.Analysis) string {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false) // the template escapes
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(a); err != nil {
		return err.Error()
	}
	return escapeControls(out.Bytes())
}
