package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold returns the form under which a word is looked up: small letters, every apostrophe as ', accents composed with
// their letter, soft hyphens and zero-width characters left out. "L’Aquila" and "l'aquila" fold to the same string.
// Fold allocates only if s is not such a form yet. A byte that is no UTF-8 becomes U+FFFD.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	var buffer [64]rune
	return string(appendFolded(buffer[:0], s))
}

// isFolded reports whether Fold would leave s as it is. It may answer false for a folded s with rare characters in it.
func isFolded(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z':
			return false
		case c < utf8.RuneSelf:
		case c == 0xC3 && i+1 < len(s) && isLatin1Letter(s[i+1]) && s[i+1] >= 0x9F:
			i++ // ß to ÿ, à to ù among them
		default:
			return false
		}
	}
	return true
}

// appendFolded appends the folded characters of s to runes.
func appendFolded(runes []rune, s string) []rune {
	for i, r := range s {
		switch {
		case r < utf8.RuneSelf:
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
		case apostropheStep(s, i) > 0:
			r = '\''
		case isInvisible(r):
			continue
		case unicode.IsMark(r):
			if n := len(runes); n > 0 {
				if composed, ok := compose(runes[n-1], r); ok {
					runes[n-1] = composed
					continue
				}
			}
		default:
			r = unicode.ToLower(r)
		}
		runes = append(runes, r)
	}
	return runes
}

// compose returns the letter that a small letter and a combining accent make, for the letters of Western Europe.
func compose(letter, accent rune) (rune, bool) {
	var letters, composed string
	switch accent {
	case 0x300: // grave
		letters, composed = "aeiou", "àèìòù"
	case 0x301: // acute
		letters, composed = "aeiouycnsz", "áéíóúýćńśź"
	case 0x302: // circumflex
		letters, composed = "aeiou", "âêîôû"
	case 0x303: // tilde
		letters, composed = "ano", "ãñõ"
	case 0x308: // diaeresis
		letters, composed = "aeiouy", "äëïöüÿ"
	case 0x30A: // ring
		letters, composed = "au", "åů"
	case 0x30C: // caron
		letters, composed = "cszren", "čšžřěň"
	case 0x327: // cedilla
		letters, composed = "cs", "çş"
	}
	i := strings.IndexRune(letters, letter)
	if i < 0 {
		return 0, false
	}
	for _, r := range composed {
		if i == 0 {
			return r, true
		}
		i--
	}
	return 0, false
}
