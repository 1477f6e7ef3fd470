package claims

// reportedAccording reads what goes with "secondo X": the rest of the sentence, or the whole of it.
func (r *reading) reportedAccording(a attribution, span tokens) (reported, bool) {
	start := a.cue.start
	if g := r.words[a.cue.end-1].group; a.group < 0 && g >= 0 && !r.groups[g].cue.says() { // "per quanto riguarda"
		return reported{}, false
	}
	if a.group >= 0 { // "come ha spiegato X"
		for start > span.start && r.lowered(start) != "come" && r.lowered(start) != "quanto" {
			start--
		}
	}
	return r.around(a, start, max(a.end, a.cue.end), span, accordingFrame)
}

// around finds the content before, around or after an expression [start, end) that interrupts it or opens the sentence.
// A parenthesis ("Mosca, ha detto, tratterà") belongs to the whole; "secondo X" may belong to the clause after it.
func (r *reading) around(a attribution, start, end int, span tokens, f frame) (reported, bool) {
	before := start
	for before > span.start && r.is(before-1, comma|dash|openBracket|coordinator) {
		before--
	}
	if f == accordingFrame {
		end = r.skipModifiers(end, span)
		end = r.skipPlace(end, span)
	}
	last := end >= span.end || r.is(end, stop|semicolon|closeBracket) ||
		!r.is(end, comma|dash) && r.hasFinite(span.start, start) && !r.hasFinite(end, span.end)
	after := end
	for after < span.end && r.is(after, comma|dash|colon) {
		after++
	}
	opens := before <= span.start || a.relative || f == accordingFrame && r.is(before-1, relative|subordinator) && !last
	if f == accordingFrame && before <= span.start+2 {
		opens = opens || before == span.start+1 || !r.hasFinite(span.start, before)
	}
	switch {
	case last:
		if before <= span.start {
			return reported{}, false
		}
		from := r.bestStart(a, span, start, 0, f)
		return reported{attribution: a, content: tokens{from, before}, frame: f, cueAt: start}, from < before
	case opens:
		return r.clause(a, after, span, f)
	}
	again := 0
	if f == accordingFrame {
		again = after
	}
	from := r.bestStart(a, span, start, again, f)
	stopAt := r.clauseEnd(a, after, span, f)
	return reported{attribution: a, content: tokens{from, stopAt}, frame: f, scan: after, cueAt: start, sure: r.endChance}, from < stopAt
}

func (r *reading) hasFinite(from, to int) bool {
	for i := from; i < to; i++ {
		if g := r.words[i].group; g >= 0 && r.groups[g].mood == finite {
			return true
		}
	}
	return false
}

// skipModifiers steps over what goes with the source of "secondo X": a participle with its agent ("le stime diffuse dal
// ministero"), an apposition or a relative clause between commas ("suo legale").
func (r *reading) skipModifiers(i int, span tokens) int {
	if i < span.end && (r.words[i].group >= 0 && r.groups[r.words[i].group].mood == participle || r.is(i, otherParticiple)) {
		for k := i; k < min(span.end, i+16); k++ {
			if r.is(k, comma) {
				i = k
				break
			}
			if g := r.words[k].group; g >= 0 && r.groups[g].mood == finite || r.is(k, stop) {
				break
			}
		}
	}
	if !r.is(i, comma) {
		return i
	}
	relative := r.is(i+1, relative)
	for k := i + 1; k < min(span.end-1, i+18); k++ {
		finite := r.words[k].group >= 0 && r.groups[r.words[k].group].mood == finite
		switch {
		case r.is(k, stop|semicolon|colon|coordinator) && !relative, finite && !relative:
			return i
		case r.is(k, comma) && (relative || r.appositive(tokens{i + 1, k}, span)):
			return k
		}
	}
	return i
}

// skipPlace steps over where it was said, or when, up to the comma before the content: "Secondo quanto riportato sul
// profilo del gruppo, il cantante è morto", or an adjective of the source: "secondo l'opinione pubblica, …".
func (r *reading) skipPlace(i int, span tokens) int {
	if i >= span.end || !r.is(i, anyPreposition) && (!r.nominal(i) || r.words[i].entity >= 0 || r.is(i, capital)) {
		return i
	}
	for k := i; k < min(span.end, i+20); k++ {
		switch {
		case r.is(k, comma):
			return k
		case r.is(k, subordinator|relative|semicolon|colon|openMark), r.hasFinite(k, k+1):
			return i
		}
	}
	return i
}

// appositive reports whether what stands between two commas says who the source is.
func (r *reading) appositive(t, span tokens) bool {
	p, ok := r.phraseAt(t.start, t.end)
	if !ok || p.time || !r.hasFinite(t.end, span.end) {
		return false
	}
	_, role := r.lexicon.role(r.lowered(p.head))
	return role
}

