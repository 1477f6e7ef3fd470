package formats

import (
	"sort"
	"unicode/utf8"
)

// checkpointDistance is how many bytes lie between two places whose character number is stored.
const checkpointDistance = 256

// characters converts between byte offsets and the numbers of characters (Unicode code points) that brat and the W3C count
// in. A byte that is no UTF-8 is a character of its own, as it is once it has become U+FFFD.
type characters struct {
	text        string
	checkpoints []checkpoint // in order, the first at 0
}

type checkpoint struct{ byte, character int }

func newCharacters(text string) characters {
	c := characters{text: text, checkpoints: []checkpoint{{}}}
	next, number := checkpointDistance, 0
	for offset := range text {
		if offset >= next {
			c.checkpoints = append(c.checkpoints, checkpoint{offset, number})
			next = offset + checkpointDistance
		}
		number++
	}
	return c
}

// number returns how many characters begin before a byte offset of the text.
func (c characters) number(offset int) int {
	i := sort.Search(len(c.checkpoints), func(i int) bool { return c.checkpoints[i].byte > offset })
	from := c.checkpoints[i-1]
	return from.character + utf8.RuneCountInString(c.text[from.byte:offset])
}

// offset returns the byte offset at which a character begins, or that of the end of the text for the number behind the last;
// it reports false if the text is shorter, or the number negative.
func (c characters) offset(number int) (int, bool) {
	if number < 0 {
		return 0, false
	}
	i := sort.Search(len(c.checkpoints), func(i int) bool { return c.checkpoints[i].character > number })
	from := c.checkpoints[i-1]
	missing := number - from.character
	for offset := range c.text[from.byte:] {
		if missing == 0 {
			return from.byte + offset, true
		}
		missing--
	}
	return len(c.text), missing == 0
}
