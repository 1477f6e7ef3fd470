package corpus

import (
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/internal/names"
)

// Whatever a file holds, its names lie in its text, or the error says where it is wrong; and what was read can be learned
// from.
func FuzzReaders(f *testing.F) {
	for _, file := range []string{
		"L'\tO\nEni\tB-ORG\n,\tO\n\n\"\tO\n", "-DOCSTART- O\n\nRoma I-LOC\n", "a\tB-\n", "\xff\tX-PER\n",
		`{"text":"A Lodi","entities":[{"start":2,"end":6,"type":"LOC"}]}`, `{"text":"è","entities":[{"start":1,"end":9,"type":"LOC"}]}`,
		`{"text":"a","entities":[{"start":-1,"end":1e9,"type":""}]}`, "{Banca d'Italia|ORG} a {Lodi|LOC}.\n\n# nota", "{a|}|{b", "{{a|PER}|LOC}",
	} {
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file string) {
		for name, read := range map[string]func(io.Reader) ([]names.Example, error){"columns": ReadColumns, "JSON": ReadJSONLines, "marked": ReadMarked} {
			examples, err := read(strings.NewReader(file))
			if err != nil {
				require.ErrorIs(t, err, ErrSyntax, name)
				continue
			}
			training, err := names.NewTraining([]string{"LOC", "ORG", "PER"}, nil)
			require.NoError(t, err)
			for _, e := range examples {
				for _, n := range e.Names {
					require.True(t, n.Start >= 0 && n.Start < n.End && n.End <= len(e.Text), "%s: %v of %q", name, n, e.Text)
				}
				_ = training.Add(e) // an unknown label is an error
			}
		}
	})
}
