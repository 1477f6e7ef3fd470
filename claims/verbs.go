package claims

import (
	"context"

	"github.com/detto-it/detto/internal/conjugate"
)

// verbGroup is a verb with its auxiliaries, adverbs and the words of a locution: "ha però voluto precisare", "rende noto".
// Clitics and the negation before it are noted, but lie outside.
type verbGroup struct {
	tokens
	head        int // the token of the lexical verb
	cue         cueVerb
	mood        mood
	plural      bool            // the subject is plural
	first       bool            // first or second person: "ho detto"
	passive     bool            // "è stato confermato", "viene chiesto"
	reflexive   bool            // "si è detto", "si legge"
	negated     bool            // "non ha detto"
	object      bool            // an object pronoun goes with it: "lo ha definito", "definendolo"
	compound    bool            // with an auxiliary
	conditional bool            // "avrebbe detto": hearsay
	tense       conjugate.Tense // of the first word; 0 if the lexicon does not have it
	inflection  conjugate.Mood  // indicative, subjunctive …; 0 likewise
}

// cueVerb is what the lexicon says of a verb or verbal phrase of saying. The zero value is any other verb.
type cueVerb struct {
	lemma  string
	act    Act
	level  uint8
	frames frameSet
}

// says reports whether it is a verb of saying at all.
func (v *cueVerb) says() bool { return v.level > 0 }

// mood is the mood of a verb group as syntax sees it.
type mood uint8

const (
	finite mood = iota
	participle
	gerund
	infinitive
)

// findGroups finds every verb group of the document in one pass.
func (r *reading) findGroups(ctx context.Context) error {
	for i, look := 0, 0; i < len(r.tokens); {
		if i >= look {
			if err := ctx.Err(); err != nil {
				return err
			}
			look = i + tokensBetweenLooks
		}
		g, ok := r.groupAt(i)
		if !ok {
			i++
			continue
		}
		r.clitics(&g)
		for k := g.start; k < g.end; k++ {
			r.words[k].group = int32(len(r.groups))
		}
		r.groups = append(r.groups, g)
		i = g.end
	}
	return nil
}

// groupAt reads the verb group that begins at token i, if one does.
func (r *reading) groupAt(i int) (verbGroup, bool) {
	w := &r.words[i]
	g := verbGroup{tokens: tokens{i, i + 1}, head: i}
	if w.entity >= 0 {
		return g, false
	}
	if w.readings == 0 {
		return r.otherGroup(g)
	}
	v, ok := r.bestReading(i)
	if !ok || r.isNoun(i, v) || r.sameOne(i) || (r.is(i, capital) || w.low == "stato") && r.is(i-1, ofPreposition) { // "segretario di Stato"
		return g, false
	}
	g.mood = moodOf(v)
	g.plural = v.Number == conjugate.Plural
	g.first = v.Finite() && v.Person != 3
	g.object = v.Clitics != ""
	g.passive = g.mood == participle
	g.conditional = v.Mood == conjugate.Conditional
	g.tense, g.inflection = v.Tense, v.Mood
	r.extend(&g, v)
	if g.mood == participle && r.is(i-1, coordinator) {
		r.shareAuxiliary(&g)
	}
	return g, true
}

// shareAuxiliary makes "chiesto" of "ha parlato e chiesto" finite.
func (r *reading) shareAuxiliary(g *verbGroup) {
	n := len(r.groups) - 1
	for n >= 0 && r.groups[n].mood != finite {
		n--
	}
	if n < 0 || !r.groups[n].compound || r.groups[n].passive || g.start-r.groups[n].end > 40 {
		return
	}
	g.mood, g.passive, g.compound, g.plural = finite, false, true, r.groups[n].plural
}

// otherGroup makes a group of a verb that is none of saying.
func (r *reading) otherGroup(g verbGroup) (verbGroup, bool) {
	switch c := r.words[g.start].class; {
	case c&otherFinite != 0 && !r.nounContext(g.start):
		g.plural = endsLike(r.tokens[g.start].Text, "no", "ro")
	case c&otherNonfinite != 0 && !r.is(g.start-1, article|articled|determiner|possessive):
		g.mood = gerund
	default:
		return g, false
	}
	return g, true
}

func endsLike(word string, endings ...string) bool {
	for _, e := range endings {
		if len(word) > len(e) && word[len(word)-len(e):] == e {
			return true
		}
	}
	return false
}

