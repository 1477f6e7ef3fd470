package crf

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// problem is a small random labelling problem whose every labelling can be written out.
type problem struct {
	grammar     grammar
	tokens      int
	scores      [][]float64 // per token and label
	transitions [][]float64 // (labels+1) × (labels+1)
}

func randomProblem(random *rand.Rand) *problem {
	labels := 1 + random.IntN(4)
	p := &problem{tokens: 1 + random.IntN(5)}
	allowed := make([][]bool, labels+1)
	for i := range allowed {
		p.transitions = append(p.transitions, make([]float64, labels+1))
		allowed[i] = make([]bool, labels+1)
		for j := range allowed[i] {
			p.transitions[i][j] = random.NormFloat64()
			allowed[i][j] = random.IntN(4) > 0
		}
	}
	p.grammar = newGrammar(labels, func(previous, next int) bool { return allowed[previous][next] })
	for range p.tokens {
		token := make([]float64, labels)
		for label := range token {
			token[label] = 3 * random.NormFloat64()
		}
		p.scores = append(p.scores, token)
	}
	return p
}

// each calls do with every well-formed labelling and its score.
func (p *problem) each(do func(path []int, score float64)) {
	path := make([]int, p.tokens)
	var extend func(t int)
	extend = func(t int) {
		if t == p.tokens {
			if p.grammar.allows(path) {
				do(path, p.score(path))
			}
			return
		}
		for label := range p.grammar.labels {
			path[t] = label
			extend(t + 1)
		}
	}
	extend(0)
}

func (p *problem) score(path []int) float64 {
	edge := p.grammar.labels
	score := p.transitions[edge][path[0]] + p.transitions[path[len(path)-1]][edge]
	for t, label := range path {
		score += p.scores[t][label]
		if t > 0 {
			score += p.transitions[path[t-1]][label]
		}
	}
	return score
}

func (p *problem) lattice() (l *lattice, shift float64, ok bool) {
	l = newLattice(&p.grammar)
	l.setTransitions(func(previous, next int) float64 { return p.transitions[previous][next] })
	l.resize(p.tokens)
	for t, scores := range p.scores {
		emission := l.column(l.emission, t)
		copy(emission, scores)
		shift += maximum(scores)
		exponentiate(emission)
	}
	return l, shift, l.run()
}

func maximum(values []float64) float64 {
	best := values[0]
	for _, v := range values {
		best = max(best, v)
	}
	return best
}

func TestLatticeAgainstEnumeration(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		p := randomProblem(random)
		lattice, shift, ok := p.lattice()
		total := 0.0
		marginals := make([]float64, p.tokens*p.grammar.labels)
		arcs := make([]float64, len(p.grammar.arcs))
		p.each(func(path []int, score float64) {
			mass := math.Exp(score)
			total += mass
			for token, label := range path {
				marginals[token*p.grammar.labels+label] += mass
			}
			for i, a := range p.grammar.arcs {
				for token := 1; token < len(path); token++ {
					if path[token-1] == int(a.previous) && path[token] == int(a.next) {
						arcs[i] += mass
					}
				}
			}
		})
		require.Equal(t, total > 0, ok, "there is a labelling if and only if one is well-formed")
		if !ok {
			continue
		}
		assert.InDelta(t, math.Log(total), lattice.logSum()+shift, 1e-9)
		for cell, mass := range marginals {
			token, label := cell/p.grammar.labels, cell%p.grammar.labels
			assert.InDelta(t, mass/total, lattice.marginal(token, label), 1e-9)
		}
		expected := make([]float64, len(p.grammar.arcs))
		lattice.addArcs(expected)
		for i := range arcs {
			assert.InDelta(t, arcs[i]/total, expected[i], 1e-9)
		}
	}
}

// The probability of a stretch is the share of the labellings that agree with the path on it.
func TestSpanAgainstEnumeration(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		p := randomProblem(random)
		lattice, _, ok := p.lattice()
		if !ok {
			continue
		}
		start := random.IntN(p.tokens)
		end := start + 1 + random.IntN(p.tokens-start)
		wanted := make([]int, p.tokens)
		for i := range wanted {
			wanted[i] = random.IntN(p.grammar.labels)
		}
		total, agreeing := 0.0, 0.0
		p.each(func(path []int, score float64) {
			total += math.Exp(score)
			for token := start; token < end; token++ {
				if path[token] != wanted[token] {
					return
				}
			}
			agreeing += math.Exp(score)
		})
		assert.InDelta(t, agreeing/total, lattice.span(start, end, wanted), 1e-9)
	}
}

// The derivative of the logarithm of the sum by the score of a label is the marginal of the label.
func TestGradientByFiniteDifferences(t *testing.T) {
	const step = 1e-5
	random := rand.New(rand.NewPCG(5, 6))
	logSum := func(p *problem) float64 {
		lattice, shift, _ := p.lattice()
		return lattice.logSum() + shift
	}
	for range 100 {
		p := randomProblem(random)
		lattice, _, ok := p.lattice()
		if !ok {
			continue
		}
		token, label := random.IntN(p.tokens), random.IntN(p.grammar.labels)
		p.scores[token][label] += step
		above := logSum(p)
		p.scores[token][label] -= 2 * step
		below := logSum(p)
		assert.InDelta(t, (above-below)/(2*step), lattice.marginal(token, label), 1e-6)
	}
}

// Hundreds of nats between labels, thousands of tokens: nothing underflows.
func TestLatticeKeepsItsScale(t *testing.T) {
	g := newGrammar(3, func(previous, next int) bool { return previous != next })
	lattice := newLattice(&g)
	lattice.setTransitions(func(previous, next int) float64 { return float64(5*previous - 5*next) })
	lattice.resize(10_000)
	for token := range lattice.tokens {
		emission := lattice.column(lattice.emission, token)
		copy(emission, []float64{0, 900, -900})
		exponentiate(emission)
	}
	require.True(t, lattice.run())
	for token := range lattice.tokens {
		sum := 0.0
		for label := range 3 {
			sum += lattice.marginal(token, label)
		}
		assert.InDelta(t, 1, sum, 1e-6)
	}
}

func TestExpAndLog(t *testing.T) {
	for x := -700.0; x <= 700; x += 0.37 {
		assert.InEpsilon(t, math.Exp(x), exp(x), 1e-13)
	}
	for x := 1e-300; x < 1e300; x *= 1.7 {
		assert.InDelta(t, math.Log(x), log(x), 1e-12)
	}
	assert.Equal(t, 1.0, exp(0))
	assert.Equal(t, 0.0, log(1))
}
