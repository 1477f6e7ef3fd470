package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"
	"unicode"
)

// row is a line of a result. Its JSON form has the same fields as its line of CSV.
type row interface {
	header() []string // of CSV
	fields() []string
	cells() []string // of the table for people, in the order of titles
	titles() []string
}

// place says where in which document something stands.
type place struct {
	Document string `json:"document"` // path, or id of the line of JSON
	File     string `json:"file"`     // "-" for standard input
	Record   int    `json:"record"`   // line of JSON in the file, 0 where the file is the document
	Line     int    `json:"line"`     // of the text, from 1
	Column   int    `json:"column"`   // character in the line, from 1
}

// targets returns where to scan the columns of a place.
func (p *place) targets() []any {
	return []any{&p.Document, &p.File, &p.Record, &p.Line, &p.Column}
}

// locate turns paths seen from the database's folder into paths that open from here.
func (p *place) locate(folder string) {
	p.File = located(folder, p.File)
	if p.Record == 0 {
		p.Document = p.File
	}
}

func placeHeader() []string { return []string{"document", "file", "record", "line", "column"} }

func (p place) fields() []string {
	return []string{p.Document, p.File, strconv.Itoa(p.Record), strconv.Itoa(p.Line), strconv.Itoa(p.Column)}
}

// String returns the place as editors take it, "FILE:LINE", or, in a stream, "FILE:RECORD (ID, line LINE)".
func (p place) String() string {
	if p.Record == 0 {
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d (%s, line %d)", p.File, p.Record, p.Document, p.Line)
}

type quoteRow struct {
	Date    string  `json:"date"` // YYYY-MM-DD, "" if unknown
	Speaker string  `json:"speaker"`
	Act     string  `json:"act"`
	Cue     string  `json:"cue"`
	Form    string  `json:"form"`
	Quote   string  `json:"quote"`
	Score   float32 `json:"score"`
	place
}

func (quoteRow) header() []string {
	return append([]string{"date", "speaker", "act", "cue", "form", "quote", "score"}, placeHeader()...)
}

func (r quoteRow) fields() []string {
	score := strconv.FormatFloat(float64(r.Score), 'f', -1, 32)
	return append([]string{r.Date, r.Speaker, r.Act, r.Cue, r.Form, r.Quote, score}, r.place.fields()...)
}

func (quoteRow) titles() []string { return []string{"DATE", "SPEAKER", "ACT", "SOURCE", "QUOTATION"} }
func (r quoteRow) cells() []string {
	return []string{r.Date, r.Speaker, r.Act, r.place.String(), r.words()}
}

// words returns what was said, between marks where they are the speaker's own words.
func (r quoteRow) words() string {
	if r.Form == "direct" {
		return "«" + r.Quote + "»"
	}
	return r.Quote
}

type speakerRow struct {
	Speaker   string `json:"speaker"`
	Named     bool   `json:"named"` // false for a description such as "riviste straniere"
	Quotes    int    `json:"quotes"`
	Documents int    `json:"documents"`
	First     string `json:"first"` // YYYY-MM-DD, "" if no document is dated
	Last      string `json:"last"`
}

func (speakerRow) header() []string {
	return []string{"speaker", "named", "quotes", "documents", "first", "last"}
}

func (r speakerRow) fields() []string {
	return []string{r.Speaker, strconv.FormatBool(r.Named), strconv.Itoa(r.Quotes), strconv.Itoa(r.Documents), r.First, r.Last}
}

func (speakerRow) titles() []string {
	return []string{"SPEAKER", "QUOTATIONS", "DOCUMENTS", "FIRST", "LAST"}
}

func (r speakerRow) cells() []string {
	return []string{r.Speaker, strconv.Itoa(r.Quotes), strconv.Itoa(r.Documents), r.First, r.Last}
}

type principleRow struct {
	Date      string `json:"date"`
	Principle string `json:"principle"`
	Speaker   string `json:"speaker"` // "" where the text itself declares it
	Act       string `json:"act"`
	Text      string `json:"text"`
	List      string `json:"list"` // kind of the list, "" outside lists
	place
}

func (principleRow) header() []string {
	return append([]string{"date", "principle", "speaker", "act", "text", "list"}, placeHeader()...)
}

func (r principleRow) fields() []string {
	return append([]string{r.Date, r.Principle, r.Speaker, r.Act, r.Text, r.List}, r.place.fields()...)
}

func (principleRow) titles() []string {
	return []string{"DATE", "PRINCIPLE", "SPEAKER", "SOURCE", "WORDS"}
}

func (r principleRow) cells() []string {
	return []string{r.Date, r.Principle, r.Speaker, r.place.String(), r.Text}
}

// write prints rows as "table", "csv" or "json".
func write[R row](w io.Writer, format string, rows []R) error {
	switch format {
	case "json":
		return writeJSON(w, rows)
	case "csv":
		return writeCSV(w, rows)
	}
	return writeTable(w, rows)
}

// writeJSON prints an array, a row a line.
func writeJSON[R row](w io.Writer, rows []R) error {
	var text strings.Builder
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	separator := "[\n"
	for _, r := range rows {
		text.WriteString(separator)
		if err := encoder.Encode(r); err != nil {
			return err
		}
		separator = ","
	}
	if len(rows) == 0 {
		text.WriteByte('[')
	}
	_, err := io.WriteString(w, text.String()+"]\n")
	return err
}

func writeCSV[R row](w io.Writer, rows []R) error {
	out := csv.NewWriter(w)
	var first R
	if err := out.Write(first.header()); err != nil {
		return err
	}
	for _, r := range rows {
		if err := out.Write(r.fields()); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func writeTable[R row](w io.Writer, rows []R) error {
	if len(rows) == 0 {
		return nil
	}
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, strings.Join(rows[0].titles(), "\t"))
	for _, r := range rows {
		cells := r.cells()
		for i, cell := range cells {
			cells[i] = oneLine(cell)
		}
		fmt.Fprintln(out, strings.Join(cells, "\t")) // an error of w comes back from Flush
	}
	return out.Flush()
}

// oneLine makes a text safe for a table on a terminal: one line, no control characters, nothing that turns the direction
// of writing; "-" for nothing.
func oneLine(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, text)
	if text = strings.Join(strings.Fields(text), " "); text == "" {
		return "-"
	}
	return text
}
