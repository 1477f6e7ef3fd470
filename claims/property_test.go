package claims

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// propertyTexts returns the articles of the project and texts made of their sentences in any order, some with a line end or an odd
// sign in between. They are the same on every run.
func propertyTexts(t testing.TB) []string {
	files, err := filepath.Glob("../testdata/articles/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	texts := []string{ // where a length in bytes, or an apostrophe that stands for one alone, would tell
		"L'Agenzia Internazionale per l'Energia Atomica ha scritto a Teheran. L'AIEA aspetta l'esito dell'ispezione.",
		"Non è la \"linea dell'alba, dall'arrivo all'uscita, e l'ora dell'avvio\" che conta, ma l'orario.",
		"Sono arrivati da Kōbe e da İzmit Nāfi Kōji e Şükrü Çelik, che all'età di 44 anni hanno vinto all'una e mezza dell'8 marzo.",
	}
	var sentences []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		texts = append(texts, norm.NFC.String(string(text)))
		for sentence := range lang.Sentences(texts[len(texts)-1]) {
			sentences = append(sentences, sentence.Text)
		}
	}
	random := rand.New(rand.NewPCG(1954, 1975))
	between := []string{" ", " ", " ", "\n", "\n\n", " – ", " «", "» ", " (", "\"", "…", " perché ", " così: ", " 1) ", ", ", "\u00a0"}
	for range 60 {
		var b strings.Builder
		for range 2 + random.IntN(12) {
			b.WriteString(sentences[random.IntN(len(sentences))])
			b.WriteString(between[random.IntN(len(between))])
		}
		texts = append(texts, b.String())
	}
	return texts
}

// retyped is a text typed in another way, and where each byte of the first went.
type retyped struct {
	text  string
	moved []int
}

// retype replaces the characters of a text that a function knows another way to type.
func retype(text string, other func(text string, at int, r rune) string) retyped {
	var b strings.Builder
	moved := make([]int, len(text)+1)
	for at, r := range text {
		moved[at] = b.Len()
		b.WriteString(other(text, at, r))
	}
	moved[len(text)] = b.Len()
	return retyped{b.String(), moved}
}

// otherApostrophe types an apostrophe between letters the other way.
func otherApostrophe(text string, at int, r rune) string {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+utf8.RuneLen(r):])
	switch {
	case !unicode.IsLetter(before) || !unicode.IsLetter(after):
	case r == '\'':
		return "’"
	case r == '’':
		return "'"
	}
	return string(r)
}

// accentsApart types a letter and its accent as two characters (Unicode NFD).
func accentsApart(_ string, _ int, r rune) string { return norm.NFD.String(string(r)) }

// The typographic apostrophe and the straight one, and accents in one character with their letter or in their own, mean
// the same: all that is found stays, up to its offsets.
func TestTypingDoesNotMatter(t *testing.T) {
	for name, other := range map[string]func(string, int, rune) string{"apostrophes": otherApostrophe, "accents": accentsApart} {
		for i, text := range propertyTexts(t) {
			retyped := retype(text, other)
			t.Run(fmt.Sprintf("%s/%d", name, i), func(t *testing.T) { requireSame(t, text, retyped) })
		}
	}
}

// requireSame checks that a text and the same typed in another way hold the same.
func requireSame(t *testing.T, text string, retyped retyped) {
	t.Helper()
	want := findings(text, func(offset int) int { return retyped.moved[offset] })
	got := findings(retyped.text, func(offset int) int { return offset })
	require.Equal(t, want, got, text)
}

// findings lists all that the three layers find in a text, one line each, with its offsets moved and its words in one way
// of typing.
func findings(text string, move func(int) int) []string {
	var lines []string
	add := func(what string, span lang.Span, about ...any) {
		words := norm.NFC.String(strings.ReplaceAll(fmt.Sprint(about...), "’", "'"))
		lines = append(lines, fmt.Sprint(what, " ", move(span.Start), "-", move(span.End), " ", words))
	}
	a := Analyze(text)
	for _, t := range a.Document.Tokens {
		add("token", t.Span, t.Text, t.Kind.String(), lang.Fold(t.Text), lang.Stem(t.Text))
	}
	for _, s := range a.Document.Sentences {
		add("sentence", s.Span, s.Text, len(s.Tokens))
	}
	for _, q := range a.Document.Quoted() {
		add("quoted", q.Span, q.Depth, q.Closed)
	}
	for _, e := range a.Entities {
		add(e.Kind.String(), e.Span, e.ID, e.Name, e.Norm, e.Gender, e.Nominal)
	}
	for _, q := range a.Quotes {
		add(q.Form.String(), q.Span, q.Text, q.Source.Text, q.Source.Name, q.Source.Kind.String(), q.Cue.Text, q.Cue.Lemma, string(q.Cue.Act), q.Why, q.Continues)
	}
	for _, l := range a.Lists {
		add(string(l.Kind), l.Span, l.Head.Text, l.Declared)
		for _, item := range l.Items {
			add("item", item.Span, string(item.Principle))
		}
	}
	for _, p := range Principles(a.Document) {
		add("principle", p.Span, string(p.Principle))
	}
	return lines
}

