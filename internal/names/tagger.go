package names

import (
	"github.com/detto-it/detto/internal/crf"
	"github.com/detto-it/detto/lang"
)

// tagger holds what tagging a document needs, for one goroutine at a time.
type tagger struct {
	model      *Model
	view       view
	featurizer featurizer
	decoder    *crf.Decoder
	path       []int
}

func newTagger(m *Model) *tagger {
	t := &tagger{model: m, decoder: crf.NewDecoder(m.weights)}
	t.view.knowledge = m.knowledge
	t.view.byWord = map[uint64]evidence{}
	t.featurizer.view = &t.view
	return t
}

func (t *tagger) names(doc *lang.Document, names []Name) []Name {
	t.view.read(doc)
	start := 0
	for _, sentence := range doc.Sentences {
		end := start + len(sentence.Tokens)
		names = t.sentence(start, end, names)
		start = end
	}
	t.view.doc = nil
	return names
}

// sentence appends the names of the sentence that the tokens [start, end) make.
func (t *tagger) sentence(start, end int, names []Name) []Name {
	t.featurizer.start, t.featurizer.end = start, end
	t.decoder.Begin(end - start)
	for i := start; i < end; i++ {
		for _, f := range t.featurizer.shared(i) {
			t.decoder.Spread(i-start, f)
		}
		scores := t.decoder.Scores(i - start)
		for _, f := range t.featurizer.local(i) {
			t.model.weights.Add(scores, f)
		}
	}
	t.path = t.decoder.Viterbi(t.path)
	for i := 0; i < len(t.path); i++ {
		if t.model.tags[t.path[i]].part != begins {
			continue
		}
		name := Name{First: start + i, Label: t.model.tags[t.path[i]].label}
		for i+1 < len(t.path) && t.model.tags[t.path[i+1]].part == continues {
			i++
		}
		name.End = start + i + 1
		name.Score = t.decoder.Confidence(name.First-start, name.End-start, t.path)
		names = append(names, name)
	}
	return names
}
