// Package words describes a single token for the name model: hashes of its forms and endings, and its shape. It makes
// no strings, so that a description costs one pass over the bytes.
//
// Folding. The look-up form of a word has its letters in lower case, composed (NFC), without soft hyphens or other
// invisible characters, and with the apostrophe ' whatever was typed; figures become 0. Two tokens with the same look-up
// form have the same Lower hash.
package words

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Affix is the length, in characters, of the longest suffix that Word has a hash for.
const Affix = 5

// Word describes one token. The zero Word stands for what lies beyond a sentence's ends.
type Word struct {
	Exact  uint64        // hash of the token as it stands, apostrophes unified
	Lower  uint64        // hash of the look-up form
	Shape  uint64        // hash of the shape: "Xxxx", "XX", "dd.d" with runs of more than two cut to two
	Suffix [Affix]uint64 // Suffix[n-1] is the hash of the last n characters of the look-up form, 0 where it is shorter
	Form   Form
	Length uint8 // in characters, at most 255
}

// Form is the case pattern of a token.
type Form uint8

// The forms of a token.
const (
	Other      Form = iota // no letter and no figure
	Lowercase              // "governo"
	Capital                // "Governo"
	Initial                // one capital letter, with or without a full stop: "J."
	Uppercase              // "NATO"
	MixedCase              // "iPhone", "McDonald"
	Figures                // "1999", "3,5"
	FiguresMix             // letters and figures: "G20", "16enne"
	Shouted                // a word of a sentence in capitals: "IL GOVERNO CADE"
	Small                  // a word of a sentence without capitals: "il governo cade, meloni al quirinale"
)

// IsCapital reports whether the token begins like a name.
func (f Form) IsCapital() bool { return f >= Capital && f <= MixedCase }

// Caseless returns the description of a word in a sentence whose capitals tell nothing: its form is the one given, Shouted
// or Small, and neither its Exact hash nor its Shape tells more than its look-up form.
func (w Word) Caseless(form Form) Word {
	if w.Form == Other || w.Form >= Figures {
		return w
	}
	w.Form, w.Exact, w.Shape = form, w.Lower, Mix(Seed, uint64(form))
	return w
}

// Seed begins a hash; Mix adds a value to one. The result depends on the order of the values.
const Seed uint64 = 0xcbf29ce484222325

// Mix returns the hash h with a value added.
func Mix(h, value uint64) uint64 {
	h = (h ^ value) * 0x9e3779b97f4a7c15
	return h ^ h>>29
}

func mixRune(h uint64, r rune) uint64 { return (h ^ uint64(r)) * 0x100000001b3 }

// finish spreads the bits of a hash made with mixRune, so that a table may use any of them.
func finish(h uint64) uint64 { return Mix(h, h>>32) }

// Name returns a hash by which tokens of names are compared: as Lower, but figures count ("Serie 7" is not "Serie 9").
func Name(token string) uint64 {
	w := Analyse(token)
	if w.Form == Figures || w.Form == FiguresMix {
		return w.Exact
	}
	return w.Lower
}

// Hash returns the Lower hash of a token.
func Hash(token string) uint64 {
	w := Analyse(token)
	return w.Lower
}

// Analyse describes a token. Any byte sequence is valid.
func Analyse(token string) Word {
	token = Compose(token)
	a := analysis{exact: Seed, lower: Seed, shape: Seed}
	for _, r := range token {
		a.add(r)
	}
	return a.word()
}

// analysis is the state of one pass over a token.
type analysis struct {
	exact, lower, shape    uint64
	last                   [Affix]rune // the latest characters of the look-up form, the newest at n%Affix
	n                      int         // characters seen
	upper, small, figures  int
	firstUpper             bool
	lastShape, beforeShape rune
}

func (a *analysis) add(r rune) {
	if invisible(r) {
		return
	}
	if r == '’' || r == 'ʼ' {
		r = '\''
	}
	a.exact = mixRune(a.exact, r)
	folded, shape := a.classify(r)
	a.lower = mixRune(a.lower, folded)
	a.last[a.n%Affix] = folded
	a.n++
	if shape != a.lastShape || shape != a.beforeShape {
		a.shape = mixRune(a.shape, shape)
	}
	a.beforeShape, a.lastShape = a.lastShape, shape
}

// classify counts the character and returns its look-up form and the letter that stands for it in a shape.
func (a *analysis) classify(r rune) (folded, shape rune) {
	switch {
	case 'a' <= r && r <= 'z':
		a.small++
		return r, 'x'
	case 'A' <= r && r <= 'Z':
		a.countUpper()
		return r + 'a' - 'A', 'X'
	case '0' <= r && r <= '9':
		a.figures++
		return '0', 'd'
	case r < utf8.RuneSelf:
		return r, r
	case unicode.IsUpper(r):
		a.countUpper()
		return unicode.ToLower(r), 'X'
	case unicode.IsLetter(r):
		a.small++
		return r, 'x'
	}
	return r, r
}

func (a *analysis) countUpper() {
	if a.upper == 0 && a.small == 0 {
		a.firstUpper = true
	}
	a.upper++
}

func (a *analysis) word() Word {
	w := Word{Exact: finish(a.exact), Lower: finish(a.lower), Shape: finish(a.shape), Form: a.form()}
	w.Length = uint8(min(a.n, 255))
	suffix := Seed
	for n := 1; n <= min(a.n, Affix); n++ {
		suffix = mixRune(suffix, a.last[(a.n-n)%Affix])
		w.Suffix[n-1] = finish(suffix)
	}
	return w
}

func (a *analysis) form() Form {
	letters := a.upper + a.small
	switch {
	case letters == 0 && a.figures == 0:
		return Other
	case letters == 0:
		return Figures
	case a.figures > 0:
		return FiguresMix
	case a.upper == 0:
		return Lowercase
	case a.upper == 1 && a.small == 0:
		return Initial
	case a.small == 0:
		return Uppercase
	case a.firstUpper && a.upper == 1:
		return Capital
	}
	return MixedCase
}

// Compose returns a token with its letters and their accents in one character each, where that exists (Unicode NFC).
func Compose(token string) string {
	if Decomposed(token) {
		return norm.NFC.String(token)
	}
	return token
}

// Decomposed reports whether the token holds a combining mark that may join the letter before it (U+0300 to U+036F).
func Decomposed(token string) bool {
	for i := 0; i+1 < len(token); i++ {
		if token[i] == 0xCC || token[i] == 0xCD && token[i+1] < 0xB0 {
			return true
		}
	}
	return false
}

// invisible reports whether a character is not seen by a reader: soft hyphen, zero-width space, joiners, byte order mark.
func invisible(r rune) bool {
	return r == 0xAD || r >= 0x200B && r <= 0x200D || r == 0x2060 || r == 0xFEFF
}
