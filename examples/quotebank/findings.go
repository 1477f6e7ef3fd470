package main

import (
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
	quotes := distinct(analysis.Quotes)
	var f findings
	for _, q := range quotes {
		f.quotes = append(f.quotes, newQuotation(q, lines.Position(q.Start)))
	}
	for _, d := range declared(analysis) {
		at := lines.Position(d.start)
		d.line, d.column = at.Line, at.Rune
		d.quote = innermost(quotes, lang.Span{Start: d.start, End: d.start + len(d.text)})
		if d.quote >= 0 || d.list != "" {
			f.principles = append(f.principles, d)
		}
	}
	return f
}

// distinct leaves out the reported statements that are nothing but a quotation between marks, which is kept:
// ha garantito che [«[nessuno sarà lasciato solo]»].
func distinct(quotes []claims.Quote) (kept []claims.Quote) {
	marked := make(map[lang.Span]bool)
	for _, q := range quotes {
		if q.Form == claims.Direct {
			marked[q.Outer] = true
		}
	}
	for _, q := range quotes {
		if q.Form == claims.Direct || !marked[q.Span] {
			kept = append(kept, q)
		}
	}
	return kept
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

// declared returns the principles of the lists, then those named elsewhere.
func declared(a *claims.Analysis) (all []declaration) {
	listed := make(map[claims.Principle][]lang.Span)
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
	return all
}

func overlapsAny(span lang.Span, others []lang.Span) bool {
	for _, other := range others {
		if span.Overlaps(other) {
			return true
		}
	}
	return false
}

// innermost returns the index of the shortest quotation around a span, or -1.
func innermost(quotes []claims.Quote, span lang.Span) int {
	best := -1
	for i, q := range quotes {
		if q.Contains(span) && (best < 0 || q.Len() < quotes[best].Len()) {
			best = i
		}
	}
	return best
}
