package main

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/claims"
)

var update = flag.Bool("update", false, "rewrite the golden report")

// The report of the README's first command. A difference is not wrong by itself: read it, then run the test with -update.
func TestReport(t *testing.T) {
	text, err := read("../../testdata/articles/vertice.txt")
	require.NoError(t, err)
	var got bytes.Buffer
	report{&got, claims.Analyze(text)}.print()
	const golden = "testdata/vertice.report"
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(golden, got.Bytes(), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	require.Equal(t, string(want), got.String())
}

func TestAMissingFileIsAnError(t *testing.T) {
	require.Error(t, run("no-such-article.txt", false))
}
