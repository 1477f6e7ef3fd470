package lang

import (
	"unicode"
	"unicode/utf8"
)

// scanner cuts a text into tokens in one pass, left to right. It looks ahead a bounded number of bytes only, so its time
// is linear in the text whatever the text is.
type scanner struct {
	text   string
	pos    int        // where the next token is looked for
	single singleMark // the single quotation mark open here, which decides what a final apostrophe is
}

// singleMark is the kind of single quotation mark that is open: 'così' or ‘così’.
type singleMark uint8

const (
	noSingle singleMark = iota
	straightSingle
	curlySingle
)

// piece is a token without its text, small enough for the compiler to keep it in registers.
type piece struct {
	Span
	Kind Kind
}

// token returns the piece of a text as a token.
func (p piece) token(text string) Token {
	return Token{Text: text[p.Start:p.End], Span: p.Span, Kind: p.Kind}
}

// next returns the next token, or false at the end of the text.
func (s *scanner) next() (piece, bool) {
	text := s.text
	i := s.pos
	if i < len(text) && text[i] == ' ' {
		i++ // most tokens have one blank before them
	}
	for i < len(text) {
		class := classes[text[i]]
		if class == letterByte {
			end, kind := s.word(i)
			return s.piece(i, end, kind), true
		}
		switch class {
		case blankByte:
			i++
		case newlineByte:
			i = s.newline(i)
		case digitByte:
			return s.piece(i, s.number(i), Number), true
		case markByte:
			end, kind := s.mark(i)
			return s.piece(i, end, kind), true
		default:
			r, n := utf8.DecodeRuneInString(text[i:])
			if unicode.IsSpace(r) {
				i = s.newline(i) // U+2028 and U+2029 end lines
				continue
			}
			end, kind := s.high(i, r, n)
			return s.piece(i, end, kind), true
		}
	}
	s.pos = i
	return piece{}, false
}

// piece makes the token [start, end) and moves on behind it.
func (s *scanner) piece(start, end int, kind Kind) piece {
	s.pos = end
	return piece{Span{start, end}, kind}
}

// newline steps over white space, from what may be a line's end on. A blank line ends a paragraph, and with it every single
// quotation mark left open: an unclosed one must not change how the next paragraph is read.
func (s *scanner) newline(i int) int {
	if s.single == noSingle {
		_, n := utf8.DecodeRuneInString(s.text[i:])
		return i + n
	}
	end := i
	for isSpaceAt(s.text, end) && end < len(s.text) {
		_, n := utf8.DecodeRuneInString(s.text[end:])
		end += n
	}
	if lineBreaks(s.text[i:end]) > 1 {
		s.single = noSingle
	}
	return end
}

// lineBreaks counts the line ends in white space, a CRLF as one, and stops at two: a blank line is all there is to know.
func lineBreaks(gap string) int {
	count := 0
	for i := 0; i < len(gap) && count < 2; i++ {
		switch gap[i] {
		case '\n', '\v', '\f':
			count++
		case '\r':
			if i+1 >= len(gap) || gap[i+1] != '\n' {
				count++
			}
		case 0xA8, 0xA9:
			if i >= 2 && gap[i-2:i] == "\xE2\x80" { // U+2028 line separator, U+2029 paragraph separator
				count++
			}
		}
	}
	return count
}

// high scans a token that begins with a character beyond ASCII.
func (s *scanner) high(i int, r rune, n int) (int, Kind) {
	switch {
	case isLetterRune(r) || unicode.IsMark(r):
		return s.word(i)
	case unicode.IsDigit(r):
		return s.number(i), Number
	case r == '’' || r == '‘' || r == 'ʼ' || r == '´':
		return s.apostrophe(i, n)
	case r == '…':
		return runEnd(s.text, i, "…"), Punct
	case r == '−' && isSign(s.text, i, n):
		return s.number(i + n), Number
	case isEmoji(r):
		return emojiEnd(s.text, i, r, n), Emoji
	case unicode.IsPunct(r):
		return i + n, Punct
	}
	return i + n, Symbol
}

// mark scans a token that begins with ASCII punctuation or an ASCII symbol.
func (s *scanner) mark(i int) (int, Kind) {
	text := s.text
	c := text[i]
	switch c {
	case ',', ';', ':', '"', '(', ')', '[', ']', '{', '}':
		return i + 1, Punct
	case '.':
		return runEnd(text, i, "."), Punct
	case '!', '?':
		return exclamationEnd(text, i), Punct
	case '\'':
		return s.apostrophe(i, 1)
	case '-':
		if isSign(text, i, 1) {
			return s.number(i + 1), Number
		}
		return runEnd(text, i, "-"), Punct
	case '<', '>':
		if i+1 < len(text) && text[i+1] == c { // << and >> stand for « and » on a keyboard that lacks them
			return i + 2, Punct
		}
	case '#':
		if wordStep(text, i+1) > 0 {
			return wordRunEnd(text, i+1), Hashtag
		}
	case '@':
		if wordStep(text, i+1) > 0 {
			return wordRunEnd(text, i+1), Mention
		}
	case '+':
		if isSign(text, i, 1) {
			return s.number(i + 1), Number
		}
	}
	return i + 1, Symbol
}

// runEnd returns the end of the run of one mark that begins at text[i]: "...", "--", "……".
func runEnd(text string, i int, mark string) int {
	i += len(mark)
	for len(text)-i >= len(mark) && text[i:i+len(mark)] == mark {
		i += len(mark)
	}
	return i
}

// exclamationEnd returns the end of a run of question and exclamation marks: "?!", "!!!".
func exclamationEnd(text string, i int) int {
	for i < len(text) && (text[i] == '!' || text[i] == '?') {
		i++
	}
	return i
}

// wordRunEnd returns the end of the run of word characters that begins at text[i].
func wordRunEnd(text string, i int) int {
	for {
		n := wordStep(text, i)
		if n == 0 {
			return i
		}
		i += n
	}
}

// isSign reports whether the n bytes at text[i] are the sign of a number: "-5 gradi", "+3%". A sign touches its number
// and has white space or a bracket before it; in "4-3" the hyphen is no sign.
func isSign(text string, i, n int) bool {
	return isDigitAt(text, i+n) && (isSpaceBefore(text, i) || text[i-1] == '(' || text[i-1] == '[')
}

// isEmoji reports whether r is a pictograph, one half of a flag, or a symbol usually shown as one.
func isEmoji(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF || r >= 0x2B1B && r <= 0x2B55 ||
		r >= 0x23E9 && r <= 0x23F3 || r == 0x231A || r == 0x231B
}

// emojiEnd returns the end of the emoji r of n bytes at text[i], with its modifiers and what zero-width joiners tie to
// it; two regional indicators make a flag. After Unicode Technical Standard 51.
func emojiEnd(text string, i int, r rune, n int) int {
	i += n
	if next, n := utf8.DecodeRuneInString(text[i:]); isRegional(r) && isRegional(next) {
		return i + n
	}
	for {
		next, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case next == 0xFE0F || next == 0x20E3 || next >= 0x1F3FB && next <= 0x1F3FF || next >= 0xE0020 && next <= 0xE007F:
			i += n
		case next == 0x200D:
			i += n
			if tied, n := utf8.DecodeRuneInString(text[i:]); isEmoji(tied) || tied == '♂' || tied == '♀' {
				i += n
			}
		default:
			return i
		}
	}
}

func isRegional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }
