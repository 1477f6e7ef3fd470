package claims

import (
	"fmt"
	"sort"

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

var formNames = [...]string{"direct", "indirect"}

// String returns "direct" or "indirect".
func (f Form) String() string { return nameOf(formNames[:], int(f), "Form") }

// MarshalText returns the text form. It never fails.
func (f Form) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

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

var sourceKindNames = [...]string{"unknown", "named", "nominal", "pronoun", "omitted"}

// String returns the text form of the kind: "named", "nominal", and so on.
func (k SourceKind) String() string { return nameOf(sourceKindNames[:], int(k), "SourceKind") }

// MarshalText returns the text form. It never fails.
func (k SourceKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

func nameOf(names []string, i int, kind string) string {
	if i < len(names) {
		return names[i]
	}
	return fmt.Sprintf("%s(%d)", kind, i)
}

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
func Quotes(doc *lang.Document, ents []extract.Entity) []Quote {
	r := read(doc, ents)
	j := r.judge
	sentences := r.allAttributions()
	var quotes []Quote
	for q := range r.quoted {
		f := r.findDirect(q, sentences)
		r.speechEvidence(&j.evidence, q, f)
		if yes, p := j.decide(); yes {
			quotes = append(quotes, r.directQuote(q, f, p))
		}
	}
	for s, list := range sentences {
		for _, a := range list {
			c, ok := r.reportedBy(a, r.spans[s])
			if !ok {
				continue
			}
			r.reportedEvidence(&j.evidence, c)
			if _, p := j.decide(); p >= reportedThreshold {
				quotes = append(quotes, r.indirectQuote(c, p))
			}
		}
	}
	sort.SliceStable(quotes, func(i, j int) bool { return quotes[i].Start < quotes[j].Start })
	return quotes
}

// reportedThreshold is the least probability of a reported statement that is returned: the annotators found more of
// them than even odds would give.
const reportedThreshold = 0.35

func (r *reading) directQuote(q int, f directFinding, p float32) Quote {
	in := r.quoted[q]
	return Quote{
		Text: r.doc.Text[in.Start:in.End], Span: in.Span, Outer: in.Outer, Form: Direct,
		Source: r.source(f.attribution), Cue: r.cue(f.attribution), Score: p, Continues: -1, Why: routeNames[f.route],
	}
}

func (r *reading) indirectQuote(c reported, p float32) Quote {
	span := r.span(c.content)
	return Quote{
		Text: r.doc.Text[span.Start:span.End], Span: span, Outer: span, Form: Indirect,
		Source: r.source(c.attribution), Cue: r.cue(c.attribution), Score: p, Continues: -1, Why: frameNames[c.frame],
	}
}

func (r *reading) cue(a attribution) Cue {
	span := r.span(a.cue)
	c := Cue{Text: r.doc.Text[span.Start:span.End], Span: span}
	if a.verb.says() {
		c.Lemma, c.Act = a.verb.lemma, a.verb.act
	}
	return c
}
