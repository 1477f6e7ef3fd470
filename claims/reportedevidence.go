package claims

import (
	"github.com/detto-it/detto/extract"
)

// reportedEvidence collects what speaks for and against a reported statement.
func (r *reading) reportedEvidence(e *evidence, c reported) {
	e.start("reported")
	frame := frameNames[c.frame]
	if c.frame == whetherFrame { // rare, and like a clause with "che"
		frame = frameNames[thatFrame]
		e.add("whether")
	}
	kind := digit(int(c.kind))
	e.add("frame", frame)
	e.add("frame+kind", frame, kind)
	if c.verb.says() {
		e.add("lemma", c.verb.lemma)
		e.add("lemma+frame", c.verb.lemma, frame)
		e.add("act+frame", string(c.verb.act), frame)
		e.add("act+kind", string(c.verb.act), kind)
		e.add("level+frame", digit(int(c.verb.level)), frame, kind)
	}
	if c.group >= 0 {
		g := &r.groups[c.group]
		e.flag("negated", g.negated)
		e.flag("conditional", g.conditional)
		e.flag("compound", g.compound)
		e.add("mood", digit(int(g.mood)), frame)
		e.flag("first person", g.first)
		e.flag("reflexive", g.reflexive)
		e.add("object", digit(btoi(g.object)), frame)
		e.add("tense", lastLetters(r.lowered(g.start)), frame)
	} else {
		e.add("preposition", r.lowered(c.cue.start))
		e.add("before word", r.shape(c.cue.start-1), kind, frame)
	}
	e.add("sure", digit(min(c.sure, 9)), frame)
	e.add("nested", digit(btoi(c.nested)), frame)
	e.add("conjunct", digit(btoi(c.conjunct)), frame)
	e.add("before cue", r.shape(c.cue.start-1))
	e.flag("quoted", r.words[c.cue.start].quoted >= 0)
	e.flag("heading", r.heading(c.cue.start))
	r.placeEvidence(e, c, frame)
	r.sourceEvidence(e, c, frame)
	r.contentEvidence(e, c, frame)
	r.lemmaEvidence(e, c, frame)
}

// lemmaEvidence looks at what goes with the word of saying: who is its source, its tense, the words around it. "Il
// ministro ha indicato la data" reports, "la freccia indica la data" does not.
func (r *reading) lemmaEvidence(e *evidence, c reported, frame string) {
	if !c.verb.says() {
		return
	}
	lemma, source := c.verb.lemma, r.sourceClass(c.attribution)
	tense := "none"
	if c.group >= 0 {
		tense = r.tense(&r.groups[c.group])
	}
	level := digit(int(c.verb.level))
	e.add("lemma+source", lemma, source)
	e.add("lemma+tense", lemma, tense)
	e.add("tense+source", tense, source, frame)
	e.add("tense+level", tense, level, frame)
	e.add("source+level", source, level, frame)
	e.add("lemma+first", lemma, r.shape(c.content.start))
	e.add("first word", r.lowered(c.content.start), frame)
	e.add("word before", r.lowered(c.cue.start-1))
	e.add("last before content", r.lowered(c.content.start-1), frame)
	e.add("content tense", r.firstTense(c.content), frame)
	e.add("content tense+level", r.firstTense(c.content), level, frame)
	e.add("gap", digit(bucket(max(c.content.start-c.cue.end, 0))), frame)
}

// firstTense names the tense of the first finite verb in a range.
func (r *reading) firstTense(t tokens) string {
	for i := t.start; i < t.end; i++ {
		if g := r.words[i].group; g >= 0 && r.groups[g].mood == finite {
			return r.tense(&r.groups[g])
		}
	}
	return "none"
}

