// Package formats writes what Detto finds in the forms that other programs read, and reads two of them back:
//
//	CoNLL-U                  WriteCoNLLU, ReadCoNLLU     treebank tools, Udapi, UDPipe
//	BIO columns              WriteBIO                    training of sequence models, also examples/train
//	brat standoff            WriteBrat, ReadBrat         annotation by hand
//	W3C Web Annotation       WriteWebAnnotations         browsers, Hypothesis, linked data
//
// A writer writes one document at a time, in the order of the calls; all but WriteBrat and WriteWebAnnotations may write
// several to one file. Bytes that are no UTF-8 are written as they are, but in Web Annotations, whose JSON cannot hold them:
// each of them becomes U+FFFD there. All functions may be called from any goroutine, and take time linear in the length of
// their input, but for the sorting of ReadBrat.
//
// The JSON that claims.Analysis itself becomes is described by docs/analysis.schema.json.
package formats

import (
	"errors"
	"fmt"
)

// ErrSyntax is wrapped by the errors of the readers; they name the line, the first being 1.
var ErrSyntax = errors.New("formats: syntax error")

// syntaxError is an error of a reader at a line.
func syntaxError(line int, format string, values ...any) error {
	return fmt.Errorf("%w in line %d: %s", ErrSyntax, line, fmt.Sprintf(format, values...))
}
