package claims

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/words.txt
var wordsFile string

// class is the set of closed word classes that a token may belong to.
type class uint64

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
	haveSingular
	havePlural
	haveFirst
	beSingular
	bePlural
	beFirst
	comeSingular
	comePlural
	modalSingular
	modalPlural
	modalParticiple
	been
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
	finiteVerb // a finite verb of no interest, or what looks like one
)

const (
	anyHave        = haveSingular | havePlural | haveFirst
	anyBe          = beSingular | bePlural | beFirst
	anyCome        = comeSingular | comePlural
	anyModal       = modalSingular | modalPlural
	auxiliary      = anyHave | anyBe | anyCome | anyModal
	anyPreposition = preposition | articled
	introducesNoun = article | articled | determiner | possessive | preposition
	punctuation    = comma | colon | semicolon | dash | stop | openMark | closeMark | openBracket | closeBracket
	functionWord   = article | articled | preposition | coordinator | subordinator | relative | pronoun | clitic | negation | auxiliary | adverb | been | modalParticiple
)

var classNames = map[string]class{
	"article": article, "articled": articled, "preposition": preposition, "of": ofPreposition, "from": fromPreposition,
	"determiner": determiner, "possessive": possessive, "coordinator": coordinator, "subordinator": subordinator,
	"relative": relative, "pronoun": pronoun, "clitic": clitic, "negation": negation, "have3": haveSingular,
	"have6": havePlural, "have1": haveFirst, "be3": beSingular, "be6": bePlural, "be1": beFirst,
	"come3": comeSingular, "come6": comePlural, "modal3": modalSingular, "modal6": modalPlural,
	"modalParticiple": modalParticiple, "stato": been, "adverb": adverb, "time": timeNoun, "finite": finiteVerb,
}

// entry is what the word lists say of a form.
type entry struct {
	class class
	form  verbForm // form.verb is nil if the form is no verb of the lexicon
}

// vocabulary maps lower-case forms to what is known of them.
var vocabulary = sync.OnceValue(func() map[string]entry {
	words := map[string]entry{}
	for line := range strings.Lines(wordsFile) {
		name, forms, found := strings.Cut(strings.TrimSpace(line), ":")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		for _, form := range strings.Fields(forms) {
			e := words[form]
			e.class |= classNames[name]
			words[form] = e
		}
	}
	for form, v := range sketch() {
		e := words[form]
		e.form = v
		words[form] = e
	}
	return words
})

// finiteEndings are endings that only finite verbs have, or hardly anything else.
var finiteEndings = []string{"avano", "evano", "ivano", "arono", "erono", "irono", "eranno", "iranno", "rebbe",
	"rebbero", "assero", "essero", "issero", "iscono", "isce", "ava", "eva", "iva", "asse", "esse", "isse", "erà", "irà", "ò"}

// looksFinite guesses whether an unknown lower-case word is a finite verb: "crollò", "temevano".
func looksFinite(word string) bool {
	if len(word) < 5 {
		return false
	}
	for _, ending := range finiteEndings {
		if strings.HasSuffix(word, ending) {
			return len(word) > len(ending)+1
		}
	}
	return false
}

var participleEndings = []string{"ato", "ata", "ati", "ate", "uto", "uta", "uti", "ute", "ito", "ita", "iti", "ite",
	"sto", "sta", "sti", "ste", "tto", "tta", "tti", "tte", "so", "sa", "si", "se", "nto", "nta", "nti", "nte", "rto",
	"rta", "rti", "rte", "lto", "lta", "lti", "lte"}

// looksParticiple guesses whether a word after an auxiliary is a past participle.
func looksParticiple(word string) bool {
	if len(word) < 4 {
		return false
	}
	for _, ending := range participleEndings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// looksInfinitive guesses whether a word is an infinitive, maybe with a clitic: "partire", "farlo".
func looksInfinitive(word string) bool {
	for _, ending := range []string{"are", "ere", "ire", "rre"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	stem, ok := withoutClitic(word)
	return ok && strings.HasSuffix(stem, "r")
}

var enclitics = []string{"gliene", "glielo", "gliela", "mene", "sene", "celo", "selo", "lo", "la", "li", "le", "gli",
	"ne", "si", "mi", "ti", "ci", "vi"}

// withoutClitic cuts the pronoun off a gerund or an infinitive: "definendolo" is "definendo", "dirgli" is "dir".
func withoutClitic(word string) (string, bool) {
	for _, c := range enclitics {
		if stem, ok := strings.CutSuffix(word, c); ok && len(stem) > 3 && (strings.HasSuffix(stem, "ndo") || strings.HasSuffix(stem, "r")) {
			return stem, true
		}
	}
	return word, false
}
