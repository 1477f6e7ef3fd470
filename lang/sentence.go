package lang

import (
	"context"
	"strings"
)

// splitter cuts a text into sentences while the scanner cuts it into tokens. It looks one token ahead, and from a full
// stop inside a quotation or bracket a bounded way on to the closing mark.
type splitter struct {
	scanner
	parser Parser
	ahead  piece // the next token, already scanned
	more   bool  // whether there is one

	last      Span      // the token read last, in the same sentence
	lastKind  Kind      // its kind
	before    Span      // the token before last
	count     int       // how many tokens of the sentence are read
	clause    int       // count at its last semicolon between list items
	lineStart int       // where the line of the last token begins
	enclosure enclosure // the quotation or bracket that is open

	lineBefore   int        // how many characters of that line a split function has cut off already
	singleBefore singleMark // the single quotation mark that is open behind the last token

	ctx  context.Context // ends the text when it ends; nil where nothing can
	read int             // how many tokens are read
}

func newSplitter(ctx context.Context, parser Parser, text string) splitter {
	s := splitter{scanner: scanner{text: text}, parser: parser, ctx: ctx}
	s.ahead, s.more = s.scanner.next()
	s.lineStart = s.ahead.Start
	return s
}

// sentence returns the span of the next sentence, or false at the end of the text. It appends the sentence's tokens to
// keep unless that is nil.
func (s *splitter) sentence(keep *[]Token) (Span, bool) {
	if !s.more {
		return Span{}, false
	}
	start := s.ahead.Start
	s.before, s.last, s.count, s.clause = Span{}, Span{}, 0, 0
	stop := noStop
	for {
		token := s.ahead
		if keep != nil {
			*keep = append(*keep, token.token(s.text))
		}
		s.count++
		stop = s.stopAfter(token, stop)
		s.before, s.last, s.lastKind, s.singleBefore = s.last, token.Span, token.Kind, s.single
		s.ahead, s.more = s.scanner.next()
		if s.read++; s.read%tokensBetweenLooks == 0 && s.ctx != nil && s.ctx.Err() != nil {
			s.more = false
		}
		if stop == noStop && s.more && s.goesOnInLine() {
			continue
		}
		if !s.more || s.endsHere(stop) {
			return Span{start, token.End}, true
		}
	}
}

// tokensBetweenLooks is how many tokens are read between two looks at the context.
const tokensBetweenLooks = 1024

// goesOnInLine reports whether nothing or one blank stands between the last token and the one ahead.
func (s *splitter) goesOnInLine() bool {
	gap := s.ahead.Start - s.last.End
	return gap == 0 || gap == 1 && s.text[s.last.End] == ' '
}

// lastText is the text of the last token.
func (s *splitter) lastText() string { return s.text[s.last.Start:s.last.End] }

// A stop says how strongly what is read so far asks for the end of the sentence.
type stop uint8

const (
	noStop           stop = iota
	initialStop           // an initial, an unlisted dotted abbreviation, a list item: ends before a sentence opener
	abbreviationStop      // an abbreviation that can be the last word: ends before a capital
	softStop              // an ellipsis, a question, a full stop in a quotation: ends unless a small letter follows
	fullStop              // a full stop: ends unless what follows cannot begin a sentence
)

// stopAfter returns the stop that stands once token is read; before is the stop before it.
func (s *splitter) stopAfter(token piece, before stop) stop {
	switch token.Kind {
	case Punct:
		return s.stopAfterMark(token.token(s.text), before)
	case Abbreviation:
		return stopAfterAbbreviation(s.text[token.Start:token.End])
	}
	return noStop
}

func (s *splitter) stopAfterMark(token Token, before stop) stop {
	closing := before != noStop && s.closesSentence(token)
	s.noteEnclosure(token)
	switch token.Text[0] {
	case '.':
		return s.stopAfterPoint(token)
	case '?', '!':
		return softStop
	case ':', ';':
		return s.stopAfterClause(token)
	}
	switch {
	case strings.HasPrefix(token.Text, "…") && !isOpeningBracket(s.lastText()):
		return softStop
	case closing:
		return min(before, softStop)
	}
	return noStop
}

// stopAfterClause returns the stop of a colon or semicolon, for a Parser with Clauses. A colon before figures gives a
// value (Scuole materne: 20 aprile). Semicolons may also separate the items of a list (Terni, azioni 300; Montecatini,
// azioni 2000): a few words are no clause, and in a list some more are none.
func (s *splitter) stopAfterClause(token Token) stop {
	if !s.parser.Clauses {
		return noStop
	}
	words := s.count - s.clause
	if token.Text == ";" && (words <= shortItem || s.clause > 0 && words <= longItem) {
		s.clause = s.count
		return initialStop
	}
	if token.Text == ":" && token.End < len(s.text) && isDigitAt(s.text, token.End+1) {
		return noStop
	}
	return fullStop
}

