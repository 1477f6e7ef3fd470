package claims

// speechEvidence collects what speaks for and against quotation q being speech: the way to its cue, the words before
// and after the marks, and the words within.
func (r *reading) speechEvidence(e *evidence, q int, f directFinding) {
	e.start("speech")
	in := r.inside[q]
	route := routeNames[f.route]
	e.add("route", route)
	if f.route != noRoute {
		e.add("route+gap", route, digit(bucket(f.gap)))
		e.add("kind", route, digit(int(f.kind)))
		if f.verb.says() {
			e.add("lemma", f.verb.lemma)
			e.add("act", string(f.verb.act))
			e.add("level+route", route, digit(int(f.verb.level)))
			e.add("gap+level", digit(bucket(f.gap)), digit(int(f.verb.level)))
		}
		if f.gap == 0 {
			e.add("next to cue", route, string(f.verb.act), digit(int(f.kind)))
		}
		e.flag("found", f.found)
		if f.found && f.source.entity >= 0 {
			e.add("source", r.ents[f.source.entity].Kind.String())
		}
	}
	r.insideEvidence(e, q, in, route)
	r.termEvidence(e, q, f)
	open, after := in.start-1, in.end+1
	e.add("before", r.shape(open-1))
	e.add("before2", r.shape(open-2), r.shape(open-1))
	if r.is(open-1, article|articled) || r.is(open-1, determiner) {
		e.add("noun before", r.lowered(open-2))
	} else {
		e.add("word before", r.lowered(open-1))
	}
	if naming := r.namedBefore(open); naming != "" {
		e.add("naming", naming)
		e.add("naming+route", naming, route)
		e.add("naming+capital", naming, digit(btoi(r.is(in.start, capital))))
	}
	e.add("after", r.shape(after))
	e.add("around", r.shape(open-1), r.shape(after))
	e.flag("bracketed", r.is(open-1, openBracket) && r.is(after, closeBracket))
	e.add("mark", r.markName(open))
	e.flag("nested", r.quoted[q].Depth > 0)
	e.flag("unclosed", !r.quoted[q].Closed)
	e.flag("heading", r.heading(in.start))
	if x := r.words[in.start].entity; x >= 0 && r.held[x].end >= in.end {
		e.add("name", r.ents[x].Kind.String())
		e.add("name+route", r.ents[x].Kind.String(), route)
	}
}

// linkEvidence collects what speaks for and against an attribution as that of quotation q.
func (r *reading) linkEvidence(e *evidence, q int, f directFinding) {
	e.start("link")
	in := r.inside[q]
	open := in.start - 1
	route := routeNames[f.route]
	e.add("route", route)
	before := r.shape(open - 1)
	e.add("route+before", route, before)
	e.add("route+after", route, r.shape(in.end+1))
	e.add("route+rank", route, digit(f.rank))
	e.add("route+found", route, digit(btoi(f.found)))
	e.add("previous", route, r.previousQuotation(q))
	if f.route == noRoute {
		e.add("none", before, digit(btoi(r.is(in.start, capital))))
		return
	}
	r.routeEvidence(e, q, f)
	level := r.labels.join(route, digit(int(f.verb.level)))
	e.add("level", level)
	e.add("level+rank", level, digit(f.rank))
	e.add("kind", route, digit(int(f.kind)), digit(btoi(f.found)))
	e.add("gap", route, digit(bucket(max(f.gap, 0))))
	e.add("gap+level", level, digit(bucket(max(f.gap, 0))))
	if f.verb.says() {
		e.add("lemma", f.verb.lemma)
		e.add("act", string(f.verb.act), route)
		e.flag("direct", f.verb.frames.has(takesDirect|takesMarks))
		e.add("direct+gap", digit(btoi(f.verb.frames.has(takesDirect|takesMarks))), digit(bucket(max(f.gap, 0))), route)
	}
	if f.route == beforeRoute || f.route == colonRoute {
		r.leadEvidence(e, q, f, level)
	}
	e.add("source", r.sourceClass(f.attribution), route)
	if f.found {
		e.add("source side", digit(btoi(f.source.start > f.cue.start)), route)
		e.flag("source preposition", f.source.prep != 0)
	}
}

// previousQuotation tells where the quotation before quotation q stands.
func (r *reading) previousQuotation(q int) string {
	open := r.inside[q].start - 1
	if q == 0 || r.quoted[q-1].Depth != r.quoted[q].Depth || r.inside[q-1].end >= open {
		return "none"
	}
	switch gap := open - r.inside[q-1].end; {
	case gap < 4:
		return "next to"
	case r.words[r.inside[q-1].start].sentence == r.words[open].sentence:
		return "same sentence"
	case gap < 30:
		return "near"
	}
	return "none"
}

// routeEvidence collects what tells only of attributions on some routes.
func (r *reading) routeEvidence(e *evidence, q int, f directFinding) {
	in, route := r.inside[q], routeNames[f.route]
	open := in.start - 1
	if f.route == subjectRoute || f.route == headRoute {
		verbs := digit(min(r.countFinite(r.sentenceOf(open-1).start, open), 2))
		e.add("verbs", route, verbs, digit(btoi(f.source.end == open-1)))
		e.add("verbs+source", route, verbs, r.sourceClass(f.attribution))
		e.add("first", route, r.shape(in.start), verbs)
	}
	if f.kind == according {
		e.add("aside", route, r.shape(f.cue.start-1), r.shape(f.end))
	}
	if f.route == nextRoute {
		from := r.inside[q-1].end
		e.add("verbs between", route, digit(min(r.countFinite(from, open), 2)), digit(btoi(r.saysBetween(from, open))))
	}
	if f.interrupted {
		e.add("interrupted", route)
	}
}

