package claims

import (
	"strings"

	"github.com/detto-it/detto/extract"
)

// directFinding is what is known of a quotation before it is decided whether it is speech.
type directFinding struct {
	attribution
	route       route
	gap         int  // tokens between the cue and the marks; of insideRoute, those before it within the marks
	interrupted bool // a verb of saying stands between dashes within the marks
	rank        int  // how many attributions stand between; of laterRoute, quotations; of noRoute, how many the sentence before has
}

// route is the way from a quotation to its attribution.
type route uint8

const (
	noRoute       route = iota
	insideRoute         // «… – ha detto X – …»
	afterRoute          // «…», ha detto X
	colonRoute          // X ha detto: «…»
	headRoute           // X: «…»
	beforeRoute         // X ha detto che «…»
	bracketRoute        // «…» (X)
	laterRoute          // «…» e «…», ha detto X: as the quotation after it
	nextRoute           // goes on from the quotation before it
	previousRoute       // X ha risposto con una lettera. «…»
	subjectRoute        // X «ha paura»
)

var routeNames = [...]string{"none", "inside", "after", "colon", "head", "before", "bracket", "later", "next", "previous", "subject"}

// findDirect finds the likeliest attribution of quotation q.
func (r *reading) findDirect(q int, sentences [][]attribution) directFinding {
	if q == 0 {
		r.lastDirect = directFinding{}
	}
	best, score := directFinding{}, int32(0)
	for i, f := range r.directCandidates(q, sentences) {
		r.linkEvidence(&r.judge.evidence, q, f)
		if s := r.judge.weigh(); i == 0 || s > score {
			best, score = f, s
		}
	}
	r.lastDirect = best
	return best
}

// follows reports whether quotation q comes soon after quotation p, with nothing that attributes it anew.
func (r *reading) follows(p, q int) bool {
	from, to := r.inside[p].end, r.inside[q].start
	return from < to && to-from < 24 && r.quoted[p].Depth == r.quoted[q].Depth
}

// directCandidates lists what may attribute quotation q, no attribution included.
func (r *reading) directCandidates(q int, sentences [][]attribution) []directFinding {
	list, interrupted := r.linkRoom[:0], false
	if in := r.inside[q]; in.start < in.end {
		if f, ok := r.attributedInside(q, sentences); ok {
			list, interrupted = append(list, f), true
		}
		if f, ok := r.attributedAfter(q, sentences); ok {
			list = append(list, f)
		} else if f, ok := r.attributedLater(q, sentences); ok {
			list = append(list, f)
		}
		list = r.attributedBefore(list, q, sentences)
		if f, ok := r.attributedToSubject(q); ok {
			list = append(list, f)
		}
	}
	if q > 0 && r.lastDirect.found && r.follows(q-1, q) {
		next := r.lastDirect
		next.route, next.gap, next.rank = nextRoute, 0, 0
		list = append(list, next)
	}
	here := len(list)
	if here == 0 {
		list = r.attributedPreviously(list, q, sentences)
	}
	list = append(list, directFinding{attribution: attribution{group: -1, kind: bare}, rank: len(list) - here})
	for i := range list {
		list[i].interrupted = interrupted
	}
	r.linkRoom = list
	return list
}

// attributedInside finds the cue between dashes within the marks: «Ho proposto - ha dichiarato X - questo».
func (r *reading) attributedInside(q int, sentences [][]attribution) (directFinding, bool) {
	in := r.inside[q]
	for i := in.start + 1; i < in.end; i++ {
		if !r.is(i, dash) || r.words[i].quoted != int32(q) {
			continue
		}
		for _, a := range sentences[r.words[i].sentence] {
			if a.group < 0 || a.cue.start <= i || a.cue.start > i+3 || a.cue.end > in.end || a.kind != active || !a.verb.frames.has(takesDirect|takesMarks|takesParenthesis) {
				continue
			}
			p, ok := r.after(&r.groups[a.group], in.end)
			end := a.cue.end
			if ok {
				end = p.end
			}
			if !r.dashBefore(end, min(in.end, end+10)) {
				continue
			}
			if ok {
				a.source, a.found = p, true
			} else {
				a.found = a.found && a.source.start > i && a.source.end <= in.end
			}
			return directFinding{attribution: a, route: insideRoute, gap: i - in.start}, true
		}
	}
	return directFinding{}, false
}

