package lang

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/function-words.txt
var functionWordData string

// A word's language, as far as function words tell.
const (
	italianWord uint8 = 1 << iota
	englishWord
)

// functionWords tells for each function word in which of the two languages it is one.
var functionWords = sync.OnceValue(func() map[string]uint8 {
	words := make(map[string]uint8)
	for line := range dataLines(functionWordData) {
		word, languages, _ := strings.Cut(line, "\t")
		if strings.Contains(languages, "it") {
			words[word] |= italianWord
		}
		if strings.Contains(languages, "en") {
			words[word] |= englishWord
		}
	}
	return words
})

// IsFunctionWord reports whether the word is an Italian function word: an article, a preposition, a pronoun, a
// conjunction, a form of essere or avere, an adverb that says nothing alone. The word may be written in any case and
// with any apostrophe ("Dell’").
func IsFunctionWord(word string) bool {
	return functionWords()[Fold(word)]&italianWord != 0
}

// IsEnglish reports whether the tokens, a sentence or a quotation, read as English and not as Italian: at least two of
// the words are English function words, they are a fifth of the words or more, and they outnumber the Italian ones.
// Words that are function words in both languages (a, in, me) count for neither.
func IsEnglish(tokens []Token) bool {
	words, english, italian := 0, 0, 0
	for _, token := range tokens {
		if token.Kind != Word && token.Kind != Elision {
			continue
		}
		words++
		switch functionWords()[Fold(token.Text)] {
		case englishWord:
			english++
		case italianWord:
			italian++
		}
	}
	return english >= 2 && english*5 >= words && english > italian
}
