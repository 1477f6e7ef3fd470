package lang_test

import (
	_ "embed"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/lang"
)

//go:embed testdata/stems.txt
var stemTable string

// The official vocabulary of the Snowball project, word for word.
func TestStemOfficialVocabulary(t *testing.T) {
	words, stems := sharedLines(t, "snowball/voc.txt"), sharedLines(t, "snowball/output.txt")
	require.Equal(t, len(stems), len(words))
	for i, word := range words {
		assert.Equal(t, stems[i], lang.Stem(word), "stem of %q", word)
	}
}

// sharedLines reads the lines of a file that stands beside the repository, and skips the test if it is not there.
func sharedLines(t testing.TB, name string) []string {
	lines, err := readShared(name)
	if err != nil {
		t.Skip("the shared files are not beside the repository: ", err)
	}
	return lines
}

func readShared(name string) ([]string, error) {
	data, err := os.ReadFile("../../shared/" + name)
	return strings.Split(strings.TrimRight(string(data), "\n"), "\n"), err
}

// Words of our own with the stems that the reference implementation gives.
func TestStem(t *testing.T) {
	words := 0
	for line := range strings.Lines(stemTable) {
		word, stem, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue // a comment
		}
		words++
		assert.Equal(t, stem, lang.Stem(word), "stem of %q", word)
		assert.Equal(t, stem, lang.Stem(strings.ToUpper(word)), "stem of %q in capitals", word)
		assert.Equal(t, stem, lang.Stem(strings.ReplaceAll(word, "'", "’")), "stem of %q with ’", word)
	}
	assert.GreaterOrEqual(t, words, 500)
}
