package extract

import (
	"context"
	"strings"

	"github.com/detto-it/detto/internal/names"
	"github.com/detto-it/detto/lang"
)

// names returns the names of a document in order, as the model finds them.
func (x *Extractor) names(ctx context.Context, doc *lang.Document) ([]Entity, error) {
	found, err := x.tagger().Names(ctx, doc, nil)
	if err != nil {
		return nil, err
	}
	entities := make([]Entity, 0, len(found))
	for _, name := range found {
		entities = append(entities, nameEntity(doc, name))
	}
	return entities, nil
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