// parenthetical reads "…, ha detto X, …" and "…, ha detto X."
func (r *reading) parenthetical(a attribution, span tokens) (reported, bool) {
	g := &r.groups[a.group]
	start := a.cue.start
	for r.is(start-1, clitic|adverb|negation) && r.words[start-1].group < 0 {
		start--
	}
	if start-1 <= span.start || !r.is(start-1, comma|dash) || r.is(start-2, closeMark) && !r.clauseBeforeMarks(start-3, span.start) ||
		!a.verb.frames.has(takesDirect|takesParenthesis) || r.words[start].quoted >= 0 && r.is(start-1, dash) {
		return reported{}, false
	}
	end := a.cue.end
	switch {
	case a.kind == passive || g.reflexive:
		if a.found && a.source.start > a.cue.start {
			end = a.source.end
		}
	default:
		p, ok := r.after(g, span.end)
		ok = ok && r.speaks(p)
		a.source, a.found = p, ok
		if ok {
			end = p.end
		}
	}
	end = r.asideEnd(r.skipAdverbs(end), span.end)
	if end < span.end && !r.is(end, stop|comma|dash) || !r.hasFinite(span.start, start) && !r.hasFinite(end, span.end) {
		return reported{}, false
	}
	if !r.hasFinite(span.start, start) && !r.goesOn(end, span.end) { // "Il ministro, a Roma, ha confermato X, benché abbia"
		return reported{}, false
	}
	if r.is(end, comma) && r.pastAside(end, span.end) > 0 { // "X, che era a Roma, ha detto, sorridendo, che"
		return reported{}, false
	}
	return r.around(a, start, end, span, aroundFrame)
}

// clauseBeforeMarks reports whether a clause began before the quotation that ends at token i: "Non c'è «nessuna censura»,
// ha concluso".
func (r *reading) clauseBeforeMarks(i, start int) bool {
	if i < 0 {
		return false
	}
	q := r.words[i].quoted
	return q >= 0 && !r.is(r.inside[q].start-2, punctuation) && r.hasFinite(start, r.inside[q].start-1)
}

// goesOn reports whether the clause that a parenthesis interrupted goes on after it with its finite verb: "Mosca, ha
// detto, tratterà".
func (r *reading) goesOn(i, end int) bool {
	for ; i < end; i++ {
		switch g := r.words[i].group; {
		case g >= 0 && r.groups[g].mood == finite:
			return true
		case g >= 0 && r.groups[g].mood == gerund, r.is(i, relative|subordinator) && r.words[i].entity < 0:
			return false
		}
	}
	return false
}

// asideEnd finds the comma or dash that closes an aside after the verb: "…, scrive in un rapporto, …", "…, ha detto
// salutando, …"; the token itself if what follows is none.
func (r *reading) asideEnd(i, end int) int {
	if i >= end || r.introduces(i) || !r.is(i, anyPreposition) && (r.words[i].group < 0 || r.groups[r.words[i].group].mood != gerund) {
		return i
	}
	for k := i; k < min(end, i+9); k++ {
		if r.is(k, comma|dash|stop) {
			return k
		}
		if r.is(k, subordinator|relative|colon|openMark|semicolon) || r.lowered(k) == "di" && r.infinitive(k+1) ||
			r.words[k].group >= 0 && r.groups[r.words[k].group].mood == finite {
			return i
		}
	}
	return i
}

// startEvidence collects what speaks for and against token k as the first of a content that ends at or after its cue:
// "…, che, secondo X, era stata …".
func (r *reading) startEvidence(e *evidence, a attribution, k, cue int, span tokens, f frame, medial bool) {
	e.start("start")
	frame := frameNames[f] + digit(btoi(medial))
	before := r.shape(k - 1)
	position := "middle"
	switch {
	case k == span.start:
		position, before = "sentence", ""
	case k > cue:
		position, before = "after", r.shape(cue-1)
	}
	e.add("position", position, frame)
	e.add("before", position, before, frame)
	e.add("first", position, r.shape(k), frame)
	e.add("before+first", position, before, r.shape(k))
	e.add("cue before", position, r.shape(cue-1), r.shape(cue-2))
	verb := r.hasFinite(k, cue)
	e.add("verb", position, digit(btoi(verb)), frame)
	e.add("distance", position, digit(bucket(max(cue-k, 0))), frame)
	if !medial {
		return
	}
	e.add("verb before", position, digit(btoi(r.hasFinite(span.start, cue))))
	e.add("verb after", position, digit(btoi(r.hasFinite(max(a.end, a.cue.end), span.end))), digit(btoi(verb)))
}

// starts lists the tokens at which a content that surrounds or precedes its cue may begin.
func (r *reading) starts(dst []int, span tokens, cue, after int) []int {
	dst = append(dst, span.start)
	for k := span.start + 1; k < cue-1; k++ {
		if r.is(k, comma|semicolon|colon|dash|subordinator|relative|coordinator|closeMark|openBracket) && !r.is(k+1, punctuation) && r.words[k].entity < 0 {
			dst = append(dst, k+1)
		}
	}
	if after > 0 {
		dst = append(dst, after)
	}
	return dst
}

// bestStart picks the likeliest of the possible first tokens.
func (r *reading) bestStart(a attribution, span tokens, cue, after int, f frame) int {
	r.startRoom = r.starts(r.startRoom[:0], span, cue, after)
	best, score := span.start, int32(0)
	for n, k := range r.startRoom {
		if !r.mayDecide() {
			break
		}
		r.startEvidence(&r.judge.evidence, a, k, cue, span, f, after > 0)
		if s := r.judge.weigh(); n == 0 || s > score {
			best, score = k, s
		}
	}
	return best
}
