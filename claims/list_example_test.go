package claims_test

import (
	"fmt"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/lang"
)

func ExampleLists() {
	doc := lang.Parse("L'intesa poggia su tre princìpi: rispetto reciproco, vantaggi per tutti e non ingerenza negli affari interni.")
	for _, list := range claims.Lists(doc, nil) {
		fmt.Printf("%s (%s, %d declared)\n", list.Head.Text, list.Kind, list.Declared)
		for _, item := range list.Items {
			fmt.Printf("- %s: %s\n", item.Text, item.Principle)
		}
	}
	// Output:
	// tre princìpi (principles, 3 declared)
	// - rispetto reciproco: mutual-respect
	// - vantaggi per tutti: mutual-benefit
	// - non ingerenza negli affari interni: non-interference
}

func ExamplePrinciples() {
	doc := lang.Parse("Il ministro difende la sovranità nazionale e il principio di precauzione.")
	for _, mention := range claims.Principles(doc) {
		fmt.Println(mention.Text, "=", mention.Principle)
	}
	// Output:
	// sovranità nazionale = sovereignty
	// precauzione = precaution
}

func ExampleListKind_UnmarshalText() {
	var kind claims.ListKind
	fmt.Println(kind.UnmarshalText([]byte("sectors")), kind == claims.SectorList)
	fmt.Println(kind.UnmarshalText([]byte("sector")))
	// Output:
	// <nil> true
	// claims: no kind of list "sector"
}

func ExamplePrinciple_UnmarshalText() {
	var principle claims.Principle
	fmt.Println(principle.UnmarshalText([]byte("rule-of-law")), principle == claims.RuleOfLaw)
	// Output: <nil> true
}
