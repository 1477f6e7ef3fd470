package claims

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed data/heads.txt
var headsFile string

//go:embed data/carriers.txt
var carriersFile string

// announcer is an entry of data/heads.txt or data/carriers.txt: what may announce a list.
type announcer struct {
	rest   []string  // the words after the first
	kind   ListKind  // of the list that it announces
	family wordClass // the prepositions that a carrier's items follow; 0 for a head noun
	number int       // of a number word, which may count a noun that is no head: "dieci vaccini: …"
}

// announcers holds the heads and carriers by their first word, those of more words first.
var announcers = sync.OnceValue(func() map[string][]announcer {
	table := map[string][]announcer{}
	add := func(phrase, kind string, family wordClass) {
		words := strings.Fields(strings.ReplaceAll(phrase, "'", " "))
		entry := announcer{words[1:], ListKind(kind), family, 0}
		table[words[0]] = append(table[words[0]], entry)
	}
	for columns := range dataColumns(headsFile) {
		if columns[0] != "-" {
			add(columns[0], columns[2], 0)
		} else {
			add(columns[1], columns[2], 0)
		}
	}
	for columns := range dataColumns(carriersFile) {
		add(columns[0], columns[2], wordClassNames[columns[1]])
	}
	for word, small := range smallWords().words {
		if small.number > 2 {
			table[word] = []announcer{{kind: OtherList, number: small.number}}
		}
	}
	for _, entries := range table {
		slices.SortStableFunc(entries, func(a, b announcer) int { return len(b.rest) - len(a.rest) })
	}
	return table
})

// head is a head noun, or a carrier, in the text.
type head struct {
	noun     tokenRange // the noun, or the words of the carrier
	phrase   tokenRange // with number, determiners and what qualifies it
	kind     ListKind
	family   wordClass
	declared int
	isNumber bool // a number word stands for the noun after it
}

// headAt returns the longest head or carrier that begins at token i.
func (f *listFinder) headAt(i int) (head, bool) {
	if i >= len(f.tokens) {
		return head{}, false
	}
	var room [48]byte
	form, _ := lower(room[:0], bareForm(f.tokens[i])) // most words announce nothing: no string is made for them
	for _, entry := range f.announcers[string(form)] {
		if f.follow(i+1, entry.rest) {
			noun := tokenRange{i, i + 1 + len(entry.rest)}
			return head{noun: noun, phrase: noun, kind: entry.kind, family: entry.family,
				declared: entry.number, isNumber: entry.number > 0}, true
		}
	}
	return head{}, false
}

// follow reports whether the tokens from i on are words.
func (f *listFinder) follow(i int, words []string) bool {
	if i+len(words) > len(f.tokens) {
		return false
	}
	for k, word := range words {
		if f.form(i+k) != word {
			return false
		}
	}
	return true
}

// widen completes the phrase of a head noun with the words before it and finds the number declared there:
// "[quattro nuovi] princìpi", "[i nostri] valori", "[Tre le] misure".
func (f *listFinder) widen(h *head, floor int) {
	i := h.noun.from
	for i > floor && h.noun.from-i < 4 && f.beforeHead(i-1) {
		i--
		if n := f.number(i); n > 0 {
			h.declared = n
			break
		}
	}
	h.phrase.from = i
	if h.declared == 0 && i > floor+1 && f.class(i-1)&articleWord != 0 && f.number(i-2) > 1 {
		h.declared, h.phrase.from = f.number(i-2), i-2
	}
}

// beforeHead reports whether token i may stand between an article and a head: number, determiner or adjective.
func (f *listFinder) beforeHead(i int) bool {
	class, form := f.class(i), f.form(i)
	if f.number(i) > 1 || class&(determinerWord|possessiveWord) != 0 {
		return true
	}
	return class == 0 && len(form) > 4 && (form[len(form)-1] == 'i' || form[len(form)-1] == 'e') && i > 0 && f.number(i-1) > 1
}

// number is the value of a number between 2 and 99 at token i, in words or figures, or 0.
func (f *listFinder) number(i int) int {
	if i < 0 || i >= len(f.tokens) {
		return 0
	}
	text := f.tokens[i].Text
	if n := f.words[f.form(i)].number; n > 0 {
		return n
	}
	if len(text) > 2 || text[0] < '0' || text[0] > '9' {
		return 0
	}
	n := int(text[0] - '0')
	if len(text) == 2 {
		if text[1] < '0' || text[1] > '9' {
			return 0
		}
		n = 10*n + int(text[1]-'0')
	}
	return n
}

// declaredAfter finds a number announced between the head and its items: "i princìpi sono [tre]: …",
// "i princìpi, [dieci] in tutto, fra i quali …".
func (f *listFinder) declaredAfter(from, to int) int {
	for i := from; i < to; i++ {
		if n := f.number(i); n > 1 && (i+1 == to || f.is(i+1, ":") || f.is(i+1, ",") && f.isCopula(i-1) || f.follow(i+1, []string{"in", "tutto"})) {
			return n
		}
	}
	return 0
}

// complete ends the phrase of a head where its qualifiers end: "settori [ad alta tecnologia] come …". Before a mark, a
// verb, a relative or a long stretch it ends with the adjectives.
func (f *listFinder) complete(h *head, introduction int) {
	i := h.noun.to
	for i < introduction && i-h.noun.to < 8 && f.isWord(i) && f.class(i)&(verbWord|stopWord|cliticWord) == 0 && f.number(i) == 0 {
		i++
	}
	for i > h.noun.to && f.class(i-1)&(prepositionWord|articleWord|conjunctionWord) != 0 {
		i--
	}
	h.phrase.to = i
}