// dashBefore reports whether a dash stands in the tokens [i, end), or a closing mark or the end of the text behind them.
func (r *reading) dashBefore(i, end int) bool {
	for ; i < end; i++ {
		if r.is(i, dash) {
			return true
		}
	}
	return i >= len(r.tokens) || r.is(i, closeMark)
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
		return r.nameInBrackets(i)
	}
	from := i
	for i < end && i < from+3 && (r.is(i, comma|dash|stop) || r.is(i, colon) && (r.anaphoric(i+1) || r.lowered(i+1) == "con")) {
		i++
	}
	if i >= end {
		return directFinding{}, false
	}
	if i == from && r.namesThing(r.inside[q].start-1) { // "La rivista «Altri mondi» chiude"
		return directFinding{}, false
	}
	stopped := r.is(from, stop) && !r.is(from+1, comma) || r.words[i].sentence != r.words[from-1].sentence && r.is(i, capital)
	for _, a := range sentences[r.words[i].sentence] {
		if a.cue.start > i+3 {
			break
		}
		if a.cue.start < i || r.words[a.cue.start].quoted != r.outerOf(q) || r.blocked(i, a.cue.start) {
			continue
		}
		if a, ok := r.goesBack(a, i, stopped); ok {
			return directFinding{attribution: a, route: afterRoute, gap: a.cue.start - i}, true
		}
	}
	return r.nounAfter(i, stopped)
}

// nameInBrackets reads "«…» (Anna Sala)", whose bracket is token i.
func (r *reading) nameInBrackets(i int) (directFinding, bool) {
	p, ok := r.phraseAt(i+1, min(len(r.tokens), i+16))
	if !ok || p.entity < 0 || r.words[p.head].entity != int32(p.entity) {
		return directFinding{}, false
	}
	a := attribution{cue: tokens{i, i}, head: i, group: -1, kind: bare, source: p, found: true}
	return directFinding{attribution: a, route: bracketRoute}, true
}

// goesBack reports whether an attribution may be that of the quotation which ends before token i, and finds its source there:
// "«…», ha detto Anna Sala", "«…», secondo Anna Sala". Behind a full stop it must point back: "«…». Lo ha detto Anna Sala".
func (r *reading) goesBack(a attribution, i int, stopped bool) (attribution, bool) {
	if a.group < 0 {
		return a, !stopped && a.cue.start <= i+1
	}
	if stopped && !r.anaphoric(i) {
		return a, false
	}
	if a.kind != active && a.kind != according || !a.verb.frames.has(takesDirect|takesMarks|takesParenthesis|takesThat) {
		return a, false
	}
	if p, ok := r.after(&r.groups[a.group], r.sentenceOf(i).end); ok {
		a.source, a.found = p, true
	} else if !(a.found && a.source.start >= i) {
		a.found = false
	}
	return a, true
}

// namesThing reports whether a noun stands right before an opening mark, as the thing that bears the name in the marks.
func (r *reading) namesThing(open int) bool {
	return open > 0 && r.words[open-1].sentence == r.words[open].sentence && !r.is(open-1, punctuation|functionWord) && r.nominal(open-1)
}

// blocked reports whether something between two tokens keeps a verb from taking the words before it as its own.
func (r *reading) blocked(from, to int) bool {
	for k := from; k < to; k++ {
		if r.is(k, coordinator|punctuation) || r.is(k, relative) && r.lowered(k) != "quanto" || r.opensClause(k) {
			return true
		}
	}
	return false
}

