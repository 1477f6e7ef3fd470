package formats

import (
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/lang"
)

// quoteContext is how many characters a TextQuoteSelector shows before and behind the text.
const quoteContext = 32

// WriteWebAnnotations writes an analysis as an AnnotationPage of the W3C Web Annotation Data Model
// (https://www.w3.org/TR/annotation-model/) in JSON-LD, followed by a line feed. The source is the IRI of the text, without a
// fragment: the annotations are named source#detto-0 and so on.
//
// Each entity, quotation and list item that names a principle is an annotation. Its target is found by a TextPositionSelector, which
// counts characters (Unicode code points) of the whole text from 0 as the recommendation wants, and again by a
// TextQuoteSelector with up to 32 characters before and behind. Its bodies are texts: with the purpose "classifying" the kind of
// an entity, the form and the act of a quotation; with "identifying" the name of the thing or of the speaker; with "describing"
// Norm; with "tagging" the principle. A byte that is no UTF-8 is written as U+FFFD, which is one character, so that positions
// hold. The errors are those of w.
func WriteWebAnnotations(w io.Writer, source string, a *claims.Analysis) error {
	p := annotationPage{Context: "http://www.w3.org/ns/anno.jsonld", ID: source + "#detto", Type: "AnnotationPage",
		Items: []annotation{}, source: source, characters: newCharacters(a.Document.Text)}
	for _, e := range a.Entities {
		p.add(e.Span, "identifying", body{"classifying", label(e)}, body{"identifying", e.Name}, body{"describing", e.Norm})
	}
	for _, q := range a.Quotes {
		p.add(q.Span, "identifying", body{"classifying", q.Form.String()}, body{"classifying", string(q.Cue.Act)},
			body{"identifying", q.Source.Name})
	}
	for _, list := range a.Lists {
		for _, item := range list.Items {
			if item.Principle != "" {
				p.add(item.Span, "tagging", body{"tagging", string(item.Principle)})
			}
		}
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(p)
}

type annotationPage struct {
	Context    string       `json:"@context"`
	ID         string       `json:"id"`
	Type       string       `json:"type"`
	Items      []annotation `json:"items"`
	source     string
	characters characters
}

type annotation struct {
	ID         string `json:"id"`
	Type       string `json:"type"`
	Motivation string `json:"motivation"`
	Body       []body `json:"body"`
	Target     target `json:"target"`
}

type target struct {
	Source   string `json:"source"`
	Selector []any  `json:"selector"`
}

type positionSelector struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type quoteSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

// body is a text that says something of the target, for a purpose.
type body struct{ purpose, value string }

// MarshalJSON writes the body as a TextualBody.
func (b body) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]string{"type": "TextualBody", "purpose": b.purpose, "value": b.value})
}

// add adds an annotation with those bodies that are not empty.
func (p *annotationPage) add(span lang.Span, motivation string, bodies ...body) {
	full := bodies[:0]
	for _, b := range bodies {
		if b.value != "" {
			full = append(full, b)
		}
	}
	p.Items = append(p.Items, annotation{
		ID: fmt.Sprintf("%s#detto-%d", p.source, len(p.Items)), Type: "Annotation", Motivation: motivation, Body: full,
		Target: target{Source: p.source, Selector: []any{p.position(span), p.quote(span)}},
	})
}

func (p *annotationPage) position(span lang.Span) positionSelector {
	return positionSelector{"TextPositionSelector", p.characters.number(span.Start), p.characters.number(span.End)}
}

func (p *annotationPage) quote(span lang.Span) quoteSelector {
	text, from, to := p.characters.text, span.Start, span.End
	for range quoteContext {
		_, before := utf8.DecodeLastRuneInString(text[:from])
		_, behind := utf8.DecodeRuneInString(text[to:])
		from, to = from-before, to+behind
	}
	return quoteSelector{"TextQuoteSelector", text[span.Start:span.End], text[from:span.Start], text[span.End:to]}
}
