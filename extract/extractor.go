package extract

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/detto-it/detto/lang"
)

// Extractor finds entities. The zero value works; its fields are options, not to be changed while it is in use. It may
// be shared between goroutines.
type Extractor struct {
	// Now is the reference for relative dates ("ieri"); without it they keep a relative TIMEX3 value.
	Now time.Time
	// Model finds the names; nil means the embedded one.
	Model *Model
	// Gazetteer holds names of the user's own that are found beside those of the model; nil means none.
	Gazetteer *Gazetteer
	// Kinds limits what is returned; nil means all kinds.
	Kinds []Kind
}

// Entities returns the entities of a document in order of their start. They do not overlap. IDs begin with 0, in order of
// appearance.
func (x *Extractor) Entities(doc *lang.Document) []Entity {
	entities, _ := x.EntitiesContext(context.Background(), doc) // which never ends
	return entities
}

// EntitiesContext is like Entities, but gives up soon after the context has ended: it then returns the context's error and
// no entities. It looks at the context at every sentence.
func (x *Extractor) EntitiesContext(ctx context.Context, doc *lang.Document) ([]Entity, error) {
	r := rooms.Get().(*room)
	defer r.rest()
	return r.find(ctx, x, doc)
}

// find finds the entities of a document as an extractor wants them.
func (r *room) find(ctx context.Context, x *Extractor, doc *lang.Document) ([]Entity, error) {
	entities, err := r.names.find(ctx, x.tagger(), doc)
	if err != nil {
		return nil, err
	}
	listed, err := x.Gazetteer.find(ctx, doc)
	if err != nil {
		return nil, err
	}
	expressions, err := r.parser.expressions(ctx, doc, x.Now)
	if err != nil {
		return nil, err
	}
	entities = addBetween(x.merge(entities, listed), expressions)
	if err := r.clusterer.cluster(ctx, entities, x.tagger().Gender); err != nil {
		return nil, err
	}
	if x.Kinds != nil {
		entities = slices.DeleteFunc(entities, func(e Entity) bool { return !slices.Contains(x.Kinds, e.Kind) })
	}
	return entities, nil
}

// room is what finding the entities of a document takes, used for one document after another.
type room struct {
	names     nameFinder
	parser    parser
	clusterer clusterer
}

// rooms are those that rest: they save the next ones time and change nothing that is found.
var rooms = sync.Pool{New: func() any { return &room{clusterer: newClusterer()} }}

// A room is kept for so many entities of a document, words of their names, letters of such a word and pieces of a sentence.
const (
	keptEntities = 1 << 12
	keptWords    = 1 << 14
	keptLetters  = 1 << 12
	keptPieces   = 1 << 12
)

// rest puts the room aside for the next document, unless it has become large.
func (r *room) rest() {
	c := &r.clusterer
	if max(len(r.names.entities), len(r.parser.found)) > keptEntities || cap(r.parser.pieces) > keptPieces ||
		len(c.hashes) > keptWords || cap(c.decomposed) > keptLetters {
		return
	}
	r.forget()
	rooms.Put(r)
}

// forget lets go of the document, so that no room keeps one in memory.
func (r *room) forget() {
	clear(r.names.entities)
	r.parser.forget()
	r.clusterer.forget()
}

// Entities returns what the zero Extractor finds.
func Entities(doc *lang.Document) []Entity { return new(Extractor).Entities(doc) }

// Cluster gives entities of one document their IDs and Names as Extractor.Entities does, for a caller who has added
// entities of another source or taken some away. They must be in order of their start and not overlap; IDs begin with 0, in
// order of appearance, and what was in ID and Name is replaced.
func Cluster(entities []Entity) {
	c := newClusterer()
	_ = c.cluster(context.Background(), entities, new(Extractor).tagger().Gender)
}

// merge joins the names of the model and those of the user's gazetteer, both in order. Where two overlap the model's stays,
// unless the gazetteer's entry is to win.
func (x *Extractor) merge(model, listed []Entity) []Entity {
	if len(listed) == 0 {
		return model
	}
	winning := slices.DeleteFunc(slices.Clone(listed), func(e Entity) bool { return e.Score < 1 })
	return addBetween(addBetween(winning, model), listed)
}

// addBetween returns entities and those of more that overlap none of them. Both are in order, and so is the result, which
// shares no memory with them.
func addBetween(entities, more []Entity) []Entity {
	all := make([]Entity, 0, len(entities)+len(more))
	for _, m := range more {
		for len(entities) > 0 && entities[0].Start < m.End {
			all = append(all, entities[0])
			entities = entities[1:]
		}
		if n := len(all); n == 0 || all[n-1].End <= m.Start {
			all = append(all, m)
		}
	}
	return append(all, entities...)
}
