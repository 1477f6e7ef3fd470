package names

import (
	"fmt"
	"slices"
	"strings"
)

// A tag is what the sequence model gives a token: the name's label and the token's place in it, in the BIO scheme of
// Ramshaw and Marcus (Text chunking using transformation-based learning, 1995) as CoNLL 2003 uses it.
type tag struct {
	label string
	place tagPlace
}

type tagPlace uint8

const (
	notInName tagPlace = iota
	begins
	continues
)

const outsideTag = "O"

// parseTag reads a label of a model: "O", "B-PER", "I-PER".
func parseTag(text string) (tag, error) {
	if text == outsideTag {
		return tag{}, nil
	}
	letter, label, ok := strings.Cut(text, "-")
	place := map[string]tagPlace{"B": begins, "I": continues}[letter]
	if !ok || place == notInName || label == "" {
		return tag{}, fmt.Errorf("tag %q is not O, B-LABEL or I-LABEL", text)
	}
	return tag{label, place}, nil
}

// tagsOf returns the model's labels for the labels of names: O, then B- and I- of each, in alphabetical order.
func tagsOf(labels []string) []string {
	tags := []string{outsideTag}
	for _, label := range slices.Sorted(slices.Values(labels)) {
		tags = append(tags, "B-"+label, "I-"+label)
	}
	return tags
}

// follows reports whether a tag may stand after another: I-X only goes on from B-X or I-X.
func follows(previous, next tag) bool {
	return next.place != continues || previous.place != notInName && previous.label == next.label
}
