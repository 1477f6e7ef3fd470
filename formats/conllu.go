package formats

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// entityFields are the fields of an entity in MISC, in the order that the comment global.Entity declares.
const entityFields = "eid-etype-norm-name"

// WriteCoNLLU writes the sentences, tokens and entities of an analysed text as CoNLL-U
// (https://universaldependencies.org/format.html), without a syntactic analysis: lemma, part of speech and head are "_".
// The id names the document in "# newdoc id" and begins the "sent_id" of its sentences; line ends in it become blanks. A
// text without tokens writes nothing, since CoNLL-U has no empty documents. The errors are those of w.
//
// MISC holds
//   - SpaceAfter=No, and SpacesAfter and SpacesBefore with the escapes of UDPipe (\s \t \n \r \p \\) for white space that is not
//     one blank, from which the text can be rebuilt to the byte;
//   - Kind, the kind of the token: Kind=elision;
//   - Entity, in the manner of CorefUD (https://ufal.mff.cuni.cz/corefud): "(e5-PER--Xi Jinping" on the first token, "e5)" on the
//     last. The number is the ID, so that mentions of one thing share it; then come the kind ("ORG.nominal" for a common
//     noun), Norm and Name, with %, -, |, brackets and white space other than the blank written as %25 and so on. An entity
//     covers the tokens that it has bytes in common with.
func WriteCoNLLU(w io.Writer, id string, a *claims.Analysis) error {
	if len(a.Document.Tokens) == 0 {
		return nil
	}
	c := conlluWriter{Writer: bufio.NewWriter(w), doc: a.Document, marks: entityMarks(a)}
	id = strings.Join(strings.FieldsFunc(id, isLineEnd), " ")
	fmt.Fprintf(c, "# newdoc id = %s\n# global.Entity = %s\n", id, entityFields)
	for i, sentence := range a.Document.Sentences {
		fmt.Fprintf(c, "# sent_id = %s-%d\n# text = %s\n", id, i+1, c.sentenceText(sentence.Tokens))
		for number := range sentence.Tokens {
			c.token(number + 1)
		}
		c.WriteByte('\n')
	}
	return c.Flush()
}

func isLineEnd(r rune) bool { return r == '\n' || r == '\r' }

// conlluWriter writes the tokens of one document in order.
type conlluWriter struct {
	*bufio.Writer
	doc   *lang.Document
	marks []string // the value of Entity for each token
	next  int      // the token to write next
}

// sentenceText is the text of a sentence as the comment "text" has it: one blank for any white space between tokens.
func (c *conlluWriter) sentenceText(tokens []lang.Token) string {
	var b strings.Builder
	for i, token := range tokens {
		if i > 0 && tokens[i-1].End < token.Start {
			b.WriteByte(' ')
		}
		b.WriteString(token.Text)
	}
	return b.String()
}

// token writes the line of the next token, whose number in its sentence is given.
func (c *conlluWriter) token(number int) {
	token := c.doc.Tokens[c.next]
	fmt.Fprintf(c, "%d\t%s\t_\t_\t_\t_\t_\t_\t_\tKind=%v", number, token.Text, token.Kind)
	if c.marks[c.next] != "" {
		c.WriteString("|Entity=" + c.marks[c.next])
	}
	if c.next == 0 && token.Start > 0 {
		c.WriteString("|SpacesBefore=" + spaceEscapes.Replace(c.doc.Text[:token.Start]))
	}
	c.WriteString(spacesAfter(c.doc, c.next) + "\n")
	c.next++
}

// spacesAfter is the attribute that tells the white space behind a token, "" for one blank before another token.
func spacesAfter(doc *lang.Document, token int) string {
	end := len(doc.Text)
	if token+1 < len(doc.Tokens) {
		end = doc.Tokens[token+1].Start
	}
	switch space := doc.Text[doc.Tokens[token].End:end]; space {
	case "":
		return "|SpaceAfter=No"
	case " ":
		if end < len(doc.Text) {
			return ""
		}
		return `|SpacesAfter=\s`
	default:
		return "|SpacesAfter=" + spaceEscapes.Replace(space)
	}
}

// The escapes of UDPipe for white space in MISC (https://ufal.mff.cuni.cz/udpipe/1/users-manual).
var (
	spaceEscapes   = strings.NewReplacer(" ", `\s`, "\t", `\t`, "\n", `\n`, "\r", `\r`, "|", `\p`, `\`, `\\`)
	spaceUnescapes = strings.NewReplacer(`\s`, " ", `\t`, "\t", `\n`, "\n", `\r`, "\r", `\p`, "|", `\\`, `\`)
)

// entityMarks returns the value of Entity for each token of the document, "" where no entity begins or ends.
func entityMarks(a *claims.Analysis) []string {
	marks := make([]string, len(a.Document.Tokens))
	for _, entity := range a.Entities {
		first, last := covered(a.Document.Tokens, entity.Span)
		if first == last {
			continue
		}
		marks[first] += "(" + entityMark(entity)
		if last-1 > first {
			marks[last-1] += fmt.Sprintf("e%d", entity.ID)
		}
		marks[last-1] += ")"
	}
	return marks
}

// entityMark is an entity's fields, without empty ones at the end.
func entityMark(e extract.Entity) string {
	fields := []string{fmt.Sprintf("e%d", e.ID), escapeField(label(e)), escapeField(e.Norm), escapeField(e.Name)}
	return strings.TrimRight(strings.Join(fields, "-"), "-")
}

// escapeField writes the bytes that would end a field, an attribute or a line as in URLs.
func escapeField(field string) string {
	if !strings.ContainsFunc(field, func(r rune) bool { return r < 0x80 && isFieldDelimiter(byte(r)) }) {
		return field
	}
	var b strings.Builder
	for i := range len(field) {
		if isFieldDelimiter(field[i]) {
			fmt.Fprintf(&b, "%%%02X", field[i])
		} else {
			b.WriteByte(field[i])
		}
	}
	return b.String()
}

func isFieldDelimiter(c byte) bool {
	return c < ' ' || strings.IndexByte("%-|()", c) >= 0
}
