// Package extract finds who and what is in an Italian text.
package extract

import (
	"sort"
	"time"

	"github.com/detto-it/detto/lang"
)

// Extractor finds entities. The zero value works.
type Extractor struct {
	// Now is the reference for relative dates ("ieri"); without it they keep a relative TIMEX3 value.
	Now time.Time
}

// Entities returns the entities of a document in order of their start.
func (x *Extractor) Entities(doc *lang.Document) []Entity {
	ents := x.names(doc)
	ents = append(ents, x.expressions(doc)...)
	sort.SliceStable(ents, func(i, j int) bool { return ents[i].Start < ents[j].Start })
	return ents
}

// Entities returns what the zero Extractor finds.
func Entities(doc *lang.Document) []Entity { return new(Extractor).Entities(doc) }
