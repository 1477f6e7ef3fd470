package formats_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/formats"
	"github.com/detto-it/detto/internal/corpus"
	"github.com/detto-it/detto/lang"
)

// texts are written so that offsets in bytes, characters and UTF-16 units all differ.
var texts = []string{
	"",
	" \n",
	"😀 Perché l’Università di Cefalù è chiusa? «Mancano i fondi», ha detto la rettrice Anna Però.\n\n\tIl 3 luglio 2024  riapre. ",
	"Il sindaco di Forlì, Ugo\nRanieri, è a Roma | Milano.\r\nRanieri (63 anni) ha annunciato che 100% dei fondi arriverà.",
	"\xff Mario Rossi è \xfe a Torino\xc3.",
}

// articles are the texts above and those of testdata.
func articles(t testing.TB) []string {
	files, err := filepath.Glob("../testdata/articles/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	all := texts
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		all = append(all, string(text))
	}
	return all
}

func TestCoNLLURoundTrip(t *testing.T) {
	for _, text := range articles(t) {
		checkCoNLLU(t, claims.Analyze(text))
	}
}

// Several documents stand in one file, each with its own IDs.
func TestCoNLLUHoldsManyDocuments(t *testing.T) {
	var file bytes.Buffer
	for i, text := range texts {
		require.NoError(t, formats.WriteCoNLLU(&file, string(rune('a'+i)), claims.Analyze(text)))
	}
	documents, err := formats.ReadCoNLLU(&file)
	require.NoError(t, err)
	require.Len(t, documents, 3, "the two texts without tokens are not written")
	for i, document := range documents {
		require.Equal(t, texts[i+2], document.Text)
		require.Equal(t, string(rune('c'+i)), document.ID)
	}
}

// checkCoNLLU reads back what was written.
func checkCoNLLU(t *testing.T, a *claims.Analysis) {
	var file bytes.Buffer
	require.NoError(t, formats.WriteCoNLLU(&file, "x", a))
	documents, err := formats.ReadCoNLLU(&file)
	require.NoError(t, err)
	if len(a.Document.Tokens) == 0 {
		require.Empty(t, documents)
		return
	}
	require.Len(t, documents, 1)
	require.Equal(t, a.Document, documents[0].Document)
	var want []extract.Entity
	for _, e := range a.Entities {
		want = append(want, written(e, a.Document))
	}
	require.Equal(t, want, documents[0].Entities)
}

// written is an entity as CoNLL-U holds it: of whole tokens, without Score, Mod and Gender.
func written(e extract.Entity, doc *lang.Document) extract.Entity {
	for _, token := range doc.Tokens {
		if token.Overlaps(e.Span) {
			e.Start, e.End = min(e.Start, token.Start), max(e.End, token.End)
		}
	}
	e.Text, e.Score, e.Mod, e.Gender = doc.Text[e.Start:e.End], 1, "", ""
	return e
}

// A treebank's own file: contractions, an empty node, entities inside contractions, across sentences and one in the other.
func TestCoNLLUOfOthers(t *testing.T) {
	const file = `# global.Entity = eid-etype-head-other
# newdoc id = primo
# sent_id = 1
# text = Torna il sindaco della città di Pavia.
1	Torna	tornare	VERB	V	_	0	root	_	_
2	il	il	DET	RD	_	3	det	_	Entity=(sindaco-person-2
3	sindaco	sindaco	NOUN	S	_	1	nsubj	_	_
4-5	della	_	_	_	_	_	_	_	_
4	di	di	ADP	E	_	6	case	_	_
5	la	la	DET	RD	_	6	det	_	Entity=(pavia-place-2
5.1	_	_	_	_	_	_	_	_	_
6	città	città	NOUN	S	_	3	nmod	_	_
7	di	di	ADP	E	_	8	case	_	_
8	Pavia	Pavia	PROPN	SP	_	6	nmod	_	Entity=(pavia-LOC-1)pavia)sindaco)|SpaceAfter=No
9	.	.	PUNCT	FS	_	1	punct	_	_

1	Parla	parlare	VERB	V	_	0	root	_	Entity=(sindaco-person-1)

`
	documents, err := formats.ReadCoNLLU(strings.NewReader(file))
	require.NoError(t, err)
	require.Len(t, documents, 1)
	d := documents[0]
	assert.Equal(t, "primo", d.ID)
	assert.Equal(t, "Torna il sindaco della città di Pavia. Parla", d.Text)
	assert.Equal(t, "Torna il sindaco della città di Pavia.", d.Sentences[0].Text)
	assert.Equal(t, lang.Punct, d.Tokens[len(d.Tokens)-2].Kind)
	type entity struct {
		text, label string
		id          int
	}
	var got []entity
	for _, e := range d.Entities {
		got = append(got, entity{e.Text, e.Kind.String() + "/" + e.Label, e.ID})
	}
	assert.Equal(t, []entity{
		{"il sindaco della città di Pavia", "MISC/person", 0},
		{"della città di Pavia", "MISC/place", 1},
		{"Pavia", "LOC/", 1},
		{"Parla", "MISC/person", 0},
	}, got)
}

