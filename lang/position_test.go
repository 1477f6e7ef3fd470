package lang_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/detto-it/detto/lang"
)

func TestPosition(t *testing.T) {
	for _, test := range []struct {
		name, text string // the offset asked for is that of the bar
		want       lang.Position
	}{
		{"the beginning", "|uno", lang.Position{Line: 1, Column: 1, Rune: 1, UTF16: 1}},
		{"inside a line", "uno d|ue", lang.Position{Line: 1, Column: 6, Rune: 6, UTF16: 6}},
		{"an accented letter has two bytes", "è |uno", lang.Position{Line: 1, Column: 4, Rune: 3, UTF16: 3}},
		{"a character beyond 16 bits has two UTF-16 units", "👍|", lang.Position{Line: 1, Column: 5, Rune: 2, UTF16: 3}},
		{"a line feed belongs to its line", "uno|\ndue", lang.Position{Line: 1, Column: 4, Rune: 4, UTF16: 4}},
		{"behind a line feed", "uno\n|due", lang.Position{Line: 2, Column: 1, Rune: 1, UTF16: 1}},
		{"CRLF ends one line", "uno\r\ndu|e", lang.Position{Line: 2, Column: 3, Rune: 3, UTF16: 3}},
		{"between CR and LF the line has not ended", "uno\r|\ndue", lang.Position{Line: 1, Column: 5, Rune: 5, UTF16: 5}},
		{"CR ends a line", "uno\r|due", lang.Position{Line: 2, Column: 1, Rune: 1, UTF16: 1}},
		{"empty lines", "\n\n|", lang.Position{Line: 3, Column: 1, Rune: 1, UTF16: 1}},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := lang.Parse(strings.ReplaceAll(test.text, "|", ""))
			offset := strings.IndexByte(test.text, '|')
			assert.Equal(t, test.want, doc.Position(offset))
			assert.Equal(t, test.want, doc.LineIndex().Position(offset))
		})
	}
}

func TestPositionOutside(t *testing.T) {
	doc := lang.Parse("è\nsì")
	assert.Equal(t, doc.Position(0), doc.Position(-5), "before the text is its beginning")
	assert.Equal(t, doc.Position(len(doc.Text)), doc.Position(1000), "beyond the text is its end")
	assert.Equal(t, doc.Position(0), doc.Position(1), "inside a character is its beginning")
}
