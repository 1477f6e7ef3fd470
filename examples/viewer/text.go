package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// piece is a stretch of text to be shown: either Text, or a character that the page must not obey and names instead.
type piece struct {
	Text    string
	Control string // "U+202E", or "0xFF" for a byte that is no UTF-8
}

// pieces divides a text into what is shown as it is and what is named.
func pieces(text string) []piece {
	var all []piece
	plain := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if name := controlName(r, size, text[i]); name != "" {
			if plain < i {
				all = append(all, piece{Text: text[plain:i]})
			}
			all = append(all, piece{Control: name})
			plain = i + size
		}
		i += size
	}
	if plain < len(text) {
		all = append(all, piece{Text: text[plain:]})
	}
	return all
}

func controlName(r rune, size int, first byte) string {
	switch {
	case r == utf8.RuneError && size == 1:
		return fmt.Sprintf("0x%02X", first)
	case isControl(r):
		return fmt.Sprintf("U+%04X", r)
	}
	return ""
}

// isControl reports whether a character is unseen and changes what is seen, or is not allowed in HTML: the control characters
// but tab and the ends of lines, those that turn or isolate the direction of writing, byte order marks, line separators,
// spaces without width, tags. The joiners U+200C and U+200D stay: Persian and emoji need them.
func isControl(r rune) bool {
	switch {
	case r == '\t', r == '\n', r == '\r', r == '\u200c', r == '\u200d':
		return false
	case r >= '\u200b' && r <= '\u200f', r >= '\u2028' && r <= '\u202e', r >= '\u2060' && r <= '\u206f':
		return true
	case r == '\u061c', r == '\ufeff', r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return unicode.IsControl(r) || isNoncharacter(r)
}

func isNoncharacter(r rune) bool { return r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef }

// plain is the text for places where a page can hold no element: its title, the names of its controls.
func plain(text string) string {
	var b strings.Builder
	for _, p := range pieces(text) {
		b.WriteString(p.Text)
		if p.Control != "" {
			b.WriteString("[" + p.Control + "]")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// escapeControls replaces by their JSON escapes the controls that encoding/json lets stand. They can only be within
// strings.
func escapeControls(json []byte) string {
	var b strings.Builder
	for _, r := range string(json) {
		switch {
		case !isControl(r):
			b.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}
