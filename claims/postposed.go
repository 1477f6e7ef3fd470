package claims

import "github.com/detto-it/detto/extract"

// parenthesis reports whether a verb of saying stands between commas or dashes, with at most its subject after it: in
// "Mosca, ha detto il ministro, tratterà" the noun before it is not its subject.
func (r *reading) parenthesis(g *verbGroup, span tokens) bool {
	if !g.cue.frames.has(takesParenthesis|takesDirect) || g.mood != finite || g.passive {
		return false
	}
	i := g.start
	for i > span.start && r.is(i-1, clitic|adverb|negation) && r.words[i-1].group < 0 {
		i--
	}
	if i <= span.start+1 || !r.is(i-1, comma|dash) || r.is(i-2, closeMark) {
		return false
	}
	end := r.skipAdverbs(g.end)
	if p, ok := r.after(g, span.end); ok && r.speaks(p) {
		end = p.end
	} else if r.closesApposition(i-1, span) {
		return false
	}
	end = r.asideEnd(end, span.end)
	if !r.is(end, comma|dash) || r.is(end, comma) && r.pastAside(end, span.end) > 0 {
		return false
	}
	return r.is(i-1, dash) || r.hasFinite(end, span.end) || r.hasFinite(span.start, i) || r.is(end+1, openMark)
}

// closesApposition reports whether a comma closes an apposition to the first words of a sentence: "Maria Rossi, la
// portavoce della Avsec, ha detto".
func (r *reading) closesApposition(i int, span tokens) bool {
	phrases := r.sentencePhrases(int(r.words[i].sentence))
	k := phraseBefore(phrases, i)
	for ; k > 0 && phrases[k].end > i-12; k-- {
		p, before := phrases[k], phrases[k-1]
		if p.prep == 0 && r.is(p.lead-1, comma) && before.end == p.lead-1 && before.prep == 0 {
			return !r.hasFinite(span.start, i) && r.speaks(before)
		}
	}
	return false
}

// speakerBefore is who spoke earlier in the sentence: "Krasniqi ha elogiato l'Italia, senza la quale, ha detto, …".
func (r *reading) speakerBefore(before []subject) subject {
	for i := len(before) - 1; i >= 0; i-- {
		if s := before[i]; s.found && s.says && r.speaks(s.phrase) {
			s.inherited = true
			return s
		}
	}
	return subject{}
}

// postposed finds a subject after the verb, where the order of words calls for one: after closing marks ("«…», ha detto
// X"), with an object pronoun ("lo ha detto X"), at the head of a sentence ("Ha parlato la ministra: …"), in an aside.
func (r *reading) postposed(g int, span tokens, otherwise subject) subject {
	group := &r.groups[g]
	i := group.start
	for i > span.start && r.is(i-1, clitic|adverb|negation) {
		i--
	}
	inverted := i == span.start || r.is(i-1, closeMark|comma|dash|colon|openBracket) || group.object || r.afterHow(group.start)
	if group.cue.frames.has(takesAccusative) && group.object {
		inverted = false
	}
	intransitive := !group.cue.frames.has(takesNoun|takesThat|takesAs) || group.reflexive && group.compound // "si è espresso il ministro"
	if !inverted && !intransitive || !group.cue.says() || group.passive {
		return otherwise
	}
	p, ok := r.after(group, span.end)
	if _, saying := r.lexicon.noun(r.lowered(p.head)); ok && saying && p.entity < 0 && group.cue.frames.has(takesNoun) {
		return otherwise // its object: "Ha respinto l'accusa"
	}
	if !ok || !r.speaks(p) || otherwise.found && !r.is(i-1, closeMark|comma|dash) {
		return otherwise
	}
	if !r.closesSubject(p.end, span.end) {
		return otherwise
	}
	return subject{phrase: p, found: true, postposed: true}
}

// closesSubject reports whether a postposed subject can end before token i: at the end of its sentence, before a verb, a mark, a
// preposition or a conjunction: "ha detto il ministro a Roma". In "ha detto il ministro contrario" the phrase goes on.
func (r *reading) closesSubject(i, end int) bool {
	const marks = comma | colon | dash | stop | semicolon | openMark | closeMark | openBracket | closeBracket
	const words = anyPreposition | subordinator | coordinator | relative
	return r.is(i, marks|words) || i >= end || r.words[i].group >= 0
}

// speaks reports whether a phrase names what can speak: a person, a body, a role, a pronoun.
func (r *reading) speaks(p phrase) bool {
	if p.pronoun || p.entity >= 0 {
		return true
	}
	_, ok := r.lexicon.role(r.lowered(p.head))
	return ok
}

// after finds a postposed subject: "ha detto ieri a Bruxelles il ministro Tajani".
func (r *reading) after(g *verbGroup, end int) (phrase, bool) {
	i := r.skipAdverbs(g.end)
	end = min(end, i+24)
	for steps := 0; i < end && steps < 4; steps++ {
		p, ok := r.phraseAt(i, end)
		switch {
		case ok && p.time:
			i = p.end
		case ok && p.lead == p.head && p.entity < 0 && !p.pronoun && !r.is(p.head, capital|determiner|article):
			return p, false // an adjective: "aveva detto ottimista"
		case ok:
			if !p.number.agrees(g.plural) && !(g.plural && r.coordinates(p)) {
				return p, false
			}
			return r.withApposition(p, end), true
		case r.is(i, anyPreposition) && i+1 < end: // a place, an addressee: "ai giornalisti"
			q, ok := r.phraseAt(i+1, end)
			if !ok {
				return p, false
			}
			i = q.end
		case r.is(i, adverb):
			i++
		case r.is(i, comma) && steps > 0 && r.is(i+1, article):
			i++
		default:
			return p, false
		}
		i = r.skipAdverbs(i)
	}
	return phrase{}, false
}

// withApposition moves from a role to the name after it: "il portavoce, Carlo Nardi", "un inviato dell'Onu (Unhcr) in
// Libano, Carlo Nardi", "il portavoce, ovvero il maggiore Carlo Nardi".
func (r *reading) withApposition(p phrase, end int) phrase {
	if p.entity >= 0 && r.ents[p.entity].Kind == extract.Person || !r.personRole(p.head) {
		return p
	}
	i := p.end
	if r.is(i, openBracket) && r.is(i+2, closeBracket) {
		i += 3
	}
	if r.is(i, anyPreposition) && i+1 < end {
		if q, ok := r.phraseAt(i+1, end); ok && !q.time {
			i = q.end
		}
	}
	if !r.is(i, comma) || i+1 >= end {
		return p
	}
	i++
	switch r.lowered(i) {
	case "ovvero", "cioè", "ossia":
		i++
	}
	if q, ok := r.phraseAt(i, end); ok && r.namesPerson(q) {
		return q
	}
	return p
}

// namesPerson reports whether a phrase is a person's name, with a title before it or none: "don Pino Amato".
func (r *reading) namesPerson(p phrase) bool {
	return p.entity >= 0 && r.ents[p.entity].Kind == extract.Person && r.held[p.entity].end == p.end
}
