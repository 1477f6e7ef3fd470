package claims

import (
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// sourceSpan is the mention of a source: a name without what stands before it, else the phrase without its article.
func (r *reading) sourceSpan(a attribution) lang.Span {
	p := a.source
	if e := p.entity; e >= 0 && (r.ents[e].Kind == extract.Person || r.words[p.head].entity == int32(e)) {
		return r.ents[e].Span
	}
	return r.span(p.tokens)
}

// source makes the Source of an attribution.
func (r *reading) source(a attribution) Source {
	s := Source{Entity: -1}
	if !a.found {
		s.Kind = Omitted
		return s
	}
	s.Span = r.sourceSpan(a)
	s.Text = r.doc.Text[s.Start:s.End]
	s.Name = s.Text
	switch p := a.source; {
	case p.entity >= 0:
		s.Kind, s.Entity, s.Name = Named, r.ents[p.entity].ID, r.ents[p.entity].Name
	case p.pronoun:
		s.Kind = Pronoun
	default:
		s.Kind = Nominal
	}
	return s
}
