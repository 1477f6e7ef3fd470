package crf

import (
	"math"
	"math/rand/v2"
	"testing"
)

// The benchmarks label sentences of 25 tokens with 15 labels and a model of 200,000 keys. Each token has 20 features,
// most of them frequent, as words are: the rank of a feature is the exponential of a uniform number. One in three is
// not in the model.
const (
	benchmarkTokens   = 25
	benchmarkFeatures = 20
	benchmarkKeys     = 200_000
	benchmarkLabels   = 15
)

func benchmarkWeights(random *rand.Rand) *Weights {
	// BIO: label 0 is outside, odd labels begin a name, the even ones after them continue it
	g := newGrammar(benchmarkLabels, func(previous, next int) bool {
		return next%2 == 1 || next == 0 || next == benchmarkLabels || previous == next || previous == next-1
	})
	w := &Weights{grammar: &g, labels: make([]string, benchmarkLabels), transitions: make([]float64, (benchmarkLabels+1)*(benchmarkLabels+1))}
	for key := range uint64(benchmarkKeys) {
		for range 1 + random.IntN(4) {
			feature := At(key<<offsetBits, random.IntN(5)-2)
			w.entries = append(w.entries, weightEntry{feature, random.IntN(benchmarkLabels), random.NormFloat64()})
		}
	}
	return w
}

func benchmarkSentences(random *rand.Rand, sentences int) [][]uint64 {
	all := make([][]uint64, sentences)
	for i := range all {
		for range benchmarkTokens * benchmarkFeatures {
			rank := uint64(math.Exp(random.Float64() * math.Log(1.5*benchmarkKeys)))
			all[i] = append(all[i], rank*0x9e3779b9%(1.5*benchmarkKeys)<<offsetBits)
		}
	}
	return all
}

func benchmark(b *testing.B, label func(d *Decoder, features []uint64, path []int) []int) {
	random := rand.New(rand.NewPCG(30, 31))
	d := NewDecoder(benchmarkWeights(random).mustModel(b))
	sentences := benchmarkSentences(random, 2000)
	var path []int
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		path = label(d, sentences[i%len(sentences)], path)
	}
	b.ReportMetric(float64(b.N*benchmarkTokens)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkSpread(b *testing.B) {
	benchmark(b, func(d *Decoder, features []uint64, path []int) []int {
		d.spreadAll(features)
		return path
	})
}

func BenchmarkAdd(b *testing.B) {
	benchmark(b, func(d *Decoder, features []uint64, path []int) []int {
		d.Begin(benchmarkTokens)
		for i, feature := range features {
			d.model.Add(d.Scores(i/benchmarkFeatures), feature)
		}
		return path
	})
}

func BenchmarkDecode(b *testing.B) {
	benchmark(b, func(d *Decoder, features []uint64, path []int) []int {
		d.spreadAll(features)
		return d.Viterbi(path)
	})
}

func BenchmarkDecodeWithConfidence(b *testing.B) {
	benchmark(b, func(d *Decoder, features []uint64, path []int) []int {
		d.spreadAll(features)
		path = d.Viterbi(path)
		d.Confidence(3, 5, path)
		return path
	})
}

func (d *Decoder) spreadAll(features []uint64) {
	d.Begin(benchmarkTokens)
	for token := range benchmarkTokens {
		d.Spread(token, features[token*benchmarkFeatures:][:benchmarkFeatures]...)
	}
}

func BenchmarkRead(b *testing.B) {
	data, _ := benchmarkWeights(rand.New(rand.NewPCG(30, 31))).file()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		_, _ = Read(data)
	}
}
