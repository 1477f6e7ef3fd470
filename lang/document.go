package lang

import (
	"unicode"
	"unicode/utf8"
)

// Sentence is a sentence of a document, or a headline or list item on a line of its own.
// Tokens is a part of Document.Tokens.
type Sentence struct {
	Text string `json:"text"`
	Span
	Tokens []Token `json:"tokens,omitempty"`
}

// Document is a text and what Parse found in it. Tokens are in order, never overlap, and only white space lies
// between them. A Document is not changed after Parse and may be shared between goroutines.
type Document struct {
	Text      string     `json:"text"`
	Sentences []Sentence `json:"sentences"`
	Tokens    []Token    `json:"tokens"`
}

// Quoted is a stretch between quotation marks: typography only, not a judgement of whether it is speech.
type Quoted struct {
	Span        // the words between the marks
	Outer  Span // with the marks
	Depth  int  // 0 for an outermost quotation
	Closed bool // whether the closing mark was found
}

// Parse splits a text into tokens and sentences.
func Parse(text string) *Document {
	// PROVISIONAL: replaced by the real tokeniser.
	d := &Document{Text: text}
	start, first := 0, 0
	flush := func(end int) {
		if len(d.Tokens) > first {
			a, b := d.Tokens[first].Start, d.Tokens[len(d.Tokens)-1].End
			d.Sentences = append(d.Sentences, Sentence{Text: text[a:b], Span: Span{a, b}})
			first = len(d.Tokens)
		}
		start = end
	}
	var firsts []int
	add := func(a, b int, k Kind) {
		d.Tokens = append(d.Tokens, Token{text[a:b], Span{a, b}, k})
	}
	_ = start
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			if r == '\n' {
				firsts = append(firsts, first)
				flush(i)
			}
			i += n
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			j := i
			k := Word
			for j < len(text) {
				r, n := utf8.DecodeRuneInString(text[j:])
				if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' {
					j += n
					continue
				}
				if (r == '.' || r == ',') && j > i && j+n < len(text) && text[j-1] >= '0' && text[j-1] <= '9' && text[j+n] >= '0' && text[j+n] <= '9' {
					j += n
					continue
				}
				if r == '\'' || r == '’' {
					j += n
					k = Elision
				}
				break
			}
			if text[i] >= '0' && text[i] <= '9' {
				k = Number
			}
			add(i, j, k)
			i = j
		default:
			add(i, i+n, Punct)
			i += n
			if (r == '.' || r == '?' || r == '!') && (i == len(text) || text[i] == ' ') {
				flush(i)
			}
		}
	}
	flush(len(text))
	// sentences share tokens
	ti := 0
	for s := range d.Sentences {
		lo := ti
		for ti < len(d.Tokens) && d.Tokens[ti].End <= d.Sentences[s].End {
			ti++
		}
		d.Sentences[s].Tokens = d.Tokens[lo:ti:ti]
	}
	return d
}

// Quoted returns every stretch between quotation marks.
func (d *Document) Quoted() []Quoted {
	// PROVISIONAL
	var out []Quoted
	open := map[string]string{"«": "»", "“": "”", "\"": "\""}
	for i := 0; i < len(d.Tokens); i++ {
		c, ok := open[d.Tokens[i].Text]
		if !ok {
			continue
		}
		for j := i + 1; j < len(d.Tokens); j++ {
			if d.Tokens[j].Text == c {
				if j > i+1 {
					out = append(out, Quoted{Span: Span{d.Tokens[i+1].Start, d.Tokens[j-1].End}, Outer: Span{d.Tokens[i].Start, d.Tokens[j].End}, Closed: true})
				}
				i = j
				break
			}
		}
	}
	return out
}

// Stem returns the Snowball stem of an Italian word.
func Stem(word string) string { return word } // PROVISIONAL
