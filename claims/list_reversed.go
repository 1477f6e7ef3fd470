package claims

// maxReversed is how many tokens before a head its list can begin.
const maxReversed = 120

// reversed reads a list whose head comes behind: "a, b e c: sono questi i tre pilastri", "a, b e c, tre valori che …",
// "a, b e c sono i princìpi della scuola".
func (f *listFinder) reversed(h head, floor int) (listing, bool) {
	end := f.beforeLink(h, floor)
	if end <= floor {
		return listing{}, false
	}
	from := f.reversedStart(end, floor)
	items, last := f.plainItems(from, end, style{h.declared, true})
	if last != end || !f.accepted(items) {
		return listing{}, false
	}
	f.complete(&h, f.sentenceEnd(h.noun.from))
	return listing{h, items}, true
}

// beforeLink returns the index after the items that something between them and the head links to it, or 0. The links:
// a comma or colon and a number (apposition), or a form of "essere" with or without mark and "questi".
func (f *listFinder) beforeLink(h head, floor int) int {
	i := h.phrase.from
	if i-1 > floor && h.declared > 0 && (f.is(i-1, ",") || f.is(i-1, ":")) {
		return i - 1
	}
	definite := false
	for i > floor && f.isWord(i-1) && f.class(i-1)&(articleWord|determinerWord|prepositionDi) != 0 && h.phrase.from-i < 4 {
		definite = definite || f.class(i-1)&(articleWord|prepositionDi) != 0
		i--
	}
	if i-1 <= floor || !definite || !f.isLink(i-1) {
		return 0
	}
	i--
	if i-1 > floor && !f.isWord(i-1) { // a mark before the link: ", sono", ": ecco"
		return i - 1
	}
	return i
}

// isLink reports whether token i is a verb or particle that identifies what is before it with what is behind.
func (f *listFinder) isLink(i int) bool {
	switch f.form(i) {
	case "sono", "erano", "saranno", "ecco", "restano":
		return true
	}
	return false
}

// reversedStart finds where a list that ends at token end begins: after the last verb of the sentence before the
// first comma, a colon, a dash or an opening mark; after a verb, a dative is skipped: "impone [ai giudici] imparzialità".
func (f *listFinder) reversedStart(end, floor int) int {
	start := end
	for start > floor && end-start < maxReversed && !f.opensStretch(start-1) {
		start--
		if f.startsLine(start) || f.doc.Text[f.tokens[start].Start] == '.' {
			break
		}
	}
	from := start
	for i := start; i < end; i++ {
		if f.class(i)&verbWord != 0 {
			from = i + 1
		}
	}
	if from > start && f.class(from)&prepositionA != 0 && from+2 < end && !f.is(from+2, ",") {
		from += 2
	}
	return from
}

// opensStretch reports whether a list can begin after token i, a mark.
func (f *listFinder) opensStretch(i int) bool {
	switch f.tokens[i].Text {
	case ".", ":", ";", "?", "!", "…", "-", "–", "—", "»", "”":
		return true
	}
	return f.opens(i)
}
