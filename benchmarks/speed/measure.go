package main

import (
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/blevesearch/segment"
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/clipperhouse/uax29/v2/words"
	"github.com/jdkato/prose/v2"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// subject is something that reads the articles once. It reads a part of them if share is more than 1.
type subject struct {
	name  string
	share int
	read  func(a *articles)
}

// subjects are grouped: within a group all do about the same work, and the first is Detto.
var subjects = [][]subject{
	{
		{"lang.Tokens", 1, func(a *articles) {
			for range lang.Tokens(a.all) {
			}
		}},
		{"uax29 words", 1, func(a *articles) {
			for all := words.FromString(a.all); all.Next(); {
				_ = all.Value()
			}
		}},
		{"segment words", 1, func(a *articles) {
			for all := segment.NewWordSegmenterDirect([]byte(a.all)); all.Segment(); {
				_ = all.Bytes()
			}
		}},
	},
	{
		{"lang.Parse (tokens and sentences)", 1, func(a *articles) {
			for _, text := range a.texts {
				lang.Parse(text)
			}
		}},
		{"prose (tokens and sentences, English)", 20, func(a *articles) {
			text := a.all[:len(a.all)/20]
			_, _ = prose.NewDocument(text, prose.WithTagging(false), prose.WithExtraction(false))
		}},
	},
	{
		{"lang.Stem", 1, func(a *articles) {
			for _, word := range a.words {
				lang.Stem(word)
			}
		}},
		{"snowballstem/italian", 1, func(a *articles) {
			for _, word := range a.words {
				italian.Stem(snowballstem.NewEnv(word))
			}
		}},
	},
	{
		{"extract.Entities", 1, func(a *articles) {
			for _, doc := range a.docs {
				extract.Entities(doc)
			}
		}},
		{"prose (tags and entities, English)", 200, func(a *articles) {
			_, _ = prose.NewDocument(a.all[:len(a.all)/200])
		}},
	},
	{{"claims.Quotes", 1, func(a *articles) {
		for i, doc := range a.docs {
			claims.Quotes(doc, a.entities[i])
		}
	}}},
	{{"claims.Lists", 1, func(a *articles) {
		for i, doc := range a.docs {
			claims.Lists(doc, a.entities[i])
		}
	}}},
	{{"claims.Analyze (everything)", 1, func(a *articles) {
		for _, text := range a.texts {
			claims.Analyze(text)
		}
	}}},
}

// speed is what a subject does in a second on one core.
type speed struct {
	name        string
	bytes       float64 // bytes of text a second
	tokens      float64 // tokens of Detto a second, whoever reads
	allocations float64 // a sentence
	ratio       float64 // of the first of the group to this one
}

// measure measures every subject by itself on one core, all of them in each round, and keeps the best round of each.
func measure(a *articles, rounds int) [][]speed {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	speeds := make([][]speed, len(subjects))
	for range rounds {
		for g, group := range subjects {
			for i, s := range group {
				if len(speeds[g]) == i {
					speeds[g] = append(speeds[g], speed{name: s.name})
				}
				speeds[g][i].improve(s, a)
			}
		}
	}
	for _, group := range speeds {
		for i := range group {
			group[i].ratio = group[0].bytes / group[i].bytes
		}
	}
	return speeds
}

func (best *speed) improve(s subject, a *articles) {
	result := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s.read(a)
		}
	})
	seconds := result.T.Seconds() / float64(result.N) * float64(s.share)
	if bytes := float64(a.bytes) / seconds; bytes > best.bytes {
		best.bytes, best.tokens = bytes, float64(a.tokens)/seconds
		best.allocations = float64(result.AllocsPerOp()) * float64(s.share) / float64(a.sentences)
	}
}

// measureCores returns the tokens that claims.Analyze reads a second, by the number of goroutines from 1 to that of cores.
func measureCores(a *articles, rounds int) []float64 {
	best := make([]float64, runtime.NumCPU())
	for range rounds {
		for i := range best {
			best[i] = max(best[i], analyseWith(i+1, a))
		}
	}
	return best
}

func analyseWith(goroutines int, a *articles) float64 {
	const repeat = 10
	var next atomic.Int64
	var all sync.WaitGroup
	begun := time.Now()
	for range goroutines {
		all.Go(func() {
			for i := next.Add(1) - 1; i < int64(repeat*len(a.texts)); i = next.Add(1) - 1 {
				claims.Analyze(a.texts[i%int64(len(a.texts))])
			}
		})
	}
	all.Wait()
	return float64(repeat*a.tokens) / time.Since(begun).Seconds()
}
