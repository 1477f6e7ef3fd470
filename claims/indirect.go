package claims

// reported is a reported statement before it is accepted.
type reported struct {
	attribution
	content tokens
	frame   frame
	scan    int // the token from which the end of the content was looked for
	cueAt   int // of a content around or before its cue, where the expression begins; else 0
}

// frame is the construction of a reported content.
type frame uint8

const (
	thatFrame      frame = iota // "ha detto che …"
	toFrame                     // "ha promesso di …"
	whetherFrame                // "ha chiesto se …"
	nounFrame                   // "ha annunciato la chiusura"
	aboutFrame                  // "ha parlato di …", "ha accusato X di …"
	subjectFrame                // "la chiusura è stata annunciata"
	accordingFrame              // "secondo X, …"
	aroundFrame                 // "…, ha detto X, …"
	howFrame                    // "ha sottolineato come …"
)

var frameNames = [...]string{"that", "to", "whether", "noun", "about", "subject", "according", "around", "how"}

// reportedBy finds the content that an attribution reports.
func (r *reading) reportedBy(a attribution, span tokens) (reported, bool) {
	if a.kind == according {
		return r.reportedAccording(a, span)
	}
	if !a.verb.says() {
		return reported{}, false
	}
	g := &r.groups[a.group]
	if a.kind == passive && g.mood == finite {
		if c, ok := r.afterVerb(a, span); ok {
			return c, true
		}
		return r.passiveSubject(a, span)
	}
	if a.kind == active {
		if c, ok := r.parenthetical(a, span); ok {
			return c, true
		}
	}
	if a.kind == passive {
		return r.reducedPassive(a, span)
	}
	return r.afterVerb(a, span)
}

// afterVerb reads the content that follows a verb: a clause with "che", "di" and infinitive, or a noun phrase.
func (r *reading) afterVerb(a attribution, span tokens) (reported, bool) {
	frames := a.verb.frames
	i := r.skipAdverbs(a.cue.end)
	if r.lowered(i) == "che" { // right after the verb it cannot be a relative pronoun
		frames |= takesThat
	}
	if frames.has(takesThat) {
		frames |= takesInfinitive
	}
	limit := min(span.end, i+18)
	object := tokens{} // a noun phrase already passed, which may be the content
	for step := 0; i < limit && step < 6; step++ {
		low := r.lowered(i)
		switch {
		case low == "che" && frames.has(takesThat):
			return r.clause(a, r.afterComplementiser(i, span), span, thatFrame)
		case low == "come" && frames.has(takesThat|takesWhether):
			return r.clause(a, i+1, span, howFrame)
		case (low == "se" || low == "perché" || low == "quanto" || low == "chi" || low == "cosa") && frames.has(takesWhether):
			if low == "se" {
				i++
			}
			return r.clause(a, i, span, whetherFrame)
		case (low == "di" || low == "d'") && r.infinitive(i+1) && frames.has(takesInfinitive|takesAbout):
			return r.clause(a, i+1, span, toFrame)
		case (low == "a" || low == "ad") && r.infinitive(i+1) && frames.has(takesTo):
			return r.clause(a, i+1, span, toFrame)
		case r.is(i, ofPreposition) && frames.has(takesAbout) && object.end == 0:
			return r.clause(a, i+1, span, aboutFrame)
		case r.is(i, ofPreposition) && frames.has(takesAbout) && frames.has(takesAccusative):
			return r.clause(a, i+1, span, aboutFrame)
		case r.is(i, colon) && !r.is(i+1, openMark) && frames.has(takesDirect):
			return r.clause(a, i+1, span, nounFrame)
		case r.is(i, openMark) && object.end == 0 && frames.has(takesNoun|takesThat|takesAs|takesSelf):
			return r.clause(a, i, span, nounFrame)
		}
		p, ok := r.phraseAt(i, span.end)
		switch {
		case ok && (p.time || p.pronoun):
			i = p.end
		case ok && a.found && a.source.lead == p.lead: // a postposed subject
			i = p.end
		case ok && object.end == 0 && frames.has(takesNoun|takesAs):
			object = tokens{p.lead, p.end}
			if !frames.has(takesInfinitive | takesTo | takesAbout | takesThat) {
				return r.clause(a, p.lead, span, nounFrame)
			}
			i = p.end
		case ok && object.end == 0 && r.groups[a.group].reflexive && frames.has(takesSelf): // "si è detto certo"
			return r.clause(a, p.lead, span, nounFrame)
		case ok && object.end == 0: // the person accused, invited
			object = tokens{0, p.end}
			i = p.end
		case r.is(i, anyPreposition) && i+1 < span.end && (object.end == 0 || frames.has(takesInfinitive|takesThat)):
			q, ok := r.phraseAt(i+1, span.end)
			if !ok {
				return r.objectContent(a, object, span)
			}
			i = q.end
		case r.is(i, comma) && r.pastAside(i, span.end) > 0: // "ha detto, con un sorriso, che"
			i = r.pastAside(i, span.end)
		default:
			return r.objectContent(a, object, span)
		}
		i = r.skipAdverbs(i)
	}
	return r.objectContent(a, object, span)
}

