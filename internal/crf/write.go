package crf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"math/bits"
	"slices"
)

// Weights is what a Trainer has learned. It may be shared between goroutines.
type Weights struct {
	labels      []string
	metadata    []byte
	grammar     *grammar
	transitions []float64     // (labels+1) × (labels+1), by previous and next label
	entries     []weightEntry // by feature in the order of learning, then label
}

// weightEntry is the weight of one feature for one label, not 0.
type weightEntry struct {
	feature uint64
	label   int
	weight  float64
}

// ErrTooLarge is the error for weights that do not fit into a model file of 2 GB.
var ErrTooLarge = errors.New("crf: model too large")

// Layout of the model file; see the package comment.
const (
	magic       = "DettoCRF"
	version     = 1
	headerSize  = 48
	checkedFrom = 16 // first byte that the checksum covers

	recordSize = 4 // without its entries
	entrySize  = 3
	maxEntries = 255 // of a record
	padding    = 4   // bytes after the records

	offsetLabels      = 16
	offsetLabelBytes  = 20
	offsetMetadata    = 24
	offsetBucketBits  = 28
	offsetRecordBytes = 32
	offsetKeys        = 36
	offsetUnit        = 40

	maxBucketBits = 26
	maxUnit       = 8 // highest binary logarithm of units per nat
	preferredUnit = 8 // unless a weight is too great for it
	maxWeight     = 1<<12 - 1
	maxTransition = 200 // nats: exp of it, times a probability, is far from overflow
)

// record is the entries of one key on the way to the file.
type record struct {
	place   uint64
	entries []uint32
}

// WriteTo writes the model file and returns the number of bytes written. Equal weights give equal bytes. The error is
// that of the writer, or ErrTooLarge.
func (w *Weights) WriteTo(writer io.Writer) (int64, error) {
	data, err := w.file()
	if err != nil {
		return 0, err
	}
	n, err := writer.Write(data)
	return int64(n), err
}

// file lays the model out.
func (w *Weights) file() ([]byte, error) {
	unit := w.unit()
	records := w.records(unit)
	bucketBits := bits.Len(uint(len(records))) // one or two buckets a record: half the look-ups that find nothing end here
	if bucketBits > maxBucketBits {
		return nil, fmt.Errorf("%w: %d features", ErrTooLarge, len(records))
	}
	data := make([]byte, headerSize, headerSize+12*len(records))
	copy(data, magic)
	put := func(offset, value int) { binary.LittleEndian.PutUint32(data[offset:], uint32(value)) }
	put(8, version)
	put(offsetLabels, len(w.labels))
	put(offsetMetadata, len(w.metadata))
	put(offsetBucketBits, bucketBits)
	put(offsetKeys, countKeys(records))
	put(offsetUnit, unit)

	for _, label := range w.labels {
		data = append(append(data, byte(len(label))), label...)
	}
	put(offsetLabelBytes, len(data)-headerSize)
	data = append(data, w.metadata...)
	data = append(data, w.constraints()...)
	for _, weight := range w.transitions {
		data = binary.LittleEndian.AppendUint32(data, uint32(quantise(weight, unit, float64(int(maxTransition)<<unit))))
	}
	data, recordBytes := appendBuckets(data, records, bucketBits, len(w.labels))
	put(offsetRecordBytes, recordBytes)
	data = append(appendRecords(data, records, len(w.labels)), make([]byte, padding)...)
	if int64(len(data)) > math.MaxInt32 {
		return nil, fmt.Errorf("%w: %d bytes", ErrTooLarge, len(data))
	}
	binary.LittleEndian.PutUint32(data[12:], crc32.Checksum(data[checkedFrom:], crc32.MakeTable(crc32.Castagnoli)))
	return data, nil
}

// unit chooses the binary logarithm of the units per nat, so that the greatest weight fits into an entry.
func (w *Weights) unit() int {
	greatest := 0.0
	for _, e := range w.entries {
		greatest = max(greatest, math.Abs(e.weight))
	}
	unit := maxUnit
	for unit > 0 && math.Ldexp(greatest, unit) > maxWeight {
		unit--
	}
	return unit
}

// quantise rounds a weight to units; weights out of range become the nearest in it.
func quantise(weight float64, unit int, limit float64) int32 {
	return int32(math.Round(min(max(math.Ldexp(weight, unit), -limit), limit)))
}

