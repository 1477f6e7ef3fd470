package lang

import (
	"unicode/utf8"

	"github.com/kljensen/snowball/romance"
	"github.com/kljensen/snowball/snowballword"
)

// Stem returns the stem of an Italian word: what the forms of one word have in common, "amic" for amico, amici and
// amiche. It is a key for comparing words, not always a word or a root. The word is folded first (see Fold), and an
// elided article or preposition in front is cut off: "l'amico" gives "amic" too.
//
// The algorithm is the Snowball stemmer for Italian of Martin Porter, in its version 3
// (https://snowballstem.org/algorithms/italian/stemmer.html). Stem allocates nothing if the stem is the beginning of
// the word as it was given, and once otherwise, for words of up to 40 letters. It may be called from any goroutine.
func Stem(word string) string {
	var buffer [40]rune
	w := snowballword.SnowballWord{RS: appendFolded(buffer[:0], word)}
	cut := cutElision(&w)
	prepareVowels(w.RS)
	markRegions(&w)
	cutPronoun(&w)
	if !cutStandardSuffix(&w) {
		cutVerbSuffix(&w)
	}
	cutVowels(&w)
	restoreVowels(w.RS)
	if begins := beginsWith(word[min(cut, len(word)):], w.RS); begins >= 0 {
		return word[cut : cut+begins]
	}
	return w.String()
}

// beginsWith returns the length in bytes of the beginning of word that is the same as runes, -1 if it begins otherwise.
func beginsWith(word string, runes []rune) int {
	end := 0
	for _, r := range runes {
		if end < len(word) && r == rune(word[end]) && r < utf8.RuneSelf {
			end++
			continue
		}
		found, n := utf8.DecodeRuneInString(word[end:])
		if found != r || n == 0 {
			return -1
		}
		end += n
	}
	return end
}

// cutElision removes an elided word in front and returns its length: l'amico, quest'anno. All of them are ASCII.
func cutElision(w *snowballword.SnowballWord) int {
	for i, r := range w.RS {
		if r < 'a' || r > 'z' || i > 5 {
			if r == '\'' && i > 0 && i+1 < len(w.RS) && isElided(w.RS[:i]) {
				w.RS = w.RS[i+1:]
				return i + 1
			}
			break
		}
	}
	return 0
}

func isElided(word []rune) bool {
	switch string(word) {
	case "all", "d", "dall", "dell", "gl", "l", "m", "nell", "quell", "quest", "s", "sull", "t", "tutt", "un", "v":
		return true
	}
	return false
}

func isVowel(r rune) bool {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'à', 'è', 'ì', 'ò', 'ù':
		return true
	}
	return false
}

// prepareVowels makes acute accents grave, and writes U and I for the u and i that stand for consonants: u behind q,
// both between vowels.
func prepareVowels(rs []rune) {
	for i, r := range rs {
		switch r {
		case 'á':
			rs[i] = 'à'
		case 'é':
			rs[i] = 'è'
		case 'í':
			rs[i] = 'ì'
		case 'ó':
			rs[i] = 'ò'
		case 'ú':
			rs[i] = 'ù'
		case 'u':
			if i > 0 && rs[i-1] == 'q' {
				rs[i] = 'U'
			}
		}
	}
	for i := 1; i+1 < len(rs); i++ {
		if (rs[i] == 'u' || rs[i] == 'i') && isVowel(rs[i-1]) && isVowel(rs[i+1]) {
			rs[i] += 'A' - 'a'
		}
	}
}

// restoreVowels undoes what prepareVowels did to u and i.
func restoreVowels(rs []rune) {
	for i, r := range rs {
		if r == 'U' || r == 'I' {
			rs[i] += 'a' - 'A'
		}
	}
}

// markRegions finds the regions R1, R2 and RV, in which suffixes may be cut off.
func markRegions(w *snowballword.SnowballWord) {
	w.R1start = romance.VnvSuffix(w, isVowel, 0)
	w.R2start = romance.VnvSuffix(w, isVowel, w.R1start)
	w.RVstart = startOfRV(w)
}

// startOfRV returns where RV begins: behind the next vowel if the second letter is a consonant, behind the next
// consonant if the word begins with two vowels, behind the third letter if it begins with a consonant and a vowel.
// "Divano" is cut as if it were longer, lest it meet "diva".
func startOfRV(w *snowballword.SnowballWord) int {
	rs := w.RS
	if len(rs) < 2 {
		return len(rs)
	}
	first, second := isVowel(rs[0]), isVowel(rs[1])
	switch {
	case rs[0] == 'd' && w.FirstPrefix("divan") != "":
		return 5
	case !first && second:
		return min(3, len(rs))
	}
	for i := 2; i < len(rs); i++ {
		if isVowel(rs[i]) != second {
			return i + 1
		}
	}
	return len(rs)
}

// cutPronoun removes the pronouns attached to a gerund or an infinitive: dicendoglielo, farlo. An infinitive gets back
// the e that it had lost.
func cutPronoun(w *snowballword.SnowballWord) {
	n, _ := pronouns().longest(w.RS, 0)
	if n == 0 {
		return
	}
	verb, isInfinitive := hosts().longest(w.RS[:len(w.RS)-n], 0)
	if verb == 0 || !w.FitsInRV(n+verb) {
		return
	}
	w.RemoveLastNRunes(n)
	if isInfinitive == infinitive {
		putBack(w, "e")
	}
}

// putBack writes the suffix, which is ASCII, where a longer one or one as long has just been removed.
func putBack(w *snowballword.SnowballWord, suffix string) {
	n := len(w.RS)
	w.RS = w.RS[:n+len(suffix)]
	for i := range len(suffix) {
		w.RS[n+i] = rune(suffix[i])
	}
}

// cutVerbSuffix removes an ending of a verb that lies in RV.
func cutVerbSuffix(w *snowballword.SnowballWord) {
	if n, _ := verbSuffixes().longest(w.RS, w.RVstart); n > 0 {
		w.RemoveLastNRunes(n)
	}
}

// cutVowels removes a last vowel, an i before it, and the h that keeps a c or g hard: am(ico), am(ichi).
func cutVowels(w *snowballword.SnowballWord) {
	n := len(w.RS)
	if n > w.RVstart && isVowel(w.RS[n-1]) && w.RS[n-1] != 'u' && w.RS[n-1] != 'ù' {
		w.RemoveLastNRunes(1)
		if n--; n > w.RVstart && w.RS[n-1] == 'i' {
			w.RemoveLastNRunes(1)
			n--
		}
	}
	if n > 1 && w.RS[n-1] == 'h' && (w.RS[n-2] == 'c' || w.RS[n-2] == 'g') && n-2 >= w.RVstart {
		w.RemoveLastNRunes(1)
	}
}
