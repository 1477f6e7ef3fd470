package names

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"github.com/detto-it/detto/internal/crf"
	"github.com/detto-it/detto/lang"
)

// ErrModel is wrapped by the errors of Open: the bytes are not a model of names, or one made for other features.
var ErrModel = errors.New("not a model of names that this version can read")

// metadata is what a model file says about itself beside its weights.
type metadata struct {
	Task     string   `json:"task"`
	Features int      `json:"features"`          // the featureVersion it was trained with
	Without  []string `json:"without,omitempty"` // names of templates left out
}

const task = "names"

// Margins in nats, see tagger.isSure. On wikinews/dev they let three tokens in eight be decided at once, and 20 of 3900 names
// come out otherwise than without them, for better or worse.
const (
	sureMargin  = 1
	quietMargin = -2
)

// Model finds names in documents. It is read-only and may be shared between goroutines.
type Model struct {
	weights   *crf.Model
	tags      []tag
	knowledge *knowledge
	without   templateSet
	sure      int32     // the margin, see tagger.margins, from which a token may be taken to be in no name
	quiet     int32     // the margin from which nothing speaks for a name
	taggers   sync.Pool // of *tagger
}

// Open returns the model in data, which must not change. It checks all and decodes nothing.
func Open(data []byte) (*Model, error) { return open(data, crf.Read) }

func open(data []byte, read func([]byte) (*crf.Model, error)) (*Model, error) {
	weights, err := read(data)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrModel, err)
	}
	var about metadata
	if err := json.Unmarshal(weights.Metadata(), &about); err != nil || about.Task != task {
		return nil, fmt.Errorf("%w: it does not say that it finds names", ErrModel)
	}
	if about.Features != featureVersion {
		return nil, fmt.Errorf("%w: it has features of version %d, not %d", ErrModel, about.Features, featureVersion)
	}
	known, err := openKnowledge()
	if err != nil {
		return nil, err
	}
	without, err := templatesNamed(about.Without)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrModel, err)
	}
	m := &Model{weights: weights, knowledge: known, without: without}
	for _, label := range weights.Labels() {
		t, err := parseTag(label)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrModel, err)
		}
		m.tags = append(m.tags, t)
	}
	if len(m.tags) < 2 || m.tags[noName].place != notInName {
		return nil, fmt.Errorf("%w: its labels are %q", ErrModel, weights.Labels())
	}
	m.sure, m.quiet = weights.Units(sureMargin), weights.Units(quietMargin)
	m.taggers.New = func() any { return newTagger(m) }
	return m, nil
}

// Labels returns the labels of the names that the model can find, in alphabetical order.
func (m *Model) Labels() []string {
	var labels []string
	for _, t := range m.tags {
		if t.place == begins {
			labels = append(labels, t.label)
		}
	}
	return labels
}

// Name is a name found in a document.
type Name struct {
	First, End int // index of its first token, and of the token after its last
	Label      string
	Score      float32 // probability that the label and both ends are right, 0 to 1
}

// Names appends the names of a document to names, in order. When the context ends before it is done it returns the
// context's error and no names.
func (m *Model) Names(ctx context.Context, doc *lang.Document, names []Name) ([]Name, error) {
	t := m.taggers.Get().(*tagger)
	defer m.taggers.Put(t)
	return t.names(ctx, doc, names)
}
