package extract

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/detto-it/detto/internal/words"
)

//go:embed gazetteers/territories.txt
var territoriesText string

// countryCodes returns the ISO 3166 codes of countries by the hash of their names' words.
var countryCodes = sync.OnceValue(func() map[uint64]string {
	codes := map[uint64]string{}
	for line := range strings.Lines(territoriesText) {
		name, code, found := strings.Cut(strings.TrimSpace(line), "\t")
		if found && !strings.HasPrefix(line, "#") {
			codes[words.Hash(name)] = code
		}
	}
	return codes
})

// countryCode returns the ISO 3166 alpha-2 code of the country that a name stands for, "" if it stands for none.
func countryCode(name string) string { return countryCodes()[words.Hash(name)] }
