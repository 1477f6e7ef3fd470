package claims

import (
	"sort"

	"github.com/detto-it/detto/extract"
)

// mouthpiece finds the person through whom a body speaks: "Per voce di Elena Ferri, il partito respinge", "l'Avsec,
// tramite il portavoce Carlo Nardi, ha detto", "l'Italia, con il ministro Tajani, dichiara".
func (r *reading) mouthpiece(body phrase, g *verbGroup, span tokens) (phrase, bool) {
	if body.pronoun || body.entity >= 0 && r.ents[body.entity].Kind == extract.Person || r.personRole(body.head) {
		return phrase{}, false
	}
	phrases := r.sentencePhrases(int(r.words[g.start].sentence))
	last := sort.Search(len(phrases), func(i int) bool { return phrases[i].start >= g.start }) - 1
	for i := last; i >= 0 && i > last-8; i-- {
		p := phrases[i]
		person := p.entity >= 0 && r.ents[p.entity].Kind == extract.Person
		if !person && !r.personRole(p.head) || p.lead <= span.start || r.words[p.head].quoted != r.words[g.start].quoted {
			continue
		}
		apposed := p.lead-1 == body.end+1 && r.is(body.end, comma)
		if r.throughVoice(p.lead-1) || r.lowered(p.lead-1) == "con" && person && apposed {
			p.prep = 0
			return r.withApposition(p, g.start), true
		}
	}
	return phrase{}, false
}

// throughVoice reports whether token i ends an expression for a voice: "tramite", "per voce di", "per bocca del suo".
func (r *reading) throughVoice(i int) bool {
	if r.lowered(i) == "tramite" {
		return true
	}
	if !r.is(i, ofPreposition) {
		return false
	}
	switch r.lowered(i-2) + " " + r.lowered(i-1) {
	case "per voce", "per bocca", "per mano", "il tramite", "nella persona":
		return true
	}
	return false
}
