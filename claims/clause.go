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

// decisionsPerToken bounds, maxEndings more, how often the model is asked in a sentence where its clauses begin and end, so that
// one made of nothing but verbs of saying ("dice dice dice …") does not cost many times what others do. None of 25,000 sentences
// of news, communiqués and an encyclopaedia takes as many.
const decisionsPerToken = 1

// mayDecide reports whether the sentence that is read may ask the model once more, and counts it.
func (r *reading) mayDecide() bool {
	r.decisions--
	return r.decisions >= 0
}

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
		if !r.mayDecide() {
			break
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

// certainEnd reports whether a clause from token i must end at token k: at a semicolon, a bracket that opened before it, or
// where its speaker goes on: ", aggiungendo che".
func (r *reading) certainEnd(i, k int) bool {
	if r.is(k, semicolon) || r.is(k, comma) && r.goesOnSaying(k+1) {
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

// goesOnSaying reports whether a gerund of saying with its clause begins at token i.
func (r *reading) goesOnSaying(i int) bool {
	g := r.groupFrom(i)
	return g != nil && g.mood == gerund && g.cue.says() && r.introduces(r.skipAdverbs(g.end))
}

// listMarker reports whether a closing bracket belongs to the number or letter of a list item: "1)", "a)".
func (r *reading) listMarker(k int) bool {
	return k > 0 && (r.is(k-1, number) || len(r.tokens[k-1].Text) == 1) && !r.is(k-2, openBracket)
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
