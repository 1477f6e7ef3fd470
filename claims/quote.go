package claims

import (
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// Quote is a quotation or a reported statement.
type Quote struct {
	Text      string    `json:"text"` // the words said, without the marks
	lang.Span           // of Text
	Form      Form      `json:"form"`
	Outer     lang.Span `json:"outer"` // with the marks
	Source    Source    `json:"source"`
	Cue       Cue       `json:"cue"`
	Score     float32   `json:"score"`
	Continues int       `json:"continues"` // index of the quote that this one goes on from, or -1
	Why       string    `json:"why"`       // the rule or construction that found it
}

// Form says whether the words stand between marks or are reported.
type Form uint8

// The forms of a quote.
const (
	Direct   Form = iota // "direct": between marks
	Indirect             // "indirect": reported
)

// SourceKind says how a source is named.
type SourceKind uint8

// The kinds of source.
const (
	Unknown SourceKind = iota // nothing good enough
	Named                     // a name: "Xi Jinping"
	Nominal                   // a common noun: "il leader cinese"
	Pronoun                   // "lui", "quest'ultima"
	Omitted                   // left out: "Ha aggiunto che …"
)

// Source is who said it.
type Source struct {
	Text string `json:"text"`
	lang.Span
	Kind   SourceKind `json:"kind"`
	Name   string     `json:"name"`   // after resolution
	Entity int        `json:"entity"` // an Entity.ID, or -1
}

// Cue is the expression that announces a quote: "ha affermato", "secondo".
type Cue struct {
	Text string `json:"text"`
	lang.Span
	Lemma string `json:"lemma"`
	Act   Act    `json:"act"`
}

// Act is what the speaker does by saying it: assert, announce, promise, deny and so on.
type Act string

// Quotes returns the quotations and reported statements of a document in order of their start.
func Quotes(doc *lang.Document, ents []extract.Entity) []Quote { return nil }
