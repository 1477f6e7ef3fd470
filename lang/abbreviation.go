package lang

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/abbreviations.txt
var abbreviationData string

//go:embed data/apostrophes.txt
var apostropheData string

// ending says whether a sentence may end with an abbreviation.
type ending uint8

const (
	unlisted  ending = iota
	neverEnds        // always goes with what follows: "dott.", "art."
	mayEnd           // can be the last word: "ecc.", "S.p.A."
)

// longestKey is the length in bytes that no listed abbreviation exceeds.
const longestKey = 16

// abbreviations holds the listed abbreviations in small letters without the last point.
var abbreviations = sync.OnceValue(func() map[string]ending {
	table := make(map[string]ending)
	for line := range dataLines(abbreviationData) {
		word, rule, _ := strings.Cut(line, "\t")
		table[word] = mayEnd
		if rule == "never" {
			table[word] = neverEnds
		}
	}
	return table
})

// apostropheWords are the words that Italian writes with an apostrophe though nothing is elided.
type apostropheWords struct {
	shortened map[string]bool // without the apostrophe: "po", "mo"
	beheaded  map[string]bool // without the apostrophe: "ndrangheta", "sto"
}

var apostrophes = sync.OnceValue(func() apostropheWords {
	words := apostropheWords{shortened: make(map[string]bool), beheaded: make(map[string]bool)}
	for line := range dataLines(apostropheData) {
		set := words.beheaded
		word := strings.TrimPrefix(line, "'")
		if cut, ok := strings.CutSuffix(line, "'"); ok {
			set, word = words.shortened, cut
		}
		set[word], set[strings.ToUpper(word)], set[strings.ToUpper(word[:1])+word[1:]] = true, true, true
	}
	return words
})

// dataLines yields the lines of a data file without its comments, which begin with #, and without blank lines.
func dataLines(data string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(data) {
			line = strings.TrimSpace(line)
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// abbreviationEnd returns the end of the abbreviation that begins with the word [i, end), behind which stands a point,
// or 0 if the point is a full stop.
func abbreviationEnd(text string, i, end int) int {
	if dots := runEnd(text, end, ".") - end; dots > 2 || dots == 2 && !isUpperAt(text, i) {
		return 0 // an ellipsis: "e..."; but two points end "il teste M.."
	}
	if isLetterAt(text, end+1) {
		if stop := dottedEnd(text, i); stop > end {
			return stop
		}
	}
	switch word := text[i:end]; {
	case isShort(word, 1):
		if isInitial(word) && !(isUpperAt(word, 0) && isLowerAt(text, end+1)) {
			return end + 1
		}
	case lookUp(word) != unlisted && !(isAcronym(word) && endsAcronym(text, end+1)):
		return end + 1
	case isCutShort(text, i, end):
		return end + 1
	}
	return 0
}

// endsAcronym reports whether the point before text[i], behind a word in capitals, is a full stop: "il TAV. Poi", but not
// in "ART. 3" and "SIG. ROSSI".
func endsAcronym(text string, i int) bool {
	return i+1 >= len(text) || text[i] != ' ' || !isDigitAt(text, i+1) && !(isUpperAt(text, i+1) && isUpperAt(text, letterEnd(text, i+1)))
}

// isInitial reports whether the letter, behind which stands a point, is an initial (J. D. Vance, А. С. Пушкин) or a short
// form of one letter (n. 12, p. 4). Vowels in small letters are words, and so is È; after a capital, a small letter behind the
// point says that a blank is missing (vitamina C.poi).
func isInitial(letter string) bool {
	if isUpperAt(letter, 0) {
		var room [4]rune
		folded := appendFolded(room[:0], letter) // more than one: a mark that no Italian letter has
		return len(letter) == 1 || len(folded) > 1 || !isItalianVowel(folded[0])
	}
	return len(letter) == 1 && classes[letter[0]] == letterByte && letter != "_" && !endsInVowel(letter)
}

// dottedEnd returns the end of the dotted abbreviation that begins at text[i], 0 if there is none: a listed one
// (dott.ssa, s.p.a) or letters one by one, the last part of up to four (S.p.A., n.d.r., U.S.A., d.lgs.).
func dottedEnd(text string, i int) int {
	end := dottedRunEnd(text, i)
	run := text[i:end]
	if lookUp(strings.TrimSuffix(run, ".")) != unlisted {
		return end
	}
	letters := 0
	for j := 0; j+1 < len(run) && run[j+1] == '.'; j += 2 {
		letters++
	}
	rest := run[2*letters:]
	switch {
	case letters == 0:
		return 0
	case rest == "" && letters > 1, len(rest) == 1:
		return end // n.d.r., S.p.A
	case rest != "" && len(rest) <= 5 && rest[len(rest)-1] == '.':
		return end // d.lgs.
	case letters > 1:
		return i + 2*letters // P.P.Pasolini
	}
	return 0
}

// dottedRunEnd returns the end of the letters and single points that begin at text[i]; it looks no further than any
// listed abbreviation goes, and leaves out the part that a word of other characters begins with: "a.C", but not in "a.Cè".
func dottedRunEnd(text string, i int) int {
	limit := min(len(text), i+2*longestKey)
	end := i
	for end < limit && (classes[text[end]] == letterByte || text[end] == '.' && text[end-1] != '.') {
		end++
	}
	if wordStep(text, end) > 0 {
		end = i + strings.LastIndexByte(text[i:end], '.') + 1
	}
	return end
}

// lookUp finds an abbreviation given without its last point, in any case.
func lookUp(word string) ending {
	if len(word) > longestKey {
		return unlisted
	}
	var key [longestKey]byte
	for i := 0; i < len(word); i++ {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		key[i] = c
	}
	return abbreviations()[string(key[:len(word)])]
}

// longestCut is the number of letters that no abbreviation read by rule exceeds.
const longestCut = 6

// isCutShort reports whether the word [i, end), behind which stands a point, is an abbreviation although no list has
// it. Italian words end in a vowel: a short one in small letters that ends in a consonant was cut, if what follows the
// point goes on the sentence ("distr. da", "possib. 3"). And a full stop is never followed by a comma.
func isCutShort(text string, i, end int) bool {
	if !isLowerAt(text, i) {
		return false
	}
	after := end + 1
	if after < len(text) && (text[after] == ',' || text[after] == ';') {
		return isShort(text[i:end], longestCut)
	}
	last := text[end-1]
	return last >= 'a' && last <= 'z' && !endsInVowel(text[i:end]) && after < len(text) && text[after] == ' ' &&
		(isLowerAt(text, after+1) || isDigitAt(text, after+1)) && isShort(text[i:end], longestCut) && !IsFunctionWord(text[i:end])
}
