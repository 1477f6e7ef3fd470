package claims

import (
	"encoding/json"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Sixty-four goroutines that share the models and the lists get what one alone gets. Under the race detector the test
// also says whether they share anything that is written to.
func TestAnalyzeFromManyGoroutines(t *testing.T) {
	files, err := filepath.Glob("../testdata/articles/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var texts, want []string
	var shared Analyzer
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		texts = append(texts, string(text))
	}
	results := make([][]string, 64)
	var group sync.WaitGroup
	for i := range results {
		group.Go(func() {
			for _, text := range texts {
				results[i] = append(results[i], analysisJSON(t, &shared, text))
			}
		})
	}
	group.Wait()
	for _, text := range texts {
		want = append(want, analysisJSON(t, new(Analyzer), text))
	}
	for _, got := range results {
		assert.Equal(t, want, got)
	}
}

func analysisJSON(t *testing.T, a *Analyzer, text string) string {
	data, err := json.Marshal(a.Analyze(text))
	assert.NoError(t, err)
	return string(data)
}