// records collects the entries of each key, in the order of their place. Weights that round to 0 are left out.
func (w *Weights) records(unit int) []record {
	type placed struct {
		place uint64
		entry uint32
	}
	all := make([]placed, 0, len(w.entries))
	for _, e := range w.entries {
		if weight := quantise(e.weight, unit, maxWeight); weight != 0 {
			entry := uint32(weight)<<11 | uint32(e.label)<<3 | uint32(e.feature&offsetMask)
			all = append(all, placed{place(e.feature), entry & (1<<24 - 1)})
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		if a.place != b.place {
			return compare(a.place, b.place)
		}
		return compare(uint64(a.entry&(1<<11-1)), uint64(b.entry&(1<<11-1)))
	})
	var records []record
	for _, p := range all {
		last := len(records) - 1
		if last < 0 || records[last].place != p.place || len(records[last].entries) == maxEntries {
			records = append(records, record{place: p.place})
			last++
		}
		records[last].entries = append(records[last].entries, p.entry)
	}
	return records
}

func compare(a, b uint64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func countKeys(records []record) int {
	keys := 0
	for i := range records {
		if i == 0 || records[i].place != records[i-1].place {
			keys++
		}
	}
	return keys
}

// constraints is the bit matrix of allowed transitions.
func (w *Weights) constraints() []byte {
	n := w.grammar.labels + 1
	bitmap := make([]byte, (n*n+7)/8)
	set := func(previous, next int) {
		bit := previous*n + next
		bitmap[bit/8] |= 1 << (bit % 8)
	}
	for _, a := range w.grammar.arcs {
		set(int(a.previous), int(a.next))
	}
	for label := range n - 1 {
		if w.grammar.starts[label] {
			set(n-1, label)
		}
		if w.grammar.ends[label] {
			set(label, n-1)
		}
	}
	return bitmap
}

// appendBuckets appends the bucket table and returns the bytes of the record section too.
func appendBuckets(data []byte, records []record, bucketBits, labels int) ([]byte, int) {
	position, next := 0, 0
	for bucket := range uint64(1) << bucketBits {
		data = binary.LittleEndian.AppendUint32(data, uint32(position))
		for next < len(records) && bucketOf(records[next].place, bucketBits) == bucket {
			position += records[next].size(labels)
			next++
		}
	}
	return binary.LittleEndian.AppendUint32(data, uint32(position)), position
}

// bucketOf is the bucket that holds the records of a place.
func bucketOf(place uint64, bucketBits int) uint64 { return place >> 1 >> (63 - bucketBits) }

func appendRecords(data []byte, records []record, labels int) []byte {
	for _, r := range records {
		if r.size(labels) < r.listSize() {
			data = r.appendTable(data, labels)
			continue
		}
		data = binary.LittleEndian.AppendUint32(data, uint32(r.place)<<8|uint32(len(r.entries)))
		for _, entry := range r.entries {
			data = append(data, byte(entry), byte(entry>>8), byte(entry>>16))
		}
	}
	return data
}

// size is the number of bytes that a record takes, as a list of entries or as a table, whichever is the smaller.
func (r *record) size(labels int) int {
	low, high := r.offsets()
	return min(r.listSize(), tableSize(high-low+1, labels))
}

func (r *record) listSize() int { return recordSize + entrySize*len(r.entries) }

func tableSize(rows, labels int) int { return recordSize + 1 + 2*rows*labels }

// offsets returns the least and the greatest offset of a record's entries.
func (r *record) offsets() (low, high int) {
	low, high = MaxOffset, MinOffset
	for _, entry := range r.entries {
		low, high = min(low, entryOffset(entry)), max(high, entryOffset(entry))
	}
	return low, high
}

func (r *record) appendTable(data []byte, labels int) []byte {
	low, high := r.offsets()
	weights := make([]int32, (high-low+1)*labels)
	for _, entry := range r.entries {
		weights[(high-entryOffset(entry))*labels+entryLabel(entry)] += entryWeight(entry)
	}
	data = binary.LittleEndian.AppendUint32(data, uint32(r.place)<<8)
	data = append(data, byte(high-low)<<offsetBits|byte(high)&offsetMask)
	for _, weight := range weights {
		data = binary.LittleEndian.AppendUint16(data, uint16(weight))
	}
	return data
}
