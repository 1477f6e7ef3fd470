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
			lines = append(lines, strings.FieldsFunc(text, func(r rune) bool { return r == '\n' })...)
		}
	}
	return lines
}

// A line is the JSON of the analysis that claims makes, with the id of the document. Files are the same each time, byte by byte.
// The other outputs are in the session of README.md.
func TestAnalyses(t *testing.T) {
	inArchive(t)
	var before map[string]string
	for range 2 {
		got := command(context.Background(), "-output", "out", "-shards", "3", "archivio/*")
		require.Equal(t, failed, got.status)
		require.Equal(t, "documents: 6 analysed, 3 failed\n", got.stdout)
		files := contents(t, "out")
		require.ElementsMatch(t, wantedLines(t), linesOf(files, "analyses"))
		if before != nil {
			require.Equal(t, before, files)
		}
		before = files
	}
}

// wantedLines returns the lines for the documents of the archive that can be read.
func wantedLines(t *testing.T) (lines []string) {
	t.Helper()
	add := func(id []byte, text string) {
		analysis, err := json.Marshal(claims.Analyze(text))
		require.NoError(t, err)
		lines = append(lines, fmt.Sprintf(`{"id":%s,%s`, id, bytes.TrimPrefix(analysis, []byte("{"))))
	}
	for _, name := range []string{"2022-05-10-costa.txt", "2023-09-21-tunnel.txt", "lettera.txt"} {
		text, err := os.ReadFile("archivio/" + name)
		require.NoError(t, err)
		add([]byte(`"archivio/`+name+`"`), string(text))
	}
	stream, err := os.ReadFile("archivio/agenzia.jsonl")
	require.NoError(t, err)
	records := bytes.Split(stream, []byte("\n"))
	for _, number := range []int{1, 3, 7} {
		fields := struct {
			ID   json.RawMessage
			Text string
		}{ID: []byte("null")}
		require.NoError(t, json.Unmarshal(records[number-1], &fields))
		add(fields.ID, fields.Text)
	}
	return lines
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
