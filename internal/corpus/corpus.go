// Package corpus reads annotated text in three forms: JSON lines, BIO columns, and plain text with the names marked in the
// line. The .txt files of its folder are text of the last form, written for Detto to train the embedded model.
package corpus

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/detto-it/detto/internal/names"
)

// ErrSyntax is wrapped by the errors of the readers; they name the line.
var ErrSyntax = errors.New("not annotated text")

// Nominal ends the label of a common noun for one institution: "ORG.nominal".
const Nominal = ".nominal"

// ReadFile reads the examples of a file by the form that its name tells: .jsonl and .json are JSON lines, .txt is marked text, all
// else is BIO columns.
func ReadFile(name string) ([]names.Example, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	read := ReadColumns
	switch filepath.Ext(name) {
	case ".jsonl", ".json":
		read = ReadJSONLines
	case ".txt":
		read = ReadMarked
	}
	examples, err := read(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return examples, nil
}

// syntaxError is an error of a reader at a line, the first being 1.
func syntaxError(line int, format string, values ...any) error {
	return fmt.Errorf("line %d: %w: %s", line, ErrSyntax, fmt.Sprintf(format, values...))
}
