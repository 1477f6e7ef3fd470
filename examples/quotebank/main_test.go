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

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the session in README.md")

// asProgram makes the test binary behave as the program, for tests that kill it.
const asProgram = "QUOTEBANK_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// outcome is what a command leaves behind.
type outcome struct {
	status         int
	stdout, stderr string
}

func command(stdin string, arguments ...string) outcome {
	var stdout, stderr bytes.Buffer
	status := run(context.Background(), arguments, console{strings.NewReader(stdin), &stdout, &stderr})
	return outcome{status, stdout.String(), stderr.String()}
}

// succeed performs a command that must succeed, and returns its output.
func succeed(t *testing.T, arguments ...string) string {
	t.Helper()
	got := command("", arguments...)
	require.Equal(t, succeeded, got.status, got.stderr)
	return got.stdout
}

// inArchive makes an empty folder the current one, but for the archive of the README in "archivio".
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
	now := session(written)
	if *update {
		updated := strings.Replace(string(text), written, now, 1)
		require.NoError(t, os.WriteFile(readme, []byte(updated), 0o644))
		return
	}
	require.Equal(t, written, now, "read the difference, then run the test with -update")
}

// session returns a session with the output that its commands have now.
func session(old string) string {
	var now strings.Builder
	now.WriteString("```console\n")
	for _, line := range regexp.MustCompile(`(?m)^\$ quotebank (.*)$`).FindAllStringSubmatch(old, -1) {
		var arguments []string
		for _, argument := range regexp.MustCompile(`"[^"]*"|\S+`).FindAllString(line[1], -1) {
			arguments = append(arguments, strings.Trim(argument, `"`))
		}
		got := command("", arguments...)
		now.WriteString(line[0] + "\n" + got.stdout + got.stderr)
	}
	return now.String() + "```"
}

func TestUsage(t *testing.T) {
	inArchive(t)
	succeed(t, "add", "archivio")
	for name, c := range map[string]struct {
		line   string
		status int
		says   string // on standard error, or on standard output if all is well
	}{
		"no command":                  {"", misused, "usage: quotebank COMMAND"},
		"unknown command":             {"whom", misused, `no command "whom"`},
		"help":                        {"help", succeeded, "usage: quotebank COMMAND"},
		"help for a command":          {"add -h", succeeded, "INPUT is a folder"},
		"unknown flag":                {"who -from 2024", misused, "-from"},
		"nothing to add":              {"add", misused, "add what?"},
		"a name without its quotes":   {"who Luisa Verri", misused, `put quotes around "Luisa Verri"`},
		"no name":                     {"who ...", misused, "no name"},
		"no act":                      {"who -act shout", misused, "promise"},
		"no date":                     {"who -since ieri", misused, "YYYY-MM-DD"},
		"a day that is not":           {"who -since 2023-02-29", misused, "YYYY-MM-DD"},
		"a function word":             {"who -about di", misused, "says more"},
		"no format":                   {"who -format xml", misused, "table, csv or json"},
		"no principle":                {"principles rispetto", misused, `"rispetto" is no principle`},
		"no database":                 {"who -db none.db", failed, `quotebank add -db none.db`},
		"no folder for the database":  {"add -db none/x.db archivio", failed, "folder of the database must exist"},
		"not a database":              {"who -db archivio/agenzia.jsonl", failed, "can't be read as a database"},
		"a folder is no database":     {"who -db archivio", failed, "archivio"},
		"nothing found is no mistake": {"who Nessuno -format csv", succeeded, "date,speaker"},
		"flags behind the name":       {"who verri -act deny", succeeded, "bollette"},
		"acts":                        {"who -act deny,warn", succeeded, "bollette"},
		"all is name behind --":       {"who -act deny -- verri", succeeded, "bollette"},
	} {
		t.Run(name, func(t *testing.T) {
			got := command("", strings.Fields(c.line)...)
			require.Equal(t, c.status, got.status, got.stderr)
			if c.status == succeeded {
				require.Contains(t, got.stdout, c.says)
			} else {
				require.Contains(t, got.stderr, c.says)
				require.Empty(t, got.stdout)
			}
		})
	}
	require.NoFileExists(t, "none.db", "a question makes no database")
}
