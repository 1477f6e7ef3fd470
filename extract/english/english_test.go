package english_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/extract/english"
	"github.com/detto-it/detto/lang"
)

// communique is an Italian article that quotes an English communiqué.
const communique = `Il ministro degli Esteri Antonio Tajani ha incontrato ad Astana il collega kazako. Nel comunicato si legge: ` +
	`“The ministers of Italy and Kazakhstan welcomed the visit of President Xi Jinping to Berlin, and thanked Donald Trump ` +
	`for the support of the people of Ukraine.” Il testo è stato diffuso mercoledì.`

// marked writes the text with its names in brackets and their kinds behind them.
func marked(text string, entities []extract.Entity) string {
	var b strings.Builder
	at := 0
	for _, e := range entities {
		if e.Kind.IsName() {
			fmt.Fprintf(&b, "%s[%s]%s", text[at:e.Start], text[e.Start:e.End], e.Kind)
			at = e.End
		}
	}
	return b.String() + text[at:]
}

func TestEntities(t *testing.T) {
	for _, test := range []struct{ why, text string }{
		{"Italian alone has no English names", `Il presidente Mattarella è a Parigi con Emmanuel Macron.`},
		{"a sentence is English by its function words", `The ministers met in [Paris]LOC and will meet again in [Berlin]LOC.`},
		{"only what is quoted is English",
			`A Roma Tajani ha letto il testo: «We stand with the people of [Ukraine]LOC and of [Georgia]LOC».`},
		{"an Italian quotation in an English sentence is not read",
			`The people of [Italy]LOC know what it is: "Viva la Germania e la Francia" was the song of the day.`},
		{"typographic marks and apostrophes keep their bytes",
			`“It’s the duty of [Germany]LOC,” he said, “and it’s the duty of [France]LOC, isn’t it?”`},
		{"accents before a name don't move it", `The café of the hôtel in [Paris]LOC was the place where they met.`},
		{"a word that prose drops loses nothing else", `'sup is what they said to the men of [Germany]LOC when they met.`},
		{"a word that prose can't read loses nothing else",
			`The İİİİ'll of ` + strings.Repeat("(", 300) + ` was the talk of [Germany]LOC and of the world.`},
		{"a name goes on over the proper nouns behind it", `The talks of [Keir Starmer]PER with the others were at an end.`},
	} {
		text, _ := annotated(test.text)
		assert.Equal(t, test.text, marked(text, english.Entities(lang.Parse(text))), test.why)
	}
}

func TestMerge(t *testing.T) {
	for _, test := range []struct{ why, italian, want string }{
		{"Italian names outside stay as they are",
			`[Astana]ORG ospita [Antonio Tajani]PER: “They met with the people of Ukraine.”`,
			`[Astana]ORG ospita [Antonio Tajani]PER: “They met with the people of [Ukraine]LOC.”`},
		{"a verb is no part of a name",
			`The leaders [praised the Shanghai Cooperation Organisation]ORG and the people of Georgia.`,
			`The leaders praised the [Shanghai Cooperation Organisation]LOC and the people of [Georgia]LOC.`},
		{"nor does a conjunction join two names",
			`The ministers of [Germany and Greece]ORG met with the others.`,
			`The ministers of [Germany]LOC and [Greece]LOC met with the others.`},
		{"the longer name stays: the Italian one", `They met with the [Department of State of Ukraine]ORG and the others.`,
			`They met with the [Department of State of Ukraine]ORG and the others.`},
		{"the longer name stays: the English one", `The visit of [Donald]PER Trump was the end of it.`,
			`The visit of [Donald Trump]PER was the end of it.`},
		{"what prose can't read does not cost an Italian name", `They met the men of [İİİLL]LOC and of the others.`,
			`They met the men of [İİİLL]LOC and of the others.`},
		{"an office before a full name is no part of it", `They met with Spokesman [John Miller]PER for the first time.`,
			`They met with Spokesman [John Miller]PER for the first time.`},
		{"of two equally long ones the Italian one stays", `The people of [Ukraine]ORG met with the others.`,
			`The people of [Ukraine]ORG met with the others.`},
	} {
		text, italian := annotated(test.italian)
		assert.Equal(t, test.want, marked(text, english.Merge(lang.Parse(text), italian)), test.why)
	}
}

// annotated takes the marks out of a text and returns the entities that they mark.
func annotated(marks string) (text string, entities []extract.Entity) {
	parts := strings.Split(marks, "[")
	text = parts[0]
	for _, part := range parts[1:] {
		name, rest, _ := strings.Cut(part, "]")
		kind := strings.TrimRight(rest[:min(len(rest), 3)], " ")
		e := extract.Entity{Text: name, Span: lang.Span{Start: len(text), End: len(text) + len(name)}, Score: 1}
		if err := e.Kind.UnmarshalText([]byte(kind)); err != nil {
			panic(err)
		}
		entities = append(entities, e)
		text += name + strings.TrimPrefix(rest, kind)
	}
	return text, entities
}

