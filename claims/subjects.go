package claims

import (
	"slices"

	"github.com/detto-it/detto/extract"
)

// subject is who does what a verb group says.
type subject struct {
	phrase
	found     bool
	inherited bool // from the verb before it: "X ha parlato e ha detto"
	postposed bool // after the verb: "lo ha detto X"
	says      bool // of a verb of saying
}

// sentencePhrases returns the noun phrases of a sentence, read when first asked for.
func (r *reading) sentencePhrases(s int) []phrase {
	if len(r.phrases) == 0 {
		r.phrases = sized(r.phrases, len(r.spans))
		r.phraseRoom = slices.Grow(r.phraseRoom, 1) // so that the phrases of a sentence without any are not nil
	}
	if r.phrases[s] == nil {
		n := len(r.phraseRoom)
		r.phraseRoom = r.phrasesIn(r.phraseRoom, r.spans[s])
		r.phrases[s] = r.phraseRoom[n:len(r.phraseRoom):len(r.phraseRoom)]
	}
	return r.phrases[s]
}

// subjectsOf finds the subjects of the verb groups of a sentence, from left to right. The result has one element
// for every group from the first of the sentence on.
func (r *reading) subjectsOf(s int) (first int, subs []subject) {
	if len(r.subjects) == 0 {
		r.subjects = sized(r.subjects, len(r.spans))
		r.firstGroup = sized(r.firstGroup, len(r.spans))
		for i := range r.firstGroup {
			r.firstGroup[i] = -1
		}
		for i := range r.groups {
			if at := r.words[r.groups[i].start].sentence; r.firstGroup[at] < 0 {
				r.firstGroup[at] = i
			}
		}
	}
	first = r.firstGroup[s]
	if first < 0 {
		return 0, nil
	}
	if r.subjects[s] != nil {
		return first, r.subjects[s]
	}
	span := r.spans[s]
	phrases := r.sentencePhrases(s)
	end := first
	for end < len(r.groups) && r.groups[end].start < span.end {
		end++
	}
	subs = r.roomForSubjects(end - first)
	for i := first; i < end; i++ {
		var sub subject
		if r.groups[i].mood == finite {
			sub = r.subjectOf(i, first, span, phrases, subs)
			switch {
			case r.parenthesis(&r.groups[i], span):
				sub = r.postposed(i, span, r.speakerBefore(subs))
			case !sub.found || sub.inherited:
				sub = r.postposed(i, span, sub)
			}
		}
		sub.says = r.groups[i].cue.says()
		subs = append(subs, sub)
	}
	r.subjects[s] = subs
	return first, subs
}

// roomForSubjects returns an empty slice for n subjects, which stays as it is until the document is read.
func (r *reading) roomForSubjects(n int) []subject {
	used := len(r.subjectRoom)
	if used+n > cap(r.subjectRoom) {
		used, r.subjectRoom = 0, make([]subject, 0, max(n, 256, 2*used))
	}
	r.subjectRoom = r.subjectRoom[:used+n]
	return r.subjectRoom[used : used : used+n]
}

// subjectOf finds the subject of one finite group, given those of the groups before it in the sentence.
func (r *reading) subjectOf(g, first int, span tokens, phrases []phrase, before []subject) subject {
	group := &r.groups[g]
	h := g - 1
	for h >= first && (r.groups[h].mood != finite || !r.sameVoice(r.groups[h].start, group.start)) {
		h--
	}
	from := span.start
	if h >= first {
		from = r.groups[h].end
	}
	marker := r.lastMarker(from, group.start)
	if marker >= 0 {
		return r.subordinateSubject(group, marker, span, phrases, before, h-first)
	}
	if p, ok := r.bestBefore(group, from, h >= first, phrases); ok {
		return subject{phrase: p, found: true}
	}
	if h < first {
		return subject{}
	}
	if s := before[h-first]; s.found && s.number.agrees(group.plural) && r.sharesClause(s, &r.groups[h], group) {
		s.inherited = true
		return s
	}
	// nothing between the two verbs: either the verb before stands in a relative clause, or the subject is shared
	for h >= first {
		start := span.start
		k := h - 1
		for k >= first && (r.groups[k].mood != finite || !r.sameVoice(r.groups[k].start, group.start)) {
			k--
		}
		if k >= first {
			start = r.groups[k].end
		}
		m := r.lastMarker(start, r.groups[h].start)
		if m < 0 || r.opensSentence(m, span) || r.lowered(m) == "chi" { // "chi risponde, senza presentarsi, dice"
			break
		}
		// the subject stands before the subordinate clause
		if p, ok := r.bestBefore(group, start, k >= first, clip(phrases, m)); ok {
			return subject{phrase: p, found: true}
		}
		h = k
	}
	if h >= first && before[h-first].found && before[h-first].number.agrees(group.plural) {
		s := before[h-first]
		s.inherited = true
		return s
	}
	return subject{}
}

