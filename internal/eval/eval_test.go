package eval_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/internal/eval"
	"github.com/detto-it/detto/internal/gold"
	"github.com/detto-it/detto/lang"
)

// at returns the span of words in a text, which must hold them.
func at(t *testing.T, text, words string) lang.Span {
	start := strings.Index(text, words)
	require.GreaterOrEqual(t, start, 0, words)
	return lang.Span{Start: start, End: start + len(words)}
}

func TestNames(t *testing.T) {
	const text = "Il governo danese ha scritto a Marta Riva, a Siena e alla Croce Verde."
	article := gold.Article{Text: text, Entities: []gold.Entity{
		{Span: at(t, text, "governo danese"), Type: "ORG", Nominal: true},
		{Span: at(t, text, "Marta Riva"), Type: "PER"},
		{Span: at(t, text, "Siena"), Type: "LOC"},
		{Span: at(t, text, "Croce Verde"), Type: "ORG"},
	}}
	found := []extract.Entity{
		{Span: at(t, text, "governo danese"), Kind: extract.Organization}, // right as an institution, no name too many
		{Span: at(t, text, "Marta Riva"), Kind: extract.Person},
		{Span: at(t, text, "Siena"), Kind: extract.Organization}, // the right span with the wrong kind: too many and missed
		{Span: at(t, text, "Croce"), Kind: extract.Organization}, // one end is wrong
		{Span: at(t, text, "danese"), Kind: extract.Cardinal},    // no kind of name
	}
	var s eval.Scores
	s.Add(&article, &claims.Analysis{Entities: found})
	assert.Equal(t, eval.Tally{Right: 1}, s.Kinds[extract.Person])
	assert.Equal(t, eval.Tally{Missed: 1}, s.Kinds[extract.Location])
	assert.Equal(t, eval.Tally{Extra: 2, Missed: 1}, s.Kinds[extract.Organization])
	assert.Equal(t, eval.Tally{Right: 1, Extra: 2, Missed: 2}, s.Names())
	assert.Equal(t, s.Names(), s.Core())
	assert.Equal(t, eval.Tally{Right: 2, Extra: 2, Missed: 2}, s.WithNominal())
	assert.InDelta(t, 1.0/3, s.Names().Precision(), 1e-9)
	assert.InDelta(t, 1.0/3, s.Names().Recall(), 1e-9)
	assert.InDelta(t, 1.0/3, s.Names().F1(), 1e-9)
	assert.Zero(t, eval.Tally{}.F1(), "nothing annotated, nothing found")
}

func TestDirect(t *testing.T) {
	const text = "«Si parte!», ha detto Riva. «Domani». Il «ponte» è lontano, «secondo me»."
	riva := at(t, text, "Riva")
	article := gold.Article{Text: text, Quotes: []gold.Quote{
		{Form: "quoted", Use: "speech", Span: at(t, text, "Si parte!"), Source: &riva, Speaker: "Marta Riva"},
		{Form: "quoted", Use: "speech", Span: at(t, text, "Domani"), Speaker: "Marta Riva"},
		{Form: "quoted", Use: "term", Span: at(t, text, "ponte")},
		{Form: "quoted", Use: "speech", Span: at(t, text, "secondo me")},
	}}
	found := []claims.Quote{
		{Span: at(t, text, "«Si parte!»"), Source: claims.Source{Span: riva, Name: "Riva"}},          // marks and "!" do not count
		{Span: at(t, text, "Domani"), Source: claims.Source{Span: at(t, text, "Il"), Name: "Bruni"}}, // the source is left out
		{Span: at(t, text, "ponte")}, // a term is no speech
	}
	var s eval.Scores
	s.Add(&article, &claims.Analysis{Quotes: found})
	assert.Equal(t, eval.Tally{Right: 2, Extra: 1, Missed: 1}, s.Direct)
	assert.Equal(t, eval.Share{Right: 1, Of: 2}, s.Source)
	assert.Equal(t, eval.Share{Right: 1, Of: 2}, s.Speaker)
}

// Names of one person agree if the words of one are among those of the other; articles do not count, and no name agrees with none.
func TestSpeaker(t *testing.T) {
	for _, c := range []struct {
		want, got string
		agree     bool
	}{
		{"Marta Riva", "Riva", true},
		{"Riva", "MARTA RIVA", true},
		{"il Comune di Siena", "Comune Siena", true},
		{"Marta Riva", "Marta Bruni", false},
		{"Marta Riva", "", false},
		{"il", "la", false},
	} {
		quote := gold.Quote{Form: "reported", Span: lang.Span{Start: 0, End: 4}, Speaker: c.want}
		article := gold.Article{Text: "Dice", Quotes: []gold.Quote{quote}}
		found := claims.Quote{Form: claims.Indirect, Span: quote.Span, Source: claims.Source{Name: c.got}}
		var s eval.Scores
		s.Add(&article, &claims.Analysis{Quotes: []claims.Quote{found}})
		assert.Equal(t, c.agree, s.IndirectSpeaker.Right == 1, "%q and %q", c.want, c.got)
	}
}

