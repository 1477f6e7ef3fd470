package claims

// clauseEnd finds where the reported clause that begins at token i ends.
func (r *reading) clauseEnd(a attribution, i int, span tokens, f frame) int {
	depth := 0
	seen := false // a finite verb of the content
	for k := i; k < span.end; k++ {
		switch {
		case r.is(k, openBracket):
			depth++
		case r.is(k, closeBracket):
			if depth == 0 {
				return k
			}
			depth--
		case depth > 0:
		case r.is(k, stop) && k == span.end-1:
			return k
		case r.is(k, semicolon) && k > i:
			return k
		case r.is(k, colon) && k > i && r.is(k+1, openMark):
			return k
		case r.is(k, closeMark) && !r.is(k, openMark) && r.words[k].quoted != r.words[i].quoted && r.words[i].quoted >= 0 && f == nounFrame && false:
			return k
		case r.is(k, comma|coordinator|dash) && k > i:
			if r.leaves(a, k, span, seen) {
				return k
			}
		case r.words[k].group >= 0 && r.groups[r.words[k].group].mood == finite:
			seen = true
		}
	}
	return span.end
}

// leaves reports whether the comma or conjunction at token k leads out of the reported clause: to another verb of
// saying with the same subject, or to a gerund of saying.
func (r *reading) leaves(a attribution, k int, span tokens, seen bool) bool {
	j := k + 1
	if r.is(k, comma) && r.is(j, coordinator) {
		j++
	}
	for r.is(j, adverb|clitic|negation) {
		j++
	}
	if j >= span.end || r.words[j].group < 0 || r.groups[r.words[j].group].start != j {
		if r.is(k, comma) && r.lowered(j) == "mentre" {
			return true
		}
		return false
	}
	g := &r.groups[r.words[j].group]
	switch {
	case g.verb == nil:
		return false
	case g.mood == gerund:
		return true
	case g.mood == finite && !g.passive:
		return a.group >= 0 && r.groups[a.group].compound == g.compound
	}
	return false
}
