package extract

import (
	"fmt"
	"slices"

	"github.com/detto-it/detto/lang"
)

// Kind is what an entity is. Its text form ("PER", "DATE", …) is used in JSON.
type Kind uint8

// The kinds of entity: names first, then the expressions that the grammar reads.
const (
	Person       Kind = iota // PER: named persons, without titles
	Location                 // LOC: countries, cities, regions, streets, buildings, seats of power
	Organization             // ORG: companies, institutions, parties, teams, media
	Event                    // EVENT: competitions, wars, summits, named disasters
	Work                     // WORK: books, films, laws, treaties
	Misc                     // MISC: products, services, programmes, awards, operations
	Date                     // DATE: "3 luglio 2024", "ieri"
	Time                     // TIME: "alle 18.30"
	Duration                 // DURATION: "due ore e mezza"
	Money                    // MONEY: "75 milioni di dollari"
	Percent                  // PERCENT: "3,5%"
	Quantity                 // QUANTITY: "1782,75 km"
	Ordinal                  // ORDINAL: "24°", "terzo"
	Cardinal                 // CARDINAL: "quattro", "1.500"
)

var kindNames = [...]string{"PER", "LOC", "ORG", "EVENT", "WORK", "MISC", "DATE", "TIME", "DURATION", "MONEY",
	"PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"}

// String returns the text form of the kind: "PER", "DATE", and so on.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// IsName reports whether the kind is one of the six kinds of name: PER LOC ORG EVENT WORK MISC.
func (k Kind) IsName() bool { return k <= Misc }

// MarshalText returns the text form of the kind. It never fails.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the text form of a kind.
func (k *Kind) UnmarshalText(text []byte) error {
	kind, known := kindNamed(string(text))
	if !known {
		return fmt.Errorf("extract: no entity kind %q", text)
	}
	*k = kind
	return nil
}

// kindNamed returns the kind with a text form.
func kindNamed(text string) (kind Kind, known bool) {
	i := slices.Index(kindNames[:], text)
	return Kind(max(i, 0)), i >= 0
}

// Entity is a name or an expression found in a document.
type Entity struct {
	Text string `json:"text"`
	lang.Span
	Kind    Kind    `json:"kind"`
	Nominal bool    `json:"nominal,omitempty"` // a common noun for one institution: "governo russo"
	ID      int     `json:"id"`                // same ID, same thing in this document ("Xi", "presidente Xi Jinping")
	Name    string  `json:"name,omitempty"`    // the fullest name used for it here
	Norm    string  `json:"norm,omitempty"`    // country: ISO 3166 code; expressions: see Norm in accessors.go
	Mod     Mod     `json:"mod,omitempty"`     // of an expression: "circa", "almeno", "fine", "entro"
	Score   float32 `json:"score"`             // 0..1
	Gender  string  `json:"gender,omitempty"`  // of a person whose given name tells it: "m" or "f"
	Label   string  `json:"label,omitempty"`   // the label of a user's model that is none of the kinds; Kind is then MISC
}
