package crf

import (
	"errors"
	"fmt"
	"runtime"
	"time"
)

// Trainer learns the weights of a linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001) by
// minimising the negative log-likelihood of the instances plus L1 times the sum of the absolute weights plus L2/2 times
// the sum of their squares. With equal features it finds names better than an averaged structured perceptron (Collins,
// EMNLP 2002): see MEASURED.md. The zero value of every field but Labels works. A Trainer is not changed by Train and may
// be shared between goroutines if Progress may.
type Trainer struct {
	Labels     []string                      // the label set, at most MaxLabels
	Allowed    func(previous, next int) bool // whether label next may follow previous; -1 is the start or the end of the sentence; nil allows all
	L1         float64                       // weight of the sum of absolute weights: the higher, the smaller the model; 0 means DefaultL1, below 0 none
	L2         float64                       // weight of half the sum of squared weights
	Iterations int                           // most passes over the instances; 0 means DefaultIterations
	MinCount   int                           // features that occur fewer times are dropped
	Workers    int                           // goroutines; 0 means runtime.GOMAXPROCS(0). The result does not depend on it
	Metadata   []byte                        // stored in the model for the caller: version and options of the features
	Progress   func(Report)                  // called after every pass, by the goroutine that called Train
}

// Report tells how training goes.
type Report struct {
	Iteration int           // passes done
	Objective float64       // loss of the instances in this pass, each before it was learned from, and the penalties after it
	Active    int           // features with a weight other than 0
	Weights   int           // pairs of feature and label with a weight other than 0
	Elapsed   time.Duration // since Train was called
}

// Defaults of Trainer, and its limits.
const (
	DefaultL1         = 0.008
	DefaultIterations = 15
	MaxLabels         = 255
)

// ErrLabels is wrapped by the error for a label set that is empty, too large, or has a label that is too long.
var ErrLabels = errors.New("crf: bad label set")

// tolerance ends training: a pass that lowers the objective by a smaller part is the last.
const tolerance = 0.002

// Train learns from the instances. Equal input gives equal weights, whatever Workers is and on every platform. The error
// wraps ErrLabels or ErrInstance.
func (t *Trainer) Train(data []Instance) (*Weights, error) {
	begun := time.Now()
	if err := checkLabels(t.Labels); err != nil {
		return nil, err
	}
	g := newGrammar(len(t.Labels), t.allowed)
	c, err := newCorpus(data, &g, t.MinCount)
	if err != nil {
		return nil, err
	}
	learner := newLearner(c, &g, t.penalty(), max(t.L2, 0), t.workers())
	t.iterate(learner, begun)
	return learner.weights(t), nil
}

func checkLabels(labels []string) error {
	if len(labels) == 0 || len(labels) > MaxLabels {
		return fmt.Errorf("%w: %d labels", ErrLabels, len(labels))
	}
	for _, label := range labels {
		if len(label) > 255 {
			return fmt.Errorf("%w: label of %d bytes", ErrLabels, len(label))
		}
	}
	return nil
}

// allowed asks Allowed, which knows the edge of the sentence as -1.
func (t *Trainer) allowed(previous, next int) bool {
	if t.Allowed == nil {
		return true
	}
	edge := len(t.Labels)
	if previous == edge {
		previous = -1
	}
	if next == edge {
		next = -1
	}
	return t.Allowed(previous, next)
}

func (t *Trainer) penalty() float64 {
	if t.L1 == 0 {
		return DefaultL1
	}
	return max(t.L1, 0)
}

func (t *Trainer) workers() int {
	if t.Workers > 0 {
		return t.Workers
	}
	return runtime.GOMAXPROCS(0)
}

func (t *Trainer) iterate(l *learner, begun time.Time) {
	iterations := t.Iterations
	if iterations <= 0 {
		iterations = DefaultIterations
	}
	last := 0.0
	for i := 1; i <= iterations; i++ {
		report := l.pass(i)
		report.Elapsed = time.Since(begun)
		if t.Progress != nil {
			t.Progress(report)
		}
		if i > 1 && last-report.Objective < float64(tolerance*last) {
			return
		}
		last = report.Objective
	}
}
