package crf

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// randomWeights gives every label a weight for some of the features 0 to 8×keys.
func randomWeights(random *rand.Rand, labels, keys int) *Weights {
	allowed := make([]bool, (labels+1)*(labels+1))
	for i := range allowed {
		allowed[i] = random.IntN(4) > 0
	}
	g := newGrammar(labels, func(previous, next int) bool { return allowed[previous*(labels+1)+next] })
	w := &Weights{grammar: &g, metadata: []byte("features 7")}
	for i := range labels {
		w.labels = append(w.labels, string(rune('a'+i)))
	}
	for range allowed {
		w.transitions = append(w.transitions, random.NormFloat64())
	}
	for feature := range uint64(keys << offsetBits) {
		for label := range labels {
			dense := feature>>offsetBits%3 == 0 // every third record becomes a table
			if dense || random.IntN(3) == 0 {
				w.entries = append(w.entries, weightEntry{feature, label, 2 * random.NormFloat64()})
			}
		}
	}
	return w
}

func (w *Weights) mustModel(t testing.TB) *Model {
	t.Helper()
	var file bytes.Buffer
	n, err := w.WriteTo(&file)
	require.NoError(t, err)
	require.EqualValues(t, file.Len(), n)
	m, err := Read(file.Bytes())
	require.NoError(t, err)
	return m
}

func TestModelHoldsWhatWasWritten(t *testing.T) {
	for _, keys := range []int{0, 1, 5, 300} {
		w := randomWeights(rand.New(rand.NewPCG(7, uint64(keys))), 5, keys)
		m := w.mustModel(t)
		assert.Equal(t, w.labels, m.Labels())
		assert.Equal(t, w.metadata, m.Metadata())
		assert.Equal(t, *w.grammar, m.grammar)
		assert.LessOrEqual(t, m.Keys(), keys)
		wanted := make(map[uint64][]int32)
		for _, e := range w.entries {
			if wanted[e.feature] == nil {
				wanted[e.feature] = make([]int32, 5)
			}
			wanted[e.feature][e.label] = quantise(e.weight, w.unit(), maxWeight)
		}
		for feature, weights := range wanted {
			scores := make([]int32, 5)
			m.Add(scores, feature)
			assert.Equal(t, weights, scores)
		}
		scores := make([]int32, 5)
		for feature := range uint64(5000) {
			m.Add(scores, feature+uint64(keys)<<offsetBits)
		}
		assert.Equal(t, make([]int32, 5), scores, "unknown features add nothing")
	}
}

// A key with more entries than a record has room for goes into several.
func TestManyLabels(t *testing.T) {
	g := newGrammar(MaxLabels, func(previous, next int) bool { return true })
	w := &Weights{grammar: &g, labels: make([]string, MaxLabels), transitions: make([]float64, (MaxLabels+1)*(MaxLabels+1))}
	for feature := range uint64(8) {
		for label := range MaxLabels {
			w.entries = append(w.entries, weightEntry{feature, label, float64(label + 1)})
		}
	}
	m := w.mustModel(t)
	assert.Equal(t, 1, m.Keys())
	scores := make([]int32, MaxLabels)
	for feature := range uint64(8) {
		clear(scores)
		m.Add(scores, feature)
		for label, score := range scores {
			assert.EqualValues(t, (label+1)<<m.unit, score)
		}
	}
}

// Spread is Add for every token that sees the feature.
func TestSpreadAgreesWithAdd(t *testing.T) {
	const tokens, keys = 7, 50
	random := rand.New(rand.NewPCG(8, 9))
	m := randomWeights(random, 4, keys).mustModel(t)
	spread, added := NewDecoder(m), NewDecoder(m)
	spread.Begin(tokens)
	added.Begin(tokens)
	for range 200 {
		token, key := random.IntN(tokens+8)-4, random.Uint64N(keys)<<offsetBits
		spread.Spread(token, key)
		for offset := MinOffset; offset <= MaxOffset; offset++ {
			if seer := token - offset; seer >= 0 && seer < tokens {
				m.Add(added.Scores(seer), At(key, offset))
			}
		}
	}
	assert.Equal(t, added.scores, spread.scores)
}

func TestAt(t *testing.T) {
	for offset := MinOffset; offset <= MaxOffset; offset++ {
		feature := At(0xfedcba9876543217, offset)
		assert.Equal(t, uint64(0xfedcba9876543210>>3), feature>>3, "the key stays")
		assert.Equal(t, offset, offsetOf(uint32(feature&offsetMask)))
	}
}

// The same bytes come out of one and the same training whatever the number of workers is.
func TestTrainingIsDeterministic(t *testing.T) {
	trainer := Trainer{Labels: toyLabels, Allowed: toyAllowed, Iterations: 4, MinCount: 2}
	data := toyData(300)
	var files [4][]byte
	for i := range files {
		trainer.Workers = 1 + i
		weights, err := trainer.Train(data)
		require.NoError(t, err)
		var file bytes.Buffer
		_, err = weights.WriteTo(&file)
		require.NoError(t, err)
		files[i] = file.Bytes()
		assert.Equal(t, files[0], files[i], "%d workers", 1+i)
	}
}

