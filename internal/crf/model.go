package crf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
)

// Model is a model file in memory. It is not changed after Read and may be shared between goroutines.
type Model struct {
	labels      []string
	metadata    []byte
	grammar     grammar
	transitions []int32 // (labels+1) × (labels+1), by previous and next label
	unit        int     // scores are in units of 2^-unit nats
	keys        int
	bucketShift uint   // 64 less the bits of a bucket number, less 1
	buckets     []byte // the bucket section
	records     []byte // the record section, with the padding after it
}

// Errors of Read. ErrFormat is wrapped when the bytes are not a model file or break its rules, ErrVersion when the file is
// of another version, ErrChecksum when it was damaged.
var (
	ErrFormat   = errors.New("crf: not a model file")
	ErrVersion  = errors.New("crf: model file of another version")
	ErrChecksum = errors.New("crf: model file is damaged")
)

// Read makes a Model of the bytes of a model file, which must not change while the Model is in use: they are read where
// they lie. The whole file is checked first, in linear time and with a fixed number of allocations. The error wraps
// ErrFormat, ErrVersion or ErrChecksum.
func Read(data []byte) (*Model, error) {
	if err := checkHeader(data); err != nil {
		return nil, err
	}
	if crc32.Checksum(data[checkedFrom:], crc32.MakeTable(crc32.Castagnoli)) != word(data, 12) {
		return nil, ErrChecksum
	}
	m, err := Open(data)
	if err != nil {
		return nil, err
	}
	if err := m.checkBuckets(); err != nil {
		return nil, err
	}
	return m, nil
}

// Open is Read for a file that cannot be damaged because the program holds it: it looks at the header and the labels only, which
// takes no time. Of another file it may make a Model that panics.
func Open(data []byte) (*Model, error) {
	if err := checkHeader(data); err != nil {
		return nil, err
	}
	m := &Model{}
	if err := m.slice(data); err != nil {
		return nil, err
	}
	return m, nil
}

func checkHeader(data []byte) error {
	if len(data) < headerSize || string(data[:len(magic)]) != magic {
		return fmt.Errorf("%w: no header", ErrFormat)
	}
	if v := word(data, 8); v != version {
		return fmt.Errorf("%w: %d, not %d", ErrVersion, v, version)
	}
	if labels := word(data, offsetLabels); labels == 0 || labels > MaxLabels {
		return fmt.Errorf("%w: %d labels", ErrFormat, labels)
	}
	if n := word(data, offsetBucketBits); n > maxBucketBits {
		return fmt.Errorf("%w: 2^%d buckets", ErrFormat, n)
	}
	if unit := word(data, offsetUnit); unit > maxUnit {
		return fmt.Errorf("%w: unit of 2^-%d", ErrFormat, unit)
	}
	return nil
}

// word reads the number at an offset.
func word(data []byte, offset int) uint32 { return binary.LittleEndian.Uint32(data[offset:]) }

// slice cuts the file, whose header is good, into its sections.
func (m *Model) slice(data []byte) error {
	n := int(word(data, offsetLabels)) + 1
	bucketBits := word(data, offsetBucketBits)
	m.bucketShift = uint(63 - bucketBits)
	m.unit = int(word(data, offsetUnit))
	m.keys = int(word(data, offsetKeys))
	sizes := [...]uint64{
		uint64(word(data, offsetLabelBytes)),
		uint64(word(data, offsetMetadata)),
		uint64((n*n + 7) / 8),
		uint64(4 * n * n),
		4 * (1<<bucketBits + 1),
		uint64(word(data, offsetRecordBytes)) + padding,
	}
	var sections [len(sizes)][]byte
	rest := data[headerSize:]
	for i, size := range sizes {
		if size > uint64(len(rest)) {
			return fmt.Errorf("%w: it ends early", ErrFormat)
		}
		sections[i], rest = rest[:size:size], rest[size:]
	}
	if len(rest) > 0 {
		return fmt.Errorf("%w: %d bytes too many", ErrFormat, len(rest))
	}
	m.metadata, m.buckets, m.records = sections[1], sections[4], sections[5]
	m.readConstraints(sections[2], n)
	if err := m.readTransitions(sections[3]); err != nil {
		return err
	}
	return m.readLabels(sections[0], n-1)
}

func (m *Model) readConstraints(bitmap []byte, n int) {
	m.grammar = newGrammar(n-1, func(previous, next int) bool {
		bit := previous*n + next
		return bitmap[bit/8]>>(bit%8)&1 == 1
	})
}

func (m *Model) readTransitions(section []byte) error {
	m.transitions = make([]int32, len(section)/4)
	limit := int32(maxTransition) << m.unit
	for i := range m.transitions {
		score := int32(word(section, 4*i))
		if score > limit || score < -limit {
			return fmt.Errorf("%w: transition score %d", ErrFormat, score)
		}
		m.transitions[i] = score
	}
	return nil
}

func (m *Model) readLabels(section []byte, labels int) error {
	text := string(section)
	m.labels = make([]string, labels)
	for i := range m.labels {
		if len(text) == 0 || len(text) < 1+int(text[0]) {
			return fmt.Errorf("%w: label %d is cut off", ErrFormat, i)
		}
		m.labels[i], text = text[1:1+int(text[0])], text[1+int(text[0]):]
	}
	if len(text) > 0 {
		return fmt.Errorf("%w: %d bytes after the labels", ErrFormat, len(text))
	}
	return nil
}

