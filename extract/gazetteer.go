package extract

import (
	"context"

	"github.com/detto-it/detto/internal/words"
	"github.com/detto-it/detto/lang"
)

// GazetteerEntry is a name that a user wants found.
type GazetteerEntry struct {
	Name string // as it is written; its capitals must be in the text too
	Kind Kind
	Norm string // copied to Entity.Norm, where it is not empty
	Wins bool   // the entry wins over what the model finds in the same place
}

// Gazetteer is a list of names of the user's own. It is read-only and may be shared between goroutines.
type Gazetteer struct {
	byWords map[uint64]listedName // by the hash of the words so far
}

// listedName is what a sequence of words is: an entry, the beginning of a longer one, or both.
type listedName struct {
	entry  *GazetteerEntry
	longer bool
}

// NewGazetteer makes a gazetteer of entries. Of entries with the same name the last one counts; entries without a word are
// passed over.
func NewGazetteer(entries []GazetteerEntry) *Gazetteer {
	g := &Gazetteer{byWords: map[uint64]listedName{}}
	for _, entry := range entries {
		hash := words.Seed
		tokens := lang.Parse(entry.Name).Tokens
		for i, token := range tokens {
			hash = words.Mix(hash, words.Name(token.Text))
			listed := g.byWords[hash]
			if i+1 < len(tokens) {
				listed.longer = true
			} else {
				listed.entry = &entry
			}
			g.byWords[hash] = listed
		}
	}
	return g
}

// The scores of names from a gazetteer: those that win over the model, and the others.
const (
	winningScore = 1
	listedScore  = 0.9
)

// find returns the names of the gazetteer in a document, in order, the longest first one winning.
func (g *Gazetteer) find(ctx context.Context, doc *lang.Document) ([]Entity, error) {
	if g == nil {
		return nil, nil
	}
	var found []Entity
	for _, sentence := range doc.Sentences {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for i := 0; i < len(sentence.Tokens); {
			entry, length := g.longest(sentence.Tokens[i:])
			if entry == nil {
				i++
				continue
			}
			span := lang.Span{Start: sentence.Tokens[i].Start, End: sentence.Tokens[i+length-1].End}
			e := Entity{Text: doc.Text[span.Start:span.End], Span: span, Kind: entry.Kind, Norm: entry.Norm, Score: listedScore}
			if entry.Wins {
				e.Score = winningScore
			}
			found = append(found, e)
			i += length
		}
	}
	return found, nil
}

// longest returns the longest entry that the tokens begin with, and its length in tokens.
func (g *Gazetteer) longest(tokens []lang.Token) (best *GazetteerEntry, length int) {
	hash := words.Seed
	for i, token := range tokens {
		hash = words.Mix(hash, words.Name(token.Text))
		listed, known := g.byWords[hash]
		if !known {
			break
		}
		if listed.entry != nil && capitalsAgree(listed.entry.Name, tokens[:i+1]) {
			best, length = listed.entry, i+1
		}
		if !listed.longer {
			break
		}
	}
	return best, length
}

// capitalsAgree reports whether the first token of a mention has a capital where the entry's name has one: "Sole" the
// firm is not "sole" the star.
func capitalsAgree(name string, mention []lang.Token) bool {
	return !words.Analyse(name).Form.IsCapital() || words.Analyse(mention[0].Text).Form.IsCapital()
}
