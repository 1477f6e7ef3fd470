package claims

import "sort"

// endEvidence collects what speaks for and against the end of a clause, begun at token i, before token k.
func (r *reading) endEvidence(e *evidence, a attribution, i, k int, span tokens, f frame) {
	e.start("end")
	frame := frameNames[f]
	at := r.shape(k)
	n := k + 1
	next := r.shape(n)
	if r.is(k, comma) && r.is(n, coordinator) {
		at = r.labels.join(at, next)
		n++
		next = r.shape(n)
	}
	e.add("at", at)
	e.add("at+frame", at, frame)
	e.add("at+next", at, next)
	e.add("next2", at, next, r.shape(n+1))
	e.add("previous", r.shape(k-1), at)
	e.add("after shape", next, r.shape(n+1))
	if n < len(r.words) && r.words[n].entity < 0 {
		e.add("next word", at, r.lowered(n))
	}
	words, verbs := r.wordsAndVerbs(i, k)
	seen := r.labels.join(frame, digit(min(verbs, 2)))
	e.add("verbs", seen, at)
	e.add("verbs+next", seen, at, next)
	e.add("words", digit(bucket(words)), at)
	e.add("words+verbs", digit(bucket(words)), seen)
	e.add("left", digit(bucket(span.end-k)), at)
	r.tenseEvidence(e, a, i, k, n, span, at)
	e.add("rest verb", r.restVerb(k+1, span.end), at)
	e.flag("marks closed", r.is(k-1, closeMark))
	if r.is(k-1, closeMark) {
		e.add("marks closed+at", at, next)
		e.flag("whole in marks", r.wholeInMarks(i, k))
	}
	if n < len(r.words) && r.words[n].group >= 0 {
		g := &r.groups[r.words[n].group]
		e.add("next verb", digit(int(g.mood)), digit(int(g.cue.level)), at)
		if g.cue.says() {
			e.add("next act", string(g.cue.act), at)
		}
	}
	e.add("cue kind", digit(int(a.kind)), at)
	open, aside := digit(btoi(r.openClause(i, k, f))), r.afterAside(n, span.end)
	e.add("open clause", open, at)
	e.add("open clause+next", open, at, next)
	e.add("after aside", aside, at)
	e.add("after aside+verbs", aside, seen, at)
	e.add("next word+frame", at, r.lowered(n), frame)
	e.add("lemma", a.verb.lemma, at)
	e.add("words before", r.lowered(k-1), at)
	r.nextExpression(e, n, at)
}

// wordsAndVerbs counts the words and the finite verbs in the tokens [from, to).
func (r *reading) wordsAndVerbs(from, to int) (words, verbs int) {
	for i := from; i < to; i++ {
		w := &r.words[i]
		if w.class&punctuation == 0 {
			words++
		}
		if w.group >= 0 && r.groups[w.group].start == i && r.groups[w.group].mood == finite {
			verbs++
		}
	}
	return words, verbs
}

// nextExpression tells what other expression of saying comes first after a boundary before token n: "…, ma secondo
// Rossi", "…, mentre il ministro ha detto".
func (r *reading) nextExpression(e *evidence, n int, at string) {
	i := sort.Search(len(r.expressions), func(i int) bool { return r.expressions[i].cue.start >= n })
	if i == len(r.expressions) {
		e.add("next expression", at, "none")
		return
	}
	x := &r.expressions[i]
	first, own := x.cue.start, btoi(x.found)
	if x.found && x.source.lead >= n {
		first, own = min(first, x.source.lead), 2
	}
	near := "at once"
	for k := n; k < first; k++ {
		near = "soon"
		if r.is(k, comma|semicolon|colon|openBracket) {
			near = "later"
			break
		}
	}
	e.add("next expression", at, digit(int(x.kind)), digit(own), near)
	e.add("next expression level", at, digit(int(x.verb.level)), digit(own), near)
}