// pastAside returns the token after an aside between commas that begins at token i, if a content follows it; else 0.
func (r *reading) pastAside(i, end int) int {
	for k := i + 1; k < min(end-1, i+16); k++ {
		if r.is(k, comma) {
			switch r.lowered(k + 1) {
			case "che", "di", "come", "se":
				return k + 1
			}
			return 0
		}
	}
	return 0
}

// afterComplementiser returns the first token of the clause after "che": past a colon and an adverbial comma.
func (r *reading) afterComplementiser(i int, span tokens) int {
	i++
	for i < span.end-1 && r.is(i, comma|colon) {
		i++
	}
	return i
}

// objectContent takes the object of the verb as the content, if it may be.
func (r *reading) objectContent(a attribution, object tokens, span tokens) (reported, bool) {
	if object.end == 0 || object.start == 0 && !a.verb.frames.has(takesNoun|takesAs) {
		return reported{}, false
	}
	return r.clause(a, object.start, span, nounFrame)
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
	return r.words[i].class&functionWord == 0 && looksInfinitive(r.tokens[i].Text)
}

// clause makes a reported statement of what begins at token i.
func (r *reading) clause(a attribution, i int, span tokens, f frame) (reported, bool) {
	if i >= span.end {
		return reported{}, false
	}
	end := r.clauseEnd(a, i, span, f)
	if end <= i {
		return reported{}, false
	}
	return reported{attribution: a, content: tokens{i, end}, frame: f, scan: i}, true
}

// passiveSubject reads "la chiusura è stata annunciata dal ministro".
func (r *reading) passiveSubject(a attribution, span tokens) (reported, bool) {
	first, subs := r.subjectsOf(int(r.words[a.cue.start].sentence))
	sub := subs[a.group-first]
	if !sub.found || sub.inherited || sub.pronoun {
		return reported{}, false
	}
	return reported{attribution: a, content: tokens{sub.lead, sub.end}, frame: subjectFrame}, sub.end > sub.lead
}

// reducedPassive reads "la tregua richiesta dall'Egitto".
func (r *reading) reducedPassive(a attribution, span tokens) (reported, bool) {
	if !a.found {
		return reported{}, false
	}
	start := a.cue.start
	if r.is(start-1, comma) {
		start--
	}
	for k := start - 1; k >= span.start && k > start-12; k-- {
		if p, ok := r.phraseAt(k, start); ok && p.end == start {
			for k > span.start && k > start-12 {
				q, ok := r.phraseAt(k-1, start)
				if !ok || q.end != start {
					break
				}
				k--
				p = q
			}
			return reported{attribution: a, content: tokens{p.lead, p.end}, frame: subjectFrame}, true
		}
	}
	return reported{}, false
}

// reportedAccording reads what goes with "secondo X": the rest of the sentence, or the whole of it.
func (r *reading) reportedAccording(a attribution, span tokens) (reported, bool) {
	start := a.cue.start
	if a.group >= 0 { // "come ha spiegato X"
		for start > span.start && r.lowered(start) != "come" && r.lowered(start) != "quanto" {
			start--
		}
	}
	return r.around(a, start, max(a.end, a.cue.end), span, accordingFrame)
}

// around finds the content before, around or after an expression [start, end) that interrupts it or opens the sentence.
func (r *reading) around(a attribution, start, end int, span tokens, f frame) (reported, bool) {
	before := start
	for before > span.start && r.is(before-1, comma|dash|openBracket|coordinator) {
		before--
	}
	last := end >= span.end || r.is(end, stop|semicolon|closeBracket)
	after := end
	for after < span.end && r.is(after, comma|dash|colon) {
		after++
	}
	switch {
	case last:
		if before <= span.start {
			return reported{}, false
		}
		from := r.bestStart(a, span, start, 0, f)
		return reported{attribution: a, content: tokens{from, before}, frame: f, cueAt: start}, from < before
	case before <= span.start+1 || !r.hasFinite(span.start, before) && before <= span.start+2:
		return r.clause(a, after, span, f)
	}
	from := r.bestStart(a, span, start, after, f)
	stopAt := r.clauseEnd(a, after, span, f)
	return reported{attribution: a, content: tokens{from, stopAt}, frame: f, scan: after, cueAt: start}, from < stopAt
}

func (r *reading) hasFinite(from, to int) bool {
	for i := from; i < to; i++ {
		if g := r.words[i].group; g >= 0 && r.groups[g].mood == finite {
			return true
		}
	}
	return false
}

// parenthetical reads "…, ha detto X, …" and "…, ha detto X."
func (r *reading) parenthetical(a attribution, span tokens) (reported, bool) {
	start := a.cue.start
	for r.is(start-1, clitic|adverb|negation) {
		start--
	}
	if start-1 <= span.start || !r.is(start-1, comma|dash) || !a.verb.direct() || r.is(start-2, closeMark) {
		return reported{}, false
	}
	end := a.cue.end
	if p, ok := r.after(&r.groups[a.group], span.end); ok {
		a.source, a.found = p, true
		end = p.end
	} else {
		a.found = false
	}
	end = r.skipAdverbs(end)
	if end < span.end && !r.is(end, stop|comma|dash) {
		return reported{}, false
	}
	return r.around(a, start, end, span, aroundFrame)
}
