package formats

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// WriteBrat writes an analysis as the .ann file of brat standoff (https://brat.nlplab.org/standoff.html); the .txt file beside
// it is the text as it is. Offsets are characters (Unicode code points); an annotation that goes over the end of a line is
// written in fragments, one for each line, as brat wants.
//
// An entity is a text-bound annotation of its kind; the attribute Nominal marks a common noun, a note of the type Norm holds
// Norm, and an Equiv relation joins the mentions of one thing. The characters of a user's label other than letters, figures, "_"
// and "-" become "_". A quotation is an annotation Quote, with the relations SaidBy to a Source and AnnouncedBy to a Cue
// where the text has them, the attributes Form and Act, and a note Speaker with the name of the speaker. An item of a list is
// an Item, with the attribute Principle if it names one. The errors are those of w.
func WriteBrat(w io.Writer, a *claims.Analysis) error {
	b := bratWriter{Writer: bufio.NewWriter(w), characters: newCharacters(a.Document.Text)}
	b.entities(a.Entities)
	for _, quote := range a.Quotes {
		b.quote(quote)
	}
	for _, list := range a.Lists {
		for _, item := range list.Items {
			id := b.textBound("Item", item.Span)
			b.attribute("Principle", id, string(item.Principle))
		}
	}
	return b.Flush()
}

// bratWriter numbers the annotations of each sort: T text-bound, R relations, A attributes, # notes.
type bratWriter struct {
	*bufio.Writer
	characters
	bound, relations, attributes, notes int
}

// entities writes the entities, then which of them are the same.
func (b *bratWriter) entities(entities []extract.Entity) {
	mentions := make(map[int][]string, len(entities))
	for _, e := range entities {
		kind := e.Kind.String()
		if e.Label != "" {
			kind = bratName(e.Label)
		}
		id := b.textBound(kind, e.Span)
		if e.Nominal {
			b.attributes++
			fmt.Fprintf(b, "A%d\tNominal %s\n", b.attributes, id)
		}
		b.note("Norm", id, e.Norm)
		mentions[e.ID] = append(mentions[e.ID], id)
	}
	for _, e := range entities {
		if len(mentions[e.ID]) > 1 {
			fmt.Fprintf(b, "*\tEquiv %s\n", strings.Join(mentions[e.ID], " "))
		}
		delete(mentions, e.ID)
	}
}

func (b *bratWriter) quote(q claims.Quote) {
	quote := b.textBound("Quote", q.Span)
	b.attribute("Form", quote, q.Form.String())
	b.note("Speaker", quote, q.Source.Name)
	if q.Source.Len() > 0 {
		b.relation("SaidBy", quote, b.textBound("Source", q.Source.Span))
	}
	if q.Cue.Len() > 0 {
		cue := b.textBound("Cue", q.Cue.Span)
		b.attribute("Act", cue, string(q.Cue.Act))
		b.relation("AnnouncedBy", quote, cue)
	}
}

// textBound writes a text-bound annotation and returns its id. The text of fragments is joined with blanks.
func (b *bratWriter) textBound(kind string, span lang.Span) (id string) {
	b.bound++
	id = fmt.Sprintf("T%d", b.bound)
	var offsets, texts []string
	for _, line := range linesOf(b.text, span) {
		offsets = append(offsets, fmt.Sprintf("%d %d", b.number(line.Start), b.number(line.End)))
		texts = append(texts, b.text[line.Start:line.End])
	}
	fmt.Fprintf(b, "%s\t%s %s\t%s\n", id, kind, strings.Join(offsets, ";"), strings.Join(texts, " "))
	return id
}

// attribute and note write nothing for an empty value.
func (b *bratWriter) attribute(name, id, value string) {
	if value != "" {
		b.attributes++
		fmt.Fprintf(b, "A%d\t%s %s %s\n", b.attributes, name, id, value)
	}
}

func (b *bratWriter) note(kind, id, text string) {
	if text != "" {
		b.notes++
		fmt.Fprintf(b, "#%d\t%s %s\t%s\n", b.notes, kind, id, strings.Join(strings.FieldsFunc(text, isLineEnd), " "))
	}
}

func (b *bratWriter) relation(name, from, to string) {
	b.relations++
	fmt.Fprintf(b, "R%d\t%s Arg1:%s Arg2:%s\n", b.relations, name, from, to)
}

// linesOf cuts a span at the ends of lines and leaves empty pieces out, unless there is nothing else.
func linesOf(text string, span lang.Span) []lang.Span {
	var lines []lang.Span
	start := span.Start
	for i := span.Start; i <= span.End; i++ {
		if i < span.End && !isLineEnd(rune(text[i])) {
			continue
		}
		if i > start {
			lines = append(lines, lang.Span{Start: start, End: i})
		}
		start = i + 1
	}
	if lines == nil {
		return []lang.Span{{Start: span.Start, End: span.Start}}
	}
	return lines
}

// bratName makes a label a name that brat allows.
func bratName(label string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && (r == '_' || r == '-' || '0' <= r && r <= '9' || 'A' <= r&^0x20 && r&^0x20 <= 'Z') {
			return r
		}
		return '_'
	}, label)
}