// The same bytes come out on every platform: the checksum was taken on amd64.
func TestTrainingIsPortable(t *testing.T) {
	trainer := Trainer{Labels: toyLabels, Allowed: toyAllowed, L2: 0.01, Iterations: 6, Workers: 2}
	weights, err := trainer.Train(toyData(500))
	require.NoError(t, err)
	data, err := weights.file()
	require.NoError(t, err)
	assert.Equal(t, uint32(0x9687b26a), word(data, 12))
}

func TestReadRejects(t *testing.T) {
	good, err := randomWeights(rand.New(rand.NewPCG(10, 11)), 3, 20).file()
	require.NoError(t, err)
	change := func(offset int, value uint32) []byte {
		data := slices.Clone(good)
		binary.LittleEndian.PutUint32(data[offset:], value)
		return sign(data)
	}
	bucketTable := len(good) - padding - int(word(good, offsetRecordBytes)) - 4*(1<<word(good, offsetBucketBits)+1)
	records := len(good) - padding - int(word(good, offsetRecordBytes))
	list := 0 // the first record that is a list of entries
	m, err := Read(good)
	require.NoError(t, err)
	for m.records[list] == 0 {
		list = m.after(list)
	}
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, ErrFormat},
		{"half a header", good[:20], ErrFormat},
		{"another kind of file", bytes.Repeat([]byte("x"), 100), ErrFormat},
		{"another version", change(8, 2), ErrVersion},
		{"a byte short", good[:len(good)-1], ErrChecksum},
		{"a byte short, signed", sign(slices.Clone(good[:len(good)-1])), ErrFormat},
		{"a byte long, signed", sign(append(slices.Clone(good), 0)), ErrFormat},
		{"no labels", change(offsetLabels, 0), ErrFormat},
		{"too many labels", change(offsetLabels, 1<<31), ErrFormat},
		{"one label more than there is", change(offsetLabels, 4), ErrFormat},
		{"label section beyond the end", change(offsetLabelBytes, 1<<32-1), ErrFormat},
		{"label section too short", change(offsetLabelBytes, 1), ErrFormat},
		{"metadata beyond the end", change(offsetMetadata, 1<<32-1), ErrFormat},
		{"too many buckets", change(offsetBucketBits, 26), ErrFormat},
		{"far too many buckets", change(offsetBucketBits, 60), ErrFormat},
		{"records beyond the end", change(offsetRecordBytes, 1<<32-1), ErrFormat},
		{"unit out of range", change(offsetUnit, 9), ErrFormat},
		{"first bucket does not start at 0", change(bucketTable, 4), ErrFormat},
		{"bucket beyond the records", change(bucketTable+4, 1<<31), ErrFormat},
		{"list without entries", change(records+list, 0), ErrFormat},
		{"list with too many entries", change(records+list, 255), ErrFormat},
		{"table with too few rows", change(records+4, 0), ErrFormat},
		{"entry with a label that is not there", change(records+list+4, 200<<3), ErrFormat},
		{"transition score too great", change(bucketTable-4, 1<<30), ErrFormat},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, err := Read(c.data)
			assert.Nil(t, m)
			assert.ErrorIs(t, err, c.want)
		})
	}
}

// Every single bit is covered by a check.
func TestReadRejectsFlippedBits(t *testing.T) {
	good, err := randomWeights(rand.New(rand.NewPCG(12, 13)), 3, 10).file()
	require.NoError(t, err)
	for bit := range 8 * len(good) {
		good[bit/8] ^= 1 << (bit % 8)
		_, err := Read(good)
		assert.Error(t, err, "bit %d", bit)
		good[bit/8] ^= 1 << (bit % 8)
	}
	for end := range good {
		_, err := Read(good[:end])
		assert.Error(t, err, "%d bytes", end)
	}
}

func TestReadAllocatesLittle(t *testing.T) {
	data, err := randomWeights(rand.New(rand.NewPCG(14, 15)), 5, 2000).file()
	require.NoError(t, err)
	assert.Less(t, testing.AllocsPerRun(10, func() { _, _ = Read(data) }), 10.0)
}

// sign makes the checksum of a changed file right.
func sign(data []byte) []byte {
	sum := crc32.Checksum(data[checkedFrom:], crc32.MakeTable(crc32.Castagnoli))
	binary.LittleEndian.PutUint32(data[12:], sum)
	return data
}

// Whatever the bytes are, Read returns an error or a model that can be used.
func FuzzRead(f *testing.F) {
	for keys := range 3 {
		data, err := randomWeights(rand.New(rand.NewPCG(16, uint64(keys))), 2, 10*keys).file()
		require.NoError(f, err)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > headerSize {
			data = sign(slices.Clone(data))
		}
		m, err := Read(data)
		if err != nil {
			return
		}
		d := NewDecoder(m)
		d.Begin(5)
		for feature := range uint64(500) {
			m.Add(d.Scores(int(feature%5)), feature)
			d.Spread(int(feature%9)-2, feature)
		}
		if path := d.Viterbi(nil); len(path) > 0 {
			require.True(t, m.grammar.allows(path))
			confidence := d.Confidence(1, 4, path)
			require.True(t, confidence >= 0 && confidence <= 1)
		}
	})
}
