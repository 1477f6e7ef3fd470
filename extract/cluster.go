package extract

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/detto-it/detto/internal/words"
	"github.com/detto-it/detto/lang"
	"golang.org/x/text/unicode/norm"
)

// cluster gives entities that stand for the same thing the same ID and the fullest name. What it joins:
//
//   - mentions with the same words, and countries with the same code ("Usa", "Stati Uniti");
//   - a part of a person's name with the nearest full name before it, or the first after it ("Lee", "Simon Lee");
//   - the beginning of an organisation's name with the whole ("Amnesty", "Amnesty International");
//   - the initials of an organisation's name with the name ("Federazione italiana scherma", "Fis");
//   - other names of a person that are listed ("Benedetto XVI", "Joseph Ratzinger");
//   - an acronym in brackets with the name before it, and its later mentions ("Organizzazione mondiale del commercio (Wto)").
func (x *Extractor) cluster(ctx context.Context, entities []Entity) error {
	c := clusterer{
		entities: entities, group: make([]int, len(entities)), keys: map[clusterKey]int{}, full: map[int]int{},
		words: make([][]uint64, len(entities)), byWord: map[clusterKey][]int{},
	}
	var room []uint64
	for i := range entities {
		if err := ctx.Err(); err != nil {
			return err
		}
		if entities[i].Kind.IsName() || entities[i].Norm == "" {
			n := len(room)
			room = appendNameWords(room, entities[i].Text)
			c.words[i] = room[n:len(room):len(room)]
		}
		c.group[i] = i
		c.joinSame(i)
		c.joinAcronym(i)
	}
	c.joinParts()
	if err := ctx.Err(); err != nil {
		return err
	}
	c.joinInitials()
	c.joinAliases()
	if err := ctx.Err(); err != nil {
		return err
	}
	c.assign(x.tagger().Gender)
	return ctx.Err()
}

// clusterKey is a hash of what mentions of one thing share, for one kind.
type clusterKey struct {
	kind Kind
	hash uint64
}

// clusterer is the state of cluster: entities are joined by a union-find forest whose root is the earliest.
type clusterer struct {
	entities []Entity
	group    []int
	words    [][]uint64           // hashes of the words of each entity's text
	keys     map[clusterKey]int   // the first entity with a key
	full     map[int]int          // the entity with the full name that one is a part of
	byWord   map[clusterKey][]int // the full names, of two words or more, that hold a word, one entity for each name
}

func (c *clusterer) root(i int) int {
	for c.group[i] != i {
		c.group[i] = c.group[c.group[i]]
		i = c.group[i]
	}
	return i
}

func (c *clusterer) join(i, j int) {
	i, j = c.root(i), c.root(j)
	c.group[max(i, j)] = min(i, j)
}

// appendNameWords appends the look-up hashes of the words of a name, without accents: "Zawāhirī" is "Zawahiri". The parts of a
// hyphenated word are words: "al-Zawahiri", "Navarro-Valls".
func appendNameWords(hashes []uint64, name string) []uint64 {
	for token := range lang.Tokens(name) {
		if token.Kind == lang.Punct {
			continue
		}
		for part := range strings.SplitSeq(token.Text, "-") {
			if part != "" {
				hashes = append(hashes, words.Name(withoutAccents(part)))
			}
		}
	}
	return hashes
}

// withoutAccents returns a word without its combining marks.
func withoutAccents(word string) string {
	if strings.IndexFunc(word, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return word
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(word))
}

// joinSame joins an entity with the first one that has the same kind and words, or the same value.
func (c *clusterer) joinSame(i int) {
	e := &c.entities[i]
	key := clusterKey{e.Kind, words.Seed}
	switch {
	case e.Kind == Location && e.Norm == "" && countryCode(e.Text) != "":
		e.Norm = countryCode(e.Text)
		fallthrough
	case e.Norm != "":
		key.hash = words.Mix(words.Analyse(e.Norm).Exact, 1)
	default:
		key.hash = hashOfName(c.words[i])
	}
	if e.Nominal {
		key.hash = words.Mix(key.hash, 2)
	}
	if first, seen := c.keys[key]; seen {
		c.join(first, i)
		return
	}
	c.keys[key] = i
	if e.Kind.IsName() && !e.Nominal && len(c.words[i]) > 1 {
		c.addFullName(i)
	}
}

// addFullName lets the parts of a name find it.
func (c *clusterer) addFullName(i int) {
	kind := c.entities[i].Kind
	for k, word := range c.words[i] {
		if kind == Person || kind == Organization && k == 0 {
			key := clusterKey{kind, word}
			c.byWord[key] = append(c.byWord[key], i)
		}
	}
}

// joinAcronym joins an entity in brackets with the one before them: "Organizzazione mondiale del commercio (Wto)".
func (c *clusterer) joinAcronym(i int) {
	if i == 0 {
		return
	}
	long, short := &c.entities[i-1], &c.entities[i]
	gap := short.Start - long.End
	if !long.Kind.IsName() || long.Kind == Person || short.Kind != long.Kind || gap < 1 || gap > 2 {
		return
	}
	if isAcronymOf(short.Text, long.Text) || isAcronymOf(long.Text, short.Text) {
		c.join(i-1, i)
	}
}