func TestReadersNameTheLine(t *testing.T) {
	for name, file := range map[string]string{
		"too few columns":      "# a\n1\tRoma\t_\n",
		"no number":            "# a\nuno\tRoma\t_\t_\t_\t_\t_\t_\t_\t_\n",
		"end without start":    "# a\n1\tRoma\t_\t_\t_\t_\t_\t_\t_\tEntity=e1)\n",
		"entity without end":   "# a\n1\tRoma\t_\t_\t_\t_\t_\t_\t_\tEntity=(e1-LOC\n",
		"entity that is words": "# a\n1\tRoma\t_\t_\t_\t_\t_\t_\t_\tEntity=Roma\n",
	} {
		_, err := formats.ReadCoNLLU(strings.NewReader(file))
		assert.ErrorIs(t, err, formats.ErrSyntax, name)
		assert.ErrorContains(t, err, "line 2", name)
	}
	for name, file := range map[string]string{
		"outside the text": "\nT1\tLOC 0 9\tRoma",
		"turned round":     "\nT1\tLOC 4 0\tRoma",
		"negative":         "\nT1\tLOC -1 4\tRoma",
		"no numbers":       "\nT1\tLOC zero quattro\tRoma",
		"no kind":          "\nT1",
	} {
		_, err := formats.ReadBrat("Roma", strings.NewReader(file))
		assert.ErrorIs(t, err, formats.ErrSyntax, name)
		assert.ErrorContains(t, err, "line 2", name)
	}
}

func TestBratRoundTrip(t *testing.T) {
	for _, text := range articles(t) {
		checkBrat(t, claims.Analyze(text))
	}
}

func checkBrat(t *testing.T, a *claims.Analysis) {
	var file bytes.Buffer
	require.NoError(t, formats.WriteBrat(&file, a))
	entities, err := formats.ReadBrat(a.Document.Text, &file)
	require.NoError(t, err)
	var want []extract.Entity
	for _, e := range a.Entities {
		e.Name, e.Score, e.Mod, e.Gender = "", 1, "", ""
		want = append(want, e)
	}
	require.Equal(t, want, entities)
}

// Relations join two groups that have a member in common, in whatever order they stand; fragments become one entity.
func TestBratOfOthers(t *testing.T) {
	const text = "È Ada.\nAda Lo Presti, cioè Lo Presti."
	entities, err := formats.ReadBrat(text, strings.NewReader(
		"T3\tPER 27 36\tLo Presti\nT2\tpersona 7 10;11 20\tAda Lo Presti\nT1\tPER 2 5\tAda\nT4\tQuote 0 1\tÈ\n"+
			"*\tEquiv T3 T2\n*\tEquiv T1 T3 T9\nE1\tArrivo:T4\nR1\tParente Arg1:T1 Arg2:T2\nA1\tNominal T2\n#1\tNorm T1\tQ1\n"))
	require.NoError(t, err)
	require.Len(t, entities, 3)
	for i, want := range []string{"Ada", "Ada Lo Presti", "Lo Presti"} {
		assert.Equal(t, want, entities[i].Text)
		assert.Equal(t, 0, entities[i].ID)
	}
	assert.Equal(t, "persona", entities[1].Label)
	assert.True(t, entities[1].Nominal)
	assert.Equal(t, "Q1", entities[0].Norm)
}

// What WriteBIO writes is what training reads.
func TestBIOIsRead(t *testing.T) {
	var file bytes.Buffer
	for _, text := range articles(t) {
		require.NoError(t, formats.WriteBIO(&file, claims.Analyze(text)))
	}
	examples, err := corpus.ReadColumns(&file)
	require.NoError(t, err)
	for i, text := range articles(t)[2:] { // two have no tokens
		var want, got []string
		for _, e := range claims.Analyze(text).Entities {
			name := e.Kind.String()
			if e.Nominal {
				name += ".nominal"
			}
			want = append(want, strings.Join(strings.Fields(e.Text), "")+" "+name)
		}
		for _, name := range examples[i].Names {
			words := examples[i].Text[name.Start:name.End]
			got = append(got, strings.Join(strings.Fields(words), "")+" "+name.Label)
		}
		assert.Equal(t, want, got)
	}
}

func TestWebAnnotations(t *testing.T) {
	for _, text := range articles(t) {
		checkWebAnnotations(t, claims.Analyze(text))
	}
}

