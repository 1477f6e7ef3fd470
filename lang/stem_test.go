package lang_test

import (
	"bufio"
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
	file, err := os.Open("../../shared/" + name)
	if err != nil {
		t.Skip("the shared files are not beside the repository: ", err)
	}
	defer file.Close()
	var lines []string
	scanner := bufio.NewScanner(file)
	for scanner.Scan() {
		lines = append(lines, scanner.Text())
	}
	require.NoError(t, scanner.Err())
	return lines
}

func BenchmarkStem(b *testing.B) {
	words := sharedLines(b, "snowball/voc.txt")
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		lang.Stem(words[i])
		if i++; i == len(words) {
			i = 0
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "words/s")
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
