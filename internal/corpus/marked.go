package corpus

import (
	"bufio"
	"io"
	"strings"

	"github.com/detto-it/detto/internal/names"
	"github.com/detto-it/detto/lang"
)

// ReadMarked reads plain text in which names are marked, {Banca d'Italia|ORG}; ORGN is short for ORG.nominal. Documents are
// separated by blank lines, lines that begin with # are comments.
func ReadMarked(r io.Reader) ([]names.Example, error) {
	var examples []names.Example
	var current names.Example
	finish := func() {
		if current.Text != "" {
			examples = append(examples, current)
		}
		current = names.Example{}
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	for number := 1; lines.Scan(); number++ {
		line := strings.TrimRight(lines.Text(), " \t\r")
		switch {
		case line == "":
			finish()
		case !strings.HasPrefix(line, "#"):
			if err := addMarked(&current, line, number); err != nil {
				return nil, err
			}
		}
	}
	finish()
	return examples, lines.Err()
}

// addMarked adds a line to an example.
func addMarked(example *names.Example, line string, number int) error {
	text := example.Text
	if text != "" {
		text += "\n"
	}
	for {
		before, rest, found := strings.Cut(line, "{")
		text += before
		if !found {
			break
		}
		mark, after, closed := strings.Cut(rest, "}")
		name, label, labelled := strings.Cut(mark, "|")
		if !closed || !labelled || name == "" || label == "" || strings.Contains(name, "{") || strings.Contains(before, "}") {
			return syntaxError(number, "a name is marked {name|LABEL}, this is {%.40s", rest)
		}
		if label == "ORGN" {
			label = "ORG" + Nominal
		}
		span := lang.Span{Start: len(text), End: len(text) + len(name)}
		example.Names = append(example.Names, names.Annotation{Span: span, Label: label})
		text, line = text+name, after
	}
	example.Text = text
	return nil
}
