// Package table is a static hash table from 64-bit keys to 32-bit values, read in place from the bytes of a file:
// opening one allocates nothing but its header and decodes nothing. It holds what the name model knows about words and
// names, embedded in the program.
//
// # Format
//
// All integers are little endian.
//
//	offset  size  what
//	0       8     magic "DETTOTB1"
//	8       4     slot count, a power of two
//	12      4     CRC-32 (IEEE) of the slots
//	16      8×n   slots: fingerprint (4 bytes; 0 marks a free slot), value (4 bytes)
//
// The low bits of a key choose its first slot, the high 32 bits are its fingerprint (1 stands for 0), and collisions
// go to the next slot (linear probing, at most half of the slots are used). Two keys with the same fingerprint in
// the same run of slots can't be told apart; with a good hash that is one absent key in a thousand million.
package table

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"
)

const (
	magic      = "DETTOTB1"
	headerSize = 16
	slotSize   = 8
	maxSlots   = 1 << 26
)

// ErrFormat is wrapped by every error of Open and Verify: the bytes are not a table, or a damaged one.
var ErrFormat = errors.New("not a valid table")

// Table is an open table. It is read-only and may be shared between goroutines.
type Table struct {
	slots    []byte
	mask     uint32
	checksum uint32
}

// Open returns the table in data, which must not change, for it is read in place. It looks at the header only; Verify looks at
// the rest. A damaged table has other keys and values than it should.
func Open(data []byte) (*Table, error) {
	if len(data) < headerSize || string(data[:8]) != magic {
		return nil, fmt.Errorf("table: %w: no header at byte 0", ErrFormat)
	}
	n := binary.LittleEndian.Uint32(data[8:])
	if n == 0 || n&(n-1) != 0 || n > maxSlots || len(data) != headerSize+int(n)*slotSize {
		return nil, fmt.Errorf("table: %w: %d slots in %d bytes at byte 8", ErrFormat, n, len(data))
	}
	return &Table{slots: data[headerSize:], mask: n - 1, checksum: binary.LittleEndian.Uint32(data[12:])}, nil
}

// Verify checks that the bytes of the table are those that Build made. It takes linear time.
func (t *Table) Verify() error {
	if crc32.ChecksumIEEE(t.slots) != t.checksum {
		return fmt.Errorf("table: %w: wrong checksum at byte 12", ErrFormat)
	}
	return nil
}

// Lookup returns the value of a key, and whether the table has it.
func (t *Table) Lookup(key uint64) (uint32, bool) {
	want := fingerprint(key)
	for slot, steps := uint32(key)&t.mask, uint32(0); steps <= t.mask; slot, steps = (slot+1)&t.mask, steps+1 {
		entry := binary.LittleEndian.Uint64(t.slots[slot*slotSize:])
		switch uint32(entry) {
		case want:
			return uint32(entry >> 32), true
		case 0:
			return 0, false
		}
	}
	return 0, false
}

// Build returns the bytes of a table with the entries given; equal entries give equal bytes.
func Build(entries map[uint64]uint32) []byte {
	n := uint32(1)
	for int(n) < 2*len(entries) {
		n *= 2
	}
	keys := make([]uint64, 0, len(entries))
	for key := range entries {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	data := make([]byte, headerSize+int(n)*slotSize)
	copy(data, magic)
	binary.LittleEndian.PutUint32(data[8:], n)
	for _, key := range keys {
		place(data[headerSize:], n-1, key, entries[key])
	}
	binary.LittleEndian.PutUint32(data[12:], crc32.ChecksumIEEE(data[headerSize:]))
	return data
}

func place(slots []byte, mask uint32, key uint64, value uint32) {
	slot := uint32(key) & mask
	for binary.LittleEndian.Uint32(slots[slot*slotSize:]) != 0 {
		slot = (slot + 1) & mask
	}
	binary.LittleEndian.PutUint32(slots[slot*slotSize:], fingerprint(key))
	binary.LittleEndian.PutUint32(slots[slot*slotSize+4:], value)
}

func fingerprint(key uint64) uint32 {
	if f := uint32(key >> 32); f != 0 {
		return f
	}
	return 1
}
