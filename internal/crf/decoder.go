package crf

import "math"

// Decoder labels sentences, one at a time: Begin, then the scores of each token through Model.Add or Spread, Decide where
// there is no doubt, then Viterbi, then Confidence. It keeps its buffers from one sentence to the next. It must not be used by two goroutines at
// the same time; make one for each.
type Decoder struct {
	model   *Model
	labels  int
	tokens  int
	scores  []int32 // tokens × labels
	decided []int16 // per token: the label given by Decide, or undecided
	sums    []int32 // room for Sum
	from    []uint8 // tokens × labels: the label before, on the best way to this one
	best    []int64 // the column of the best ways in work, then the next
	ways    []int64 // per arc of the grammar: its score and the label before, see way
	leave   []int64 // labels × labels, by previous and next label: the score of the arc, or unreachable

	lattice *lattice
	powers  *powers
	stretch stretch
}

// undecided is the label of a token that Decide was not called for.
const undecided = -1

// stretch is the tokens [start, end) that the lattice was filled for.
type stretch struct {
	start, end int
	possible   bool // whether any labelling of it is well-formed
}

// A way is a score with a label in its lowest 8 bits, complemented so that among equal scores the lower label is the
// greater way. The best of many ways, with the label that it comes from, is then a maximum without a branch.
func way(score int32, label uint8) int64 { return int64(score)<<8 | int64(^label) }

// unreachable is the score of a label that no well-formed way leads to. The others are never below lowest, which is so
// far from it that one more arc makes no confusion.
const (
	unreachable = -1 << 40
	lowest      = -1 << 32
)

// NewDecoder makes a Decoder for a model.
func NewDecoder(m *Model) *Decoder {
	labels := len(m.labels)
	d := &Decoder{model: m, labels: labels, best: make([]int64, 2*labels)}
	d.lattice, d.powers = newLattice(&m.grammar), newPowers(m.unit)
	for range labels * labels {
		d.leave = append(d.leave, unreachable)
	}
	for _, a := range m.grammar.arcs {
		score := m.transition(int(a.previous), int(a.next))
		d.ways = append(d.ways, way(score, a.previous))
		d.leave[int(a.previous)*labels+int(a.next)] = int64(score)
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
	d.decided = grow(d.decided, n)
	for t := range d.decided {
		d.decided[t] = undecided
	}
	d.stretch = stretch{}
}

// Decide gives a token its label before Viterbi, which then looks for the best labelling that has it, and Confidence takes
// it for certain. Where most tokens are decided labelling is several times as fast: a labelling between two decided tokens does
// not depend on what lies beyond them (as in the cascades of Weiss and Taskar, "Structured prediction cascades", AISTATS 2010).
func (d *Decoder) Decide(token, label int) { d.decided[token] = int16(label) }

// Scores returns the scores of the labels of a token, which the caller adds to before Viterbi. They are valid until the
// next Begin.
func (d *Decoder) Scores(token int) []int32 {
	return d.scores[token*d.labels:][:d.labels:d.labels]
}

// Spread adds the weights of features of a token to the scores of all the tokens that see them: it does what
// Add(Scores(token-offset), At(feature, offset)) would do for each feature and every offset with token-offset in the
// sentence, by a single look-up a feature. Only the upper 61 bits of a feature count. The token itself may lie outside
// the sentence. Many features in one call are faster than many calls.
func (d *Decoder) Spread(token int, features ...uint64) {
	for len(features) > 0 {
		n := min(len(features), lookAhead)
		d.spread(token, features[:n])
		features = features[n:]
	}
}

// lookAhead is how many features are looked up at the same time.
const lookAhead = 32

// spread reads the buckets of all the features before it reads their records, and the heads of the records before the
// entries. The loads of each round do not wait for each other nor for a branch, so that the processor waits once a round
// and not once a feature for memory beyond its nearest cache.
func (d *Decoder) spread(token int, features []uint64) {
	m := d.model
	var buckets [lookAhead]bucket
	for i, feature := range features {
		buckets[i] = m.bucket(feature)
	}
	var heads [lookAhead]uint32
	for i := range features {
		heads[i] = word(m.records, buckets[i].position)
	}
	for i := range features {
		b := buckets[i]
		if b.position == b.end {
			continue
		}
		for head := heads[i]; ; head = word(m.records, b.position) {
			after := m.after(b.position)
			if head>>8 == b.fingerprint {
				if head&0xff == 0 {
					d.spreadTable(token, b.position)
				} else {
					d.spreadEntries(token, b.position+recordSize, after)
				}
			}
			if b.position = after; after >= b.end {
				break
			}
		}
	}
}

// spreadEntries adds the entries in bytes [position, end) of the record section to the tokens that see the token. The entries of a
// feature that only its own token sees all have offset 0 and need no more than an addition.
func (d *Decoder) spreadEntries(token, position, end int) {
	records, labels := d.model.records, d.labels
	if own := token * labels; uint(token) < uint(d.tokens) {
		scores := d.scores[own : own+labels]
		for position < end {
			entry := word(records, position)
			if entry&offsetMask != 0 {
				break
			}
			scores[entryLabel(entry)] += entryWeight(entry)
			position += entrySize
		}
	}
	for ; position < end; position += entrySize {
		entry := word(records, position)
		if seer := token - entryOffset(entry); uint(seer) < uint(d.tokens) {
			d.scores[seer*labels+entryLabel(entry)] += entryWeight(entry)
		}
	}
}

// spreadTable adds the rows of the table at a position of the record section to the tokens that see the token, which lie side
// by side as the rows do.
func (d *Decoder) spreadTable(token, position int) {
	offset, rows := d.model.table(position)
	first, last := max(token-offset, 0), min(token-offset+rows, d.tokens)
	if first >= last {
		return
	}
	row := first - (token - offset)
	addWeights(d.scores[first*d.labels:last*d.labels], d.model.records[position+tableSize(row, d.labels):])
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
		d.advance(t, next, column)
		column, next = next, column
	}
	return d.trace(path, column)
}

