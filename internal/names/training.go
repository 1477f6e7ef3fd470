package names

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"

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
	Tokens     int
	Misaligned int // annotations whose ends are not ends of tokens; they are widened to whole tokens

	without    []string
	tags       map[tag]int
	documents  []annotated
	added      int
	view       view
	featurizer featurizer
}

// annotated is a document with the tag of each token, as an index of Labels.
type annotated struct {
	doc   *lang.Document
	gold  []int
	found []int // the tags that a model gave which did not learn from the document; nil where none has read it
}

// NewTraining begins a training for the labels given, without the features of the templates named.
func NewTraining(labels, without []string) (*Training, error) {
	known, err := openKnowledge()
	if err != nil {
		return nil, err
	}
	t := &Training{Labels: tagsOf(labels), without: without, tags: map[tag]int{}, view: newView(known)}
	if t.featurizer.without, err = templatesNamed(without); err != nil {
		return nil, err
	}
	t.featurizer.view = &t.view
	for i, label := range t.Labels {
		parsed, err := parseTag(label)
		if err != nil {
			return nil, err
		}
		t.tags[parsed] = i
	}
	return t, nil
}

// Add adds an example, and of some a copy in capitals or without any, so that the model learns to read headlines and chats. It fails
// when a name has a label that the training does not know.
func (t *Training) Add(example Example) error {
	t.added++
	switch t.added % copyEvery {
	case 1:
		if err := t.add(Example{MapCase(example.Text, unicode.ToUpper), example.Names}); err != nil {
			return err
		}
	case 3:
		if err := t.add(Example{MapCase(example.Text, unicode.ToLower), example.Names}); err != nil {
			return err
		}
	}
	return t.add(example)
}

// copyEvery is the number of examples of which one is copied in capitals and one without.
const copyEvery = 8

// MapCase changes the case of the characters that keep their length in bytes, so that spans stay right. Bytes that are no
// UTF-8 stay as they are.
func MapCase(text string, to func(rune) rune) string {
	mapped := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		r, length := utf8.DecodeRuneInString(text[i:])
		if changed := to(r); utf8.RuneLen(changed) == length {
			mapped = utf8.AppendRune(mapped, changed)
		} else {
			mapped = append(mapped, text[i:i+length]...)
		}
		i += length
	}
	return string(mapped)
}

func (t *Training) add(example Example) error {
	doc := lang.Parse(example.Text)
	gold, err := t.goldTags(doc, example.Names)
	if err != nil {
		return err
	}
	t.documents = append(t.documents, annotated{doc: doc, gold: gold})
	t.Tokens += len(doc.Tokens)
	return nil
}

// Instances returns the sentences of the documents that are chosen by their number, with their features.
func (t *Training) Instances(chosen func(document int) bool) []crf.Instance {
	var instances []crf.Instance
	for i := range t.documents {
		if chosen(i) {
			instances = t.addInstances(instances, &t.documents[i])
		}
	}
	return instances
}

func (t *Training) addInstances(instances []crf.Instance, a *annotated) []crf.Instance {
	_ = t.view.read(context.Background(), whole(a.doc)) // which never ends
	if a.found != nil {
		t.view.readTags(a.found)
	}
	f := &t.featurizer
	f.start = 0
	for _, sentence := range a.doc.Sentences {
		f.end = f.start + len(sentence.Tokens)
		instance := crf.Instance{Labels: a.gold[f.start:f.end]}
		for i := f.start; i < f.end; i++ {
			features := append(f.all(i), f.secondPass(i)...)
			instance.Features = append(instance.Features, features)
		}
		instances = append(instances, instance)
		f.start = f.end
	}
	return instances
}

// CrossTag lets the documents of each of the folds be tagged by a model that learned from the others, so that the
// final model learns how far it may trust a first pass over a document (stacking with cross-validation: Krishnan and Manning,
// An effective two-stage model for exploiting non-local dependencies, ACL 2006).
func (t *Training) CrossTag(folds int, train func([]crf.Instance) (*crf.Weights, error)) error {
	for fold := range folds {
		weights, err := train(t.Instances(func(i int) bool { return i%folds != fold }))
		if err != nil {
			return err
		}
		var file bytes.Buffer
		if _, err := weights.WriteTo(&file); err != nil {
			return err
		}
		model, err := Open(file.Bytes())
		if err != nil {
			return err
		}
		tagger := newTagger(model)
		for i := fold; i < len(t.documents); i += folds {
			if err := tagger.read(context.Background(), whole(t.documents[i].doc)); err != nil {
				return err
			}
			t.documents[i].found = slices.Clone(tagger.tags)
		}
	}
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
	t.beginAnew(doc, gold)
	return gold, nil
}

// beginAnew lets a name that the beginning of a sentence cuts in two begin there anew.
func (t *Training) beginAnew(doc *lang.Document, gold []int) {
	start := 0
	for _, sentence := range doc.Sentences {
		if len(sentence.Tokens) > 0 {
			if parsed := t.parsed(gold[start]); parsed.place == continues {
				gold[start] = t.tags[tag{parsed.label, begins}]
			}
		}
		start += len(sentence.Tokens)
	}
}

func (t *Training) parsed(index int) tag {
	parsed, err := parseTag(t.Labels[index])
	if err != nil {
		return tag{}
	}
	return parsed
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
	return &crf.Trainer{Labels: t.Labels, Metadata: t.about(), Allowed: func(previous, next int) bool {
		switch {
		case next < 0:
			return true
		case previous < 0:
			return tags[next].place != continues
		}
		return follows(tags[previous], tags[next])
	}}
}

// about is what the model file says about itself.
func (t *Training) about() []byte {
	text, err := json.Marshal(metadata{Task: task, Features: featureVersion, Without: t.without})
	if err != nil {
		return nil // a struct of a string and a number always has a JSON form
	}
	return text
}