// opensClause reports whether a word opens a clause of its own after a quotation: "«…», mentre X ha detto".
func (r *reading) opensClause(k int) bool {
	switch r.lowered(k) {
	case "come", "quanto", "così":
		return false
	}
	return r.is(k, subordinator) && r.words[k].group < 0 && r.words[k].entity < 0
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

// attributedBefore appends the attributions before the opening mark in the same sentence, the nearest first.
func (r *reading) attributedBefore(list []directFinding, q int, sentences [][]attribution) []directFinding {
	open := r.inside[q].start - 1
	if open < 1 {
		return list
	}
	outer := r.outerOf(q)
	s := r.words[open].sentence
	withColon := r.is(open-1, colon)
	if withColon { // the sentence may be split after the colon
		s = r.words[open-1].sentence
	}
	start := r.spans[s].start
	rank := 0
	for k := len(sentences[s]) - 1; k >= 0 && rank < 6; k-- {
		a := sentences[s][k]
		if a.cue.start >= open || r.words[a.cue.start].quoted != outer {
			continue
		}
		if !a.found && a.group >= 0 && a.kind == active {
			if p, ok := r.after(&r.groups[a.group], open); ok && r.speaks(p) {
				a.source, a.found = p, true
			}
		}
		if !a.found && a.kind == nominal {
			a.source, a.found = r.speakerOf(sentences[s][:k])
		}
		route := beforeRoute
		if withColon {
			route = colonRoute
		}
		list = append(list, directFinding{attribution: a, route: route, gap: open - max(a.cue.end, a.end), rank: rank})
		rank++
	}
	if withColon && rank == 0 || r.is(open-1, colon|comma) && s != r.words[open].sentence {
		a := attribution{cue: tokens{open, open}, head: open, group: -1, kind: bare}
		a.source, a.found = r.lastPhraseBefore(start, open-1)
		list = append(list, directFinding{attribution: a, route: headRoute})
	} else if withColon {
		if p, ok := r.lastPhraseBefore(start, open-1); ok && p.end == open-1 {
			a := attribution{cue: tokens{open, open}, head: open, group: -1, kind: bare, source: p, found: true}
			list = append(list, directFinding{attribution: a, route: headRoute})
		}
	}
	return list
}

// speakerOf finds who speaks in the attribution before a noun of saying without an owner: "X lo ricorda in un'intervista: «…»".
func (r *reading) speakerOf(before []attribution) (phrase, bool) {
	for k := len(before) - 1; k >= max(0, len(before)-3); k-- {
		a := before[k]
		if a.kind == active || a.kind == passive && a.found && r.groups[a.group].mood == finite && r.speaks(a.source) {
			return a.source, a.found
		}
	}
	return phrase{}, false
}

// lastPhraseBefore finds the source in "Il vicesindaco di Berzo Demo: «…»", "Lucca, la sindaca: «…»": a person rather than
// a body, a body rather than a place.
func (r *reading) lastPhraseBefore(start, end int) (phrase, bool) {
	var best phrase
	weight := 0
	for _, p := range r.phrasesIn(nil, tokens{start, end}) {
		if p.prep != 0 || p.time || p.bracketed {
			continue
		}
		if w := r.headingWeight(p); w > weight || w == weight && p.entity < 0 {
			best, weight = p, w
		}
	}
	return best, weight > 0
}

func (r *reading) headingWeight(p phrase) int {
	switch {
	case p.entity >= 0 && r.ents[p.entity].Kind == extract.Person:
		return 5
	case p.pronoun || r.personRole(p.head):
		return 4
	case p.entity >= 0 && r.ents[p.entity].Kind == extract.Location:
		return 2
	case p.entity >= 0:
		return 3
	}
	return 1
}

// longestTerm is the number of letters that no term quoted again reaches.
const longestTerm = 60

// termEvidence collects what tells terms from fragments of speech: how far the verb of saying is, over which clauses, and
// whether the words stand in the text again.
func (r *reading) termEvidence(e *evidence, q int, f directFinding) {
	in := r.inside[q]
	before, after := r.shape(in.start-2), r.shape(in.end+1)
	verbs := digit(min(r.countFinite(in.start, in.end), 1))
	e.add("frame", before, after, verbs)
	if f.route == beforeRoute {
		between := digit(min(r.countFinite(f.cue.end, in.start-1), 2))
		e.add("clauses between", between, verbs)
		e.add("clauses between+before", between, before)
		if f.verb.says() {
			e.add("lemma+between", f.verb.lemma, between)
			e.add("act+before", string(f.verb.act), before)
		}
	}
	span, text := r.quoted[q].Span, r.doc.Text
	if letters := lettersIn(text[span.Start:span.End], longestTerm); letters < longestTerm && letters > 3 {
		again := strings.Contains(text[span.End:min(len(text), span.End+4000)], text[span.Start:span.End]) ||
			strings.Contains(text[max(0, span.Start-4000):span.Start], text[span.Start:span.End])
		e.add("again", digit(btoi(again)), verbs)
	}
}
