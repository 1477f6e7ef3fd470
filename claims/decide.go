package claims

import (
	_ "embed"
	"math"
	"sync"

	"github.com/detto-it/detto/internal/crf"
)

//go:embed data/decisions.model
var decisionsFile []byte

// decisionModel is the log-linear model of all decisions, or nil if it cannot be read.
var decisionModel = sync.OnceValue(func() *crf.Model {
	m, err := crf.Read(decisionsFile)
	if err != nil {
		return nil
	}
	return m
})

// evidence is the features of one decision: each a name with a value, hashed. Decisions are those of a log-linear
// model (a conditional random field over a single token with the labels no and yes), so that their weights can be
// printed and their sum is exact on every platform.
type evidence struct {
	seed     uint64 // the hash of the name of the decision
	features []uint64
}

// start begins a new decision, which keeps its features apart from those of others.
func (e *evidence) start(decision string) {
	e.seed = hashText(14695981039346656037, decision)
	e.features = e.features[:0]
	e.add("bias")
}

// add adds the feature that something has the given values.
func (e *evidence) add(name string, values ...string) {
	h := hashText(e.seed, name)
	for _, v := range values {
		h = hashText(h, v)
	}
	e.features = append(e.features, crf.At(h, 0))
}

// flag adds a feature if something holds.
func (e *evidence) flag(name string, holds bool) {
	if holds {
		e.add(name)
	}
}

// hashText goes on with an FNV-1a hash, over the bytes of a text and a separator.
func hashText(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return (h ^ 0xff) * 1099511628211
}

// judge weighs evidence with the model. It must not be used by two goroutines at the same time.
type judge struct {
	evidence
	decoder *crf.Decoder // nil without a model
	path    []int
	yes     []int
}

func newJudge(m *crf.Model) *judge {
	j := &judge{yes: []int{1}}
	if m != nil {
		j.decoder = crf.NewDecoder(m)
	}
	return j
}

// decide returns whether the evidence speaks for yes, and the probability of yes, rounded to two decimals.
func (j *judge) decide() (bool, float32) {
	if j.decoder == nil {
		return true, 0.5
	}
	j.weigh()
	j.path = j.decoder.Viterbi(j.path)
	p := j.decoder.Confidence(0, 1, j.yes)
	return j.path[0] == 1, float32(math.Round(float64(p)*100) / 100)
}

// weigh returns the score of yes less that of no, for comparing the evidence of several candidates.
func (j *judge) weigh() int32 {
	if j.decoder == nil {
		return 0
	}
	j.decoder.Begin(1)
	for _, f := range j.features {
		j.decoder.Spread(0, f)
	}
	scores := j.decoder.Scores(0)
	return scores[1] - scores[0]
}

// bucket maps a length to a small number: 0 1 2 3 4-5 6-8 9-14 15-24 25+.
func bucket(n int) int {
	for b, limit := range [...]int{0, 1, 2, 3, 5, 8, 14, 24} {
		if n <= limit {
			return b
		}
	}
	return 8
}
