package claims

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/internal/lineartest"
	"github.com/detto-it/detto/lang"
)

// The law of offsets, and that lists are in order, never overlap and have three items at least.
func FuzzLists(f *testing.F) {
	for _, seed := range []string{
		"Tre princìpi: a, b e c.", "nel rispetto di «pace», di libertà e di giustizia", "Tre valori:\n- pace\n- lavoro\n- casa",
		"valori: (a, \"b, c e d) quali", "1) 1) 1) tre misure: 1) a 2) b 3) c", "pace, libertà e giustizia: sono questi i valori",
		"Tre scopi. Il primo è a. Il secondo è b. Il terzo è c.", "\xff tre princìpi: \xff, \xfe e \xfd", "settori quali l', l' e l'",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := lang.Parse(text)
		end := 0
		lists, err := findLists(t.Context(), doc, nil)
		require.NoError(t, err)
		for _, list := range lists {
			requireLaw(t, doc, list.Head.Text, list.Head.Span)
			require.GreaterOrEqual(t, list.Start, end)
			end = list.End
			require.GreaterOrEqual(t, len(list.Items), 3)
			last := list.Start
			for _, item := range list.Items {
				requireLaw(t, doc, item.Text, item.Span)
				require.GreaterOrEqual(t, item.Start, last)
				last = item.End
			}
			require.LessOrEqual(t, last, list.End)
		}
		for _, mention := range Principles(doc) {
			requireLaw(t, doc, mention.Text, mention.Span)
		}
	})
}

func requireLaw(t *testing.T, doc *lang.Document, text string, span lang.Span) {
	t.Helper()
	require.NotEmpty(t, text)
	require.Equal(t, text, doc.Text[span.Start:span.End])
}

// nasty are texts that a careless reader would go over again and again.
var nasty = map[string]string{
	"one endless list":        "princìpi: a, b, " + strings.Repeat("a, ", 100000),
	"numbers":                 "tre misure: " + strings.Repeat("1) ", 100000),
	"ascending numbers":       strings.Repeat("tre misure: 1) a 2) b ", 20000),
	"heads":                   strings.Repeat("princìpi ", 100000),
	"heads that govern":       strings.Repeat("princìpi di pace, ", 50000),
	"heads and names":         strings.Repeat("valori di Roma, Milano, ", 50000),
	"conjunctions":            "valori: pace, " + strings.Repeat("lavoro e ", 100000),
	"conjunctions and commas": "valori: " + strings.Repeat("la pace e il lavoro, ", 50000),
	"open brackets":           strings.Repeat("valori (a, ", 50000),
	"open marks":              strings.Repeat("tre valori: «a, b ", 50000),
	"prepositions":            "nel rispetto " + strings.Repeat("della pace, ", 50000),
	"carriers":                strings.Repeat("basato sulla pace e ", 50000),
	"reversed heads":          strings.Repeat("pace, libertà, tre valori ", 30000),
	"bullets":                 "valori:\n" + strings.Repeat("- a\n", 50000),
	"ordinals":                "tre valori. " + strings.Repeat("Il primo è a. ", 50000),
	"relatives":               "valori: " + strings.Repeat("che ", 100000),
	"phrasings":               strings.Repeat("rispetto ", 100000),
}

func TestListsInLinearTime(t *testing.T) {
	for name, text := range nasty {
		t.Run(name, func(t *testing.T) {
			quarter, whole := lang.Parse(text[:len(text)/16]), lang.Parse(text[:len(text)/4])
			read := func(doc *lang.Document) func() {
				return func() {
					_, _ = findLists(t.Context(), doc, nil)
					Principles(doc)
				}
			}
			lineartest.Check(t, read(quarter), read(whole))
		})
	}
}

func BenchmarkListsWithoutLists(b *testing.B) {
	doc := lang.Parse(strings.Repeat("Il ministro degli Esteri è arrivato ieri sera a Bari con un volo di linea, ha cenato in un albergo del "+
		"centro e stamattina ha incontrato i pescatori del porto vecchio. ", 400))
	_, _ = findLists(b.Context(), doc, nil)
	b.ReportAllocs()
	for b.Loop() {
		_, _ = findLists(b.Context(), doc, nil)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mtokens/s")
}

func BenchmarkPrinciples(b *testing.B) {
	doc := lang.Parse(strings.Repeat("Il ministro difende la sovranità nazionale, il rispetto dei confini e la pace fra i popoli del mare. ", 400))
	Principles(doc)
	for b.Loop() {
		Principles(doc)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mtokens/s")
}
