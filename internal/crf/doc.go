// Package crf is a linear-chain conditional random field: it learns to label the tokens of a sentence, and labels them.
//
// It knows nothing of language. The caller turns each token into features, which are 64-bit hashes, and names the
// labels. A Trainer learns from labelled sentences and gives Weights, which write a model file; Read makes a Model of
// the bytes of that file, and a Decoder of the Model finds the best labelling of a sentence by exact integer arithmetic,
// so that it is the same on every platform.
//
// # Model file
//
// A model is used where it lies in memory: Read checks it but decodes nothing. All numbers are little-endian and need
// no alignment. L is the number of labels, N = L+1, and the index L stands for the edge of the sentence: its start where
// a previous label is meant, its end where a next one is.
//
//	offset  bytes  header
//	0       8      "DettoCRF"
//	8       4      version: 1
//	12      4      CRC-32 (Castagnoli) of everything from offset 16 to the end
//	16      4      L, 1 to 255
//	20      4      A, bytes of the label section
//	24      4      M, bytes of the metadata
//	28      4      B, the binary logarithm of the number of buckets, 0 to 26
//	32      4      R, bytes of the record section
//	36      4      number of feature keys in the record section
//	40      4      E, 0 to 8: scores are in units of 2^-E nats
//	44      4      0
//
//	bytes           sections, one after the other
//	A               labels: for each its length in one byte, then its text
//	M               metadata of the caller
//	ceil(N×N/8)     constraints: bit previous×N + next, the lowest bit of a byte first, is 1 if next may follow previous
//	4×N×N           transition scores: signed, at index previous×N + next, each at most 200·2^unit in size
//	4×(2^B + 1)     buckets: bucket b is the bytes [b, b+1) of this table in the record section, ascending from 0 to R
//	R               records
//	4               0, so that four bytes can be read from any position in the records and from their end
//
// A record holds the weights of the features that share a key (the upper 61 bits, see At). The key is hashed to 64 bits
// (function place): the upper B bits choose the bucket, the lower 24 bits are the fingerprint. A bucket is read from
// end to end, so that keys may share it and a key may have many records.
//
//	offset  bytes  record
//	0       4      fingerprint << 8 | number of entries (1 to 255)
//	4       3      entry: weight << 11 | label << 3 | offset (both signed, in two's complement of 13 and 3 bits)
//	7       3      next entry …
//
// Where it takes fewer bytes a record is a table instead, of all labels for a range of offsets:
//
//	offset  bytes  record
//	0       4      fingerprint << 8
//	4       1      n - 1 << 3 | the greatest offset, in 3 bits; n is the number of rows, 1 to 8
//	5       2×n×L  weights: signed, a row for each offset, the greatest first, in a row one for each label
//
// A key that is not in the model finds the weights of another with a probability of about 2^-22. A look-up touches two
// cache lines, or one if the bucket is empty.
package crf
