package crf

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Viterbi finds what writing out every labelling finds.
func TestViterbiAgainstEnumeration(t *testing.T) {
	random := rand.New(rand.NewPCG(20, 21))
	for range 500 {
		p := randomProblem(random)
		d := p.decoder(t)
		path := d.Viterbi(nil)
		best, found := math.Inf(-1), false
		p.each(func(other []int, score float64) { best, found = max(best, score), true })
		if !found {
			assert.Empty(t, path, "nothing is well-formed")
			continue
		}
		require.Len(t, path, p.tokens)
		assert.True(t, p.grammar.allows(path))
		assert.Equal(t, best, p.score(path))
		confidence := float64(d.Confidence(0, p.tokens, path))
		lattice, shift, _ := p.lattice()
		assert.InDelta(t, math.Exp(best-shift-lattice.logSum()), confidence, 1e-5)
	}
}

// decoder makes a decoder of the problem, after rounding its scores to what a model file can hold.
func (p *problem) decoder(t *testing.T) *Decoder {
	round := func(x float64) float64 { return math.Round(math.Ldexp(x, maxUnit)) / (1 << maxUnit) }
	w := &Weights{grammar: &p.grammar, labels: make([]string, p.grammar.labels)}
	for _, row := range p.transitions {
		for i := range row {
			row[i] = round(row[i])
			w.transitions = append(w.transitions, row[i])
		}
	}
	for token, row := range p.scores {
		for label := range row {
			row[label] = round(row[label])
			w.entries = append(w.entries, weightEntry{uint64(token) << offsetBits, label, row[label]})
		}
	}
	m := w.mustModel(t)
	d := NewDecoder(m)
	d.Begin(p.tokens)
	for token := range p.tokens {
		m.Add(d.Scores(token), uint64(token)<<offsetBits)
	}
	return d
}

// However long a sentence is and whatever its scores, the labelling is well-formed.
func TestConstraintsHold(t *testing.T) {
	random := rand.New(rand.NewPCG(22, 23))
	allowed := func(previous, next int) bool {
		return next == 3 || previous != 3 && (previous+1)%3 == next || previous == 3 && next == 0
	}
	g := newGrammar(3, allowed)
	m := (&Weights{grammar: &g, labels: []string{"a", "b", "c"}, transitions: make([]float64, 16)}).mustModel(t)
	d := NewDecoder(m)
	var path []int
	for _, tokens := range []int{0, 1, 2, 3, 10, 100_000} {
		d.Begin(tokens)
		for token := range tokens {
			for label := range d.Scores(token) {
				d.Scores(token)[label] = int32(random.IntN(1<<26) - 1<<25)
			}
		}
		path = d.Viterbi(path)
		require.Len(t, path, tokens)
		for token, label := range path {
			require.Equal(t, token%3, label)
		}
		assert.Equal(t, float32(1), d.Confidence(0, tokens, path), "there is only one labelling")
	}
}

func TestDecoderDoesNotAllocate(t *testing.T) {
	m := randomWeights(rand.New(rand.NewPCG(24, 25)), 6, 100).mustModel(t)
	d := NewDecoder(m)
	path := make([]int, 0, 50)
	label := func() {
		d.Begin(50)
		for token := range 50 {
			d.Spread(token, uint64(token)<<offsetBits)
			m.Add(d.Scores(token), uint64(token))
		}
		path = d.Viterbi(path)
		d.Confidence(2, 5, path)
	}
	assert.Zero(t, testing.AllocsPerRun(10, label))
}

// A toy language: a capital begins a name, which goes on as long as the capitals do.
var toyLabels = []string{"O", "B", "I"}

func toyAllowed(previous, next int) bool { return next != 2 || previous == 1 || previous == 2 }

func toyData(sentences int) []Instance {
	random := rand.New(rand.NewPCG(26, 27))
	var data []Instance
	for range sentences {
		var instance Instance
		label := 0
		for range 1 + random.IntN(12) {
			switch {
			case random.IntN(3) > 0:
				label = 0
			case label == 0:
				label = 1
			default:
				label = 2
			}
			word := random.Uint64N(50) << offsetBits
			capital := uint64(1000+min(label, 1)) << offsetBits
			instance.Features = append(instance.Features, []uint64{word, capital})
			instance.Labels = append(instance.Labels, label)
		}
		data = append(data, instance)
	}
	return data
}

