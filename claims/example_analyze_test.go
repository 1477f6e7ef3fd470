package claims_test

import (
	"fmt"

	"github.com/detto-it/detto/claims"
)

// The program of the README.
func ExampleAnalyze() {
	text := "Il sindaco Paolo Ferri è tornato in piazza. «Non ci fermeremo», ha detto. Ha aggiunto che i lavori finiranno a maggio."
	analysis := claims.Analyze(text)
	for _, quote := range analysis.Quotes {
		fmt.Printf("%s (%s, %s): %s\n", quote.Source.Name, quote.Cue.Text, quote.Cue.Act, quote.Text)
	}
	// Output:
	// Paolo Ferri (ha detto, assert): Non ci fermeremo
	// Paolo Ferri (Ha aggiunto, add): i lavori finiranno a maggio
}
