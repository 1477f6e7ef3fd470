package main

import (
	"cmp"
	"slices"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/lang"
)

// declaration is a principle that a document of a year declares.
type declaration struct {
	Year      string // YYYY, "" if unknown
	Principle string
}

// declared returns the principles of the lists, and those that quotations name elsewhere.
func declared(a *claims.Analysis, quotes []claims.Quote) (all []claims.Principle) {
	listed := make(map[claims.Principle]spans)
	for _, list := range a.Lists {
		for _, item := range list.Items {
			if item.Principle != "" {
				all = append(all, item.Principle)
				listed[item.Principle] = listed[item.Principle].with(item.Span)
			}
		}
	}
	var quoted spans
	for _, q := range quotes {
		quoted = quoted.with(q.Span)
	}
	for _, mention := range claims.Principles(a.Document) {
		if quoted.overlap(mention.Span) && !listed[mention.Principle].overlap(mention.Span) {
			all = append(all, mention.Principle)
		}
	}
	return all
}

// spans are pieces of a text in order, none overlapping another.
type spans []lang.Span

// with adds a span that begins no earlier than the last one. Where they overlap they become one.
func (s spans) with(span lang.Span) spans {
	if last := len(s) - 1; last >= 0 && s[last].End > span.Start {
		s[last].End = max(s[last].End, span.End)
		return s
	}
	return append(s, span)
}

// overlap reports whether one of the spans overlaps another span.
func (s spans) overlap(other lang.Span) bool {
	i, _ := slices.BinarySearchFunc(s, other.Start, func(span lang.Span, start int) int { return cmp.Compare(span.End, start+1) })
	return i < len(s) && s[i].Overlaps(other)
}

// speakerLine returns the line of output for a speaker, "" where the text does not tell who speaks.
func speakerLine(speaker string, quotes int) (line, error) {
	return newLine(speaker, struct {
		Speaker string `json:"speaker"`
		Quotes  int    `json:"quotes"`
	}{speaker, quotes})
}

// principleLine returns the line of output for a principle and a year.
func principleLine(d declaration, count int) (line, error) {
	return newLine(d.Year+"\x00"+d.Principle, struct {
		Year      string `json:"year"`
		Principle string `json:"principle"`
		Count     int    `json:"count"`
	}{d.Year, d.Principle, count})
}
