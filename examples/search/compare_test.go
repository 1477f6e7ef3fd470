package main

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/examples/search/italian"
)

var update = flag.Bool("update", false, "rewrite the table of README.md")

func TestMain(m *testing.M) {
	flag.Parse()
	if err := italian.Register(); err != nil {
		panic(err)
	}
	m.Run()
}

const articles = "../../testdata/articles"

func TestTableOfREADME(t *testing.T) {
	var rows bytes.Buffer
	require.NoError(t, options{articles: articles, compare: true}.run(&rows))

	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	before, rest, found := strings.Cut(string(readme), "<!-- table -->\n")
	require.True(t, found)
	written, after, found := strings.Cut(rest, "<!-- /table -->")
	require.True(t, found)
	if *update {
		require.NoError(t, os.WriteFile("README.md", []byte(before+"<!-- table -->\n"+rows.String()+"<!-- /table -->"+after), 0o644))
		return
	}
	require.Equal(t, rows.String(), written)
}

func TestSearch(t *testing.T) {
	var found bytes.Buffer
	require.NoError(t, options{articles: articles, analyzer: italian.Name, words: "dell'energia"}.run(&found))
	require.Contains(t, found.String(), "vertice 2: BUKHARA")
	require.Contains(t, found.String(), "l’energia solare")
	require.True(t, strings.HasSuffix(found.String(), "\nparagraphs: 1\n"))
}

func TestErrorsSayWhatToDo(t *testing.T) {
	require.ErrorContains(t, options{articles: t.TempDir(), words: "x"}.run(&bytes.Buffer{}), "-articles")
	require.ErrorContains(t, options{articles: articles, analyzer: "nessuno", words: "x"}.run(&bytes.Buffer{}), "nessuno")
}
