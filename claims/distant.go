package claims

// attributedPreviously appends the last attributions of the sentence or heading before a quotation that opens its
// sentence: "Questo è il racconto di Anna Sala. «…»".
func (r *reading) attributedPreviously(list []directFinding, q int, sentences [][]attribution) []directFinding {
	open := r.inside[q].start - 1
	if open < 1 || r.words[open].sentence == r.words[open-1].sentence || r.quoted[q].Depth > 0 {
		return list
	}
	s := r.words[open-1].sentence
	if q > 0 && r.inside[q-1].end >= r.spans[s].start { // the sentence attributes a quotation of its own
		return list
	}
	for k, rank := len(sentences[s])-1, 0; k >= 0 && rank < 2; k-- {
		a := sentences[s][k]
		clause := a.group < 0 || r.groups[a.group].mood == finite
		if a.found && clause && r.words[a.cue.start].quoted < 0 {
			list = append(list, directFinding{attribution: a, route: previousRoute, gap: open - max(a.cue.end, a.end), rank: rank})
			rank++
		}
	}
	return list
}

// attributedLater finds the attribution of a quotation that follows closely, which is that of all before it too: «…» e
// «…», ha detto X.
func (r *reading) attributedLater(q int, sentences [][]attribution) (directFinding, bool) {
	last := q
	for k := q + 1; k < min(len(r.quoted), q+6); k++ {
		if r.quoted[k].Depth > r.quoted[q].Depth { // within one of them
			continue
		}
		if !r.follows(last, k) || !r.inSeries(r.inside[last].end, r.inside[k].start-1) {
			break
		}
		last = k
		if f, ok := r.attributedAfter(k, sentences); ok {
			f.route, f.rank = laterRoute, min(k-q, 4)
			return f, true
		}
	}
	return directFinding{}, false
}

// inSeries reports whether a closing and an opening mark stand in one sentence with words or a comma between them that say
// nothing: not in a dialogue, where the speakers take turns.
func (r *reading) inSeries(closing, opening int) bool {
	return r.words[closing].sentence == r.words[opening].sentence && closing+1 < opening && !r.saysBetween(closing, opening)
}

// attributedToSubject reads a quotation that is what its subject does, or that shares the verb of the one before: "Il
// governo «prova rammarico»", "Rossi ha parlato di «…», Bianchi di «…»".
func (r *reading) attributedToSubject(q int) (directFinding, bool) {
	open := r.inside[q].start - 1
	if open < 1 {
		return directFinding{}, false
	}
	start := r.sentenceOf(open).start
	i := open
	if i > start && (r.is(i-1, anyPreposition) && r.words[i-1].entity < 0 || r.auxiliary(i-1)) {
		i--
	}
	if i > start && r.is(i-1, comma) {
		i--
	}
	phrases := r.sentencePhrases(int(r.words[open].sentence))
	k := phraseBefore(phrases, i)
	if k < 0 || phrases[k].end != i {
		return directFinding{}, false
	}
	p := phrases[k]
	if p.prep != 0 || p.time || !r.speaks(p) || !r.sameVoice(p.lead, open) {
		return directFinding{}, false
	}
	a := attribution{cue: tokens{open, open}, head: open, group: -1, kind: bare, source: p, found: true, end: p.end}
	return directFinding{attribution: a, route: subjectRoute, gap: open - p.end}, true
}

// auxiliary reports whether token i is an auxiliary by itself: "hanno «deciso di partire»".
func (r *reading) auxiliary(i int) bool {
	g := r.groupFrom(i)
	return g != nil && g.mood == finite && g.end == i+1 && (g.cue.lemma == "avere" || g.cue.lemma == "essere")
}
