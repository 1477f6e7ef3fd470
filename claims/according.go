package claims

// prepositional reads "secondo Maroni", "a detta di Maroni", "stando a quanto riferito da Maroni".
func (r *reading) prepositional(i int, span tokens) (attribution, bool) {
	a := attribution{cue: tokens{i, i + 1}, head: i, group: -1, kind: according}
	if r.words[i].entity >= 0 || r.is(i, punctuation) {
		return a, false
	}
	entry, n := r.lexicon.preposition(r.lookahead(i))
	ordinal := r.lowered(i) == "secondo" && !r.is(i, capital) && r.is(i-1, article|articled|determiner|number)
	if n == 0 || ordinal {
		return a, false
	}
	a.cue.end = i + n
	if i == span.start && r.throughVoice(a.cue.end-1) && r.saysBetween(a.cue.end, span.end) { // read with the verb, by mouthpiece
		return a, false
	}
	a.verb = cueVerb{lemma: entry.Lemma, act: entry.Act}
	switch entry.Kind {
	case sourceWithin:
		return r.sourceWithin(a), true
	case clauseFollows:
		if r.lowered(i) == "come" || r.lowered(i) == "così" { // the verb after it is read with its group
			return a, false
		}
		return r.clauseSource(a, a.cue.end, span)
	case softSource:
		if entry.Lemma == "per" {
			return r.perSource(i, span)
		}
		if i != span.start {
			return a, false
		}
	case mediumFollows:
		return a, false
	}
	j := a.cue.end
	if entry.Lemma == "secondo cui" {
		j--
	}
	if r.is(j, relative) || r.is(j, article) && r.is(j+1, relative) {
		return r.relativeSource(a, j, span)
	}
	return r.phraseSource(a, j, span)
}

// phraseSource reads the source that begins at token j: "secondo [Maroni]", "secondo i dati diffusi [dalla questura]".
func (r *reading) phraseSource(a attribution, j int, span tokens) (attribution, bool) {
	if r.is(j, adverb) { // "a detta di almeno due testimoni"
		j++
	}
	if r.is(j, ofPreposition) && r.is(j, articled) { // the partitive in "secondo dei testimoni"
		j++
	}
	p, ok := r.phraseAt(j, span.end)
	if !ok || p.time {
		return a, false
	}
	p.prep = 0
	a.source, a.found = r.withApposition(p, span.end), true
	a.end = a.source.end
	if author, ok := r.author(p, span.end); ok {
		a.source, a.end = author, author.end
	}
	return a, true
}

// author finds who made what is a source: "le stime fatte dai periti", "secondo i dati diffusi ieri dalla questura".
func (r *reading) author(p phrase, end int) (phrase, bool) {
	role, known := r.lexicon.role(r.lowered(p.head))
	_, saying := r.lexicon.noun(r.lowered(p.head))
	if p.entity >= 0 || p.pronoun || known && role.Class != documentSource || !known && !saying {
		return phrase{}, false
	}
	i := p.end
	switch {
	case r.is(i, comma):
		i++
	case i-1 > p.head && r.is(i-1, otherParticiple): // which may be an adjective
		i--
	}
	if g := r.groupFrom(i); (g == nil || g.mood != participle) && !r.is(i, otherParticiple) {
		return phrase{}, false
	}
	author, ok := r.agent(i+1, min(end, i+9))
	return author, ok && r.speaks(author)
}

// sourceWithin finds the possessive or pronoun in "a suo avviso", "secondo lui".
func (r *reading) sourceWithin(a attribution) attribution {
	a.end = a.cue.end
	for k := a.cue.start; k < a.cue.end; k++ {
		if r.is(k, possessive|pronoun) {
			a.source, a.found = phrase{tokens: tokens{k, k + 1}, head: k, lead: k, entity: -1, pronoun: true}, true
		}
	}
	return a
}

// relativeSource finds the noun before "secondo cui", "secondo il quale"; the pronoun begins at token j.
func (r *reading) relativeSource(a attribution, j int, span tokens) (attribution, bool) {
	a.end = j + 1
	if r.is(j, article) {
		a.end++
	}
	k := a.cue.start - 1
	if r.is(k, comma) {
		k--
	}
	for _, p := range r.phrasesIn(nil, tokens{span.start, a.cue.start}) {
		if p.end == k+1 {
			p.prep = 0
			a.source, a.found, a.relative = p, true, true
		}
	}
	return a, a.found
}

// clauseSource finds the source in the clause after "secondo quanto": "riferito da X", "ha riferito X".
func (r *reading) clauseSource(a attribution, j int, span tokens) (attribution, bool) {
	for k := j; k < min(j+5, span.end); k++ {
		g := r.words[k].group
		if g < 0 {
			continue
		}
		group := &r.groups[g]
		if !group.cue.says() && hasPrefix(a.verb.lemma, "per ") { // "per quanto riguarda i costi"
			return a, false
		}
		a.cue.end, a.end = group.end, group.end
		var p phrase
		ok := false
		if group.passive || group.mood == participle {
			p, ok = r.agent(group.end, span.end)
		} else {
			p, ok = r.after(group, span.end)
		}
		if ok {
			a.source, a.found, a.end = p, true, p.end
		}
		return a, true
	}
	return a, false
}

// perSource reads "Per Maroni, …" and "per il ministro «…»": only persons and bodies at the head of a sentence.
func (r *reading) perSource(i int, span tokens) (attribution, bool) {
	a := attribution{cue: tokens{i, i + 1}, head: i, group: -1, kind: according}
	p, ok := r.phraseAt(i+1, span.end)
	if g := r.groupFrom(p.end); ok && g != nil && g.mood == finite && g.cue.says() { // "Per l'Italia ha parlato X"
		return a, false
	}
	if !ok || p.time || !r.speaks(p) {
		return a, false
	}
	if i != span.start && !r.is(i-1, comma|semicolon|coordinator) {
		return a, false
	}
	if !r.is(p.end, comma|openMark) && i != span.start {
		return a, false
	}
	p.prep = 0
	a.source, a.found = r.withApposition(p, span.end), true
	a.end = a.source.end
	return a, true
}
