package lang

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/openers.txt
var openerData string

// sentenceOpeners are the words that open a sentence, not a surname, with their capital: after "vitamina C." a "Nel"
// begins a sentence, but after "Philip K." a "Dick" does not.
var sentenceOpeners = sync.OnceValue(func() map[string]bool {
	words := make(map[string]bool)
	for word := range dataLines(openerData) {
		first, n := utf8.DecodeRuneInString(word)
		words[strings.ToUpper(string(first))+word[n:]] = true
	}
	return words
})

// Lines between these lengths, in characters, may be lines of prose that was wrapped by hand or by a program.
const (
	shortestWrapped = 45
	longestWrapped  = 130
)

// endsAtLine reports whether a sentence ends with the line that ends between the last token and the one ahead. A line
// of prose wrapped at a fixed width goes on; a headline, a byline, a list item or a paragraph does not.
func (s *splitter) endsAtLine(stop stop) bool {
	switch {
	case s.parser.Lines, isBullet(s.text, s.ahead.token(s.text)):
		return true
	case isLowerAt(s.text, s.ahead.Start):
		return stop == fullStop && !s.enclosureHolds()
	}
	return !s.isWrapped()
}

// isBullet reports whether the token, the first of its line, marks a list item or a turn of dialogue: a dash, a
// bullet, an asterisk, "1.", "2)", "a)".
func isBullet(text string, token Token) bool {
	switch token.Text {
	case "-", "–", "—", "―", "--", "•", "·", "*", "▪", "●", "◦", "►", "‣", "■":
		return true
	}
	if token.End < len(text) && text[token.End] == ')' {
		return token.Kind == Number || token.Len() <= 2
	}
	return token.Kind == Number && token.End+1 < len(text) && text[token.End] == '.' && isSpaceAt(text, token.End+1)
}

// isWrapped reports whether the line of the last token looks as if the text had been wrapped there: it is long enough,
// and one more word would have made it longer than the line below. Whoever wraps a text fills each line as far as it
// goes, so a line that had room for the next word was ended on purpose.
func (s *splitter) isWrapped() bool {
	if s.last.End-s.lineStart > 4*longestWrapped {
		return false
	}
	line := s.lineBefore + utf8.RuneCountInString(s.text[s.lineStart:s.last.End])
	if line < shortestWrapped || line > longestWrapped {
		return false
	}
	below := s.text[s.ahead.Start:min(len(s.text), s.ahead.Start+4*longestWrapped)]
	if i := strings.IndexAny(below, "\n\r"); i >= 0 {
		below = below[:i]
	}
	word := below
	if i := strings.IndexByte(below, ' '); i >= 0 {
		word = below[:i]
	}
	return line+1+utf8.RuneCountInString(word) > utf8.RuneCountInString(below)
}
