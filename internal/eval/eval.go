// Package eval measures what Detto finds against annotated articles and treebanks. A figure is a Tally, from which precision,
// recall and F1 follow, or a Share of cases that are right.
package eval

import (
	"regexp"
	"strings"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/internal/gold"
	"github.com/detto-it/detto/internal/names"
	"github.com/detto-it/detto/lang"
)

// Tally counts what was found right, found too much, and missed.
type Tally = names.Tally

// Share counts the cases that are right among those that could be.
type Share struct{ Right, Of int }

func (s *Share) add(right bool) {
	s.Of++
	if right {
		s.Right++
	}
}

// nameKinds is the number of kinds of name; Person is the first kind and Misc the last.
const nameKinds = int(extract.Misc) + 1

// Scores are the measures over the articles added. The zero value has seen none.
type Scores struct {
	Kinds   [nameKinds]Tally // names with the exact span and kind, by extract.Kind
	Nominal Tally            // common nouns for one institution, with the exact span and kind

	Direct  Tally // spans of speech between marks: the same words
	Source  Share // of the direct quotes found: the mention of the speaker, or that there is none
	Speaker Share // of the direct quotes found whose speaker is known: the name after resolution

	Indirect        Tally // reported statements that have half of their words in common
	IndirectExact   Tally // the same words
	IndirectSpeaker Share // of the statements found whose speaker is known: the name after resolution

	Lists     Tally // lists that have half of the items
	Items     Tally // items with the same words
	Head      Share // of the lists found: the words that announce them
	ListKind  Share // of the lists found
	Principle Share // of the items of the lists found
}

// Names is the tally over all six kinds of name.
func (s *Scores) Names() Tally {
	sum := Tally{}
	for _, t := range s.Kinds {
		sum = sum.Plus(t)
	}
	return sum
}

// WithNominal is the tally over names and common nouns for one institution.
func (s *Scores) WithNominal() Tally { return s.Names().Plus(s.Nominal) }

// Core is the tally over persons, locations and organisations.
func (s *Scores) Core() Tally {
	return s.Kinds[extract.Person].Plus(s.Kinds[extract.Location]).Plus(s.Kinds[extract.Organization])
}

// Add compares what was found in an article with its annotation.
func (s *Scores) Add(a *gold.Article, found *claims.Analysis) {
	s.addEntities(a, found.Entities)
	s.addDirect(a, found.Quotes)
	s.addReported(a, found.Quotes)
	s.addLists(a, found.Lists)
}

// mark is a name as it is compared.
type mark struct {
	lang.Span
	kind extract.Kind
}

// addEntities compares names. A common noun for an institution that is found counts for Nominal if it is annotated as one, and
// as a name too many if it is not annotated at all.
func (s *Scores) addEntities(a *gold.Article, found []extract.Entity) {
	proper, nominal := annotated(a.Entities)
	seen := map[mark]bool{}
	for _, e := range found {
		m := mark{e.Span, e.Kind}
		if !e.Kind.IsName() || seen[m] {
			continue
		}
		seen[m] = true
		switch {
		case proper[m]:
			s.Kinds[m.kind].Right++
		case nominal[m]:
			s.Nominal.Right++
		default:
			s.Kinds[m.kind].Extra++
		}
	}
	for m := range proper {
		if !seen[m] {
			s.Kinds[m.kind].Missed++
		}
	}
	for m := range nominal {
		if !seen[m] {
			s.Nominal.Missed++
		}
	}
}

// annotated returns the names of an annotation and its common nouns for institutions.
func annotated(entities []gold.Entity) (proper, nominal map[mark]bool) {
	proper, nominal = map[mark]bool{}, map[mark]bool{}
	for _, e := range entities {
		m := mark{Span: e.Span}
		if m.kind.UnmarshalText([]byte(e.Type)) != nil || !m.kind.IsName() {
			continue
		}
		if e.Nominal {
			nominal[m] = true
		} else {
			proper[m] = true
		}
	}
	return proper, nominal
}

// word is a run of letters, figures and underscores.
var word = regexp.MustCompile(`[\p{L}\p{N}_]+`)

// wordSpan is a span from its first word to its last: marks, blanks and final punctuation do not count. A span without a
// word stays.
func wordSpan(text string, span lang.Span) lang.Span {
	found := word.FindAllStringIndex(text[span.Start:span.End], -1)
	if len(found) == 0 {
		return span
	}
	return lang.Span{Start: span.Start + found[0][0], End: span.Start + found[len(found)-1][1]}
}

func countWords(text string, start, end int) int {
	return len(word.FindAllStringIndex(text[start:end], -1))
}

// small are the words that do not count when names are compared: "della Repubblica" agrees with "Repubblica".
var small = map[string]bool{
	"il": true, "lo": true, "la": true, "i": true, "gli": true, "le": true, "l": true, "un": true, "una": true, "di": true,
	"del": true, "della": true, "dell": true, "dei": true, "delle": true, "d": true, "de": true,
}

// namesAgree reports whether the words of one name are all among those of the other; a name without words agrees with none.
func namesAgree(a, b string) bool {
	first, second := nameWords(a), nameWords(b)
	return len(first) > 0 && len(second) > 0 && (isSubset(first, second) || isSubset(second, first))
}

func nameWords(name string) map[string]bool {
	set := map[string]bool{}
	for _, w := range word.FindAllString(strings.ToLower(name), -1) {
		if !small[w] {
			set[w] = true
		}
	}
	return set
}

func isSubset(a, b map[string]bool) bool {
	for w := range a {
		if !b[w] {
			return false
		}
	}
	return true
}
