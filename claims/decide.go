package claims

import (
	_ "embed"
	"math"
	"sync"

	"github.com/detto-it/detto/internal/crf"
)

//go:embed data/decisions.model
var decisionsFile []byte

//go:embed data/reported.model
var reportedFile []byte

// models are the two log-linear models. What is reported needs weights for many rare words, and the penalties that keep
// these would let the fewer decisions on quotations and speakers learn by heart.
type models struct {
	quoted   *crf.Model // whether a quotation is speech, by which attribution, and who a source is
	reported *crf.Model // whether something is reported, and where it begins and ends
}

// theModels are the models of this package; nil for one that cannot be read.
var theModels = sync.OnceValue(func() models {
	return models{quoted: readModel(decisionsFile), reported: readModel(reportedFile)}
})

func readModel(file []byte) *crf.Model {
	m, err := crf.Read(file)
	if err != nil {
		return nil
	}
	return m
}

// evidence is the features of one decision: each a name with a value, hashed. Decisions are those of a log-linear
// model (a conditional random field over a single token with the labels no and yes), so that their weights can be
// printed and their sum is exact on every platform.
type evidence struct {
	seed     uint64 // the hash of the name of the decision
	reported bool   // whether the model of what is reported decides
	features []uint64
}

// start begins a new decision, which keeps its features apart from those of others.
func (e *evidence) start(decision string) {
	e.seed = hashText(14695981039346656037, decision)
	e.features = e.features[:0]
	switch decision {
	case "reported", "start", "end":
		e.reported = true
	default:
		e.reported = false
	}
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

// judge weighs evidence with the models. It must not be used by two goroutines at the same time.
type judge struct {
	evidence
	quotedDecoder   *crf.Decoder // nil without a model
	reportedDecoder *crf.Decoder // nil without a model
	path            []int
	yes             []int
}

func newJudge(m models) *judge {
	j := &judge{yes: []int{1}}
	if m.quoted != nil {
		j.quotedDecoder = crf.NewDecoder(m.quoted)
	}
	if m.reported != nil {
		j.reportedDecoder = crf.NewDecoder(m.reported)
	}
	return j
}

// decoder returns the decoder for the evidence collected, nil without a model.
func (j *judge) decoder() *crf.Decoder {
	if j.reported {
		return j.reportedDecoder
	}
	return j.quotedDecoder
}

// decide returns whether the evidence speaks for yes, and the probability of yes, rounded to two decimals.
func (j *judge) decide() (bool, float32) {
	d := j.decoder()
	if d == nil {
		return true, 0.5
	}
	j.weigh()
	j.path = d.Viterbi(j.path)
	p := d.Confidence(0, 1, j.yes)
	return j.path[0] == 1, float32(math.Round(float64(p)*100) / 100)
}

// weigh returns the score of yes less that of no, for comparing the evidence of several candidates.
func (j *judge) weigh() int32 {
	d := j.decoder()
	if d == nil {
		return 0
	}
	d.Begin(1)
	d.Spread(0, j.features...)
	scores := d.Scores(0)
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
