package claims

import (
	"sort"

	"github.com/detto-it/detto/extract"
)

// names reports whether a name between commas is that of the role before it, so that it is a subject only if the role is:
// "Criticato dal sindaco di Torino, Luca Orsini, ha detto".
func (r *reading) names(role, name phrase) bool {
	return role.entity < 0 && r.personRole(role.head) && role.end == name.lead-1 && r.is(role.end, comma) &&
		r.namesPerson(name) && r.is(name.end, comma|openBracket)
}

// described goes back from a description without article to whom it describes: "un'ex guida, testimone oculare dei fatti, ha
// detto", "il candidato del partito e vittima delle accuse ha detto".
func (r *reading) described(p phrase, g *verbGroup, phrases []phrase) phrase {
	if p.lead != p.start || p.entity >= 0 || p.pronoun || p.number == plural || !r.is(p.lead-1, comma|coordinator) {
		return p
	}
	for _, q := range phrases {
		if q.end == p.lead-1 && q.prep == 0 && q.lead < q.start && !q.time && q.number.agrees(g.plural) {
			return q
		}
	}
	return p
}

// apposed moves from a role to the name after it: "il console a Bengasi, Guido De Sanctis, ha detto", "l'ex procuratore
// e ora presidente del Senato Pietro Nardi ha detto".
func (r *reading) apposed(p phrase, phrases []phrase) phrase {
	if p.entity >= 0 && r.ents[p.entity].Kind == extract.Person || !r.personRole(p.head) && !r.is(p.head, capital) {
		return p
	}
	for _, q := range phrases {
		switch {
		case q.lead < p.end || q.bracketed:
		case q.prep == 0 && r.namesPerson(q) && (r.is(q.lead-1, comma) || q.lead == p.end+1 && r.is(p.end, coordinator) && r.personRole(q.head)):
			q.number = singular
			return q
		case q.prep == 0 || r.hasFinite(p.end, q.lead):
			return p
		}
	}
	return p
}

// coordinated joins two singular subjects of a plural verb: "Kevin Rudd e Yasuo Fukuda hanno".
func (r *reading) coordinated(p phrase, g *verbGroup, phrases []phrase) phrase {
	if !g.plural {
		return p
	}
	if p = r.coordinatedBefore(p, phrases); p.number != singular {
		return p
	}
	for _, q := range phrases {
		if q.lead > p.end && q.start < g.start && q.lead <= p.end+1 && r.is(q.lead-1, coordinator|comma) && q.prep == 0 {
			p.end = q.end
			p.number = plural
			p.entity = -1
			if !r.is(q.end, coordinator|comma) {
				break
			}
		}
	}
	return p
}

// phraseBefore returns the index of the last phrase that begins before a token, or -1.
func phraseBefore(phrases []phrase, i int) int {
	return sort.Search(len(phrases), func(k int) bool { return phrases[k].lead >= i }) - 1
}

// coordinatedBefore takes in those who are named before: "Carlo Nardi, Anna Sala e l'Avsec hanno".
func (r *reading) coordinatedBefore(p phrase, phrases []phrase) phrase {
	if p.lead < 1 || !r.is(p.lead-1, coordinator) {
		return p
	}
	for i := phraseBefore(phrases, p.lead); i >= 0 && phrases[i].end >= p.lead-1; i-- {
		q := phrases[i]
		if q.end == p.lead-1 && r.is(q.end, coordinator|comma) && q.prep == 0 && !q.time && r.speaks(q) {
			p.start, p.lead, p.head = q.start, q.lead, q.head
			p.number, p.entity = plural, -1
		}
	}
	return p
}

// endingName returns the person's name that a phrase is, or that ends it where nobody else speaks: "il parere di Anna Sala".
func (r *reading) endingName(p phrase) (phrase, bool) {
	e := r.words[p.end-1].entity
	if e < 0 || r.ents[e].Kind != extract.Person || int(e) != p.entity && r.personRole(p.head) {
		return phrase{}, false
	}
	return phrase{tokens: r.held[e], head: r.held[e].start, lead: r.held[e].start, number: singular, entity: int(e)}, true
}

// named goes back from the phrase before a relative pronoun to what can speak: over a place ("il carabiniere in pensione,
// che") and over appositions ("Mariella Rossi, la madre di Anna, che").
func (r *reading) named(phrases []phrase, i int) phrase {
	for n := i; n > 0 && n > i-3; n-- {
		p, before := phrases[n], phrases[n-1]
		location := p.entity >= 0 && r.ents[p.entity].Kind == extract.Location
		place := p.prep != 0 && p.prep != ofPreposition && (location || !r.speaks(p)) && before.end >= p.lead-1
		apposed := p.prep == 0 && p.entity < 0 && before.end == p.lead-1 && r.is(before.end, comma)
		if !place && !apposed {
			if n < i && !r.speaks(p) {
				break
			}
			return p
		}
		if name, ok := r.endingName(before); ok && apposed {
			return name
		}
		if place && r.speaks(before) && !location {
			return before
		}
	}
	return phrases[i]
}
