package claims

import "context"

// construction is the way in which an expression attributes words to a source.
type construction uint8

const (
	active      construction = iota // "Maroni ha detto"
	passive                         // "è stato confermato dalla Procura", "annunciato dal ministro"
	gerundial                       // "aggiungendo che"
	infinitival                     // "per chiedere", "nel sottolineare"
	according                       // "secondo Maroni", "a detta di Maroni", "come ha spiegato Maroni"
	nominal                         // "l'annuncio di Maroni"
	bare                            // "Maroni: «…»"
)

// attribution is an expression that gives words to a source.
type attribution struct {
	cue      tokens
	head     int // the token of the verb, noun or preposition
	verb     cueVerb
	group    int // index of its verb group, or -1
	kind     construction
	source   phrase
	found    bool // whether the source is in the text
	end      int  // where the expression ends, source included
	object   bool // an object pronoun goes with it: "lo ha detto"
	relative bool // "secondo cui": the source stands before
}

// allAttributions lists the attributions of every sentence.
func (r *reading) allAttributions(ctx context.Context) ([][]attribution, error) {
	sentences := sized(r.sentences, len(r.spans))
	for s := range r.spans {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		n := len(r.attributionRoom)
		r.attributionRoom = r.attributions(r.attributionRoom, s)
		sentences[s] = r.attributionRoom[n:len(r.attributionRoom):len(r.attributionRoom)]
	}
	r.sentences = sentences
	return sentences, nil
}

// attributions appends the expressions of a sentence that may attribute words.
func (r *reading) attributions(list []attribution, s int) []attribution {
	span := r.spans[s]
	first, subs := r.subjectsOf(s)
	g := first
	taken := span.start // tokens before are part of "secondo quanto ha riferito"
	for i := span.start; i < span.end; i++ {
		a, ok := r.prepositional(i, span)
		if ok {
			list = append(list, a)
			taken = a.cue.end
		}
		if g-first >= len(subs) || r.groups[g].start != i {
			if a, ok := r.nominalAt(i, span); ok {
				if !a.found && g > first && r.is(span.end-1, stop|closeMark|colon) {
					a.source, a.found = r.lightSubject(g-1, i, first, subs)
				}
				list = append(list, a)
			}
			continue
		}
		if i >= taken {
			if a, ok = r.verbal(g, first, subs, span); ok {
				list = append(list, a)
			}
		}
		i = r.groups[g].end - 1
		g++
	}
	return list
}

// lightSubject is the subject of the verb that a noun of saying hangs on: "Monti ha deciso di creare un appello".
func (r *reading) lightSubject(g, noun, first int, subs []subject) (phrase, bool) {
	for ; g >= first; g-- {
		if r.groups[g].mood == finite && !r.within(g-first, noun, first) {
			s := subs[g-first]
			return s.phrase, s.found && !r.groups[g].passive && r.speaks(s.phrase)
		}
	}
	return phrase{}, false
}

// verbal reads what a verb of saying attributes.
func (r *reading) verbal(g, first int, subs []subject, span tokens) (attribution, bool) {
	group := &r.groups[g]
	a := attribution{cue: group.tokens, head: group.head, verb: group.cue, group: g, end: group.end, object: group.object}
	if !group.cue.says() {
		return a, false
	}
	switch {
	case group.passive:
		a.kind = passive
		if p, ok := r.agent(group.end, span.end); ok {
			a.source, a.found, a.end = p, true, p.end
		}
	case group.mood != finite:
		a.kind = gerundial
		if group.mood == infinitive {
			a.kind = infinitival
		}
		if a.source, a.found = r.madeToSay(g); !a.found {
			a.source, a.found = r.borrowed(g-first, first, subs, span)
		}
	case group.impersonal():
		a.kind = active
		a.source, a.found = r.readIn(group, span)
		if p, ok := r.author(a.source, span.end); ok && a.found { // "si legge in una nota diffusa dal Comune"
			a.source = p
		}
		if !a.found {
			a.source, a.found = r.writer(g, first, subs)
		}
	default:
		a.kind = active
		if sub := subs[g-first]; sub.found {
			a.source, a.found = sub.phrase, true
			if sub.postposed {
				a.end = sub.end
			}
		} else if group.plural {
			a.source, a.found = r.fromBody(group, span)
		}
	}
	if a.kind == active && a.found {
		if p, ok := r.madeToSay(g); ok {
			a.source = p
		} else if p, ok := r.author(a.source, group.start); ok && !group.reflexive {
			a.source = p
		} else if p, ok := r.mouthpiece(a.source, group, span); ok {
			a.source = p
		}
	}
	if r.afterHow(group.start) {
		if a.kind == active && !subs[g-first].postposed {
			a.found = a.found && !subs[g-first].inherited
			if p, ok := r.after(group, span.end); ok {
				a.source, a.found, a.end = p, true, p.end
			}
		}
		a.kind = according
	}
	return a, true
}

// fromBody finds the body in whose name nobody in particular speaks: "Dall'ambasciata fanno sapere", "dicono dalla Cri".
func (r *reading) fromBody(g *verbGroup, span tokens) (phrase, bool) {
	for _, p := range r.sentencePhrases(int(r.words[g.start].sentence)) {
		near := p.lead <= g.end+1 && p.start >= g.end || p.lead <= span.start+1
		if p.prep == fromPreposition && near && !p.time && r.speaks(p) {
			p.prep = 0
			return p, true
		}
	}
	return phrase{}, false
}

