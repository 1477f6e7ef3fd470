package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	"github.com/stretchr/testify/require"
)

// update reports whether to rewrite the session in README.md. The flag -update is there: Beam has it for
// Dataflow.
func update() bool { return flag.Lookup("update").Value.String() == "true" }

func TestMain(m *testing.M) {
	registerTypes()
	flag.Parse()
	beam.Init()
	os.Exit(m.Run())
}

// ran is what a command leaves behind.
type ran struct {
	status         int
	stdout, stderr string
}

// command runs the program as a shell would, on Prism in this process.
func command(ctx context.Context, arguments ...string) ran {
	var o options
	var flags flag.FlagSet
	o.addFlags(&flags)
	var stdout, stderr bytes.Buffer
	if err := flags.Parse(arguments); err != nil {
		return ran{misused, "", err.Error()}
	}
	status := run(ctx, o, flags.Args(), &stdout, &stderr)
	return ran{status, stdout.String(), stderr.String()}
}

// inArchive makes an empty folder the current one, but for the archive of testdata in "archivio".
func inArchive(t *testing.T) {
	t.Helper()
	archive, err := filepath.Abs("testdata/archivio")
	require.NoError(t, err)
	t.Chdir(t.TempDir())
	require.NoError(t, os.CopyFS("archivio", os.DirFS(archive)))
}

// The session in README.md is true.
func TestReadme(t *testing.T) {
	readme, err := filepath.Abs("README.md")
	require.NoError(t, err)
	text, err := os.ReadFile(readme)
	require.NoError(t, err)
	inArchive(t)
	written := regexp.MustCompile("(?s)```console\n.*?```").FindString(string(text))
	now := session(t, written)
	if update() {
		updated := strings.Replace(string(text), written, now, 1)
		require.NoError(t, os.WriteFile(readme, []byte(updated), 0o644))
		return
	}
	require.Equal(t, written, now, "read the difference, then run the test with -update")
}

// session returns a session with the output that its commands, beam and cat, have now.
func session(t *testing.T, old string) string {
	var now strings.Builder
	now.WriteString("```console\n")
	for _, prompt := range regexp.MustCompile(`(?m)^\$ .*$`).FindAllString(old, -1) {
		words := strings.Fields(strings.ReplaceAll(prompt, "'", ""))[1:]
		now.WriteString(prompt + "\n")
		switch words[0] {
		case "beam":
			got := command(context.Background(), words[1:]...)
			now.WriteString(got.stdout + got.stderr)
		case "cat":
			text, err := os.ReadFile(words[1])
			require.NoError(t, err)
			now.Write(text)
		default:
			t.Fatalf("README.md: what is %q?", words[0])
		}
	}
	return now.String() + "```"
}

func TestUsage(t *testing.T) {
	inArchive(t)
	for name, c := range map[string]struct {
		line   string
		status int
		says   string
	}{
		"no files":              {"-output out", misused, "analyse what?"},
		"no output":             {"archivio/*", misused, "-output"},
		"no shards":             {"-output out -shards 0 archivio/*", misused, "-shards must be from 1"},
		"no bytes":              {"-output out -max-bytes 0 archivio/*", misused, "-max-bytes must be 1 or more"},
		"an unknown place":      {"-output ftp://out archivio/*", misused, "gs://"},
		"from an unknown place": {"-output out ftp://archivio/*", misused, "gs://"},
		"no file matches":       {"-output out archivio/*.xml", failed, "no file matches archivio/*.xml"},
		"the output is a file":  {"-output archivio/lettera.txt archivio/*.txt", failed, "not a directory"},
		"all is well":           {"-output out archivio/2*.txt archivio/*.txt", succeeded, "documents: 3 analysed, 0 failed"},
	} {
		t.Run(name, func(t *testing.T) {
			got := command(context.Background(), strings.Fields(c.line)...)
			require.Equal(t, c.status, got.status, got.stderr)
			if c.status == succeeded {
				require.Contains(t, got.stdout, c.says)
				require.Empty(t, got.stderr)
			} else {
				require.Contains(t, got.stderr, c.says)
				require.Empty(t, got.stdout)
			}
		})
	}
}

func TestAnUnknownRunner(t *testing.T) {
	before := *runners.Runner
	defer func() { *runners.Runner = before }()
	*runners.Runner = "fink"
	got := command(context.Background(), "-output", t.TempDir(), "testdata/archivio/*")
	require.Equal(t, misused, got.status)
	require.Contains(t, got.stderr, `no runner "fink": name one of prism, flink`)
}

func TestUsageTextNamesEveryFlagOfTheProgramAndNotThoseOfBeam(t *testing.T) {
	var text bytes.Buffer
	printUsage(&text)
	for _, name := range []string{"-output", "-shards", "-max-bytes", "-v", "-runner", "-endpoint"} {
		require.Contains(t, text.String(), "  "+name)
	}
	require.NotContains(t, text.String(), "beam_strict")
}
