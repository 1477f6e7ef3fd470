package lang

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// The scanner decides by tables and single bytes what these say plainly of characters.

func plainlyGoesOnWord(r rune) bool {
	sign := r >= 0x2B0 && r <= 0x2FF || r == 'ª' || r == 'º'
	return (unicode.IsLetter(r) || r == utf8.RuneError) && !sign || r == '_' || unicode.IsDigit(r) || unicode.IsMark(r) || isInvisible(r)
}

func plainlyApostrophe(r rune) bool { return strings.ContainsRune("'’ʼ´‘", r) }

func plainlyHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// length is the length of a character, if it is what is asked for.
func length(r rune, is bool) int {
	if is {
		return utf8.RuneLen(r)
	}
	return 0
}

func TestClassesOfEveryCharacter(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		text := string(r)
		isLetter := isLetterRune(r) || r == '_'
		ok := wordStep(text, 0) == length(r, plainlyGoesOnWord(r)) &&
			apostropheStep(text, 0) == length(r, plainlyApostrophe(r)) &&
			hyphenStep(text, 0) == length(r, plainlyHyphen(r)) &&
			isSpaceAt(text, 0) == unicode.IsSpace(r) && isSpaceBefore(text, len(text)) == unicode.IsSpace(r) &&
			isDigitAt(text, 0) == (r >= '0' && r <= '9') &&
			isLetterAt(text, 0) == isLetter &&
			isUpperAt(text, 0) == unicode.IsUpper(r) &&
			isLowerAt(text, 0) == (isLetter && !unicode.IsUpper(r) && r != '_')
		require.True(t, ok, "%U", r)
	}
}

// A byte that is no UTF-8 goes on a word: most often it is an accented letter in an older encoding.
func TestClassesOfEveryOddByte(t *testing.T) {
	for b := 0x80; b <= 0xff; b++ {
		text := string([]byte{byte(b)})
		require.Equal(t, 1, wordStep(text, 0), "%#x", b)
		require.Zero(t, apostropheStep(text, 0)+hyphenStep(text, 0), "%#x", b)
		require.False(t, isSpaceAt(text, 0) || isSpaceBefore(text, 1), "%#x", b)
	}
}

// What Fold says of the bytes of a word that may stay as it is, the characters say too.
func TestFoldAgainstItsSlowPath(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	letters := []rune("abzABZ'’ʼ´-_09 àèìòùÀÈÌß÷×ÿŸ\u0300\u0301\u0327\u00ad\u200bſİı\ufffd")
	for range 200_000 {
		var b strings.Builder
		for range random.IntN(6) {
			if random.IntN(20) == 0 {
				b.WriteByte(byte(random.IntN(256)))
			} else {
				b.WriteRune(letters[random.IntN(len(letters))])
			}
		}
		word := b.String()
		plain := string(appendFolded(nil, word))
		require.Equal(t, plain, Fold(word), "%q", word)
		require.Equal(t, plain, Fold(plain), "%q", word)
	}
}