// openClause reports whether the last conjunction or relative pronoun before token k still waits for its finite verb:
// "la possibilità che il gruppo" in "la possibilità che il gruppo, noto per …, possa cedere".
func (r *reading) openClause(i, k int, f frame) bool {
	for j := k - 1; j >= i; j-- {
		if g := r.words[j].group; g >= 0 {
			if r.groups[g].mood == finite {
				return false
			}
		} else if r.is(j, relative|subordinator) && r.words[j].entity < 0 {
			return true
		}
	}
	return f == thatFrame || f == accordingFrame || f == aroundFrame
}

// afterAside tells what comes after the next comma, where an aside that begins at token n would close: the verb that the
// words before the aside wait for, or something else.
func (r *reading) afterAside(n, end int) string {
	for k := n; k < min(end, n+25); k++ {
		if r.is(k, semicolon|colon) {
			return "none"
		}
		if r.is(k, comma) {
			if g := r.nextVerb(k+1, end); g != nil {
				return r.labels.join("verb", digit(int(g.mood)), digit(btoi(g.cue.says())))
			}
			return r.shape(k + 1)
		}
	}
	return "none"
}

// wholeInMarks reports whether the quotation that ends before token k begins with the clause, at token i.
func (r *reading) wholeInMarks(i, k int) bool {
	if k-2 <= i || r.words[i].quoted >= 0 || !r.is(i, openMark) {
		return false
	}
	q := r.words[k-2].quoted
	return q >= 0 && r.inside[q].start == i+1
}

// tense names the tense of a finite group, or its mood: "ha" for "ha detto", "future", "past" …
func (r *reading) tense(g *verbGroup) string {
	if g.mood != finite {
		return r.labels.join("mood", digit(int(g.mood)))
	}
	if g.tense == 0 {
		return "other"
	}
	compound := ""
	if g.compound {
		compound = "compound"
	}
	return r.labels.join(compound, digit(int(g.tense)), digit(int(g.inflection)))
}

// nextVerb finds the verb group that begins at token n, maybe after clitics and adverbs, or nil.
func (r *reading) nextVerb(n, end int) *verbGroup {
	for n < end && r.is(n, clitic|negation|adverb) && r.words[n].group < 0 {
		n++
	}
	if n >= end || r.words[n].group < 0 || r.groups[r.words[n].group].start != n {
		return nil
	}
	return &r.groups[r.words[n].group]
}

// tenseEvidence compares the verb that follows a boundary with the cue and with the content: after "ha detto che sarà …, e
// ha …" it goes with the cue, after "ha detto che sarà … e farà" with the content.
func (r *reading) tenseEvidence(e *evidence, a attribution, i, k, n int, span tokens, at string) {
	g := r.nextVerb(n, span.end)
	direct := "direct"
	if g == nil {
		direct = "later"
		for j := n; j < span.end && j < n+10 && !r.is(j, comma|semicolon|colon); j++ {
			if x := r.words[j].group; x >= 0 && r.groups[x].mood == finite {
				g = &r.groups[x]
				break
			}
		}
	}
	if g == nil {
		e.add("next tense", "none", at)
		return
	}
	next := r.tense(g)
	e.add("next tense", direct, next, at)
	content := ""
	for j := i; j < k; j++ {
		if x := r.words[j].group; x >= 0 && r.groups[x].mood == finite {
			content = r.tense(&r.groups[x])
			break
		}
	}
	cue := ""
	if a.group >= 0 {
		cue = r.tense(&r.groups[a.group])
		e.add("number as cue", direct, digit(btoi(r.groups[a.group].plural == g.plural)))
	}
	same := r.labels.join(digit(btoi(next == cue)), digit(btoi(next == content)))
	e.add("tense as", direct, same)
	e.add("tense as at", direct, same, at)
	e.add("tense as saying", direct, same, at, digit(int(g.cue.level)))
}

// restVerb tells which verb comes next in a range, before the next comma.
func (r *reading) restVerb(from, end int) string {
	for j := from; j < end && j < from+12; j++ {
		if r.is(j, comma|semicolon|colon|stop) {
			return "none"
		}
		if g := r.words[j].group; g >= 0 {
			return r.labels.join("verb", digit(int(r.groups[g].mood)), digit(btoi(r.groups[g].cue.says())))
		}
	}
	return "none"
}
