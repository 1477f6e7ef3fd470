package claims

import "github.com/detto-it/detto/lang"

// sought is what the words of a source say, by their stems.
type sought struct {
	head  string   // the stem of its noun, "" if it has none
	words []string // the meanings of its other words
	forms []string // the same words in lower case
	size  int      // how many these are
	meant []string // the title of who holds the office that all words together name, if they do: "capo dello Stato"
}

// forget empties what was sought, all but the room.
func (s *sought) forget() {
	clear(s.words)
	clear(s.forms)
	*s = sought{words: s.words[:0], forms: s.forms[:0]}
}

// seek reads the description that an attribution has as its source.
func (v *resolver) seek(a attribution) {
	s := &v.sought
	s.forget()
	if !a.found || a.source.pronoun || a.source.entity >= 0 {
		return
	}
	s.head = lang.Stem(v.lexicon.present(v.lowered(a.source.head)))
	for i := a.source.start; i < a.source.end; i++ {
		if i == a.source.head || !v.tells(i) {
			continue
		}
		s.forms = append(s.forms, v.lowered(i))
		s.words = append(s.words, meaning(v.lowered(i)))
	}
	s.size = len(s.words)
	var room [longestForm]byte
	s.meant = equivalentTitles()[string(appendLower(room[:0], v.text(a.source.tokens)))]
}

// tells reports whether a word says something of its own, as articles and prepositions do not.
func (v *resolver) tells(i int) bool {
	return v.words[i].class&(functionWord|punctuation|determiner|possessive) == 0 || v.words[i].entity >= 0
}
