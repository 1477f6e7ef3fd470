package main

import (
	"fmt"
	"strings"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/internal/eval"
	"github.com/detto-it/detto/lang"
)

// The texts between the tables.
const (
	introduction = `# Accuracy

This file is written by

    go run ./internal/cmd/accuracy

which needs the corpora that [CONTRIBUTING.md](CONTRIBUTING.md) names beside the repository. P is precision, R recall, F1
their harmonic mean, all in per cent; in brackets, where there are any, the cases counted.

## What is measured on

| articles | held out? |
|---|---|
| wikinews/dev | No model learned from it: the name model learned from wikinews/train, wikipedia/train and internal/corpus only, the decisions about quotations from wikinews/train, diplomacy/dev and internal/corpus/statements. Its errors were read while the rules were written. |
| diplomacy/dev | Names: no model learned from it. **Quotations: not held out**, because claims/data/decisions.model and reported.model learned from it too; those rows show what was learned, not what to expect. Its errors were read while the rules were written. |
| astana | One article. No model learned from it. |

`
	aboutNames = `## Names

A name is right if both ends and the kind are. "All six" are the six kinds below, "with institutions" counts common nouns for
one institution too ("governo russo").

`
	aboutCase = `
Names of wikinews/dev when its letters are all turned into capitals, or all into lower case (letters whose other case has
another length in bytes stay as they are):

`
	aboutQuotes = `
## Quotations and speakers

Direct: the words between marks are those annotated as speech. Source: of the direct quotes found, those whose mention of the
speaker overlaps the annotated one, or that rightly have none. Speaker: of those whose speaker is known, the name after
resolution agrees. Indirect: the reported statement has at least half of its words in common with the annotated one; exact:
all of them. Diplomacy/dev is not held out here, see above.

`
	aboutLists = `
## Lists

A list is right if it has half of the annotated items; an item, if it has the same words. Head, kind and principle are
counted on the lists found; wikinews/dev does not annotate the last two.

`
	aboutTokens = `
## Tokens and sentences

F1 of tokens and sentences with both ends right, on texts of Universal Dependencies whose sentences are joined by one space;
"dell'" and "farlo" are one token each. The treebanks end a sentence at colons and semicolons, so the first two columns are
those of lang.Parser{Clauses: true}, as internal/cmd/udtokens uses it; the last two are those of the default parser, which
does not. No model learned from these files; the errors of some were read while the rules were written.

`
	aboutStems = `
## Stems

`
)

// report measures everything and returns the text of ACCURACY.md.
func (m measurement) report() (string, error) {
	sets, err := m.sets()
	if err != nil {
		return "", err
	}
	caseless, err := m.caseless()
	if err != nil {
		return "", err
	}
	banks, err := m.treebanks()
	if err != nil {
		return "", err
	}
	stems, err := m.stems()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString(introduction + aboutNames)
	b.WriteString(namesTable(sets))
	b.WriteString(aboutCase)
	b.WriteString(namesTable(caseless))
	b.WriteString(aboutQuotes)
	b.WriteString(quotesTable(sets))
	b.WriteString(aboutLists)
	b.WriteString(listsTable(sets))
	b.WriteString(aboutTokens)
	b.WriteString(tokensTable(banks))
	b.WriteString(aboutStems)
	fmt.Fprintf(&b, "%d of %d words of the official vocabulary of the Snowball project have the official stem.\n", stems.Right, stems.Of)
	return b.String(), nil
}

// namesTable has a column for each set and a row for each tally of names.
func namesTable(sets []set) string {
	t := newTable(sets)
	for kind := extract.Person; kind.IsName(); kind++ {
		t.tallies(kind.String(), func(s *eval.Scores) eval.Tally { return s.Kinds[kind] })
	}
	t.tallies("PER LOC ORG", (*eval.Scores).Core)
	t.tallies("all six", (*eval.Scores).Names)
	t.tallies("with institutions", (*eval.Scores).WithNominal)
	return t.String()
}

func quotesTable(sets []set) string {
	t := newTable(sets)
	t.tallies("direct", func(s *eval.Scores) eval.Tally { return s.Direct })
	t.shares("source", func(s *eval.Scores) eval.Share { return s.Source })
	t.shares("speaker", func(s *eval.Scores) eval.Share { return s.Speaker })
	t.tallies("indirect", func(s *eval.Scores) eval.Tally { return s.Indirect })
	t.tallies("indirect, exact", func(s *eval.Scores) eval.Tally { return s.IndirectExact })
	t.shares("indirect, speaker", func(s *eval.Scores) eval.Share { return s.IndirectSpeaker })
	return t.String()
}

func listsTable(sets []set) string {
	t := newTable(sets)
	t.tallies("lists", func(s *eval.Scores) eval.Tally { return s.Lists })
	t.tallies("items", func(s *eval.Scores) eval.Tally { return s.Items })
	t.shares("head", func(s *eval.Scores) eval.Share { return s.Head })
	t.shares("kind", func(s *eval.Scores) eval.Share { return s.ListKind })
	t.shares("principle", func(s *eval.Scores) eval.Share { return s.Principle })
	return t.String()
}

func tokensTable(banks []treebank) string {
	var b strings.Builder
	b.WriteString("| file | tokens | sentences | tokens, default | sentences, default |\n|---|---|---|---|---|\n")
	for _, bank := range banks {
		fmt.Fprintf(&b, "| %s |", bank.name)
		for _, parser := range []lang.Parser{{Clauses: true}, {}} {
			tokens, sentences := bank.Split(parser)
			fmt.Fprintf(&b, " %.2f | %.2f |", 100*tokens.F1(), 100*sentences.F1())
		}
		b.WriteString("\n")
	}
	return b.String()
}

// table is a Markdown table with a column for each set.
type table struct {
	sets []set
	strings.Builder
}

func newTable(sets []set) *table {
	t := &table{sets: sets}
	t.WriteString("| |")
	for _, s := range sets {
		t.WriteString(" " + s.name + " |")
	}
	t.WriteString("\n|---|" + strings.Repeat("---|", len(sets)) + "\n")
	return t
}

func (t *table) row(name string, cell func(*eval.Scores) string) {
	t.WriteString("| " + name + " |")
	for i := range t.sets {
		t.WriteString(" " + cell(&t.sets[i].scores) + " |")
	}
	t.WriteString("\n")
}

func (t *table) tallies(name string, of func(*eval.Scores) eval.Tally) {
	t.row(name, func(s *eval.Scores) string {
		n := of(s)
		if n == (eval.Tally{}) {
			return "–"
		}
		return fmt.Sprintf("F1 **%.1f**, P %.1f, R %.1f (%d)", 100*n.F1(), 100*n.Precision(), 100*n.Recall(), n.Right+n.Missed)
	})
}

func (t *table) shares(name string, of func(*eval.Scores) eval.Share) {
	t.row(name, func(s *eval.Scores) string {
		n := of(s)
		if n.Of == 0 {
			return "–"
		}
		return fmt.Sprintf("**%.1f** (%d of %d)", 100*float64(n.Right)/float64(n.Of), n.Right, n.Of)
	})
}
