// Package claims finds who said what in an Italian text, and which principles are declared.
package claims

import (
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// Analysis is all that Analyze finds in a text.
type Analysis struct {
	Document *lang.Document   `json:"-"`
	Entities []extract.Entity `json:"entities"`
	Quotes   []Quote          `json:"quotes"`
	Lists    []List           `json:"lists"`
}

// Analyze parses a text and returns its entities, quotations and lists.
func Analyze(text string) *Analysis {
	doc := lang.Parse(text)
	ents := extract.Entities(doc)
	return &Analysis{Document: doc, Entities: ents, Quotes: Quotes(doc, ents), Lists: Lists(doc, ents)}
}
