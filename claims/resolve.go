package claims

import "github.com/detto-it/detto/extract"

// source makes the Source of an attribution.
func (r *reading) source(a attribution) Source {
	s := Source{Entity: -1}
	if !a.found {
		s.Kind = Omitted
		return s
	}
	p := a.source
	t := p.tokens
	s.Kind = Nominal
	if p.entity >= 0 {
		s.Kind = Named
		if e := &r.ents[p.entity]; e.Kind == extract.Person || r.words[p.head].entity == int32(p.entity) {
			t = r.held[p.entity]
		}
		s.Entity = r.ents[p.entity].ID
		s.Name = r.ents[p.entity].Name
	} else if p.pronoun {
		s.Kind = Pronoun
	}
	s.Span = r.span(t)
	s.Text = r.doc.Text[s.Start:s.End]
	if s.Name == "" {
		s.Name = s.Text
	}
	return s
}