func TestTrainLearnsToyLanguage(t *testing.T) {
	var reports []Report
	trainer := Trainer{Labels: toyLabels, Allowed: toyAllowed, L1: 0.5, Progress: func(r Report) { reports = append(reports, r) }}
	weights, err := trainer.Train(toyData(200))
	require.NoError(t, err)
	m := weights.mustModel(t)
	d := NewDecoder(m)
	for _, instance := range toyData(300)[200:] {
		d.Begin(len(instance.Features))
		for token, features := range instance.Features {
			for _, feature := range features {
				m.Add(d.Scores(token), feature)
			}
		}
		assert.Equal(t, instance.Labels, d.Viterbi(nil))
		assert.Greater(t, d.Confidence(0, len(instance.Labels), instance.Labels), float32(0.8))
	}
	require.NotEmpty(t, reports)
	assert.Less(t, reports[len(reports)-1].Objective, reports[0].Objective)
	assert.Less(t, m.Keys(), 30, "L1 drops most of the words, which say nothing")
}

func TestTrainRejects(t *testing.T) {
	one := [][]uint64{{1}}
	for _, c := range []struct {
		name    string
		trainer Trainer
		data    []Instance
		want    error
	}{
		{"no labels", Trainer{}, nil, ErrLabels},
		{"too many labels", Trainer{Labels: make([]string, MaxLabels+1)}, nil, ErrLabels},
		{"a label too long", Trainer{Labels: []string{fmt.Sprintf("%300d", 1)}}, nil, ErrLabels},
		{"fewer labels than tokens", Trainer{Labels: toyLabels}, []Instance{{Features: one}}, ErrInstance},
		{"an unknown label", Trainer{Labels: toyLabels}, []Instance{{one, []int{3}}}, ErrInstance},
		{"a sentence that is not well-formed", Trainer{Labels: toyLabels, Allowed: toyAllowed}, []Instance{{one, []int{2}}}, ErrInstance},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := c.trainer.Train(c.data)
			assert.ErrorIs(t, err, c.want)
		})
	}
}

// Nothing to learn from is no error: the model then knows the constraints only.
func TestTrainOnNothing(t *testing.T) {
	weights, err := (&Trainer{Labels: toyLabels, Allowed: toyAllowed}).Train([]Instance{{}})
	require.NoError(t, err)
	d := NewDecoder(weights.mustModel(t))
	d.Begin(3)
	assert.Len(t, d.Viterbi(nil), 3)
}

// With labels decided for some tokens Viterbi and Confidence find what writing out every labelling that has them finds.
func TestDecidedAgainstEnumeration(t *testing.T) {
	random := rand.New(rand.NewPCG(28, 29))
	for range 1000 {
		p := randomProblem(random)
		d := p.decoder(t)
		decided := make([]int, p.tokens)
		for token := range decided {
			if decided[token] = undecided; random.IntN(2) == 0 {
				decided[token] = random.IntN(p.grammar.labels)
				d.Decide(token, decided[token])
			}
		}
		start := random.IntN(p.tokens)
		end := start + 1 + random.IntN(p.tokens-start)
		path := d.Viterbi(nil)
		best, total, agreeing := math.Inf(-1), 0.0, 0.0
		p.each(func(other []int, score float64) {
			for token, label := range decided {
				if label != undecided && label != other[token] {
					return
				}
			}
			best = max(best, score)
			total += math.Exp(score)
			if len(path) > 0 && slices.Equal(other[start:end], path[start:end]) {
				agreeing += math.Exp(score)
			}
		})
		if total == 0 {
			assert.Empty(t, path, "nothing is well-formed")
			continue
		}
		require.Len(t, path, p.tokens)
		assert.InDelta(t, best, p.score(path), 1e-9)
		assert.InDelta(t, agreeing/total, float64(d.Confidence(start, end, path)), 1e-5)
	}
}
