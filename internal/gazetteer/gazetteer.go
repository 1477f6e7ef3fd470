// Package gazetteer holds lists of names and of words that tell the kind of the name beside them, as one table read in
// place. A name of several words is found word by word: the hash of its words so far is looked up, and the entry says
// whether the words so far are a name, and whether a longer name begins with them.
package gazetteer

import (
	"github.com/detto-it/detto/internal/table"
	"github.com/detto-it/detto/internal/words"
)

// Set is a set of list memberships, one bit a list.
type Set uint32

// The lists. The first six are names by kind; the next ones say more about them; the others are words beside a name.
const (
	Person Set = 1 << iota
	Location
	Organization
	Event
	Work
	Misc
	Country     // countries and territories
	Town        // Italian municipalities
	Team        // sports teams
	Media       // newspapers, agencies, broadcasters
	Male        // given names of men
	Female      // given names of women
	Foreign     // given names foreign to Italian
	Surname     // Italian surnames
	SurnameElse // surnames foreign to Italian
	Demonym     // "cinese", "milanese"
	Title       // words before a person's name: "presidente", "mons."
	LocationHead
	OrganizationHead
	EventHead
	WorkHead
	MiscHead
	PersonContext
	LocationContext
	OrganizationContext
	EventContext
	WorkContext
	MiscContext
	longer // not a list: longer names begin with these words
)

// Names are the lists of whole names by kind.
const Names = Person | Location | Organization | Event | Work | Misc

// Bits is the number of lists.
const Bits = 28

// Gazetteer is a set of lists. It is read-only and may be shared between goroutines.
type Gazetteer struct{ table *table.Table }

// Open returns the gazetteer in data, which must not change. It looks at the header only, see Verify.
func Open(data []byte) (*Gazetteer, error) {
	t, err := table.Open(data)
	if err != nil {
		return nil, err
	}
	return &Gazetteer{table: t}, nil
}

// Verify checks that the bytes are those of a compiled gazetteer. It takes linear time.
func (g *Gazetteer) Verify() error { return g.table.Verify() }

// Word returns the lists that hold a single word.
func (g *Gazetteer) Word(lower uint64) Set {
	value, _ := g.table.Lookup(words.Mix(words.Seed, lower))
	return Set(value) &^ longer
}

// Match is a name found in a sequence of words.
type Match struct {
	Length int // in words
	Lists  Set
}

// Longest returns the longest name that begins at the first of the words given, which are Lower hashes.
func (g *Gazetteer) Longest(lower []uint64) Match {
	best, hash := Match{}, words.Seed
	for i, word := range lower {
		hash = words.Mix(hash, word)
		value, found := g.table.Lookup(hash)
		if !found {
			break
		}
		lists := Set(value)
		if lists&^longer != 0 {
			best = Match{Length: i + 1, Lists: lists &^ longer}
		}
		if lists&longer == 0 {
			break
		}
	}
	return best
}
