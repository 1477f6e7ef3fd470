package claims

import (
	"slices"

	"github.com/detto-it/detto/internal/conjugate"
)

// afterVerb reads the content that follows a verb: a clause with "che", "di" and infinitive, or a noun phrase. On the way
// it passes the person addressed, an adverbial, an aside.
func (r *reading) afterVerb(a attribution, span tokens) (reported, bool) {
	frames := a.verb.frames
	i := r.skipAdverbs(a.cue.end)
	if r.lowered(i) == "che" { // right after the verb it cannot be a relative pronoun
		frames |= takesThat
	}
	if frames.has(takesThat) {
		frames |= takesInfinitive
	}
	if a.kind == passive && a.found && a.end > i && r.is(i, fromPreposition) { // "venne accusato da un amico, il poeta Rossi, di …"
		i = r.skipAdverbs(a.end)
	}
	object := phrase{} // a noun phrase already passed: the content, or the person addressed
	limit := min(span.end, i+30)
	for step := 0; i < limit && step < 6; step++ {
		if start, f, ok := r.contentAt(i, frames, object); ok {
			return r.clause(a, start, span, f)
		}
		if start, f, ok := r.looseContent(a, i, span.end, object); ok {
			return r.clause(a, start, span, f)
		}
		if object.end == 0 && (r.predicate(a, i) || frames.has(takesNoun) && (r.measure(i, span.end) || r.bareNoun(a, i))) {
			return r.clause(a, i, span, nounFrame)
		}
		p, ok := r.phraseAt(i, span.end)
		charge := 0
		if ok && object.end == 0 && !p.pronoun {
			charge = r.charge(a, p)
		}
		switch {
		case ok && a.found && a.source.lead == p.lead && p.lead == p.head && frames.has(takesNoun) && !r.speaks(p): // "ha chiesto asilo"
			a.found = false
			return r.clause(a, p.lead, span, nounFrame)
		case charge > 0 && !r.isContent(a, p, frames) && !(a.found && a.source.lead == p.lead): // "ha accusato la premier di tradimento"
			return r.clause(a, charge, span, aboutFrame)
		case ok && (p.time || p.pronoun), ok && a.found && a.source.lead == p.lead: // a postposed subject
			i = p.end
		case ok && object.end == 0 && r.isContent(a, p, frames):
			if r.lowered(p.end) != "che" || !r.saying(p) {
				return r.clause(a, p.lead, span, nounFrame)
			}
			object, i = p, p.end // "ha diffuso la notizia che"
		case ok && object.end == 0: // the person accused, invited
			object, i = p, p.end
		case r.is(i, anyPreposition) && i+1 < span.end && (object.end == 0 || frames.has(takesInfinitive|takesThat)):
			q, ok := r.phraseAt(i+1, span.end)
			if !ok {
				return r.objectContent(a, object, span)
			}
			i = r.pastCoordinated(q.end, span.end)
		default:
			next := r.pastInsertion(a, i, limit, span.end, frames, object.end > 0)
			if next <= 0 {
				return r.objectContent(a, object, span)
			}
			i = next
		}
		i = r.skipAdverbs(i)
	}
	return r.objectContent(a, object, span)
}

// pastInsertion returns the token after what stands at token i between a verb and its content and is no part of either: a
// bracket, an aside, a comma too many; 0 or less if nothing of the kind does.
func (r *reading) pastInsertion(a attribution, i, limit, end int, frames frameSet, object bool) int {
	switch {
	case r.lowered(i) == "loro" && !r.nominal(min(i+1, end-1)): // "chiedere loro di"
		return i + 1
	case r.is(i, openBracket): // "ha stabilito con otto voti (i giudici sono nove) che"
		return r.pastBracket(i, limit)
	case !r.is(i, comma):
		return 0
	}
	if frames.has(takesInfinitive | takesTo | takesAbout) { // "ha chiesto al governo, che tace, di intervenire"
		if far := r.farInfinitive(i, end); far > 0 {
			return far
		}
	}
	if !r.relativeOf(a, i) && r.introduces(i+1) { // "ha ribadito ai cittadini, di restare"
		return i + 1
	}
	if !object && frames.has(takesNoun) { // "ha annunciato, dopo l'incontro, la chiusura"
		if past := r.pastCircumstance(i, end); past > 0 {
			return past
		}
	}
	return r.pastAside(i, end) // "ha detto, con un sorriso, che"
}

