package claims

import (
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// Analysis is all that Analyze finds in a text. Its slices are never nil, so that their JSON form is an array. The offsets
// of all its values are bytes of Document.Text.
type Analysis struct {
	Document *lang.Document   `json:"-"`
	Entities []extract.Entity `json:"entities"`
	Quotes   []Quote          `json:"quotes"`
	Lists    []List           `json:"lists"`
}

// Analyzer analyses texts. The zero value works; it may be shared between goroutines.
type Analyzer struct {
	// Extractor finds the entities; nil means the zero Extractor.
	Extractor *extract.Extractor
}

// Analyze parses a text and returns its entities, quotations and lists. Any byte sequence is valid.
func (a *Analyzer) Analyze(text string) *Analysis {
	extractor := a.Extractor
	if extractor == nil {
		extractor = new(extract.Extractor)
	}
	doc := lang.Parse(text)
	entities := extractor.Entities(doc)
	quotes := Quotes(doc, entities)
	return &Analysis{
		Document: doc,
		Entities: notNil(entities),
		Quotes:   notNil(quotes),
		Lists:    notNil(attributeLists(findLists(doc, entities), quotes)),
	}
}

// Analyze returns what the zero Analyzer finds in a text.
func Analyze(text string) *Analysis { return new(Analyzer).Analyze(text) }

func notNil[T any](values []T) []T {
	if values == nil {
		return []T{}
	}
	return values
}
