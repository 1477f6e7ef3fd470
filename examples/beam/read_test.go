package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
)

// read reads a file of the given name and content.
func read(t *testing.T, maxBytes int, name, content string) (records []record, failures []failure) {
	t.Helper()
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile(name, []byte(content), 0o644))
	readWith(maxBytes, name, &records, &failures)
	return records, failures
}

func readWith(maxBytes int, name string, records *[]record, failures *[]failure) {
	f := readFn{MaxBytes: maxBytes}
	f.ProcessElement(context.Background(), name,
		func(r record) { *records = append(*records, r) }, func(f failure) { *failures = append(*failures, f) })
}

func TestLinesKeepTheirNumbers(t *testing.T) {
	records, failures := read(t, 100, "a.jsonl", "\ufeffuno\n\n  \r\ndue\r\ntre")
	require.Empty(t, failures)
	require.Equal(t, []record{{"a.jsonl", 1, []byte("uno")}, {"a.jsonl", 4, []byte("due")}, {"a.jsonl", 5, []byte("tre")}}, records)
}

func TestALargeLineFailsAndTheNextDoesNot(t *testing.T) {
	large := strings.Repeat("x", 1<<18) // more than the reader buffers
	records, failures := read(t, 4, "a.jsonl", "1234\n12345\n"+large+"\n4\n"+large)
	require.Equal(t, []record{{"a.jsonl", 1, []byte("1234")}, {"a.jsonl", 4, []byte("4")}}, records)
	const why = "it is larger than 4 bytes: raise -max-bytes, or split it"
	require.Equal(t, []failure{{"a.jsonl", 2, why}, {"a.jsonl", 3, why}, {"a.jsonl", 5, why}}, failures)
}

func TestATextIsOneDocumentOfAnyBytes(t *testing.T) {
	records, failures := read(t, 8, "a.txt", "a\xff\n\n\x00b\r\n")
	require.Empty(t, failures)
	require.Equal(t, []record{{"a.txt", 0, []byte("a\xff\n\n\x00b\r\n")}}, records)

	records, failures = read(t, 7, "a.txt", "a\xff\n\n\x00b\r\n")
	require.Empty(t, records)
	require.Equal(t, []failure{{"a.txt", 0, "it is larger than 7 bytes: raise -max-bytes, or split it"}}, failures)
}

func TestGzip(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := w.Write([]byte("uno\ndue\n"))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	records, failures := read(t, 100, "a.jsonl.gz", packed.String())
	require.Empty(t, failures)
	require.Len(t, records, 2)

	_, failures = read(t, 100, "a.jsonl.gz", packed.String()[:packed.Len()-9])
	require.Equal(t, "unexpected EOF", failures[0].Reason, "the end is missing")
	_, failures = read(t, 100, "b.jsonl.gz", "uno\n")
	require.Len(t, failures, 1, "it is not packed")
}

func TestWhatCannotBeReadIsAFailure(t *testing.T) {
	var records []record
	var failures []failure
	readWith(100, filepath.Join(t.TempDir(), "none.txt"), &records, &failures)
	readWith(100, t.TempDir(), &records, &failures)
	require.Empty(t, records)
	require.Equal(t, "no such file or directory", failures[0].Reason)
	require.Equal(t, "is a directory", failures[1].Reason)
}

func TestTheLinesBeforeAnErrorAreKept(t *testing.T) {
	body := io.MultiReader(strings.NewReader("1\n2\n3"), iotest.ErrReader(errors.New("the disk is gone")))
	var records []record
	var failures []failure
	f := readFn{MaxBytes: 10}
	f.readLines("a.jsonl", body, func(r record) { records = append(records, r) }, func(f failure) { failures = append(failures, f) })
	require.Len(t, records, 2)
	require.Equal(t, []failure{{"a.jsonl", 3, "the disk is gone"}}, failures)
}
