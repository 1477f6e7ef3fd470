package crf

import (
	"math"
	"math/bits"
	"math/rand/v2"
	"sync"
	"sync/atomic"
)

// A learner minimises the objective by regularised dual averaging with adaptive step sizes (Xiao, "Dual averaging
// methods for regularized stochastic learning and online optimization", JMLR 11, 2010; Duchi, Hazan and Singer,
// "Adaptive subgradient methods", JMLR 12, 2011). It stores no weights, but for each weight the sum of its gradients and
// of their squares, from which the weight follows in closed form at any time. A weight whose gradients do not add up to
// more than the L1 penalty so far is exactly 0: this keeps the model small.
//
// Training goes in batches of sentences. First the workers find the gradients of the sentences, which depend on the
// weights before the batch only; then each worker adds the gradients of all the tokens, in order, to its own share of
// the features. Every sum is so made in the same order however many workers there are.
type learner struct {
	corpus      *corpus
	grammar     *grammar
	l1, l2      float64
	sums        []float32  // feature × (labels sums of gradients, labels sums of squares)
	transitions []dualSum  // (labels+1) × (labels+1), by previous and next label
	epoch       float64    // passes done so far, with the part of this pass that is done
	lattices    []*lattice // per worker
	shares      []uint32   // bounds of the features of each worker
	batch       []*gradient
}

// dualSum is what is known of one weight.
type dualSum struct{ gradient, square float64 }

// gradient is the gradient of one sentence.
type gradient struct {
	sentence sentence
	residual []float32 // per token and label: probability less truth
	skip     []bool    // per token: nothing to learn
	arcs     []float64 // per arc: expected less true count
	starts   []float64
	ends     []float64
	loss     float64
}

const (
	batchSize = 16   // sentences whose gradients are taken at the same weights
	stepSize  = 0.1  // the numerator of the step of a weight
	caution   = 0.1  // added to the denominator of the step: the first steps of a weight are small
	noise     = 1e-4 // a token whose residuals are all lower is known, and not learned from
)

func newLearner(c *corpus, g *grammar, l1, l2 float64, workers int) *learner {
	l := &learner{corpus: c, grammar: g, l1: l1, l2: l2, shares: c.shares(workers)}
	l.sums = make([]float32, len(c.features)*2*g.labels)
	l.transitions = make([]dualSum, (g.labels+1)*(g.labels+1))
	for range workers {
		l.lattices = append(l.lattices, newLattice(g))
	}
	for range batchSize {
		l.batch = append(l.batch, &gradient{
			arcs: make([]float64, len(g.arcs)), starts: make([]float64, g.labels), ends: make([]float64, g.labels),
		})
	}
	return l
}

// weight is the weight that minimises the sum of the gradients times the weight, the penalties of all passes so far,
// and the distance from 0 in units of the step size.
func (l *learner) weight(s dualSum) float64 {
	excess := math.Abs(s.gradient) - float64(l.l1*l.epoch)
	if excess <= 0 {
		return 0
	}
	weight := excess / ((caution+math.Sqrt(s.square))/stepSize + float64(l.l2*l.epoch))
	return math.Copysign(weight, -s.gradient)
}

// row returns the sums of the gradients and of the squares of a feature, by label.
func (l *learner) row(feature uint32) (gradients, squares []float32) {
	labels := l.grammar.labels
	row := l.sums[int(feature)*2*labels:][:2*labels]
	return row[:labels], row[labels:]
}

// pass learns from every sentence once, in an order that depends on the number of the pass only.
func (l *learner) pass(number int) Report {
	order := shuffled(len(l.corpus.sentences), uint64(number))
	loss := 0.0
	for start := 0; start < len(order); start += batchSize {
		l.epoch = float64(number-1) + float64(start)/float64(len(order))
		batch := l.batch[:min(batchSize, len(order)-start)]
		for i, gradient := range batch {
			gradient.sentence = l.corpus.sentences[order[start+i]]
		}
		l.learn(batch)
		for _, gradient := range batch {
			loss += gradient.loss
		}
	}
	l.epoch = float64(number)
	return l.report(number, loss)
}

// shuffled returns the numbers below n in an order that depends on seed only (Fisher and Yates). rand.Perm will not do:
// it draws otherwise on platforms of 32 bits.
func shuffled(n int, seed uint64) []int {
	random := rand.NewPCG(seed, 0)
	order := make([]int, n)
	for i := range order {
		j, _ := bits.Mul64(random.Uint64(), uint64(i+1))
		order[i] = order[j]
		order[j] = i
	}
	return order
}

// learn takes the gradients of a batch at the weights before it, then learns from them.
func (l *learner) learn(batch []*gradient) {
	for _, lattice := range l.lattices {
		lattice.setTransitions(func(previous, next int) float64 {
			return l.weight(l.transitions[previous*(l.grammar.labels+1)+next])
		})
	}
	var taken atomic.Int64
	l.parallel(func(worker int) {
		for i := taken.Add(1) - 1; i < int64(len(batch)); i = taken.Add(1) - 1 {
			l.differentiate(batch[i], l.lattices[worker])
		}
	})
	l.parallel(func(worker int) {
		for _, gradient := range batch {
			l.update(gradient, l.shares[worker], l.shares[worker+1])
		}
	})
	for _, gradient := range batch {
		l.updateTransitions(gradient)
	}
}

// parallel calls do once for each worker, at the same time, and waits for all.
func (l *learner) parallel(do func(worker int)) {
	var group sync.WaitGroup
	for worker := 1; worker < len(l.lattices); worker++ {
		group.Add(1)
		go func() {
			defer group.Done()
			do(worker)
		}()
	}
	do(0)
	group.Wait()
}

