package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/detto-it/detto/internal/words"
	"github.com/detto-it/detto/lang"
)

// pieceKind says what a piece is made of.
type pieceKind uint8

const (
	pieceNone   pieceKind = iota // before the first and after the last
	pieceWord                    // letters
	pieceDigits                  // decimal digits
	pieceMark                    // any other character
)

// piece is what the grammar reads: a word, a run of digits or one mark. A token such as "1.782,75€" or "15h30" is
// several pieces, so that the rules do not depend on what the tokens hold.
type piece struct {
	lang.Span
	text  string
	word  *word // the lexicon's entry, or noWord
	long  *word // the entry of the longest form that begins here and has several pieces, or noWord
	end   int   // the index after that form
	kind  pieceKind
	glued bool // no white space before it
}

// begins reports whether the piece, or a longer form that begins with it, has one of the roles.
func (pc *piece) begins(roles class) bool { return (pc.word.is|pc.long.is)&roles != 0 }

var noWord = new(word)

// split cuts a sentence into pieces. A token that begins with a letter is one piece.
func (p *parser) split(s *lang.Sentence) {
	p.pieces, p.active, p.last = p.pieces[:0], false, lastNumber{}
	last := -1
	for i := range s.Tokens {
		t := &s.Tokens[i]
		first := t.Text[0]
		if first|0x20 >= 'a' && first|0x20 <= 'z' && !p.afterDegree(t.Start == last) {
			p.add(t.Span, pieceWord, t.Start == last)
		} else {
			p.splitToken(t, t.Start == last)
		}
		last = t.End
	}
	if p.active {
		p.findLongForms()
	}
}

// afterDegree reports a "°" right before: "C." after it at the end of a sentence is no abbreviation.
func (p *parser) afterDegree(glued bool) bool {
	n := len(p.pieces)
	return glued && n > 0 && p.pieces[n-1].text == "°"
}

func (p *parser) splitToken(t *lang.Token, glued bool) {
	for at := t.Start; at < t.End; glued = true {
		kind, size := pieceAt(p.text[at:t.End])
		p.add(lang.Span{Start: at, End: at + size}, kind, glued)
		at += size
	}
}

// pieceAt returns the kind and length in bytes of the first piece of s, which is not empty.
func pieceAt(s string) (pieceKind, int) {
	first, size := utf8.DecodeRuneInString(s)
	kind := kindOf(first)
	if kind == pieceMark {
		return kind, size
	}
	for size < len(s) {
		r, n := utf8.DecodeRuneInString(s[size:])
		if kind == pieceWord && (r == '\'' || r == '’') {
			return kind, size + n
		}
		if kindOf(r) != kind && !unicode.Is(unicode.Mn, r) { // "mercoledì" may have its accent as a character of its own
			break
		}
		size += n
	}
	return kind, size
}

func kindOf(r rune) pieceKind {
	switch {
	case r >= '0' && r <= '9':
		return pieceDigits
	case unicode.IsLetter(r) && r != 'º' && r != 'ª':
		return pieceWord
	}
	return pieceMark
}

// add appends a piece and looks its word up. Most words of a text are in no entry: those that are too long, or whose
// beginning no entry shares, cost no look-up.
func (p *parser) add(span lang.Span, kind pieceKind, glued bool) {
	text := words.Compose(p.text[span.Start:span.End])
	w := noWord
	if kind != pieceDigits {
		w = p.lookUp(text, kind)
	}
	if kind == pieceDigits || w.is&starters != 0 || w.longer {
		p.active = true
	}
	p.pieces = append(p.pieces, piece{Span: span, text: text, word: w, long: noWord, kind: kind, glued: glued})
}

// starters are the roles that can begin an expression; a sentence that has none and no digit holds no expression.
const starters = classNumeral | classOrdinal | classMonth | classWeekday | classSpan | classDay | classToday | classPart |
	classHoliday | classSeason | classNow | classCollective | classMultiplier | classHalf | classHour | classCurrency |
	classReference | classFrequency | classEvery | classAge

