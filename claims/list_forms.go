package claims

import (
	"unicode"
	"unicode/utf8"
)

const (
	maxGap        = 25 // tokens between a head and the colon of its list
	maxCountedGap = 40 // the same where the head has a number
	maxPhrase     = 12 // tokens between a head and "quali", "come", "sono"
)

// introduced reads a list that a colon or an expression introduces after its head: "quattro princìpi: a, b e c",
// "settori ad alta tecnologia come a, b e c", "le priorità della scuola, cioè a, b e c".
func (f *listFinder) introduced(h head) (listing, bool) {
	limit, gap := f.sentenceEnd(h.noun.from), maxGap
	if h.declared > 0 {
		gap = maxCountedGap
	}
	commas := 0
	for i := h.noun.to; i < limit && i <= h.noun.to+gap; i++ {
		if f.is(i, ":") {
			return f.afterColon(h, i)
		}
		if f.is(i, ".") || f.is(i, ";") || f.is(i, "?") || f.is(i, "!") {
			break
		}
		if to := f.introduction(i); to > i && i-h.noun.to <= maxPhrase && (commas == 0 || commas < 3 && f.is(i-1, ",")) {
			if found, ok := f.afterIntroduction(h, i, to); ok {
				return found, true
			}
		}
		if f.is(i, "(") && i == h.noun.to+f.qualifiers(h.noun.to) {
			if found, ok := f.inBrackets(h, i); ok {
				return found, true
			}
		}
		if f.is(i, ",") {
			commas++
		}
		if other, ok := f.headAt(i); ok && i > h.noun.to && other.family == 0 && !other.isNumber && f.isNewHead(other) {
			break
		}
	}
	return listing{}, false
}

// isNewHead reports whether a head does not qualify the one before: "i princìpi per la scelta dei [progetti]" is about
// princìpi, "i princìpi del trattato impongono tre [obblighi]: …" is not.
func (f *listFinder) isNewHead(other head) bool {
	f.widen(&other, 0)
	before := other.phrase.from - 1
	return other.declared > 0 || before >= 0 && f.class(before)&(prepositionDi|prepositionPer|prepositionTra) == 0
}

// qualifiers counts the words from token i on that can qualify a head before a bracket.
func (f *listFinder) qualifiers(i int) int {
	n := 0
	for n < 6 && i+n < len(f.tokens) && f.isWord(i+n) && f.class(i+n)&(verbWord|stopWord) == 0 {
		n++
	}
	return n
}

// afterColon reads the items after the colon at token i: in the line or in lines of their own, counted or not, between
// quotation marks or not.
func (f *listFinder) afterColon(h head, i int) (listing, bool) {
	if h.declared == 0 {
		h.declared = f.declaredAfter(h.noun.to, i)
	}
	f.complete(&h, i)
	from := i + 1
	if from >= len(f.tokens) {
		return listing{}, false
	}
	if items := f.lines(from); f.accepted(items) {
		return listing{h, items}, true
	}
	limit := f.sentenceEnd(from)
	if f.opens(from) && !f.is(from, "(") {
		if closing := f.closingMark(from, from+maxQuoteTokens); closing > 0 && !f.is(closing+1, ",") {
			from, limit = from+1, closing
		}
	}
	if items := f.counted(from); f.accepted(items) {
		return listing{h, items}, true
	}
	if items := f.atSemicolons(from, limit); f.accepted(items) {
		return listing{h, items}, true
	}
	items, end := f.plainItems(from, limit, style{h.declared, true})
	if f.class(end)&verbWord != 0 {
		return listing{}, false // "… un tabù: documenti, video e articoli [sono] censurati"
	}
	return listing{h, items}, f.accepted(items) && h.declared != 2
}

// atSemicolons splits an enumeration whose items semicolons part: "la pace; il lavoro, anche autonomo; la casa".
func (f *listFinder) atSemicolons(from, limit int) []tokenRange {
	var items []tokenRange
	start, i := from, from
	limit = min(limit, from+maxListTokens)
	for ; i < limit && i-start <= 2*maxItemTokens; i++ {
		if f.is(i, ".") || f.is(i, ":") {
			break
		}
		if f.is(i, ";") {
			items = append(items, tokenRange{start, i})
			start = i + 1
		}
	}
	if len(items) < 2 {
		return nil
	}
	items = append(items, tokenRange{start, min(i, limit)})
	for _, item := range items {
		if !f.nominal(item) {
			return nil
		}
	}
	return f.bare(items)
}

