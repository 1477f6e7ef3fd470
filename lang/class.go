package lang

import (
	"unicode"
	"unicode/utf8"
)

// A class sorts bytes for the scanner: most Italian text is decided by one look at this table.
type class uint8

const (
	otherByte   class = iota // a control character, or a byte beyond ASCII
	blankByte                // white space inside a line
	newlineByte              // white space that ends a line
	letterByte               // an ASCII letter or the underscore
	digitByte                // an ASCII digit
	markByte                 // ASCII punctuation and symbols
)

// classes is the class of each byte.
var classes = [256]class{
	'\t': blankByte, ' ': blankByte, '\n': newlineByte, '\r': newlineByte, '\v': newlineByte, '\f': newlineByte,
	'!': markByte, '"': markByte, '#': markByte, '$': markByte, '%': markByte, '&': markByte, '\'': markByte,
	'(': markByte, ')': markByte, '*': markByte, '+': markByte, ',': markByte, '-': markByte, '.': markByte,
	'/': markByte, ':': markByte, ';': markByte, '<': markByte, '=': markByte, '>': markByte, '?': markByte,
	'@': markByte, '[': markByte, '\\': markByte, ']': markByte, '^': markByte, '`': markByte, '{': markByte,
	'|': markByte, '}': markByte, '~': markByte,

	'0': digitByte, '1': digitByte, '2': digitByte, '3': digitByte, '4': digitByte, '5': digitByte, '6': digitByte,
	'7': digitByte, '8': digitByte, '9': digitByte,

	'A': letterByte, 'B': letterByte, 'C': letterByte, 'D': letterByte, 'E': letterByte, 'F': letterByte,
	'G': letterByte, 'H': letterByte, 'I': letterByte, 'J': letterByte, 'K': letterByte, 'L': letterByte,
	'M': letterByte, 'N': letterByte, 'O': letterByte, 'P': letterByte, 'Q': letterByte, 'R': letterByte,
	'S': letterByte, 'T': letterByte, 'U': letterByte, 'V': letterByte, 'W': letterByte, 'X': letterByte,
	'Y': letterByte, 'Z': letterByte, '_': letterByte, 'a': letterByte, 'b': letterByte, 'c': letterByte,
	'd': letterByte, 'e': letterByte, 'f': letterByte, 'g': letterByte, 'h': letterByte, 'i': letterByte,
	'j': letterByte, 'k': letterByte, 'l': letterByte, 'm': letterByte, 'n': letterByte, 'o': letterByte,
	'p': letterByte, 'q': letterByte, 'r': letterByte, 's': letterByte, 't': letterByte, 'u': letterByte,
	'v': letterByte, 'w': letterByte, 'x': letterByte, 'y': letterByte, 'z': letterByte,
}

// isWordByte reports whether c is an ASCII letter or digit.
func isWordByte(c byte) bool { return classes[c]-letterByte <= digitByte-letterByte }

// wordStep returns the length in bytes of the character at text[i] if it goes on a word, 0 if it does not or if the
// text ends there. Letters, digits, combining accents, the soft hyphen and zero-width characters go on a word, and so
// does a byte that is no UTF-8: most often it is an accented letter in an older encoding.
func wordStep(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	switch c := text[i]; {
	case isWordByte(c):
		return 1
	case c < utf8.RuneSelf:
		return 0
	case c == 0xC3 && i+1 < len(text) && isLatin1Letter(text[i+1]):
		return 2 // à, è, é, ì, ò, ù and their like
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	if isWordRune(r) {
		return n
	}
	return 0
}

// isLatin1Letter reports whether 0xC3 and this byte make a letter: U+00C0 to U+00FF without × and ÷.
func isLatin1Letter(second byte) bool {
	return second&0xC0 == 0x80 && second != 0x97 && second != 0xB7
}

func isWordRune(r rune) bool {
	return isLetterRune(r) || unicode.IsDigit(r) || unicode.IsMark(r) || isInvisible(r)
}

// isLetterRune is unicode.IsLetter without the letters that Italian text uses as signs: the modifier letters, among
// them the apostrophe ʼ, and the ordinal marks ª and º. It counts a byte that is no UTF-8 as a letter.
func isLetterRune(r rune) bool {
	switch {
	case r >= 0x2B0 && r <= 0x2FF, r == 'ª', r == 'º':
		return false
	}
	return unicode.IsLetter(r) || r == utf8.RuneError
}

// isInvisible reports whether r shows nothing and takes no room: the soft hyphen, zero-width characters, the byte
// order mark.
func isInvisible(r rune) bool {
	return r == 0xAD || r >= 0x200B && r <= 0x200F || r >= 0x2060 && r <= 0x2064 || r == 0xFEFF
}

// apostropheStep returns the length of the apostrophe at text[i], 0 if there is none. Typists and typesetters write
// ', ’, ʼ, the accent ´, and, when a program curls quotes blindly, ‘.
func apostropheStep(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	switch text[i] {
	case '\'':
		return 1
	case 0xCA:
		if i+1 < len(text) && text[i+1] == 0xBC { // ʼ
			return 2
		}
	case 0xC2:
		if i+1 < len(text) && text[i+1] == 0xB4 { // ´
			return 2
		}
	case 0xE2:
		if i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] == 0x99 || text[i+2] == 0x98) { // ’ ‘
			return 3
		}
	}
	return 0
}

