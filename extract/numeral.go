package extract

import (
	"slices"
	"strconv"
	"strings"
)

// Numerals in one word are read from their parts, since they cannot be listed: "duecentotrentadue" is
// due·cento·trenta·due. The parts are in data/numerals.txt.

// morpheme is a part of a numeral and its value.
type morpheme struct {
	text  string
	value int64
}

func (lex *lexicon) readNumerals() {
	eachLine("data/numerals.txt", func(value, form string) {
		n, _ := strconv.ParseInt(value, 10, 64)
		lex.parts[form[0]] = append(lex.parts[form[0]], morpheme{form, n})
	})
	for _, parts := range lex.parts {
		slices.SortStableFunc(parts, func(a, b morpheme) int { return len(b.text) - len(a.text) })
	}
}

// longestNumeral is the length in bytes beyond which no word is tried as a numeral.
const longestNumeral = 80

// numeral reads a lower-case word as a cardinal numeral.
func (lex *lexicon) numeral(s string) (int64, bool) {
	if len(s) < 2 || len(s) > longestNumeral {
		return 0, false
	}
	return lex.compound(s, 0, 0)
}

// compound reads the rest of a numeral after a finished part (whole thousands) and an open part below a thousand.
func (lex *lexicon) compound(s string, finished, open int64) (int64, bool) {
	if s == "" {
		return finished + open, finished+open > 0
	}
	for _, m := range lex.parts[s[0]] {
		if !strings.HasPrefix(s, m.text) {
			continue
		}
		f, o, ok := extend(finished, open, m.value)
		if !ok {
			continue
		}
		if n, ok := lex.compound(s[len(m.text):], f, o); ok {
			return n, true
		}
	}
	if s == "zero" && finished+open == 0 {
		return 0, true
	}
	return 0, false
}

// extend adds a part to a numeral: "tre" to "duecento", "cento" to "due", "mila" to "duecentotre".
func extend(finished, open, value int64) (int64, int64, bool) {
	switch {
	case value == 0:
		return 0, 0, false
	case value >= 1000:
		if finished%(value*1000) != 0 || open == 0 && finished > 0 {
			return 0, 0, false
		}
		return finished + max(open, 1)*value, 0, true
	case value == 100:
		if open == 0 {
			return finished, 100, true
		}
		return finished, open * 100, open > 1 && open < 10
	case value >= 10:
		return finished, open + value, open%100 == 0
	default:
		return finished, open + value, open%10 == 0 && open%100 != 10
	}
}

// derived reads a word built on a numeral with a suffix: the ordinal "ventiquattresimo" and the age "ventiduenne".
// The numeral has lost its last vowel there, save in "ventitreesimo" and "ventiseiesimo".
func (lex *lexicon) derived(s string) (n int64, role class) {
	if len(s) < 5 || len(s) > longestNumeral {
		return 0, 0
	}
	base, role := s[:len(s)-1], classOrdinal
	switch {
	case strings.HasSuffix(base, "esim"):
		base = base[:len(base)-len("esim")]
	case strings.HasSuffix(s, "enne") || strings.HasSuffix(s, "enni"):
		base, role = s[:len(s)-len("enne")], classAge
	default:
		return 0, 0
	}
	for _, vowel := range [...]string{"", "e", "o", "i", "a"} {
		if n, ok := lex.numeral(base + vowel); ok && n >= 10 {
			return n, role
		}
	}
	return 0, 0
}
