package names

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/lang"
)

// A tagger remembers the sums of words it has met. It finds what one finds that has met none, in whatever order texts come.
func TestWhatIsRememberedChangesNothing(t *testing.T) {
	model, err := Default()
	require.NoError(t, err)
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	used := newTagger(model)
	for _, file := range backAndForth(files) {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		doc := lang.Parse(string(text))
		want, err := newTagger(model).names(t.Context(), doc, nil)
		require.NoError(t, err)
		got, err := used.names(t.Context(), doc, nil)
		require.NoError(t, err)
		require.Equal(t, want, got, file)
	}
}

func backAndForth(files []string) []string {
	back := slices.Clone(files)
	slices.Reverse(back)
	return append(back, files...)
}
