package lang

import (
	"context"
	"iter"
)

// Parser holds the options for splitting a text. The zero value is what Parse, Tokens and Sentences use. A Parser is
// never changed by its methods and may be shared between goroutines.
type Parser struct {
	// Clauses makes a colon or semicolon followed by a blank end a sentence, as the Italian treebanks of Universal
	// Dependencies count them. Without it, an announced quotation stays in one sentence with its announcement:
	// Ha aggiunto: «Non è vero».
	Clauses bool

	// Lines makes every line end a sentence, for verse, subtitles and lists. Without it, a line ends a sentence unless
	// it looks like prose wrapped at a fixed width or goes on in small letters; a blank line always ends one.
	Lines bool
}

// Document is a text and what Parse found in it. Tokens are in order, never overlap, and only white space lies
// between them; every token belongs to one sentence. A Document is not changed after Parse, nor by its methods, and may
// be shared between goroutines.
type Document struct {
	Text      string     `json:"text"`
	Sentences []Sentence `json:"sentences"`
	Tokens    []Token    `json:"tokens"`
}

// Sentence is a sentence of a document, or a headline or list item on a line of its own. Text is the part of the
// document at Span, byte for byte. Tokens is a part of Document.Tokens.
type Sentence struct {
	Text string `json:"text"`
	Span
	Tokens []Token `json:"tokens,omitempty"`
}

// Parse splits a text into tokens and sentences. Any sequence of bytes is a text, and Parse never fails; its time is
// linear in the length of the text. Offsets are bytes in the text as it was given: nothing is normalised.
func Parse(text string) *Document { return Parser{}.Parse(text) }

// Tokens yields the tokens that Parse finds, in order, without building a Document; it allocates nothing.
func Tokens(text string) iter.Seq[Token] {
	return func(yield func(Token) bool) { yieldTokens(text, yield) }
}

// Sentences yields the sentences that Parse finds, in order, with their text and span but without their tokens; it
// allocates nothing.
func Sentences(text string) iter.Seq[Sentence] {
	return func(yield func(Sentence) bool) { yieldSentences(Parser{}, text, yield) }
}

// Parse is like the function Parse, with the options of p.
func (p Parser) Parse(text string) *Document {
	doc, _ := p.ParseContext(context.Background(), text) // which never ends
	return doc
}

// ParseContext is like Parse, but gives up soon after the context has ended: it then returns the context's error and no
// Document. It looks at the context every thousand tokens or so.
func (p Parser) ParseContext(ctx context.Context, text string) (*Document, error) {
	doc := &Document{
		Text:      text,
		Tokens:    make([]Token, 0, len(text)/5+8),
		Sentences: make([]Sentence, 0, len(text)/100+4),
	}
	s := newSplitter(ctx, p, text)
	for {
		first := len(doc.Tokens)
		span, ok := s.sentence(&doc.Tokens)
		if !ok {
			break
		}
		// The length of the sentence in tokens is kept in Tokens until doc.Tokens has stopped growing.
		doc.Sentences = append(doc.Sentences, Sentence{
			Text: text[span.Start:span.End], Span: span, Tokens: doc.Tokens[first:len(doc.Tokens)],
		})
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	shareTokens(doc)
	return doc, nil
}

// shareTokens makes the tokens of each sentence a part of doc.Tokens, which may have moved while it grew.
func shareTokens(doc *Document) {
	first := 0
	for i := range doc.Sentences {
		end := first + len(doc.Sentences[i].Tokens)
		doc.Sentences[i].Tokens = doc.Tokens[first:end:end]
		first = end
	}
}

// Tokens is like the function Tokens. No option changes what a token is.
func (p Parser) Tokens(text string) iter.Seq[Token] {
	return func(yield func(Token) bool) { yieldTokens(text, yield) }
}

// Sentences is like the function Sentences, with the options of p.
func (p Parser) Sentences(text string) iter.Seq[Sentence] {
	return func(yield func(Sentence) bool) { yieldSentences(p, text, yield) }
}

// yieldTokens is apart from Tokens so that the compiler can inline that, which saves allocating the iterator.
func yieldTokens(text string, yield func(Token) bool) {
	s := scanner{text: text}
	for next, ok := s.next(); ok && yield(next.token(text)); next, ok = s.next() {
	}
}

// yieldSentences is apart from Sentences for the same reason.
func yieldSentences(p Parser, text string, yield func(Sentence) bool) {
	s := newSplitter(context.Background(), p, text)
	for {
		span, ok := s.sentence(nil)
		if !ok || !yield(Sentence{Text: text[span.Start:span.End], Span: span}) {
			return
		}
	}
}
