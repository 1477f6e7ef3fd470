package claims

import (
	"strings"
)

// form is what a word is by its letters alone, wherever it stands.
type form struct {
	low        string        // in lower case, with straight apostrophes; "" if that is how it stands
	upper      bool          // whether it begins with a capital
	closed     bool          // whether it belongs to a closed class
	class      class         // as a word of a closed class
	verbs      []verbReading // as a verb of saying or an auxiliary
	other      class         // as any other verb, or as an adverb
	infinitive bool          // whether it looks like an infinitive, of which only its place can make one
}

// vocabulary keeps the forms of the latest different words, each in one of the two slots that its letters tell, so that most
// words of a text are looked up once; with only one, frequent words would drive each other out. It changes how fast a text is
// read, not what is found. It must not be used by two goroutines at the same time.
type vocabulary struct {
	lexicon *lexicon
	classes map[string]class
	texts   textRoom      // the lower-case forms
	verbs   []verbReading // of the word that is looked up
	slots   []slot        // those of a pair side by side
	latest  []uint8       // by pair, which of its slots was asked for last: 0 or 1
	long    form          // the latest word that is too long for a slot
}

// slot holds a form and the letters that it is of.
type slot struct {
	letters [longestKept]byte
	length  uint8 // 0 where the slot is free
	form    form
}

const (
	longestKept = 22
	keptForms   = 16384
)

func newVocabulary() *vocabulary {
	return &vocabulary{lexicon: theLexicon(), classes: closedClasses(), slots: make([]slot, keptForms), latest: make([]uint8, keptForms/2)}
}

// form returns the form of a word that is not empty. It is valid until the next call.
func (v *vocabulary) form(word string) *form {
	if len(word) > longestKept {
		v.read(&v.long, word)
		return &v.long
	}
	pair := hashText(0, word) % (keptForms / 2)
	slots := v.slots[2*pair : 2*pair+2]
	for i := range slots {
		if slots[i].holds(word) {
			v.latest[pair] = uint8(i)
			return &slots[i].form
		}
	}
	v.latest[pair] = 1 - v.latest[pair]
	s := &slots[v.latest[pair]]
	s.length = uint8(copy(s.letters[:], word))
	v.read(&s.form, word)
	return &s.form
}

func (s *slot) holds(word string) bool { return string(s.letters[:s.length]) == word }

// read looks a word up.
func (v *vocabulary) read(f *form, word string) {
	var buffer [48]byte
	low, upper := lower(buffer[:0], word)
	*f = form{upper: upper, verbs: f.verbs[:0]}
	if string(low) != word {
		f.low = v.texts.keep(low)
		word = f.low
	}
	f.class, f.closed = v.classes[word]
	v.verbs = v.lexicon.verb(v.verbs[:0], word)
	f.verbs = append(f.verbs, v.verbs...) // room is made once, for all of them
	for i := range f.verbs {
		if f.low == "" && f.verbs[i].Clitics != "" {
			f.verbs[i].Clitics = v.texts.keep([]byte(f.verbs[i].Clitics)) // which else would keep the text of the word in memory
		}
	}
	f.readEnding(word)
}

// readEnding notes what the ending of a lower-case word tells.
func (f *form) readEnding(word string) {
	if len(word) > 6 && strings.HasSuffix(word, "mente") {
		f.other = adverb
		return
	}
	f.other = otherVerbClass(word)
	switch {
	case f.other != 0:
	case looksFinite(word):
		f.other = otherFinite
	case looksReflexive(word):
		f.other = otherNonfinite
	default:
		f.infinitive = looksInfinitive(word)
	}
}
