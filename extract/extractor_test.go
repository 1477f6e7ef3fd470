package extract

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/detto-it/detto/lang"
)

// named returns the texts of the entities of some kinds.
func named(entities []Entity, kinds ...Kind) (texts []string) {
	for _, e := range entities {
		for _, kind := range kinds {
			if e.Kind == kind {
				texts = append(texts, e.Text)
			}
		}
	}
	return texts
}

func TestKindsLimitWhatIsReturned(t *testing.T) {
	doc := lang.Parse("Il 3 luglio Elena Bruni ha venduto a Parigi 40 quadri.")
	all := Entities(doc)
	require.Equal(t, []string{"Elena Bruni"}, named(all, Person))
	require.Equal(t, []string{"3 luglio"}, named(all, Date))
	x := Extractor{Kinds: []Kind{Location}}
	only := x.Entities(doc)
	require.Len(t, only, 1)
	require.Equal(t, "Parigi", only[0].Text)
	require.Equal(t, all[2].ID, only[0].ID, "an ID does not depend on what is returned")
}

func TestGazetteer(t *testing.T) {
	const text = "Stasera suonano i Parigi Bianca al circolo Sole d'oro, poi il sole cala."
	doc := lang.Parse(text)
	wins := Extractor{Gazetteer: NewGazetteer([]GazetteerEntry{
		{Name: "Parigi Bianca", Kind: Organization, Norm: "band-7", Wins: true},
		{Name: "Sole d'Oro", Kind: Location, Wins: true},
	})}
	entities := wins.Entities(doc)
	require.Equal(t, []string{"Parigi Bianca"}, named(entities, Organization))
	require.Contains(t, named(entities, Location), "Sole d'oro")
	for _, e := range entities {
		if e.Text == "Parigi Bianca" {
			require.Equal(t, "band-7", e.Norm)
		}
		require.NotEqual(t, "sole", e.Text, "a name with a capital is not found without")
	}
}

func TestGazetteerYieldsToTheModel(t *testing.T) {
	doc := lang.Parse("La cantante Elena Bruni è nata a Lodi.")
	yields := Extractor{Gazetteer: NewGazetteer([]GazetteerEntry{{Name: "Bruni", Kind: Organization}, {Name: "nata", Kind: Misc}})}
	entities := yields.Entities(doc)
	require.Equal(t, []string{"Elena Bruni"}, named(entities, Person))
	require.Empty(t, named(entities, Organization))
	require.Equal(t, []string{"nata"}, named(entities, Misc), "where the model finds nothing the list counts")
}

func TestFiguresTellThingsApart(t *testing.T) {
	ids := map[int]string{}
	for _, e := range Entities(lang.Parse("Ha due case, tre gatti e cinque auto; nel 2027 e nel 2031 pagherà 10 euro e poi 20 euro.")) {
		require.Empty(t, ids[e.ID], "%s is not %s", e.Text, ids[e.ID])
		ids[e.ID] = e.Text
	}
	require.GreaterOrEqual(t, len(ids), 7)
	x := Extractor{Gazetteer: NewGazetteer([]GazetteerEntry{{Name: "Aula 7", Kind: Work, Wins: true}})}
	require.Equal(t, []string{"Aula 7"}, named(x.Entities(lang.Parse("L'esame è in Aula 7.")), Work))
	require.Empty(t, named(x.Entities(lang.Parse("L'esame è in Aula 9.")), Work))
}

