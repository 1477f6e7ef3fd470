package table

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"testing"

	"github.com/stretchr/testify/require"
)

// spread makes a well-mixed key of a small number (the finaliser of SplitMix64).
func spread(i uint64) uint64 {
	i += 0x9e3779b97f4a7c15
	i = (i ^ i>>30) * 0xbf58476d1ce4e5b9
	i = (i ^ i>>27) * 0x94d049bb133111eb
	return i ^ i>>31
}

func TestTableHoldsWhatItWasBuiltWith(t *testing.T) {
	for _, size := range []uint64{0, 1, 3, 1000, 40000} {
		entries := map[uint64]uint32{}
		for i := range size {
			entries[spread(i)] = uint32(i * 3)
		}
		table, err := Open(Build(entries))
		require.NoError(t, err)
		for i := range size {
			value, ok := table.Lookup(spread(i))
			require.True(t, ok)
			require.Equal(t, uint32(i*3), value)
		}
		for i := size; i < 2*size+10; i++ {
			_, ok := table.Lookup(spread(i))
			require.False(t, ok)
		}
	}
}

func TestBuildIsDeterministic(t *testing.T) {
	entries := map[uint64]uint32{}
	for i := range uint64(500) {
		entries[spread(i)] = uint32(i)
	}
	require.Equal(t, Build(entries), Build(entries))
}

func TestDamageIsFound(t *testing.T) {
	data := Build(map[uint64]uint32{spread(1): 1, spread(2): 2})
	for cut := range data {
		_, err := Open(data[:cut])
		require.True(t, errors.Is(err, ErrFormat), "cut at %d", cut)
	}
	for i := range data {
		data[i] ^= 0x40
		table, err := Open(data)
		if err == nil {
			err = table.Verify()
		}
		require.True(t, errors.Is(err, ErrFormat), "flipped at %d", i)
		data[i] ^= 0x40
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(Build(map[uint64]uint32{spread(1): 1}))
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		if data = bytes.Clone(data); len(data) >= headerSize {
			binary.LittleEndian.PutUint32(data[12:], crc32.ChecksumIEEE(data[headerSize:])) // else nothing gets any further
		}
		table, err := Open(data)
		if err != nil {
			require.ErrorIs(t, err, ErrFormat)
			return
		}
		table.Lookup(spread(7))
	})
}
