package lang

import (
	"bufio"
	"unicode/utf8"
)

// SplitSentences returns a split function that makes a bufio.Scanner read sentence by sentence, the same sentences that
// Sentences finds in the whole text. It remembers what is open from one sentence to the next: make a new one for each
// bufio.Scanner, and do not share it between goroutines.
//
// A sentence must fit in the buffer of the bufio.Scanner, with a kilobyte behind it that tells whether it ends.
func SplitSentences() bufio.SplitFunc { return Parser{}.SplitSentences() }

// SplitSentences is like the function SplitSentences, with the options of p.
func (p Parser) SplitSentences() bufio.SplitFunc {
	state := splitter{parser: p}
	return func(data []byte, atEOF bool) (advance int, sentence []byte, err error) {
		for size := firstWindow; ; size *= 4 {
			window := data[:min(len(data), size)]
			whole := len(window) == len(data)
			next := state
			if span, ok := next.resume(string(window), whole && atEOF); ok {
				state = next.cutOff(span.End)
				return span.End, data[span.Start:span.End], nil
			}
			if whole && atEOF {
				return len(data), nil, nil // only white space is left
			}
			if whole {
				return 0, nil, nil
			}
		}
	}
}

const (
	firstWindow = 4096 // how many bytes a split function looks at first; most sentences end long before
	lookAhead   = 1024 // how many bytes behind the next token may bear on where a sentence ends
)

// resume goes on with text where cutOff left off. It returns the span of the next sentence, or false if there is none or
// if more text could still change it; final says that no more text comes.
func (s *splitter) resume(text string, final bool) (Span, bool) {
	first := s.text == "" && s.lineBefore == 0
	s.text, s.pos = text, 0
	s.ahead, s.more = s.scanner.next()
	if first {
		s.lineStart = s.ahead.Start
	}
	span, ok := s.sentence(nil)
	if !ok || !final && (!s.more || s.ahead.End+lookAhead > len(text)) {
		return Span{}, false
	}
	return span, true
}

// cutOff returns what has to be known when the text up to end, where a sentence ends, is gone.
func (s *splitter) cutOff(end int) splitter {
	rest := splitter{parser: s.parser, enclosure: s.enclosure, lineStart: s.lineStart - end}
	rest.single = s.singleBefore
	rest.enclosure.end = max(0, s.enclosure.end-end)
	if rest.lineStart < 0 {
		rest.lineBefore = s.lineBefore + utf8.RuneCountInString(s.text[s.lineStart:end])
		rest.lineStart = 0
	}
	return rest
}
