package names

import (
	"context"
	"slices"

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
	sure       []bool  // the tokens that the first pass was sure are in no name
	margins    []int32 // by how much the score of being in no name beats the others, for each token of the sentence
	tags       []int   // the tag of each token, as an index of the model's tags
	path       []int
	blocks     blockCache
}

func newTagger(m *Model) *tagger {
	t := &tagger{model: m, decoder: crf.NewDecoder(m.weights), view: newView(m.knowledge)}
	t.featurizer.view, t.featurizer.without = &t.view, m.without
	t.blocks = newBlockCache(t.decoder.BlockSize(reach))
	return t
}

// read tags a part of a document in a first pass, sentence by sentence, until the context ends, whose error it returns.
func (t *tagger) read(ctx context.Context, p part) error {
	if err := t.view.read(ctx, p); err != nil {
		return err
	}
	t.tags, t.emissions, t.sure = t.tags[:0], t.emissions[:0], t.sure[:0]
	start := 0
	for _, sentence := range p.sentences {
		if err := ctx.Err(); err != nil {
			return err
		}
		end := start + len(sentence.Tokens)
		t.firstPass(start, end)
		start = end
	}
	return nil
}

// firstPass tags the sentence of the tokens [start, end) by itself. The words that are clearly in no name by what they have
// in common with their neighbours are decided at once; only the others are looked at more closely.
func (t *tagger) firstPass(start, end int) {
	t.featurizer.start, t.featurizer.end = start, end
	t.decoder.Begin(end - start)
	for i := start; i < end; i++ {
		t.addShared(i-start, i)
	}
	for i := start; i < end; i++ {
		if t.featurizer.mayBeName(i) {
			t.decoder.Spread(i-start, t.featurizer.local(i)...)
		}
	}
	t.measureMargins(end - start)
	for i := start; i < end; i++ {
		sure := false
		if !t.featurizer.mayBeName(i) {
			if sure = t.isSure(i - start); sure {
				t.decoder.Decide(i-start, noName)
			} else {
				t.decoder.Spread(i-start, t.featurizer.local(i)...)
			}
		}
		t.sure = append(t.sure, sure)
		t.emissions = append(t.emissions, t.decoder.Scores(i-start)...)
	}
	t.findPath(end - start)
	t.tags = append(t.tags, t.path...)
}

func (t *tagger) measureMargins(tokens int) {
	t.margins = t.margins[:0]
	for i := range tokens {
		scores := t.decoder.Scores(i)
		t.margins = append(t.margins, scores[noName]-slices.Max(scores[noName+1:]))
	}
}

// noName is the index of the tag of a token that is in no name.
const noName = 0

// isSure reports whether token i of the sentence is in no name, whatever the labels of its other tokens: nothing speaks for
// one, neither of the token itself nor, on one side at least, of those beside it. The words within "Movimento per le Autonomie"
// have a name on both sides.
func (t *tagger) isSure(i int) bool {
	return t.margins[i] > t.model.sure && (t.quiet(i-bridge, i) || t.quiet(i+1, i+1+bridge))
}

// bridge is how many words between two parts of a name are looked across.
const bridge = 2

// quiet reports whether nothing speaks for a name in the tokens [start, end) of the sentence.
func (t *tagger) quiet(start, end int) bool {
	for _, margin := range t.margins[max(start, 0):min(end, len(t.margins))] {
		if margin < t.model.quiet {
			return false
		}
	}
	return true
}

// names appends the names of a document. Each part is read twice, the second time knowing what the first one found.
func (t *tagger) names(ctx context.Context, doc *lang.Document, names []Name) ([]Name, error) {
	defer func() { t.view.part = part{} }()
	quoted, err := doc.QuotedContext(ctx)
	if err != nil {
		return nil, err
	}
	for p := range parts(doc, quoted) {
		if err := t.read(ctx, p); err != nil {
			return nil, err
		}
		t.view.readTags(t.tags)
		start := 0
		for _, sentence := range p.sentences {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			end := start + len(sentence.Tokens)
			t.secondPass(start, end)
			names = t.collect(start, p.first, names)
			start = end
		}
	}
	return names, nil
}

// secondPass tags a sentence again, with the scores of the first pass and what the tags of other mentions add.
func (t *tagger) secondPass(start, end int) {
	t.path = append(t.path[:0], t.tags[start:end]...)
	if !t.isOfInterest(start, end) {
		return
	}
	t.featurizer.start, t.featurizer.end = start, end
	t.decoder.Begin(end - start)
	labels := len(t.model.tags)
	news := false
	for i := start; i < end; i++ {
		if t.sure[i] {
			t.decoder.Decide(i-start, noName)
			continue
		}
		copy(t.decoder.Scores(i-start), t.emissions[i*labels:])
		if features := t.featurizer.secondPass(i); len(features) > 0 {
			t.decoder.Spread(i-start, features...)
			news = true
		}
	}
	if news {
		t.findPath(end - start)
	}
}

// findPath sets path to the best tags of a sentence of n tokens. Where a model, not one of ours, allows no tags at all, they
// are those without a name.
func (t *tagger) findPath(n int) {
	t.path = t.decoder.Viterbi(t.path)
	for len(t.path) < n {
		t.path = append(t.path, 0)
	}
}

// isOfInterest reports whether a token of a sentence has the word of a name, of this sentence or another.
func (t *tagger) isOfInterest(start, end int) bool {
	for i := start; i < end; i++ {
		if t.view.filter.mayHold(t.view.lower[i]) {
			return true
		}
	}
	return false
}

// collect appends the names that the latest path holds; start is the sentence's first token in the part, and first the
// part's in the document.
func (t *tagger) collect(start, first int, names []Name) []Name {
	for i := 0; i < len(t.path); i++ {
		if t.model.tags[t.path[i]].place != begins {
			continue
		}
		begin := i
		name := Name{First: first + start + i, Label: t.model.tags[t.path[i]].label}
		for i+1 < len(t.path) && t.model.tags[t.path[i+1]].place == continues {
			i++
		}
		name.End = first + start + i + 1
		name.Score = t.decoder.Confidence(begin, i+1, t.path)
		names = append(names, name)
	}
	return names
}

// addShared adds what the features of token i that depend on the token alone say about the tokens around it; place is its
// index in the sentence.
func (t *tagger) addShared(place, i int) {
	block, known := t.blocks.get(t.featurizer.key(i))
	if !known && !t.decoder.Sum(block, reach, t.featurizer.shared(i)...) {
		t.blocks.drop(t.featurizer.key(i))
		t.decoder.Spread(place, t.featurizer.shared(i)...)
		return
	}
	t.decoder.AddBlock(place, reach, block)
}
