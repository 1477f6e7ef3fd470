package crf

// A grammar says which label may follow which. Label indexes run from 0; the index labels stands for the edge of the
// sentence: as a previous label its start, as a next label its end.
type grammar struct {
	labels int
	starts []bool // per label: may begin a sentence
	ends   []bool // per label: may end a sentence
	arcs   []arc  // the allowed pairs, by next and then previous label
	into   []int  // per label: arcs[into[label]:into[label+1]] lead to it
}

// arc is an allowed pair of neighbouring labels.
type arc struct{ previous, next uint8 }

// newGrammar tabulates allowed, which is called with the index labels for the edge of the sentence.
func newGrammar(labels int, allowed func(previous, next int) bool) grammar {
	g := grammar{labels: labels, starts: make([]bool, labels), ends: make([]bool, labels)}
	g.arcs, g.into = make([]arc, 0, labels*labels), make([]int, labels+1)
	for next := range labels {
		g.starts[next] = allowed(labels, next)
		g.ends[next] = allowed(next, labels)
		for previous := range labels {
			if allowed(previous, next) {
				g.arcs = append(g.arcs, arc{uint8(previous), uint8(next)})
			}
		}
		g.into[next+1] = len(g.arcs)
	}
	return g
}

// allows reports whether a sentence may be labelled with path.
func (g *grammar) allows(path []int) bool {
	if len(path) == 0 {
		return true
	}
	for i := 1; i < len(path); i++ {
		if !g.follows(path[i-1], path[i]) {
			return false
		}
	}
	return g.starts[path[0]] && g.ends[path[len(path)-1]]
}

// follows reports whether next may come after previous.
func (g *grammar) follows(previous, next int) bool { return g.arc(previous, next) >= 0 }

// arc returns the index of an arc, or -1 if the pair is not allowed.
func (g *grammar) arc(previous, next int) int {
	for i := g.into[next]; i < g.into[next+1]; i++ {
		if int(g.arcs[i].previous) == previous {
			return i
		}
	}
	return -1
}
