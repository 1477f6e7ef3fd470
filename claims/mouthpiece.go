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
		if r.is(p.head+1, ofPreposition) && r.throughVoice(p.head+1) { // the phrase is that of the voice
			p, _ = r.phraseAt(p.head+2, g.start)
		}
		person := p.entity >= 0 && r.ents[p.entity].Kind == extract.Person
		if p.end <= p.start || !person && !r.personRole(p.head) || p.lead <= span.start || r.words[p.head].quoted != r.words[g.start].quoted {
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

// saysBetween reports whether a finite verb of saying begins between two tokens.
func (r *reading) saysBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if g := r.words[i].group; g >= 0 && r.groups[g].start == i && r.groups[g].mood == finite && r.groups[g].cue.says() {
			return true
		}
	}
	return false
}
