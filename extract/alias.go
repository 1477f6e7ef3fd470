package extract

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/detto-it/detto/internal/words"
)

//go:embed data/aliases.txt
var aliasesText string

// aliases maps the hash of each name in data/aliases.txt to the number of its line.
var aliases = sync.OnceValue(func() map[uint64]int {
	lines, names := map[uint64]int{}, clusterer{}
	n := 0
	for line := range strings.Lines(aliasesText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for name := range strings.SplitSeq(strings.TrimSpace(line), "\t") {
			names.hashes = names.hashes[:0]
			names.addNameWords(name)
			lines[hashOfName(names.hashes)] = n
		}
		n++
	}
	return lines
})

// hashOfName is a hash of the words of a name.
func hashOfName(name []uint64) uint64 {
	hash := words.Seed
	for _, word := range name {
		hash = words.Mix(hash, word)
	}
	return hash
}

// joinAliases joins the names of one person that have no word in common: "Benedetto XVI", "Joseph Ratzinger". A part of a
// fuller name counts as that name, so that "Berlusconi" is not "Cavaliere" where it stands for another of the family.
func (c *clusterer) joinAliases() {
	for i := range c.entities {
		if !c.entities[i].Kind.IsName() || len(c.words[i]) == 0 {
			continue
		}
		line, known := aliases()[hashOfName(c.words[c.full[i]])]
		if !known {
			continue
		}
		if other, seen := c.aliases[line]; seen {
			c.join(other, i)
		} else {
			c.aliases[line] = i
		}
	}
}