// A paragraph more changes nothing about the tokens and sentences before and behind, nor about what is read sentence by
// sentence: mentions of principles. Names, speakers and IDs are those of the whole text and may change.
func TestParagraphsAreApart(t *testing.T) {
	texts := propertyTexts(t)
	for i, first := range texts {
		second := texts[(i+1)%len(texts)]
		const blank = "\n\n"
		behind := len(first) + len(blank)
		want := append(readApart(first, 0), readApart(second, behind)...)
		require.ElementsMatch(t, want, readApart(first+blank+second, 0), "%s\n\n%s", first, second)
	}
}

// readApart lists what is read sentence by sentence, with the offsets moved by some bytes.
func readApart(text string, by int) []string {
	var lines []string
	add := func(what string, span lang.Span) {
		lines = append(lines, fmt.Sprint(what, " ", span.Start+by, "-", span.End+by))
	}
	doc := lang.Parse(text)
	for _, t := range doc.Tokens {
		add(t.Kind.String(), t.Span)
	}
	for _, s := range doc.Sentences {
		add("sentence", s.Span)
	}
	for _, p := range Principles(doc) {
		add(string(p.Principle), p.Span)
	}
	return lines
}

// A paragraph that has to do with nothing, behind a text or before it, takes nothing from what is found: names, expressions,
// quotations and lists. Who speaks stays too where it stands behind; before a text it takes the place of the headline, from which a
// speaker may come who is named only below.
func TestAnUnrelatedParagraphTakesNothing(t *testing.T) {
	for _, text := range propertyTexts(t) {
		requireKept(t, text)
	}
}

func requireKept(t *testing.T, text string) {
	t.Helper()
	require.Empty(t, lost(text, text+"\n\n"+unrelated, 0, true), "behind %s", text)
	require.Empty(t, lost(text, unrelated+"\n\n"+text, len(unrelated)+2, false), "before %s", text)
}

const unrelated = "Domani pioverà sulle colline e la strada resterà chiusa al traffico pesante."

// lost lists what is found in a text and no more in a longer one, in which it stands some bytes further on.
func lost(text, longer string, by int, speakers bool) []string {
	still := map[string]bool{}
	for _, line := range found(longer, 0, speakers) {
		still[line] = true
	}
	return slices.DeleteFunc(found(text, by, speakers), func(line string) bool { return still[line] })
}

// found lists the entities, quotations and lists of a text, with their offsets moved by some bytes.
func found(text string, by int, speakers bool) (lines []string) {
	add := func(span lang.Span, about ...any) {
		lines = append(lines, fmt.Sprint(span.Start+by, "-", span.End+by, " ", fmt.Sprint(about...)))
	}
	a := Analyze(text)
	for _, e := range a.Entities {
		add(e.Span, e.Kind, e.Norm)
	}
	for _, q := range a.Quotes {
		add(q.Span, q.Form, q.Cue.Text)
		if speakers {
			add(q.Span, "said by ", q.Source.Name)
		}
	}
	for _, l := range a.Lists {
		add(l.Span, l.Kind, len(l.Items))
	}
	return lines
}

// However many processors there are, and whatever else they do, a text is read in one way.
func TestProcessorsDoNotMatter(t *testing.T) {
	texts := propertyTexts(t)
	want := make([]string, len(texts))
	for i, text := range texts {
		want[i] = analysisJSON(t, new(Analyzer), text)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, processors := range []int{1, 2, 7} {
		runtime.GOMAXPROCS(processors)
		got := make([]string, len(texts))
		shared := Analyzer{Extractor: new(extract.Extractor)}
		var group sync.WaitGroup
		for i, text := range texts {
			group.Go(func() { got[i] = analysisJSON(t, &shared, text) })
		}
		group.Wait()
		require.Equal(t, want, got, "with %d processors", processors)
	}
}

// A reading in the room of others finds what one finds that has room of its own, and one that was begun and given up
// leaves nothing behind.
func TestReadingsLeaveNothingBehind(t *testing.T) {
	used := newReading()
	quotes := func(r *reading, doc *lang.Document, entities []extract.Entity) []Quote {
		require.NoError(t, r.read(t.Context(), doc, entities))
		found, err := r.quotes(t.Context())
		require.NoError(t, err)
		return found
	}
	for i, text := range propertyTexts(t) {
		doc := lang.Parse(text)
		entities := extract.Entities(doc)
		require.Equal(t, quotes(newReading(), doc, entities), quotes(used, doc, entities), text)
		used.forget()
		_ = used.read(newLooks(i%5), doc, entities)
		used.forget()
	}
}

// The law of offsets, for all that an analysis holds: a value's Text is the bytes of the document at its Span. It is read from
// the JSON, so that no value is forgotten.
func TestLawOfOffsets(t *testing.T) {
	for _, text := range propertyTexts(t) {
		var analysis any
		require.NoError(t, json.Unmarshal([]byte(analysisJSON(t, new(Analyzer), text)), &analysis))
		require.NotZero(t, requireOffsets(t, text, analysis))
	}
}

// requireOffsets checks every object with a text that stands somewhere, and counts them.
func requireOffsets(t *testing.T, text string, value any) (checked int) {
	switch value := value.(type) {
	case []any:
		for _, element := range value {
			checked += requireOffsets(t, text, element)
		}
	case map[string]any:
		for _, field := range value {
			checked += requireOffsets(t, text, field)
		}
		words, hasText := value["text"].(string)
		start, hasStart := value["start"].(float64)
		end, hasEnd := value["end"].(float64)
		if hasText && hasStart && hasEnd {
			require.Equal(t, text[int(start):int(end)], words)
			checked++
		}
	}
	return checked
}
