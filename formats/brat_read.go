package formats

import (
	"bufio"
	"io"
	"sort"
	"strconv"
	"strings"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// ReadBrat reads the entities of a .ann file of brat standoff, given the text of the .txt file beside it: the text-bound
// annotations in order of their start, with the attribute Nominal and the notes Norm that WriteBrat writes; Equiv relations give
// the same ID. IDs are in order of appearance and begin with 0, Score is 1, Name is empty: see extract.Cluster, which takes
// entities that do not overlap. An annotation in fragments becomes one entity from the first to the last. Kinds that Detto does
// not know become MISC with Entity.Label set; Quote, Source, Cue and Item, which WriteBrat uses, are passed over, and so are
// events, other relations and other notes.
//
// The error wraps ErrSyntax and names the line if an annotation is malformed or lies outside the text; others are those of r.
func ReadBrat(text string, r io.Reader) ([]extract.Entity, error) {
	b := bratReader{characters: newCharacters(text), index: map[string]int{}}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	for number := 1; lines.Scan(); number++ {
		if problem := b.line(lines.Text()); problem != "" {
			return nil, syntaxError(number, "%s: %.60q", problem, lines.Text())
		}
	}
	return b.sorted(), lines.Err()
}

// bratReader is the state of ReadBrat. The ID of an entity is the number of another one that is the same, or its own, until all
// are sorted.
type bratReader struct {
	characters
	entities []extract.Entity
	index    map[string]int // of the entities, by the id of the annotation
}

// line reads a line and returns what is wrong with it, "" if nothing is.
func (b *bratReader) line(line string) (problem string) {
	id, rest, _ := strings.Cut(line, "\t")
	description, note, _ := strings.Cut(rest, "\t")
	words := strings.Fields(description)
	switch {
	case strings.HasPrefix(id, "T"):
		return b.textBound(id, description)
	case id == "*" && len(words) > 1 && words[0] == "Equiv":
		b.join(words[1:])
	case len(words) < 2:
	case strings.HasPrefix(id, "A") && words[0] == "Nominal":
		if i, known := b.index[words[1]]; known {
			b.entities[i].Nominal = true
		}
	case strings.HasPrefix(id, "#") && words[0] == "Norm":
		if i, known := b.index[words[1]]; known {
			b.entities[i].Norm = note
		}
	}
	return ""
}

func (b *bratReader) textBound(id, description string) (problem string) {
	kind, offsets, _ := strings.Cut(description, " ")
	switch kind {
	case "":
		return "no kind"
	case "Quote", "Source", "Cue", "Item":
		return ""
	}
	start, rest, _ := strings.Cut(offsets, " ")
	end := rest[strings.LastIndexAny(rest, " ;")+1:]
	span, ok := b.span(start, end)
	if !ok {
		return "not a place in the text"
	}
	e := extract.Entity{Text: b.text[span.Start:span.End], Span: span, ID: len(b.entities), Score: 1}
	setLabel(&e, kind)
	b.index[id] = len(b.entities)
	b.entities = append(b.entities, e)
	return ""
}

// span reads the numbers of the first character and of that behind the last.
func (b *bratReader) span(start, end string) (lang.Span, bool) {
	first, err1 := strconv.Atoi(start)
	last, err2 := strconv.Atoi(end)
	if err1 != nil || err2 != nil || first > last {
		return lang.Span{}, false
	}
	from, ok1 := b.offset(first)
	to, ok2 := b.offset(last)
	return lang.Span{Start: from, End: to}, ok1 && ok2
}

// join makes entities the same thing: the ID of each leads to the first.
func (b *bratReader) join(ids []string) {
	first, known := -1, false
	for _, id := range ids {
		i, exists := b.index[id]
		switch {
		case !exists:
		case !known:
			first, known = b.leader(i), true
		default:
			b.entities[b.leader(i)].ID = first
		}
	}
}

// leader follows IDs to the entity that stands for all that are the same, and halves the way for the next time.
func (b *bratReader) leader(i int) int {
	for b.entities[i].ID != i {
		b.entities[i].ID = b.entities[b.entities[i].ID].ID
		i = b.entities[i].ID
	}
	return i
}

// sorted returns the entities in order of their start, the longer first, with IDs in order of appearance.
func (b *bratReader) sorted() []extract.Entity {
	for i := range b.entities {
		b.entities[i].ID = b.leader(i)
	}
	sort.SliceStable(b.entities, func(i, j int) bool {
		first, second := b.entities[i], b.entities[j]
		return first.Start < second.Start || first.Start == second.Start && first.End > second.End
	})
	ids := map[int]int{}
	for i, e := range b.entities {
		if _, known := ids[e.ID]; !known {
			ids[e.ID] = len(ids)
		}
		b.entities[i].ID = ids[e.ID]
	}
	return b.entities
}
