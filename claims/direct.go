package claims

// directFinding is what is known of a quotation before it is decided whether it is speech.
type directFinding struct {
	attribution
	route route
	gap   int // tokens between the cue and the marks
}

// route is the way from a quotation to its attribution.
type route uint8

const (
	noRoute      route = iota
	insideRoute        // «… – ha detto X – …»
	afterRoute         // «…», ha detto X
	colonRoute         // X ha detto: «…»
	headRoute          // X: «…»
	beforeRoute        // X ha detto che «…»
	bracketRoute       // «…» (X)
	sameRoute          // as the quotation before it in the sentence
	nextRoute          // goes on from the quotation before it
)

var routeNames = [...]string{"none", "inside", "after", "colon", "head", "before", "bracket", "same", "next"}

// findDirect looks for the attribution of quotation q.
func (r *reading) findDirect(q int, sentences [][]attribution) directFinding {
	in := r.inside[q]
	if in.start >= in.end {
		return directFinding{}
	}
	if f, ok := r.attributedInside(q, sentences); ok {
		return f
	}
	if f, ok := r.attributedAfter(q, sentences); ok {
		return f
	}
	if f, ok := r.attributedBefore(q, sentences); ok {
		return f
	}
	return directFinding{}
}

// attributedInside finds the cue between dashes or commas within the marks: «Ho proposto - ha dichiarato X - questo».
func (r *reading) attributedInside(q int, sentences [][]attribution) (directFinding, bool) {
	in := r.inside[q]
	for i := in.start + 1; i < in.end; i++ {
		if !r.is(i, dash) || r.words[i].quoted != int32(q) {
			continue
		}
		for _, a := range sentences[r.words[i].sentence] {
			if a.group >= 0 && a.cue.start > i && a.cue.start <= i+3 && a.cue.end <= in.end && a.kind == active && a.verb.direct() {
				if p, ok := r.after(&r.groups[a.group], in.end); ok {
					a.source, a.found = p, true
				} else if !(a.found && a.source.start > i) {
					a.found = false
				}
				return directFinding{a, insideRoute, 0}, true
			}
		}
	}
	return directFinding{}, false
}

// attributedAfter finds the cue right after the closing mark: «…», ha detto X.
func (r *reading) attributedAfter(q int, sentences [][]attribution) (directFinding, bool) {
	i := r.inside[q].end
	if r.quoted[q].Closed {
		i++
	}
	end := len(r.tokens)
	if i >= end {
		return directFinding{}, false
	}
	if r.is(i, openBracket) {
		if p, ok := r.phraseAt(i+1, min(end, i+16)); ok && p.entity >= 0 && r.words[p.head].entity == int32(p.entity) {
			return directFinding{attribution{cue: tokens{i, i}, head: i, group: -1, kind: bare, source: p, found: true}, bracketRoute, 0}, true
		}
		return directFinding{}, false
	}
	from := i
	for i < end && i < from+3 && r.is(i, comma|dash|stop) {
		i++
	}
	if i >= end {
		return directFinding{}, false
	}
	for _, a := range sentences[r.words[i].sentence] {
		if a.cue.start < i || a.cue.start > i+3 || a.group < 0 || a.verb.direct() == false {
			continue
		}
		if r.words[a.cue.start].quoted != r.outerOf(q) {
			continue
		}
		blocked := false
		for k := i; k < a.cue.start; k++ {
			if r.is(k, relative|coordinator|punctuation) || r.lowered(k) == "che" {
				blocked = true
			}
		}
		if blocked || r.is(from, stop) && i > from && !r.is(from+1, comma) && r.is(i, capital) {
			continue
		}
		if a.kind != active && a.kind != according {
			continue
		}
		if p, ok := r.after(&r.groups[a.group], r.sentenceOf(i).end); ok {
			a.source, a.found = p, true
		} else if !(a.found && a.source.start >= i) {
			a.found = false
		}
		return directFinding{a, afterRoute, a.cue.start - i}, true
	}
	return directFinding{}, false
}

// outerOf returns the quotation around quotation q, or -1.
func (r *reading) outerOf(q int) int32 {
	for k := q - 1; k >= 0 && r.quoted[q].Depth > 0; k-- {
		if r.quoted[k].Depth == r.quoted[q].Depth-1 && r.quoted[k].Outer.Contains(r.quoted[q].Outer) {
			return int32(k)
		}
	}
	return -1
}

// attributedBefore finds the cue before the opening mark, in the same sentence.
func (r *reading) attributedBefore(q int, sentences [][]attribution) (directFinding, bool) {
	open := r.inside[q].start - 1
	if open < 1 {
		return directFinding{}, false
	}
	outer := r.outerOf(q)
	s := r.words[open].sentence
	start := r.spans[s].start
	withColon := r.is(open-1, colon)
	if withColon && open-1 < start { // the sentence was split after the colon
		s = r.words[open-1].sentence
		start = r.spans[s].start
	}
	list := sentences[s]
	for k := len(list) - 1; k >= 0; k-- {
		a := list[k]
		if a.cue.start >= open || r.words[a.cue.start].quoted != outer {
			continue
		}
		if a.verb.says() && !a.verb.direct() && !withColon {
			continue
		}
		if !a.found && a.group >= 0 && a.kind == active {
			if p, ok := r.after(&r.groups[a.group], open); ok && (withColon || a.verb.direct()) && (p.entity >= 0 || r.personRole(p.head)) {
				a.source, a.found = p, true
			}
		}
		route := beforeRoute
		if withColon {
			route = colonRoute
		}
		return directFinding{a, route, open - max(a.cue.end, a.end)}, true
	}
	if withColon {
		if p, ok := r.lastPhraseBefore(start, open-1); ok {
			return directFinding{attribution{cue: tokens{open, open}, head: open, group: -1, kind: bare, source: p, found: true}, headRoute, 0}, true
		}
		return directFinding{attribution{cue: tokens{open, open}, head: open, group: -1, kind: bare}, headRoute, 0}, true
	}
	return directFinding{}, false
}

// lastPhraseBefore finds the source in "Il vicesindaco di Berzo Demo: «…»".
func (r *reading) lastPhraseBefore(start, end int) (phrase, bool) {
	var best phrase
	found := false
	for _, p := range r.phrasesIn(nil, tokens{start, end}) {
		if p.prep != 0 || p.time || p.bracketed {
			continue
		}
		person := p.entity >= 0 || r.personRole(p.head) || p.pronoun
		if !found || person && best.entity < 0 {
			best, found = p, true
		}
	}
	return best, found
}

// direct reports whether direct speech can follow the verb.
func (v *cueVerb) direct() bool {
	return v.frames.has(takesDirect | takesMarks | takesParenthesis | takesAs)
}
