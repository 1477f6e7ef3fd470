package claims

import "github.com/detto-it/detto/lang"

// Distinct returns the quotes without the reported statements that are nothing but a quotation between marks, which is kept:
// ha garantito che [«[nessuno sarà lasciato solo]»]. Who counts or lists what was said wants each word once. It returns a new
// slice, where Continues is still an index of the one given, and may be called by many goroutines.
func Distinct(quotes []Quote) (kept []Quote) {
	marked := make(map[lang.Span]bool)
	for _, q := range quotes {
		if q.Form == Direct {
			marked[q.Outer] = true
		}
	}
	for _, q := range quotes {
		if q.Form == Direct || !marked[q.Span] {
			kept = append(kept, q)
		}
	}
	return kept
}