// introductions are the expressions that introduce examples or the whole of what a head names, with whether they may open
// a clause as well ("come ha detto"), by their words.
var introductions = [][]string{
	{"quali"}, {"come"}, {"tra", "cui"}, {"fra", "cui"}, {"tra", "i", "quali"}, {"fra", "i", "quali"}, {"tra", "le", "quali"},
	{"fra", "le", "quali"}, {"cioè"}, {"ovvero"}, {"ossia"}, {"vale", "a", "dire"}, {"ad", "esempio"}, {"per", "esempio"},
	{"in", "particolare"}, {"e", "cioè"}, {"sono"}, {"erano"}, {"saranno"}, {"restano"}, {"comprendono"}, {"includono"},
	{"riguardano"}, {"prevedono"}, {"figurano"}, {"spiccano"}, {"rientrano"}, {"comprendenti"}, {"a", "cominciare", "da"}, {"a", "partire", "da"},
}

// introduction returns the index after the expression at token i that introduces a list, or i if there is none.
func (f *listFinder) introduction(i int) int {
	class := f.class(i)
	if class&(stopWord|prepositionWord|verbWord|conjunctionWord) == 0 && !f.is(i, "comprendenti") {
		return i
	}
	for _, words := range introductions {
		if f.follow(i, words) {
			return f.afterPresenting(i+len(words), words[len(words)-1])
		}
	}
	return i
}

// afterPresenting skips what may come between "tra cui" and the items: "tra cui [figurano]", "quali [ad esempio]".
func (f *listFinder) afterPresenting(i int, last string) int {
	for _, words := range [][]string{{"ad", "esempio"}, {"per", "esempio"}, {"in", "particolare"}} {
		if f.follow(i, words) {
			i += len(words)
		}
	}
	if last == "cui" || last == "quali" {
		for f.class(i)&(verbWord|cliticWord) != 0 && f.class(i)&articleWord == 0 {
			i++
		}
	}
	return i
}

// afterIntroduction reads the items after an expression that ends at token to. A verb introduces a list only where
// every item has an article or names a principle: "le condizioni sono chiare, giuste e note" is none.
func (f *listFinder) afterIntroduction(h head, from, to int) (listing, bool) {
	if f.is(to, ":") || f.is(to, ",") {
		to++
	}
	if f.class(to)&prepositionWord != 0 && !f.is(to, "a") {
		return listing{}, false // "campi come in Siria"
	}
	if h.declared == 0 {
		h.declared = f.declaredAfter(h.noun.to, from)
	}
	f.complete(&h, from)
	if items := f.lines(to); f.accepted(items) {
		return listing{h, items}, true
	}
	items, _ := f.plainItems(to, f.sentenceEnd(to), style{declared: h.declared})
	if !f.accepted(items) || f.isCopula(from) && !f.nouns(items) {
		return listing{}, false
	}
	return listing{h, items}, true
}

// nouns reports whether items are surely nouns: with an article in front, or the name of a principle.
func (f *listFinder) nouns(items []tokenRange) bool {
	for _, item := range items {
		if f.class(item.from-1)&articleWord == 0 && f.principles.of(f.tokens[item.from:item.to]) == "" {
			return false
		}
	}
	return true
}

// apposed reads a counted list that only a comma introduces: "fedele a tre princìpi semplici, la solidarietà, la fiducia e
// la cooperazione", or whose head stands after "tra": "fra le novità, il bonus, lo sconto e il fondo". Every item has an article;
// a number is right.
func (f *listFinder) apposed(h head) (listing, bool) {
	among := h.phrase.from > 1 && f.class(h.phrase.from-1)&articleWord != 0 && f.class(h.phrase.from-2)&prepositionTra != 0
	if h.declared < 3 && !among {
		return listing{}, false
	}
	i := h.noun.to + f.qualifiers(h.noun.to)
	if !f.is(i, ",") {
		return listing{}, false
	}
	f.complete(&h, i)
	items, end := f.plainItems(i+1, f.sentenceEnd(i), style{declared: h.declared})
	if f.class(end)&verbWord != 0 || !among && len(items) != h.declared {
		return listing{}, false
	}
	return listing{h, items}, f.accepted(items) && f.nouns(items)
}

// numbered reads a list whose head is any noun behind a number: "dieci vaccini: a, b …". The colon is near, and the number
// is right.
func (f *listFinder) numbered(h head) (listing, bool) {
	i := h.noun.to
	if i >= len(f.tokens) || f.class(i)&(prepositionWord|articleWord|conjunctionWord|verbWord|stopWord) != 0 {
		return listing{}, false
	}
	for end := i + f.qualifiers(i); i < end; i++ {
		if other, ok := f.headAt(i); ok && other.family == 0 {
			return listing{}, false // a head of its own
		}
	}
	if i == h.noun.to || !f.is(i, ":") {
		return listing{}, false
	}
	h.noun = tokenRange{h.noun.from, i}
	found, ok := f.afterColon(h, i)
	return found, ok && len(found.items) == h.declared
}

// inBrackets reads a list in brackets after its head: "vari campi (energia, difesa e cultura)".
func (f *listFinder) inBrackets(h head, i int) (listing, bool) {
	closing := f.closingMark(i, i+maxQuoteTokens)
	if closing < 0 {
		return listing{}, false
	}
	f.complete(&h, i)
	items, end := f.plainItems(i+1, closing, style{h.declared, true})
	return listing{h, items}, end == closing && f.accepted(items) && (h.declared == 0 || h.declared == len(items))
}

