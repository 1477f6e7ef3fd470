package crf

import "math/bits"

// A feature is a 64-bit hash made by the caller. Its upper 61 bits are the key: what was seen ("the word is Roma").
// Its lower 3 bits are the offset: where it was seen from. Features that differ only in the offset share one record
// of the model file, so that Decoder.Spread finds all of them by one look-up.
const (
	offsetBits = 3
	offsetMask = 1<<offsetBits - 1
)

// MinOffset and MaxOffset bound the offsets that At can express, in tokens.
const (
	MinOffset = -4
	MaxOffset = 3
)

// At returns feature as it is seen from a token whose neighbour at distance offset, in tokens, has it: token i has the
// feature At(f, -1) when token i-1 has f. Only the upper 61 bits of feature count. The offset must lie in
// [MinOffset, MaxOffset]; others are taken modulo 8.
func At(feature uint64, offset int) uint64 {
	return feature&^offsetMask | uint64(offset)&offsetMask
}

// offsetOf is the offset that At put into the low bits of a feature or of an entry of the model file.
func offsetOf(low uint32) int {
	return int(int8(low<<(8-offsetBits))) >> (8 - offsetBits)
}

// place spreads the key of a feature evenly over 64 bits. The folded multiplication lets every bit of the key reach both
// the high bits, which choose the bucket, and the low 24 bits, which are the fingerprint.
func place(feature uint64) uint64 {
	high, low := bits.Mul64(feature>>offsetBits^0x9e3779b97f4a7c15, 0xd6e8feb86659fd93)
	return high ^ low
}
