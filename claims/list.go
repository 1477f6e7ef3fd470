package claims

import (
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// ListKind is what a list enumerates.
type ListKind string

// Principle identifies a principle of international or domestic life, "" for none.
type Principle string

// Phrase is a piece of the document's text.
type Phrase struct {
	Text string `json:"text"`
	lang.Span
}

// List is an enumeration of principles, values, goals and so on.
type List struct {
	lang.Span          // from the head to the last item
	Kind      ListKind `json:"kind"`
	Head      Phrase   `json:"head"`
	Declared  int      `json:"declared"` // the number that the text announces, 0 if none
	Items     []Item   `json:"items"`
	Source    Source   `json:"source"`
}

// Item is one item of a list.
type Item struct {
	Text string `json:"text"`
	lang.Span
	Principle Principle `json:"principle"`
}

// Lists returns the lists of a document in order of their start.
func Lists(doc *lang.Document, ents []extract.Entity) []List { return nil }