// sharesClause reports whether the subject of the verb before stands before the clause that "e" joins both verbs in: "il
// carabiniere" in "il carabiniere che ha visto la scena e ha raccontato".
func (r *reading) sharesClause(s subject, earlier, later *verbGroup) bool {
	return r.joined(earlier.end, later.start) && s.start < r.lastMarker(s.start, earlier.start)
}

// joined reports whether only "e" joins a verb with the one before it, so that both stand in the same clause: "il
// carabiniere che ha visto la scena e ha raccontato".
func (r *reading) joined(from, to int) bool {
	i := to
	for i > from && r.is(i-1, clitic|adverb|negation) {
		i--
	}
	if i <= from || !r.is(i-1, coordinator) {
		return false
	}
	for k := from; k < i-1; k++ {
		if r.is(k, punctuation) {
			return false
		}
	}
	return true
}

// opensSentence reports whether a subordinate clause opens its sentence, so that its subject is that of the main clause
// too: "Quando il custode notò il buco, affermò".
func (r *reading) opensSentence(marker int, span tokens) bool {
	return !r.is(marker, relative) && marker <= span.start+1
}

func clip(phrases []phrase, end int) []phrase {
	n := 0
	for n < len(phrases) && phrases[n].start < end {
		n++
	}
	return phrases[:n]
}

// sameVoice reports whether two tokens stand in the same quotation, or both in none.
func (r *reading) sameVoice(a, b int) bool { return r.words[a].quoted == r.words[b].quoted }

// lastMarker finds the last word that opens a subordinate clause in a range, or -1.
func (r *reading) lastMarker(from, to int) int {
	for i := to - 1; i >= from; i-- {
		if r.is(i, relative|subordinator) && r.words[i].entity < 0 && r.words[i].group < 0 && r.sameVoice(i, to) {
			if r.lowered(i) == "come" && r.is(i-1, adverb) || r.asRole(i, to) {
				continue
			}
			return i
		}
		if r.is(i, semicolon|colon) {
			return -1
		}
	}
	return -1
}

// asRole reports whether a word tells as what somebody does something, and opens no clause: "Rossi, come motivazione, ha
// detto", "Nardi, in quanto presidente dell'Avsec, ha chiesto".
func (r *reading) asRole(i, end int) bool {
	if r.lowered(i) != "come" && (r.lowered(i) != "quanto" || r.lowered(i-1) != "in") {
		return false
	}
	p, ok := r.phraseAt(i+1, min(end, i+9))
	return ok && p.lead == p.head && p.entity < 0 && !p.pronoun && r.is(p.end, comma)
}

// subordinateSubject finds the subject of a verb in a subordinate clause: in the clause, or the noun that a
// relative pronoun stands for.
func (r *reading) subordinateSubject(g *verbGroup, marker int, span tokens, phrases []phrase, before []subject, h int) subject {
	if p, ok := r.bestBefore(g, marker+1, false, phrases); ok {
		return subject{phrase: p, found: true}
	}
	switch r.lowered(marker) {
	case "che", "quale", "quali":
	case "chi":
		return subject{phrase: phrase{tokens: tokens{marker, marker + 1}, head: marker, lead: marker, entity: -1, number: singular}, found: true}
	default:
		return r.continued(g, before, h)
	}
	k := marker - 1
	if r.is(k, article|articled) { // "il quale"
		if r.is(k, articled) || r.is(k-1, anyPreposition) { // "una lettera nella quale chiede"
			return r.continued(g, before, h)
		}
		k--
	}
	for r.is(k, comma|dash|openBracket|closeBracket) && k > marker-4 {
		k--
	}
	if k < span.start || r.words[k].group >= 0 && r.groups[r.words[k].group].mood != participle {
		return subject{} // "ha detto che"
	}
	for i := len(phrases) - 1; i >= 0; i-- {
		p := phrases[i]
		if p.end == k+1 || p.start <= k && k < p.end {
			if p.time && r.lowered(marker) == "che" { // "dal momento che"
				return r.continued(g, before, h)
			}
			p = r.antecedent(r.named(phrases, i), g)
			return subject{phrase: p, found: true}
		}
		if p.end <= k {
			break
		}
	}
	return subject{}
}

// continued is the subject of a subordinate clause without one of its own: that of the verb before.
func (r *reading) continued(g *verbGroup, before []subject, h int) subject {
	if h < 0 || h >= len(before) || !before[h].found || !before[h].number.agrees(g.plural) {
		return subject{}
	}
	s := before[h]
	s.inherited = true
	return s
}

