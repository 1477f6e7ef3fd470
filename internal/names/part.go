package names

import (
	"iter"
	"slices"
	"sort"

	"github.com/detto-it/detto/lang"
)

// part is a stretch of whole sentences of a document that is read by itself, so that the room that reading takes does not grow with
// the document. What one part says about a word is not known in the next.
type part struct {
	sentences []lang.Sentence
	tokens    []lang.Token
	quoted    []lang.Quoted // those that begin in it
	first     int           // index of the first token in the document
}

// partTokens is the number of tokens after which a part ends with the sentence; articles and speeches are one part.
const partTokens = 30000

// parts cuts a document with these quotations into parts.
func parts(doc *lang.Document, quoted []lang.Quoted) iter.Seq[part] {
	return func(yield func(part) bool) {
		quoted := quoted // every iteration begins with all of them
		sentences := cutLong(doc.Sentences)
		from, first, token := 0, 0, 0
		for i, sentence := range sentences {
			token += len(sentence.Tokens)
			if token-first < partTokens && i+1 < len(sentences) {
				continue
			}
			begin := sort.Search(len(quoted), func(q int) bool { return quoted[q].Start >= sentence.End })
			if !yield(part{sentences[from : i+1], doc.Tokens[first:token], quoted[:begin], first}) {
				return
			}
			from, first, quoted = i+1, token, quoted[begin:]
		}
	}
}

// longestSentence is the number of tokens that a sentence may have: the rest of a longer one is read as another. Nobody
// writes such sentences, and the room that reading a sentence takes should not grow with the document.
const longestSentence = 2000

// cutLong returns sentences of which none is too long: the slice itself unless one is.
func cutLong(sentences []lang.Sentence) []lang.Sentence {
	isLong := func(s lang.Sentence) bool { return len(s.Tokens) > longestSentence }
	if !slices.ContainsFunc(sentences, isLong) {
		return sentences
	}
	var cut []lang.Sentence
	for _, sentence := range sentences {
		for tokens := range slices.Chunk(sentence.Tokens, longestSentence) {
			span := lang.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}
			cut = append(cut, lang.Sentence{Text: sentence.Text[span.Start-sentence.Start : span.End-sentence.Start], Span: span, Tokens: tokens})
		}
	}
	return cut
}

// whole is the part that is all of a document.
func whole(doc *lang.Document) part {
	return part{sentences: doc.Sentences, tokens: doc.Tokens, quoted: doc.Quoted()}
}
