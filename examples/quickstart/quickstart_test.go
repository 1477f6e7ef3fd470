package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/claims"
)

const article = "../../testdata/articles/vertice.txt"

var update = flag.Bool("update", false, "rewrite the golden report")

// The report of the README's first command. A difference is not wrong by itself: read it, then run the test with -update.
func TestReport(t *testing.T) {
	var got bytes.Buffer
	require.NoError(t, run(&got, article, false))
	const golden = "testdata/vertice.report"
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(golden, got.Bytes(), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	require.Equal(t, string(want), got.String())
}

// Programs read with -json what Analyze returns, and its spans are those of the text.
func TestJSON(t *testing.T) {
	var output bytes.Buffer
	require.NoError(t, run(&output, article, true))
	text, err := os.ReadFile(article)
	require.NoError(t, err)
	type value struct {
		Text       string
		Start, End int
	}
	var analysis struct{ Entities, Quotes []value }
	require.NoError(t, json.Unmarshal(output.Bytes(), &analysis))
	want := claims.Analyze(string(text))
	require.Len(t, analysis.Entities, len(want.Entities))
	require.Len(t, analysis.Quotes, len(want.Quotes))
	for _, v := range append(analysis.Entities, analysis.Quotes...) {
		require.Equal(t, v.Text, string(text[v.Start:v.End]))
	}
}

func TestAMissingFileIsAnError(t *testing.T) {
	require.Error(t, run(io.Discard, "no-such-article.txt", false))
}
