package gazetteer

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/detto-it/detto/internal/table"
	"github.com/detto-it/detto/internal/words"
	"github.com/detto-it/detto/lang"
)

// ErrSyntax is wrapped by the errors of Compile; they name the file and the line.
var ErrSyntax = errors.New("not a gazetteer file")

// files says which lists the names of a file belong to beside the one of its kind.
var files = map[string]Set{
	"countries.txt":           Country,
	"territories.txt":         Country,
	"municipalities.txt":      Town,
	"teams.txt":               Team,
	"media.txt":               Media,
	"first-names-foreign.txt": Foreign,
	"surnames-foreign.txt":    SurnameElse,
	"surnames-italian.txt":    Surname,
}

// kinds are the values of a file's "# kind:" line.
var kinds = map[string]Set{
	"PER": Person, "LOC": Location, "ORG": Organization, "EVENT": Event, "WORK": Work, "MISC": Misc,
	"FIRST": 0, "LAST": 0, "DEMONYM": Demonym, "TITLE": Title, "HEAD": 0, "CONTEXT": 0,
}

var heads = map[string]Set{"LOC": LocationHead, "ORG": OrganizationHead, "EVENT": EventHead, "WORK": WorkHead,
	"MISC": MiscHead, "PER": Title}

var contexts = map[string]Set{"PER": PersonContext, "LOC": LocationContext, "ORG": OrganizationContext,
	"EVENT": EventContext, "WORK": WorkContext, "MISC": MiscContext}

// Compile reads every .txt file of a directory and returns the bytes for Open. A file begins with lines that start with
// "#", one of them "# kind: KIND"; each further line is a name, with what the kind needs after a tab: m, f or mf for FIRST,
// the kind of name for HEAD and CONTEXT. Other second columns are not for the gazetteer and are passed over.
func Compile(dir fs.FS) ([]byte, error) {
	paths, err := fs.Glob(dir, "*.txt")
	if err != nil {
		return nil, err
	}
	c := compiler{entries: map[uint64]uint32{}}
	for _, p := range paths {
		file, err := dir.Open(p)
		if err != nil {
			return nil, err
		}
		err = c.file(path.Base(p), file)
		if err = errors.Join(err, file.Close()); err != nil {
			return nil, err
		}
	}
	return table.Build(c.entries), nil
}

type compiler struct{ entries map[uint64]uint32 }

func (c *compiler) file(name string, r io.Reader) error {
	kind := ""
	lines := bufio.NewScanner(r)
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		if comment, ok := strings.CutPrefix(line, "#"); ok {
			if value, ok := strings.CutPrefix(strings.TrimSpace(comment), "kind: "); ok {
				kind = strings.TrimSpace(value)
			}
			continue
		}
		lists, err := listsOf(name, kind, line)
		if err != nil {
			return fmt.Errorf("gazetteer: %s:%d: %w: %w", name, number, ErrSyntax, err)
		}
		entry, _, _ := strings.Cut(line, "\t")
		c.add(entry, lists)
	}
	return lines.Err()
}

// listsOf returns the lists that a line of a file belongs to.
func listsOf(file, kind, line string) (Set, error) {
	lists, known := kinds[kind]
	if !known {
		return 0, fmt.Errorf("kind %q is not known", kind)
	}
	lists |= files[file]
	_, column, _ := strings.Cut(line, "\t")
	switch kind {
	case "FIRST":
		if strings.Contains(column, "m") {
			lists |= Male
		}
		if strings.Contains(column, "f") {
			lists |= Female
		}
	case "HEAD":
		lists |= heads[column]
	case "CONTEXT":
		lists |= contexts[column]
	}
	if lists == 0 {
		return 0, fmt.Errorf("%q belongs to no list", line)
	}
	return lists, nil
}

// add enters a name and the beginnings of it.
func (c *compiler) add(name string, lists Set) {
	tokens := lang.Parse(name).Tokens
	hash := words.Seed
	for i, token := range tokens {
		hash = words.Mix(hash, words.Hash(token.Text))
		if i+1 < len(tokens) {
			c.entries[hash] |= uint32(longer)
		} else {
			c.entries[hash] |= uint32(lists)
		}
	}
}