// differentiate finds loss and gradient of a sentence at the current weights.
func (l *learner) differentiate(g *gradient, lattice *lattice) {
	labels := l.grammar.labels
	first, n := g.sentence.first, g.sentence.last-g.sentence.first
	lattice.resize(n)
	g.residual, g.skip = grow(g.residual, n*labels), grow(g.skip, n)
	for t := range n {
		l.score(lattice.column(lattice.emission, t), first+t)
	}
	gold := l.corpus.gold[first:g.sentence.last]
	goldScore := l.pathScore(lattice, gold)
	if !lattice.run() {
		g.clear()
		return
	}
	g.loss = lattice.logSum() - goldScore
	for t, label := range gold {
		g.skip[t] = true
		for other := range labels {
			residual := lattice.marginal(t, other)
			if other == int(label) {
				residual--
			}
			g.residual[t*labels+other] = float32(residual)
			g.skip[t] = g.skip[t] && math.Abs(residual) < noise
		}
	}
	g.setTransitions(lattice, gold)
}

// score sets emission to the exponentials of the scores of a token, less the best.
func (l *learner) score(emission []float64, token int) {
	clear(emission)
	threshold := float32(l.l1 * l.epoch)
	ridge := float64(l.l2 * l.epoch)
	for _, feature := range l.corpus.of(token) {
		gradients, squares := l.row(feature)
		for label, gradient := range gradients {
			if gradient > threshold || gradient < -threshold {
				excess := gradient - threshold
				if gradient < 0 {
					excess = gradient + threshold
				}
				emission[label] -= float64(excess) / ((caution+math.Sqrt(float64(squares[label])))/stepSize + ridge)
			}
		}
	}
	exponentiate(emission)
}

// exponentiate turns scores into exponentials of their distance to the best.
func exponentiate(scores []float64) {
	best := scores[0]
	for _, score := range scores[1:] {
		best = max(best, score)
	}
	for i, score := range scores {
		scores[i] = exp(max(score-best, floor))
	}
}

// pathScore is the score of a labelling, in the terms of lattice.logSum.
func (l *learner) pathScore(lattice *lattice, path []uint8) float64 {
	edge := l.grammar.labels
	score := l.transition(edge, int(path[0])) + l.transition(int(path[len(path)-1]), edge)
	for t, label := range path {
		score += log(lattice.emission[t*edge+int(label)])
		if t > 0 {
			score += l.transition(int(path[t-1]), int(label))
		}
	}
	return score
}

func (l *learner) transition(previous, next int) float64 {
	return l.weight(l.transitions[previous*(l.grammar.labels+1)+next])
}

// clear makes the gradient 0.
func (g *gradient) clear() {
	g.loss = 0
	clear(g.arcs)
	clear(g.starts)
	clear(g.ends)
	for t := range g.skip {
		g.skip[t] = true
	}
}

// setTransitions sets the gradients of the transitions: expected less true counts.
func (g *gradient) setTransitions(lattice *lattice, gold []uint8) {
	clear(g.arcs)
	lattice.addArcs(g.arcs)
	for i, a := range lattice.grammar.arcs {
		for t := 1; t < len(gold); t++ {
			if gold[t-1] == a.previous && gold[t] == a.next {
				g.arcs[i]--
			}
		}
	}
	for label := range g.starts {
		g.starts[label] = lattice.marginal(0, label)
		g.ends[label] = lattice.marginal(len(gold)-1, label)
	}
	g.starts[gold[0]]--
	g.ends[gold[len(gold)-1]]--
}

// update adds the gradients of the features in [low, high).
func (l *learner) update(g *gradient, low, high uint32) {
	labels := l.grammar.labels
	for t := range g.sentence.last - g.sentence.first {
		if g.skip[t] {
			continue
		}
		residual := g.residual[t*labels:][:labels]
		for _, feature := range l.corpus.of(g.sentence.first + t) {
			if feature < low {
				continue
			}
			if feature >= high {
				break
			}
			gradients, squares := l.row(feature)
			for label, r := range residual {
				gradients[label] += r
				squares[label] += float32(r * r)
			}
		}
	}
}

func (l *learner) updateTransitions(g *gradient) {
	edge := l.grammar.labels
	for i, a := range l.grammar.arcs {
		l.transitions[int(a.previous)*(edge+1)+int(a.next)].add(g.arcs[i])
	}
	for label := range edge {
		l.transitions[edge*(edge+1)+label].add(g.starts[label])
		l.transitions[label*(edge+1)+edge].add(g.ends[label])
	}
}

func (s *dualSum) add(gradient float64) {
	s.gradient += gradient
	s.square += float64(gradient * gradient)
}

// report sums up a pass.
func (l *learner) report(number int, loss float64) Report {
	report := Report{Iteration: number, Objective: loss}
	for feature := range l.corpus.features {
		active := false
		gradients, squares := l.row(uint32(feature))
		for label, gradient := range gradients {
			if weight := l.weight(dualSum{float64(gradient), float64(squares[label])}); weight != 0 {
				report.Objective += float64(l.l1*math.Abs(weight)) + float64(float64(l.l2/2*weight)*weight)
				report.Weights++
				active = true
			}
		}
		if active {
			report.Active++
		}
	}
	return report
}

// weights takes the weights out of the learner.
func (l *learner) weights(t *Trainer) *Weights {
	w := &Weights{labels: t.Labels, metadata: t.Metadata, grammar: l.grammar}
	for _, s := range l.transitions {
		w.transitions = append(w.transitions, l.weight(s))
	}
	for number, feature := range l.corpus.features {
		gradients, squares := l.row(uint32(number))
		for label, gradient := range gradients {
			if weight := l.weight(dualSum{float64(gradient), float64(squares[label])}); weight != 0 {
				w.entries = append(w.entries, weightEntry{feature, label, weight})
			}
		}
	}
	return w
}
