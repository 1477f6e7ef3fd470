package claims_test

import (
	"context"
	"fmt"
	"time"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

func ExampleAnalyzer_AnalyzeContext() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	var analyzer claims.Analyzer
	analysis, err := analyzer.AnalyzeContext(ctx, "Paolo Ferri ha promesso che tornerà.")
	if err != nil {
		fmt.Println(err) // context.DeadlineExceeded, where the text is too long for a minute
		return
	}
	fmt.Println(analysis.Quotes[0].Text)
	// Output: tornerà
}

func ExampleQuotesContext() {
	doc := lang.Parse("Paolo Ferri ha promesso che tornerà.")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	quotes, err := claims.QuotesContext(ctx, doc, extract.Entities(doc))
	fmt.Println(quotes, err)
	// Output: [] context canceled
}

func ExamplePrinciplesContext() {
	doc := lang.Parse("Il sindaco Paolo Ferri ha ricordato la sovranità di ogni Stato.")
	mentions, err := claims.PrinciplesContext(context.Background(), doc)
	fmt.Println(mentions[0].Principle, err)
	// Output: sovereignty <nil>
}

func ExampleListsContext() {
	doc := lang.Parse("I nostri valori: la pace, la libertà e la giustizia.")
	lists, err := claims.ListsContext(context.Background(), doc, extract.Entities(doc))
	fmt.Println(len(lists), err)
	// Output: 1 <nil>
}
