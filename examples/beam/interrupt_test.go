//go:build unix

package main

import (
	"context"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// An interrupt ends a job that would never end, cancels it, and leaves no output that looks whole.
func TestInterrupt(t *testing.T) {
	folder := t.TempDir()
	endless, output := filepath.Join(folder, "endless.txt"), filepath.Join(folder, "out")
	require.NoError(t, syscall.Mkfifo(endless, 0o600)) // whoever opens it waits for a writer
	ctx, interrupt := context.WithCancel(context.Background())
	time.AfterFunc(2*pollTime, interrupt)
	got := command(ctx, "-output", output, endless)
	require.Equal(t, failed, got.status)
	require.Regexp(t, `^beam: interrupted; job detto-\d+ is cancelled\n$`, got.stderr)

	file, err := os.OpenFile(endless, os.O_RDWR, 0) // lets the reader go on and end
	require.NoError(t, err)
	require.NoError(t, file.Close())
	require.NoDirExists(t, output)
}
