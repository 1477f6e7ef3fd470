package names

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/detto-it/detto/internal/crf"
	"github.com/detto-it/detto/lang"
)

// Example is an annotated document.
type Example struct {
	Text  string
	Names []Annotation
}

// Annotation is a name marked in an Example.
type Annotation struct {
	lang.Span
	Label string
}

// Training turns examples into what the sequence model learns from, and counts what did not fit.
type Training struct {
	Labels     []string
	Instances  []crf.Instance
	Tokens     int
	Misaligned int // annotations whose ends are not ends of tokens; they are widened to whole tokens

	tags map[tag]int
	view view
}

// NewTraining begins a training for the labels given.
func NewTraining(labels []string) (*Training, error) {
	known, err := openKnowledge()
	if err != nil {
		return nil, err
	}
	t := &Training{Labels: tagsOf(labels), tags: map[tag]int{}}
	t.view.knowledge, t.view.byWord = known, map[uint64]evidence{}
	for i, label := range t.Labels {
		parsed, err := parseTag(label)
		if err != nil {
			return nil, err
		}
		t.tags[parsed] = i
	}
	return t, nil
}

// Add adds an example. It fails when a name has a label that the training does not know.
func (t *Training) Add(example Example) error {
	doc := lang.Parse(example.Text)
	gold, err := t.goldTags(doc, example.Names)
	if err != nil {
		return err
	}
	t.view.read(doc)
	f := featurizer{view: &t.view}
	for _, sentence := range doc.Sentences {
		f.end = f.start + len(sentence.Tokens)
		instance := crf.Instance{Labels: gold[f.start:f.end]}
		for i := f.start; i < f.end; i++ {
			instance.Features = append(instance.Features, f.all(i))
		}
		t.Instances = append(t.Instances, instance)
		f.start = f.end
	}
	t.Tokens += len(doc.Tokens)
	return nil
}

// goldTags returns the tag of each token of an annotated document, as an index of Labels.
func (t *Training) goldTags(doc *lang.Document, annotations []Annotation) ([]int, error) {
	gold := make([]int, len(doc.Tokens))
	for _, a := range annotations {
		if _, known := t.tags[tag{a.Label, begins}]; !known {
			return nil, fmt.Errorf("names: label %q at byte %d is not one of the training's", a.Label, a.Start)
		}
		part := begins
		for i, token := range doc.Tokens {
			if !token.Overlaps(a.Span) {
				continue
			}
			if part == begins && token.Start != a.Start || token.End > a.End {
				t.Misaligned++
			}
			gold[i] = t.tags[tag{a.Label, part}]
			part = continues
		}
	}
	return gold, nil
}

// Trainer returns the trainer of the sequence model for the labels, whose options are the caller's to change.
func (t *Training) Trainer() *crf.Trainer {
	tags := make([]tag, len(t.Labels))
	for parsed, i := range t.tags {
		tags[i] = parsed
	}
	return &crf.Trainer{Labels: t.Labels, Allowed: func(previous, next int) bool {
		switch {
		case next < 0:
			return true
		case previous < 0:
			return tags[next].part != continues
		}
		return follows(tags[previous], tags[next])
	}}
}

// WriteModel writes a model file for Open.
func WriteModel(w io.Writer, weights *crf.Weights) error {
	about, err := json.Marshal(metadata{Task: task, Features: featureVersion})
	if err != nil {
		return err
	}
	weights.Metadata = string(about)
	_, err = weights.WriteTo(w)
	return err
}