// governed reads the items that a head governs: "i princìpi di a, b e c", "valori dell'amicizia, della tolleranza e della pace".
// One adjective may stand between.
func (f *listFinder) governed(h head) (listing, bool) {
	i := h.noun.to
	if i+1 < len(f.tokens) && f.class(i) == 0 && f.isWord(i) {
		i++
	}
	if f.class(i)&prepositionDi == 0 {
		return listing{}, false
	}
	h.phrase.to = i
	limit := f.sentenceEnd(i)
	items, _ := f.markedItems(i, limit, prepositionDi, style{declared: h.declared})
	if len(items) > 2 && !isBarePreposition(f.form(i)) && h.kind != SectorList && f.named(items) < 2 {
		return listing{}, false // "gli interventi della polizia, dei pompieri e dei medici"
	}
	if len(items) < 3 {
		items, _ = f.plainItems(i+1, limit, style{declared: h.declared})
		if !isBarePreposition(f.form(i)) && f.named(items) < 2 || isInfinitive(f.form(i+1)) || !f.withoutArticles(items[min(1, len(items)):]) {
			return listing{}, false // "le strade della capitale con striscioni, cartelli e fumogeni"
		}
	}
	return listing{h, items}, f.accepted(items) && !f.haveNames(items)
}

// haveNames reports whether each of the first items has a word with a capital letter: "i lavori di via Roma, via Po e corso Francia".
func (f *listFinder) haveNames(items []tokenRange) bool {
	for _, item := range items[:min(3, len(items))] {
		named := false
		for i := item.from; i < item.to; i++ {
			first, _ := utf8.DecodeRuneInString(f.tokens[i].Text)
			named = named || unicode.IsUpper(first)
		}
		if !named {
			return false
		}
	}
	return true
}

// withoutArticles reports whether the first items have no article: where the first has none, the others have none.
func (f *listFinder) withoutArticles(items []tokenRange) bool {
	for _, item := range items[:min(3, len(items))] {
		if f.class(item.from-1)&articleWord != 0 {
			return false
		}
	}
	return true
}

// prepositional reads items of which the first, or each, follows a preposition of the family at token i.
func (f *listFinder) prepositional(i int, family wordClass, declared int) ([]tokenRange, int) {
	limit := f.sentenceEnd(i)
	if items, end := f.markedItems(i, limit, family, style{declared: declared}); len(items) > 2 {
		return items, end
	}
	items, end := f.plainItems(i+1, limit, style{declared: declared})
	if end == i+1 {
		return nil, i
	}
	return items, end
}

// carried reads a list without a head noun: "un ordine fondato sulla pace, sulla giustizia e sulla libertà", "nel rispetto
// della sovranità, dell'indipendenza e dell'integrità territoriale". Two items at least must name principles.
func (f *listFinder) carried(h head) (listing, bool) {
	i := f.afterAdverbs(h.noun.to)
	if i < len(f.tokens) && f.opens(i) {
		i++
	}
	if f.class(i)&h.family == 0 {
		return listing{}, false
	}
	if first, ok := f.headAt(f.firstNoun(i + 1)); ok && first.family == 0 {
		return listing{}, false // "ispirata ai [valori] di …": the noun is the head
	} else if ok && first.family == prepositionTra && f.class(first.noun.to)&prepositionTra != 0 {
		return f.carried(first) // "poggia su un [equilibrio] tra …"
	}
	items, end := f.prepositional(i, h.family, 0)
	if !f.accepted(items) || f.named(items) < 2 {
		return listing{}, false
	}
	f.takeUp(&h, end)
	return listing{h, items}, true
}

// firstNoun skips articles, numbers and determiners from token i on.
func (f *listFinder) firstNoun(i int) int {
	for n := 0; n < 3 && i < len(f.tokens) && (f.beforeHead(i) || f.class(i)&articleWord != 0); n++ {
		i++
	}
	return i
}

// named counts the items that name a principle, up to two.
func (f *listFinder) named(items []tokenRange) int {
	n := 0
	for _, item := range items {
		if f.principles.of(f.tokens[item.from:item.to]) != "" {
			n++
		}
		if n == 2 {
			break
		}
	}
	return n
}

// takeUp gives a list without a head noun the number and kind of a noun that takes the items up behind them:
// "… tra democrazia, libertà e uguaglianza, e nessuno dei [tre valori] …".
func (f *listFinder) takeUp(h *head, end int) {
	limit := min(f.sentenceEnd(end-1), end+maxPhrase)
	for i := end; i < limit; i++ {
		noun, ok := f.headAt(i)
		if !ok || noun.family != 0 || noun.isNumber {
			continue
		}
		f.widen(&noun, end)
		if noun.declared > 0 {
			h.kind, h.declared = noun.kind, noun.declared
			return
		}
	}
}
