package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/claims"
)

// contents returns the files of a directory by their names.
func contents(t *testing.T, directory string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(directory)
	require.NoError(t, err)
	files := make(map[string]string)
	for _, entry := range entries {
		text, err := os.ReadFile(filepath.Join(directory, entry.Name()))
		require.NoError(t, err)
		files[entry.Name()] = string(text)
	}
	return files
}

// linesOf returns the lines of all files of an output.
func linesOf(files map[string]string, output string) (lines []string) {
	for name, text := range files {
		if strings.HasPrefix(name, output+"-") {
			lines = append(lines, strings.Split(strings.TrimSuffix(text, "\n"), "\n")...)
		}
	}
	return lines
}

// All that is written for testdata/archivio is what testdata/golden holds, byte by byte, and the same each time.
func TestGolden(t *testing.T) {
	golden, err := filepath.Abs("testdata/golden")
	require.NoError(t, err)
	inArchive(t)
	for range 2 {
		got := command(context.Background(), "-output", "out", "-shards", "3", "archivio/*")
		require.Equal(t, failed, got.status)
		require.Equal(t, "documents: 6 analysed, 3 failed\n", got.stdout)
		if update() {
			require.NoError(t, os.RemoveAll(golden))
			require.NoError(t, os.CopyFS(golden, os.DirFS("out")))
		}
		require.Equal(t, contents(t, golden), contents(t, "out"), "read the difference, then run the test with -update")
	}
}

// Every document is in the analyses or among the failures, also where a runner splits the work.
func TestNothingIsLost(t *testing.T) {
	t.Chdir(t.TempDir())
	const documents = 500
	var lines strings.Builder
	for i := range documents {
		if i%50 == 0 {
			lines.WriteString("{}\n")
		} else {
			fmt.Fprintf(&lines, "{\"id\":%d,\"text\":\"Il sindaco Paolo Ferri ha detto che i lavori continuano.\"}\n", i)
		}
	}
	require.NoError(t, os.WriteFile("in.jsonl", []byte(lines.String()), 0o644))
	got := command(context.Background(), "-output", "out", "-shards", "7", "in.jsonl")
	require.Equal(t, "documents: 490 analysed, 10 failed\n", got.stdout, got.stderr)

	files := contents(t, "out")
	require.Len(t, files, 7+3)
	require.Equal(t, "{\"speaker\":\"Paolo Ferri\",\"quotes\":490}\n", files["speakers-00000-of-00001.jsonl"])
	require.Empty(t, files["principles-00000-of-00001.jsonl"])
	seen := make(map[int]bool)
	for _, line := range linesOf(files, "analyses") {
		var r struct{ ID int }
		require.NoError(t, json.Unmarshal([]byte(line), &r))
		seen[r.ID] = true
	}
	for _, line := range linesOf(files, "failed") {
		var f failure
		require.NoError(t, json.Unmarshal([]byte(line), &f))
		seen[f.Line-1] = true
	}
	require.Len(t, seen, documents)
}

// A line is the JSON of the analysis that claims makes, with the id of the document.
func TestALineIsTheAnalysis(t *testing.T) {
	inArchive(t)
	require.Equal(t, succeeded, command(context.Background(), "-output", "out", "archivio/lettera.txt").status)
	text, err := os.ReadFile("archivio/lettera.txt")
	require.NoError(t, err)
	analysis, err := json.Marshal(claims.Analyze(string(text)))
	require.NoError(t, err)
	want := `{"id":"archivio/lettera.txt",` + string(bytes.TrimPrefix(analysis, []byte("{")))
	require.Equal(t, []string{want}, linesOf(withText(contents(t, "out")), "analyses"))
}

// withText leaves the empty files out.
func withText(files map[string]string) map[string]string {
	for name, text := range files {
		if text == "" {
			delete(files, name)
		}
	}
	return files
}
