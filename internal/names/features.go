package names

import (
	"fmt"
	"math/bits"
	"slices"

	"github.com/detto-it/detto/internal/crf"
	"github.com/detto-it/detto/internal/gazetteer"
	"github.com/detto-it/detto/internal/words"
)

// template names a kind of feature; a feature is a template and the values that it was filled with, as one hash.
// The numbers are part of the model file: change featureVersion with them.
type template uint64

const featureVersion = 6

const (
	bias template = iota
	exactWord
	lowerWord
	shape
	suffix
	list
	nameList
	wordClass
	wordClassCoarse
	caseHabit
	wordPair
	wordTriple
	shapePair
	quotedPlace
	sentencePlace
	nounBefore
	documentFact
	documentFacts
	otherMentions
	templates // their number
)

// templateNames are the names by which Training.Without leaves features out.
var templateNames = [templates]string{"bias", "exact-word", "lower-word", "shape", "suffix", "list", "name-list",
	"word-class", "coarse-class", "case-habit", "word-pair", "word-triple", "shape-pair", "quoted-place",
	"sentence-place", "noun-before", "document-fact", "document-facts", "other-mentions"}

// templateSet is a set of templates, one bit each.
type templateSet uint64

// templatesNamed returns the set of the templates with the names given.
func templatesNamed(names []string) (templateSet, error) {
	var set templateSet
	for _, name := range names {
		i := slices.Index(templateNames[:], name)
		if i < 0 {
			return 0, fmt.Errorf("names: no feature is called %q; there are %q", name, templateNames)
		}
		set |= 1 << i
	}
	return set, nil
}

// featurizer makes the features of the tokens of a sentence. A token's own description, its shared features, is seen from
// its neighbours too, so crf finds the weights for all of them by one look-up; local features are the token's alone.
type featurizer struct {
	*view
	start, end int // the sentence's tokens
	features   []uint64
	without    templateSet // templates that are left out
}

// reach is how far a token's shared features are seen, in tokens to both sides.
const reach = 2

func (f *featurizer) add(t template, value uint64) {
	if f.without>>t&1 != 0 {
		return
	}
	f.features = append(f.features, crf.At(words.Mix(words.Mix(words.Seed, uint64(t)), value), 0))
}

// all returns every feature of token i, as training sees them. The slice is valid until the next call of a method.
func (f *featurizer) all(i int) []uint64 {
	all := slices.Clone(f.local(i))
	for offset := -reach; offset <= reach; offset++ {
		if k := i + offset; k >= f.start && k < f.end {
			for _, shared := range f.seen(k, offset) {
				all = append(all, crf.At(shared, offset))
			}
		}
	}
	return all
}

// seen returns the shared features of token i that are seen from a distance: the token itself sees all of them, others
// neither its exact spelling nor its affixes.
func (f *featurizer) seen(i, offset int) []uint64 {
	if offset == 0 {
		return f.shared(i)
	}
	f.features = f.features[:0]
	w := &f.words[i]
	f.add(lowerWord, w.Lower)
	f.add(shape, w.Shape)
	if offset == -1 || offset == 1 {
		n := min(2, max(int(w.Length), 1)-1)
		f.add(suffix, w.Suffix[n]+uint64(n))
	}
	f.knowledgeOf(i)
	return f.features
}

// word describes the token at an index, the zero Word beyond the sentence.
func (f *featurizer) word(i int) *words.Word {
	if i < f.start || i >= f.end {
		return &beyond
	}
	return &f.words[i]
}

var beyond words.Word

// mayBeName reports whether the letters of token i may begin a name. Of the others, most words of a text, the tagger decides
// many before it asks for their local features.
func (f *featurizer) mayBeName(i int) bool {
	form := f.words[i].Form
	return form != words.Lowercase && form != words.Other
}

// local returns the features of token i that no other token sees. The slice is valid until the next call of a method.
func (f *featurizer) local(i int) []uint64 {
	f.features = f.features[:0]
	f.combinations(i)
	f.surroundings(i)
	f.document(i)
	return f.features
}

// key returns a hash of all that the shared features of token i depend on.
func (f *featurizer) key(i int) uint64 {
	w, name := &f.words[i], &f.named[i]
	return words.Mix(words.Mix(w.Exact, uint64(w.Form)), uint64(name.lists)<<8|uint64(name.place)) | 1
}

// shared returns the features of token i that depend on the token alone. The slice is valid until the next call of a method.
func (f *featurizer) shared(i int) []uint64 {
	f.features = f.features[:0]
	f.add(bias, 0)
	f.spelling(&f.words[i])
	f.knowledgeOf(i)
	return f.features
}

