package names

import (
	"bytes"
	"context"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/internal/lineartest"
	"github.com/detto-it/detto/lang"
)

// mark writes a text with the names that a model finds marked: "{Milano|LOC}".
func mark(m *Model, text string) string {
	doc := lang.Parse(text)
	var b strings.Builder
	at := 0
	names, _ := m.Names(context.Background(), doc, nil)
	for _, name := range names {
		start, end := doc.Tokens[name.First].Start, doc.Tokens[name.End-1].End
		b.WriteString(text[at:start] + "{" + text[start:end] + "|" + name.Label + "}")
		at = end
	}
	return b.String() + text[at:]
}

// What Default takes on trust is whole.
func TestEmbeddedFilesAreWhole(t *testing.T) {
	_, err := Open(modelData)
	require.NoError(t, err)
	known, err := openKnowledge()
	require.NoError(t, err)
	require.NoError(t, known.names.Verify())
	require.NoError(t, known.classes.Verify())
}

func TestDefaultModelReadsPlainNews(t *testing.T) {
	model, err := Default()
	require.NoError(t, err)
	cases := []struct{ name, want string }{
		{"a person, a place, an institution", "Il ministro {Ettore Valmarana|PER} è arrivato a {Berlino|LOC} per incontrare la {Banca centrale europea|ORG}."},
		{"a surname alone is the person of the full name", "La regista {Ilda Brancaleone|PER} vive a {Lecce|LOC}. {Brancaleone|PER} lavora a un film."},
		{"a nominal institution", "Il {governo francese|ORG.nominal} ha smentito."},
		{"a headline", "{Draghi|PER}: «Serve più {Europa|LOC}»"},
		{"no name at all", "Ieri sera ha piovuto molto e le strade sono rimaste vuote."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			plain := strings.NewReplacer("{", "", "}", "", "|PER", "", "|LOC", "", "|ORG.nominal", "", "|ORG", "").Replace(c.want)
			require.Equal(t, c.want, mark(model, plain))
		})
	}
}

func TestCapitalsTellNothingInSomeSentences(t *testing.T) {
	model, err := Default()
	require.NoError(t, err)
	require.Contains(t, mark(model, "IL PRESIDENTE SERGIO MATTARELLA VOLA A PARIGI PER IL VERTICE"), "{SERGIO MATTARELLA|PER}")
	require.Contains(t, mark(model, "il presidente sergio mattarella vola a parigi per il vertice"), "{sergio mattarella|PER}")
}

func TestModelOpensQuickly(t *testing.T) {
	shortest := time.Hour
	for range 20 {
		begun := lineartest.WorkTime()
		_, err := Open(modelData)
		require.NoError(t, err)
		shortest = min(shortest, lineartest.WorkTime()-begun)
	}
	if testing.Short() {
		t.Skip("measures time")
	}
	require.Less(t, shortest, 20*time.Millisecond, "the file is read in place; 3 ms on an idle machine")
}

func TestEqualOutputFromManyGoroutines(t *testing.T) {
	model, err := Default()
	require.NoError(t, err)
	text := strings.Repeat("La sindaca Anna Verri ha incontrato a Modena i vertici della Cgil. Verri tornerà in Emilia. ", 20)
	want := mark(model, text)
	var group sync.WaitGroup
	for range 64 {
		group.Add(1)
		go func() {
			defer group.Done()
			if got := mark(model, text); got != want {
				t.Error("a goroutine found other names")
			}
		}()
	}
	group.Wait()
}

// A document of several parts is read as its parts are; indexes are those of the document.
func TestPartsCoverTheDocument(t *testing.T) {
	text := strings.Repeat("A Siena il palio è finito. ", partTokens/3)
	doc := lang.Parse(text)
	tokens, sentences := 0, 0
	for p := range parts(doc, doc.Quoted()) {
		require.Equal(t, tokens, p.first)
		tokens += len(p.tokens)
		sentences += len(p.sentences)
	}
	require.Equal(t, len(doc.Tokens), tokens)
	require.Equal(t, len(doc.Sentences), sentences)
	model, err := Default()
	require.NoError(t, err)
	names, err := model.Names(t.Context(), doc, nil)
	require.NoError(t, err)
	for _, name := range names {
		require.Equal(t, "Siena", doc.Tokens[name.First].Text)
	}
}

func TestTags(t *testing.T) {
	require.Equal(t, []string{"O", "B-LOC", "I-LOC", "B-PER", "I-PER"}, tagsOf([]string{"PER", "LOC"}))
	for _, text := range []string{"B", "X-PER", "B-", "", "I"} {
		_, err := parseTag(text)
		require.Error(t, err, text)
	}
	begin, inside := tag{"PER", begins}, tag{"PER", continues}
	require.True(t, follows(begin, inside))
	require.True(t, follows(inside, begin))
	require.False(t, follows(tag{}, inside))
	require.False(t, follows(tag{"LOC", begins}, inside))
}

func TestMapCaseKeepsOffsets(t *testing.T) {
	const text = "Perché «ß» è Città di Ĳssel? ŉ \xff\xc3"
	require.Len(t, MapCase(text, unicode.ToUpper), len(text))
	require.Equal(t, "PERCHÉ", MapCase(text, unicode.ToUpper)[:len("PERCHÉ")])
}

// A tiny model learns what it is shown, and its file is the same each time.
func TestTrainingIsDeterministic(t *testing.T) {
	examples := []Example{}
	for _, city := range []string{"Lodi", "Pavia", "Sondrio", "Varese", "Cremona", "Mantova"} {
		text := "Il treno per " + city + " parte alle nove."
		start := strings.Index(text, city)
		examples = append(examples, Example{text, []Annotation{{lang.Span{Start: start, End: start + len(city)}, "CITY"}}})
	}
	train := func() []byte {
		training, err := NewTraining([]string{"CITY"}, nil)
		require.NoError(t, err)
		for _, example := range examples {
			require.NoError(t, training.Add(example))
		}
		weights, err := training.Trainer().Train(training.Instances(func(int) bool { return true }))
		require.NoError(t, err)
		var file bytes.Buffer
		_, err = weights.WriteTo(&file)
		require.NoError(t, err)
		return file.Bytes()
	}
	file := train()
	require.Equal(t, file, train())
	model, err := Open(file)
	require.NoError(t, err)
	require.Equal(t, []string{"CITY"}, model.Labels())
	require.Equal(t, "Il treno per {Lecco|CITY} parte alle dieci.", mark(model, "Il treno per Lecco parte alle dieci."))
}

func TestOtherFilesAreRefused(t *testing.T) {
	for name, data := range map[string][]byte{"empty": nil, "text": []byte("not a model"), "cut": modelData[:len(modelData)/2]} {
		_, err := Open(data)
		require.ErrorIs(t, err, ErrModel, name)
	}
	_, err := NewTraining([]string{"PER"}, []string{"no-such-template"})
	require.ErrorContains(t, err, "no-such-template")
}
