package crf

// A block is the sum of what several features of a token add to the scores of the tokens around it, so that a caller who
// meets the same features again need not look them up: 2*reach+1 rows of one number a label, the first row for the
// token at distance -reach.

// BlockSize is the length of a block.
func (d *Decoder) BlockSize(reach int) int { return (2*reach + 1) * d.labels }

// Sum fills a block, of length BlockSize(reach), with what Spread would add for the features of a token. Entries that are seen from
// further away than reach are left out.
func (d *Decoder) Sum(block []int32, reach int, features ...uint64) {
	clear(block)
	scores, tokens := d.scores, d.tokens
	d.scores, d.tokens = block, 2*reach+1
	d.Spread(reach, features...)
	d.scores, d.tokens = scores, tokens
}

// AddBlock adds a block to the scores around a token of the sentence.
func (d *Decoder) AddBlock(token, reach int, block []int32) {
	from := (token - reach) * d.labels
	if from < 0 {
		block, from = block[-from:], 0
	}
	scores := d.scores[from:min(from+len(block), d.tokens*d.labels)]
	block = block[:len(scores)]
	for i, weight := range block {
		scores[i] += weight
	}
}
