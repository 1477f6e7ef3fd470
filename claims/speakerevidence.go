package claims

import (
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/internal/conjugate"
)

// whoEvidence collects what speaks for and against an option.
func (v *resolver) whoEvidence(e *evidence, a attribution, o option, at int, near bool) {
	e.start("who")
	kind := v.sourceKind(a)
	s := v.words[at].sentence
	if o.self {
		e.add("self", kind)
		e.add("self+nearby", kind, digit(btoi(near)))
		if a.found {
			e.add("self+article", kind, v.lowered(a.source.lead), digit(min(a.source.end-a.source.head, 4)))
			e.add("self+head", v.lowered(a.source.head))
			e.add("self+size", kind, digit(min(a.source.end-a.source.start, 5)))
			v.ownWordsEvidence(e, kind, a)
		}
		e.add("self+last", kind, digit(btoi(v.last.name != "")))
		return
	}
	isLast, isBefore := o.name == v.last.name, o.name == v.before.name
	e.add("last", kind, digit(btoi(isLast)), digit(btoi(isBefore)))
	if isLast {
		gap := digit(min(int(s-v.last.sentence), 5) & 7)
		e.add("last gap", kind, gap)
		e.add("last gap near", kind, gap, digit(btoi(near)))
		e.add("last overtaken", kind, digit(btoi(o.party < 0)), v.overtaken())
	}
	if o.party < 0 {
		e.add("description", kind)
		e.add("description+number", kind, digit(btoi(v.numberAgrees(a, o.plural))))
		v.descriptionEvidence(e, kind, o, s)
		if o.described != nil {
			v.mentionEvidence(e, kind, o, at)
		}
		return
	}
	p := &v.parties[o.party]
	e.add("kind", kind, p.kind.String())
	v.distanceEvidence(e, kind, p, at)
	e.add("number", kind, digit(btoi(v.numberAgrees(a, p.kind == extract.Organization && false))), p.kind.String())
	if g := v.sourceGender(a); g != 0 && p.kind == extract.Person {
		if p.gender != 0 {
			e.add("gender", kind, digit(btoi(g == p.gender)))
		}
		if p.gender == g || p.gender == 0 {
			rank, _ := v.agreeing(g, p)
			e.add("agreeing rank", kind, digit(rank))
		}
	}
	if a.found && !a.source.pronoun {
		v.titleEvidence(e, kind, a, p)
	}
}

// overtaken tells what was mentioned in a sentence after that of the last speaker: "person", "other" or "nobody".
func (v *resolver) overtaken() string {
	by := "nobody"
	for _, i := range v.recent {
		p := &v.parties[i]
		switch {
		case i == v.last.party || v.words[p.seen].sentence <= v.last.sentence:
		case p.kind == extract.Person:
			return "person"
		default:
			by = "other"
		}
	}
	return by
}

// ownWordsEvidence looks at whether a description says enough to stand for somebody new: "il presidente dei pescatori" does,
// "il neo presidente", "lo stesso", "la tennista" point back to somebody.
func (v *resolver) ownWordsEvidence(e *evidence, kind string, a attribution) {
	of, named, before := 0, 0, "none"
	for i := a.source.head; i < a.source.end; i++ {
		if v.is(i, ofPreposition) {
			of = 1
		}
		if v.words[i].entity >= 0 {
			named = 1
		}
	}
	if a.source.head > a.source.start {
		before = v.lowered(a.source.start)
	}
	definite := digit(btoi(v.is(a.source.lead, article) || v.is(a.source.lead-1, articled)))
	e.add("self+complement", kind, digit(of), digit(named), definite)
	e.add("self+modifier", before, definite)
	e.add("self+modified", kind, digit(btoi(before != "none")), digit(of), definite)
	rival := v.rival(v.sought.head)
	e.add("self+rival", kind, rival, digit(of))
	e.add("self+best fit", kind, digit(min(v.best.score/3, 4)))
	topic := v.topicFor(a)
	e.add("self+topic", kind, topic, definite)
	e.add("self+topic+size", digit(min(v.sought.size, 2)), topic, definite)
	e.add("self+titled", rival, digit(min(v.sought.size, 2)), definite)
	if g := v.sourceGender(a); g != 0 {
		several, nearest := v.agreeing(g, nil)
		distance := "none"
		if nearest != nil {
			distance = digit(bucket(int(v.words[a.source.start].sentence - v.words[nearest.seen].sentence)))
		}
		e.add("self+agreeing", kind, digit(several), definite)
		e.add("self+agreeing distance", kind, distance, definite)
	}
}

