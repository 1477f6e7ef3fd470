package gazetteer

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/internal/words"
	"github.com/detto-it/detto/lang"
)

// compiled compiles files, given by name and content, and opens the result.
func compiled(t *testing.T, files map[string]string) *Gazetteer {
	t.Helper()
	data, err := Compile(directory(files))
	require.NoError(t, err)
	g, err := Open(data)
	require.NoError(t, err)
	return g
}

func directory(files map[string]string) fstest.MapFS {
	dir := fstest.MapFS{}
	for name, content := range files {
		dir[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return dir
}

func lower(text string) (hashes []uint64) {
	for _, token := range lang.Parse(text).Tokens {
		hashes = append(hashes, words.Hash(token.Text))
	}
	return hashes
}

func TestTheLongestNameIsFound(t *testing.T) {
	g := compiled(t, map[string]string{
		"places.txt":         "# Places of a test.\n# kind: LOC\nReggio\nReggio nell'Emilia\n",
		"municipalities.txt": "# kind: LOC\nReggio nell'Emilia\n",
		"firms.txt":          "# kind: ORG\nReggio Emilia Trasporti\n",
	})
	cases := []struct {
		text string
		want Match
		why  string
	}{
		{"Reggio è bella", Match{1, Location}, "the short name alone"},
		{"Reggio nell’Emilia dorme", Match{3, Location | Town}, "the long one, with any apostrophe, in both lists"},
		{"REGGIO EMILIA TRASPORTI", Match{3, Organization}, "in capitals"},
		{"Reggio Emilia", Match{1, Location}, "the firm's name is broken off"},
		{"bella Reggio", Match{}, "a name is looked for at the first word only"},
	}
	for _, c := range cases {
		require.Equal(t, c.want, g.Longest(lower(c.text)), "%s: %s", c.text, c.why)
	}
	require.Equal(t, Set(0), g.Word(words.Hash("Emilia")), "the end of a name is none")
}

func TestSecondColumns(t *testing.T) {
	g := compiled(t, map[string]string{
		"given.txt":    "# kind: FIRST\nAndrea\tmf\nPaola\tf\nLuca\tm\n",
		"heads.txt":    "# kind: HEAD\nvia\tLOC\n",
		"contexts.txt": "# kind: CONTEXT\nmorto\tPER\n",
	})
	for word, want := range map[string]Set{
		"Andrea": Male | Female, "Paola": Female, "Luca": Male, "via": LocationHead, "morto": PersonContext,
	} {
		require.Equal(t, want, g.Word(words.Hash(word)), word)
	}
}

func TestErrorsNameFileAndLine(t *testing.T) {
	cases := []struct{ name, content, where string }{
		{"a kind that is none", "# kind: COLOUR\nrosso\n", "list.txt:2"},
		{"no kind", "# a comment\nRoma\n", "list.txt:2"},
		{"a head of no kind", "# kind: HEAD\nvia\tLOC\nlungo\tROAD\n", "list.txt:3"},
		{"a given name without gender", "# kind: FIRST\nPaola\n", "list.txt:2"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Compile(directory(map[string]string{"list.txt": c.content}))
			require.ErrorIs(t, err, ErrSyntax)
			require.ErrorContains(t, err, c.where)
		})
	}
}

func TestEqualFilesGiveEqualBytes(t *testing.T) {
	files := map[string]string{"a.txt": "# kind: LOC\nRoma\nOstia Lido\n", "b.txt": "# kind: ORG\nRoma\n"}
	first, err := Compile(directory(files))
	require.NoError(t, err)
	second, err := Compile(directory(files))
	require.NoError(t, err)
	require.Equal(t, first, second)
}

func TestDamagedDataIsRefused(t *testing.T) {
	_, err := Open([]byte("no table"))
	require.Error(t, err)
}