// isAcronymOf reports whether the letters of a short name are initials of a longer one, in order, or look like an acronym.
func isAcronymOf(short, long string) bool {
	if strings.Contains(short, " ") || !strings.Contains(long, " ") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(short)
	initial, _ := utf8.DecodeRuneInString(long)
	return unicode.IsUpper(first) && (utf8.RuneCountInString(words.Compose(short)) <= 6 || first == initial)
}

// joinInitials joins an acronym with the first organisation whose name has these initials, wherever both stand.
func (c *clusterer) joinInitials() {
	names := map[string]int{}
	for i, e := range c.entities {
		if e.Kind != Organization || e.Nominal || len(c.words[i]) < 2 {
			continue
		}
		for _, initials := range initialsOf(e.Text) {
			if _, seen := names[initials]; !seen {
				names[initials] = i
			}
		}
	}
	if len(names) == 0 {
		return
	}
	for i, e := range c.entities {
		if e.Kind != Organization || e.Nominal || len(c.words[i]) != 1 {
			continue
		}
		if full, ok := names[strings.ToLower(strings.ReplaceAll(e.Text, ".", ""))]; ok {
			c.join(i, full)
		}
	}
}

// initialsOf returns the initials of all words of a name and of its longer or capitalised words, in lower case: "idv" for
// "Italia dei Valori", "bce" for "Banca centrale europea".
func initialsOf(name string) [2]string {
	var all, content strings.Builder
	for word := range strings.FieldsSeq(strings.ReplaceAll(name, "'", " ")) {
		first, _ := utf8.DecodeRuneInString(word)
		all.WriteRune(unicode.ToLower(first))
		if unicode.IsUpper(first) || utf8.RuneCountInString(word) > 3 && !joinsNames(word) {
			content.WriteRune(unicode.ToLower(first))
		}
	}
	return [2]string{all.String(), content.String()}
}

// joinsNames reports whether a word of more than three letters is a preposition with its article: "della", "sulle".
func joinsNames(word string) bool {
	for _, preposition := range [...]string{"del", "dal", "al", "nel", "sul"} {
		switch rest, found := strings.CutPrefix(word, preposition); {
		case !found:
		case rest == "la", rest == "lo", rest == "le":
			return true
		}
	}
	return word == "degli" || word == "dagli" || word == "agli" || word == "negli" || word == "sugli"
}

// joinParts joins each mention that is a part of a fuller name with that name.
func (c *clusterer) joinParts() {
	for i, e := range c.entities {
		if e.Nominal || e.Kind != Person && e.Kind != Organization || len(c.words[i]) == 0 {
			continue
		}
		last := len(c.words[i]) - 1
		candidates := c.byWord[clusterKey{e.Kind, c.words[i][last]}]
		if e.Kind == Organization {
			candidates = c.byWord[clusterKey{e.Kind, c.words[i][0]}]
		}
		if full := c.fullName(i, candidates); full >= 0 {
			c.join(i, full)
			c.full[i] = full
		}
	}
}

// maxCandidates bounds the names that one mention is compared with.
const maxCandidates = 16

// fullName returns the nearest candidate before entity i, or else the first after it, that has its words and more; -1 if there is none.
func (c *clusterer) fullName(i int, candidates []int) int {
	if len(candidates) > maxCandidates {
		candidates = candidates[:maxCandidates]
	}
	best := -1
	for _, candidate := range candidates {
		if candidate != i && isPart(c.words[i], c.words[candidate], c.entities[i].Kind) && (best < 0 || candidate < i) {
			best = candidate
		}
	}
	return best
}

// isPart reports whether a name is a shorter form of another: some of a person's names in order, the beginning of an organisation's.
func isPart(part, whole []uint64, kind Kind) bool {
	if len(part) >= len(whole) {
		return false
	}
	for _, word := range whole {
		switch {
		case len(part) > 0 && part[0] == word:
			part = part[1:]
		case kind == Organization:
			return len(part) == 0
		}
	}
	return len(part) == 0
}

// assign numbers the groups by first appearance and gives every member the fullest name.
func (c *clusterer) assign(gender func(givenName string) string) {
	fullest := make([]int, len(c.entities)) // of the group whose root is at the index
	for i := range c.entities {
		if root := c.root(i); root == i || c.fuller(i, fullest[root]) {
			fullest[root] = i
		}
	}
	ids := 0
	for i := range c.entities {
		e, root := &c.entities[i], c.root(i)
		if root == i { // the earliest of its group
			e.ID = ids
			ids++
		} else {
			e.ID = c.entities[root].ID
		}
		if !e.Kind.IsName() {
			continue
		}
		e.Name = c.entities[fullest[root]].Text
		if e.Kind == Person {
			given, _, _ := strings.Cut(e.Name, " ")
			e.Gender = gender(given)
		}
	}
}

// fuller reports whether the name of entity i tells more than that of entity j: more words, then not all in capitals
// unless it may be an acronym.
func (c *clusterer) fuller(i, j int) bool {
	if len(c.words[i]) != len(c.words[j]) {
		return len(c.words[i]) > len(c.words[j])
	}
	return shouts(c.entities[j].Text) && !shouts(c.entities[i].Text)
}

// acronymLetters is the length, in bytes, up to which a word in capitals may be an acronym.
const acronymLetters = 5

// shouts reports whether a name stands in capitals only because the line does: "BUKHARA, 14 MAG".
func shouts(name string) bool { return len(name) > acronymLetters && strings.ToUpper(name) == name }
