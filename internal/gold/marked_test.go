package gold

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReadMarked(t *testing.T) {
	articles, err := ReadMarked(write(t, `# A comment.
Vitali apre il cantiere
La ministra Carla Vitali ha detto che {il «cantiere» riaprirà}[i; ha detto; Carla Vitali].
«{Non ci sarà nessun rinvio}[d; ha aggiunto; -; Carla Vitali]», ha aggiunto.

{Il ponte, ha detto Orsini, è chiuso}[i; ha detto; Orsini; ?].
`))
	require.NoError(t, err)
	require.Len(t, articles, 2)
	a := articles[0]
	var found []string
	for _, q := range a.Quotes {
		mention, cue := "-", "-"
		if q.Source != nil {
			mention = a.Text[q.Source.Start:q.Source.End]
		}
		if q.Cue != nil {
			cue = a.Text[q.Cue.Start:q.Cue.End]
		}
		found = append(found, q.Form+" "+q.Use+" "+a.Text[q.Start:q.End]+" | "+mention+" | "+cue+" | "+q.Speaker)
	}
	assert.Equal(t, []string{
		"reported  il «cantiere» riaprirà | Carla Vitali | ha detto | Carla Vitali",
		"quoted speech Non ci sarà nessun rinvio | - | ha aggiunto | Carla Vitali",
		"quoted term cantiere | - | - | ",
	}, found)
	assert.Equal(t, "Il ponte, ha detto Orsini, è chiuso.", articles[1].Text, "the last article, with its cue within")
	assert.Empty(t, articles[1].Quotes[0].Speaker, "nobody knows who Orsini is")
}

// TestReadMarkedErrors names what is wrong and where.
func TestReadMarkedErrors(t *testing.T) {
	for text, message := range map[string]string{
		"Testo.\nHa detto {che viene.":                      "line 2: a brace is not closed",
		"Ha detto che viene}[i; Ha detto; -; ?]":            "line 1: byte 18: a brace without its pair",
		"Ha detto che {viene}":                              "line 1: byte 19: a brace without its pair or without brackets",
		"Ha detto che {viene}[i; Ha detto]":                 "is not of the form",
		"Ha detto che {viene}[i; ; -; ?]":                   "is not of the form",
		"Ha detto che {viene}[i; Ha detto; -]":              "names no speaker",
		"Ha detto che {viene}[i; Ha detto; -; Rossi]":       `the speaker "Rossi" does not stand in the article`,
		"Rossi ha detto che {viene}[i; disse; Rossi]":       `the cue "disse" does not stand near "viene"`,
		"Rossi dice che {viene}[i; dice; Verdi; Rossi]":     `the source "Verdi" does not stand`,
		"Rossi dice che {viene}[d; dice; Rossi]":            `"viene" is marked as direct speech`,
		"Rossini dice che {viene}[i; dice; Rossi; Rossini]": `the source "Rossi" does not stand`,
		"Rossi dice: «sì, {viene}[d; dice; Rossi]»":         "not the whole of what stands in quotation marks",
	} {
		_, err := ReadMarked(write(t, text))
		assert.ErrorContains(t, err, message, text)
	}
	_, err := ReadMarked(filepath.Join(t.TempDir(), "none"))
	assert.ErrorIs(t, err, os.ErrNotExist)
}

func write(t *testing.T, text string) string {
	path := filepath.Join(t.TempDir(), "articles.txt")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	return path
}

// TestStatements reads the articles written for Detto, which must be as ReadMarked wants them.
func TestStatements(t *testing.T) {
	paths, err := filepath.Glob("../corpus/statements/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range paths {
		articles, err := ReadMarked(path)
		if !assert.NoError(t, err) {
			continue
		}
		words, count := 0, map[string]int{}
		for _, a := range articles {
			words += len(strings.Fields(a.Text))
			for _, q := range a.Quotes {
				count[q.Form+q.Use]++
			}
		}
		t.Logf("%s: %d articles, %d words, %d reported, %d speech, %d terms", filepath.Base(path), len(articles), words, count["reported"], count["quotedspeech"], count["quotedterm"])
	}
}