// afterHow reports whether "come" or "quanto" opens the clause of a verb: "come ha spiegato", "quanto riferito".
func (r *reading) afterHow(i int) bool {
	for r.is(i-1, clitic|adverb) {
		i--
	}
	switch r.lowered(i - 1) {
	case "come", "quanto":
		return r.is(i-1, subordinator)
	}
	return false
}

// impersonal reports whether the clitic of a verb of saying makes its subject anybody: "si sostiene che", "si legge".
func (g *verbGroup) impersonal() bool {
	says := !g.compound && g.cue.frames.has(takesThat|takesDirect) && !g.cue.frames.has(takesSelf)
	return g.reflexive && (says || g.cue.lemma == "leggere")
}

// readIn finds where something is read: "sul sito della squadra si legge", "si legge nella sentenza".
func (r *reading) readIn(g *verbGroup, span tokens) (phrase, bool) {
	var best phrase
	score := 0
	for _, p := range r.sentencePhrases(int(r.words[g.start].sentence)) {
		if p.prep == 0 || p.time || p.start > g.end+6 {
			continue
		}
		n := 0
		if hasPrefix(r.lowered(p.lead-1), "in", "su", "ne") {
			n = 2
		}
		if role, ok := r.lexicon.role(r.lowered(p.head)); ok && role.Class == documentSource {
			n += 2
		}
		if p.start > g.end+3 {
			n--
		}
		if n > 1 && n >= score {
			best, score = p, n
		}
	}
	best.prep = 0
	return best, score > 0
}

// writer finds whose text a relative clause reads from: "Il sindaco ha diffuso una lettera nella quale si annuncia".
func (r *reading) writer(g, first int, subs []subject) (phrase, bool) {
	for k := g - 1; k >= first; k-- {
		if r.groups[k].mood == finite {
			m := r.lastMarker(r.groups[k].end, r.groups[g].start)
			s := subs[k-first]
			return s.phrase, s.found && m > 0 && r.is(m, relative) && r.is(m-1, articled|anyPreposition) && r.speaks(s.phrase)
		}
	}
	return phrase{}, false
}

// madeToSay finds who is made to say something: "il voto fa dire al presidente Ferri: «…»".
func (r *reading) madeToSay(g int) (phrase, bool) {
	group := &r.groups[g]
	if group.cue.lemma != "dire" || !hasPrefix(r.lowered(group.end), "a") || !r.is(group.end, anyPreposition) {
		return phrase{}, false
	}
	for i := group.start - 1; i < group.head; i++ {
		switch r.lowered(i) {
		case "fa", "far", "fare", "fatto", "facendo", "fece":
			p, ok := r.phraseAt(group.end+1, r.sentenceOf(group.end).end)
			p.prep = 0
			return p, ok && r.speaks(p)
		}
	}
	return phrase{}, false
}

// borrowed finds the subject of a gerund or an infinitive: that of the finite verb before it, else after it.
func (r *reading) borrowed(i, first int, subs []subject, span tokens) (phrase, bool) {
	here := r.groups[first+i].start
	other := phrase{} // the nearest subject, which cannot speak
	for k := i - 1; k >= 0; k-- {
		g := &r.groups[first+k]
		if g.mood == finite && r.sameVoice(g.start, here) && !r.within(k, here, first) {
			switch {
			case !subs[k].found:
				return other, other.end > 0
			case !r.speaks(subs[k].phrase): // "ha detto che la decisione conta, affermando"
				if other.end == 0 {
					other = subs[k].phrase
				}
				continue
			}
			if p, ok := r.mouthpiece(subs[k].phrase, g, span); ok {
				return p, true
			}
			return subs[k].phrase, true
		}
	}
	if other.end > 0 {
		return other, true
	}
	for k := i + 1; k < len(subs); k++ {
		g := &r.groups[first+k]
		if g.mood == finite && r.sameVoice(g.start, here) {
			return subs[k].phrase, subs[k].found
		}
	}
	return phrase{}, false
}

// within reports whether group k stands in a clause that ended before a token: what somebody said ("che …,") or a
// relative clause, of which the gerund after the comma is not part.
func (r *reading) within(k, here, first int) bool {
	g := &r.groups[first+k]
	comma := false
	for j := g.end; j < here; j++ {
		comma = comma || r.is(j, punctuation)
	}
	if !comma || g.cue.says() && g.cue.level < 3 {
		return false
	}
	from := 0
	for n := k - 1; n >= 0; n-- {
		if r.groups[first+n].mood == finite {
			from = r.groups[first+n].end
			break
		}
	}
	if from == 0 {
		return false
	}
	return r.lastMarker(from, g.start) >= 0
}

// agent finds who does what a passive says: "è stato confermato ieri dalla Procura".
func (r *reading) agent(i, end int) (phrase, bool) {
	for ; i < end && !r.is(i, stop|semicolon|colon) && (!r.is(i, subordinator) || r.lowered(i) == "come"); i++ {
		if r.is(i, openMark) && i+1 < end && r.words[i+1].quoted >= 0 && r.inside[r.words[i+1].quoted].start == i+1 {
			i = r.inside[r.words[i+1].quoted].end
			continue
		}
		if r.words[i].group >= 0 && r.groups[r.words[i].group].mood == finite {
			break
		}
		if r.is(i, fromPreposition) && r.words[i].entity < 0 {
			if r.lowered(i+1) == "parte" && r.is(i+2, ofPreposition) {
				i += 2
			}
			if p, ok := r.phraseAt(i+1, end); ok && !p.time {
				p.prep = 0
				return r.withApposition(p, end), true
			}
		}
	}
	return phrase{}, false
}
