package names

import (
	"iter"

	"github.com/detto-it/detto/lang"
)

// part is a stretch of whole sentences of a document that is read by itself, so that the room that reading takes does not grow with
// the document. What one part says about a word is not known in the next.
type part struct {
	sentences []lang.Sentence
	tokens    []lang.Token
	quoted    []lang.Quoted // those of the whole document
	first     int           // index of the first token in the document
}

// partTokens is the number of tokens after which a part ends with the sentence; articles and speeches are one part.
const partTokens = 30000

// parts cuts a document into parts.
func parts(doc *lang.Document) iter.Seq[part] {
	return func(yield func(part) bool) {
		quoted := doc.Quoted()
		from, first, token := 0, 0, 0
		for i, sentence := range doc.Sentences {
			token += len(sentence.Tokens)
			if token-first < partTokens && i+1 < len(doc.Sentences) {
				continue
			}
			if !yield(part{doc.Sentences[from : i+1], doc.Tokens[first:token], quoted, first}) {
				return
			}
			from, first = i+1, token
		}
	}
}

// whole is the part that is all of a document.
func whole(doc *lang.Document) part {
	return part{sentences: doc.Sentences, tokens: doc.Tokens, quoted: doc.Quoted()}
}
