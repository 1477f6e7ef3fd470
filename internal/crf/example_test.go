package crf_test

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"strings"
	"unicode"

	"github.com/detto-it/detto/internal/crf"
)

// hash makes a feature of what was seen.
func hash(what, value string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(what + "=" + value))
	return h.Sum64()
}

// features are those of a word itself; the words before and after it see them too.
func features(word string) []uint64 {
	capital := "no"
	if unicode.IsUpper([]rune(word)[0]) {
		capital = "yes"
	}
	return []uint64{hash("word", strings.ToLower(word)), hash("capital", capital)}
}

// A model that finds names: each word sees its own features and those of its neighbours.
func Example() {
	labels := []string{"O", "B", "I"}
	trainer := crf.Trainer{
		Labels:  labels,
		Allowed: func(previous, next int) bool { return next != 2 || previous > 0 },
	}
	instance := func(text string, labels ...int) crf.Instance {
		words := strings.Fields(text)
		seen := make([][]uint64, len(words))
		for i := range words {
			for j := max(0, i-1); j <= min(len(words)-1, i+1); j++ {
				for _, feature := range features(words[j]) {
					seen[i] = append(seen[i], crf.At(feature, j-i))
				}
			}
		}
		return crf.Instance{Features: seen, Labels: labels}
	}
	weights, err := trainer.Train([]crf.Instance{
		instance("Ieri Marco Neri ha cantato", 0, 1, 2, 0, 0),
		instance("Oggi Anna Verdi ha scritto", 0, 1, 2, 0, 0),
		instance("Il treno ha fischiato", 0, 0, 0, 0),
	})
	if err != nil {
		panic(err)
	}
	var file bytes.Buffer
	if _, err := weights.WriteTo(&file); err != nil {
		panic(err)
	}

	model, err := crf.Read(file.Bytes())
	if err != nil {
		panic(err)
	}
	decoder := crf.NewDecoder(model)
	words := strings.Fields("Ieri Luca Bassi ha dormito")
	decoder.Begin(len(words))
	for i, word := range words {
		decoder.Spread(i, features(word)...)
	}
	for i, label := range decoder.Viterbi(nil) {
		fmt.Println(words[i], model.Labels()[label])
	}
	// Output:
	// Ieri O
	// Luca B
	// Bassi I
	// ha O
	// dormito O
}
