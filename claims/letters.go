package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// textRoom holds short strings, many to one allocation.
type textRoom struct{ builder strings.Builder }

// textRoomSize is the bytes that are allocated at a time. As long as one of their strings is in use all stay, so they are few.
const textRoomSize = 512

// keep returns a string of the letters given. Strings kept before stay as they are: the builder never writes over them.
func (t *textRoom) keep(letters []byte) string {
	if len(letters) > textRoomSize { // which would stay in memory for no other string
		return string(letters)
	}
	if t.builder.Cap()-t.builder.Len() < len(letters) {
		t.builder.Reset()
		t.builder.Grow(textRoomSize)
	}
	start := t.builder.Len()
	t.builder.Write(letters)
	return t.builder.String()[start:]
}

// labels makes the values of features that have several parts: "verb" and a digit. The parts come from short lists, so the
// same labels come again and again, and each is made once.
type labels struct {
	made map[string]string
	room []byte
}

// join returns the parts as one string.
func (l *labels) join(parts ...string) string {
	l.room = l.room[:0]
	for _, part := range parts {
		l.room = append(l.room, part...)
	}
	label, known := l.made[string(l.room)]
	if !known {
		label = string(l.room)
		l.made[label] = label
	}
	return label
}

// longestForm is the length in bytes that hardly any name or word exceeds: lower-case forms are made in rooms of this length.
const longestForm = 64

// appendLower appends a text in lower case, as strings.ToLower makes it.
func appendLower(dst []byte, text string) []byte {
	for _, c := range text {
		dst = utf8.AppendRune(dst, unicode.ToLower(c))
	}
	return dst
}

// lettersIn counts the characters of a text, up to so many, without combining accents: "perché" has as many in whatever way its
// accent was typed.
func lettersIn(text string, most int) (letters int) {
	for _, r := range text {
		if letters == most {
			break
		}
		if !unicode.IsMark(r) {
			letters++
		}
	}
	return letters
}
