package lang

import (
	"unicode"
	"unicode/utf8"
)

// word scans the token that begins with a letter at i.
func (s *scanner) word(i int) (int, Kind) {
	text := s.text
	end := i
	for end < len(text) {
		c := text[end]
		if isWordByte(c) {
			end++
		} else if c == 0xC3 && end+1 < len(text) && isLatin1Letter(text[end+1]) {
			end += 2
		} else {
			break
		}
	}
	if end < len(text) && text[end] >= utf8.RuneSelf {
		end = wordRunEnd(text, end)
	}
	if end == len(text) || text[end] == ' ' {
		return end, wordKind(text[i:end])
	}
	return s.wordTail(i, end)
}

// wordTail decides whether the word [i, end) goes on behind the sign that stands at end.
func (s *scanner) wordTail(i, end int) (int, Kind) {
	text := s.text
	for end < len(text) {
		switch text[end] {
		case ',', '\n':
			return end, wordKind(text[i:end])
		case '.':
			return s.wordBeforePoint(i, end)
		case '@', ':':
			if stop := addressEnd(text, i, end); stop > 0 {
				return stop, Address
			}
			return end, wordKind(text[i:end])
		}
		if n := apostropheStep(text, end); n > 0 {
			return s.wordBeforeApostrophe(i, end, n)
		}
		stop := joinedEnd(text, i, end)
		if stop == 0 {
			break
		}
		end = stop
	}
	return end, wordKind(text[i:end])
}

// joinedEnd returns the end of the word part that a hyphen, a stroke or an ampersand at text[end] joins to the word
// [i, end), 0 if it joins nothing: "Kassym-Jomart", "win-win", "F-35", "km/h", "e/o", "S&P", "AT&T". A stroke between
// two long words stands for "or" and separates them: "governo/opposizione".
func joinedEnd(text string, i, end int) int {
	if n := hyphenStep(text, end); n > 0 {
		stop := wordRunEnd(text, end+n)
		if stop == end+n || isLoose(text[i:end], text[end+n:stop]) {
			return 0
		}
		return stop
	}
	switch text[end] {
	case '/':
		stop := wordRunEnd(text, end+1)
		if stop > end+1 && (isShort(text[i:end], 2) || isShort(text[end+1:stop], 2)) {
			return stop
		}
	case '&':
		if unicode.IsUpper(lastLetter(text[i:end])) && isUpperAt(text, end+1) {
			return wordRunEnd(text, end+1)
		}
	}
	return 0
}

// isLoose reports whether a hyphen leaves what it joins two words: acronyms (USA-URSS, PPE-DE), "pre" and "post", which
// stand before any noun as prepositions do (post-voto), and other such words before a name (ex-Birmania, anti-Rossi).
func isLoose(left, right string) bool {
	switch left {
	case "pre", "post", "Pre", "Post":
		return true
	case "ex", "Ex", "anti", "Anti", "filo", "pro", "neo", "non":
		return isUpperAt(right, 0)
	}
	return isAcronym(left) && isAcronym(right)
}

// isAcronym reports whether the word is two or more capital letters of the ASCII alphabet.
func isAcronym(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] < 'A' || word[i] > 'Z' {
			return false
		}
	}
	return len(word) > 1
}

// wordBeforePoint decides what the point at end is to the word [i, end): a part of an address (www.esempio.it), a part
// of an abbreviation (dott.ssa, S.p.A., art.), or a full stop.
func (s *scanner) wordBeforePoint(i, end int) (int, Kind) {
	text := s.text
	if wordStep(text, end+1) > 0 {
		if stop := addressEnd(text, i, end); stop > 0 {
			return stop, Address
		}
	}
	if stop := abbreviationEnd(text, i, end); stop > 0 {
		return stop, Abbreviation
	}
	return end, wordKind(text[i:end])
}

