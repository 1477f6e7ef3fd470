package claims

import "math"

// ending is a place where a clause may end.
type ending struct {
	token  int
	chance int64 // that the clause ends there and not before, in billionths
	words  int   // from the start of the clause
}

// maxEndings bounds how many boundaries of a clause are looked at.
const maxEndings = 24

// clauseEnd finds where the reported clause that begins at token i ends. It walks from one boundary to the next (comma,
// conjunction, dash, bracket, closing mark) and asks the model at each for the probability that the clause ends there.
// Of all ends it takes the one that is likeliest to be right, wholly or by half of its words.
func (r *reading) clauseEnd(a attribution, i int, span tokens, f frame) int {
	const whole = 1_000_000_000
	list, going := r.endRoom[:0], int64(whole)
	limit := span.end
	if f == nounFrame || f == aboutFrame {
		limit = r.nounLimit(i, span.end)
	}
	k := r.nextBoundary(i, i, span.end)
	for ; k < limit && len(list) < maxEndings; k = r.nextBoundary(i, k+1, span.end) {
		if r.certainEnd(i, k) || f == nounFrame && r.is(k, comma) && r.lowered(k+1) == "mentre" {
			break
		}
		if r.judge.reportedDecoder == nil {
			continue
		}
		r.endEvidence(&r.judge.evidence, a, i, k, span, f)
		_, p := r.judge.decide()
		here := going / 100 * int64(math.Round(100*float64(p)))
		list = append(list, ending{k, here, r.countWords(i, k)})
		going -= here
	}
	if k >= span.end {
		k = r.trimStop(i, span.end)
	}
	if limit == span.end || len(list) == 0 || list[0].token > limit {
		k = min(k, limit)
		list = append(list, ending{k, going, r.countWords(i, k)})
	}
	r.endRoom = list
	best, chance := likeliest(list)
	r.endChance = int(chance / (whole / 10))
	return best
}

// nounLimit finds the first finite verb after the noun phrase that begins at token i, which cannot belong to it unless a
// relative pronoun or a conjunction comes before: "ha chiesto il divorzio e sta progettando".
func (r *reading) nounLimit(i, end int) int {
	for k := i; k < end; k++ {
		if r.words[k].quoted != r.words[i].quoted || r.is(k, openBracket|openMark) {
			return end
		}
		if g := r.words[k].group; g >= 0 {
			if r.groups[g].mood == finite && (r.groups[g].compound || r.groups[g].cue.lemma == "essere") {
				for k > i+1 && r.is(k-1, clitic|negation|adverb) {
					k--
				}
				return k
			}
		} else if r.is(k, relative|subordinator) && r.words[k].entity < 0 {
			return end
		}
	}
	return end
}

// likeliest picks the end with the greatest chance to be right plus the chance to share half of the words, and returns
// the latter too.
func likeliest(list []ending) (token int, half int64) {
	most := int64(-1)
	for _, e := range list {
		shared := int64(0)
		for _, other := range list {
			if 2*min(e.words, other.words) >= max(e.words, other.words) {
				shared += other.chance
			}
		}
		if e.chance+shared > most {
			token, half, most = e.token, shared, e.chance+shared
		}
	}
	return token, half
}

func (r *reading) countWords(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if r.words[i].class&punctuation == 0 {
			n++
		}
	}
	return n
}

// trimStop leaves out the full stop at the end of a sentence.
func (r *reading) trimStop(i, end int) int {
	for end > i && r.is(end-1, stop) {
		end--
	}
	return end
}

// nextBoundary finds the next token, from k on, at which a clause that began at token i may end. What stands between
// brackets or marks that opened within the clause is passed over.
func (r *reading) nextBoundary(i, k, end int) int {
	depth := 0
	for j := i; j < k; j++ { // boundaries lie outside brackets, so that this only steps over closed pairs
		switch {
		case r.is(j, openBracket):
			depth++
		case r.is(j, closeBracket) && depth > 0 && !r.listMarker(j):
			depth--
		}
	}
	for ; k < end; k++ {
		if depth == 0 && (r.is(k, colon) && r.opensList(i, k, end) || r.is(k, comma) && k > i && r.opensExamples(k, end)) {
			return r.afterList(k, end)
		}
		switch {
		case r.is(k, openBracket):
			if depth == 0 && k > i {
				return k
			}
			depth++
		case r.is(k, closeBracket) && r.listMarker(k):
		case r.is(k, closeBracket):
			if depth == 0 {
				return k
			}
			depth--
		case depth > 0 || k == i:
		case r.words[k].quoted != r.words[i].quoted && r.words[k].quoted >= 0 && r.startsInside(i, int(r.words[k].quoted)):
		case r.is(k, comma|coordinator|dash|semicolon|colon|stop|closeMark|relative|subordinator):
			return k
		case r.words[k].group >= 0 && r.groups[r.words[k].group].start == k && r.groups[r.words[k].group].cue.says():
			return k
		}
	}
	return end
}

