//go:build unix

package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/detto-it/detto/claims"
	"github.com/stretchr/testify/require"
)

// TestAnInterruptGivesUpWhatTakesTooLong interrupts while a novel is analysed: when batch opens the second input, a named
// pipe, a worker has the first.
func TestAnInterruptGivesUpWhatTakesTooLong(t *testing.T) {
	novel, pipe := filepath.Join(t.TempDir(), "romanzo.txt"), filepath.Join(t.TempDir(), "pipe.jsonl")
	require.NoError(t, os.WriteFile(novel, []byte(strings.Repeat("Anna Verri ha detto che i lavori continuano. ", 1<<18)), 0o644))
	require.NoError(t, syscall.Mkfifo(pipe, 0o600))
	ctx, cancel := context.WithCancel(context.Background())
	opened := make(chan error, 1)
	go func() {
		f, err := os.OpenFile(pipe, os.O_WRONLY, 0) // waits for the reader
		cancel()
		if err == nil {
			err = f.Close()
		}
		opened <- err
	}()
	var output bytes.Buffer
	b := batch{analyzer: new(claims.Analyzer), workers: 1, patience: time.Millisecond}
	require.ErrorContains(t, b.run(ctx, []string{novel, pipe}, &output), "go on behind "+novel)
	require.NoError(t, <-opened)
	require.Equal(t, 1, b.failures)
	require.Empty(t, output.String())
}