// checkBuckets checks that the buckets divide the record section and that each is made of whole records.
func (m *Model) checkBuckets() error {
	end := len(m.records) - padding
	position := 0
	for offset := 0; offset < len(m.buckets); offset += 4 {
		bound := word(m.buckets, offset)
		if bound > uint32(end) || int(bound) < position || offset == 0 && bound > 0 {
			return fmt.Errorf("%w: bucket %d starts at %d", ErrFormat, offset/4, bound)
		}
		if err := m.checkRecords(position, int(bound)); err != nil {
			return err
		}
		position = int(bound)
	}
	if position != end {
		return fmt.Errorf("%w: the buckets end at %d of %d", ErrFormat, position, end)
	}
	return nil
}

func (m *Model) checkRecords(position, end int) error {
	for position < end {
		if position+recordSize >= end {
			return fmt.Errorf("%w: record at %d is cut off", ErrFormat, position)
		}
		start := position
		position = m.after(start)
		if position > end {
			return fmt.Errorf("%w: record at %d goes on to %d", ErrFormat, start, position)
		}
		if m.records[start] == 0 {
			continue
		}
		for first := start + recordSize; first < position; first += entrySize {
			if label := entryLabel(word(m.records, first)); label >= len(m.labels) {
				return fmt.Errorf("%w: entry at %d has label %d", ErrFormat, first, label)
			}
		}
	}
	return nil
}

// after returns where the record at a position ends.
func (m *Model) after(position int) int {
	if entries := int(m.records[position]); entries > 0 {
		return position + recordSize + entries*entrySize
	}
	_, rows := m.table(position)
	return position + tableSize(rows, len(m.labels))
}

// table returns the greatest offset of the record at a position that is a table, and the number of its rows.
func (m *Model) table(position int) (offset, rows int) {
	head := m.records[position+recordSize]
	return offsetOf(uint32(head & offsetMask)), int(head>>offsetBits&offsetMask) + 1
}

// An entry is the low three bytes of a word of the record section.

func entryOffset(entry uint32) int   { return offsetOf(entry & offsetMask) }
func entryLabel(entry uint32) int    { return int(entry >> 3 & 0xff) }
func entryWeight(entry uint32) int32 { return int32(entry<<8) >> 19 }

// Labels returns the label set, which must not be changed.
func (m *Model) Labels() []string { return m.labels }

// Metadata returns what the caller stored with Trainer.Metadata. It must not be changed.
func (m *Model) Metadata() []byte { return m.metadata }

// Keys returns the number of feature keys that have a weight; features that differ in their offset only are one.
func (m *Model) Keys() int { return m.keys }

// Units returns a number of nats in the units of the scores.
func (m *Model) Units(nats float64) int32 { return int32(math.Round(math.Ldexp(nats, m.unit))) }

// Add adds the weights of a feature to the scores of the labels of a token: scores[label] for each label. A feature that
// is not in the model adds nothing. Scores do not overflow below 100,000 features a token.
func (m *Model) Add(scores []int32, feature uint64) {
	b := m.bucket(feature)
	for b.position < b.end {
		head := word(m.records, b.position)
		position := b.position
		b.position = m.after(position)
		if head>>8 != b.fingerprint {
			continue
		}
		if head&0xff == 0 {
			m.addRow(scores, position, feature)
			continue
		}
		for position += recordSize; position < b.position; position += entrySize {
			entry := word(m.records, position)
			if entry&offsetMask == uint32(feature&offsetMask) {
				scores[entryLabel(entry)] += entryWeight(entry)
			}
		}
	}
}

// addRow adds the row for the offset of a feature of the table at a position.
func (m *Model) addRow(scores []int32, position int, feature uint64) {
	offset, rows := m.table(position)
	row := offset - offsetOf(uint32(feature&offsetMask))
	if row < 0 || row >= rows {
		return
	}
	addWeights(scores[:len(m.labels)], m.records[position+tableSize(row, len(m.labels)):])
}

// addWeights adds numbers of 16 bits, as many as there are scores, and reads four of them at once while it can.
func addWeights(scores []int32, weights []byte) {
	for len(scores) >= 4 && len(weights) >= 8 {
		four := binary.LittleEndian.Uint64(weights)
		scores[0] += int32(int16(four))
		scores[1] += int32(int16(four >> 16))
		scores[2] += int32(int16(four >> 32))
		scores[3] += int32(int16(four >> 48))
		scores, weights = scores[4:], weights[8:]
	}
	for i := range scores {
		scores[i] += int32(int16(binary.LittleEndian.Uint16(weights[2*i:])))
	}
}

// bucket is where the records of a feature are: among those of the bytes [position, end) of the record section.
type bucket struct {
	position, end int
	fingerprint   uint32
}

func (m *Model) bucket(feature uint64) bucket {
	place := place(feature)
	bounds := binary.LittleEndian.Uint64(m.buckets[4*(place>>1>>m.bucketShift):])
	return bucket{int(uint32(bounds)), int(bounds >> 32), uint32(place) & (1<<24 - 1)}
}