// antecedent narrows a phrase to the noun that agrees: of "il capo dei vescovi, che hanno", the bishops.
func (r *reading) antecedent(p phrase, g *verbGroup) phrase {
	p.prep = 0
	if p.number.agrees(g.plural) {
		return p
	}
	for i := p.end - 1; i > p.head; i-- {
		if r.is(i, ofPreposition) && r.words[i].entity < 0 {
			if q, ok := r.phraseAt(i+1, p.end); ok && q.number.agrees(g.plural) {
				return q
			}
		}
	}
	return p
}

// bestBefore picks the subject among the phrases between a token and a verb group. afterVerb says that another
// finite verb ends where the range begins, so that what follows it directly is its own.
func (r *reading) bestBefore(g *verbGroup, from int, afterVerb bool, phrases []phrase) (phrase, bool) {
	var best phrase
	score := 0
	separated := !afterVerb
	nonFinite := false
	next := from
	for i, p := range phrases {
		if p.start < from {
			continue
		}
		if p.start >= g.start {
			break
		}
		for ; next < p.lead; next++ {
			switch {
			case r.is(next, comma|coordinator|semicolon|colon|dash|stop):
				separated = true
				nonFinite = false
				if r.is(next, semicolon|colon|stop) {
					score = 0
				}
			case r.words[next].group >= 0 && r.groups[r.words[next].group].mood != finite, r.looksGerund(next):
				nonFinite = true
			}
		}
		next = p.end
		if r.looksGerund(p.head) {
			nonFinite = true
			continue
		}
		near := p.lead > from+2 && r.is(p.lead, article) && r.adjacent(p.end, g.start) && r.speaks(p) // "… in difficoltà il ministro ha"
		if i > 0 && phrases[i-1].start >= from && r.names(phrases[i-1], p) {                          // apposed brings the role to its name
			continue
		}
		if !near && (!separated || nonFinite) || p.prep != 0 || p.time || !r.sameVoice(p.lead, g.start) || p.bracketed && r.leavesBracket(p, g) {
			continue
		}
		if s := r.subjectScore(p, g, score > 0); s > score {
			best, score = p, s
		}
	}
	if score == 0 {
		return best, false
	}
	return r.coordinated(r.apposed(r.described(best, g, phrases), phrases), g, phrases), true
}

// looksGerund reports whether a word that no lexicon has looks like a gerund: "parafrasando".
func (r *reading) looksGerund(i int) bool {
	return r.words[i].class&(functionWord|capital) == 0 && r.words[i].entity < 0 && endsLike(r.tokens[i].Text, "ando", "endo")
}

// leavesBracket reports whether a phrase stands in brackets that close before a verb: "il sisma (le fonti tacciono) ha".
func (r *reading) leavesBracket(p phrase, g *verbGroup) bool {
	open := 0
	for i := p.end; i < g.start; i++ {
		switch {
		case r.is(i, openBracket):
			open++
		case r.is(i, closeBracket):
			if open--; open < 0 {
				return true
			}
		}
	}
	return false
}

// subjectScore weighs a phrase as a subject; 0 is no subject. later says that another candidate stands before.
func (r *reading) subjectScore(p phrase, g *verbGroup, later bool) int {
	s := 2
	if r.bareAdjective(p) {
		return 0
	}
	if !p.number.agrees(g.plural) {
		if p.number != singular || !r.coordinates(p) {
			return 0
		}
		s--
	}
	if p.entity >= 0 && (r.ents[p.entity].Kind == extract.Person || r.ents[p.entity].Kind == extract.Organization) {
		s += 2
	} else if p.pronoun || r.personRole(p.head) {
		s += 2
	}
	if later {
		s--
	}
	if r.adjacent(p.end, g.start) {
		s += 3
	}
	return s
}

// bareAdjective reports whether a phrase is a singular without article that names nobody, which is no subject but mostly an
// adjective: "Stanca di aspettare, ha chiesto", "Rossi, come motivazione, ha detto".
func (r *reading) bareAdjective(p phrase) bool {
	if p.lead != p.head {
		return false
	}
	complement := p.end > p.head+1 && r.is(p.head+1, ofPreposition) // "parte della stampa"
	return r.inTheRoleOf(p.lead) || p.number != plural && !complement && !r.speaks(p) && !r.is(p.head, determiner|relative)
}

// inTheRoleOf reports "come" or "in quanto" before token i: "come motivazione", "in quanto presidente".
func (r *reading) inTheRoleOf(i int) bool {
	return r.lowered(i-1) == "come" || r.lowered(i-1) == "quanto" && r.lowered(i-2) == "in"
}

// adjacent reports whether only clitics, adverbs and the negation stand between two tokens.
func (r *reading) adjacent(from, to int) bool {
	for i := from; i < to; i++ {
		if !r.is(i, clitic|adverb|negation) {
			return false
		}
	}
	return true
}

func (r *reading) coordinates(p phrase) bool {
	return r.is(p.end, coordinator) && r.lowered(p.end) != "ma" || r.is(p.end, comma)
}
