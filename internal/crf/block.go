package crf

// A block is the sum of what several features of a token add to the scores of the tokens around it, so that a caller who
// meets the same features again need not look them up: 2*reach+1 rows of one number a label, the first row for the
// token at distance -reach.

// BlockSize is the length of a block.
func (d *Decoder) BlockSize(reach int) int { return (2*reach + 1) * d.labels }

// Sum fills a block, of length BlockSize(reach), with what Spread would add for the features of a token. Entries that are
// seen from further away than reach are left out. It reports false, and the block means nothing, where a sum has no room in
// 16 bits.
func (d *Decoder) Sum(block []int16, reach int, features ...uint64) bool {
	scores, tokens := d.scores, d.tokens
	d.sums = grow(d.sums, len(block))
	clear(d.sums)
	d.scores, d.tokens = d.sums, 2*reach+1
	d.Spread(reach, features...)
	d.scores, d.tokens = scores, tokens
	fits := true
	for i, sum := range d.sums {
		block[i] = int16(sum)
		fits = fits && int32(block[i]) == sum
	}
	return fits
}

// AddBlock adds a block to the scores around a token of the sentence.
func (d *Decoder) AddBlock(token, reach int, block []int16) {
	from := (token - reach) * d.labels
	if from < 0 {
		block, from = block[-from:], 0
	}
	scores := d.scores[from:min(from+len(block), d.tokens*d.labels)]
	block = block[:len(scores)]
	for len(block) >= 4 && len(scores) >= 4 {
		scores[0] += int32(block[0])
		scores[1] += int32(block[1])
		scores[2] += int32(block[2])
		scores[3] += int32(block[3])
		scores, block = scores[4:], block[4:]
	}
	for i, weight := range block {
		scores[i] += int32(weight)
	}
}
