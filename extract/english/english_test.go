package english_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/extract/english"
	"github.com/detto-it/detto/lang"
)

// communique is an Italian article that quotes an English communiqué.
const communique = `Il ministro degli Esteri Antonio Tajani ha incontrato ad Astana il collega kazako. Nel comunicato si legge: ` +
	`“The ministers of Italy and Kazakhstan welcomed the visit of President Xi Jinping to Berlin, and thanked Donald Trump ` +
	`for the support of the people of Ukraine.” Il testo è stato diffuso dalla Farnesina mercoledì.`

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

// unmarked takes the marks out again.
func unmarked(annotated string) string {
	for _, kind := range []string{"]PER", "]LOC", "]ORG"} {
		annotated = strings.ReplaceAll(annotated, kind, "")
	}
	return strings.ReplaceAll(annotated, "[", "")
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
		text := unmarked(test.text)
		assert.Equal(t, test.text, marked(text, english.Entities(lang.Parse(text))), test.why)
	}
}

func TestMerge(t *testing.T) {
	for _, test := range []struct{ why, text string }{
		{"the Italian names outside stay, the English ones come", strings.NewReplacer("Antonio Tajani", "[Antonio Tajani]PER",
			"Astana", "[Astana]LOC", "Italy", "[Italy]LOC", "Kazakhstan", "[Kazakhstan]LOC", "Xi Jinping", "[Xi Jinping]PER",
			"Berlin", "[Berlin]LOC", "Donald Trump", "[Donald Trump]PER", "Ukraine", "[Ukraine]LOC",
			"Farnesina", "[Farnesina]ORG").Replace(communique)},
		{"a verb is no part of a name", `The leaders of [China]LOC and [Germany]LOC met [Emmanuel Macron]PER in the end.`},
	} {
		doc := lang.Parse(unmarked(test.text))
		entities := english.Merge(doc, withoutNominal(extract.Entities(doc)))
		assert.Equal(t, test.text, marked(doc.Text, entities), test.why)
	}
}

func withoutNominal(entities []extract.Entity) (names []extract.Entity) {
	for _, e := range entities {
		if !e.Nominal {
			names = append(names, e)
		}
	}
	return names
}

func TestMergeJoinsBothLanguages(t *testing.T) {
	doc := lang.Parse(`Emmanuel Macron è arrivato a Berlino. “The words of Macron were for the people of the town,” they said to him.`)
	entities := english.Merge(doc, extract.Entities(doc))
	ids := map[int]int{}
	for _, e := range entities {
		if e.Kind == extract.Person {
			assert.Equal(t, "Emmanuel Macron", e.Name)
			ids[e.ID]++
		}
	}
	assert.Equal(t, map[int]int{entities[0].ID: 2}, ids)
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
