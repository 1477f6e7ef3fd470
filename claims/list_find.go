package claims

import (
	"context"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// tokenRange is a stretch of Document.Tokens: the indexes [from, to).
type tokenRange struct{ from, to int }

// listFinder reads the lists of one document. It works on indexes of tokens; byte offsets come in at the end.
type listFinder struct {
	doc        *lang.Document
	tokens     []lang.Token
	entities   []extract.Entity // in order of their start
	words      map[string]smallWord
	stops      map[string][][]string
	announcers map[string][]announcer
	principles *principleTable
	classes    []wordClass // of the tokens, once looked up; made when first asked for
	forms      []string    // of the tokens with capital letters or accents, once asked for
	texts      textRoom    // of forms
}

// listing is a list in terms of tokens.
type listing struct {
	head  head
	items []tokenRange
}

// findLists returns the lists of a document without their sources. It goes once over the tokens; only where a word of
// data/heads.txt or data/carriers.txt stands does it look any further, and then within bounds.
func findLists(ctx context.Context, doc *lang.Document, ents []extract.Entity) ([]List, error) {
	f := listFinders.Get().(*listFinder)
	defer f.rest()
	f.doc, f.tokens, f.entities = doc, composed(doc.Tokens), ents
	var lists []List
	floor := 0 // the tokens before it are part of a list
	for i, look := 0, 0; i < len(f.tokens); i++ {
		if i >= look {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			look = i + tokensBetweenLooks
		}
		h, ok := f.headAt(i)
		if !ok {
			continue
		}
		if found, ok := f.read(h, floor); ok {
			lists = append(lists, f.list(found))
			floor = max(found.head.phrase.to, found.items[len(found.items)-1].to)
			i = floor - 1
		}
	}
	return lists, nil
}

// listFinders are those that rest: they keep their room for the next document.
var listFinders = sync.Pool{New: func() any { return newListFinder() }}

// newListFinder makes a finder without a document.
func newListFinder() *listFinder {
	small := smallWords()
	return &listFinder{words: small.words, stops: small.stops, announcers: announcers(), principles: principles()}
}

// rest lets go of the document. It keeps no more room than long articles take.
func (f *listFinder) rest() {
	if len(f.tokens) > keptTokens {
		return
	}
	clear(f.forms)
	f.doc, f.tokens, f.entities, f.classes, f.forms = nil, nil, nil, f.classes[:0], f.forms[:0]
	listFinders.Put(f)
}

// read returns the list that a head announces. Items before floor are taken already.
func (f *listFinder) read(h head, floor int) (listing, bool) {
	switch {
	case h.family != 0:
		return f.carried(h)
	case h.isNumber:
		return f.numbered(h)
	}
	f.widen(&h, floor)
	if found, ok := f.reversed(h, floor); ok {
		return found, true
	}
	if found, ok := f.introduced(h); ok {
		return found, true
	}
	if found, ok := f.apposed(h); ok {
		return found, true
	}
	if found, ok := f.governed(h); ok {
		return found, true
	}
	return f.countedOff(h)
}

// list turns a listing into a List.
func (f *listFinder) list(found listing) List {
	h, first, last := found.head, found.items[0], found.items[len(found.items)-1]
	list := List{Kind: h.kind, Declared: h.declared}
	list.Items = make([]Item, 0, len(found.items))
	list.Head.Text, list.Head.Span = f.text(h.phrase)
	_, list.Span = f.text(tokenRange{min(h.phrase.from, first.from), max(h.phrase.to, last.to)})
	for _, tokens := range found.items {
		item := Item{}
		item.Text, item.Span = f.text(tokens)
		if h.kind != SectorList { // "sicurezza" among energy and transport is a field of work
			item.Principle = f.principles.of(f.tokens[tokens.from:tokens.to])
		}
		list.Items = append(list.Items, item)
	}
	return list
}

// text returns the text and the byte offsets of a range that is not empty.
func (f *listFinder) text(r tokenRange) (string, lang.Span) {
	span := lang.Span{Start: f.tokens[r.from].Start, End: f.tokens[r.to-1].End}
	return f.doc.Text[span.Start:span.End], span
}

// accepted reports whether items can be a list: three at least, and not names of persons, places or teams.
func (f *listFinder) accepted(items []tokenRange) bool {
	if len(items) < 3 {
		return false
	}
	if f.form(items[0].from) == f.form(items[1].from) && strings.EqualFold(f.itemText(items[0]), f.itemText(items[1])) {
		return false // "scuse, scuse, scuse"
	}
	return !f.areNames(items)
}

// areNames reports whether the first items are names.
func (f *listFinder) areNames(items []tokenRange) bool {
	names := 0
	for k, item := range items[:min(3, len(items))] { // three tell; more would cost time on long rubbish
		person := f.person(item)
		if person == 2 && k == 0 {
			return true // "le condizioni di Piero Luzi, 42 anni, cuoco"
		}
		if person > 0 || f.isName(item) {
			names++
		}
	}
	return names > 1
}

func (f *listFinder) itemText(item tokenRange) string {
	text, _ := f.text(item)
	return text
}

// person says whether an item is a person's name (2) or holds one (1).
func (f *listFinder) person(item tokenRange) int {
	_, span := f.text(item)
	for k := f.firstEntity(span.Start); k < len(f.entities) && f.entities[k].Start < span.End; k++ {
		if f.entities[k].Kind == extract.Person {
			if f.entities[k].Span == span {
				return 2
			}
			return 1
		}
	}
	return 0
}

// firstEntity returns the index of the first entity that begins at or after a byte offset.
func (f *listFinder) firstEntity(offset int) int {
	return sort.Search(len(f.entities), func(k int) bool { return f.entities[k].Start >= offset })
}

// isName reports whether an item is a name: an entity of a kind that is never listed, or, where no entity was found,
// capital letters throughout ("Trento", "Mario Rossi").
func (f *listFinder) isName(item tokenRange) bool {
	for i := item.from + 1; i < item.to; i++ {
		if f.is(i, "(") {
			item.to = i // "Turchia (24 settembre)"
		}
	}
	_, span := f.text(item)
	if entity, ok := f.entityIn(span); ok {
		return entity.Kind == extract.Person || entity.Kind == extract.Location || entity.Kind == extract.Organization
	}
	capital := 0
	for i := item.from; i < item.to; i++ {
		first, _ := utf8.DecodeRuneInString(f.tokens[i].Text)
		switch {
		case unicode.IsUpper(first):
			capital++
		case f.class(i)&(prepositionWord|articleWord) == 0 && f.isWord(i):
			return false
		}
	}
	return capital > 0 && (capital > 1 || !f.opensSentence(item.from))
}

// opensSentence reports whether token i has its capital letter from its place: at the start of a sentence, a line or a
// quotation, or after a colon.
func (f *listFinder) opensSentence(i int) bool {
	return i == 0 || f.startsLine(i) || !f.isWord(i-1) && !f.is(i-1, ",")
}

// entityIn returns the entity that an item is, give or take an article.
func (f *listFinder) entityIn(item lang.Span) (extract.Entity, bool) {
	k := f.firstEntity(item.Start)
	if k < len(f.entities) && f.entities[k].End <= item.End && 2*f.entities[k].Len() > item.Len() {
		return f.entities[k], true
	}
	return extract.Entity{}, false
}

// form returns the look-up form of token i, "" outside the document.
func (f *listFinder) form(i int) string {
	if i < 0 || i >= len(f.tokens) {
		return ""
	}
	bare := bareForm(f.tokens[i])
	if isSmall(bare) {
		return bare
	}
	if len(f.forms) == 0 {
		f.forms = sized(f.forms, len(f.tokens))
	}
	if f.forms[i] == "" {
		var room [longestForm]byte
		f.forms[i] = f.texts.keep(appendLower(room[:0], bare))
	}
	return f.forms[i]
}

// isSmall reports whether a word has none but the small letters of ASCII, as most have.
func isSmall(word string) bool {
	for i := range len(word) {
		if c := word[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}

func (f *listFinder) is(i int, text string) bool {
	return i < len(f.tokens) && f.tokens[i].Text == text
}

func (f *listFinder) isWord(i int) bool {
	if i < 0 || i >= len(f.tokens) {
		return false
	}
	switch f.tokens[i].Kind {
	case lang.Punct, lang.Symbol:
		return false
	}
	return true
}

// class returns the classes of token i; 0 for an ordinary word.
func (f *listFinder) class(i int) wordClass {
	if i < 0 || i >= len(f.tokens) {
		return 0
	}
	if len(f.classes) == 0 {
		f.classes = sized(f.classes, len(f.tokens))
	}
	if f.classes[i] == 0 {
		f.classes[i] = f.lookUp(i) | lookedUp
	}
	return f.classes[i] &^ lookedUp
}

func (f *listFinder) lookUp(i int) wordClass {
	form := f.form(i)
	word, ok := f.words[form]
	if !ok && endsAsVerb(form) {
		return verbWord
	}
	return word.class
}

// startsLine reports whether a line break comes before token i.
func (f *listFinder) startsLine(i int) bool {
	return i == 0 || i < len(f.tokens) && strings.Contains(f.doc.Text[f.tokens[i-1].End:f.tokens[i].Start], "\n")
}

// sentenceEnd returns the index after the last token of the sentence of token i.
func (f *listFinder) sentenceEnd(i int) int {
	if i >= len(f.tokens) {
		return len(f.tokens)
	}
	sentences := f.doc.Sentences
	k := sort.Search(len(sentences), func(k int) bool { return sentences[k].End > f.tokens[i].Start })
	if k == len(sentences) {
		return len(f.tokens)
	}
	end := sentences[k].End
	return i + sort.Search(len(f.tokens)-i, func(n int) bool { return f.tokens[i+n].Start >= end })
}

// closingMarks are the marks that close what the keys open.
var closingMarks = map[string]string{"(": ")", "[": "]", "«": "»", "“": "”", "\"": "\"", "„": "“", "‘": "’"}

// opens reports whether token i opens a bracket or a quotation. A straight mark opens where a blank is before it and
// none after it.
func (f *listFinder) opens(i int) bool {
	if i < 0 || i >= len(f.tokens) || f.isWord(i) || closingMarks[f.tokens[i].Text] == "" {
		return false
	}
	if f.tokens[i].Text != "\"" {
		return true
	}
	freeBefore := i == 0 || f.tokens[i-1].End < f.tokens[i].Start || f.tokens[i-1].Text == "("
	return freeBefore && i+1 < len(f.tokens) && f.tokens[i+1].Start == f.tokens[i].End
}

// closingMark returns the index of the mark that closes the one at token i, looking no further than limit, or -1.
func (f *listFinder) closingMark(i, limit int) int {
	mark := closingMarks[f.tokens[i].Text]
	for k := i + 1; k < limit && k < len(f.tokens); k++ {
		if f.tokens[k].Text == mark {
			return k
		}
	}
	return -1
}