// Mentions of the same thing have one ID and the fullest name. The number after a mark is the thing.
func TestClusters(t *testing.T) {
	cases := []struct{ name, text string }{
		{"a surname is the person", "[Simon Lee]0 dirige il gruppo. [Lee]0 ha parlato a [Nottingham]1."},
		{"a first name is the person", "[Ursula Marconi]0 è attrice. Per [Ursula]0 è una festa."},
		{"a country by its code", "Gli [Stati Uniti]0 e la [Cina]1 trattano. Gli [Usa]0 chiedono tempo."},
		{"an acronym in brackets", "L'[Organizzazione mondiale della sanità]0 ([Oms]0) avverte. Per l'[Oms]0 il virus è nuovo."},
		{"an acronym before its name", "La [Bce]0 rinvia il taglio. La [Banca centrale europea]0 deciderà a marzo."},
		{"initials without small words", "L'[Idv]0 vota contro. L'[Italia dei Valori]0 chiede le dimissioni."},
		{"other initials are another thing", "La [Banca centrale europea]0 tratta con la [Fifa]1."},
		{"accents or none", "[Ayman al-Zawāhirī]0 è ricercato. [Zawahiri]0 è apparso in un video."},
		{"a pope by the name he was born with", "Papa [Benedetto XVI]0 è a [Colonia]1. [Ratzinger]0 incontra i giovani."},
		{"a surname that stands for a relative has no alias", "[Marina Berlusconi]0 è a [Milano]1. [Berlusconi]0 ricorda [Silvio Berlusconi]2."},
		{"the first word of an organisation", "[Amnesty International]0 denuncia. Secondo [Amnesty]0 i casi sono cento."},
		{"two persons of one surname are two", "[Anna Verri]0 e [Luca Verri]1 hanno aperto un forno a [Lodi]2."},
		{"capitals of a line", "[BUKHARA]0 - I colloqui riprendono a [Bukhara]0."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text, want := readMarks(c.text)
			var got []markedThing
			for _, e := range Entities(lang.Parse(text)) {
				if e.Kind.IsName() && !e.Nominal {
					got = append(got, markedThing{e.Text, -1})
				}
			}
			require.Equal(t, len(want), len(got), "%v", got)
			things := map[int]int{}
			i := 0
			for _, e := range Entities(lang.Parse(text)) {
				if !e.Kind.IsName() || e.Nominal {
					continue
				}
				require.Equal(t, want[i].text, e.Text)
				if id, seen := things[want[i].thing]; seen {
					require.Equal(t, id, e.ID, e.Text)
				}
				for thing, id := range things {
					if thing != want[i].thing {
						require.NotEqual(t, id, e.ID, e.Text)
					}
				}
				things[want[i].thing] = e.ID
				i++
			}
		})
	}
}

// A name that only the capitals of a headline write large is told as the text writes it, in whatever way its accents were typed.
func TestNamesOfHeadlines(t *testing.T) {
	for text, name := range map[string]string{
		"BUKHARA - I colloqui riprendono a Bukhara.": "Bukhara",
		"PERÙ - I colloqui riprendono in Perù.":      "Perù",
		"L'ONU tratta. Per l'Onu è tardi.":           "ONU", // an acronym, in either form
	} {
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			for _, e := range Entities(lang.Parse(form.String(text))) {
				require.Equal(t, form.String(name), e.Name, text)
			}
		}
	}
}

// markedThing is a mention in the text of a test, and the thing that it stands for.
type markedThing struct {
	text  string
	thing int
}

// readMarks takes the marks out of "[Simon Lee]0 dirige".
func readMarks(marked string) (text string, things []markedThing) {
	for {
		before, rest, found := strings.Cut(marked, "[")
		text += before
		if !found {
			return text, things
		}
		mention, after, _ := strings.Cut(rest, "]")
		things = append(things, markedThing{mention, int(after[0] - '0')})
		text, marked = text+mention, after[1:]
	}
}

func TestNamesTellTheirCountryAndGender(t *testing.T) {
	for _, e := range Entities(lang.Parse("Giulia Venturi vola in Kazakistan.")) {
		switch e.Kind {
		case Person:
			require.Equal(t, "f", e.Gender)
		case Location:
			require.Equal(t, "KZ", e.Norm)
		}
	}
}

func TestReadModel(t *testing.T) {
	data, err := os.ReadFile("../internal/names/data/model.bin")
	require.NoError(t, err)
	model, err := ReadModel(bytes.NewReader(data))
	require.NoError(t, err)
	require.Equal(t, []string{"EVENT", "LOC", "MISC", "ORG", "ORG.nominal", "PER", "WORK"}, model.Labels())
	doc := lang.Parse("Il governo francese è caduto, dice Elena Bruni.")
	require.Equal(t, Entities(doc), (&Extractor{Model: model}).Entities(doc))

	data[len(data)/2] ^= 1
	for name, damaged := range map[string][]byte{"flipped": data, "cut": data[:1000], "empty": nil} {
		_, err := ReadModel(bytes.NewReader(damaged))
		require.ErrorIs(t, err, ErrModel, name)
	}
}

func FuzzEntities(f *testing.F) {
	f.Add("Il presidente Sergio Mattarella (80 anni) è a Roma. MATTARELLA: «Tre milioni, il 3/7».")
	f.Add("l'\xff Banca d'\u0301Italia \u200b 1.782,75 km")
	f.Fuzz(func(t *testing.T, text string) {
		doc := lang.Parse(text)
		end := 0
		for _, e := range Entities(doc) {
			require.Equal(t, e.Text, text[e.Start:e.End])
			require.NotEmpty(t, e.Text)
			require.GreaterOrEqual(t, e.Start, end, "in order, without overlap")
			end = e.End
		}
	})
}

func FuzzReadModel(f *testing.F) {
	f.Add([]byte("DETTO"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := ReadModel(bytes.NewReader(data)); err != nil {
			require.ErrorIs(t, err, ErrModel)
		}
	})
}
