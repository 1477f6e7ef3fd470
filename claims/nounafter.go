package claims

// anaphoric reports whether a sentence begins by pointing back at what was said: "È quanto ha dichiarato", "Lo ha detto",
// "Così ha commentato", "Questa la sentenza".
func (r *reading) anaphoric(i int) bool {
	switch r.lowered(i) {
	case "l'":
		return i+1 < len(r.words) && r.words[i+1].group >= 0
	case "lo", "così", "è", "questo", "questa", "queste", "questi", "ecco":
		return true
	}
	return false
}

// nounAfter reads "…», è l'accusa di Conte", "…». Questo il commento di X", "…»: con queste parole, X …".
func (r *reading) nounAfter(i int, stopped bool) (directFinding, bool) {
	with := r.lowered(i) == "con"
	if stopped && !r.anaphoric(i) && !with {
		return directFinding{}, false
	}
	span := r.sentenceOf(i)
	for k := i; k < min(i+5, span.end) && (k == i || !r.is(k, punctuation)); k++ {
		if low := r.lowered(k); with && (low == "parole" || low == "frase") {
			return directFinding{attribution: r.withTheseWords(tokens{i, k + 1}, span.end), route: afterRoute, gap: k - i}, true
		}
		if a, ok := r.ownedNoun(k, i, span.end); ok {
			return directFinding{attribution: a, route: afterRoute, gap: k - i}, true
		}
	}
	return directFinding{}, false
}

// withTheseWords reads "con queste parole X ha salutato": who does what comes next has said them.
func (r *reading) withTheseWords(cue tokens, end int) attribution {
	a := attribution{cue: cue, head: cue.end - 1, group: -1, kind: nominal}
	first, subs := r.subjectsOf(int(r.words[a.head].sentence))
	for s := range subs {
		g := &r.groups[first+s]
		if g.start < cue.end || g.mood != finite {
			continue
		}
		p, ok := subs[s].phrase, subs[s].found
		if !ok { // "con queste parole si è dimesso il sindaco"
			p, ok = r.after(g, end)
		}
		if ok && r.speaks(p) {
			a.source, a.found, a.end = p, true, cue.end
		}
		break
	}
	return a
}

// ownedNoun reads token k as a noun of saying with its owner, in words that begin at token start: "l'accusa di Conte", "le sue
// parole". At the start it may be any noun: "«…», l'affondo di Conte".
func (r *reading) ownedNoun(k, start, end int) (attribution, bool) {
	a := attribution{cue: tokens{k, k + 1}, head: k, group: -1, kind: nominal}
	n, saying := r.lexicon.noun(r.lowered(k))
	headed := k == start+1 && r.is(start, article) && r.nominal(k) && r.heading(start)
	possessed := r.determined(k, start)
	if !saying && !headed || r.words[k].group >= 0 || r.words[k].entity >= 0 || !possessed && !r.is(k-1, article|determiner) {
		return a, false
	}
	if saying {
		a.verb = cueVerb{n.Lemma, n.Act, 1, n.Frames}
	}
	if !r.is(k+1, ofPreposition|comma) {
		return a, possessed && saying
	}
	p, ok := r.phraseAt(k+2, end)
	if !ok || !r.speaks(p) || !saying && p.end != end {
		return a, false
	}
	a.source, a.found = r.withApposition(p, end), true
	a.source.prep, a.end = 0, a.source.end
	return a, true
}

// determined reports whether the noun at token k has a possessive, with an adjective or none: "le sue esatte parole".
func (r *reading) determined(k, start int) bool {
	return r.is(k-1, possessive) || k-2 > start && r.is(k-2, possessive) && r.nominal(k-1)
}