// placeEvidence looks at where in its sentence a cue stands.
func (r *reading) placeEvidence(e *evidence, c reported, frame string) {
	s := r.words[c.cue.start].sentence
	span := r.spans[s]
	e.add("sentence", digit(min(int(s), 3)))
	e.add("verbs before", digit(min(r.countFinite(span.start, c.cue.start), 3)), frame)
	marker := "main"
	for i := c.cue.start - 1; i >= span.start && i > c.cue.start-12; i-- {
		if r.is(i, semicolon|colon|closeMark) {
			break
		}
		if r.is(i, subordinator|relative) && r.words[i].group < 0 && r.countFinite(i, c.cue.start) == 0 {
			marker = r.lowered(i)
			break
		}
	}
	e.add("clause", marker, frame)
	marks := "none"
	for i := span.start; i < span.end; i++ {
		if q := r.words[i].quoted; q >= 0 && r.inside[q].start == i {
			switch {
			case i < c.cue.start:
				marks = "before"
			case i >= c.content.end:
				marks = "after"
			default:
				marks = "within"
			}
			break
		}
	}
	e.add("marks", marks, frame)
	if c.content.end < len(r.words) {
		e.add("after content", r.shape(c.content.end), frame)
		if r.is(c.content.end, colon) {
			e.add("colon mark", digit(btoi(r.is(c.content.end+1, openMark))), frame)
		}
	}
}

func (r *reading) sourceEvidence(e *evidence, c reported, frame string) {
	switch {
	case !c.found:
		e.add("source", "none", frame)
		return
	case c.source.entity >= 0:
		kind := r.ents[c.source.entity].Kind
		e.add("source", kind.String())
		e.add("source+act", kind.String(), string(c.verb.act))
		e.add("source+frame", kind.String(), frame)
		e.flag("person or body", kind == extract.Person || kind == extract.Organization)
	case c.source.pronoun:
		e.add("source", "pronoun")
	default:
		low := r.lowered(c.source.head)
		class := "word"
		if role, ok := r.lexicon.role(low); ok {
			class = string(role.Class)
		}
		e.add("source", class)
		e.add("source+frame", class, frame)
		e.add("source+act", class, string(c.verb.act))
		e.add("source word", low)
	}
	e.flag("prep", c.source.prep != 0)
}

func (r *reading) contentEvidence(e *evidence, c reported, frame string) {
	words, verbs, marked := 0, 0, 0
	outer := r.words[c.cue.start].quoted
	for i := c.content.start; i < c.content.end; i++ {
		w := &r.words[i]
		if w.class&punctuation == 0 {
			words++
			if w.quoted != outer && w.quoted >= 0 {
				marked++
			}
		}
		if w.group >= 0 && r.groups[w.group].start == i && r.groups[w.group].mood == finite {
			verbs++
		}
	}
	e.add("words", digit(bucket(words)), frame)
	e.add("verbs", digit(min(verbs, 2)), frame)
	share := "none"
	switch {
	case marked == words:
		share = "all"
	case 2*marked > words:
		share = "most"
	case marked > 0:
		share = "some"
	}
	e.add("marked", share, frame)
	first := c.content.start
	e.add("first", r.shape(first), frame)
	if c.frame == nounFrame || c.frame == subjectFrame || c.frame == aboutFrame {
		for r.is(first, article|determiner|possessive|openMark) && first < c.content.end-1 {
			first++
		}
		low := r.lowered(first)
		e.add("head", low)
		e.add("head ending", lastLetters(low))
		if n, ok := r.lexicon.noun(low); ok {
			e.add("head act", string(n.Act))
		}
		if r.words[first].entity >= 0 {
			e.add("head", r.ents[r.words[first].entity].Kind.String())
		}
		if role, ok := r.lexicon.role(low); ok {
			e.add("head role", string(role.Class), frame)
		}
		e.add("head act+lemma", c.verb.lemma, low)
		e.add("head ending+act", lastLetters(low), string(c.verb.act))
		e.add("determiner", r.shape(c.content.start), string(c.verb.act))
	}
}