func TestReported(t *testing.T) {
	const text = "Riva dice che il ponte nuovo aprirà domani. Bruni nega che i lavori siano finiti. Si teme il maltempo."
	article := gold.Article{Text: text, Quotes: []gold.Quote{
		{Form: "reported", Span: at(t, text, "il ponte nuovo aprirà domani")},
		{Form: "reported", Span: at(t, text, "i lavori siano finiti")},
		{Form: "reported", Span: at(t, text, "il maltempo")},
	}}
	indirect := func(words string) claims.Quote { return claims.Quote{Form: claims.Indirect, Span: at(t, text, words)} }
	found := []claims.Quote{
		indirect("domani"),                  // one word of five: less than the next one
		indirect("ponte nuovo aprirà"),      // three of five: half is enough
		indirect("i lavori siano finiti."),  // the full stop is no word
		indirect("maltempo. "[:8]),          // one of two: just half
		indirect("Bruni nega che i lavori"), // taken by none
	}
	var s eval.Scores
	s.Add(&article, &claims.Analysis{Quotes: found})
	assert.Equal(t, eval.Tally{Right: 3, Extra: 2}, s.Indirect)
	assert.Equal(t, eval.Tally{Right: 1, Extra: 4, Missed: 2}, s.IndirectExact)
}

func TestLists(t *testing.T) {
	const text = "Tre principi: pace, rispetto reciproco e fiducia. Tra i settori energia, acqua, porti e strade."
	spans := func(words ...string) (spans []lang.Span) {
		for _, w := range words {
			spans = append(spans, at(t, text, w))
		}
		return spans
	}
	head := at(t, text, "Tre principi")
	article := gold.Article{Text: text, Lists: []gold.List{
		{Head: &head, Kind: "principles", Items: spans("pace", "rispetto reciproco", "fiducia"), Principles: []string{"peace", "mutual-respect", ""}},
		{Items: spans("energia", "acqua", "porti", "strade")}, // one of four items found: missed
	}}
	item := func(words string, p claims.Principle) claims.Item {
		return claims.Item{Span: at(t, text, words), Principle: p}
	}
	found := []claims.List{
		{Kind: claims.SectorList, Items: []claims.Item{item("energia", ""), item("acqua, porti", ""), item("e strade", "")}},
		{Kind: claims.ValueList, Head: claims.Phrase{Span: at(t, text, "principi")},
			Items: []claims.Item{item("pace,", "peace"), item("rispetto", "mutual-respect"), item("fiducia", "mutual-trust")}},
	}
	var s eval.Scores
	s.Add(&article, &claims.Analysis{Lists: found})
	assert.Equal(t, eval.Tally{Right: 1, Extra: 1, Missed: 1}, s.Lists)
	assert.Equal(t, eval.Tally{Right: 2, Extra: 1, Missed: 5}, s.Items, "the items of a list that is missed are missed")
	assert.Equal(t, eval.Share{Right: 1, Of: 1}, s.Head)
	assert.Equal(t, eval.Share{Right: 0, Of: 1}, s.ListKind)
	assert.Equal(t, eval.Share{Right: 1, Of: 3}, s.Principle)
}

// Two sentences of our own: a word of two parts, a word that the text leaves out, and a colon that ends a sentence.
const conllu = `# sent_id = 1
# text = Parla della pace:
1	Parla	_
2-3	della	_
2	di	_
3	la	_
4	pace	_
5	:	_

# sent_id = 2
# text = Nessuno ascolta.
1	Nessuno	_
1.1	lo	_
2	ascolta	_
3	.	_
`

func TestTreebank(t *testing.T) {
	file := filepath.Join(t.TempDir(), "own.conllu")
	require.NoError(t, os.WriteFile(file, []byte(conllu), 0o644))
	bank, err := eval.ReadTreebank(file)
	require.NoError(t, err)
	assert.Equal(t, "Parla della pace: Nessuno ascolta.", bank.Text)
	var tokens []string
	for _, span := range bank.Tokens {
		tokens = append(tokens, bank.Text[span.Start:span.End])
	}
	assert.Equal(t, []string{"Parla", "della", "pace", ":", "Nessuno", "ascolta", "."}, tokens)

	found, sentences := bank.Split(lang.Parser{Clauses: true})
	assert.Equal(t, eval.Tally{Right: 7}, found)
	assert.Equal(t, eval.Tally{Right: 2}, sentences)
	_, sentences = bank.Split(lang.Parser{})
	assert.Equal(t, eval.Tally{Extra: 1, Missed: 2}, sentences, "by itself the parser goes on after a colon")
}

func TestNotATreebank(t *testing.T) {
	file := filepath.Join(t.TempDir(), "own.conllu")
	require.NoError(t, os.WriteFile(file, []byte(conllu+"\n1\tsenza\t_\n"), 0o644))
	_, err := eval.ReadTreebank(file)
	require.ErrorIs(t, err, eval.ErrTreebank)
	require.ErrorContains(t, err, "sentence 3")
	_, err = eval.ReadTreebank(file + ".missing")
	require.ErrorIs(t, err, os.ErrNotExist)
}