// startColumn sets the scores of the first token. Of the column of a decided token only the label decided on counts.
func (d *Decoder) startColumn(column []int64) {
	for label := range column {
		column[label] = unreachable
		if d.model.grammar.starts[label] {
			column[label] = int64(d.model.transition(d.labels, label))
		}
	}
	if label := d.decided[0]; label != undecided {
		column[label] = certain(column[label])
		return
	}
	settle(column, d.Scores(0))
}

// advance finds the best way to each label of token t from the column before it.
func (d *Decoder) advance(t int, next, column []int64) {
	from := d.from[t*d.labels:][:d.labels]
	before, label := d.decided[t-1], d.decided[t]
	switch {
	case label != undecided && before != undecided:
		from[label] = uint8(before)
		next[label] = certain(column[before] + d.leave[int(before)*d.labels+int(label)])
		return
	case label != undecided:
		best := d.bestWay(int(label), column)
		from[label] = ^uint8(best)
		next[label] = certain(best >> 8)
		return
	case before != undecided:
		for label, score := range d.leave[int(before)*d.labels:][:d.labels] {
			from[label] = uint8(before)
			next[label] = column[before] + score
		}
	default:
		d.step(next, column, from)
	}
	settle(next, d.Scores(t))
}

// certain is the score of a label that was decided on, given the best score of a way to it: there is a way, or there is none.
func certain(score int64) int64 {
	if score < 2*lowest {
		return unreachable
	}
	return 0
}

// step finds the best way to each label from the column before it.
func (d *Decoder) step(next, column []int64, from []uint8) {
	for label := range next {
		best := d.bestWay(label, column)
		next[label] = best >> 8
		from[label] = ^uint8(best)
	}
}

