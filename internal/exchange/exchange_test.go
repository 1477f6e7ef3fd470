package exchange

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Articles stand before nouns, nouns before verbs, verbs before articles: three classes explain the text.
func TestWordsWithTheSameNeighboursShareAClass(t *testing.T) {
	articles, nouns, verbs := []int32{0, 1}, []int32{2, 3, 4}, []int32{5, 6, 7}
	var bigrams []Bigram
	join := func(left, right []int32) {
		for _, l := range left {
			for _, r := range right {
				bigrams = append(bigrams, Bigram{Left: l, Right: r, Count: 3 + (l+r)%4})
			}
		}
	}
	join(articles, nouns)
	join(nouns, verbs)
	join(verbs, articles)
	c := New(8, 3, bigrams)
	for range 10 {
		if c.Round() == 0 {
			break
		}
	}
	for _, group := range [][]int32{articles, nouns, verbs} {
		for _, word := range group {
			require.Equal(t, c.Class[group[0]], c.Class[word])
		}
	}
	require.NotEqual(t, c.Class[0], c.Class[2])
	require.NotEqual(t, c.Class[2], c.Class[5])
}