// leadEvidence collects what stands between an attribution and the quotation after it.
func (r *reading) leadEvidence(e *evidence, q int, f directFinding, level string) {
	open, route := r.inside[q].start-1, routeNames[f.route]
	e.add("next to cue", r.shape(f.cue.end), route)
	e.add("verbs between", digit(min(r.countFinite(f.cue.end, open), 3)), level)
	e.add("before+level", r.shape(open-1), level)
	e.add("after attribution", r.shape(max(f.cue.end, f.end)), route, digit(int(f.kind)))
	if q > 0 && r.inside[q-1].start > f.cue.end {
		_, shared := r.attributedToSubject(q)
		e.add("over quotation", level, digit(btoi(shared)), digit(min(r.countFinite(r.inside[q-1].end, open), 1)))
	}
}

// sourceClass describes the source of an attribution coarsely.
func (r *reading) sourceClass(a attribution) string {
	switch {
	case !a.found:
		return "none"
	case a.source.entity >= 0:
		return r.ents[a.source.entity].Kind.String()
	case a.source.pronoun:
		return "pronoun"
	}
	if role, ok := r.lexicon.role(r.lowered(a.source.head)); ok {
		return string(role.Class)
	}
	return "word"
}

func (r *reading) countFinite(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if g := r.words[i].group; g >= 0 && r.groups[g].start == i && r.groups[g].mood == finite {
			n++
		}
	}
	return n
}

// namedBefore tells whether the word before a mark, articles aside, announces a name or a term: "la nave «…»".
func (r *reading) namedBefore(open int) string {
	i := open - 1
	for steps := 0; steps < 2 && r.is(i, article|articled); steps++ {
		i--
	}
	article := ""
	if i < open-1 {
		article = " article"
	}
	if class := namingWords()[r.lowered(i)]; class != "" {
		return r.labels.join(class, article)
	}
	return ""
}

// insideEvidence looks at the words between the marks.
func (r *reading) insideEvidence(e *evidence, q int, in tokens, route string) {
	words, capitals, verbs, first := 0, 0, 0, 0
	persons := false
	for i := in.start; i < in.end; i++ {
		w := &r.words[i]
		if w.class&punctuation != 0 {
			continue
		}
		words++
		if w.class&capital != 0 {
			capitals++
		}
		if w.group >= 0 && r.groups[w.group].start == i && r.groups[w.group].mood == finite {
			verbs++
			if r.groups[w.group].first {
				first++
			}
		}
		switch r.tokens[i].Text {
		case "mi", "ci", "io", "noi", "nostro", "nostra", "nostri", "nostre", "mio", "mia", "abbiamo", "siamo", "sono", "ho":
			persons = true
		}
	}
	e.add("words", digit(bucket(words)))
	e.add("words+route", digit(bucket(words)), route)
	e.add("verbs", digit(min(verbs, 3)))
	e.add("verbs+route", digit(min(verbs, 1)), route)
	e.flag("first person", persons || first > 0)
	e.add("first", r.shape(in.start))
	e.flag("initial capital", r.is(in.start, capital))
	e.add("capital+verbs", digit(btoi(r.is(in.start, capital))), digit(min(verbs, 1)), digit(min(bucket(words), 5)))
	e.flag("all capitals", words > 1 && capitals == words)
	e.flag("title", words > 1 && 2*capitals > words)
	e.flag("ends in stop", r.is(in.end-1, stop))
	if words == 1 {
		e.add("one word", lastLetters(r.lowered(in.start)))
	}
}

func lastLetters(s string) string {
	if len(s) > 3 {
		return s[len(s)-3:]
	}
	return s
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// digit is the decimal form of a number from 0 to 9; it does not allocate.
func digit(n int) string { return "0123456789"[n : n+1] }

// shape describes a token coarsely: its word if it is a function word, else what kind of word it is.
func (r *reading) shape(i int) string {
	if i < 0 || i >= len(r.words) {
		return "edge"
	}
	w := &r.words[i]
	switch {
	case w.class&punctuation != 0:
		return r.tokens[i].Text
	case w.entity >= 0:
		return r.ents[w.entity].Kind.String()
	case w.class&functionWord != 0:
		return r.lowered(i)
	case w.group >= 0:
		g := &r.groups[w.group]
		if g.cue.says() {
			return r.labels.join("saying", digit(int(g.mood)), digit(int(g.cue.level)))
		}
		return r.labels.join("verb", digit(int(g.mood)))
	case w.class&number != 0:
		return "number"
	case w.class&capital != 0:
		return "Capital"
	}
	if _, ok := r.lexicon.noun(r.lowered(i)); ok {
		return "noun of saying"
	}
	if _, ok := r.lexicon.role(r.lowered(i)); ok {
		return "role"
	}
	return "word"
}

func (r *reading) markName(i int) string {
	if i < 0 {
		return ""
	}
	return r.tokens[i].Text
}

// heading reports whether the sentence of a token has no full stop.
func (r *reading) heading(i int) bool {
	s := r.sentenceOf(i)
	return s.end > s.start && !r.is(s.end-1, stop|closeMark)
}
