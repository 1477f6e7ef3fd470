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
	"time"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/claims"
)

// run analyses a file of the given name and content, and returns the lines of output and the number of failures.
func run(t *testing.T, name, content string, workers int) (lines []string, failures int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
	b := batch{analyzer: new(claims.Analyzer), workers: workers}
	var output bytes.Buffer
	require.NoError(t, b.run(context.Background(), []string{path}, &output))
	return strings.FieldsFunc(output.String(), func(r rune) bool { return r == '\n' }), b.failures
}

func TestOutputIsInInputOrder(t *testing.T) {
	var input strings.Builder
	for i := range 60 {
		text := strings.Repeat("La sindaca Anna Verri ha detto che i lavori continuano. ", 1+(60-i)%7)
		fmt.Fprintf(&input, "{\"id\":%d,\"text\":%q}\n", i, text)
	}
	for _, workers := range []int{1, 8} {
		lines, failures := run(t, "in.jsonl", input.String(), workers)
		require.Zero(t, failures)
		require.Len(t, lines, 60)
		for i, line := range lines {
			var r struct {
				ID       int
				Entities []any
				Quotes   []any
				Lists    []any
			}
			require.NoError(t, json.Unmarshal([]byte(line), &r))
			require.Equal(t, i, r.ID)
			require.NotEmpty(t, r.Quotes)
			require.NotNil(t, r.Lists, "an empty list is [], not null")
		}
	}
}

func TestABadLineDoesNotStopTheRest(t *testing.T) {
	lines, failures := run(t, "in.jsonl", "{\"id\":1,\"text\":\"Bene.\"}\n{bad\n\n{\"id\":3}\n{\"id\":4,\"text\":\"\"}\n", 2)
	require.Equal(t, 2, failures, "the second line is no JSON, the fourth has no text")
	require.Len(t, lines, 2)
}

func TestATextFileIsOneDocument(t *testing.T) {
	lines, failures := run(t, "lettera.txt", "Cara Anna,\nscrivo da Lucca.\n", 1)
	require.Zero(t, failures)
	require.Len(t, lines, 1)
	require.Contains(t, lines[0], "lettera.txt")
	require.Contains(t, lines[0], "Lucca")
}

func TestAMissingFileIsReported(t *testing.T) {
	b := batch{analyzer: new(claims.Analyzer), workers: 1}
	var output bytes.Buffer
	require.NoError(t, b.run(context.Background(), []string{filepath.Join(t.TempDir(), "none.jsonl")}, &output))
	require.Equal(t, 1, b.failures)
	require.Empty(t, output.String())
}

func TestAnInterruptKeepsWhatWasBegun(t *testing.T) {
	path := filepath.Join(t.TempDir(), "in.jsonl")
	require.NoError(t, os.WriteFile(path, []byte(strings.Repeat("{\"id\":1,\"text\":\"Ha detto che piove.\"}\n", 1000)), 0o644))
	ctx, cancel := context.WithCancel(context.Background())
	output := &cancelling{cancel: cancel}
	b := batch{analyzer: new(claims.Analyzer), workers: 2, patience: time.Minute}
	err := b.run(ctx, []string{path}, output)
	require.True(t, strings.HasSuffix(output.String(), "}\n"), "the last line is whole")
	written := strings.Count(output.String(), "\n")
	require.Less(t, written, 1000)
	require.ErrorContains(t, err, fmt.Sprintf("go on behind %s:%d;", path, written))
	require.Zero(t, b.failures)
}

func TestAnInterruptDoesNotWaitForInput(t *testing.T) {
	idle, writer, err := os.Pipe()
	require.NoError(t, err)
	defer writer.Close() // ends the reader
	defer func(stdin *os.File) { os.Stdin = stdin }(os.Stdin)
	os.Stdin = idle
	ctx, cancel := context.WithCancel(context.Background())
	_, err = writer.WriteString("{\"id\":1,\"text\":\"Ha detto che piove.\"}\n")
	require.NoError(t, err)
	time.AfterFunc(200*time.Millisecond, cancel)
	var output bytes.Buffer
	b := batch{analyzer: new(claims.Analyzer), workers: 1, patience: time.Minute}
	require.EqualError(t, b.run(ctx, nil, &output), "interrupted: go on behind standard input:1; all before is written or reported")
	require.Equal(t, 1, strings.Count(output.String(), "\n"))
}

func TestAnInterruptBeforeTheFirstDocument(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	b := batch{analyzer: new(claims.Analyzer), workers: 1}
	require.EqualError(t, b.run(ctx, []string{"-"}, new(bytes.Buffer)), "interrupted before the first document")
}

// cancelling cancels a context at the first write.
type cancelling struct {
	bytes.Buffer
	cancel context.CancelFunc
}

func (c *cancelling) Write(p []byte) (int, error) {
	c.cancel()
	return c.Buffer.Write(p)
}

func TestAModelFileIsChecked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bad.model")
	require.NoError(t, os.WriteFile(path, []byte("no model"), 0o644))
	_, err := newAnalyzer(path)
	require.ErrorContains(t, err, "bad.model")
	_, err = newAnalyzer(path + ".none")
	require.Error(t, err)
}
