package extract

import (
	"errors"
	"fmt"
	"io"

	"github.com/detto-it/detto/internal/names"
)

// ErrModel is wrapped by the errors of ReadModel: the bytes are not a model of names, are damaged, or were made for another
// version of Detto.
var ErrModel = names.ErrModel

// Model is a trained model of names. It is read-only and may be shared between goroutines.
type Model struct{ names *names.Model }

// ReadModel reads a model that examples/train wrote. It keeps the file's bytes in memory and decodes nothing; its errors
// are those of r or wrap ErrModel.
func ReadModel(r io.Reader) (*Model, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("extract: reading a model: %w", err)
	}
	m, err := names.Open(data)
	if err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	return &Model{m}, nil
}

// Labels returns the labels that the model gives to names, in alphabetical order: "LOC", "ORG", "ORG.nominal" …
func (m *Model) Labels() []string { return m.names.Labels() }

// errDefaultModel would mean that the package was built with a damaged model; the tests make sure that it was not.
var errDefaultModel = errors.New("extract: the embedded model can't be read")

// tagger returns the model of an extractor.
func (x *Extractor) tagger() *names.Model {
	if x.Model != nil {
		return x.Model.names
	}
	m, err := names.Default()
	if err != nil {
		panic(fmt.Errorf("%w: %w", errDefaultModel, err))
	}
	return m
}
