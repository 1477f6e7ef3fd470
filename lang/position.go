package lang

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Position is a place in a text as editors and browsers count it. Lines and columns begin with 1. A column is counted
// from the beginning of the line in three units; every tool uses one of them.
type Position struct {
	Line   int `json:"line"`   // the first line is 1
	Column int `json:"column"` // in bytes of UTF-8
	Rune   int `json:"rune"`   // in characters (Unicode code points)
	UTF16  int `json:"utf16"`  // in UTF-16 code units, as JavaScript and the Language Server Protocol count (from 0 there)
}

// Position returns the position of a byte offset in the document's text. A line ends with LF, CRLF or CR. An offset
// below 0 counts as 0, one beyond the text as its end, and one inside a character as the beginning of that character.
//
// Position reads the text up to the offset each time. For many offsets of one document, ask a LineIndex.
func (d *Document) Position(offset int) Position {
	offset = clampToRune(d.Text, offset)
	line, start := 1, 0
	for start < offset {
		n := nextLine(d.Text[start:])
		if n == 0 || start+n > offset {
			break
		}
		line++
		start += n
	}
	return positionIn(d.Text[start:offset], line)
}

// LineIndex knows where the lines of a text begin and finds positions in it quickly. It is never changed once made and
// may be shared between goroutines.
type LineIndex struct {
	text   string
	starts []int // byte offsets of the lines, the first is 0
}

// LineIndex returns an index of the document's lines. Making it reads the text once; a position then costs a binary
// search and the reading of one line up to the offset.
func (d *Document) LineIndex() *LineIndex {
	index := &LineIndex{text: d.Text, starts: []int{0}}
	for start := 0; ; {
		n := nextLine(d.Text[start:])
		if n == 0 {
			return index
		}
		start += n
		index.starts = append(index.starts, start)
	}
}

// Position returns what Document.Position does.
func (x *LineIndex) Position(offset int) Position {
	offset = clampToRune(x.text, offset)
	line := sort.SearchInts(x.starts, offset+1)
	return positionIn(x.text[x.starts[line-1]:offset], line)
}

// nextLine returns how many bytes of text its first line has with the line end, 0 if no line end comes.
func nextLine(text string) int {
	i := strings.IndexAny(text, "\n\r")
	switch {
	case i < 0:
		return 0
	case strings.HasPrefix(text[i:], "\r\n"):
		return i + 2
	}
	return i + 1
}

// clampToRune moves an offset into the text and to the beginning of the character it lies in.
func clampToRune(text string, offset int) int {
	offset = min(max(offset, 0), len(text))
	if offset == len(text) || utf8.RuneStart(text[offset]) {
		return offset
	}
	for back := offset - 1; back >= 0 && back > offset-utf8.UTFMax; back-- {
		if utf8.RuneStart(text[back]) {
			if _, n := utf8.DecodeRuneInString(text[back:]); back+n > offset {
				return back
			}
			break
		}
	}
	return offset
}

// positionIn returns the position behind before, which is the beginning of the line.
func positionIn(before string, line int) Position {
	p := Position{Line: line, Column: len(before) + 1, Rune: 1, UTF16: 1}
	for _, r := range before {
		p.Rune++
		p.UTF16++
		if r > 0xFFFF {
			p.UTF16++
		}
	}
	return p
}
