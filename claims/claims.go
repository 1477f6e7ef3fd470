package claims

import (
	"context"
	"sync"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// Analysis is all that Analyze finds in a text. Its slices are never nil, so that their JSON form is an array. The offsets
// of all its values are bytes of Document.Text.
type Analysis struct {
	Document *lang.Document   `json:"-"`
	Entities []extract.Entity `json:"entities"`
	Quotes   []Quote          `json:"quotes"`
	Lists    []List           `json:"lists"`
}

// Analyzer analyses texts. The zero value works; it may be shared between goroutines.
type Analyzer struct {
	// Extractor finds the entities; nil means the zero Extractor.
	Extractor *extract.Extractor
}

// Analyze parses a text and returns its entities, quotations and lists. Any byte sequence is valid.
func (a *Analyzer) Analyze(text string) *Analysis {
	analysis, _ := a.AnalyzeContext(context.Background(), text) // which never ends
	return analysis
}

// AnalyzeContext is like Analyze, but gives up soon after the context has ended, within the time that some sentences take:
// it then returns the context's error and no Analysis.
func (a *Analyzer) AnalyzeContext(ctx context.Context, text string) (*Analysis, error) {
	extractor := a.Extractor
	if extractor == nil {
		extractor = new(extract.Extractor)
	}
	decodeLexicons()
	doc, err := lang.Parser{}.ParseContext(ctx, text)
	if err != nil {
		return nil, err
	}
	entities, err := extractor.EntitiesContext(ctx, doc)
	if err != nil {
		return nil, err
	}
	quotes, err := QuotesContext(ctx, doc, entities)
	if err != nil {
		return nil, err
	}
	lists, err := findLists(ctx, doc, entities)
	if err != nil {
		return nil, err
	}
	return &Analysis{
		Document: doc,
		Entities: notNil(entities),
		Quotes:   notNil(quotes),
		Lists:    notNil(attributeLists(lists, quotes)),
	}, nil
}

// decodeLexicons begins to decode the data of this package, once, while the first text is parsed and its entities are looked for.
var decodeLexicons = sync.OnceFunc(func() {
	go func() {
		theLexicon()
		otherVerbs()
		principles()
		announcers()
	}()
})

// Analyze returns what the zero Analyzer finds in a text.
func Analyze(text string) *Analysis { return new(Analyzer).Analyze(text) }

func notNil[T any](values []T) []T {
	if values == nil {
		return []T{}
	}
	return values
}