// startsInside reports whether quotation q opened at or after token i, so that a clause from i holds all of it.
func (r *reading) startsInside(i, q int) bool { return r.inside[q].start > i }

// certainEnd reports whether a clause from token i must end at token k: at a semicolon, or a bracket that opened before it.
func (r *reading) certainEnd(i, k int) bool {
	if r.is(k, semicolon) {
		return true
	}
	if !r.is(k, closeBracket) || r.listMarker(k) {
		return false
	}
	for j := k - 1; j >= i; j-- {
		if r.is(j, openBracket) {
			return false
		}
	}
	return true
}

// listMarker reports whether a closing bracket belongs to the number or letter of a list item: "1)", "a)".
func (r *reading) listMarker(k int) bool {
	return k > 0 && (r.is(k-1, number) || len(r.tokens[k-1].Text) == 1) && !r.is(k-2, openBracket)
}

// endEvidence collects what speaks for and against the end of a clause, begun at token i, before token k.
func (r *reading) endEvidence(e *evidence, a attribution, i, k int, span tokens, f frame) {
	e.start("end")
	frame := frameNames[f]
	at := r.shape(k)
	n := k + 1
	next := r.shape(n)
	if r.is(k, comma) && r.is(n, coordinator) {
		at += next
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
	words, verbs := 0, 0
	for j := i; j < k; j++ {
		w := &r.words[j]
		if w.class&punctuation == 0 {
			words++
		}
		if w.group >= 0 && r.groups[w.group].start == j && r.groups[w.group].mood == finite {
			verbs++
		}
	}
	seen := frame + digit(min(verbs, 2))
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
	e.add("open clause", digit(btoi(r.openClause(i, k, f))), at)
	e.add("open clause+next", digit(btoi(r.openClause(i, k, f))), at, next)
	e.add("after aside", r.afterAside(n, span.end), at)
	e.add("after aside+verbs", r.afterAside(n, span.end), seen, at)
	e.add("next word+frame", at, r.lowered(n), frame)
	e.add("lemma", a.verb.lemma, at)
	e.add("words before", r.lowered(k-1), at)
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
				return "verb" + digit(int(g.mood)) + digit(btoi(g.cue.says()))
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
		return "mood" + digit(int(g.mood))
	}
	if g.tense == 0 {
		return "other"
	}
	name := digit(int(g.tense)) + digit(int(g.inflection))
	if g.compound {
		return "compound" + name
	}
	return name
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
	same := digit(btoi(next == cue)) + digit(btoi(next == content))
	e.add("tense as", direct, same)
	e.add("tense as at", direct, same, at)
	e.add("tense as saying", direct, same, at, digit(int(g.cue.level)))
}

// opensList reports whether the colon at token k opens an enumeration that belongs to the clause: "quattro princìpi: a, b".
func (r *reading) opensList(i, k, end int) bool {
	if k+1 >= end || !r.counted(i, k) {
		return false
	}
	limit := end
	if r.is(k+1, openMark) {
		if k+2 >= len(r.words) {
			return false
		}
		if q := r.words[k+2].quoted; q >= 0 {
			limit = min(end, r.inside[q].end)
		}
	}
	return !r.hasFinite(k+1, min(limit, k+12))
}

// opensExamples reports whether the comma at token k opens an enumeration of what was named: ", tra cui a, b e c", ", cioè".
func (r *reading) opensExamples(k, end int) bool {
	switch r.lowered(k + 1) {
	case "tra", "fra":
		if r.lowered(k+2) != "cui" {
			return false
		}
	case "cioè", "ossia":
	default:
		return false
	}
	return !r.hasFinite(k+1, end)
}

// afterList finds what ends an enumeration: another verb of saying after a comma, or the end of the sentence.
func (r *reading) afterList(k, end int) int {
	for k++; k < end; k++ {
		if !r.is(k, comma|coordinator) {
			continue
		}
		n := k + 1
		if r.is(n, coordinator) {
			n++
		}
		if g := r.nextVerb(n, end); g != nil && g.cue.says() && g.mood != participle {
			return k
		}
	}
	return end
}

// counted reports whether a range has a cardinal or a noun that announces a list: "quattro criteri", "le priorità".
func (r *reading) counted(from, to int) bool {
	for i := max(from, to-8); i < to; i++ {
		if r.is(i, counting) {
			return true
		}
	}
	return false
}

// restVerb tells which verb comes next in a range, before the next comma.
func (r *reading) restVerb(from, end int) string {
	for j := from; j < end && j < from+12; j++ {
		if r.is(j, comma|semicolon|colon|stop) {
			return "none"
		}
		if g := r.words[j].group; g >= 0 {
			return "verb" + digit(int(r.groups[g].mood)) + digit(btoi(r.groups[g].cue.says()))
		}
	}
	return "none"
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
		r.startEvidence(&r.judge.evidence, a, k, cue, span, f, after > 0)
		if s := r.judge.weigh(); n == 0 || s > score {
			best, score = k, s
		}
	}
	return best
}
