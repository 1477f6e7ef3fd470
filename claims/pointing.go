package claims

import "github.com/detto-it/detto/extract"

// pointedAt finds whom words mean that point back by themselves: "quest'ultimo" the person named last, "i due" and "i due
// ragazzi" the last two who are named together.
func (v *resolver) pointedAt(a attribution, at int) (speaker, bool) {
	if !a.found {
		return speaker{}, false
	}
	v.advance(a.source.start)
	who := speaker{party: -1, sentence: v.words[at].sentence}
	switch {
	case v.latter(a.source.start) > 0 && v.pronounNumber(a.source.end-1) == singular:
		g := v.sourceGender(a)
		_, p := v.agreeing(g, nil)
		if p == nil || v.words[at].sentence-v.words[p.seen].sentence > 1 {
			return who, false
		}
		who.name, who.party = p.name, v.byID[p.id]
	case v.bothOf(a.source):
		who.name, who.plural = v.pairBefore(a.source.start), true
	}
	return who, who.name != ""
}

// bothOf reports whether a source is "i due", "le due banche", without words that say more.
func (v *resolver) bothOf(p phrase) bool {
	for i := p.lead; i < p.end; i++ {
		if v.lowered(i) == "due" && i > 0 && (v.is(i-1, article) || v.is(i-1, articled)) {
			return p.end <= i+2 || p.end == i+3 && !v.is(i+2, capital)
		}
	}
	return false
}

// pairBefore returns the last two names of a kind that stand together before a token, as the text gives them: "Anna Ferri e
// Luca Monti"; "" if there are none near.
func (v *resolver) pairBefore(at int) string {
	for e := v.mention - 1; e > 0 && e > v.mention-maxRecent; e-- {
		first, second := v.held[e-1], v.held[e]
		kind := v.ents[e].Kind
		if second.end > at {
			continue
		}
		if second.start == first.end+1 && v.is(first.end, coordinator) && v.ents[e-1].Kind == kind && (kind == extract.Person || kind == extract.Organization) {
			return v.text(tokens{first.start, second.end})
		}
	}
	return ""
}

// withoutPointer leaves out the words of a description that only point back: "la stessa ministra", "questa ricerca".
func (r *reading) withoutPointer(p phrase) tokens {
	t := p.tokens
	for t.start < t.end-1 && r.pointsBack(t.start) {
		t.start++
	}
	return t
}

// pointsBack reports whether token i is a word that only points back to what was mentioned.
func (r *reading) pointsBack(i int) bool {
	if r.words[i].entity >= 0 {
		return false
	}
	switch r.lowered(i) {
	case "stesso", "stessa", "stessi", "stesse", "questo", "questa", "questi", "queste", "quest'", "tale", "tali":
		return true
	}
	return false
}
