package formats

import (
	"sort"

	"github.com/detto-it/detto/lang"
)

// covered returns the tokens [first, last) that a span has bytes in common with. Tokens are in order and do not overlap.
func covered(tokens []lang.Token, span lang.Span) (first, last int) {
	first = sort.Search(len(tokens), func(i int) bool { return tokens[i].End > span.Start })
	last = first
	for last < len(tokens) && tokens[last].Start < span.End {
		last++
	}
	return first, last
}
