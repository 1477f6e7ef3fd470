package api_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/internal/api"
)

var update = flag.Bool("update", false, "rewrite testdata/api.txt")

// The public API is that of testdata/api.txt. A line that goes or changes breaks programs: see CHANGELOG.md for when that is
// allowed. Rewrite the file with go test ./internal/api -update.
func TestPublicAPI(t *testing.T) {
	const file = "../../testdata/api.txt"
	var got []string
	for _, directory := range []string{"lang", "extract", "extract/english", "claims", "formats"} {
		lines, err := api.List("../../" + directory)
		require.NoError(t, err)
		got = append(got, lines...)
	}
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(strings.Join(got, "\n")+"\n"), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, strings.Split(strings.TrimSpace(string(want)), "\n"), got)
}

func TestListNeedsAPackage(t *testing.T) {
	_, err := api.List("testdata/none")
	require.ErrorIs(t, err, os.ErrNotExist)
}