// agreeing counts, up to three, the persons mentioned since a party was, or all without one, who may be of a gender; nearest
// is the one mentioned last.
func (v *resolver) agreeing(g conjugate.Gender, since *party) (n int, nearest *party) {
	for _, i := range v.recent {
		p := &v.parties[i]
		if p == since || n == 3 {
			break
		}
		if p.kind == extract.Person && (p.gender == g || p.gender == 0) {
			if n == 0 {
				nearest = p
			}
			n++
		}
	}
	return n, nearest
}

// rival tells whether somebody mentioned lately bears a title.
func (v *resolver) rival(head string) string {
	best := "none"
	for _, i := range v.recent {
		switch p := &v.parties[i]; {
		case contains(p.heads, head):
			return "same"
		case containsSynonym(p.heads, head):
			best = "related"
		case best == "none":
			best = p.kind.String()
		}
	}
	return best
}

func (v *resolver) distanceEvidence(e *evidence, kind string, p *party, at int) {
	s := v.words[at].sentence
	distance, subject := "after", "no"
	if p.seen >= 0 {
		d := int(s - v.words[p.seen].sentence)
		distance = digit(bucket(max(d, 0)))
		if d <= 2 && v.isSubject(p, v.words[p.seen].sentence) {
			subject = digit(max(d, 0))
		}
		e.add("rank", kind, p.kind.String(), digit(v.rank(p)))
		e.add("rank+distance", kind, p.kind.String(), digit(v.rank(p)), distance)
	}
	e.add("distance", kind, p.kind.String(), distance)
	e.add("subject", kind, subject)
	e.add("subject+kind", kind, subject, p.kind.String())
	e.add("mentions", kind, digit(bucket(len(p.mentions))))
	e.add("most", kind, digit(btoi(len(p.mentions) == v.most[p.kind])))
	e.add("headline", kind, digit(btoi(v.words[p.mentions[0]].sentence == 0)))
}

// isSubject reports whether a party is the subject of a verb of a sentence.
func (v *resolver) isSubject(p *party, s int32) bool {
	_, subs := v.subjectsOf(int(s))
	for i := range subs {
		if subs[i].found && subs[i].entity >= 0 && v.ents[subs[i].entity].ID == p.id {
			return true
		}
	}
	return false
}

// rank is how many parties of the same kind were mentioned since a party was, four at most.
func (v *resolver) rank(p *party) int {
	rank := 0
	for _, i := range v.recent {
		if &v.parties[i] == p {
			break
		}
		if v.parties[i].kind == p.kind {
			rank++
		}
	}
	return min(rank, 4)
}

// sourceKind names the kind of source whose meaning is sought.
func (v *resolver) sourceKind(a attribution) string {
	switch {
	case !a.found && a.group < 0:
		return "nothing "
	case !a.found:
		return "omitted "
	case a.source.pronoun && v.latter(a.source.start) > 0:
		return "latter "
	case a.source.pronoun:
		return "pronoun "
	}
	low := v.lowered(a.source.head)
	if role, ok := v.lexicon.role(low); ok {
		return v.labels.join(string(role.Class), digit(int(a.source.number)), " ")
	}
	if endsLike(low, "enne") { // "la sedicenne"
		return "age "
	}
	return v.labels.join("noun", digit(int(a.source.number)), " ")
}

// sourceGender is the gender that the source shows, 0 if it does not.
func (v *resolver) sourceGender(a attribution) conjugate.Gender {
	if a.found {
		switch v.lowered(a.source.end - 1) {
		case "ultimo", "ultimi":
			return conjugate.Masculine
		case "ultima", "ultime":
			return conjugate.Feminine
		}
		switch v.lowered(a.source.head) {
		case "lui", "egli", "quest'ultimo":
			return conjugate.Masculine
		case "lei", "ella", "quest'ultima":
			return conjugate.Feminine
		}
		switch v.lowered(a.source.lead) {
		case "il", "lo":
			return conjugate.Masculine
		case "la":
			return conjugate.Feminine
		}
		if role, ok := v.lexicon.role(v.lowered(a.source.head)); ok {
			return role.Gender
		}
		return 0
	}
	if a.group >= 0 && v.groups[a.group].reflexive && v.groups[a.group].compound { // "si è detta"
		switch text := v.tokens[v.groups[a.group].head].Text; text[len(text)-1] {
		case 'o':
			return conjugate.Masculine
		case 'a':
			return conjugate.Feminine
		}
	}
	return 0
}

// numberAgrees reports whether a speaker's number is that of the source or of the verb.
func (v *resolver) numberAgrees(a attribution, isPlural bool) bool {
	if a.found {
		return a.source.number.agrees(isPlural)
	}
	if a.group >= 0 && v.groups[a.group].mood == finite {
		return v.groups[a.group].plural == isPlural
	}
	return true
}
