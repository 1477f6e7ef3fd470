package extract_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

func ExampleEntities() {
	doc := lang.Parse("Il 3 luglio 2024 la sindaca Anna Verri ha comprato a Lodi 1.200 mq di terreno per 2,5 milioni di euro.")
	for _, e := range extract.Entities(doc) {
		fmt.Printf("%d-%d %v %s %q\n", e.Start, e.End, e.Kind, e.Text, e.Norm)
	}
	// Output:
	// 3-16 DATE 3 luglio 2024 "2024-07-03"
	// 28-38 PER Anna Verri ""
	// 53-57 LOC Lodi ""
	// 58-66 QUANTITY 1.200 mq "1200 m2"
	// 82-101 MONEY 2,5 milioni di euro "2500000 EUR"
}

func ExampleExtractor_Entities() {
	x := extract.Extractor{
		Now:   time.Date(2024, time.July, 3, 0, 0, 0, 0, time.UTC),
		Kinds: []extract.Kind{extract.Date},
	}
	for _, e := range x.Entities(lang.Parse("Ieri Anna Verri era a Lodi.")) {
		fmt.Println(e.Text, e.Norm)
	}
	// Output: Ieri 2024-07-02
}

func ExampleNewGazetteer() {
	x := extract.Extractor{Gazetteer: extract.NewGazetteer([]extract.GazetteerEntry{
		{Name: "Rosa dei Venti", Kind: extract.Organization, Norm: "IT-0042", Wins: true},
	})}
	for _, e := range x.Entities(lang.Parse("La cooperativa Rosa dei Venti cerca soci.")) {
		fmt.Println(e.Kind, e.Text, e.Norm)
	}
	// Output: ORG Rosa dei Venti IT-0042
}

func ExampleReadModel() {
	_, err := extract.ReadModel(strings.NewReader("not a model"))
	fmt.Println(errors.Is(err, extract.ErrModel))
	// Output: true
}

func ExampleCluster() {
	entities := extract.Entities(lang.Parse("Simon Lee dirige il gruppo. Lee ha parlato."))
	extract.Cluster(entities)
	for _, e := range entities {
		fmt.Println(e.ID, e.Text, "→", e.Name)
	}
	// Output:
	// 0 Simon Lee → Simon Lee
	// 0 Lee → Simon Lee
}

// Values of expressions as Go values.
func ExampleEntity_Number() {
	for _, e := range extract.Entities(lang.Parse("Pesa due chili e mezzo.")) {
		number, ok := e.Number()
		fmt.Println(number.FloatString(1), e.Unit(), ok)
	}
	// Output: 2.5 kg true
}

func ExampleEntity_Range() {
	for _, e := range extract.Entities(lang.Parse("Costa tra 10 e 20 euro.")) {
		low, high, ok := e.Range()
		fmt.Println(low.RatString(), high.RatString(), e.Unit(), ok)
	}
	// Output: 10 20 EUR true
}

func ExampleExtractor_EntitiesContext() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	var extractor extract.Extractor
	entities, err := extractor.EntitiesContext(ctx, lang.Parse("La linea arriva a Lodi."))
	fmt.Println(entities[0].Text, err)
	// Output: Lodi <nil>
}

func ExampleEntity_Unit() {
	for _, e := range extract.Entities(lang.Parse("La linea è lunga 1782,75 km.")) {
		fmt.Println(e.Unit())
	}
	// Output: km
}

func ExampleEntity_Time() {
	for _, e := range extract.Entities(lang.Parse("Si vota il 9 giugno 2024.")) {
		day, ok := e.Time(time.UTC)
		fmt.Println(day.Format(time.DateOnly), ok)
	}
	// Output: 2024-06-09 true
}

func ExampleEntity_Interval() {
	for _, e := range extract.Entities(lang.Parse("I lavori del luglio 2024 sono finiti.")) {
		from, to, ok := e.Interval(time.UTC)
		fmt.Println(from.Format(time.DateOnly), to.Format(time.DateOnly), ok)
	}
	// Output: 2024-07-01 2024-08-01 true
}

func ExampleKind_IsName() {
	fmt.Println(extract.Person.IsName(), extract.Date.IsName(), extract.Date.IsExpression())
	// Output: true false true
}
