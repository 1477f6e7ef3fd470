package claims

// reported is a reported statement before it is accepted.
type reported struct {
	attribution
	content  tokens
	frame    frame
	scan     int  // the token from which the end of the content was looked for
	sure     int  // the chance that its end is right, in tenths
	nested   bool // its cue stands in the content of another
	conjunct bool // goes on from another content by "e che"
	cueAt    int  // of a content around or before its cue, where the expression begins; else 0
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
	previousFrame               // "…. Lo ha detto X."
	colonFrame                  // "ha detto: …", "X: …"
)

var frameNames = [...]string{"that", "to", "whether", "noun", "about", "subject", "according", "around", "how", "previous", "colon"}

// reportedIn finds the reported statements of a sentence, accepted or not.
func (r *reading) reportedIn(dst []reported, list []attribution, span tokens) []reported {
	r.expressions, r.decisions = list, decisionsPerToken*(span.end-span.start)+maxEndings
	covered := 0 // the end of the contents so far
	if c, ok := r.headed(span); ok {
		dst = append(dst, c)
	}
	for _, a := range list {
		n := len(dst)
		dst = r.reportedAll(dst, a, span)
		for i := n; i < len(dst); i++ {
			dst[i].nested = dst[i].cue.start < covered
		}
		for i := n; i < len(dst); i++ {
			switch dst[i].frame {
			case thatFrame, howFrame, toFrame, accordingFrame:
				covered = max(covered, dst[i].content.end)
			}
		}
	}
	return dst
}

// headed reads a sentence that begins with its speaker and a colon: "Il Papa: grandi speranze", "Rossi (Fiom): no al piano".
func (r *reading) headed(span tokens) (reported, bool) {
	p, ok := r.phraseAt(span.start, span.end)
	if !ok || !r.speaks(p) || p.pronoun || p.time {
		return reported{}, false
	}
	k := p.end
	for k < min(span.end, p.end+8) && !r.is(k, colon|comma|stop) && !r.hasFinite(k, k+1) {
		k++
	}
	if !r.is(k, colon) || k+2 >= span.end || r.is(k+1, openMark) {
		return reported{}, false
	}
	return r.clause(attribution{cue: tokens{k, k}, head: k, group: -1, kind: bare, source: p, found: true, end: k}, k+1, span, colonFrame)
}

// reportedAll finds what an attribution reports: a content, and those coordinated with it: "ha detto che … e che …".
func (r *reading) reportedAll(dst []reported, a attribution, span tokens) []reported {
	c, ok := r.reportedBy(a, span)
	for range 4 {
		if !ok {
			break
		}
		dst = append(dst, c)
		c, ok = r.conjunct(c, span)
	}
	return dst
}

// conjunct finds the content after "e che", "e di" that goes on from another.
func (r *reading) conjunct(c reported, span tokens) (reported, bool) {
	if c.kind == nominal && c.frame != thatFrame && c.frame != toFrame {
		return c, false
	}
	i := c.content.end
	for i < span.end && r.is(i, comma|closeMark) {
		i++
	}
	if r.is(i, coordinator) {
		i++
	}
	f, ok := r.goesOnWith(c, i)
	if !ok || i >= span.end-1 || i > c.content.end+3 || i == c.content.end {
		return c, false
	}
	next, ok := r.clause(c.attribution, i+1, span, f)
	next.conjunct = true
	return next, ok
}

// goesOnWith reports whether the word at token i introduces a content coordinated with another, and in which frame: "ha
// detto che … e che …", "ha chiesto aiuto e che …", "ha parlato di crisi e di guerra".
func (r *reading) goesOnWith(c reported, i int) (frame, bool) {
	low := r.lowered(i)
	switch c.frame {
	case thatFrame, howFrame, toFrame, nounFrame, whetherFrame:
		switch {
		case low == "che" && (c.frame != nounFrame || r.is(i-1, coordinator) && c.verb.frames.has(takesThat)):
			return thatFrame, true
		case (low == "di" || low == "d'") && r.infinitive(i+1) && (c.frame == toFrame || r.is(i-1, coordinator) && c.verb.frames.has(takesInfinitive)):
			return toFrame, true
		case low == "come" && c.frame == howFrame:
			return howFrame, true
		}
	case aboutFrame:
		return aboutFrame, r.is(i-1, coordinator) && low == "di"
	}
	return 0, false
}

// reportedBy finds the content that an attribution reports.
func (r *reading) reportedBy(a attribution, span tokens) (reported, bool) {
	if c, ok := r.previousSentence(a, span); ok {
		return c, true
	}
	switch a.kind {
	case according:
		return r.reportedAccording(a, span)
	case nominal:
		return r.reportedByNoun(a, span)
	}
	if !a.verb.says() {
		return reported{}, false
	}
	g := &r.groups[a.group]
	if a.kind == active || a.kind == passive && g.mood == finite {
		if c, ok := r.parenthetical(a, span); ok {
			return c, true
		}
	}
	if a.kind == passive && g.mood == finite {
		if c, ok := r.afterVerb(a, span); ok {
			return c, true
		}
		return r.passiveSubject(a, span)
	}
	if a.kind == passive {
		return r.reducedPassive(a, span)
	}
	return r.afterVerb(a, span)
}

// clause makes a reported statement of what begins at token i.
func (r *reading) clause(a attribution, i int, span tokens, f frame) (reported, bool) {
	if i >= span.end {
		return reported{}, false
	}
	if f == nounFrame {
		switch r.lowered(i - 1) {
		case "più", "meno", "molto", "troppo", "poco": // "chiede meno tasse"
			i--
		}
	}
	end := r.clauseEnd(a, i, span, f)
	if end <= i {
		return reported{}, false
	}
	return reported{attribution: a, content: tokens{i, end}, frame: f, scan: i, sure: r.endChance}, true
}

// passiveSubject reads "la chiusura è stata annunciata dal ministro".
func (r *reading) passiveSubject(a attribution, span tokens) (reported, bool) {
	first, subs := r.subjectsOf(int(r.words[a.cue.start].sentence))
	sub := subs[a.group-first]
	if !sub.found || sub.inherited || sub.pronoun {
		return reported{}, false
	}
	return reported{attribution: a, content: tokens{sub.lead, r.subjectEnd(a, sub)}, frame: subjectFrame}, sub.end > sub.lead
}

// subjectEnd finds where the subject before a passive ends: what goes with the noun belongs to it, as in "il cordoglio per la
// sciagura è stato espresso da tutti".
func (r *reading) subjectEnd(a attribution, sub subject) int {
	last := a.cue.start
	for last > sub.end && r.is(last-1, clitic|negation|adverb) {
		last--
	}
	if sub.end >= last || !r.is(sub.end, anyPreposition) {
		return sub.end
	}
	for k := sub.end; k < last; k++ {
		if r.is(k, punctuation|relative|subordinator) || r.words[k].group >= 0 {
			return sub.end
		}
	}
	return last
}

// reducedPassive reads "la tregua richiesta dall'Egitto" and "accusato di aver rubato un quadro".
func (r *reading) reducedPassive(a attribution, span tokens) (reported, bool) {
	if a.verb.frames.has(takesAccusative) {
		if c, ok := r.afterVerb(a, span); ok && (c.frame == toFrame || c.frame == aboutFrame || c.frame == thatFrame) {
			return c, true
		}
	}
	if !a.found && r.lowered(a.cue.end) == "che" && a.verb.frames.has(takesThat) { // "c'è scritto che"
		return r.afterVerb(a, span)
	}
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
