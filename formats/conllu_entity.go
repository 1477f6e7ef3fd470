package formats

import (
	"fmt"
	"strings"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// entityReader collects the entities of a document from the attribute Entity of its tokens.
type entityReader struct {
	entities []extract.Entity
	open     map[string][]int // for each eid, the entities that have not ended
	ids      map[string]int   // the ID for each eid, in order of appearance
}

// read reads one value of Entity, such as "e3)(e4-PER)(e5-ORG": the entities that end and begin at a token.
func (r *entityReader) read(value string, fields map[string]int, token lang.Span) error {
	for value != "" {
		if value[0] != '(' {
			eid, rest, closed := strings.Cut(value, ")")
			if !closed || !r.end(eid, token) {
				return fmt.Errorf("entity %.40q ends without a beginning", eid)
			}
			value = rest
			continue
		}
		length := strings.IndexAny(value[1:], "()")
		if length < 0 {
			length = len(value) - 1
		}
		eid := r.begin(strings.Split(value[1:1+length], "-"), fields, token)
		if value = value[1+length:]; strings.HasPrefix(value, ")") {
			r.end(eid, token)
			value = value[1:]
		}
	}
	return nil
}

func (r *entityReader) begin(values []string, fields map[string]int, token lang.Span) (eid string) {
	if r.open == nil {
		r.open, r.ids = map[string][]int{}, map[string]int{}
	}
	eid = fieldOf(values, fields, "eid")
	id, known := r.ids[eid]
	if !known {
		id = len(r.ids)
		r.ids[eid] = id
	}
	e := extract.Entity{ID: id, Span: token, Score: 1}
	e.Norm, e.Name = fieldOf(values, fields, "norm"), fieldOf(values, fields, "name")
	setLabel(&e, fieldOf(values, fields, "etype"))
	r.open[eid] = append(r.open[eid], len(r.entities))
	r.entities = append(r.entities, e)
	return eid
}

// end ends the entity of an eid that began last and reports whether there is one.
func (r *entityReader) end(eid string, token lang.Span) bool {
	open := r.open[unescapeField(eid)]
	if len(open) == 0 {
		return false
	}
	r.entities[open[len(open)-1]].End = token.End
	if r.open[unescapeField(eid)] = open[:len(open)-1]; len(open) == 1 {
		delete(r.open, unescapeField(eid))
	}
	return true
}

// unclosed returns an entity that has no end, the one that began first.
func (r *entityReader) unclosed() (eid string, open bool) {
	first := len(r.entities)
	for id, entities := range r.open {
		if entities[0] < first {
			eid, first = id, entities[0]
		}
	}
	return eid, len(r.open) > 0
}
