package names

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/lang"
)

// tinyModel is the file of a model that knows one town.
func tinyModel(t testing.TB) []byte {
	training, err := NewTraining([]string{"CITY"}, nil)
	require.NoError(t, err)
	require.NoError(t, training.Add(Example{"A Lodi.", []Annotation{{lang.Span{Start: 2, End: 6}, "CITY"}}}))
	weights, err := training.Trainer().Train(training.Instances(func(int) bool { return true }))
	require.NoError(t, err)
	var file bytes.Buffer
	_, err = weights.WriteTo(&file)
	require.NoError(t, err)
	return file.Bytes()
}

// sign makes the checksum of a changed file right, as one who means harm would.
func sign(data []byte) []byte {
	if len(data) >= 16 {
		binary.LittleEndian.PutUint32(data[12:], crc32.Checksum(data[16:], crc32.MakeTable(crc32.Castagnoli)))
	}
	return data
}

// requireUsable opens a file and reads a text with the model, if it is one.
func requireUsable(t *testing.T, data []byte) {
	model, err := Open(data)
	if err != nil {
		require.ErrorIs(t, err, ErrModel)
		return
	}
	doc := lang.Parse("A Lodi e a Pavia, dice «Il Cittadino». LODI.")
	found, err := model.Names(t.Context(), doc, nil)
	require.NoError(t, err)
	end := 0
	for _, name := range found {
		require.GreaterOrEqual(t, name.First, end)
		require.Greater(t, name.End, name.First)
		require.True(t, name.Score >= 0 && name.Score <= 1)
		end = name.End
	}
	require.LessOrEqual(t, end, len(doc.Tokens))
}

// A file that is cut anywhere, or has any of its bytes changed, is refused or is a model: also where the checksum is right.
func TestDamagedModels(t *testing.T) {
	whole := tinyModel(t)
	requireUsable(t, whole)
	for cut := range whole {
		requireUsable(t, sign(slices.Clone(whole[:cut])))
	}
	step := 1
	if testing.Short() {
		step = 13
	}
	for at := 0; at < len(whole); at += step {
		for _, flip := range []byte{1, 0x80, 0xff} {
			damaged := slices.Clone(whole)
			damaged[at] ^= flip
			_, err := Open(damaged)
			require.ErrorIs(t, err, ErrModel, "byte %d", at)
			requireUsable(t, sign(damaged))
		}
	}
}

// A header can promise what it likes: nothing is allocated for it.
func TestHostileHeaders(t *testing.T) {
	whole := tinyModel(t)
	for at := 8; at < 48; at += 4 {
		for _, number := range []uint32{0, 1, 31, 1 << 16, 1<<31 - 1, 1 << 31, 1<<32 - 1} {
			hostile := slices.Clone(whole)
			binary.LittleEndian.PutUint32(hostile[at:], number)
			sign(hostile)
			require.Less(t, testing.AllocsPerRun(1, func() { _, _ = Open(hostile) }), 200.0, "%d at byte %d", number, at)
			requireUsable(t, hostile)
		}
	}
}

func FuzzOpen(f *testing.F) {
	whole := tinyModel(f)
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add(bytes.Replace(whole, []byte("CITY"), []byte("B-\xff\x00"), 1))
	f.Add([]byte(strings.Repeat("DETTO", 10)))
	f.Fuzz(func(t *testing.T, data []byte) { requireUsable(t, sign(slices.Clone(data))) })
}
