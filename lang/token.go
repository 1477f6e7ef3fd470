package lang

import "fmt"

// Span is a stretch of a document: the bytes [Start, End) of its UTF-8 text.
// The zero Span is empty. It is a plain value and may be shared freely.
type Span struct {
	Start int `json:"start"` // byte offset of the first byte
	End   int `json:"end"`   // byte offset after the last byte
}

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether other lies within s; equal spans contain each other.
func (s Span) Contains(other Span) bool { return s.Start <= other.Start && other.End <= s.End }

// Overlaps reports whether the two spans have a byte in common.
func (s Span) Overlaps(other Span) bool { return s.Start < other.End && other.Start < s.End }

// Kind says what a token is made of. Its text form ("word", "elision", …) is used in JSON.
type Kind uint8

// The kinds of token.
const (
	Word         Kind = iota // letters, with inner hyphens or apostrophes: "casa", "e-commerce", "po'"
	Elision                  // a word that lost its last vowel before the next one: "l'", "dell’"
	Abbreviation             // "dott.ssa", "S.p.A.", "art."
	Number                   // figures and what belongs to them: "1.782,75", "24°", "3/7/2024", "18:30"
	Address                  // a URL, a domain, an e-mail address
	Mention                  // "@governo"
	Hashtag                  // "#referendum"
	Emoji                    // one emoji, with its modifiers
	Punct                    // punctuation: one mark, or a run such as "..."
	Symbol                   // everything else that is not white space: "€", "%", "+"
)

var kindNames = [...]string{"word", "elision", "abbreviation", "number", "address", "mention", "hashtag", "emoji",
	"punct", "symbol"}

// String returns the text form of the kind: "word", "elision", and so on.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// MarshalText returns the text form of the kind. It never fails.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the text form of a kind.
func (k *Kind) UnmarshalText(text []byte) error {
	for i, name := range kindNames {
		if name == string(text) {
			*k = Kind(i)
			return nil
		}
	}
	return fmt.Errorf("lang: no token kind %q", text)
}

// Token is a piece of text between white space and other tokens, as Universal Dependencies counts surface tokens:
// "dell'" and "farlo" are one each. Text is the part of the document at Span, byte for byte.
type Token struct {
	Text string `json:"text"`
	Span
	Kind Kind `json:"kind"`
}
