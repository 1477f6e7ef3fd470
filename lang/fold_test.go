package lang_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"

	"github.com/detto-it/detto/lang"
)

func TestFold(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"small letters", "ROMA Città", "roma città"},
		{"accented capitals", "È PERCHÉ", "è perché"},
		{"apostrophes", "l’acqua lʼacqua l‘acqua l´acqua", "l'acqua l'acqua l'acqua l'acqua"},
		{"combining accents", "perche\u0301 citta\u0300", "perché città"},
		{"an accent that no letter takes", "b\u0301", "b\u0301"},
		{"soft hyphens and zero-width characters", "demo\u00adcra\u200bzia", "democrazia"},
		{"letters of other languages", "Erdoğan Šárka", "erdoğan šárka"},
		{"no UTF-8", "citt\xe0", "citt\ufffd"},
	} {
		assert.Equal(t, test.want, lang.Fold(test.text), test.name)
	}
}

// A letter with its accents, and the two as characters of their own, are one to Fold and Stem.
func TestFoldOfEveryAccentedLetter(t *testing.T) {
	letters := 0
	for r := rune(0xC0); r < 0x2000; r++ {
		apart := norm.NFD.String(string(r))
		if !unicode.In(r, unicode.Latin, unicode.Cyrillic) || apart == string(r) || strings.Contains(apart, "ſ") {
			continue
		}
		letters++
		assert.Equal(t, lang.Fold(string(r)), lang.Fold(apart), "%U", r)
		assert.Equal(t, lang.Stem("citt"+string(r)), lang.Stem("citt"+apart), "%U", r)
	}
	assert.Greater(t, letters, 500)
}

func TestIsEnglish(t *testing.T) {
	for _, test := range []struct {
		text string
		want bool
		why  string
	}{
		{"We are committed to the principles of the Charter", true, "a communiqué"},
		{"The sides agreed that they will meet again in Rome", true, "a communiqué"},
		{"Siamo legati ai princìpi della Carta", false, "Italian"},
		{"Ha presentato il film The Lord of the Rings a Roma con gli attori", false, "an English title in Italian"},
		{"Belt and Road", false, "a name is too little to tell"},
		{"business meeting", false, "two loan words"},
		{"", false, "nothing"},
	} {
		assert.Equal(t, test.want, lang.IsEnglish(lang.Parse(test.text).Tokens), test.why)
	}
}

func TestIteratorsAllocateNothing(t *testing.T) {
	var text strings.Builder
	for _, test := range sentenceTests {
		text.WriteString(test.text + "\n\n")
	}
	s := text.String()
	assert.Zero(t, testing.AllocsPerRun(10, func() {
		for range lang.Tokens(s) {
		}
	}))
	assert.Zero(t, testing.AllocsPerRun(10, func() {
		for range lang.Sentences(s) {
		}
	}))
	assert.Zero(t, testing.AllocsPerRun(10, func() { lang.Stem("amichevolmente"); lang.Fold("città") }))
}
