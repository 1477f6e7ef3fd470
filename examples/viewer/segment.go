package main

import (
	"cmp"
	"regexp"
	"slices"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/lang"
)

// role is what an annotation says about its stretch of text.
type role uint8

const (
	paragraph role = iota // a paragraph, with the blank lines behind it
	entity                // of Analysis.Entities
	quote                 // of Analysis.Quotes, with its marks
	source                // the speaker of the quote
	cue                   // the cue of the quote
	list                  // of Analysis.Lists
)

// annotation is a stretch of text with a role; index is that of the entity, quote or list.
type annotation struct {
	lang.Span
	role  role
	index int
}

// segment is a stretch of text in which no annotation begins or ends. Annotations may overlap in any way (a name within
// a quotation within a reported statement, a list over half a quotation), so that they cannot be elements within
// elements; segments can always be elements one after the other.
type segment struct {
	lang.Span
	over   []annotation // those that contain it, the outermost first
	begins []annotation // those of over that begin with it
}

// split cuts a text of the given length in bytes at the ends of the annotations. Its segments cover the text exactly and in
// order. Annotations that are empty or reach outside the text are left out.
func split(length int, annotations []annotation) []segment {
	annotations = slices.DeleteFunc(slices.Clone(annotations), func(a annotation) bool {
		return a.Start < 0 || a.End > length || a.Start >= a.End
	})
	slices.SortStableFunc(annotations, func(a, b annotation) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	bounds := boundaries(length, annotations)
	var segments []segment
	var over []annotation
	for i := 1; i < len(bounds); i++ {
		s := segment{Span: lang.Span{Start: bounds[i-1], End: bounds[i]}}
		over = slices.DeleteFunc(over, func(a annotation) bool { return a.End <= s.Start })
		n := 0
		for n < len(annotations) && annotations[n].Start == s.Start {
			n++
		}
		s.begins, annotations = annotations[:n], annotations[n:]
		over = append(over, s.begins...)
		s.over = slices.Clone(over)
		segments = append(segments, s)
	}
	return segments
}

// boundaries returns the offsets where a segment begins or ends, in order, each once.
func boundaries(length int, annotations []annotation) []int {
	bounds := []int{0, length}
	for _, a := range annotations {
		bounds = append(bounds, a.Start, a.End)
	}
	slices.Sort(bounds)
	return slices.Compact(bounds)
}

// annotate lists all that the page marks in the text.
func annotate(a *claims.Analysis) []annotation {
	all := paragraphs(a.Document.Text)
	for i, e := range a.Entities {
		all = append(all, annotation{e.Span, entity, i})
	}
	for i, q := range a.Quotes {
		all = append(all,
			annotation{marked(q), quote, i}, annotation{q.Source.Span, source, i}, annotation{q.Cue.Span, cue, i})
	}
	for i, l := range a.Lists {
		all = append(all, annotation{l.Span, list, i})
	}
	return all
}

// marked is the span of a quote with its marks, where it has any.
func marked(q claims.Quote) lang.Span {
	if q.Outer.Start <= q.Start && q.Outer.End >= q.End {
		return q.Outer
	}
	return q.Span
}

var blankLines = regexp.MustCompile(`\n[ \t\r]*\n\s*`)

// paragraphs divides the text behind its blank lines.
func paragraphs(text string) []annotation {
	var all []annotation
	start := 0
	for i, blank := range append(blankLines.FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		all = append(all, annotation{lang.Span{Start: start, End: blank[1]}, paragraph, i})
		start = blank[1]
	}
	return all
}
