package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
)

// report writes an analysis for people to read.
type report struct {
	io.Writer
	analysis *claims.Analysis
}

func (r report) print() {
	r.entities()
	r.quotes()
	r.lists()
}

func (r report) title(text string) {
	fmt.Fprintf(r, "%s\n%s\n", text, strings.Repeat("─", len(text)))
}

var kindTitles = []struct {
	kind  extract.Kind
	title string
}{
	{extract.Person, "People"}, {extract.Organization, "Organisations"}, {extract.Location, "Places"},
	{extract.Event, "Events"}, {extract.Work, "Works, laws, treaties"}, {extract.Misc, "Other names"},
	{extract.Date, "Dates"}, {extract.Time, "Times"}, {extract.Duration, "Durations"}, {extract.Money, "Money"},
	{extract.Percent, "Percentages"}, {extract.Quantity, "Quantities"},
}

// entities prints each thing once, in order of appearance, with the number of its mentions.
func (r report) entities() {
	r.title("Who and what")
	for _, k := range kindTitles {
		if things := r.things(k.kind); len(things) > 0 {
			fmt.Fprintf(r, "%-22s %s\n", k.title, strings.Join(things, ", "))
		}
	}
	fmt.Fprintln(r)
}

func (r report) things(kind extract.Kind) []string {
	var things []string
	mentions := map[int]int{}
	for _, e := range r.analysis.Entities {
		mentions[e.ID]++
	}
	for _, e := range r.analysis.Entities {
		count := mentions[e.ID]
		if e.Kind != kind || count == 0 {
			continue
		}
		mentions[e.ID] = 0
		things = append(things, describe(e, count))
	}
	return things
}

func describe(e extract.Entity, mentions int) string {
	name := e.Name
	if name == "" {
		name = e.Text
	}
	if e.Norm != "" && !e.Kind.IsName() {
		name += " [" + e.Norm + "]"
	}
	if mentions > 1 {
		name += fmt.Sprintf(" ×%d", mentions)
	}
	return name
}

func (r report) quotes() {
	r.title("Who said what")
	for _, q := range r.analysis.Quotes {
		words := q.Text
		if q.Form == claims.Direct {
			words = "«" + words + "»"
		}
		fmt.Fprintf(r, "%s — %s\n", speaker(q.Source), cue(q.Cue))
		fmt.Fprintf(r, "    %s\n", strings.Join(strings.Fields(words), " "))
	}
	fmt.Fprintln(r)
}

func speaker(s claims.Source) string {
	switch {
	case s.Name != "":
		return s.Name
	case s.Text != "":
		return s.Text
	}
	return "(not said)"
}

func cue(c claims.Cue) string {
	switch {
	case c.Text == "":
		return "(no cue)"
	case c.Act == "":
		return c.Text
	}
	return fmt.Sprintf("%s [%v]", c.Text, c.Act)
}

func (r report) lists() {
	r.title("What is declared")
	for _, l := range r.analysis.Lists {
		by := ""
		if name := speaker(l.Source); l.Source.Name != "" {
			by = ", " + name
		}
		fmt.Fprintf(r, "%v%s: %s\n", l.Kind, by, l.Head.Text)
		for _, item := range l.Items {
			fmt.Fprintf(r, "    • %s", item.Text)
			if item.Principle != "" {
				fmt.Fprintf(r, "  → %s", item.Principle)
			}
			fmt.Fprintln(r)
		}
	}
}