// predicate reports whether what a speaker calls himself begins at token i: "si è detto commosso", "si è detta d'accordo".
func (r *reading) predicate(a attribution, i int) bool {
	if a.group < 0 || i != r.skipAdverbs(a.cue.end) {
		return false
	}
	g := &r.groups[a.group]
	judged := (g.passive || g.object) && a.verb.frames.has(takesAs) // "è ritenuto responsabile", "lo ha giudicato colpevole"
	if !judged && (!g.reflexive || !a.verb.frames.has(takesSelf)) {
		return false
	}
	if judged && r.is(i, anyPreposition) {
		return false
	}
	return !r.is(i, punctuation|article|coordinator|subordinator|relative|clitic) && (r.words[i].group < 0 || r.groups[r.words[i].group].mood == participle)
}

// measure reports whether a noun of time at token i is measured out and no adverbial: "un minuto di silenzio", "tre
// giorni di lutto".
func (r *reading) measure(i, end int) bool {
	p, ok := r.phraseAt(i, end)
	if !ok || !p.time {
		return false
	}
	if r.is(i, number) && r.amount(i, end) {
		return true
	}
	for k := i; k < end && k < i+3; k++ {
		if r.is(k, timeNoun) {
			return r.lowered(k+1) == "di" && k+2 < end && !r.is(k+2, timeNoun|number|punctuation|functionWord|capital)
		}
	}
	return false
}

// amount reports whether the number at token i counts something: "300 milioni di euro", "tremila soldati", but not "nel 2005".
func (r *reading) amount(i, end int) bool {
	switch {
	case i+1 >= end || r.is(i-1, article|articled|anyPreposition):
		return false
	case r.is(i+1, ofPreposition):
		return r.ofPhrase(i+1, end) > 0
	}
	return r.is(i+1, number)
}

// charge finds the noun after "di" within what was read as one phrase, where a verb takes a person and a topic: "ha
// accusato la premier di tradimento", "ha accusato il governo di Roma della strage". 0 if there is none. A name or a
// capital after "di" says who the person is.
func (r *reading) charge(a attribution, p phrase) int {
	if !a.verb.frames.has(takesAccusative) || !a.verb.frames.has(takesAbout) {
		return 0
	}
	articledOf := 0
	for k := p.head + 1; k < p.end-1; k++ {
		if !r.is(k, ofPreposition) || r.words[k].entity >= 0 || r.words[k+1].entity >= 0 || r.is(k+1, capital) {
			continue
		}
		if low := r.lowered(k); low == "di" || low == "d'" {
			return k + 1
		}
		if articledOf == 0 && r.words[k-1].entity >= 0 {
			articledOf = k + 1
		}
	}
	return articledOf
}

// bareNoun reports whether the form of a verb at token i is a noun, since it follows right after another verb: "ha
// chiesto perdono", "chiede giustizia".
func (r *reading) bareNoun(a attribution, i int) bool {
	if i != a.cue.end || i >= len(r.words) || a.kind == passive || r.is(i, punctuation|functionWord|capital) {
		return false
	}
	g := r.groupFrom(i)
	return g != nil && g.mood == finite && g.end == i+1 && !r.is(i+1, subordinator|relative|openMark) || g == nil && r.is(i, otherFinite)
}