// checkWebAnnotations finds every target again by its characters and by what stands around it.
func checkWebAnnotations(t *testing.T, a *claims.Analysis) {
	var file bytes.Buffer
	require.NoError(t, formats.WriteWebAnnotations(&file, "https://example.org/a", a))
	var page struct {
		Items []struct {
			ID     string
			Body   []struct{ Type, Purpose, Value string }
			Target struct {
				Source   string
				Selector []struct {
					Type, Exact, Prefix, Suffix string
					Start, End                  int
				}
			}
		}
	}
	require.NoError(t, json.Unmarshal(file.Bytes(), &page))
	characters := []rune(a.Document.Text)
	for _, item := range page.Items {
		require.Len(t, item.Target.Selector, 2)
		position, quote := item.Target.Selector[0], item.Target.Selector[1]
		require.Equal(t, string(characters[position.Start:position.End]), quote.Exact)
		require.Equal(t, string(characters[max(0, position.Start-32):position.Start]), quote.Prefix)
		require.Equal(t, string(characters[position.End:min(position.End+32, len(characters))]), quote.Suffix)
		require.NotEmpty(t, item.Body)
	}
	require.GreaterOrEqual(t, len(page.Items), len(a.Entities)+len(a.Quotes))
}

// failing is a writer that fails after some bytes.
type failing struct{ left int }

var errFull = errors.New("full")

func (f *failing) Write(data []byte) (int, error) {
	if f.left -= len(data); f.left < 0 {
		return 0, errFull
	}
	return len(data), nil
}

func TestWritersReturnTheErrorsOfTheWriter(t *testing.T) {
	a := claims.Analyze(strings.Repeat(texts[2], 100))
	assert.ErrorIs(t, formats.WriteBIO(&failing{4096}, a), errFull)
	assert.ErrorIs(t, formats.WriteBrat(&failing{4096}, a), errFull)
	assert.ErrorIs(t, formats.WriteCoNLLU(&failing{4096}, "x", a), errFull)
	assert.ErrorIs(t, formats.WriteWebAnnotations(&failing{4096}, "x", a), errFull)
}

// Entities of a user's own need not be tokens, and their labels may hold anything.
func TestLabelsOfUsers(t *testing.T) {
	const text = "Il gruppo ENI-Saipem."
	doc := lang.Parse(text)
	start := strings.Index(text, "Saipem")
	a := &claims.Analysis{Document: doc, Entities: []extract.Entity{{
		Text: "Saipem", Span: lang.Span{Start: start, End: start + 6}, Kind: extract.Misc, Label: "società-(quotata)|50%", Norm: "IT\t1", Name: "Sai-pem"}}}
	checkCoNLLU(t, a)

	var file bytes.Buffer
	require.NoError(t, formats.WriteBrat(&file, a))
	entities, err := formats.ReadBrat(text, &file)
	require.NoError(t, err)
	assert.Equal(t, "societ_-_quotata__50_", entities[0].Label)
	assert.Equal(t, "Saipem", entities[0].Text)
}

func FuzzRoundTrip(f *testing.F) {
	for _, text := range articles(f) {
		if len(text) < 500 {
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := claims.Analyze(text)
		checkCoNLLU(t, a)
		checkBrat(t, a)
		checkWebAnnotations(t, a)
		require.NoError(t, formats.WriteBIO(&bytes.Buffer{}, a))
	})
}

// The name of a document is anything: it breaks neither the lines of CoNLL-U nor JSON.
func FuzzIdentifiers(f *testing.F) {
	for _, id := range []string{"a", "", "a\nb", "\r# text = x\n", "\xff", "\u2028\"</script>"} {
		f.Add(id, "Anna Verri vive a Lodi.\nÈ tardi.")
	}
	f.Fuzz(func(t *testing.T, id, text string) {
		a := claims.Analyze(text)
		var file bytes.Buffer
		require.NoError(t, formats.WriteCoNLLU(&file, id, a))
		documents, err := formats.ReadCoNLLU(&file)
		require.NoError(t, err)
		if len(a.Document.Tokens) > 0 {
			require.Len(t, documents, 1)
			require.Equal(t, a.Document, documents[0].Document)
		}
		file.Reset()
		require.NoError(t, formats.WriteWebAnnotations(&file, id, a))
		require.True(t, json.Valid(file.Bytes()))
	})
}

// The readers take anything without a panic, and what they return lies in the text.
func FuzzReaders(f *testing.F) {
	for _, text := range texts {
		var conllu, brat bytes.Buffer
		a := claims.Analyze(text)
		require.NoError(f, formats.WriteCoNLLU(&conllu, "x", a))
		require.NoError(f, formats.WriteBrat(&brat, a))
		f.Add(conllu.String(), text)
		f.Add(brat.String(), text)
	}
	f.Fuzz(func(t *testing.T, file, text string) {
		if entities, err := formats.ReadBrat(text, strings.NewReader(file)); err == nil {
			checkSpans(t, text, entities)
		}
		documents, err := formats.ReadCoNLLU(strings.NewReader(file))
		if err != nil {
			require.ErrorIs(t, err, formats.ErrSyntax)
		}
		for _, d := range documents {
			checkSpans(t, d.Text, d.Entities)
			require.True(t, !utf8.ValidString(file) || utf8.ValidString(d.Text))
		}
	})
}

func checkSpans(t *testing.T, text string, entities []extract.Entity) {
	for i, e := range entities {
		require.Equal(t, text[e.Start:e.End], e.Text)
		require.True(t, i == 0 || entities[i-1].Start <= e.Start)
	}
}
