package conjugate

import (
	"bytes"
	"strings"
)

// Reading is one analysis of a word: a verb, its form, and the clitics joined to its end.
type Reading struct {
	Verb     int    // place of the verb in the list given to [NewIndex]
	Features        // what the form means
	Clitics  string // "gli" in "dicendogli", "glielo" in "dirglielo"; "" without
}

// Index recognises the inflected forms of a list of verbs. It holds the stems, not the forms: "dicessero" is found as
// dic + essero. An Index does not change once made and may be shared between goroutines.
type Index struct {
	grammar *grammar
	uses    []stemUse
	first   map[string]int32   // stem → its first use
	endings map[string][]int32 // ending → cells
	longest int                // bytes of the longest ending
	starts  startSet
}

// maxWord is the length in bytes of the longest word that is looked up.
const maxWord = 48

// stemUse says which endings a verb joins to a stem.
type stemUse struct {
	verb  int32
	next  int32 // the next use of the same stem, or -1
	cells cellSet
}

// NewIndex makes an index of the forms of the verbs, given by their infinitives.
func NewIndex(infinitives []string) *Index {
	g := theGrammar()
	x := &Index{grammar: g, endings: make(map[string][]int32, 160)}
	for i, c := range g.cells {
		x.endings[c.ending] = append(x.endings[c.ending], int32(i))
		x.longest = max(x.longest, len(c.ending))
	}
	x.uses = make([]stemUse, 0, 4*len(infinitives))
	x.first = make(map[string]int32, 4*len(infinitives))
	for i, infinitive := range infinitives {
		x.addVerb(int32(i), infinitive)
	}
	return x
}

// addVerb notes the forms of a verb. Most follow each other on one stem, which is looked up once; a wholly regular verb has
// all the endings of its class.
func (x *Index) addVerb(verb int32, infinitive string) {
	v, ok := x.grammar.verb(infinitive)
	switch {
	case !ok:
		return
	case v.isPlain():
		x.uses[x.use(verb, v.stem)].cells = x.grammar.regular[v.class]
		return
	}
	var last string
	var use int32
	v.walk(func(stem string, cell int) {
		if stem != last || last == "" {
			last, use = stem, x.use(verb, stem)
		}
		x.uses[use].cells.add(cell)
	})
}

// use returns the place of the use of a stem by a verb, a new one if need be.
func (x *Index) use(verb int32, stem string) int32 {
	head, known := x.first[stem]
	if known {
		for use := head; use >= 0; use = x.uses[use].next {
			if x.uses[use].verb == verb {
				return use
			}
		}
	} else {
		head = -1
		x.starts.add(stem)
	}
	x.first[stem] = int32(len(x.uses))
	x.uses = append(x.uses, stemUse{verb: verb, next: head})
	return x.first[stem]
}

// Lookup appends the readings of a word to dst and returns it; it allocates only to enlarge dst. The word is in lower
// case; the apostrophe may be either of ' and ’, also where it stands for an accent ("e'", "dira'"). Readings come in a
// fixed order, those without clitics first.
//
// A clitic is found by taking it off the end of a form that can bear one: an infinitive ("dirgli", "proporlo"), a gerund
// ("definendolo"), a past participle ("dettogli", "dichiaratisi") or an imperative ("dimmi", "ditelo"). Two rare things are
// left out because nouns and adjectives look like them: the imperative "tu" of more than one syllable (apri + le is
// "aprile") and inflected participles with another clitic than si (definiti + vi is "definitivi").
func (x *Index) Lookup(dst []Reading, word string) []Reading {
	if word == "" || len(word) > maxWord {
		return dst
	}
	var buffer [maxWord + 1]byte
	if strings.HasSuffix(word, "'") || strings.HasSuffix(word, "’") {
		return x.lookupApostrophe(dst, append(buffer[:0], word...))
	}
	if !x.starts.mayStart(word) {
		return dst
	}
	form := append(buffer[:0], word...)
	dst = x.lookup(dst, form, "", anyForm)
	if !mayBearClitic(form) {
		return dst
	}
	for _, clitic := range x.grammar.clitics {
		if bare, ok := bytes.CutSuffix(form, clitic); ok && bearsClitics(bare) {
			right := bearsClitic
			if string(clitic) == "si" {
				right = bearsReflexive
			}
			dst = x.lookup(dst, bare, word[len(bare):], right)
			dst = x.lookupDoubled(dst, bare, word[len(bare):])
		}
	}
	return dst
}