// wordBeforeApostrophe decides what the apostrophe of n bytes at end is to the word [i, end).
//
// Before a letter it marks an elision, which is a token of its own (l'|Italia, dov'|è), unless the word ends in a vowel:
// Italian elides vowels, so what keeps one is a foreign name (O'Brien, Xi'an). Before white space or a mark it is the
// sign of a shortened word (po', mo', di'), of an accent that the keyboard lacked (citta', e'), or closes a quotation
// ('Mani pulite').
func (s *scanner) wordBeforeApostrophe(i, end, n int) (int, Kind) {
	text := s.text
	word := text[i:end]
	after := end + n
	switch {
	case isLetterAt(text, after):
		if isGenitive(text, after) {
			return end, wordKind(word) // King|'s
		}
		if !isCompound(word) && (!endsInVowel(word) || apostrophes().shortened[word]) {
			return after, Elision
		}
		return s.wordTail(i, wordRunEnd(text, after))
	case isDigitAt(text, after):
		if endsInVowel(word) {
			return end, wordKind(word) // anni|'90
		}
		return after, Elision // l'|8 marzo
	case s.closesSingle(end) && !apostrophes().shortened[word]:
		return end, wordKind(word)
	case apostropheStep(text, after) > 0:
		return end, wordKind(word) // two marks: ''così''
	case endsInVowel(word):
		return after, Word
	case isSpaceAt(text, after):
		return after, Elision // dell' arte, as some typesetters space it
	}
	return after, Word
}

// isGenitive reports whether the English genitive ends at text[i] with its s: King's, Martha's.
func isGenitive(text string, i int) bool {
	return text[i] == 's' && wordStep(text, i+1) == 0
}

// isCompound reports whether a hyphen joins parts of the word: in "Roma-L'Aquila" the apostrophe ends no token.
func isCompound(word string) bool {
	for i := 1; i < len(word); i++ {
		if hyphenStep(word, i) > 0 {
			return true
		}
	}
	return false
}

// closesSingle reports whether the apostrophe at i closes the single quotation mark that is open.
func (s *scanner) closesSingle(i int) bool {
	switch s.single {
	case straightSingle:
		return s.text[i] == '\''
	case curlySingle:
		return true
	}
	return false
}

// apostrophe scans the token that begins with an apostrophe of n bytes at i, with no word before it: a year (’68), a
// word without its beginning (’ndrangheta, ’sto), or a quotation mark.
func (s *scanner) apostrophe(i, n int) (int, Kind) {
	text := s.text
	if text[i] == '\'' && i+1 < len(text) && text[i+1] == '\'' {
		return i + 2, Punct // '' stands for "
	}
	after := i + n
	if isDigitAt(text, after) && isDigitAt(text, after+1) && wordStep(text, after+2) == 0 {
		return after + 2, Number
	}
	if isLetterAt(text, after) {
		end := wordRunEnd(text, after)
		if apostrophes().beheaded[text[after:end]] && apostropheStep(text, end) == 0 || isGenitive(text, after) && !isSpaceBefore(text, i) {
			return end, Word
		}
	}
	if s.closesSingle(i) && !(isSpaceBefore(text, i) && !isSpaceAt(text, after)) {
		s.single = noSingle
		return after, Punct
	}
	if !isSpaceAt(text, after) {
		s.open(i)
	}
	return after, Punct
}

// open notes the single quotation mark at i as open.
func (s *scanner) open(i int) {
	switch s.text[i] {
	case '\'':
		s.single = straightSingle
	default:
		s.single = curlySingle
	}
}

// wordKind is Word, or Number for a Roman numeral.
func wordKind(word string) Kind {
	if len(word) > 1 && word[1] <= 'X' && isRoman(word) {
		return Number
	}
	return Word
}

// isRoman reports whether word is a Roman numeral in capitals, from two letters up: II, XIV, MMXXIV. One letter alone
// is more often an initial, and so are pairs without I, V or X (CD, DC); MIX is a word.
func isRoman(word string) bool {
	small := false
	for i := 0; i < len(word); i++ {
		switch word[i] {
		case 'I', 'V', 'X':
			small = true
		case 'L', 'C', 'D', 'M':
		default:
			return false
		}
	}
	return small && word != "MIX" && romanEnd(word) == len(word)
}

// romanEnd returns how much of word reads as a well-formed Roman numeral.
func romanEnd(word string) int {
	i := 0
	for i < len(word) && i < 4 && word[i] == 'M' {
		i++
	}
	i = romanDigit(word, i, 'C', 'D', 'M')
	i = romanDigit(word, i, 'X', 'L', 'C')
	return romanDigit(word, i, 'I', 'V', 'X')
}

// romanDigit steps over one decimal digit written with the letters for one, five and ten.
func romanDigit(word string, i int, one, five, ten byte) int {
	if i+1 < len(word) && word[i] == one && (word[i+1] == five || word[i+1] == ten) {
		return i + 2
	}
	if i < len(word) && word[i] == five {
		i++
	}
	for n := 0; n < 3 && i < len(word) && word[i] == one; n++ {
		i++
	}
	return i
}