// The number of tokens, with the semicolon, up to which the first item and another item of a list are no clause.
const (
	shortItem = 6
	longItem  = 9
)

// stopAfterPoint tells the full stop from the ellipsis, and from the point that makes a number at the beginning of a
// sentence a list marker ("3. Le parti convengono") or a number anywhere an ordinal ("il 3. piano").
func (s *splitter) stopAfterPoint(token Token) stop {
	switch {
	case isOpeningBracket(s.lastText()):
		return noStop // an omission: [...]
	case len(token.Text) > 1:
		return softStop
	case s.lastKind != Number || s.last.End != token.Start:
		return fullStop
	case s.count == 2:
		return noStop
	case isDefinite(s.text[s.before.Start:s.before.End]):
		return softStop
	}
	return fullStop
}

// isDefinite reports whether the word is an article, alone or with a preposition, that an ordinal can follow: "il 3.
// piano", "del 5. reggimento".
func isDefinite(word string) bool {
	switch word {
	case "il", "Il", "al", "Al", "del", "Del", "dal", "Dal", "nel", "Nel", "sul", "Sul", "la", "La", "alla", "Alla", "della",
		"Della", "dalla", "Dalla", "nella", "Nella", "sulla", "Sulla":
		return true
	}
	return false
}

func isOpeningBracket(text string) bool { return text == "[" || text == "(" }

// stopAfterAbbreviation returns the stop of an abbreviation with its last point.
func stopAfterAbbreviation(text string) stop {
	word, ok := strings.CutSuffix(text, ".")
	if !ok {
		return noStop
	}
	switch lookUp(word) {
	case neverEnds:
		return noStop
	case mayEnd:
		return abbreviationStop
	}
	if len(word) == 1 || isUpperAt(word, 0) {
		return initialStop
	}
	return noStop
}

// endsHere reports whether the sentence ends between the last token and the one ahead.
func (s *splitter) endsHere(stop stop) bool {
	gap := s.text[s.last.End:s.ahead.Start]
	if gap != " " {
		if breaks := lineBreaks(gap); breaks > 0 {
			ends := breaks > 1 || s.endsAtLine(stop)
			s.lineStart, s.lineBefore = s.ahead.Start, 0
			if breaks > 1 {
				s.enclosure = enclosure{}
			}
			if ends {
				return true
			}
		}
	}
	ahead := s.ahead.token(s.text)
	switch {
	case stop == noStop, s.closesSentence(ahead):
		return false
	case s.enclosureHolds():
		return false
	case gap == "":
		return s.blankMissing(stop)
	}
	return s.beginsSentence(ahead, stop)
}

// closesSentence reports whether the mark, the first behind a stop, closes a quotation or bracket and so belongs to the
// sentence before it.
func (s *splitter) closesSentence(mark Token) bool {
	if mark.Kind != Punct {
		return false
	}
	touches := !isSpaceBefore(s.text, mark.Start)
	opens := opensByPlace(s.text, mark.Start, mark.Len())
	switch mark.Text {
	case ")", "]", "}":
		return true
	case "»", "”", ">>", "›":
		return !opens
	case `"`, "''":
		return !opens && (touches || s.enclosure.opener == mark.Text)
	case "'", "’", "“", "‘", "«":
		return touches && !opens
	}
	return false
}

// blankMissing reports whether a sentence ends at a full stop behind which a blank was forgotten: "finito.Poi". A small
// letter before and a capital with a small letter behind tell it from other uses of the point.
func (s *splitter) blankMissing(stop stop) bool {
	next := s.ahead
	return stop >= softStop && next.Kind == Word && isUpperAt(s.text, next.Start) && isLowerAt(s.text, next.Start+1) &&
		s.lastKind == Punct && s.last.Start > 0 && isLowerAt(s.text, s.last.Start-1)
}

// beginsSentence reports whether a sentence can begin with token behind the stop.
func (s *splitter) beginsSentence(token Token, stop stop) bool {
	switch {
	case stop == initialStop:
		return token.Kind != Number && sentenceOpeners()[token.Text]
	case token.Kind == Punct:
		return beginsWithMark(s.text, token, stop)
	case token.Kind == Abbreviation || token.Kind == Word || token.Kind == Elision:
		return stop == fullStop || !isLowerAt(s.text, token.Start)
	}
	return stop > abbreviationStop
}

// beginsWithMark reports whether a sentence begins with the mark behind the stop: an opening quotation mark, bracket or
// dash, if the word behind it could begin one.
func beginsWithMark(text string, mark Token, stop stop) bool {
	switch mark.Text[0] {
	case ',', ';', ':', '.', '!', '?', ')', ']', '}':
		return false
	}
	after := mark.End
	for after < len(text) && text[after] == ' ' {
		after++
	}
	return stop == fullStop || !isLowerAt(text, after)
}
