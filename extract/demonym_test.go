package extract_test

import (
	"fmt"
	"testing"

	"github.com/detto-it/detto/extract"
	"github.com/stretchr/testify/require"
)

func ExampleOrigin() {
	place, ok := extract.Origin("mongole")
	fmt.Println(place, ok)
	// Output: Mongolia true
}

func TestOriginHasAllForms(t *testing.T) {
	for adjective, place := range map[string]string{
		"uzbeco": "Uzbekistan", "uzbeko": "Uzbekistan", "uzbeche": "Uzbekistan", // both spellings are in use
		"kazaki": "Kazakistan", "cinesi": "Cina", "russa": "Russia", "Francesi": "Francia", "albanesi": "Albania",
	} {
		got, ok := extract.Origin(adjective)
		require.True(t, ok, adjective)
		require.Equal(t, place, got, adjective)
	}
	for _, other := range []string{"", "tavolo", "presidente", "\xff"} {
		_, ok := extract.Origin(other)
		require.False(t, ok, other)
	}
}
