package crf

// A lattice holds every well-formed labelling of one sentence with its probability. It works on scaled probabilities
// rather than logarithms (Rabiner, "A tutorial on hidden Markov models", Proc. IEEE 77, 1989, section V.A): each column
// of forward is divided by its sum, and each column of backward by the same number, so that nothing underflows and the
// product of the two is the marginal. Training and confidence share it.
type lattice struct {
	grammar  *grammar
	arcs     []float64 // per arc of the grammar: exp of its weight
	after    []float64 // (labels+1) × labels, by previous and next label: exp of the weight of the arc, 0 if not allowed
	before   []float64 // (labels+1) × labels, by next and previous label: the same
	starts   []float64 // per label: what beginning with it is worth, a row of after
	ends     []float64 // per label: what ending with it is worth, a row of before
	tokens   int
	emission []float64 // tokens × labels: exp of the score of the label, less the best score of the token
	forward  []float64 // tokens × labels
	backward []float64 // tokens × labels
	scale    []float64 // per token: what its column of forward was divided by
	end      float64   // what remains at the end of the sentence
}

// floor is the lowest logarithm of an emission against the best label of the token. It keeps the columns of a lattice
// positive where the constraints force an absurd label, and takes nothing from any label that matters.
const floor = -40

// newLattice makes an empty lattice for sentences labelled by g.
func newLattice(g *grammar) *lattice {
	rows := (g.labels + 1) * g.labels
	return &lattice{grammar: g, arcs: make([]float64, len(g.arcs)), after: make([]float64, rows), before: make([]float64, rows)}
}

// setTransitions takes over the weights of a (labels+1)×(labels+1) matrix, by previous and next label.
func (l *lattice) setTransitions(weight func(previous, next int) float64) {
	edge := l.grammar.labels
	clear(l.after)
	clear(l.before)
	for i, a := range l.grammar.arcs {
		l.arcs[i] = exp(weight(int(a.previous), int(a.next)))
		l.after[int(a.previous)*edge+int(a.next)] = l.arcs[i]
		l.before[int(a.next)*edge+int(a.previous)] = l.arcs[i]
	}
	for label := range edge {
		if l.grammar.starts[label] {
			l.after[edge*edge+label] = exp(weight(edge, label))
		}
		if l.grammar.ends[label] {
			l.before[edge*edge+label] = exp(weight(label, edge))
		}
	}
}

// resize makes room for a sentence.
func (l *lattice) resize(tokens int) {
	l.tokens = tokens
	cells := tokens * l.grammar.labels
	l.emission = grow(l.emission, cells)
	l.forward = grow(l.forward, cells)
	l.backward = grow(l.backward, cells)
	l.scale = grow(l.scale, tokens)
}

// grow returns a slice of n elements, reusing the room of s; the elements have any value.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// column is the part of a tokens × labels table that belongs to a token.
func (l *lattice) column(table []float64, token int) []float64 {
	return table[token*l.grammar.labels:][:l.grammar.labels]
}

// run fills forward and backward from the emissions, and reports whether any labelling is well-formed.
func (l *lattice) run() bool { return l.runBetween(l.grammar.labels, l.grammar.labels) }

// runBetween runs through the middle of a sentence, between a token with the label before and one with the label after. The
// number of the labels stands for the edge of the sentence.
func (l *lattice) runBetween(before, after int) bool {
	labels := l.grammar.labels
	l.starts, l.ends = l.after[before*labels:][:labels], l.before[after*labels:][:labels]
	return l.tokens > 0 && l.runForward() && l.runBackward()
}

func (l *lattice) runForward() bool {
	column := l.column(l.forward, 0)
	copy(column, l.starts)
	for t := range l.tokens {
		if t > 0 {
			previous := column
			column = l.column(l.forward, t)
			l.advance(column, previous)
		}
		if l.scale[t] = scaleBy(column, l.column(l.emission, t)); l.scale[t] == 0 {
			return false
		}
	}
	l.end = 0
	for label, mass := range column {
		l.end += float64(mass * l.ends[label])
	}
	return l.end > 0
}

// advance sets next to the mass that the arcs bring from previous.
func (l *lattice) advance(next, previous []float64) {
	for label := range next {
		mass := 0.0
		low, high := l.grammar.into[label], l.grammar.into[label+1]
		weights := l.arcs[low:high]
		for i, a := range l.grammar.arcs[low:high] {
			mass += float64(previous[a.previous] * weights[i])
		}
		next[label] = mass
	}
}

// scaleBy multiplies column by factors, divides it by its sum, and returns the sum.
func scaleBy(column, factors []float64) float64 {
	sum := 0.0
	for i := range column {
		column[i] = float64(column[i] * factors[i])
		sum += column[i]
	}
	if sum > 0 {
		inverse := 1 / sum
		for i := range column {
			column[i] = float64(column[i] * inverse)
		}
	}
	return sum
}

func (l *lattice) runBackward() bool {
	next := l.column(l.backward, l.tokens-1)
	for label := range next {
		next[label] = l.ends[label] / l.end
	}
	var weighted [256]float64
	for t := l.tokens - 2; t >= 0; t-- {
		l.weigh(&weighted, t+1)
		column := l.column(l.backward, t)
		clear(column)
		for i, a := range l.grammar.arcs {
			column[a.previous] += float64(l.arcs[i] * weighted[a.next])
		}
	}
	return true
}

// weigh sets weighted to what an arc into each label of a token is worth from there on.
func (l *lattice) weigh(weighted *[256]float64, token int) {
	emission, backward := l.column(l.emission, token), l.column(l.backward, token)
	inverse := 1 / l.scale[token]
	for label := range emission {
		weighted[label] = float64(float64(emission[label]*backward[label]) * inverse)
	}
}

// marginal is the probability of a label of a token, after run.
func (l *lattice) marginal(token, label int) float64 {
	cell := token*l.grammar.labels + label
	return float64(l.forward[cell] * l.backward[cell])
}

// addArcs adds to expected, per arc of the grammar, how often the arc is expected in the sentence, after run.
func (l *lattice) addArcs(expected []float64) {
	var weighted [256]float64
	for t := 1; t < l.tokens; t++ {
		l.weigh(&weighted, t)
		previous := l.column(l.forward, t-1)
		for i, a := range l.grammar.arcs {
			expected[i] += float64(float64(previous[a.previous]*l.arcs[i]) * weighted[a.next])
		}
	}
}

// logSum is the logarithm of the summed exponentials of all well-formed labellings, after run, with the emissions as
// they are.
func (l *lattice) logSum() float64 {
	sum := log(l.end)
	for _, scale := range l.scale[:l.tokens] {
		sum += log(scale)
	}
	return sum
}

// span is the probability that the tokens [start, end) are labelled as in path, after run.
func (l *lattice) span(start, end int, path []int) float64 {
	labels := l.grammar.labels
	p := l.forward[start*labels+path[start]]
	for t := start + 1; t < end; t++ {
		arc := l.grammar.arc(path[t-1], path[t])
		if arc < 0 {
			return 0
		}
		p = float64(float64(p*l.arcs[arc])*l.emission[t*labels+path[t]]) / l.scale[t]
	}
	return float64(p * l.backward[(end-1)*labels+path[end-1]])
}