// spelling adds a word's letters: the word, its shape and its affixes.
func (f *featurizer) spelling(w *words.Word) {
	f.add(exactWord, w.Exact)
	f.add(lowerWord, w.Lower)
	f.add(shape, w.Shape)
	for n := range words.Affix {
		if w.Suffix[n] != 0 {
			f.add(suffix, w.Suffix[n]+uint64(n))
		}
	}
}

// knowledgeOf adds the classes of the token and the lists that it stands in.
func (f *featurizer) knowledgeOf(i int) {
	w := &f.words[i]
	if class := f.classes[i]; class != 0 {
		f.add(wordClass, uint64(class&0xfff))
		f.add(wordClassCoarse, uint64(class>>12&0xff))
		f.add(caseHabit, uint64(class>>20)<<4|uint64(w.Form))
	} else {
		f.add(caseHabit, 0xff00|uint64(w.Form))
	}
	f.addLists(list, f.lists[i], w.Form)
	if name := f.named[i]; name.place != outside {
		f.addLists(nameList, name.lists, words.Form(name.place))
	}
}

func (f *featurizer) addLists(t template, lists gazetteer.Set, with words.Form) {
	for ; lists != 0; lists &= lists - 1 {
		f.add(t, uint64(bits.TrailingZeros32(uint32(lists)))<<8|uint64(with))
	}
}

// addAt adds a local feature of one of several sides or kinds.
func (f *featurizer) addAt(t template, side int, value uint64) {
	f.add(t, words.Mix(value, uint64(side+8)))
}

// combinations adds pairs of neighbours.
func (f *featurizer) combinations(i int) {
	before2, before, w, after, after2 := f.word(i-2), f.word(i-1), f.word(i), f.word(i+1), f.word(i+2)
	f.addAt(wordTriple, 0, words.Mix(words.Mix(before.Lower, after.Lower), uint64(w.Form)))
	f.addAt(wordTriple, -1, words.Mix(words.Mix(before2.Lower, before.Lower), uint64(w.Form)))
	f.addAt(wordTriple, 1, words.Mix(words.Mix(after.Lower, after2.Lower), uint64(w.Form)))
	f.addAt(wordPair, -1, words.Mix(before.Lower, w.Lower))
	f.addAt(wordPair, 1, words.Mix(w.Lower, after.Lower))
	f.addAt(shapePair, -1, words.Mix(before.Shape, w.Shape))
	f.addAt(shapePair, 1, words.Mix(w.Shape, after.Shape))
}

// surroundings adds the place of the token in its sentence and between quotation marks, and the noun before the run of
// capitalised words that it is part of.
func (f *featurizer) surroundings(i int) {
	w := &f.words[i]
	f.addAt(sentencePlace, 0, uint64(min(i-f.start, 2))<<4|uint64(w.Form))
	if q := f.marks[i]; q.place != outside {
		f.addAt(quotedPlace, 0, uint64(q.place)<<8|uint64(min(q.length, 8)))
		f.addAt(quotedPlace, 1, uint64(q.length)<<8|uint64(w.Form))
	}
	if !w.Form.IsCapital() {
		f.noun(i)
		return
	}
	opening := i
	for opening > max(f.start, i-maxName) && f.words[opening-1].Form.IsCapital() {
		opening--
	}
	f.noun(opening)
}

// noun adds the nearest words of the context lists before a token: "il quotidiano torinese La Stampa".
func (f *featurizer) noun(i int) {
	for back := 1; back <= 5 && i-back >= f.start; back++ {
		lists := f.lists[i-back]
		if lists>>16 == 0 || f.words[i-back].Form == words.Other {
			continue
		}
		f.addLists(nounBefore, lists&^0xffff, f.words[i].Form|words.Form(min(back, 3)<<4))
		f.addAt(nounBefore, 4, words.Mix(f.words[i-back].Lower, uint64(f.words[i].Form)))
		return
	}
}

// document adds what the rest of the document says about the word.
func (f *featurizer) document(i int) {
	facts := f.evidence[i]
	form := f.words[i].Form
	if form == words.Lowercase || form == words.Other {
		return
	}
	f.addAt(documentFacts, 0, uint64(facts)<<4|uint64(form))
	for ; facts != 0; facts &= facts - 1 {
		f.add(documentFact, uint64(bits.TrailingZeros32(uint32(facts)))<<4|uint64(form))
	}
}
