package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/claims"
)

func TestAQuotationCountsOnce(t *testing.T) {
	found := claims.Analyze("Il sindaco Paolo Ferri ha garantito che «nessuno sarà lasciato solo». Ferri ha aggiunto che i lavori continuano.")
	quotes := claims.Distinct(found.Quotes)
	require.Len(t, quotes, 2, "«nessuno sarà lasciato solo» is a quotation, and what is reported")
	require.Equal(t, "nessuno sarà lasciato solo", quotes[0].Text)
}

func TestDeclared(t *testing.T) {
	for text, want := range map[string][]claims.Principle{
		// in a list, which somebody reports: each item once, though it is a mention in a quotation too
		"Ferri ha detto che i princìpi sono tre: rispetto reciproco, uguaglianza e non ingerenza.": {
			claims.MutualRespect, claims.Equality, claims.NonInterference},
		// in a quotation, without a list
		"«Chiediamo il rispetto del diritto internazionale», ha detto il ministro Paolo Ferri.": {claims.InternationalLaw},
		// nobody says it
		"Il trattato riguarda il diritto internazionale.": nil,
	} {
		found := claims.Analyze(text)
		require.Equal(t, want, declared(found, claims.Distinct(found.Quotes)), text)
	}
}
