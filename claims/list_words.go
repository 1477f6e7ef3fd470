package claims

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/detto-it/detto/lang"
)

//go:embed data/listwords.txt
var listWordsFile string

//go:embed data/listverbs.txt
var listVerbsFile string

// wordClass is a set of the classes of small words that data/listwords.txt explains.
type wordClass uint32

const (
	articleWord wordClass = 1 << iota
	prepositionDi
	prepositionA
	prepositionDa
	prepositionIn
	prepositionSu
	prepositionCon
	prepositionPer
	prepositionTra
	prepositionOther
	conjunctionWord
	determinerWord
	possessiveWord
	stopWord
	relativeWord
	cliticWord
	skippedWord
	tailWord
	verbWord
	subjectWord
	lookedUp  // no class: the token has been looked up
	maybeVerb // also a noun: "guida"

	prepositionWord = prepositionDi | prepositionA | prepositionDa | prepositionIn | prepositionSu | prepositionCon |
		prepositionPer | prepositionTra | prepositionOther
)

var wordClassNames = map[string]wordClass{
	"article": articleWord, "di": prepositionDi, "a": prepositionA, "da": prepositionDa, "in": prepositionIn,
	"su": prepositionSu, "con": prepositionCon, "per": prepositionPer, "tra": prepositionTra, "other": prepositionOther, "and": conjunctionWord,
	"determiner": determinerWord, "possessive": possessiveWord, "stop": stopWord, "relative": relativeWord, "clitic": cliticWord,
	"skip": skippedWord, "subject": subjectWord, "tail": tailWord,
}

// smallWord is what the reading of lists knows about a word.
type smallWord struct {
	class   wordClass
	number  int // of "tre": 3; else 0
	ordinal int // of "terzo": 3; else 0
}

// smallWordTable holds the small words, and the phrases that end an item by their first word.
type smallWordTable struct {
	words map[string]smallWord
	stops map[string][][]string // the words after the first
}

var smallWords = sync.OnceValue(func() *smallWordTable {
	words, stops := map[string]smallWord{}, map[string][][]string{}
	for columns := range dataColumns(listWordsFile) {
		if phrase := strings.Fields(columns[0]); len(phrase) > 1 {
			stops[phrase[0]] = append(stops[phrase[0]], phrase[1:])
			continue
		}
		var word smallWord
		for _, class := range strings.Fields(columns[1]) {
			name, value, _ := strings.Cut(class, "=")
			n, _ := strconv.Atoi(value)
			switch name {
			case "number":
				word.number = n
			case "ordinal":
				word.ordinal = n
			default:
				word.class |= wordClassNames[name]
			}
		}
		words[columns[0]] = word
	}
	for columns := range dataColumns(listVerbsFile) {
		form, maybe := strings.CutPrefix(columns[0], "?")
		word := words[form]
		if maybe {
			word.class |= maybeVerb
		} else {
			word.class |= verbWord
		}
		words[form] = word
	}
	return &smallWordTable{words, stops}
})

// dataColumns yields the lines of a data file, split at tabs.
func dataColumns(file string) func(yield func([]string) bool) {
	return func(yield func([]string) bool) {
		for line := range dataLines(file) {
			if !yield(strings.Split(line, "\t")) {
				return
			}
		}
	}
}

// lookupForm is the form in which the data files hold a token: lower case, an elided word without its
// apostrophe, an abbreviation without its last point.
func lookupForm(token lang.Token) string { return strings.ToLower(bareForm(token)) }

// bareForm is the lookup form before its letters are made small.
func bareForm(token lang.Token) string {
	switch token.Kind {
	case lang.Elision:
		return strings.TrimSuffix(strings.TrimSuffix(token.Text, "'"), "’")
	case lang.Abbreviation:
		return strings.TrimSuffix(token.Text, ".") // "ecc."
	}
	return token.Text
}

// endsAsVerb are endings of finite verbs that hardly any noun or adjective has: future, imperfect, past, conditional.
var verbEndings = []string{"erà", "irà", "eranno", "iranno", "avano", "evano", "ivano", "arono", "erono", "irono",
	"iscono", "erebbe", "irebbe", "rebbero", "assero", "essero", "issero", "iamo"}

// nounsInOno are the nouns and adjectives among the words that end like "vogliono".
const nounsInOno = " abbandono perdono suono tono dono buono patrono telefono condono frastuono tuono trono cono ozono microfono "

// endsAsVerb reports whether a word ends like a finite verb form: "parlerà", "parlavano", "vogliono".
func endsAsVerb(word string) bool {
	if len(word) < 6 {
		return false
	}
	for _, ending := range verbEndings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return strings.HasSuffix(word, "ono") && !strings.Contains(nounsInOno, " "+word+" ")
}
