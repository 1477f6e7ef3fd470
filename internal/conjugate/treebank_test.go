package conjugate

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestFormsCoverTreebanks counts the verbs of annotated texts whose form is one of the paradigm of their lemma. What is
// left are misspellings and wrong lemmas.
func TestFormsCoverTreebanks(t *testing.T) {
	files, err := filepath.Glob("../../../shared/corpora/ud/it_*.conllu")
	require.NoError(t, err)
	if len(files) == 0 {
		t.Skip("no treebanks")
	}
	forms := map[string]map[string]bool{}
	known, total := 0, 0
	for _, file := range files {
		for form, lemma := range verbTokens(t, file) {
			if forms[lemma] == nil {
				forms[lemma] = map[string]bool{}
				for _, f := range Forms(lemma) {
					forms[lemma][f.Text] = true
				}
			}
			total++
			if forms[lemma][form] {
				known++
			}
		}
	}
	t.Logf("%d of %d verbs, %.4f", known, total, float64(known)/float64(total))
	assert.Greater(t, float64(known), 0.985*float64(total))
}

// verbTokens yields form and lemma, in lower case, of the verbs in a CoNLL-U file.
func verbTokens(t *testing.T, file string) func(yield func(form, lemma string) bool) {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	return func(yield func(form, lemma string) bool) {
		for line := range strings.Lines(strings.ToLower(string(data))) {
			fields := strings.Split(line, "\t")
			if len(fields) < 4 || fields[3] != "verb" && fields[3] != "aux" || !strings.HasSuffix(fields[2], "re") {
				continue
			}
			if !yield(fields[1], fields[2]) {
				return
			}
		}
	}
}
