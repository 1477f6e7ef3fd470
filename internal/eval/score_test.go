package eval_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/internal/eval"
	"github.com/detto-it/detto/internal/gold"
	"github.com/detto-it/detto/lang"
)

// The measures are those of score.py, the program that the corpora come with: what it prints is what eval counts.
func TestEqualsScorePy(t *testing.T) {
	for _, file := range []string{"corpora/diplomacy/dev.jsonl", "corpora/wikinews/dev.jsonl", "articles/astana.jsonl"} {
		t.Run(file, func(t *testing.T) {
			path := shared(t, file)
			articles, err := gold.Read(path)
			require.NoError(t, err)
			var scores eval.Scores
			var system bytes.Buffer
			lines := json.NewEncoder(&system)
			for i := range articles {
				analysis := claims.Analyze(articles[i].Text)
				scores.Add(&articles[i], analysis)
				require.NoError(t, lines.Encode(struct {
					ID string `json:"id"`
					*claims.Analysis
				}{articles[i].ID, analysis}))
			}
			output := filepath.Join(t.TempDir(), "system.jsonl")
			require.NoError(t, os.WriteFile(output, system.Bytes(), 0o644))
			want := python(t, shared(t, "tools/score.py"), path, output)
			require.Equal(t, strings.Split(want, "\n"), strings.Split(printed(&scores), "\n"))
		})
	}
}

// shared returns the path of a file that stands beside the repository, and skips the test if it is not there.
func shared(t *testing.T, file string) string {
	path := filepath.Join("../../../shared", file)
	if _, err := os.Stat(path); err != nil {
		t.Skip("the shared files are not beside the repository: ", err)
	}
	return path
}

func python(t *testing.T, args ...string) string {
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("python3 is not installed: ", err)
	}
	output, err := exec.Command("python3", args...).Output()
	require.NoError(t, err)
	return string(output)
}

// printed writes scores as score.py does.
func printed(s *eval.Scores) string {
	var b strings.Builder
	row := func(name string, t eval.Tally) {
		fmt.Fprintf(&b, "  %-28s P %.3f  R %.3f  F1 %.3f   (%d right, %d too many, %d missed)\n",
			name, t.Precision(), t.Recall(), t.F1(), t.Right, t.Extra, t.Missed)
	}
	share := func(name string, s eval.Share, always bool) {
		if s.Of > 0 {
			fmt.Fprintf(&b, "  %-29s %.3f (%d/%d)\n", name, float64(s.Right)/float64(s.Of), s.Right, s.Of)
		} else if always {
			fmt.Fprintf(&b, "  %-29s -\n", name)
		}
	}
	fmt.Fprintln(&b, "ENTITIES (exact span and type)")
	for kind, t := range s.Kinds {
		row(extract.Kind(kind).String(), t)
	}
	row("all six, names", s.Names())
	row("with nominal institutions", s.WithNominal())
	row("PER LOC ORG, names", s.Core())
	fmt.Fprintln(&b, "QUOTES")
	row("direct speech", s.Direct)
	share("source mention", s.Source, true)
	share("speaker resolved", s.Speaker, true)
	row("indirect, overlap 0.5", s.Indirect)
	row("indirect, exact", s.IndirectExact)
	share("indirect speaker resolved", s.IndirectSpeaker, true)
	fmt.Fprintln(&b, "LISTS")
	row("lists", s.Lists)
	row("items", s.Items)
	share("head", s.Head, false)
	share("kind", s.ListKind, false)
	share("principle", s.Principle, false)
	return b.String()
}

// Tokens and sentences are counted as ud.py counts them, the program that the treebanks come with.
func TestEqualsUdPy(t *testing.T) {
	file := shared(t, "corpora/ud/it_twittiro-ud-dev.conllu")
	tools := shared(t, "tools")
	program := filepath.Join(t.TempDir(), "udtokens")
	built, err := exec.Command("go", "build", "-o", program, "../cmd/udtokens").CombinedOutput()
	require.NoError(t, err, string(built))
	want := python(t, filepath.Join(tools, "ud.py"), file, "--", program)

	bank, err := eval.ReadTreebank(file)
	require.NoError(t, err)
	tokens, sentences := bank.Split(lang.Parser{Clauses: true})
	got := fmt.Sprintf("%s tokens F1 %.4f  sentences F1 %.4f\n", filepath.Base(file), tokens.F1(), sentences.F1())
	require.Equal(t, want, got)
}