// looseContent reports whether a content begins at token i that nothing introduces which is proper to contents: "spera in una
// tregua", "invita alla calma", "auspica sia possibile".
func (r *reading) looseContent(a attribution, i, end int, object phrase) (start int, f frame, ok bool) {
	low := r.lowered(i)
	if a.verb.act == Hope && a.verb.frames.has(takesAbout) && object.end == 0 && (low == "in" || hasPrefix(low, "nel")) {
		return i + 1, aboutFrame, true
	}
	if r.toDeed(a, i, end) {
		return i + 1, aboutFrame, true
	}
	f, ok = r.bareClause(a, i, end)
	return i, f, ok
}

// bareClause reports whether a clause without "che" begins at token i, right after the verb: "auspica sia possibile un
// accordo", "che i vicini dicono essere malato".
func (r *reading) bareClause(a attribution, i, end int) (frame, bool) {
	if i != r.skipAdverbs(a.cue.end) || !a.verb.frames.has(takesThat) {
		return 0, false
	}
	g := r.nextVerb(i, end)
	switch {
	case g == nil:
		return 0, false
	case g.mood == infinitive:
		return toFrame, g.compound || g.cue.lemma == "essere" || g.cue.lemma == "avere"
	}
	return thatFrame, g.mood == finite && (g.inflection == conjugate.Subjunctive || g.inflection == conjugate.Conditional)
}

// relativeOf reports whether what follows a comma at token i is a relative clause on the subject after the verb:
// "racconta Anna Sala, che abita qui".
func (r *reading) relativeOf(a attribution, i int) bool {
	return r.is(i+1, relative) && a.found && a.source.end == i
}

// introduces reports whether a word that introduces a content stands at token i.
func (r *reading) introduces(i int) bool {
	switch r.lowered(i) {
	case "che", "come", "se":
		return true
	case "di", "a", "ad":
		return r.infinitive(i + 1)
	}
	return false
}

// contentAt reports whether a content begins at token i by a word that introduces it, and where its own words begin.
func (r *reading) contentAt(i int, frames frameSet, object phrase) (start int, f frame, ok bool) {
	passed := object.end > 0
	switch low := r.lowered(i); {
	case low == "che" && frames.has(takesThat) && r.mayComplement(object):
		return r.afterComplementiser(i), thatFrame, true
	case low == "come" && frames.has(takesThat|takesWhether):
		return i + 1, howFrame, true
	case low == "se" && frames.has(takesWhether):
		return i + 1, whetherFrame, true
	case (low == "perché" || low == "quanto" || low == "chi" || low == "cosa") && frames.has(takesWhether):
		return i, whetherFrame, true
	case (low == "di" || low == "d'") && r.infinitive(i+1) && frames.has(takesInfinitive|takesAbout),
		(low == "a" || low == "ad") && r.infinitive(i+1) && frames.has(takesTo):
		return i + 1, toFrame, true
	case r.is(i, ofPreposition) && frames.has(takesAbout|takesInfinitive) && !passed,
		r.is(i, ofPreposition) && frames.has(takesAbout) && frames.has(takesAccusative),
		r.is(i, anyPreposition) && !r.is(i, clitic) && frames.has(takesAbout) && !passed && !r.addressee(i):
		return i + 1, aboutFrame, true
	case r.is(i, colon) && !r.is(i+1, openMark) && frames.has(takesDirect):
		return i + 1, colonFrame, true
	case low == "come" && frames.has(takesAs) && !passed:
		return i + 1, nounFrame, true
	case low == "affinché" && frames.has(takesTo|takesThat), // "ha lanciato un appello affinché cessino le violenze"
		low == "perché" && frames.has(takesTo) && r.subjunctiveSoon(i+1):
		return i + 1, thatFrame, true
	case low == "quanto" && frames.has(takesThat) && !passed && r.subjunctiveSoon(i+1): // "ha detto quanto sia difficile"
		return i, whetherFrame, true
	case (low == "oltre" || low == "circa" || low == "quasi" || low == "almeno") && r.is(i+1, number) && !passed && frames.has(takesNoun): // "riporta oltre cento feriti"
		return i, nounFrame, true
	case low == "sia" && r.is(i+1, article) && !passed && frames.has(takesNoun): // "sia gli uni sia gli altri"
		return i, nounFrame, true
	case r.is(i, openMark) && !passed && frames.has(takesNoun|takesThat|takesAs|takesSelf):
		return i, nounFrame, true
	}
	return 0, 0, false
}

