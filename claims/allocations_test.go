package claims

import (
	"testing"
	"unsafe"

	"github.com/stretchr/testify/require"
)

// allocationsBeyondResults is how many allocations a sentence Analyze may make for what nobody gets to see.
const allocationsBeyondResults = 2.0

func TestAllocationsBeyondResults(t *testing.T) {
	if testing.Short() {
		t.Skip("counts allocations, to which the race detector adds")
	}
	n := readNews(t)
	beyond, results := n.allocations()
	t.Logf("allocations a sentence: %.2f of results, %.2f beyond them", results, beyond)
	require.LessOrEqual(t, beyond, allocationsBeyondResults)
}

// allocations counts those that Analyze makes for a sentence: of what it returns, and beyond that.
func (n *news) allocations() (beyond, results float64) {
	sentences, known := 0, map[unsafe.Pointer]bool{}
	for _, text := range n.texts {
		analysis := Analyze(text)
		sentences += len(analysis.Document.Sentences)
		results += float64(resultAllocations(analysis, known))
	}
	all := testing.AllocsPerRun(5, func() {
		for _, text := range n.texts {
			Analyze(text)
		}
	})
	return (all - results) / float64(sentences), results / float64(sentences)
}

// resultAllocations counts the allocations that an Analysis is made of: the structs and slices, and the strings that are
// no part of its text. Strings are counted once, also those that Detto has in its data; known has those counted before.
func resultAllocations(a *Analysis, known map[unsafe.Pointer]bool) int {
	n := 2 // the Analysis and its Document
	slices := []int{len(a.Document.Tokens), len(a.Document.Sentences), len(a.Entities), len(a.Quotes), len(a.Lists)}
	for _, list := range a.Lists {
		slices = append(slices, len(list.Items))
	}
	for _, length := range slices {
		n += btoi(length > 0)
	}
	start := uintptr(unsafe.Pointer(unsafe.StringData(a.Document.Text)))
	for i := range a.Entities { // of the other strings of results none is made for them
		value := a.Entities[i].Norm
		data := unsafe.Pointer(unsafe.StringData(value))
		if inText := uintptr(data)-start < uintptr(len(a.Document.Text)); value != "" && !inText && !known[data] {
			known[data] = true
			n++
		}
	}
	return n
}
