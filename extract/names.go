package extract

import (
	"context"
	"strings"

	"github.com/detto-it/detto/internal/names"
	"github.com/detto-it/detto/lang"
)

// nameFinder is the room for the names of a document.
type nameFinder struct {
	names    []names.Name
	entities []Entity
}

// find returns the names of a document in order, as the model finds them. They stay until the next call.
func (f *nameFinder) find(ctx context.Context, model *names.Model, doc *lang.Document) ([]Entity, error) {
	found, err := model.Names(ctx, doc, f.names[:0])
	if err != nil {
		return nil, err
	}
	f.names, f.entities = found, f.entities[:0]
	for _, name := range found {
		f.entities = append(f.entities, nameEntity(doc, name))
	}
	return f.entities, nil
}

func nameEntity(doc *lang.Document, name names.Name) Entity {
	span := lang.Span{Start: doc.Tokens[name.First].Start, End: doc.Tokens[name.End-1].End}
	e := Entity{Text: doc.Text[span.Start:span.End], Span: span, Score: name.Score}
	label, nominal := strings.CutSuffix(name.Label, nominalLabel)
	e.Nominal = nominal
	if kind, known := kindNamed(label); known {
		e.Kind = kind
	} else {
		e.Kind, e.Label = Misc, label
	}
	return e
}

// nominalLabel ends the label of a common noun for one institution.
const nominalLabel = ".nominal"
