package formats

import (
	"bufio"
	"io"
	"net/url"
	"strconv"
	"strings"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// Document is a document of a CoNLL-U file: its text with tokens and sentences, and the entities marked in it. It is a plain
// value.
type Document struct {
	*lang.Document
	ID       string // of "# newdoc id"
	Entities []extract.Entity
}

// maxLine is the longest line that the readers take, in bytes.
const maxLine = 64 << 20

// ReadCoNLLU reads the documents of a CoNLL-U file. What WriteCoNLLU wrote comes back with the same text, to the byte, and the
// same tokens, sentences and entities, but for Score, which is 1, Mod and Gender. Of other files it takes the surface tokens
// (the line 3-4 of a contraction, not the words 3 and 4), the white space that MISC tells, and entities in the manner of
// CorefUD if "# global.Entity" declares the fields eid and etype. IDs are given in order of appearance. A file without "#
// newdoc" is one document.
//
// The error wraps ErrSyntax and names the line if a line is no CoNLL-U; others are those of r. Lines may be up to 64 MiB long.
func ReadCoNLLU(r io.Reader) ([]Document, error) {
	c := conlluReader{}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	for lines.Scan() {
		c.number++
		if err := c.line(lines.Text()); err != nil {
			return nil, err
		}
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if err := c.endDocument(); err != nil {
		return nil, err
	}
	return c.documents, nil
}

// conlluReader is the state of ReadCoNLLU.
type conlluReader struct {
	documents []Document
	number    int            // of the line
	fields    map[string]int // the places of an entity's fields, as global.Entity declares them

	// Of the document:
	id        string
	text      strings.Builder
	space     string // what stands behind the last token
	told      bool   // the file says so
	tokens    []lang.Token
	sentences []int // the number of tokens at the end of each
	entities  entityReader

	contraction int // the last word of the contraction that is being read
}

func (c *conlluReader) line(line string) error {
	switch {
	case line == "":
		c.endSentence()
		return nil
	case strings.HasPrefix(line, "#"):
		return c.comment(line)
	}
	columns := strings.Split(line, "\t")
	if len(columns) != 10 || columns[1] == "" {
		return syntaxError(c.number, "%.40q has not ten columns", line)
	}
	return c.word(columns[0], columns[1], attributes(columns[9]))
}

// comment reads the comments that say something of the document; others are passed over.
func (c *conlluReader) comment(line string) error {
	name, value, _ := strings.Cut(strings.TrimPrefix(line, "#"), "=")
	switch strings.TrimSpace(name) {
	case "newdoc", "newdoc id":
		err := c.endDocument()
		c.id = strings.TrimSpace(value)
		return err
	case "global.Entity":
		c.fields = map[string]int{}
		for i, field := range strings.Split(strings.TrimSpace(value), "-") {
			c.fields[field] = i
		}
	}
	return nil
}

// word reads a token, or a word inside a contraction, of which only the entities count.
func (c *conlluReader) word(id, form string, misc map[string]string) error {
	if strings.Contains(id, ".") { // an empty node of the enhanced graph
		return nil
	}
	first, last, contracted := strings.Cut(id, "-")
	number, err := strconv.Atoi(first)
	if err == nil && contracted {
		number, err = strconv.Atoi(last)
	}
	if err != nil {
		return syntaxError(c.number, "%.40q is no number of a word", id)
	}
	if contracted || number > c.contraction {
		c.token(form, misc)
	}
	if contracted {
		c.contraction = number
	}
	if err := c.entities.read(misc["Entity"], c.fields, c.tokens[len(c.tokens)-1].Span); err != nil {
		return syntaxError(c.number, "%v", err)
	}
	return nil
}

// token adds a token of the surface.
func (c *conlluReader) token(form string, misc map[string]string) {
	c.text.WriteString(c.space + spaceUnescapes.Replace(misc["SpacesBefore"]))
	token := lang.Token{Span: lang.Span{Start: c.text.Len(), End: c.text.Len() + len(form)}}
	if token.Kind.UnmarshalText([]byte(misc["Kind"])) != nil {
		token.Kind = kindAlone(form)
	}
	c.text.WriteString(form)
	c.tokens = append(c.tokens, token)
	after, told := misc["SpacesAfter"]
	switch {
	case told:
		c.space, c.told = spaceUnescapes.Replace(after), true
	case misc["SpaceAfter"] == "No":
		c.space, c.told = "", true
	default:
		c.space, c.told = " ", false
	}
}

// kindAlone is the kind of a token whose file does not tell it: that which it has standing alone.
func kindAlone(form string) lang.Kind {
	for token := range lang.Tokens(form) {
		if token.Text == form {
			return token.Kind
		}
		break
	}
	return lang.Word
}

func (c *conlluReader) endSentence() {
	c.contraction = 0
	if len(c.tokens) > 0 && (len(c.sentences) == 0 || c.sentences[len(c.sentences)-1] < len(c.tokens)) {
		c.sentences = append(c.sentences, len(c.tokens))
	}
}

// endDocument makes a document of what was read, if there was a token.
func (c *conlluReader) endDocument() error {
	c.endSentence()
	if eid, open := c.entities.unclosed(); open {
		return syntaxError(c.number, "entity %.40q does not end", eid)
	}
	if len(c.tokens) > 0 {
		if c.told {
			c.text.WriteString(c.space)
		}
		c.documents = append(c.documents, c.document())
	}
	*c = conlluReader{documents: c.documents, number: c.number, fields: c.fields}
	return nil
}

func (c *conlluReader) document() Document {
	d := Document{Document: &lang.Document{Text: c.text.String(), Tokens: c.tokens}, ID: c.id, Entities: c.entities.entities}
	for i := range d.Tokens {
		d.Tokens[i].Text = d.Text[d.Tokens[i].Start:d.Tokens[i].End]
	}
	for i := range d.Entities {
		d.Entities[i].Text = d.Text[d.Entities[i].Start:d.Entities[i].End]
	}
	first := 0
	for _, end := range c.sentences {
		tokens := d.Tokens[first:end:end]
		span := lang.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}
		d.Sentences = append(d.Sentences, lang.Sentence{Text: d.Text[span.Start:span.End], Span: span, Tokens: tokens})
		first = end
	}
	return d
}

// attributes reads the column MISC.
func attributes(column string) map[string]string {
	all := map[string]string{}
	for attribute := range strings.SplitSeq(column, "|") {
		name, value, _ := strings.Cut(attribute, "=")
		all[name] = value
	}
	return all
}

// unescapeField undoes escapeField; what is no escape stays.
func unescapeField(field string) string {
	if plain, err := url.PathUnescape(field); err == nil {
		return plain
	}
	return field
}

// fieldOf returns the field with a name, "" if there is none.
func fieldOf(values []string, places map[string]int, name string) string {
	if i, declared := places[name]; declared && i < len(values) {
		return unescapeField(values[i])
	}
	return ""
}
