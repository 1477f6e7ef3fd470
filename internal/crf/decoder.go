package crf

import "math"

// Decoder labels sentences, one at a time: Begin, then the scores of each token through Model.Add or Spread, then
// Viterbi, then Confidence. It keeps its buffers from one sentence to the next. It must not be used by two goroutines at
// the same time; make one for each.
type Decoder struct {
	model  *Model
	labels int
	tokens int
	scores []int32 // tokens × labels
	from   []uint8 // tokens × labels: the label before, on the best way to this one
	best   []int32 // the column of the best ways in work, then the next
	arcs   []scoredArc

	lattice *lattice
	state   latticeState
}

// scoredArc is an allowed pair of labels with its score.
type scoredArc struct {
	score          int32
	previous, next uint8
}

// latticeState tells how far the lattice is for the sentence at hand.
type latticeState uint8

const (
	latticeStale latticeState = iota
	latticeReady
	latticeEmpty // there is no well-formed labelling
)

// unreachable is the score of a label that no well-formed way leads to. All others are kept near 0.
const unreachable = math.MinInt32 / 2

// NewDecoder makes a Decoder for a model.
func NewDecoder(m *Model) *Decoder {
	d := &Decoder{model: m, labels: len(m.labels), best: make([]int32, 2*len(m.labels)), lattice: newLattice(&m.grammar)}
	for _, a := range m.grammar.arcs {
		d.arcs = append(d.arcs, scoredArc{m.transition(int(a.previous), int(a.next)), a.previous, a.next})
	}
	d.lattice.setTransitions(func(previous, next int) float64 {
		return math.Ldexp(float64(m.transition(previous, next)), -m.unit)
	})
	return d
}

func (m *Model) transition(previous, next int) int32 {
	return m.transitions[previous*(m.grammar.labels+1)+next]
}

// Begin starts a sentence of n tokens, n >= 0, with all scores 0.
func (d *Decoder) Begin(n int) {
	d.tokens = n
	d.scores = grow(d.scores, n*d.labels)
	clear(d.scores)
	d.state = latticeStale
}

// Scores returns the scores of the labels of a token, which the caller adds to before Viterbi. They are valid until the
// next Begin.
func (d *Decoder) Scores(token int) []int32 {
	return d.scores[token*d.labels:][:d.labels:d.labels]
}

// Spread adds the weights of a feature of a token to the scores of all the tokens that see it: it does what
// Add(Scores(token-offset), At(feature, offset)) would do for every offset with token-offset in the sentence, by a single
// look-up. Only the upper 61 bits of feature count. The token itself may lie outside the sentence.
func (d *Decoder) Spread(token int, feature uint64) {
	m := d.model
	position, end, fingerprint := m.bucket(feature)
	for position < end {
		head := word(m.records, position)
		position += recordSize
		after := position + int(head&0xff)*entrySize
		if head>>8 == fingerprint {
			for ; position < after; position += entrySize {
				entry := word(m.records, position)
				if seer := token - entryOffset(entry); uint(seer) < uint(d.tokens) {
					d.scores[seer*d.labels+entryLabel(entry)] += entryWeight(entry)
				}
			}
		}
		position = after
	}
}

// Viterbi returns the best well-formed labelling, one label index for each token, in the room of path if it is enough.
// Among equals the lower label wins, from the last token on. The result is empty for an empty sentence and where the
// constraints allow no labelling of this length. It takes linear time (Viterbi, IEEE Trans. Information Theory 13, 1967).
func (d *Decoder) Viterbi(path []int) []int {
	if d.tokens == 0 {
		return path[:0]
	}
	d.from = grow(d.from, len(d.scores))
	column, next := d.best[:d.labels], d.best[d.labels:]
	d.startColumn(column)
	for t := 1; t < d.tokens; t++ {
		d.step(next, column, d.from[t*d.labels:][:d.labels])
		settle(next, d.Scores(t))
		column, next = next, column
	}
	return d.trace(path, column)
}

// startColumn sets the scores of the first token.
func (d *Decoder) startColumn(column []int32) {
	for label := range column {
		column[label] = unreachable
		if d.model.grammar.starts[label] {
			column[label] = d.model.transition(d.labels, label)
		}
	}
	settle(column, d.Scores(0))
}

// step finds the best way to each label from the column before it.
func (d *Decoder) step(next, column []int32, from []uint8) {
	for label := range next {
		next[label] = unreachable
		from[label] = 0
	}
	for _, a := range d.arcs {
		if score := column[a.previous] + a.score; column[a.previous] != unreachable && score > next[a.next] {
			next[a.next] = score
			from[a.next] = a.previous
		}
	}
}

// settle adds the scores of a token to a column and subtracts the greatest, so that long sentences do not overflow.
func settle(column, scores []int32) {
	greatest := int32(unreachable)
	for label, score := range column {
		if score != unreachable {
			column[label] = score + scores[label]
			greatest = max(greatest, column[label])
		}
	}
	if greatest == unreachable {
		return
	}
	for label, score := range column {
		if score != unreachable {
			column[label] = max(score-greatest, unreachable/2)
		}
	}
}

// trace follows the best way back from the end.
func (d *Decoder) trace(path []int, column []int32) []int {
	last, greatest := -1, int32(math.MinInt32)
	for label, score := range column {
		if score == unreachable || !d.model.grammar.ends[label] {
			continue
		}
		if score += d.model.transition(label, d.labels); score > greatest {
			last, greatest = label, score
		}
	}
	if last < 0 {
		return path[:0]
	}
	path = grow(path, d.tokens)
	for t := d.tokens - 1; t >= 0; t-- {
		path[t] = last
		last = int(d.from[t*d.labels+last])
	}
	return path
}

// Confidence returns the probability, 0 to 1, that the tokens [start, end) are labelled as in path, which has a label
// for every token of the sentence; the rest of path does not matter. It is 1 for an empty stretch. The first call for a
// sentence runs forward and backward through it; the others are cheap. Equal input gives equal output on every platform.
func (d *Decoder) Confidence(start, end int, path []int) float32 {
	if start >= end {
		return 1
	}
	if d.state == latticeStale {
		d.fillLattice()
	}
	if d.state == latticeEmpty {
		return 0
	}
	return float32(min(d.lattice.span(start, end, path), 1))
}

func (d *Decoder) fillLattice() {
	d.lattice.resize(d.tokens)
	for t := range d.tokens {
		emission := d.lattice.column(d.lattice.emission, t)
		for label, score := range d.Scores(t) {
			emission[label] = math.Ldexp(float64(score), -d.model.unit)
		}
		exponentiate(emission)
	}
	d.state = latticeEmpty
	if d.lattice.run() {
		d.state = latticeReady
	}
}
