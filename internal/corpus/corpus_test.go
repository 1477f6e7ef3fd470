package corpus

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/internal/names"
)

// marked writes an example with its names marked, the form of ReadMarked.
func marked(e names.Example) string {
	var b strings.Builder
	at := 0
	for _, n := range e.Names {
		b.WriteString(e.Text[at:n.Start] + "{" + e.Text[n.Start:n.End] + "|" + n.Label + "}")
		at = n.End
	}
	return b.String() + e.Text[at:]
}

func TestColumnsBecomeItalianText(t *testing.T) {
	cases := []struct{ name, columns, want string }{
		{"elision and punctuation", "L'\tO\nEni\tB-ORG\n,\tO\nha\tO\ndetto\tO\n:\tO\n«\tO\nSì\tO\n»\tO\n.\tO\n", "L'{Eni|ORG}, ha detto: «Sì»."},
		{"a name of several tokens", "Banca\tB-ORG\nd'\tI-ORG\nItalia\tI-ORG\ne\tO\nIvass\tB-ORG\n", "{Banca d'Italia|ORG} e {Ivass|ORG}"},
		{"names side by side", "Roma\tB-LOC\nLazio\tB-LOC\n", "{Roma|LOC} {Lazio|LOC}"},
		{"a name that begins with I-", "Roma\tI-LOC\nbella\tO\n", "{Roma|LOC} bella"},
		{"BIOES", "Mario\tB-PER\nRossi\tE-PER\na\tO\nPisa\tS-LOC\n", "{Mario Rossi|PER} a {Pisa|LOC}"},
		{"straight marks open and close", "il\tO\nfilm\tO\n\"\tO\nGomorra\tB-WORK\n\"\tO\ndi\tO\n", `il film "{Gomorra|WORK}" di`},
		{"brackets", "Onu\tB-ORG\n(\tO\nsede\tO\n)\tO\n", "{Onu|ORG} (sede)"},
		{"an apostrophe that is not an elision", "un\tO\npo'\tO\ndi\tO\n", "un po' di"},
		{"two sentences", "Sì\tO\n.\tO\n\nNo\tO\n.\tO\n", "Sì.\nNo."},
		{"spaces between columns", "Roma NNP B-LOC\n", "{Roma|LOC}"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			examples, err := ReadColumns(strings.NewReader(c.columns))
			require.NoError(t, err)
			require.Len(t, examples, 1)
			require.Equal(t, c.want, marked(examples[0]))
		})
	}
}

func TestDocumentMarksSeparate(t *testing.T) {
	examples, err := ReadColumns(strings.NewReader("-DOCSTART- O\n\nUno O\n\n-DOCSTART- O\n\nDue O\n"))
	require.NoError(t, err)
	require.Len(t, examples, 2)
}

func TestMarkedTextRoundTrip(t *testing.T) {
	const text = "{Elena Bruni|PER} guida la {Fondazione Arco|ORG}.\nÈ nata a {Lodi|LOC}."
	examples, err := ReadMarked(strings.NewReader("# prova\n" + text + "\n\nSenza nomi.\n"))
	require.NoError(t, err)
	require.Len(t, examples, 2)
	require.Equal(t, text, marked(examples[0]))
}

func TestErrorsNameTheLine(t *testing.T) {
	_, err := ReadMarked(strings.NewReader("bene\n{Roma LOC}\n"))
	require.ErrorIs(t, err, ErrSyntax)
	require.ErrorContains(t, err, "line 2")
	_, err = ReadColumns(strings.NewReader("Roma\tLOC\n"))
	require.ErrorContains(t, err, "line 1")
	_, err = ReadJSONLines(strings.NewReader("{\"text\":\"a\"}\n{\"text\":\"a\",\"entities\":[{\"start\":0,\"end\":9}]}\n"))
	require.ErrorContains(t, err, "line 2")
}
