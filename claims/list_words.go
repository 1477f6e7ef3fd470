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
var verbsFile string

// wordClass is a set of the classes of small words that data/listwords.txt explains.
type wordClass uint32

const (
	article wordClass = 1 << iota
	prepositionDi
	prepositionA
	prepositionDa
	prepositionIn
	prepositionSu
	prepositionCon
	prepositionPer
	prepositionTra
	conjunction
	determiner
	possessive
	stopWord
	relative
	clitic
	skipped
	tailWord
	finiteVerb

	preposition = prepositionDi | prepositionA | prepositionDa | prepositionIn | prepositionSu | prepositionCon |
		prepositionPer | prepositionTra
)

var wordClassNames = map[string]wordClass{
	"article": article, "di": prepositionDi, "a": prepositionA, "da": prepositionDa, "in": prepositionIn,
	"su": prepositionSu, "con": prepositionCon, "per": prepositionPer, "tra": prepositionTra, "and": conjunction,
	"determiner": determiner, "possessive": possessive, "stop": stopWord, "relative": relative, "clitic": clitic,
	"skip": skipped, "tail": tailWord,
}

// smallWord is what the reading of lists knows about a word.
type smallWord struct {
	class   wordClass
	number  int // of "tre": 3; else 0
	ordinal int // of "terzo": 3; else 0
}

var smallWords = sync.OnceValue(func() map[string]smallWord {
	words := map[string]smallWord{}
	for _, columns := range dataLines(listWordsFile) {
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
	for _, columns := range dataLines(verbsFile) {
		word := words[columns[0]]
		word.class |= finiteVerb
		words[columns[0]] = word
	}
	return words
})

// dataLines splits a data file into lines without comments and each line into its columns.
func dataLines(file string) [][]string {
	var lines [][]string
	for line := range strings.Lines(file) {
		line = strings.TrimRight(line, "\n")
		if line != "" && line[0] != '#' {
			lines = append(lines, strings.Split(line, "\t"))
		}
	}
	return lines
}

// lookupForm is the form in which the data files hold a token: lower case, an elided word without its apostrophe.
func lookupForm(token lang.Token) string {
	text := token.Text
	if token.Kind == lang.Elision {
		text = strings.TrimSuffix(strings.TrimSuffix(text, "'"), "’")
	}
	return strings.ToLower(text)
}

// finiteEndings are endings of finite verbs that hardly any noun or adjective has: future, imperfect, past, conditional.
var finiteEndings = []string{"erà", "irà", "eranno", "iranno", "avano", "evano", "ivano", "arono", "erono", "irono",
	"iscono", "erebbe", "irebbe", "rebbero", "assero", "essero", "issero", "iamo"}

// nounsInOno are the nouns and adjectives among the words that end like "vogliono".
const nounsInOno = " abbandono perdono suono tono dono buono patrono telefono condono frastuono tuono trono cono ozono microfono "

// finiteEnding reports whether a word ends like a finite verb form: "parlerà", "parlavano", "vogliono".
func finiteEnding(word string) bool {
	if len(word) < 6 {
		return false
	}
	for _, ending := range finiteEndings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return strings.HasSuffix(word, "ono") && !strings.Contains(nounsInOno, " "+word+" ")
}
