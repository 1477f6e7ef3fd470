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
	if stopped && !r.anaphoric(i) && r.lowered(i) != "con" {
		return directFinding{}, false
	}
	span := r.sentenceOf(i)
	for k := i; k < min(i+5, span.end); k++ {
		if k > i && r.is(k, punctuation) {
			break
		}
		if low := r.lowered(k); r.lowered(i) == "con" && (low == "parole" || low == "frase") { // "con queste parole X ha salutato"
			a := attribution{cue: tokens{i, k + 1}, head: k, group: -1, kind: nominal}
			first, subs := r.subjectsOf(int(r.words[k].sentence))
			for g := range subs {
				if r.groups[first+g].start <= k || r.groups[first+g].mood != finite {
					continue
				}
				p, ok := subs[g].phrase, subs[g].found
				if !ok { // "con queste parole si è dimesso il sindaco"
					p, ok = r.after(&r.groups[first+g], span.end)
				}
				if ok && r.speaks(p) {
					a.source, a.found, a.end = p, true, k+1
				}
				break
			}
			return directFinding{attribution: a, route: afterRoute, gap: k - i}, true
		}
		n, saying := r.lexicon.noun(r.lowered(k))
		headed := k == i+1 && r.is(i, article) && r.nominal(k) && r.heading(i) // "«…», l'affondo di X"
		possessed := r.determined(k, i)
		if !saying && !headed || r.words[k].group >= 0 || r.words[k].entity >= 0 || !possessed && !r.is(k-1, article|determiner) {
			continue
		}
		a := attribution{cue: tokens{k, k + 1}, head: k, group: -1, kind: nominal}
		if saying {
			a.verb = cueVerb{n.Lemma, n.Act, 1, n.Frames}
		}
		after := k + 1
		switch {
		case r.is(after, ofPreposition), r.is(after, comma):
			after++
		case possessed && saying:
			return directFinding{attribution: a, route: afterRoute, gap: k - i}, true
		default:
			continue
		}
		if p, ok := r.phraseAt(after, span.end); ok && r.speaks(p) && (saying || p.end == span.end) {
			a.source, a.found = r.withApposition(p, span.end), true
			a.source.prep, a.end = 0, a.source.end
			return directFinding{attribution: a, route: afterRoute, gap: k - i}, true
		}
	}
	return directFinding{}, false
}

// determined reports whether the noun at token k has a possessive, with an adjective or none: "le sue esatte parole".
func (r *reading) determined(k, start int) bool {
	return r.is(k-1, possessive) || k-2 > start && r.is(k-2, possessive) && r.nominal(k-1)
}
