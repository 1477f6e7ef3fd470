package formats

import (
	"bufio"
	"io"

	"github.com/detto-it/detto/claims"
)

// WriteBIO writes the tokens of an analysed text with their entities, one token a line: the token, a tab, and "O", "B-" with
// the kind on the first token of an entity, or "I-" on a later one. A blank line ends a sentence, and a line "-DOCSTART-"
// begins the document. The kind of a common noun is "ORG.nominal", that of a user's model its own label. Labels that
// contain blanks cannot be read back.
//
// An entity covers the tokens that it has bytes in common with; a token that two of them share belongs to the first. An
// entity that goes beyond the end of a sentence goes on with "I-" in the next one. The errors are those of w.
func WriteBIO(w io.Writer, a *claims.Analysis) error {
	out := bufio.NewWriter(w)
	out.WriteString("-DOCSTART-\tO\n\n")
	labels := bioLabels(a)
	token := 0
	for _, sentence := range a.Document.Sentences {
		for range sentence.Tokens {
			out.WriteString(a.Document.Tokens[token].Text + "\t" + labels[token] + "\n")
			token++
		}
		out.WriteByte('\n')
	}
	return out.Flush()
}

// bioLabels returns the label of each token of the document.
func bioLabels(a *claims.Analysis) []string {
	labels := make([]string, len(a.Document.Tokens))
	for i := range labels {
		labels[i] = "O"
	}
	for _, entity := range a.Entities {
		prefix := "B-"
		first, last := covered(a.Document.Tokens, entity.Span)
		for i := first; i < last; i++ {
			if labels[i] == "O" {
				labels[i] = prefix + label(entity)
				prefix = "I-"
			}
		}
	}
	return labels
}
