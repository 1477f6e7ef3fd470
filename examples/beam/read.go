package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// record is a document as it stands in a file. It holds bytes, since a runner may take strings for UTF-8 and mend them.
type record struct {
	File  string
	Line  int // in a file of JSON lines, 0 in a text file
	Bytes []byte
}

// failure is a document that can't be analysed. The document itself stays where it is.
type failure struct {
	File   string `json:"file"`
	Line   int    `json:"line,omitempty"`
	Reason string `json:"reason"`
}

// matchFn finds the files that patterns name. Unlike fileio.MatchAll it does not open them, so that one that can't be opened is
// a failure among others.
type matchFn struct{}

// ProcessElement emits the files of a pattern.
func (*matchFn) ProcessElement(ctx context.Context, pattern string, emit func(string)) error {
	files, err := filesystem.New(ctx, pattern)
	if err != nil {
		return err
	}
	defer files.Close()
	names, err := files.List(ctx, pattern)
	if err == nil && len(names) == 0 {
		err = fmt.Errorf("no file matches %s: name files or patterns that every worker sees", pattern)
	}
	for _, name := range names {
		emit(name)
	}
	return err
}

// readFn reads the documents of a file. It does not split files, since a part would not know its line numbers.
type readFn struct {
	MaxBytes int // of a document
}

// ProcessElement emits the documents of a file in order. What can't be read is a failure and no error, which would make the
// runner try again, and in the end give up all other documents.
func (f *readFn) ProcessElement(ctx context.Context, name string, emit func(record), fail func(failure)) {
	file := fileio.ReadableFile{Metadata: fileio.FileMetadata{Path: name}}
	body, err := file.Open(ctx) // decompresses what ends with .gz
	if err != nil {
		fail(failure{File: name, Reason: reason(err)})
		return
	}
	defer body.Close()
	if holdsLines(name) {
		f.readLines(name, body, emit, fail)
	} else {
		f.readText(name, body, emit, fail)
	}
}

// holdsLines reports whether a file holds JSON lines, by its name.
func holdsLines(name string) bool {
	switch strings.ToLower(path.Ext(strings.TrimSuffix(name, ".gz"))) {
	case ".jsonl", ".ndjson", ".json":
		return true
	}
	return false
}

func (f *readFn) readText(name string, body io.Reader, emit func(record), fail func(failure)) {
	text, err := io.ReadAll(io.LimitReader(body, int64(f.MaxBytes)+1))
	switch {
	case err != nil:
		fail(failure{File: name, Reason: reason(err)})
	case len(text) > f.MaxBytes:
		fail(failure{File: name, Reason: f.tooLarge()})
	default:
		emit(record{File: name, Bytes: text})
	}
}

// readLines passes empty lines over.
func (f *readFn) readLines(name string, body io.Reader, emit func(record), fail func(failure)) {
	lines := bufio.NewReaderSize(body, 1<<16)
	for number := 1; ; number++ {
		text, end := f.readLine(lines)
		if number == 1 {
			text = bytes.TrimPrefix(text, []byte("\ufeff"))
		}
		switch {
		case len(text) > f.MaxBytes:
			fail(failure{name, number, f.tooLarge()})
		case end != nil && end != io.EOF:
			fail(failure{name, number, reason(end)})
		case len(bytes.TrimSpace(text)) > 0:
			emit(record{name, number, text})
		}
		if end != nil {
			return
		}
	}
}

// readLine returns a line without its end. Of one that is longer than MaxBytes it returns more than MaxBytes, but it never
// keeps much more in memory.
func (f *readFn) readLine(lines *bufio.Reader) (text []byte, err error) {
	for {
		part, err := lines.ReadSlice('\n')
		if len(text) <= f.MaxBytes {
			text = append(text, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimRight(text, "\r\n"), err
		}
	}
}

func (f *readFn) tooLarge() string {
	return fmt.Sprintf("it is larger than %d bytes: raise -max-bytes, or split it", f.MaxBytes)
}

// reason returns what an error says without the path, which stands beside it.
func reason(err error) string {
	if of := new(fs.PathError); errors.As(err, &of) {
		err = of.Err
	}
	return err.Error()
}
