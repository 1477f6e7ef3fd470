package names

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/detto-it/detto/internal/crf"
	"github.com/detto-it/detto/internal/gazetteer"
	"github.com/detto-it/detto/internal/table"
	"github.com/detto-it/detto/internal/words"
)

//go:embed data/names.bin
var namesData []byte

//go:embed data/classes.bin
var classesData []byte

// knowledge is what the name model knows beside what it learned: lists of names and classes of words. It is
// read-only and may be shared between goroutines.
type knowledge struct {
	names   *gazetteer.Gazetteer
	classes *table.Table
}

// openKnowledge opens the embedded tables in place.
func openKnowledge() (*knowledge, error) {
	names, err := gazetteer.Open(namesData)
	if err != nil {
		return nil, fmt.Errorf("extract: names: %w", err)
	}
	classes, err := table.Open(classesData)
	if err != nil {
		return nil, fmt.Errorf("extract: word classes: %w", err)
	}
	return &knowledge{names: names, classes: classes}, nil
}

// class returns the word class of a word given by its Lower hash, 0 if it has none. The low 12 bits are its fine class, the
// next 8 its coarse class, the others how often it is written with a capital letter.
func (k *knowledge) class(lower uint64) uint32 {
	class, _ := k.classes.Lookup(lower)
	return class
}

//go:embed data/model.bin
var modelData []byte

// Default returns the embedded model, opened at the first call. The tests check it, so that programs need not.
var Default = sync.OnceValues(func() (*Model, error) { return open(modelData, crf.Open) })

// Gender returns the grammatical gender that a given name tells: "m", "f", or "" where it tells none or both.
func (m *Model) Gender(givenName string) string {
	switch m.knowledge.names.Word(words.Hash(givenName)) & (gazetteer.Male | gazetteer.Female) {
	case gazetteer.Male:
		return "m"
	case gazetteer.Female:
		return "f"
	}
	return ""
}
