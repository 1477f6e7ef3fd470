package claims

// reported is a reported statement before it is accepted.
type reported struct {
	attribution
	content tokens
	frame   frame
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
	if a.verb == nil {
		return reported{}, false
	}
	g := &r.groups[a.group]
	if a.kind == passive && g.mood == finite {
		if c, ok := r.afterVerb(a, span); ok && c.frame != nounFrame {
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
		return reported{}, false
	}
	return r.afterVerb(a, span)
}

// afterVerb reads the content that follows a verb: a clause with "che", "di" and infinitive, or a noun phrase.
func (r *reading) afterVerb(a attribution, span tokens) (reported, bool) {
	i := r.skipAdverbs(a.cue.end)
	limit := min(span.end, i+14)
	for step := 0; i < limit && step < 5; step++ {
		low := r.lowered(i)
		switch {
		case low == "che" && a.verb.has('c'):
			return r.clause(a, i+1, span, thatFrame)
		case low == "come" && a.verb.has('c'):
			return r.clause(a, i+1, span, howFrame)
		case low == "se" && a.verb.has('s'):
			return r.clause(a, i+1, span, whetherFrame)
		case (low == "di" || low == "d'") && a.verb.has('d'):
			f := toFrame
			if !r.infinitive(i + 1) {
				f = aboutFrame
			}
			return r.clause(a, i+1, span, f)
		case (low == "a" || low == "ad") && r.infinitive(i+1) && a.verb.has('a'):
			return r.clause(a, i+1, span, toFrame)
		case r.is(i, ofPreposition) && a.verb.has('d') && step == 0:
			return r.clause(a, i+1, span, aboutFrame)
		case r.is(i, colon) && !r.is(i+1, openMark) && a.verb.has('q'):
			return r.clause(a, i+1, span, nounFrame)
		case r.is(i, openMark) && a.verb.has('p') == false && a.verb.has('n'):
			return r.clause(a, i, span, nounFrame)
		}
		p, ok := r.phraseAt(i, span.end)
		switch {
		case ok && p.time:
			i = p.end
		case ok && a.found && a.source.lead == p.lead: // a postposed subject
			i = p.end
		case ok && (a.verb.has('n') || a.verb.has('p')):
			if c, found := r.thatAfter(a, p, span); found {
				return c, true
			}
			return r.clause(a, p.lead, span, nounFrame)
		case ok && a.verb.has('d') || ok && a.verb.has('a'): // the person accused, invited
			i = p.end
		case r.is(i, anyPreposition) && i+1 < span.end:
			q, ok := r.phraseAt(i+1, span.end)
			if !ok {
				return reported{}, false
			}
			i = q.end
		case r.is(i, comma) && step > 0:
			i++
		case r.is(i, adverb):
			i++
		default:
			return reported{}, false
		}
		i = r.skipAdverbs(i)
	}
	return reported{}, false
}

// thatAfter looks past a noun phrase for "di" and infinitive or "che": "ha accusato il governo di mentire",
// "ha detto il ministro che".
func (r *reading) thatAfter(a attribution, p phrase, span tokens) (reported, bool) {
	if r.lowered(p.end) == "che" && a.verb.has('c') && !a.verb.has('n') {
		return r.clause(a, p.end+1, span, thatFrame)
	}
	return reported{}, false
}

func (r *reading) infinitive(i int) bool {
	for r.is(i, clitic|negation|adverb) {
		i++
	}
	if i >= len(r.tokens) || r.is(i, capital|punctuation) {
		return false
	}
	if r.words[i].form.verb != nil {
		return r.words[i].form.mood == infinitive
	}
	return r.words[i].class&functionWord == 0 && looksInfinitive(r.tokens[i].Text) || r.lowered(i) == "aver" || r.lowered(i) == "esser"
}

// clause makes a reported statement of what begins at token i.
func (r *reading) clause(a attribution, i int, span tokens, f frame) (reported, bool) {
	end := r.clauseEnd(a, i, span, f)
	if end <= i {
		return reported{}, false
	}
	return reported{a, tokens{i, end}, f}, true
}

// passiveSubject reads "la chiusura è stata annunciata dal ministro".
func (r *reading) passiveSubject(a attribution, span tokens) (reported, bool) {
	first, subs := r.subjectsOf(int(r.words[a.cue.start].sentence))
	sub := subs[a.group-first]
	if !sub.found || sub.inherited || sub.pronoun {
		return reported{}, false
	}
	end := sub.end
	return reported{a, tokens{sub.lead, end}, subjectFrame}, end > sub.lead
}

// reportedAccording reads what goes with "secondo X": the rest of the sentence, or the whole of it.
func (r *reading) reportedAccording(a attribution, span tokens) (reported, bool) {
	start := a.cue.start
	if a.group >= 0 { // "come ha spiegato X"
		for start > span.start && r.lowered(start) != "come" && r.lowered(start) != "quanto" {
			start--
		}
	}
	end := max(a.end, a.cue.end)
	from := span.start
	for k := start - 1; k >= span.start; k-- {
		if r.is(k, semicolon|colon) {
			from = k + 1
			break
		}
	}
	if end < span.end && r.is(end, stop|semicolon) || end >= span.end { // at the end
		stopAt := start
		if r.is(stopAt-1, comma) {
			stopAt--
		}
		return reported{a, tokens{from, stopAt}, accordingFrame}, stopAt > from
	}
	if start == from || start == from+1 || start <= from+3 && !r.hasFinite(from, start) {
		if r.is(end, comma) {
			end++
		}
		return r.clause(a, end, span, accordingFrame)
	}
	stopAt := r.clauseEnd(a, end, span, accordingFrame)
	return reported{a, tokens{from, stopAt}, accordingFrame}, stopAt > from
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
	if start-1 <= span.start || !r.is(start-1, comma|dash) || !a.verb.direct() {
		return reported{}, false
	}
	from := span.start
	for k := start - 2; k >= span.start; k-- {
		if r.is(k, semicolon|colon) {
			from = k + 1
			break
		}
	}
	if r.is(start-2, closeMark) || from >= start-2 {
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
	switch {
	case end >= span.end || r.is(end, stop):
		return reported{a, tokens{from, start - 1}, aroundFrame}, r.hasFinite(from, start-1)
	case r.is(end, comma|dash):
		stopAt := r.clauseEnd(a, end+1, span, aroundFrame)
		return reported{a, tokens{from, stopAt}, aroundFrame}, true
	}
	return reported{}, false
}