// bestReading chooses among the readings of a token that can begin a group: third persons before gerunds, infinitives
// and participles. First and second persons count only where the form is of an auxiliary: "annuncio" is a noun.
func (r *reading) bestReading(i int) (verbReading, bool) {
	w := &r.words[i]
	best, rank := verbReading{}, 0
	for _, v := range r.verbs[w.first : w.first+int32(w.readings)] {
		n := 0
		switch {
		case v.Mood == conjugate.Imperative, v.Mood == conjugate.Participle && v.Tense != conjugate.Past:
		case v.Finite() && v.Person == 3 && v.Clitics == "":
			n = 5
			if v.Mood == conjugate.Subjunctive {
				n = 4
			}
		case v.Finite() && v.Auxiliary != notAuxiliary && v.Clitics == "":
			n = 2
		case v.Mood == conjugate.Gerund, v.Mood == conjugate.Infinitive:
			n = 3
		case v.Mood == conjugate.Participle && v.Clitics == "":
			n = 4
		}
		if n > rank || n == rank && n > 0 && v.Level > 0 && best.Level == 0 {
			best, rank = v, n
		}
	}
	return best, rank > 0
}

func moodOf(v verbReading) mood {
	switch v.Mood {
	case conjugate.Gerund:
		return gerund
	case conjugate.Infinitive:
		return infinitive
	case conjugate.Participle:
		return participle
	}
	return finite
}

// extend follows a chain of auxiliaries to the lexical verb: "ha voluto far sapere", and takes in the words of a locution.
func (r *reading) extend(g *verbGroup, v verbReading) {
	for range 5 {
		rest := g.end
		loc, n := r.lexicon.locution(v.verbEntry, r.lookahead(rest))
		if n == 0 { // "mette subito in evidenza"
			rest = r.skipAdverbs(g.end)
			loc, n = r.lexicon.locution(v.verbEntry, r.lookahead(rest))
		}
		if n > 0 {
			if v.Lemma == "esprimere" { // the noun is what was expressed: "ha espresso soddisfazione per l'accordo"
				g.cue = cueVerb{v.Lemma, loc.Act, v.Level, v.Frames | loc.Frames}
				return
			}
			g.cue = cueVerb{loc.Lemma, loc.Act, loc.Level, loc.Frames}
			g.head, g.end = rest+n-1, rest+n
			return
		}
		next, at, ok := r.afterAuxiliary(g, v)
		if !ok {
			break
		}
		g.compound = true
		g.end, g.head = at+1, at
		if next.verbEntry == nil { // a verb that the lexicon does not have
			g.cue = cueVerb{}
			g.passive = v.Lemma == "essere" || v.Auxiliary == passiveVerb
			return
		}
		if next.Mood == conjugate.Participle && next.Lemma != "essere" {
			g.passive = v.Lemma == "essere" || v.Auxiliary == passiveVerb
		} else if next.Mood != conjugate.Participle {
			g.passive = false
		}
		v = next
	}
	g.cue = cueVerb{v.Lemma, v.Act, v.Level, v.Frames}
}

// lookahead returns the tokens from i on as the lexicon asks for them.
func (r *reading) lookahead(i int) func(n int) string {
	return func(n int) string { return r.lowered(i + n) }
}

// afterAuxiliary finds the verb that an auxiliary leads to, and its token.
func (r *reading) afterAuxiliary(g *verbGroup, v verbReading) (verbReading, int, bool) {
	if v.Auxiliary == notAuxiliary {
		return v, 0, false
	}
	i := r.skipAdverbs(g.end)
	if v.Particle != "" {
		if p := r.lowered(i); p != v.Particle && p != v.Particle+"d" {
			return v, 0, false
		}
		i = r.skipAdverbs(i + 1)
	}
	if i >= len(r.words) || r.is(i, capital|punctuation) || r.words[i].entity >= 0 {
		return v, 0, false
	}
	w := &r.words[i]
	var best verbReading
	for _, next := range r.verbs[w.first : w.first+int32(w.readings)] {
		if follows(v.Auxiliary, next.Mood, next.Tense) && (best.verbEntry == nil || next.Lemma == "essere" || next.Level > 0 && best.Level == 0) {
			best = next
		}
	}
	if best.verbEntry != nil {
		return best, i, true
	}
	if w.readings == 0 && r.otherFollows(v.Auxiliary, i) {
		return verbReading{}, i, true
	}
	return v, 0, false
}

// follows reports whether a form can come after a kind of auxiliary.
func follows(kind auxiliaryKind, mood conjugate.Mood, tense conjugate.Tense) bool {
	switch kind {
	case perfectVerb, passiveVerb:
		return mood == conjugate.Participle && tense == conjugate.Past
	case modalVerb, causativeVerb, phaseVerb:
		return mood == conjugate.Infinitive
	case gerundVerb:
		return mood == conjugate.Gerund
	}
	return false
}

