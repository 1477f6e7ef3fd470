package formats

import (
	"strings"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/internal/corpus"
)

// label is the name of an entity's kind in CoNLL-U and BIO: that of a user's model if there is one, "ORG.nominal" for a common
// noun, "ORG" otherwise. Training reads the same labels.
func label(e extract.Entity) string {
	name := e.Kind.String()
	if e.Label != "" {
		name = e.Label
	}
	if e.Nominal {
		name += corpus.Nominal
	}
	return name
}

// setLabel gives an entity the kind that a label names. A label that is none of Detto's kinds stays in Entity.Label.
func setLabel(e *extract.Entity, label string) {
	name, nominal := strings.CutSuffix(label, corpus.Nominal)
	e.Nominal = nominal
	if e.Kind.UnmarshalText([]byte(name)) != nil {
		e.Kind, e.Label = extract.Misc, name
	}
}
