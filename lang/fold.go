package lang

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/accents.txt
var accentData string

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
				if composed, ok := accents()[pair{runes[n-1], r}]; ok {
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

// pair is a small letter and a combining accent.
type pair struct{ letter, accent rune }

// accents holds for each pair the letter that the two make.
var accents = sync.OnceValue(func() map[pair]rune {
	table := make(map[pair]rune)
	for line := range dataLines(accentData) {
		columns := strings.Split(line, "\t")
		accent, err := strconv.ParseInt(columns[0], 16, 32)
		if err != nil {
			continue // a test reads all lines
		}
		made := []rune(columns[2])
		for i, letter := range []rune(columns[1]) {
			table[pair{letter, rune(accent)}] = made[i]
		}
	}
	return table
})
