package crf

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// A block adds what Spread adds, at the edges of the sentence too.
func TestBlockIsSpread(t *testing.T) {
	m := randomWeights(rand.New(rand.NewPCG(3, 4)), 5, 40).mustModel(t)
	features := []uint64{0 << offsetBits, 7 << offsetBits, 31 << offsetBits}
	const tokens, reach = 9, MaxOffset + 1 // as far as offsets go
	for token := range tokens {
		spread, blocks := NewDecoder(m), NewDecoder(m)
		spread.Begin(tokens)
		spread.Spread(token, features...)
		blocks.Begin(tokens)
		block := make([]int16, blocks.BlockSize(reach))
		require.True(t, blocks.Sum(block, reach, features...))
		blocks.AddBlock(token, reach, block)
		for i := range tokens {
			require.Equal(t, spread.Scores(i), blocks.Scores(i))
		}
	}
}
