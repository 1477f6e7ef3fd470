package extract

import "github.com/detto-it/detto/lang"

// expressions returns the dates, times, durations, amounts and numbers of a document.
func (x *Extractor) expressions(doc *lang.Document) []Entity { return nil }