// bestWay returns the best way to a label from the column before it.
func (d *Decoder) bestWay(label int, column []int64) int64 {
	g := &d.model.grammar
	low, high := g.into[label], g.into[label+1]
	ways := d.ways[low:high]
	best := int64(unreachable << 8)
	for i, a := range g.arcs[low:high] {
		best = max(best, column[a.previous]<<8+ways[i])
	}
	return best
}

// settle adds the scores of a token to a column and subtracts the greatest, so that long sentences do not overflow.
func settle(column []int64, scores []int32) {
	greatest := int64(unreachable)
	for label, score := range column {
		column[label] = score + int64(scores[label])
		greatest = max(greatest, column[label])
	}
	for label, score := range column {
		if score < 2*lowest {
			column[label] = unreachable
		} else {
			column[label] = max(score-greatest, lowest)
		}
	}
}

// trace follows the best way back from the end.
func (d *Decoder) trace(path []int, column []int64) []int {
	best := int64(unreachable << 8)
	decided := d.decided[d.tokens-1]
	for label, score := range column {
		if decided != undecided && int(decided) != label {
			continue
		}
		if score >= lowest && d.model.grammar.ends[label] {
			best = max(best, score<<8+way(d.model.transition(label, d.labels), uint8(label)))
		}
	}
	if best == unreachable<<8 {
		return path[:0]
	}
	path = grow(path, d.tokens)
	label := ^uint8(best)
	for t := d.tokens - 1; t >= 0; t-- {
		path[t] = int(label)
		label = d.from[t*d.labels+int(label)]
	}
	return path
}

// Confidence returns the probability, 0 to 1, that the tokens [start, end) are labelled as in path, which has a label
// for every token of the sentence; the rest of path does not matter. It is 1 for an empty stretch. The first call between two
// decided tokens runs forward and backward through what lies between; the others are cheap. Equal input gives equal output
// on every platform.
func (d *Decoder) Confidence(start, end int, path []int) float32 {
	if start >= end {
		return 1
	}
	if start < d.stretch.start || end > d.stretch.end {
		d.fillLattice(start, end)
	}
	if !d.stretch.possible {
		return 0
	}
	first := d.stretch.start
	return float32(min(d.lattice.span(start-first, end-first, path[first:]), 1))
}

// fillLattice fills the lattice for the tokens [start, end) and those around them up to the next decided ones.
func (d *Decoder) fillLattice(start, end int) {
	for start > 0 && d.decided[start-1] == undecided {
		start--
	}
	for end < d.tokens && d.decided[end] == undecided {
		end++
	}
	d.lattice.resize(end - start)
	for t := start; t < end; t++ {
		column := d.lattice.column(d.lattice.emission, t-start)
		if label := d.decided[t]; label != undecided {
			clear(column)
			column[label] = 1
		} else {
			d.powers.fill(column, d.Scores(t))
		}
	}
	before, after := d.labels, d.labels
	if start > 0 {
		before = int(d.decided[start-1])
	}
	if end < d.tokens {
		after = int(d.decided[end])
	}
	d.stretch = stretch{start, end, d.lattice.runBetween(before, after)}
}

// powers tabulates exp(-x): as scores are integers, it is the product of two table entries.
type powers struct {
	unit     int
	whole    [1 - floor]float64    // exp(-i)
	fraction [1 << maxUnit]float64 // exp(-i / 2^unit)
}

func newPowers(unit int) *powers {
	p := &powers{unit: unit}
	for i := range p.whole {
		p.whole[i] = exp(-float64(i))
	}
	for i := range 1 << unit {
		p.fraction[i] = exp(math.Ldexp(-float64(i), -unit))
	}
	return p
}

// fill sets emission to the exponentials of the distances of the scores to the best.
func (p *powers) fill(emission []float64, scores []int32) {
	best := scores[0]
	for _, score := range scores[1:] {
		best = max(best, score)
	}
	for label, score := range scores {
		distance := min(uint32(best-score), -floor<<p.unit)
		emission[label] = float64(p.whole[distance>>p.unit] * p.fraction[distance&(1<<p.unit-1)])
	}
}