// isContent reports whether the noun phrase after a verb is what was said, and not who was spoken to: "ha annunciato la
// chiusura", "si è detto certo".
func (r *reading) isContent(a attribution, p phrase, frames frameSet) bool {
	if r.groups[a.group].reflexive && frames.has(takesSelf) {
		return true
	}
	addressed := r.speaks(p) && r.is(p.lead, article) && frames.has(takesAccusative|takesDative|takesAbout|takesTo)
	return frames.has(takesNoun|takesAs) && !addressed
}

// afterComplementiser returns the first token of the clause after "che": past a colon and an adverbial comma.
func (r *reading) afterComplementiser(i int) int {
	i++
	for r.is(i, comma|colon) {
		i++
	}
	return i
}

// mayComplement reports whether "che" at token i opens the content after an object: not a relative clause as in "ha
// calcolato le conseguenze che".
func (r *reading) mayComplement(object phrase) bool {
	return object.end == 0 || r.speaks(object) || r.saying(object)
}

// saying reports whether a phrase is a noun of saying: "la notizia".
func (r *reading) saying(p phrase) bool {
	_, ok := r.lexicon.noun(r.lowered(p.head))
	return ok && p.end == p.head+1
}

// toDeed reports whether "a" and what one is called to do begins at token i: "ha invitato alla calma", "un appello alla
// pace", but not "un appello al governo".
func (r *reading) toDeed(a attribution, i, end int) bool {
	if !a.verb.frames.has(takesTo) || a.verb.act != Request && a.verb.act != Invite || r.words[i].entity >= 0 {
		return false
	}
	if low := r.lowered(i); low != "a" && !slices.Contains(articulated["a"], low) {
		return false
	}
	p, ok := r.phraseAt(i+1, end)
	return ok && p.entity < 0 && !p.time && !p.pronoun && !r.is(p.head, capital) && !r.speaks(p)
}

// addressee reports whether a preposition at token i leads to a person or a place, not to a topic: "alla CNN", "ai soci".
func (r *reading) addressee(i int) bool {
	return !hasPrefix(r.lowered(i), "su", "contro", "da", "per")
}

func hasPrefix(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if len(s) >= len(p) && s[:len(p)] == p {
			return true
		}
	}
	return false
}

// objectContent takes the object of the verb as the content, if it may be.
func (r *reading) objectContent(a attribution, object phrase, span tokens) (reported, bool) {
	if object.end == 0 || !a.verb.frames.has(takesNoun|takesAs) {
		return reported{}, false
	}
	return r.clause(a, object.lead, span, nounFrame)
}

func (r *reading) infinitive(i int) bool {
	for r.is(i, clitic|negation|adverb) {
		i++
	}
	if i >= len(r.tokens) || r.is(i, capital|punctuation) {
		return false
	}
	if g := r.words[i].group; g >= 0 {
		return r.groups[g].mood == infinitive || r.groups[g].mood == gerund && looksInfinitive(r.tokens[i].Text)
	}
	return r.words[i].class&(functionWord|notInfinitive) == 0 && looksInfinitive(r.tokens[i].Text)
}

// subjunctiveSoon reports whether the next finite verb, within a few tokens, is a subjunctive.
func (r *reading) subjunctiveSoon(i int) bool {
	for k := i; k < min(len(r.words), i+8); k++ {
		if g := r.groupFrom(k); g != nil && g.mood == finite {
			return g.inflection == conjugate.Subjunctive
		}
	}
	return false
}