// hyphenStep returns the length of the hyphen at text[i]: -, ‐ or the hyphen that forbids a break.
func hyphenStep(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	if text[i] == '-' {
		return 1
	}
	if i+2 < len(text) && text[i] == 0xE2 && text[i+1] == 0x80 && (text[i+2] == 0x90 || text[i+2] == 0x91) {
		return 3
	}
	return 0
}

// isDigitAt reports whether text[i] is an ASCII digit.
func isDigitAt(text string, i int) bool {
	return i >= 0 && i < len(text) && classes[text[i]] == digitByte
}

// isLetterAt reports whether a letter begins at text[i].
func isLetterAt(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	if c := text[i]; c < utf8.RuneSelf {
		return classes[c] == letterByte
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return isLetterRune(r)
}

// isUpperAt reports whether a capital letter begins at text[i].
func isUpperAt(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	if c := text[i]; c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsUpper(r)
}

// isLowerAt reports whether a small letter begins at text[i].
func isLowerAt(text string, i int) bool {
	return isLetterAt(text, i) && !isUpperAt(text, i) && text[i] != '_'
}

// isSpaceAt reports whether white space begins at text[i], or the text ends there.
func isSpaceAt(text string, i int) bool {
	if i >= len(text) {
		return true
	}
	if c := text[i]; c < utf8.RuneSelf {
		return classes[c] == blankByte || classes[c] == newlineByte
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsSpace(r)
}

// isSpaceBefore reports whether white space ends at text[i], or the text begins there.
func isSpaceBefore(text string, i int) bool {
	if i == 0 {
		return true
	}
	if c := text[i-1]; c < utf8.RuneSelf {
		return classes[c] == blankByte || classes[c] == newlineByte
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsSpace(r)
}

// endsInVowel reports whether the word, given without its apostrophe, ends in a vowel, accented or not.
func endsInVowel(word string) bool { return isItalianVowel(unicode.ToLower(lastLetter(word))) }

// isItalianVowel reports whether a small letter is a vowel of Italian, accented or not.
func isItalianVowel(r rune) bool {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'à', 'è', 'é', 'ì', 'í', 'ò', 'ó', 'ù', 'ú', 'á':
		return true
	}
	return false
}

// lastLetter returns the last character of a word that is no combining accent.
func lastLetter(word string) rune {
	for word != "" {
		r, n := utf8.DecodeLastRuneInString(word)
		if r < firstMark || !unicode.IsMark(r) {
			return r
		}
		word = word[:len(word)-n]
	}
	return 0
}

// letterEnd returns the end of the letter at text[i] and of its combining accents.
func letterEnd(text string, i int) int {
	_, n := utf8.DecodeRuneInString(text[i:])
	for {
		i += n
		var r rune
		if r, n = utf8.DecodeRuneInString(text[i:]); r < firstMark || !unicode.IsMark(r) {
			return i
		}
	}
}

// firstMark is the first combining accent of Unicode.
const firstMark = '\u0300'

// isShort reports whether the word has at least one letter and at most so many, combining accents not counted.
func isShort(word string, most int) bool {
	letters := 0
	for _, r := range word {
		if r < firstMark || !unicode.IsMark(r) {
			letters++
		}
		if letters > most {
			return false
		}
	}
	return word != ""
}
