package claims

// verbGroup is a verb with its auxiliaries, adverbs and clitics: "non ha però voluto precisare", "lo ha definito".
type verbGroup struct {
	tokens          // from the first auxiliary to the verb
	head      int   // the token of the lexical verb
	verb      *verb // nil if the lexicon of saying does not have it
	mood      mood  // finite, participle, gerund, infinitive
	plural    bool  // the subject must be plural
	first     bool  // first or second person: "ho detto"
	passive   bool  // "è stato confermato", "viene chiesto"
	reflexive bool  // "si è detto", "si legge"
	negated   bool  // "non ha detto"
	object    bool  // a clitic object stands before or after: "lo ha definito", "definendolo"
	compound  bool  // with an auxiliary
}

// findGroups finds every verb group of the document in one pass.
func (r *reading) findGroups() {
	for i := 0; i < len(r.tokens); {
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
}

func (r *reading) groupAt(i int) (verbGroup, bool) {
	w := &r.words[i]
	switch {
	case w.class&punctuation != 0, w.entity >= 0 && w.class&(auxiliary) == 0:
		return verbGroup{}, false
	case w.class&auxiliary != 0 && !(r.is(i-1, article|articled|determiner) && !r.is(i-1, clitic)):
		return r.compoundAt(i), true
	case w.form.verb != nil:
		return r.simpleAt(i)
	case w.class&finiteVerb != 0 && !r.nounContext(i):
		return r.light(verbGroup{tokens: tokens{i, i + 1}, head: i, mood: finite})
	}
	return verbGroup{}, false
}

// compoundAt reads a group that begins with an auxiliary or modal: "ha anche detto", "è stato detto", "vuole dire".
func (r *reading) compoundAt(i int) verbGroup {
	w := r.words[i].class
	g := verbGroup{tokens: tokens{i, i + 1}, head: i, mood: finite, compound: true}
	g.plural = w&(havePlural|bePlural|comePlural|modalPlural) != 0
	g.first = w&(haveFirst|beFirst) != 0
	j := r.skipAdverbs(i + 1)
	if w&anyModal != 0 {
		return r.withInfinitive(g, j)
	}
	passive := w&anyCome != 0
	if r.is(j, been) && w&anyBe != 0 {
		g.end, g.head = j+1, j
		passive = true
		j = r.skipAdverbs(j + 1)
	}
	if r.is(j, modalParticiple) {
		g.end, g.head = j+1, j
		return r.withInfinitive(g, r.skipAdverbs(j+1))
	}
	if j < len(r.words) && r.words[j].form.verb != nil && r.words[j].form.mood == participle {
		g.end, g.head, g.verb = j+1, j, r.words[j].form.verb
		g.passive = passive || w&anyBe != 0
		return g
	}
	if j < len(r.words) && r.words[j].class&(functionWord|punctuation|capital|number) == 0 && r.words[j].entity < 0 && looksParticiple(r.tokens[j].Text) {
		g.end, g.head = j+1, j
		g.passive = passive || w&anyBe != 0
		if light, ok := r.light(g); ok {
			return light
		}
	}
	return g
}

// withInfinitive adds the infinitive after a modal: "ha voluto precisare", "ha tenuto a precisare".
func (r *reading) withInfinitive(g verbGroup, j int) verbGroup {
	if r.is(j, preposition) && (r.lowered(j) == "a" || r.lowered(j) == "ad" || r.lowered(j) == "di") {
		j++
	}
	if j < len(r.words) && r.words[j].form.verb != nil && r.words[j].form.mood == infinitive {
		g.end, g.head, g.verb = j+1, j, r.words[j].form.verb
	} else if j < len(r.words) && r.words[j].class&(functionWord|punctuation) == 0 && looksInfinitive(r.tokens[j].Text) {
		g.end, g.head = j+1, j
	}
	return g
}

// light reads "ha fatto sapere", "fa notare", "lascia intendere", where the verb of saying hangs on a light verb.
func (r *reading) light(g verbGroup) (verbGroup, bool) {
	j := r.skipAdverbs(g.head + 1)
	if j >= len(r.tokens) {
		return g, true
	}
	switch r.lowered(g.head) {
	case "fatto", "fa", "fanno", "fece", "fecero", "faceva", "facevano", "farà", "faranno", "lascia", "lasciano", "lasciato", "facendo", "lasciando":
		switch r.lowered(j) {
		case "sapere", "notare", "presente", "intendere", "capire", "osservare", "trapelare", "rilevare":
			g.end, g.head = j+1, j
			g.verb = makeKnown
		}
	case "reso", "resa", "rende", "rendono", "rese", "rendendo":
		switch r.lowered(j) {
		case "noto", "nota", "pubblico":
			g.end, g.head = j+1, j
			g.verb = makeKnown
		}
	}
	return g, true
}

var makeKnown = &verb{"far sapere", "announce", "cdnq"}

func (r *reading) simpleAt(i int) (verbGroup, bool) {
	f := r.words[i].form
	g := verbGroup{tokens: tokens{i, i + 1}, head: i, verb: f.verb, mood: f.mood, plural: f.plural}
	if f.mood == finite && r.nounContext(i) {
		return g, false
	}
	if f.mood == participle {
		g.passive = true
	}
	if stem, ok := withoutClitic(r.tokens[i].Text); ok && stem != "" && (f.mood == gerund || f.mood == infinitive) {
		g.object = true
	}
	return g, true
}

// nounContext reports whether what could be a verb is a noun: "l'accusa", "una denuncia".
func (r *reading) nounContext(i int) bool {
	if !r.is(i-1, introducesNoun|number) {
		return false
	}
	if r.is(i-1, clitic) { // "la accusa", "lo conferma": a verb after its subject, else a noun
		return !(r.is(i-2, capital|pronoun|relative|negation|subordinator) || i >= 2 && r.words[i-2].entity >= 0 || r.lowered(i-1) == "lo" || r.lowered(i-1) == "gli")
	}
	return true
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
	for {
		switch {
		case r.is(i, adverb) && !r.is(i, capital):
			i++
		case r.is(i, comma) && r.is(i+1, adverb) && r.is(i+2, comma):
			i += 3
		case r.is(i, preposition) && r.is(i+1, timeNoun): // "ha in seguito detto", "ha per tempo avvertito"
			return i
		default:
			return i
		}
	}
}
