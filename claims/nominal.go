package claims

// nominalAt reads a noun of saying at token i as an attribution: "l'annuncio del governo", "la notizia che".
func (r *reading) nominalAt(i int, span tokens) (attribution, bool) {
	a := attribution{cue: tokens{i, i + 1}, head: i, group: -1, kind: nominal}
	w := &r.words[i]
	if w.entity >= 0 || w.group >= 0 || w.class&(punctuation|functionWord|number) != 0 {
		return a, false
	}
	n, ok := r.lexicon.noun(r.lowered(i))
	if !ok {
		return a, false
	}
	a.verb = cueVerb{n.Lemma, n.Act, 1, n.Frames}
	a.end = i + 1
	r.ownerOf(&a, span)
	return a, true
}

// ownerOf finds whose words a noun of saying means: "la richiesta del ministro", "da parte del ministro", "lanciata da X".
func (r *reading) ownerOf(a *attribution, span tokens) {
	i := a.cue.end
	for i < span.end && r.nominal(i) && r.words[i].entity < 0 { // an adjective: "la richiesta ufficiale di"
		i++
	}
	if r.is(i, comma) { // "l'accusa, mossa dal presidente, di"
		if g := r.groupFrom(i + 1); g != nil && g.mood == participle || r.is(i+1, otherParticiple) {
			i++
		}
	}
	if r.lowered(i) == "da" && r.lowered(i+1) == "parte" && r.is(i+2, ofPreposition) {
		i += 2
	}
	if r.is(i, ofPreposition) && r.words[i].entity < 0 {
		if p, ok := r.phraseAt(i+1, span.end); ok && r.speaks(p) && !r.infinitive(i+1) {
			p.prep = 0
			a.source, a.found, a.end = r.withApposition(p, span.end), true, p.end
			return
		}
	}
	if g := r.groupFrom(i); g != nil && g.mood == participle || r.is(i, otherParticiple) {
		if p, ok := r.agent(i+1, min(span.end, i+8)); ok {
			a.source, a.found, a.end = p, true, p.end
		}
	}
}

// groupFrom returns the verb group that begins at token i, or nil.
func (r *reading) groupFrom(i int) *verbGroup {
	if i >= len(r.words) || r.words[i].group < 0 || r.groups[r.words[i].group].start != i {
		return nil
	}
	return &r.groups[r.words[i].group]
}

// reportedByNoun finds the content of a noun of saying: "la notizia che …", "la promessa di tornare", "l'annuncio della
// vittoria", or the sentence before: "L'annuncio è stato dato da X".
func (r *reading) reportedByNoun(a attribution, span tokens) (reported, bool) {
	frames := a.verb.frames
	i := a.end
	if r.is(i, comma) {
		i++
	}
	i = r.pastCopula(r.pastAddressee(i, span.end), span.end)
	for k := 0; k < 2; k++ {
		low := r.lowered(i)
		switch {
		case low == "che" && frames.has(takesThat) && i < span.end-2:
			return r.clause(a, i+1, span, thatFrame)
		case (low == "di" || low == "a" || low == "ad") && r.infinitive(i+1):
			return r.clause(a, i+1, span, toFrame)
		case r.is(i, ofPreposition) && r.words[i].entity < 0 && frames.has(takesNoun) && !r.is(i+1, relative):
			if p, ok := r.phraseAt(i+1, span.end); ok && !p.pronoun {
				return r.clause(a, i+1, span, aboutFrame)
			}
		case r.toDeed(a, i, span.end): // "l'invito alla calma"
			return r.clause(a, i+1, span, aboutFrame)
		}
		if k == 0 && r.nominal(min(i, len(r.words)-1)) && i < span.end-1 {
			i++ // an adjective
		} else {
			break
		}
	}
	return reported{}, false
}

// pastAddressee returns the token after the one addressed, if a content follows: "la richiesta del governo agli Stati
// Uniti di togliere l'embargo"; else token i.
func (r *reading) pastAddressee(i, end int) int {
	if !hasPrefix(r.lowered(i), "a") || !r.is(i, anyPreposition) || r.infinitive(i+1) {
		return i
	}
	if p, ok := r.phraseAt(i+1, end); ok && p.end < end && r.introduces(p.end) {
		return p.end
	}
	return i
}

// pastCopula returns the token at which the content begins in "l'auspicio del gruppo è che …", "la richiesta è quella di
// …"; else token i.
func (r *reading) pastCopula(i, end int) int {
	g := r.groupFrom(i)
	if g == nil || g.cue.lemma != "essere" || g.mood != finite || g.end >= end {
		return i
	}
	k := g.end
	if low := r.lowered(k); low == "quello" || low == "quella" {
		k++
	}
	if k < end && (r.introduces(k) || r.is(k, ofPreposition) && r.words[k].entity < 0) { // "l'accusa è di corruzione"
		return k
	}
	return i
}

// previousSentence reads "Lo ha detto X", "È quanto afferma X", "A riferirlo è X", "L'annuncio è stato dato da X": the
// content is the sentence before.
func (r *reading) previousSentence(a attribution, span tokens) (reported, bool) {
	s := int(r.words[a.cue.start].sentence)
	if s == 0 || a.cue.start > span.start+6 || r.words[a.cue.start].quoted >= 0 {
		return reported{}, false
	}
	first := r.lowered(span.start)
	switch {
	case a.group >= 0 && a.kind == active && r.groups[a.group].object && r.pointing(a.cue.start-1, span.start):
	case a.group >= 0 && a.kind == active && a.cue.start > span.start && r.lowered(a.cue.start-1) == "ne" && r.groups[a.group].head > a.cue.start: // "Ne dà l'annuncio X"
	case a.kind == according && a.group >= 0 && (first == "è" || first == "questo") && r.lowered(span.start+1) == "quanto":
	case a.kind == infinitival && (first == "a" || first == "ad") && r.groups[a.group].object:
		a.found = false
		for g := a.group + 1; g < len(r.groups) && r.groups[g].start < span.end; g++ {
			if r.groups[g].mood == finite {
				a.source, a.found = r.after(&r.groups[g], span.end)
				break
			}
		}
	case a.kind == nominal && !a.found && r.is(span.start, article) && a.cue.start == span.start+1 && r.given(a.cue.end):
		a.source, a.found = r.agent(r.groups[r.words[a.cue.end].group].end, span.end)
	default:
		return reported{}, false
	}
	before := r.spans[s-1]
	end := r.trimStop(before.start, before.end)
	return reported{attribution: a, content: tokens{before.start, end}, frame: previousFrame}, end > before.start+2
}

// given reports whether the verb at token i says that an announcement was made, without its content: "L'annuncio è stato
// dato ieri", "La notizia viene dal ministero", but not "L'annuncio è che".
func (r *reading) given(i int) bool {
	g := r.groupFrom(i)
	if g == nil || g.mood != finite || r.introduces(r.skipAdverbs(g.end)) {
		return false
	}
	return g.compound && !g.cue.says() || r.is(r.skipAdverbs(g.end), fromPreposition) && g.cue.lemma != "essere"
}

// pointing reports whether a pronoun that stands for the sentence before comes between two tokens: "lo", "l'", "ne".
func (r *reading) pointing(i, start int) bool {
	for ; i >= start; i-- {
		switch r.lowered(i) {
		case "lo", "l'", "ne":
			return true
		}
		if !r.is(i, adverb|clitic) {
			return false
		}
	}
	return false
}
