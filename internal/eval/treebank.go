package eval

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/detto-it/detto/lang"
)

// Treebank is a file of Universal Dependencies read as one text: its sentences joined by one space. Offsets are bytes of Text.
type Treebank struct {
	Text      string
	Tokens    []lang.Span // as they stand in the text: "dell'" and "farlo" are one each
	Sentences []lang.Span
}

// ErrTreebank is wrapped by the error of ReadTreebank for a file that is not CoNLL-U; an error of the file is returned as it is.
var ErrTreebank = errors.New("not a CoNLL-U file with the text of each sentence")

// ReadTreebank reads a CoNLL-U file (https://universaldependencies.org/format.html).
func ReadTreebank(path string) (*Treebank, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	b := &Treebank{}
	blocks := strings.TrimSpace(strings.ReplaceAll(string(data), "\r\n", "\n"))
	for block := range strings.SplitSeq(blocks, "\n\n") {
		if !b.add(block) {
			return nil, fmt.Errorf("%s: sentence %d: %w", path, len(b.Sentences)+1, ErrTreebank)
		}
	}
	return b, nil
}

// textComment begins the comment that holds a sentence as it stands in the text.
const textComment = "# text = "

// add adds the sentence of a block of lines, and reports whether the block holds its text.
func (b *Treebank) add(block string) bool {
	raw, found := "", false
	for line := range strings.SplitSeq(block, "\n") {
		if raw, found = strings.CutPrefix(line, textComment); found {
			break
		}
	}
	if !found {
		return false
	}
	if b.Text != "" {
		b.Text += " "
	}
	start := len(b.Text)
	b.Text += raw
	b.Sentences = append(b.Sentences, lang.Span{Start: start, End: len(b.Text)})
	at := 0
	for _, form := range surfaceForms(block) {
		if k := strings.Index(raw[at:], form); k >= 0 {
			b.Tokens = append(b.Tokens, lang.Span{Start: start + at + k, End: start + at + k + len(form)})
			at += k + len(form)
		}
	}
	return true
}

// surfaceForms returns the forms of a sentence's tokens as they stand in the text. A line "3-4 della" stands for the words 3 and
// 4 below it; a line "5.1" is a word that the text leaves out.
func surfaceForms(block string) []string {
	var forms []string
	inside := 0 // the last word of the latest "3-4"
	for line := range strings.SplitSeq(block, "\n") {
		number, rest, ok := strings.Cut(line, "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		form, _, _ := strings.Cut(rest, "\t")
		var first, last int
		if n, _ := fmt.Sscanf(number, "%d-%d", &first, &last); n == 2 {
			inside = last
		} else if n < 1 || first <= inside || strings.Contains(number, ".") {
			continue
		}
		forms = append(forms, form)
	}
	return forms
}

// Split counts the tokens and sentences of a treebank that a parser finds with both ends right.
func (b *Treebank) Split(parser lang.Parser) (tokens, sentences Tally) {
	doc := parser.Parse(b.Text)
	var foundTokens, foundSentences []lang.Span
	for _, token := range doc.Tokens {
		foundTokens = append(foundTokens, token.Span)
	}
	for _, sentence := range doc.Sentences {
		foundSentences = append(foundSentences, sentence.Span)
	}
	return compare(b.Tokens, foundTokens), compare(b.Sentences, foundSentences)
}

func compare(want, got []lang.Span) Tally {
	wanted, t := map[lang.Span]bool{}, Tally{}
	for _, span := range want {
		wanted[span] = true
	}
	for _, span := range got {
		if wanted[span] {
			t.Right++
		} else {
			t.Extra++
		}
	}
	t.Missed = len(wanted) - t.Right
	return t
}