// joiners are the roles of words that can begin an expression in a sentence that has a starter: "scorso maggio", "fine
// anno", "questo mese".
const joiners = starters | classEdge | classPast | classNext | classThis | classVague | classWhole

func (p *parser) lookUp(text string, kind pieceKind) *word {
	if w := p.lex.find(text); w != nil {
		return w
	}
	if kind != pieceWord || len(text) < 2 {
		return noWord
	}
	if w := p.built(text); w != nil {
		return w
	}
	return noWord
}

// built reads a word that the lexicon makes instead of listing: compound numerals, their ordinals and ages, and Roman
// numerals.
func (p *parser) built(text string) *word {
	if first := text[0] | 0x20; text[0] < utf8.RuneSelf && len(p.lex.parts[first]) == 0 {
		return nil
	}
	var buffer [64]byte
	lower := text
	if folded := fold(buffer[:0], text); folded != nil {
		lower = string(folded)
	}
	if len(p.lex.parts[lower[0]]) > 0 {
		if n, ok := p.lex.numeral(lower); ok {
			return &word{is: classNumeral, number: n}
		}
		if n, role := p.lex.derived(lower); role != 0 {
			return &word{is: role, number: n}
		}
	}
	return nil
}

// findLongForms finds the forms of several pieces: "l'altro ieri", "metri quadrati", "km/h".
func (p *parser) findLongForms() {
	for i := range p.pieces {
		if p.pieces[i].word.longer {
			p.pieces[i].long, p.pieces[i].end = p.longForm(i)
		}
	}
}

func (p *parser) longForm(i int) (*word, int) {
	var buffer [96]byte
	key := appendFolded(buffer[:0], p.pieces[i].text)
	best, end := noWord, i
	for j := i + 1; j < len(p.pieces) && len(key) < 64; j++ {
		if !p.pieces[j].glued {
			key = append(key, ' ')
		}
		key = appendFolded(key, p.pieces[j].text)
		w := p.lex.words[string(key)]
		if w == nil {
			break
		}
		if w.is != 0 {
			best, end = w, j+1
		}
		if !w.longer {
			break
		}
	}
	return best, end
}

func appendFolded(key []byte, text string) []byte {
	var buffer [64]byte
	if folded := fold(buffer[:0], text); folded != nil {
		return append(key, folded...)
	}
	return append(key, text...)
}

// at returns a piece; outside the sentence it is an empty one.
func (p *parser) at(i int) *piece {
	if i < 0 || i >= len(p.pieces) {
		return &nothing
	}
	return &p.pieces[i]
}

var nothing = piece{word: noWord, long: noWord}

// form returns the entry with a role that begins at piece i, the longest first, and the index after it.
func (p *parser) form(i int, role class) (*word, int, bool) {
	pc := p.at(i)
	if pc.long.is&role != 0 {
		return pc.long, pc.end, true
	}
	if pc.word.is&role != 0 {
		return pc.word, i + 1, true
	}
	return noWord, i, false
}

// is reports whether a single piece has one of the roles.
func (p *parser) is(i int, role class) bool { return p.at(i).word.is&role != 0 }

// glued reports whether piece i is the given text and stands right after piece i-1.
func (p *parser) glued(i int, text string) bool {
	pc := p.at(i)
	return pc.glued && pc.text == text
}

// reads reports whether piece i is one of the given texts, in any case and with any apostrophe; the texts have small letters and ' for
// the apostrophe.
func (p *parser) reads(i int, texts ...string) bool {
	text := p.at(i).text
	start, typographic := strings.CutSuffix(text, "’")
	for _, t := range texts {
		if len(text) == len(t) && (text == t || equalFold(text, t)) {
			return true
		}
		if typographic && len(t) == len(start)+1 && t[len(start)] == '\'' && equalFold(start, t[:len(start)]) {
			return true
		}
	}
	return false
}

func equalFold(a, b string) bool {
	for i := range len(a) {
		x, y := a[i], b[i]
		if 'A' <= x && x <= 'Z' {
			x += 'a' - 'A'
		}
		if x != y {
			return false
		}
	}
	return len(a) == len(b)
}
