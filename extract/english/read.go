package english

import (
	"context"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"

	"github.com/detto-it/detto/lang"
)

// word is a token of prose with its place in the text.
type word struct {
	lang.Span
	text  string // as in the text
	tag   string // part of speech, by the Penn Treebank: NNP is a proper noun
	label string // IOB label: B-PERSON, I-PERSON, O
}

// model is prose's default model. A prose document made without a model decodes it anew; one that is given it only reads
// it, so that goroutines may share it.
var model = sync.OnceValue(func() *prose.Model {
	doc, err := prose.NewDocument("", prose.WithSegmentation(false))
	if err != nil {
		return nil // never happens: NewDocument has no error to return
	}
	return doc.Model
})

// readEnglish appends the words of an English stretch of a text, as prose tags them, without those that it can't read. It looks at
// the context before each part that prose is given.
func readEnglish(ctx context.Context, words []word, text string, stretch lang.Span) ([]word, error) {
	for _, part := range readable(text, stretch) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		words = append(words, locate(text, part, analyse(text[part.Start:part.End]))...)
	}
	return words, nil
}

// analyse returns the tokens of prose. It is given a sentence at a time because prose gives all occurrences of a string
// between blanks the label of the last one.
func analyse(text string) (tokens []prose.Token) {
	// prose cuts words at offsets computed in their lower-case form, and reads entities off labels that it takes to be
	// well-formed. Fuzzing finds no panic behind the guard of readable, but no input may crash a program that reads news.
	defer func() {
		if recover() != nil {
			tokens = nil
		}
	}()
	doc, err := prose.NewDocument(text, prose.UsingModel(model()), prose.WithSegmentation(false))
	if err != nil {
		return nil
	}
	return doc.Tokens()
}

const (
	longestWord = 100  // bytes between blanks; prose's time is quadratic in it
	longestPart = 4096 // bytes that prose is given at a time
)

// readable returns the parts of a stretch that prose can read: runs of words, whose time it spends is linear in their length,
// between the words that it can't.
func readable(text string, stretch lang.Span) []lang.Span {
	var parts []lang.Span
	open := false
	for at := stretch.Start; ; {
		at += blanks(text[at:stretch.End])
		end := at + nextBlank(text[at:stretch.End])
		if at == end {
			return parts
		}
		switch {
		case !isReadable(text[at:end]):
			open = false
		case open && end-parts[len(parts)-1].Start <= longestPart:
			parts[len(parts)-1].End = end
		default:
			parts = append(parts, lang.Span{Start: at, End: end})
			open = true
		}
		at = end
	}
}

// isReadable reports whether prose can read what stands between two blanks: it must not be too long, and prose's offsets in
// its lower-case form must be offsets in the word (İ has two bytes, its lower-case form three).
func isReadable(word string) bool {
	return len(word) <= longestWord && utf8.ValidString(word) && len(strings.ToLower(word)) == len(word)
}

// blanks returns the length in bytes of the blanks that begin the text.
func blanks(text string) int { return len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace)) }

// nextBlank returns the offset of the first blank of the text, or of its end.
func nextBlank(text string) int {
	if i := strings.IndexFunc(text, unicode.IsSpace); i >= 0 {
		return i
	}
	return len(text)
}

// locate finds the tokens that prose made of a part of the text. They come in order, with blanks between them at most,
// but for what prose loses of a word ("'sup" is dropped for its 's): then the next token begins a later word. A token
// that is not found is left out.
func locate(text string, part lang.Span, tokens []prose.Token) []word {
	words := make([]word, 0, len(tokens))
	at := part.Start
	for _, token := range tokens {
		start, length := at+blanks(text[at:part.End]), 0
		for start < part.End {
			if length = match(text[start:part.End], token.Text); length > 0 {
				break
			}
			start += nextBlank(text[start:part.End])
			start += blanks(text[start:part.End])
		}
		if length == 0 {
			continue
		}
		at = start + length
		words = append(words, word{lang.Span{Start: start, End: at}, text[start:at], token.Tag, token.Label})
	}
	return words
}

// rewritten holds what prose writes in other characters before it splits a text.
var rewritten = [...]struct{ written, read string }{
	{"“", `"`}, {"”", `"`}, {"‘", "'"}, {"’", "'"}, {"&rsquo;", "'"},
}

// match returns the length in bytes of the beginning of the text that prose read as the token, 0 if it begins otherwise.
func match(text, token string) int {
	length := 0
	for token != "" {
		written, read := firstRead(text[length:])
		if read == "" || !strings.HasPrefix(token, read) {
			return 0
		}
		length += len(written)
		token = token[len(read):]
	}
	return length
}

// firstRead returns the first character of the text, or its first byte, as it is written and as prose read it.
func firstRead(text string) (written, read string) {
	for _, r := range rewritten {
		if strings.HasPrefix(text, r.written) {
			return r.written, r.read
		}
	}
	first := text[:min(1, len(text))]
	return first, first
}
