package corpus

import (
	"bufio"
	"io"
	"strings"

	"github.com/detto-it/detto/internal/names"
	"github.com/detto-it/detto/lang"
)

// sentencesPerDocument is how many sentences of a file without document marks make one document: neighbours in a
// corpus come from one text more often than not, and the model learns from what a document says elsewhere.
const sentencesPerDocument = 8

// ReadColumns reads one token a line, its label in the last column, columns separated by tabs or spaces, a blank line after each
// sentence; "-DOCSTART-" begins a document. Labels are BIO, IOB or BIOES/BILOU. The tokens are joined with the
// spacing of Italian, so that training sees text as it is written.
func ReadColumns(r io.Reader) ([]names.Example, error) {
	c := columns{}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	for number := 1; lines.Scan(); number++ {
		fields := splitColumns(strings.TrimRight(lines.Text(), " \t\r"))
		switch {
		case len(fields) == 0:
			c.endSentence()
		case fields[0] == "-DOCSTART-":
			c.marked = true
			c.endSentence()
			c.endDocument()
		case fields[0] == "":
			return nil, syntaxError(number, "label %.40q has no token", fields[len(fields)-1])
		case len(fields) == 1:
			return nil, syntaxError(number, "token %.40q has no label", fields[0])
		case !c.token(fields[0], fields[len(fields)-1]):
			return nil, syntaxError(number, "label %.40q is not O or B-, I-, E-, S-, L-, U- and a kind", fields[len(fields)-1])
		}
	}
	c.endSentence()
	c.endDocument()
	return c.examples, lines.Err()
}

func splitColumns(line string) []string {
	if strings.HasPrefix(line, "# ") && !strings.Contains(line, "\t") {
		return nil
	}
	if strings.Contains(line, "\t") {
		return strings.Split(line, "\t")
	}
	return strings.Fields(line)
}

// columns is the state of ReadColumns.
type columns struct {
	examples  []names.Example
	marked    bool // the file marks its documents
	sentences int
	text      strings.Builder
	names     []names.Annotation
	open      string // label of the name that the previous token ended
	glue      bool   // the next token follows without a space
	quote     bool   // a straight quotation mark is open
	fresh     bool   // the sentence has no token yet
}

// token adds a token and reports whether its label is well formed.
func (c *columns) token(text, label string) bool {
	prefix, kind, _ := strings.Cut(label, "-")
	if label != "O" && (kind == "" || len(prefix) != 1 || !strings.Contains("BIESLU", prefix)) {
		return false
	}
	c.space(text)
	start := c.text.Len()
	c.text.WriteString(text)
	switch {
	case label == "O":
		c.open = ""
	case c.open == kind && strings.Contains("IEL", prefix):
		c.names[len(c.names)-1].End = c.text.Len()
	default:
		c.names = append(c.names, names.Annotation{Span: lang.Span{Start: start, End: c.text.Len()}, Label: kind})
		c.open = kind
	}
	return true
}

// space writes what stands before a token: a space, unless one of the two is a mark that Italian joins to its neighbour.
func (c *columns) space(text string) {
	glue := c.glue || c.fresh || c.text.Len() == 0
	c.glue, c.fresh = false, false
	switch text {
	case ".", ",", ";", ":", "!", "?", ")", "]", "»", "”", "...", "…", "%", "’":
		glue = true
	case "(", "[", "«", "“":
		c.glue = true
	case `"`:
		glue = glue || c.quote
		c.quote = !c.quote
		c.glue = c.quote
	default:
		c.glue = len(text) > 1 && (strings.HasSuffix(text, "'") || strings.HasSuffix(text, "’")) && !keepsSpace(text)
	}
	if !glue {
		c.text.WriteByte(' ')
	}
}

// keepsSpace reports whether a word ends with an apostrophe and yet stands apart: "po' di pane".
func keepsSpace(text string) bool {
	switch strings.ToLower(strings.TrimRight(text, "'’")) {
	case "po", "mo", "di", "fa", "va", "sta", "da", "be", "to", "perche", "e", "citta", "piu", "gia", "cosi":
		return true
	}
	return false
}

func (c *columns) endSentence() {
	c.open, c.quote, c.glue = "", false, false
	if c.fresh || c.text.Len() == 0 {
		return
	}
	c.sentences++
	if !c.marked && c.sentences >= sentencesPerDocument {
		c.endDocument()
		return
	}
	c.text.WriteByte('\n')
	c.fresh = true
}

func (c *columns) endDocument() {
	if len(c.text.String()) > 0 {
		c.examples = append(c.examples, names.Example{Text: strings.TrimRight(c.text.String(), "\n"), Names: c.names})
	}
	c.text.Reset()
	c.names, c.sentences, c.fresh = nil, 0, false
}
