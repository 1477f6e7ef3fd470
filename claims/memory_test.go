package claims

import (
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// The bounds of docs/cookbook.md, "Texts of any size": how many bytes a call allocates for a byte of any text, garbage
// included, beyond what it allocates once and for all; and what an Analysis holds.
const (
	parseBytes    = 256
	quotedBytes   = 320
	entitiesBytes = 1024
	quotesBytes   = 512
	analysisBytes = 128
	onceBytes     = 6 << 20
)

// crammed are texts that hold as much as can be of what takes room: tokens, sentences, marks, names, values, cues.
var crammed = []string{"1 ", "1% ", "1. ", "1) a\n", "1 € ", ",", "a ", "A ", "è ", "a\n\n", "- a\n", "«", "«a» ", "\"", "«\"'a'\" ", "«a\n\n", "— a\n",
	"dice ", "dice «a» ", "«a», dice B. ", "disse che ", "secondo Rossi, ", "Rossi dice che Verdi ", "Ha detto che sì. ", "ROMA ", "Anna Verri, ",
	"3 marzo 2020 ", "tre misure: a, b e c. ", "pace, ", "\xff", ".", "a", "🇮", "(", "l'", "www.a.it "}

func TestMemoryIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("measures memory, which the race detector takes too")
	}
	const size = 64 << 10
	Analyze(articles(t, 0)) // loads what is loaded once
	for _, unit := range append(crammed, articles(t, 0)) {
		name := unit[:min(len(unit), 20)]
		text := strings.Repeat(unit, size/len(unit)+1)[:size]
		var doc *lang.Document
		var entities []extract.Entity
		within := func(bound int, what string, work func()) {
			require.LessOrEqual(t, allocated(work), uint64(bound*size+onceBytes), "%s of %q", what, name)
		}
		within(parseBytes, "Parse", func() { doc = lang.Parse(text) })
		within(quotedBytes, "Quoted", func() { doc.Quoted() })
		within(entitiesBytes, "Entities", func() { entities = extract.Entities(doc) })
		within(quotesBytes, "Quotes", func() { Quotes(doc, entities) })
		within(quotesBytes, "Lists", func() { Lists(doc, entities) })
		within(quotesBytes, "Principles", func() { Principles(doc) })

		before := inUse()
		analysis := Analyze(text)
		require.LessOrEqual(t, inUse()-before, int64(analysisBytes*size+onceBytes), "an Analysis of %q", name)
		runtime.KeepAlive(analysis)
	}
}

// allocated is how many bytes some work allocates, also those that are free again before it is done.
func allocated(work func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	work()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// inUse is how many bytes are in use.
func inUse() int64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}
