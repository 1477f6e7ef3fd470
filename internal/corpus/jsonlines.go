package corpus

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"github.com/detto-it/detto/internal/names"
	"github.com/detto-it/detto/lang"
)

// maxLine is the longest line that the readers take, in bytes.
const maxLine = 64 << 20

// ReadJSONLines reads one document a line: {"text", "entities": [{"start", "end", "type" or "kind", "nominal"}]}, with byte offsets.
func ReadJSONLines(r io.Reader) ([]names.Example, error) {
	var examples []names.Example
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	for number := 1; lines.Scan(); number++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		example, err := parseDocument(lines.Bytes(), number)
		if err != nil {
			return nil, err
		}
		examples = append(examples, example)
	}
	return examples, lines.Err()
}

func parseDocument(line []byte, number int) (names.Example, error) {
	var document struct {
		Text     string
		Entities []struct {
			Start, End int
			Type, Kind string
			Nominal    bool
		}
	}
	if err := json.Unmarshal(line, &document); err != nil {
		return names.Example{}, syntaxError(number, "%v", err)
	}
	example := names.Example{Text: document.Text}
	for _, e := range document.Entities {
		if e.Start < 0 || e.End <= e.Start || e.End > len(document.Text) {
			return example, syntaxError(number, "entity [%d, %d) lies outside the text of %d bytes", e.Start, e.End, len(document.Text))
		}
		label := e.Type + e.Kind
		if e.Nominal {
			label += Nominal
		}
		example.Names = append(example.Names, names.Annotation{Span: lang.Span{Start: e.Start, End: e.End}, Label: label})
	}
	return example, nil
}