func TestMergeJoinsBothLanguages(t *testing.T) {
	text, italian := annotated(`[Donald Trump]PER è ad Ankara. “The visit of Donald Trump was for the people of the town,” they said to him.`)
	entities := english.Merge(lang.Parse(text), italian)
	require.Len(t, entities, 2)
	assert.Equal(t, entities[0].ID, entities[1].ID, "the same person in both languages")
	assert.Equal(t, "Donald Trump", entities[1].Name)
}

func TestMergeLeavesItsArgument(t *testing.T) {
	doc := lang.Parse(communique)
	italian := extract.Entities(doc)
	before := append([]extract.Entity(nil), italian...)
	english.Merge(doc, italian)
	assert.Equal(t, before, italian)
}

func TestMergeOfItalian(t *testing.T) {
	doc := lang.Parse(`Il 3 luglio il presidente Mattarella ha visto Macron a Parigi. «Un incontro utile», ha detto Mattarella.`)
	italian := extract.Entities(doc)
	assert.Equal(t, italian, english.Merge(doc, italian))
}

func TestGoroutines(t *testing.T) {
	want := english.Entities(lang.Parse(communique))
	require.NotEmpty(t, want)
	var group sync.WaitGroup
	for range 64 {
		group.Go(func() { assert.Equal(t, want, english.Entities(lang.Parse(communique))) })
	}
	group.Wait()
}

// looks is a context that ends when it is looked at for the last time that it bears.
type looks struct {
	context.Context
	left int
}

func (c *looks) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

// Wherever the context ends, all that comes back is its error.
func TestContextEnds(t *testing.T) {
	doc := lang.Parse(strings.Repeat(communique+"\n\n", 5))
	entities := extract.Entities(doc)
	const enough = 20
	for left := range enough {
		got, err := english.MergeContext(&looks{t.Context(), left}, doc, entities)
		if err == nil {
			require.Greater(t, left, 5, "each communiqué is looked at")
			require.Equal(t, english.Merge(doc, entities), got)
			return
		}
		require.ErrorIs(t, err, context.Canceled)
		require.Nil(t, got)
		_, err = english.EntitiesContext(&looks{t.Context(), left}, doc)
		require.ErrorIs(t, err, context.Canceled)
	}
	t.Error("the context is looked at too often")
}

func FuzzMerge(f *testing.F) {
	f.Add(communique)
	f.Add("It’s the duty of “Germany” and &rsquo; of the 'sup n't \xff of İ'll U.S. (-8 $100")
	f.Add("the of and the\tof — «the of and», \"the of 'the and of' Paris\" - -- $ ( \" [")
	f.Fuzz(func(t *testing.T, text string) {
		doc := lang.Parse("The people of Germany and of the " + text)
		for _, entities := range [][]extract.Entity{english.Entities(doc), english.Merge(doc, extract.Entities(doc))} {
			end := 0
			for _, e := range entities {
				require.Equal(t, e.Text, doc.Text[e.Start:e.End])
				require.LessOrEqual(t, end, e.Start)
				require.Less(t, e.Start, e.End)
				end = e.End
			}
		}
	})
}

func ExampleEntities() {
	doc := lang.Parse(`Si legge nel testo: «The people of Italy thanked Donald Trump for the visit to Germany».`)
	for _, e := range english.Entities(doc) {
		fmt.Println(e.Kind, e.Text)
	}
	// Output:
	// LOC Italy
	// PER Donald Trump
	// LOC Germany
}

func ExampleEntitiesContext() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	entities, err := english.EntitiesContext(ctx, lang.Parse("The people of Italy thanked the people of Germany."))
	fmt.Println(len(entities), err)
	// Output: 2 <nil>
}

func ExampleMergeContext() {
	doc := lang.Parse("Il testo dice: «The people of Italy thanked the people of Germany».")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	entities, err := english.MergeContext(ctx, doc, extract.Entities(doc))
	fmt.Println(entities, err)
	// Output: [] context canceled
}

func ExampleMerge() {
	doc := lang.Parse(`Il premier Keir Starmer parla a Londra: «We stand with the people of Ukraine and of Georgia».`)
	for _, e := range english.Merge(doc, extract.Entities(doc)) {
		fmt.Println(e.ID, e.Kind, e.Text)
	}
	// Output:
	// 0 PER Keir Starmer
	// 1 LOC Londra
	// 2 LOC Ukraine
	// 3 LOC Georgia
}

func TestCommunique(t *testing.T) {
	want := `Il ministro degli Esteri Antonio Tajani ha incontrato ad Astana il collega kazako. Nel comunicato si legge: ` +
		`“The ministers of [Italy]LOC and [Kazakhstan]LOC welcomed the visit of President [Xi Jinping]PER to [Berlin]LOC, ` +
		`and thanked [Donald Trump]PER for the support of the people of [Ukraine]LOC.” Il testo è stato diffuso mercoledì.`
	assert.Equal(t, want, marked(communique, english.Entities(lang.Parse(communique))))
}

// TestLongInput fails by its time if that is not linear.
func TestLongInput(t *testing.T) {
	for _, unit := range []string{"the of and (", "'sup of the ", "(((((((", "of the “and ", "the\n\nof of ", "The people of Germany. "} {
		doc := lang.Parse("The people of the " + strings.Repeat(unit, 2_000))
		english.Merge(doc, extract.Entities(doc))
	}
}
