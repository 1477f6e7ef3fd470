package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/lang"
)

// findings is what the bank keeps of a text.
type findings struct {
	quotes     []quotation
	principles []declaration
}

type quotation struct {
	start, line, column int
	text, form          string
	act, cue            string
	speaker, speakerKey string
	named               bool
	score               float32
	stems, words        string // what was said, for the full-text search
}

type declaration struct {
	start, line, column int
	principle           claims.Principle
	text                string
	list                claims.ListKind // "" outside lists
	quote               int             // index in findings.quotes, or -1
}

// find analyses a text.
func find(text string) findings {
	analysis := claims.Analyze(text)
	lines := analysis.Document.LineIndex()
	quotes := claims.Distinct(analysis.Quotes)
	var f findings
	for _, q := range quotes {
		f.quotes = append(f.quotes, newQuotation(q, lines.Position(q.Start)))
	}
	around := enclosing{quotes: quotes}
	for _, d := range declared(analysis) {
		at := lines.Position(d.start)
		d.line, d.column = at.Line, at.Rune
		d.quote = around.innermost(lang.Span{Start: d.start, End: d.start + len(d.text)})
		if d.quote >= 0 || d.list != "" {
			f.principles = append(f.principles, d)
		}
	}
	return f
}

func newQuotation(q claims.Quote, at lang.Position) quotation {
	words := contentWords(q.Text)
	stems := make([]string, len(words))
	for i, word := range words {
		stems[i] = lang.Stem(word)
	}
	return quotation{
		start: q.Start, line: at.Line, column: at.Rune,
		text: q.Text, form: q.Form.String(),
		act: string(q.Cue.Act), cue: q.Cue.Lemma,
		speaker: q.Source.Name, speakerKey: lang.Fold(q.Source.Name), named: q.Source.Entity >= 0,
		score: q.Score,
		stems: strings.Join(stems, " "), words: strings.Join(words, " "),
	}
}

// declared returns the principles of the lists and those named elsewhere, in order of their start.
func declared(a *claims.Analysis) (all []declaration) {
	listed := make(map[claims.Principle][]lang.Span) // in order, never overlapping, as lists and items are
	for _, list := range a.Lists {
		for _, item := range list.Items {
			if item.Principle != "" {
				all = append(all, declaration{start: item.Start, principle: item.Principle, text: item.Text, list: list.Kind})
				listed[item.Principle] = append(listed[item.Principle], item.Span)
			}
		}
	}
	for _, mention := range claims.Principles(a.Document) {
		if !overlapsAny(mention.Span, listed[mention.Principle]) {
			all = append(all, declaration{start: mention.Start, principle: mention.Principle, text: mention.Text})
		}
	}
	slices.SortStableFunc(all, func(a, b declaration) int { return cmp.Compare(a.start, b.start) })
	return all
}

// overlapsAny reports whether a span overlaps one of others, which are in order and never overlap.
func overlapsAny(span lang.Span, others []lang.Span) bool {
	i, _ := slices.BinarySearchFunc(others, span.Start, func(other lang.Span, start int) int { return cmp.Compare(other.End, start+1) })
	return i < len(others) && span.Overlaps(others[i])
}

// enclosing finds the quotations around spans that are asked for in order of their start. All questions together take time
// linear in the number of quotations and spans, however long the text.
type enclosing struct {
	quotes []claims.Quote // in order of their start
	next   int            // the first that begins behind the last span
	open   []int          // those that began before and may still be open
}

// innermost returns the index of the shortest quotation around a span, or -1.
func (e *enclosing) innermost(span lang.Span) int {
	for ; e.next < len(e.quotes) && e.quotes[e.next].Start <= span.Start; e.next++ {
		e.open = append(e.open, e.next)
	}
	e.open = slices.DeleteFunc(e.open, func(i int) bool { return e.quotes[i].End <= span.Start })
	best := -1
	for _, i := range e.open {
		if q := e.quotes[i]; q.Contains(span) && (best < 0 || q.Len() < e.quotes[best].Len()) {
			best = i
		}
	}
	return best
}
