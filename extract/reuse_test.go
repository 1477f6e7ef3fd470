package extract

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/lang"
)

// A room that was used for other documents finds what a new one finds, in whatever order the documents come.
func TestRoomsChangeNothing(t *testing.T) {
	files, err := filepath.Glob("../testdata/articles/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	back := slices.Clone(files)
	slices.Reverse(back)
	used := rooms.New().(*room)
	for _, file := range append(back, files...) {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		doc := lang.Parse(string(text))
		want, err := rooms.New().(*room).find(t.Context(), new(Extractor), doc)
		require.NoError(t, err)
		got, err := used.find(t.Context(), new(Extractor), doc)
		require.NoError(t, err)
		require.Equal(t, want, got, file)
		used.forget()
	}
}
