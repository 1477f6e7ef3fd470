package main

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/detto-it/detto/claims"
)

// result is a line of the analyses, the same as that of examples/batch.
type result struct {
	ID json.RawMessage `json:"id"`
	*claims.Analysis
}

// analyseFn analyses documents. It holds no model: claims decodes the one that is built into the program when the first
// analysis asks for it (sync.OnceValue), and all bundles and threads of a worker then share it, read only.
type analyseFn struct{}

// Setup makes a worker decode the model before its first document, so that no document seems slow for it.
func (*analyseFn) Setup() { claims.Analyze(warmUp) }

// warmUp is a text for which all of the model is needed.
const warmUp = "Il sindaco Paolo Ferri ha detto: «I princìpi sono tre: rispetto reciproco, uguaglianza e cooperazione»."

// ProcessElement emits the analysis of a document, the speaker of each quotation and the principles declared, or a failure.
func (*analyseFn) ProcessElement(ctx context.Context, r record, analysis func(line), speaker func(string), declare func(declaration),
	fail func(failure)) error {
	doc, err := parse(r)
	if err != nil {
		fail(failure{r.File, r.Line, err.Error()})
		return nil
	}
	found := claims.Analyze(doc.text)
	encoded, err := newLine(position(r.File, r.Line), result{doc.id, found})
	if err != nil {
		return err // every analysis has a JSON form: a mistake of the program, not of the document
	}
	analysis(encoded)
	quotes := claims.Distinct(found.Quotes)
	for _, q := range quotes {
		speaker(strings.ToValidUTF8(q.Source.Name, "\ufffd"))
	}
	for _, p := range declared(found, quotes) {
		declare(declaration{doc.year, string(p)})
	}
	beam.NewCounter(counterNamespace, analysedCounter).Inc(ctx, 1)
	return nil
}
