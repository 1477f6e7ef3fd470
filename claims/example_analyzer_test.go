package claims_test

import (
	"fmt"
	"time"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
)

func ExampleAnalyzer_Analyze() {
	analyzer := claims.Analyzer{Extractor: &extract.Extractor{Now: time.Date(2024, time.July, 3, 0, 0, 0, 0, time.UTC)}}
	analysis := analyzer.Analyze("Paolo Ferri ha promesso che domani tornerà.")
	for _, e := range analysis.Entities {
		fmt.Printf("%s %q\n", e.Text, e.Norm)
	}
	fmt.Println(analysis.Quotes[0].Source.Name, analysis.Quotes[0].Cue.Act)
	// Output:
	// Paolo Ferri ""
	// domani "2024-07-04"
	// Paolo Ferri promise
}
