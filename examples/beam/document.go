package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"regexp"
	"time"
)

// document is what there is to analyse.
type document struct {
	id   json.RawMessage // as the record has it; "null" if it has none
	text string
	year string // YYYY, "" if unknown
}

// parse reads a record: {"id": …, "text": …, "date": …}, or the text itself. The year is that of the date in the record, or of
// the first date in the name of the file.
func parse(r record) (document, error) {
	year := yearOf(r.File)
	if r.Line == 0 {
		id, err := json.Marshal(r.File)
		return document{id: id, text: string(r.Bytes), year: year}, err
	}
	var fields struct {
		ID   json.RawMessage
		Text *string
		Date string
	}
	if err := json.Unmarshal(r.Bytes, &fields); err != nil {
		return document{}, fmt.Errorf("it is not the JSON of a document: %w", err)
	}
	if fields.Text == nil {
		return document{}, errors.New(`it has no "text"`)
	}
	if fields.Date != "" {
		if !isDate(fields.Date) {
			return document{}, fmt.Errorf("%q is no date: write YYYY-MM-DD, or leave it out", fields.Date)
		}
		year = fields.Date[:len("YYYY")]
	}
	return document{id: fields.ID, text: *fields.Text, year: year}, nil
}

// isDate reports whether a text begins with an ISO date, behind which only a time may stand.
func isDate(text string) bool {
	day, rest := text[:min(len(text), len(time.DateOnly))], text[min(len(text), len(time.DateOnly)):]
	_, err := time.Parse(time.DateOnly, day)
	return err == nil && (rest == "" || rest[0] == 'T' || rest[0] == ' ')
}

var datePattern = regexp.MustCompile(`(?:^|\D)(\d{4}-\d{2}-\d{2})`)

// yearOf returns the year of the first date in the name of a file, "archive/2024-05-14-vertice.txt", or "".
func yearOf(file string) string {
	name := path.Base(file)
	for _, at := range datePattern.FindAllStringSubmatchIndex(name, -1) {
		day, rest := name[at[2]:at[3]], name[at[3]:]
		if longer := rest != "" && rest[0] >= '0' && rest[0] <= '9'; isDate(day) && !longer {
			return day[:len("YYYY")]
		}
	}
	return ""
}