// otherFollows does the same for a word that is no verb of the lexicon.
func (r *reading) otherFollows(kind auxiliaryKind, i int) bool {
	c := r.words[i].class
	if c&functionWord != 0 {
		return false
	}
	switch kind {
	case perfectVerb, passiveVerb:
		return c&otherParticiple != 0 || c == 0 && looksParticiple(r.tokens[i].Text)
	case modalVerb, causativeVerb, phaseVerb:
		return c&otherNonfinite != 0 || c == 0 && looksInfinitive(r.tokens[i].Text)
	}
	return false
}

// isNoun reports whether what could be a verb of the lexicon is a noun in its place: "l'accusa", "una denuncia", "il dovere".
// After "la", "le", "l'", which may also be pronouns, a finite verb needs its subject before them: "Rossi la accusa".
func (r *reading) isNoun(i int, v verbReading) bool {
	switch {
	case !r.is(i-1, introducesNoun):
		return false
	case v.Finite() && v.Auxiliary == phaseVerb && v.Person != 3: // "l'inizio"
		return true
	case v.Finite() && v.Auxiliary != notAuxiliary:
		return r.is(i-1, article|articled) && !r.is(i-1, clitic)
	case v.Mood == conjugate.Gerund:
		return false
	case v.Mood == conjugate.Infinitive:
		return r.is(i-1, article|articled|determiner|possessive)
	case v.Mood == conjugate.Participle, v.Mood == conjugate.Subjunctive:
		return r.is(i-1, article|articled|determiner|possessive)
	case r.is(i-1, determiner) && !r.is(i-1, article|articled): // "molti sostengono"
		return v.Number != conjugate.Plural
	}
	return r.nounContext(i)
}

// sameOne reports whether "stessi", "stesse" means the same ones: "gli stessi vertici", "le stesse fonti".
func (r *reading) sameOne(i int) bool {
	low := r.lowered(i)
	return (low == "stessi" || low == "stesse") && r.is(i-1, article|articled|possessive)
}

// nounContext reports whether a finite form is a noun by the word before it.
func (r *reading) nounContext(i int) bool {
	if r.lowered(i) == "parte" && r.is(i+1, ofPreposition) || r.lowered(i-1) == "ex" { // "parte della stampa", "un'ex guida"
		return true
	}
	if !r.is(i-1, introducesNoun) {
		return false
	}
	if !r.is(i-1, clitic) {
		return true
	}
	switch r.lowered(i - 1) {
	case "lo", "gli", "li":
		return false
	}
	return !r.is(i-2, pronoun|relative|negation|clitic) && !(i >= 2 && r.words[i-2].entity >= 0)
}

// clitics looks at what stands before a group: "non", "si", "lo".
func (r *reading) clitics(g *verbGroup) {
	for k := g.start - 1; k >= 0 && k >= g.start-3; k-- {
		switch {
		case r.is(k, negation):
			g.negated = true
		case r.is(k, clitic):
			switch r.lowered(k) {
			case "si", "s'":
				g.reflexive = true
				g.passive = false
			case "lo", "l'", "la", "li", "le", "mi", "ci", "vi", "ti":
				g.object = true
			}
		default:
			return
		}
	}
}

// skipAdverbs steps over adverbs, also between commas: "ha, infatti, affermato".
func (r *reading) skipAdverbs(i int) int {
	for i < len(r.words) {
		if r.is(i, comma) {
			n := r.adverb(i + 1)
			if n == 0 || !r.is(i+1+n, comma) {
				return i
			}
			i += n + 2
			continue
		}
		n := r.adverb(i)
		if n == 0 {
			return i
		}
		i += n
		if r.lowered(i) == "e" && r.adverb(i+1) > 0 { // "immediatamente e categoricamente"
			i++
		}
	}
	return i
}

// adverb returns how many tokens from i on are one adverbial, 0 for none.
func (r *reading) adverb(i int) int {
	if i >= len(r.words) || r.is(i, capital|punctuation) {
		return 0
	}
	if r.is(i, adverb) {
		return max(1, r.lexicon.adverb(r.lookahead(i))) // "più volte"
	}
	if r.words[i].class&^(preposition|articled|coordinator|ofPreposition|determiner|possessive) != 0 || r.words[i].readings > 0 {
		return 0
	}
	n := r.lexicon.adverb(r.lookahead(i))
	if n == 1 && r.is(i, coordinator|subordinator) { // "che", "anche" as first words of phrases only
		return 0
	}
	return n
}
