package main

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"
)

// The kinds of document.
const (
	fileKind   = "file"   // a text file, told by its path
	recordKind = "record" // a line of JSON, told by its id wherever it stands
)

// document is a text to read. It is known by kind and name.
type document struct {
	kind, name string
	file       string // seen from the bank's folder, "-" for standard input
	record     int    // line of JSON, 0 for a text file
	date       string // YYYY-MM-DD, "" if unknown
	text       string
	shown      string // its path as the user wrote it, for errors
	size       int64  // bytes of input
}

// where returns the file, and the line in a stream, for errors.
func (d *document) where() string {
	if d.record == 0 {
		return d.shown
	}
	return fmt.Sprintf("%s:%d", d.shown, d.record)
}

// sum returns the SHA-256 of what the document says.
func (d *document) sum() string {
	sum := sha256.Sum256([]byte(d.date + "\x00" + d.text))
	return string(sum[:])
}

// source reads documents.
type source struct {
	folder string // of the database
	stdin  io.Reader
}

// documents yields the documents of the inputs in order. With an error, the document says only where it happened; the rest
// goes on.
func (s source) documents(inputs []string) iter.Seq2[*document, error] {
	return func(yield func(*document, error) bool) {
		for _, input := range inputs {
			if input == "-" {
				if !s.readStream("standard input", "-", s.stdin, yield) {
					return
				}
				continue
			}
			files := 0
			for path, err := range filesOf(input) {
				files++
				if err != nil && !yield(&document{shown: path}, err) || err == nil && !s.readFile(path, yield) {
					return
				}
			}
			if files == 0 && !yield(&document{shown: input}, errors.New("no file in this folder ends with .txt, .jsonl or .ndjson")) {
				return
			}
		}
	}
}

// filesOf yields the files of an input: itself, or those in the folder that are text or streams, in lexical order. Hidden ones
// are passed over.
func filesOf(input string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		root := input
		if info, err := os.Stat(input); err == nil && info.IsDir() {
			root = filepath.Clean(input) + string(filepath.Separator) // WalkDir would not follow a link
		}
		_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			hidden := path != root && strings.HasPrefix(filepath.Base(path), ".")
			switch {
			case err == nil && hidden && entry.IsDir():
				return fs.SkipDir
			case err == nil && (entry.IsDir() || path != root && (hidden || !isText(path) && !isStream(path))):
				return nil
			case !yield(path, reason(err)):
				return fs.SkipAll
			}
			return nil
		})
	}
}

// reason returns an error without the path, which is printed in front of it.
func reason(err error) error {
	var of *fs.PathError
	if errors.As(err, &of) {
		return of.Err
	}
	return err
}

func isText(path string) bool { return strings.EqualFold(filepath.Ext(path), ".txt") }

func isStream(path string) bool {
	ext := strings.ToLower(filepath.Ext(path))
	return ext == ".jsonl" || ext == ".ndjson"
}

func (s source) readFile(path string, yield func(*document, error) bool) bool {
	file, err := os.Open(path)
	if err != nil {
		return yield(&document{shown: path}, reason(err))
	}
	defer file.Close()
	name := stored(s.folder, path)
	if isStream(path) || strings.EqualFold(filepath.Ext(path), ".json") {
		return s.readStream(path, name, file, yield)
	}
	text, err := io.ReadAll(file)
	d := &document{kind: fileKind, name: name, file: name, date: dateOf(path), text: string(text), shown: path, size: int64(len(text))}
	if err == nil && !utf8.Valid(text) {
		err = errors.New("it is not UTF-8: convert it, for instance with iconv -f WINDOWS-1252 -t UTF-8")
	}
	return yield(d, reason(err))
}

// readStream yields the documents of JSON lines of any length, and reports whether all were taken. Empty lines are passed over.
func (s source) readStream(shown, name string, r io.Reader, yield func(*document, error) bool) bool {
	lines := bufio.NewReaderSize(r, 1<<16)
	for record := 1; ; record++ {
		line, end := lines.ReadBytes('\n')
		d := &document{kind: recordKind, file: name, record: record, date: dateOf(shown), shown: shown, size: int64(len(line))}
		if record == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if len(bytes.TrimSpace(line)) > 0 && !yield(d, d.decode(line)) {
			return false
		}
		if end == io.EOF {
			return true
		}
		if end != nil {
			return yield(d, reason(end))
		}
	}
}

// decode reads {"id": …, "text": …, "date": …}, where the id is a string or a number, and the date may be left out.
func (d *document) decode(line []byte) error {
	var fields struct {
		ID   any
		Text *string
		Date string
	}
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.UseNumber()
	if err := decoder.Decode(&fields); err != nil {
		return fmt.Errorf("it is not the JSON of a document: %w", err)
	}
	if decoder.More() {
		return errors.New("there is more than one JSON value in the line")
	}
	switch id := fields.ID.(type) {
	case string:
		d.name = id
	case json.Number:
		d.name = id.String()
	}
	if d.name == "" {
		return errors.New(`it has no "id", a string or a number by which to know it again`)
	}
	if fields.Text == nil {
		return errors.New(`it has no "text"`)
	}
	day, err := dayOf(fields.Date)
	d.text, d.date = *fields.Text, cmp.Or(day, d.date)
	return err
}

// dayOf returns the day of an ISO date or an RFC 3339 time, as it is there.
func dayOf(text string) (string, error) {
	if text == "" {
		return "", nil
	}
	day, rest := text[:min(len(text), len(time.DateOnly))], text[min(len(text), len(time.DateOnly)):]
	if _, err := time.Parse(time.DateOnly, day); err != nil || rest != "" && rest[0] != 'T' && rest[0] != ' ' {
		return "", fmt.Errorf("%q is no date: write YYYY-MM-DD, or leave it out", text)
	}
	return day, nil
}

var datePattern = regexp.MustCompile(`(?:^|\D)(\d{4}-\d{2}-\d{2})`)

// dateOf returns the first date in the name of a file, "2024-05-14-vertice.txt", or "".
func dateOf(path string) string {
	name := filepath.Base(path)
	for _, at := range datePattern.FindAllStringSubmatchIndex(name, -1) {
		day, rest := name[at[2]:at[3]], name[at[3]:]
		longer := rest != "" && rest[0] >= '0' && rest[0] <= '9'
		if _, err := time.Parse(time.DateOnly, day); err == nil && !longer {
			return day
		}
	}
	return ""
}

// stored returns a path as the bank keeps it, seen from its folder: bank and archive can be moved together, and a file is
// the same one from whatever folder quotebank is run.
func stored(folder, path string) string {
	from, err1 := filepath.Abs(folder)
	to, err2 := filepath.Abs(path)
	if errors.Join(err1, err2) != nil {
		return path
	}
	relative, err := filepath.Rel(from, to)
	if err != nil { // another drive
		relative = to
	}
	return filepath.ToSlash(relative)
}

// located is the inverse of stored, for a bank whose folder is seen from here.
func located(folder, path string) string {
	path = filepath.FromSlash(path)
	if path == "-" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(folder, path)
}
