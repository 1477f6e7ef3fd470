package claims_test

import (
	"fmt"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

func ExampleQuotes() {
	doc := lang.Parse("«Il ponte riaprirà», ha detto il sindaco Luca Orsini. Ha aggiunto che i lavori finiranno a giugno.")
	name := extract.Entity{Text: "Luca Orsini", Name: "Luca Orsini", Kind: extract.Person, Span: lang.Span{Start: 44, End: 55}}
	for _, q := range claims.Quotes(doc, []extract.Entity{name}) {
		fmt.Printf("%s, %s (%s): %s\n", q.Source.Name, q.Cue.Text, q.Form, q.Text)
	}
	// Output:
	// Luca Orsini, ha detto (direct): Il ponte riaprirà
	// Luca Orsini, Ha aggiunto (indirect): i lavori finiranno a giugno
}

// A statement that is wholly a quotation is found as both, and counted once.
func ExampleDistinct() {
	doc := lang.Parse("Il sindaco Paolo Ferri ha sostenuto che «nessuno sarà lasciato solo».")
	quotes := claims.Quotes(doc, extract.Entities(doc))
	fmt.Println(len(quotes))
	for _, quote := range claims.Distinct(quotes) {
		fmt.Println(quote.Form, quote.Text)
	}
	// Output:
	// 2
	// direct nessuno sarà lasciato solo
}
