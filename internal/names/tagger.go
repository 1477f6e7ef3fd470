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
	emissions  []int32 // the scores of the first pass, for all tokens of the document
	tags       []int   // the tag of each token, as an index of the model's tags
	path       []int
}

func newTagger(m *Model) *tagger {
	t := &tagger{model: m, decoder: crf.NewDecoder(m.weights), view: newView(m.knowledge)}
	t.featurizer.view = &t.view
	return t
}

// read tags a document in a first pass, sentence by sentence.
func (t *tagger) read(doc *lang.Document) {
	t.view.read(doc)
	t.tags, t.emissions = t.tags[:0], t.emissions[:0]
	start := 0
	for _, sentence := range doc.Sentences {
		end := start + len(sentence.Tokens)
		t.firstPass(start, end)
		start = end
	}
}

// firstPass tags the sentence of the tokens [start, end) by itself.
func (t *tagger) firstPass(start, end int) {
	t.featurizer.start, t.featurizer.end = start, end
	t.decoder.Begin(end - start)
	for i := start; i < end; i++ {
		t.decoder.Spread(i-start, t.featurizer.shared(i)...)
		t.decoder.Spread(i-start, t.featurizer.local(i)...)
	}
	for i := range end - start {
		t.emissions = append(t.emissions, t.decoder.Scores(i)...)
	}
	t.path = t.decoder.Viterbi(t.path)
	t.tags = append(t.tags, t.path...)
}

// names appends the names of a document: a second pass reads it again, knowing what the first one found.
func (t *tagger) names(doc *lang.Document, names []Name) []Name {
	t.read(doc)
	t.view.readTags(t.tags)
	start := 0
	for _, sentence := range doc.Sentences {
		end := start + len(sentence.Tokens)
		t.secondPass(start, end)
		names = t.collect(start, names)
		start = end
	}
	t.view.doc = nil
	return names
}

// secondPass tags a sentence again, with the scores of the first pass and what the tags of other mentions add.
func (t *tagger) secondPass(start, end int) {
	t.featurizer.start, t.featurizer.end = start, end
	t.decoder.Begin(end - start)
	labels := len(t.model.tags)
	for i := start; i < end; i++ {
		copy(t.decoder.Scores(i-start), t.emissions[i*labels:])
		t.decoder.Spread(i-start, t.featurizer.secondPass(i)...)
	}
	t.path = t.decoder.Viterbi(t.path)
}

// collect appends the names that the latest path holds; start is the sentence's first token.
func (t *tagger) collect(start int, names []Name) []Name {
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
