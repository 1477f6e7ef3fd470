package english

import (
	"slices"
	"strings"
	"unicode"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// name is a name that prose found.
type name struct {
	lang.Span
	kind extract.Kind
}

// score is that of every name, because prose gives no probability.
const score = 0.5

func (n name) entity(text string) extract.Entity {
	return extract.Entity{Text: text[n.Start:n.End], Span: n.Span, Kind: n.kind, Score: score}
}

// namesIn returns the names among the words of a stretch, in order. A name begins with a word that has a label and goes
// on over the words behind it that have one too or are proper nouns: prose labels only the first word of "Keir Starmer".
func namesIn(words []word) []name {
	var names []name
	for i := 0; i < len(words); {
		first := i
		if i++; !words[first].labelled() {
			continue
		}
		for i < len(words) && words[i].goesOn(words[i-1]) {
			i++
		}
		span := lang.Span{Start: words[first].Start, End: words[i-1].End}
		names = append(names, name{span, kindOf(words[first:i])})
	}
	return names
}

func (w word) labelled() bool { return strings.Contains(w.label, "-") && !isMark(w.text) }

// isMark reports whether a word holds no letter or figure: prose labels a quotation mark now and then.
func isMark(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// goesOn reports whether the word goes on the name that the word before it ends: one blank at most is between them.
func (w word) goesOn(before word) bool {
	return w.Start-before.End <= 1 && (w.labelled() || w.isProper())
}

func (w word) isProper() bool { return strings.HasPrefix(w.tag, "NNP") && !isMark(w.text) }

// kindOf returns the kind of a name. prose labels the words of a name one by one; if one of them is a person's name so is
// the whole ("Barack" alone is a place to prose, "Obama" a person), else the first word decides.
func kindOf(words []word) extract.Kind {
	if slices.ContainsFunc(words, func(w word) bool { return strings.HasSuffix(w.label, "PERSON") }) {
		return extract.Person
	}
	if strings.HasSuffix(words[0].label, "ORGANIZATION") {
		return extract.Organization
	}
	return extract.Location // GPE, GSP (a state or a town as an actor), LOCATION, FACILITY
}

// inner holds the words that an English name may have between its proper nouns: "Department of State", "Bank for
// International Settlements", "St James's Park".
var inner = []string{"of", "for", "the", "'s", "’s", "-", "."}

// isName reports whether words, one at least, can be an English name: proper nouns, with nothing but small words between them.
func isName(words []word) bool {
	if !words[0].isProper() || !words[len(words)-1].isProper() {
		return false
	}
	return !slices.ContainsFunc(words, func(w word) bool {
		return !w.isProper() && w.tag != "CD" && !slices.Contains(inner, w.text)
	})
}