// lookup appends the readings of a form whose features are right.
func (x *Index) lookup(dst []Reading, form []byte, clitics string, right func(Features) bool) []Reading {
	for cut := max(1, len(form)-x.longest); cut <= len(form); cut++ {
		use, ok := x.first[string(form[:cut])]
		if !ok {
			continue
		}
		cells := x.endings[string(form[cut:])]
		for ; use >= 0; use = x.uses[use].next {
			dst = x.appendReadings(dst, &x.uses[use], cells, clitics, right)
		}
	}
	return dst
}

// appendReadings appends the readings that a stem has with an ending, which is any of the cells.
func (x *Index) appendReadings(dst []Reading, use *stemUse, cells []int32, clitics string, right func(Features) bool) []Reading {
	for _, cell := range cells {
		if f := x.grammar.cells[cell].Features; use.cells.has(cell) && right(f) {
			dst = append(dst, Reading{int(use.verb), f, clitics})
		}
	}
	return dst
}

// lookupApostrophe reads a word that ends in an apostrophe: an imperative or elided form ("di'", "dev'"), or a final
// accent written as an apostrophe ("dira'").
func (x *Index) lookupApostrophe(dst []Reading, word []byte) []Reading {
	body := bytes.TrimSuffix(bytes.TrimSuffix(word, []byte("'")), []byte("’"))
	if len(body) == 0 {
		return dst
	}
	word = append(body, '\'')
	dst = x.lookup(dst, word, "", anyForm)
	vowel := strings.IndexByte("aeiou", body[len(body)-1])
	if vowel < 0 {
		return dst
	}
	word = append(body[:len(body)-1], "àèìòù"[2*vowel:2*vowel+2]...)
	return x.lookup(dst, word, "", endsInAccent)
}

// lookupDoubled reads a one-syllable imperative, which doubles the clitic: "dim" + "mi" is di' + mi.
func (x *Index) lookupDoubled(dst []Reading, bare []byte, clitic string) []Reading {
	last := len(bare) - 1
	if last < 2 || last > 3 || bare[last] != clitic[0] {
		return dst
	}
	bare[last] = '\''
	dst = x.lookup(dst, bare, clitic, isImperative)
	bare[last] = clitic[0]
	return dst
}

func anyForm(Features) bool { return true }

// endsInAccent keeps the forms that end in an accented vowel: "è", "parlò", "dirà".
func endsInAccent(f Features) bool { return f.Mood == Indicative && f.Person != 2 }

// bearsReflexive keeps the forms that si can be joined to.
func bearsReflexive(f Features) bool {
	return f.Mood == Infinitive || f.Mood == Gerund || f.Mood == Participle && f.Tense == Past
}

// bearsClitic keeps the forms that another clitic can be joined to.
func bearsClitic(f Features) bool {
	switch f.Mood {
	case Imperative:
		return f.Number == Plural
	case Participle:
		return f.Tense == Past && f.Number == Singular && f.Gender == Masculine
	}
	return bearsReflexive(f)
}

// isImperative keeps the imperatives.
func isImperative(f Features) bool { return f.Mood == Imperative }

// bearsClitics rejects what no clitic is joined to: the infinitive that has kept its vowel ("dire" in "direlo").
func bearsClitics(bare []byte) bool { return len(bare) > 1 && !bytes.HasSuffix(bare, []byte("re")) }
