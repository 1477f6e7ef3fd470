package names

import (
	"context"

	"github.com/detto-it/detto/lang"
)

// Evaluate runs a model over annotated documents and counts by label. Labels are those of the annotations and the model.
func Evaluate(m *Model, examples []Example) map[string]Tally {
	tallies := map[string]Tally{}
	var found []Name
	for _, example := range examples {
		doc := lang.Parse(example.Text)
		found, _ = m.Names(context.Background(), doc, found[:0])
		gold := map[Annotation]bool{}
		for _, a := range example.Names {
			gold[a] = true
		}
		for _, name := range found {
			a := Annotation{Span: lang.Span{Start: doc.Tokens[name.First].Start, End: doc.Tokens[name.End-1].End}, Label: name.Label}
			if gold[a] {
				tallies[a.Label] = tallies[a.Label].Plus(Tally{Right: 1})
				delete(gold, a)
			} else {
				tallies[a.Label] = tallies[a.Label].Plus(Tally{Extra: 1})
			}
		}
		for a := range gold {
			tallies[a.Label] = tallies[a.Label].Plus(Tally{Missed: 1})
		}
	}
	return tallies
}

// Tally counts names found against names annotated: exact span and label.
type Tally struct{ Right, Extra, Missed int }

// Precision is the part of what was found that is right, 0 where nothing was found.
func (t Tally) Precision() float64 { return ratio(t.Right, t.Right+t.Extra) }

// Recall is the part of what is annotated that was found, 0 where nothing is annotated.
func (t Tally) Recall() float64 { return ratio(t.Right, t.Right+t.Missed) }

// F1 is the harmonic mean of precision and recall, 0 where nothing is right.
func (t Tally) F1() float64 {
	return ratio(2*t.Right, 2*t.Right+t.Extra+t.Missed)
}

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// Plus adds two tallies.
func (t Tally) Plus(u Tally) Tally {
	return Tally{t.Right + u.Right, t.Extra + u.Extra, t.Missed + u.Missed}
}
