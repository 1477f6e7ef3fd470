package claims

import (
	"strings"

	"github.com/detto-it/detto/extract"
)

// titleFit tells how what the text calls a party fits a description.
type titleFit struct {
	noun    string // how its noun is borne: "same", "related", "no", or "untitled" where the text calls the party nothing
	matched int    // how many other words of the description match
	missed  int    // how many do not
}

// score orders fits; one without the noun is none.
func (f titleFit) score() int {
	switch f.noun {
	case "same":
		return 6 + 3*min(f.matched, 2) - min(f.missed, 2)
	case "related":
		return 3 + 3*min(f.matched, 2) - min(f.missed, 2)
	}
	return 0
}

// exact reports whether the text calls a party all that a description says.
func (f titleFit) exact() bool { return f.noun == "same" && f.missed == 0 && f.matched > 0 }

// bestFit is how well the titles of the options fit a description.
type bestFit struct {
	score    int // of those that fit best, 0 if none fits
	equals   int // how many these are
	mentions int // of the one of them that is mentioned most
	exact    int // how many options fit with all words
}

func (v *resolver) findBestFit() {
	v.best = bestFit{}
	if v.sought.head == "" {
		return
	}
	for _, o := range v.options {
		if o.party < 0 {
			continue
		}
		p := &v.parties[o.party]
		f := v.fit(p)
		v.best.exact += btoi(f.exact())
		switch score := f.score(); {
		case score > v.best.score:
			v.best.score, v.best.equals, v.best.mentions = score, 1, len(p.mentions)
		case score == v.best.score && score > 0:
			v.best.equals++
			v.best.mentions = max(v.best.mentions, len(p.mentions))
		}
	}
}

// fit compares a description with what the text calls a party.
func (v *resolver) fit(p *party) titleFit {
	head := v.sought.head
	if v.sought.meant != nil && !contains(p.heads, head) {
		return p.equivalentFit(v.sought.meant)
	}
	f := titleFit{noun: "no"}
	for i, word := range v.sought.words {
		if contains(p.titles, word) || strings.Contains(p.lower, v.sought.forms[i]) {
			f.matched++
		} else {
			f.missed++
		}
	}
	switch {
	case contains(p.heads, head):
		f.noun = "same"
	case containsSynonym(p.heads, head):
		f.noun = "related"
	case len(p.heads) == 0:
		f.noun = "untitled"
	}
	return f
}

// equivalentFit compares a party's titles with another name of the role: "capo dello Stato".
func (p *party) equivalentFit(meant []string) titleFit {
	f := titleFit{noun: "no"}
	for _, w := range meant {
		if contains(p.titles, w) {
			f.matched++
		}
	}
	f.missed = len(meant) - f.matched
	switch {
	case f.missed == 0:
		f.noun = "same"
	case contains(p.heads, meant[0]):
		f.noun = "related"
	}
	return f
}

// titleEvidence weighs how well the titles of a party fit a description, and whether those of another fit better.
func (v *resolver) titleEvidence(e *evidence, kind string, a attribution, p *party) {
	f := v.fit(p)
	body := p.kind.String()
	matched, missed, rank := digit(min(f.matched, 2)), digit(min(f.missed, 2)), digit(v.rank(p))
	isLast := digit(btoi(v.last.party >= 0 && &v.parties[v.last.party] == p))
	e.add("title", f.noun)
	e.add("title+source", f.noun, kind)
	e.add("title+rest", f.noun, matched, missed)
	e.add("title+kind", f.noun, kind, body)
	e.add("title+rank", f.noun, body, rank)
	e.add("title+rank+missed", f.noun, rank, digit(min(f.missed, 1)), digit(min(f.matched, 1)))
	e.add("title+last", f.noun, body, isLast)
	beaten := "by none"
	if f.score() < v.best.score {
		beaten = "beaten"
	} else if v.best.score > 0 {
		beaten = "best"
	}
	e.add("title beaten", beaten, isLast)
	exact, exacts := digit(btoi(f.exact())), digit(min(v.best.exact, 2))
	e.add("title exact", exact, exacts)
	e.add("title exact+kind", exact, exacts, body, isLast)
	if beaten == "best" {
		most, equals := digit(btoi(len(p.mentions) >= v.best.mentions)), digit(min(v.best.equals, 3))
		e.add("title best of", equals, most, rank)
		e.add("title best most", f.noun, equals, most, isLast)
	}
	e.add("title beaten+noun", beaten, f.noun, digit(min(v.best.score/3, 4)))
	e.add("head+kind", v.sought.head, body)
	if v.isTopic(p) {
		e.add("topic", kind, f.noun)
		e.add("topic+size", f.noun, digit(min(v.sought.size, 2)), isLast)
	}
	e.add("article", f.noun, v.lowered(a.source.lead), v.lowered(a.source.lead-1))
	if strings.HasPrefix(p.lower, v.lowered(a.source.head)+" ") {
		e.add("name begins with head", kind)
	}
}

// isTopic reports whether a party is the person whom the text is about: in its headline, and mentioned most.
func (v *resolver) isTopic(p *party) bool {
	return p.kind == extract.Person && len(p.mentions) == v.most[extract.Person] && v.words[p.mentions[0]].sentence <= 1
}

// topicFor tells whether the text is about a person whom a description may mean: "agrees", "may agree", "differs", "none".
func (v *resolver) topicFor(a attribution) string {
	best := "none"
	g := v.sourceGender(a)
	for _, i := range v.recent {
		p := &v.parties[i]
		switch {
		case !v.isTopic(p):
		case g != 0 && p.gender == g:
			return "agrees"
		case g == 0 || p.gender == 0:
			best = "may agree"
		case best == "none":
			best = "differs"
		}
	}
	return best
}
