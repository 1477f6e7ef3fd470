package claims

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
)

// Whatever the text is, an analysis keeps the law of offsets, becomes JSON, and is the same when made again.
func FuzzAnalyze(f *testing.F) {
	for _, text := range propertyTexts(f) {
		f.Add(text[:min(len(text), 600)])
	}
	for _, unit := range crammed {
		f.Add(unit + unit + unit)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := Analyze(text)
		require.Equal(t, a, Analyze(text))
		for _, e := range a.Entities {
			require.Equal(t, e.Text, text[e.Start:e.End])
		}
		for _, q := range a.Quotes {
			require.Equal(t, q.Text, text[q.Start:q.End])
			require.Equal(t, q.Source.Text, text[q.Source.Start:q.Source.End])
			require.Equal(t, q.Cue.Text, text[q.Cue.Start:q.Cue.End])
			require.True(t, q.Source.Entity >= -1 && q.Source.Entity < len(a.Entities))
		}
		for _, l := range a.Lists {
			require.Equal(t, l.Head.Text, text[l.Head.Start:l.Head.End])
			require.Equal(t, l.Source.Text, text[l.Source.Start:l.Source.End])
		}
		_, err := json.Marshal(a)
		require.NoError(t, err)
	})
}

// The text forms of kinds are read back, and nothing else is.
func FuzzUnmarshalText(f *testing.F) {
	for _, text := range []string{"goals", "mutual-respect", "", "Goals", "\xff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var kind ListKind
		if kind.UnmarshalText([]byte(text)) == nil {
			require.Equal(t, ListKind(text), kind)
		}
		var principle Principle
		if principle.UnmarshalText([]byte(text)) == nil {
			require.Equal(t, Principle(text), principle)
		}
	})
}
