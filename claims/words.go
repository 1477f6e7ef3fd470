package claims

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/detto-it/detto/internal/conjugate"
)

//go:embed data/words.txt
var wordsText string

//go:embed data/naming.txt
var namingText string

//go:embed data/otherverbs.txt
var otherVerbsText string

// class is the set of word classes that a token may belong to.
type class uint32

// The classes. A word may be in several: "la" is an article and a clitic, "che" subordinates and relates.
const (
	article class = 1 << iota
	articled
	preposition
	ofPreposition
	fromPreposition
	determiner
	possessive
	coordinator
	subordinator
	relative
	pronoun
	clitic
	negation
	adverb
	timeNoun
	capital
	number
	comma
	colon
	semicolon
	dash
	stop
	openMark
	closeMark
	openBracket
	closeBracket
	otherFinite     // a finite verb that is none of saying
	otherParticiple // a past participle of such a verb
	otherNonfinite  // a gerund or an infinitive of such a verb
	notInfinitive   // a noun or adjective that ends like an infinitive
	counting        // announces a list: "quattro", "criteri"
)

const (
	anyPreposition = preposition | articled
	introducesNoun = article | articled | determiner | possessive | preposition
	punctuation    = comma | colon | semicolon | dash | stop | openMark | closeMark | openBracket | closeBracket
	functionWord   = article | articled | preposition | coordinator | subordinator | relative | pronoun | clitic | negation | adverb
)

var classNames = map[string]class{
	"article": article, "articled": articled, "preposition": preposition, "of": ofPreposition, "from": fromPreposition,
	"determiner": determiner, "possessive": possessive, "coordinator": coordinator, "subordinator": subordinator,
	"relative": relative, "pronoun": pronoun, "clitic": clitic, "negation": negation, "adverb": adverb, "time": timeNoun,
	"notinfinitive": notInfinitive, "counting": counting,
}

// closedClasses maps the lower-case forms of the closed word classes to their classes.
var closedClasses = sync.OnceValue(func() map[string]class {
	words := map[string]class{}
	for line := range dataLines(wordsText) {
		name, forms, _ := strings.Cut(line, ":")
		for form := range strings.FieldsSeq(forms) {
			words[form] |= classNames[name]
		}
	}
	return words
})

// namingWords maps the words of data/naming.txt to their class, "name" or "term".
var namingWords = sync.OnceValue(func() map[string]string { return readClasses(namingText) })

// readClasses reads lines of a class, a colon and its words, and maps the words to the class.
func readClasses(text string) map[string]string {
	words := map[string]string{}
	for line := range dataLines(text) {
		class, forms, _ := strings.Cut(line, ":")
		for form := range strings.FieldsSeq(forms) {
			words[form] = class
		}
	}
	return words
}

// otherVerbs recognises the forms of common verbs that are none of saying.
var otherVerbs = sync.OnceValue(func() *conjugate.Index {
	var infinitives []string
	for line := range dataLines(otherVerbsText) {
		infinitives = append(infinitives, line)
	}
	return conjugate.NewIndex(infinitives)
})

// otherVerbClass tells what a lower-case word is as a form of a verb that is none of saying. First and second persons
// do not count: they are mostly nouns ("i risultati").
func otherVerbClass(word string) class {
	var room [8]conjugate.Reading
	c := class(0)
	for _, r := range otherVerbs().Lookup(room[:0], word) {
		switch {
		case r.Mood == conjugate.Subjunctive && r.Tense == conjugate.Present && word[len(word)-1] == 'i': // "i fondi", "i porti"
		case r.Finite() && r.Person == 3 && r.Mood != conjugate.Imperative:
			c |= otherFinite
		case r.Mood == conjugate.Participle && r.Tense == conjugate.Past && r.Clitics == "":
			c |= otherParticiple
		case r.Mood == conjugate.Gerund, r.Mood == conjugate.Infinitive:
			c |= otherNonfinite
		}
	}
	return c
}

// finiteEndings are endings that finite verbs have and hardly anything else.
var finiteEndings = []string{"avano", "evano", "ivano", "arono", "erono", "irono", "eranno", "iranno", "rebbe", "rebbero",
	"assero", "essero", "issero", "iscono", "isce", "erà", "irà", "ò"}

// looksFinite guesses whether an unknown lower-case word is a finite verb: "crollò", "temevano".
func looksFinite(word string) bool {
	for _, ending := range finiteEndings {
		if strings.HasSuffix(word, ending) {
			return len(word) > len(ending)+2
		}
	}
	return false
}

// looksParticiple guesses whether an unknown word after an auxiliary is a past participle.
func looksParticiple(word string) bool {
	if len(word) < 4 {
		return false
	}
	switch word[len(word)-1] {
	case 'o', 'a', 'i', 'e':
		switch word[len(word)-2] {
		case 't', 's':
			return true
		}
	}
	return false
}

// looksInfinitive guesses whether an unknown word is an infinitive, maybe with a clitic: "partire", "farlo".
func looksInfinitive(word string) bool {
	return hasEnding(word, "are", "ere", "ire", "rre", "rsene", "rmi", "rti") || looksReflexive(word)
}

func hasEnding(word string, endings ...string) bool {
	for _, ending := range endings {
		if strings.HasSuffix(word, ending) {
			return len(word) > len(ending)+1
		}
	}
	return false
}

// looksReflexive guesses whether an unknown word is an infinitive with a clitic, by endings that no noun has.
func looksReflexive(word string) bool {
	for _, ending := range [...]string{"rsi", "rlo", "rla", "rli", "rle", "rgli", "rne", "rvi", "rci"} {
		if strings.HasSuffix(word, ending) {
			return len(word) > len(ending)+1
		}
	}
	return false
}
