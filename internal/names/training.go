package names

import (
	"encoding/json"
	"fmt"
	"slices"
	"sort"

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
		t.beginAnew(instance.Labels)
		for i := f.start; i < f.end; i++ {
			instance.Features = append(instance.Features, f.all(i))
		}
		t.Instances = append(t.Instances, instance)
		f.start = f.end
	}
	t.Tokens += len(doc.Tokens)
	return nil
}

// goldTags returns the tag of each token of an annotated document, as an index of Labels. Of names that share a token
// the longest counts.
func (t *Training) goldTags(doc *lang.Document, annotations []Annotation) ([]int, error) {
	longestFirst := slices.Clone(annotations)
	slices.SortStableFunc(longestFirst, func(a, b Annotation) int { return b.Len() - a.Len() })
	gold := make([]int, len(doc.Tokens))
	for _, a := range longestFirst {
		if _, known := t.tags[tag{a.Label, begins}]; !known {
			return nil, fmt.Errorf("names: label %q at byte %d is not one of the training's", a.Label, a.Start)
		}
		tokens, first := tokensOf(doc, a.Span)
		if len(tokens) == 0 || slices.ContainsFunc(gold[first:first+len(tokens)], func(tag int) bool { return tag != 0 }) {
			continue
		}
		if tokens[0].Start != a.Start || tokens[len(tokens)-1].End != a.End {
			t.Misaligned++
		}
		for i := range tokens {
			gold[first+i] = t.tags[tag{a.Label, continues}]
		}
		gold[first] = t.tags[tag{a.Label, begins}]
	}
	return gold, nil
}

// beginAnew lets a name that a sentence's beginning cuts in two begin there.
func (t *Training) beginAnew(labels []int) {
	for parsed, i := range t.tags {
		if parsed.part == continues && len(labels) > 0 && labels[0] == i {
			labels[0] = t.tags[tag{parsed.label, begins}]
			return
		}
	}
}

// tokensOf returns the tokens that have a part in a span, and the index of the first.
func tokensOf(doc *lang.Document, span lang.Span) ([]lang.Token, int) {
	first := sort.Search(len(doc.Tokens), func(i int) bool { return doc.Tokens[i].End > span.Start })
	end := sort.Search(len(doc.Tokens), func(i int) bool { return doc.Tokens[i].Start >= span.End })
	return doc.Tokens[first:max(first, end)], first
}

// Trainer returns the trainer of the sequence model for the labels, whose options are the caller's to change.
func (t *Training) Trainer() *crf.Trainer {
	tags := make([]tag, len(t.Labels))
	for parsed, i := range t.tags {
		tags[i] = parsed
	}
	return &crf.Trainer{Labels: t.Labels, Metadata: about(), Allowed: func(previous, next int) bool {
		switch {
		case next < 0:
			return true
		case previous < 0:
			return tags[next].part != continues
		}
		return follows(tags[previous], tags[next])
	}}
}

// about is what a model file says about itself.
func about() []byte {
	text, err := json.Marshal(metadata{Task: task, Features: featureVersion})
	if err != nil {
		return nil // a struct of a string and a number always has a JSON form
	}
	return text
}
