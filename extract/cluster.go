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
//
// gender tells that of a given name.
func (c *clusterer) cluster(ctx context.Context, entities []Entity, gender func(givenName string) string) error {
	c.entities = entities
	for i := range entities {
		if err := ctx.Err(); err != nil {
			return err
		}
		n := len(c.hashes)
		if entities[i].Kind.IsName() || entities[i].Norm == "" {
			c.addNameWords(entities[i].Text)
		}
		c.words = append(c.words, c.hashes[n:len(c.hashes):len(c.hashes)])
		c.group, c.full = append(c.group, i), append(c.full, i)
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
	c.assign(gender)
	return ctx.Err()
}

// clusterKey is a hash of what mentions of one thing share, for one kind.
type clusterKey struct {
	kind Kind
	hash uint64
}

// clusterer is the state of cluster: entities are joined by a union-find forest whose root is the earliest. It reads one
// document after another, in the room that it has made for those before.
type clusterer struct {
	entities []Entity
	group    []int
	hashes   []uint64               // holds words
	words    [][]uint64             // hashes of the words of each entity's text
	keys     map[clusterKey]int     // the first entity with a key
	full     []int                  // the entity with the full name that each is a part of, or itself
	byWord   map[clusterKey]holders // the full names, of two words or more, that hold a word
	held     []holder               // the links of all holders
	initials map[uint64]int         // the first organisation with initials, by their hash
	aliases  map[int]int            // the first entity with a name of a line of data/aliases.txt
	fullest  []int                  // the entity with the fullest name of each group

	decomposed, bare []byte // room for a word with its accents apart, and without them
}

// holders is a list of entities, one for each name that holds a word: the indexes in held of its ends.
type holders struct{ first, last int }

// holder is a link of such a list.
type holder struct{ entity, next int }

func newClusterer() clusterer {
	return clusterer{keys: map[clusterKey]int{}, byWord: map[clusterKey]holders{}, initials: map[uint64]int{}, aliases: map[int]int{}}
}

// forget lets go of the document, all but the room.
func (c *clusterer) forget() {
	clear(c.keys)
	clear(c.byWord)
	clear(c.initials)
	clear(c.aliases)
	*c = clusterer{
		keys: c.keys, byWord: c.byWord, initials: c.initials, aliases: c.aliases,
		group: c.group[:0], hashes: c.hashes[:0], words: c.words[:0], full: c.full[:0], held: c.held[:0], fullest: c.fullest[:0],
		decomposed: c.decomposed, bare: c.bare,
	}
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

// addNameWords appends to hashes those of the words of a name, without accents: "Zawāhirī" is "Zawahiri". The parts of a
// hyphenated word are words: "al-Zawahiri", "Navarro-Valls".
func (c *clusterer) addNameWords(name string) {
	for token := range lang.Tokens(name) {
		if token.Kind == lang.Punct {
			continue
		}
		for part := range strings.SplitSeq(token.Text, "-") {
			if part != "" {
				c.hashes = append(c.hashes, c.hashWithoutAccents(part))
			}
		}
	}
}

// hashWithoutAccents returns the look-up hash of a word without its combining marks.
func (c *clusterer) hashWithoutAccents(word string) uint64 {
	if strings.IndexFunc(word, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return words.Name(word)
	}
	c.decomposed = norm.NFD.AppendString(c.decomposed[:0], word)
	bare := c.bare[:0]
	for rest := c.decomposed; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if !unicode.Is(unicode.Mn, r) {
			bare = utf8.AppendRune(bare, r)
		}
		rest = rest[size:]
	}
	c.bare = bare
	return words.Name(string(bare))
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
			c.addHolder(clusterKey{kind, word}, i)
		}
	}
}

// addHolder adds an entity to those whose names hold a word.
func (c *clusterer) addHolder(word clusterKey, entity int) {
	link := len(c.held)
	c.held = append(c.held, holder{entity, -1})
	list, known := c.byWord[word]
	if !known {
		list.first = link
	} else {
		c.held[list.last].next = link
	}
	list.last = link
	c.byWord[word] = list
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
	for i := range c.entities {
		e := &c.entities[i]
		if e.Kind != Organization || e.Nominal || len(c.words[i]) < 2 {
			continue
		}
		for _, initials := range initialsOf(e.Text) {
			if _, seen := c.initials[initials]; !seen {
				c.initials[initials] = i
			}
		}
	}
	if len(c.initials) == 0 {
		return
	}
	for i := range c.entities {
		e := &c.entities[i]
		if e.Kind != Organization || e.Nominal || len(c.words[i]) != 1 {
			continue
		}
		if full, ok := c.initials[acronymHash(e.Text)]; ok {
			c.join(i, full)
		}
	}
}

// initialsOf returns the hashes of the initials of all words of a name and of its longer or capitalised words, in lower case:
// "idv" for "Italia dei Valori", "bce" for "Banca centrale europea".
func initialsOf(name string) [2]uint64 {
	all, content := words.Seed, words.Seed
	for word := range strings.FieldsFuncSeq(words.Compose(name), func(r rune) bool { return strings.ContainsRune("'’", r) || unicode.IsSpace(r) }) {
		first, _ := utf8.DecodeRuneInString(word)
		initial := uint64(unicode.ToLower(first))
		all = words.Mix(all, initial)
		if unicode.IsUpper(first) || utf8.RuneCountInString(word) > 3 && !joinsNames(word) {
			content = words.Mix(content, initial)
		}
	}
	return [2]uint64{all, content}
}

// acronymHash is the hash that initialsOf gives the letters of an acronym, which may have points: "O.N.U.".
func acronymHash(acronym string) uint64 {
	hash := words.Seed
	for _, letter := range words.Compose(acronym) {
		if letter != '.' {
			hash = words.Mix(hash, uint64(unicode.ToLower(letter)))
		}
	}
	return hash
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
	for i := range c.entities {
		e := &c.entities[i]
		if e.Nominal || e.Kind != Person && e.Kind != Organization || len(c.words[i]) == 0 {
			continue
		}
		word := c.words[i][len(c.words[i])-1]
		if e.Kind == Organization {
			word = c.words[i][0]
		}
		candidates, known := c.byWord[clusterKey{e.Kind, word}]
		if !known {
			continue
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
func (c *clusterer) fullName(i int, candidates holders) int {
	best, link := -1, candidates.first
	for n := 0; n < maxCandidates && link >= 0; n++ {
		candidate := c.held[link].entity
		link = c.held[link].next
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
	for i := range c.entities {
		c.fullest = append(c.fullest, i) // of the group whose root is at the index
		if root := c.root(i); root != i && c.fuller(i, c.fullest[root]) {
			c.fullest[root] = i
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
		e.Name = c.entities[c.fullest[root]].Text
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

// acronymLetters is the number of characters up to which a word in capitals may be an acronym.
const acronymLetters = 5

// shouts reports whether a name stands in capitals only because the line does: "BUKHARA, 14 MAG", "PERÙ". Acronyms are short
// and have no accents.
func shouts(name string) bool {
	characters, accented := 0, false
	for _, r := range name {
		if unicode.ToUpper(r) != r {
			return false
		}
		accented = accented || unicode.IsMark(r) || r >= utf8.RuneSelf && unicode.IsLetter(r)
		characters++
	}
	return characters > acronymLetters || accented
}
