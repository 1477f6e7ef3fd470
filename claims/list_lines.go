package claims

import "github.com/detto-it/detto/lang"

// maxMarkGap is how many tokens after a counting mark the next one can stand.
const maxMarkGap = 60

// countMark is a mark that counts items: "1)", "b)", "terzo,".
type countMark struct {
	system byte // '1' figures, 'a' letters, 'o' ordinals
	value  int
}

// countMarkAt reads a counting mark at token i and returns the index after it, or i if there is none.
func (f *listFinder) countMarkAt(i int) (countMark, int) {
	if i >= len(f.tokens) {
		return countMark{}, i
	}
	from := i
	if f.is(i, "(") {
		i++
	}
	if mark, ok := f.bracketed(i); ok {
		return mark, i + 2
	}
	return f.ordinalAt(from)
}

// bracketed reads "1)", "b)" and, at the start of a line, "1.".
func (f *listFinder) bracketed(i int) (countMark, bool) {
	if i+1 >= len(f.tokens) || !f.is(i+1, ")") && !(f.is(i+1, ".") && f.startsLine(i)) {
		return countMark{}, false
	}
	text := f.tokens[i].Text
	switch {
	case len(text) == 1 && text[0] >= 'a' && text[0] <= 'z':
		return countMark{'a', int(text[0]-'a') + 1}, true
	case f.tokens[i].Kind == lang.Number && len(text) < 3:
		n := 0
		for _, c := range []byte(text) {
			n = 10*n + int(c) - '0'
		}
		return countMark{'1', n}, true
	}
	return countMark{}, false
}

// ordinalAt reads an ordinal that counts items, with article before and noun, mark or verb behind: "primo, ",
// "il secondo è", "la terza riguarda", "la prima condizione è".
func (f *listFinder) ordinalAt(i int) (countMark, int) {
	from := i
	if f.class(i)&articleWord != 0 {
		i++
	}
	if i >= len(f.tokens) {
		return countMark{}, from
	}
	ordinal := f.words[f.form(i)].ordinal
	if ordinal == 0 {
		return countMark{}, from
	}
	i++
	if i+1 < len(f.tokens) && f.isWord(i) && f.class(i) == 0 && f.isCopula(i+1) {
		i++ // "la prima [condizione] è"
	}
	if f.is(i, ",") || f.is(i, ":") || f.isCopula(i) {
		i++
	} else if i-from < 2 || ordinal == 1 {
		return countMark{}, from // "il primo ministro"; but "il primo è la pace, [il secondo] il lavoro"
	}
	return countMark{'o', ordinal}, i
}

// isCopula reports whether token i is a verb that says what a counted item is.
func (f *listFinder) isCopula(i int) bool {
	if i >= len(f.tokens) {
		return false
	}
	switch f.form(i) {
	case "è", "sono", "sarà", "era", "riguarda", "resta", "e'":
		return true
	}
	return false
}

// counted reads items that each begin with a counting mark, the first at token from: "1) a, 2) b e 3) c",
// "primo, a; secondo, b; terzo, c".
func (f *listFinder) counted(from int) []tokenRange {
	var items []tokenRange
	mark, start := f.countMarkAt(from)
	if mark.value != 1 {
		return nil
	}
	for {
		next, after := f.nextMarkAfter(start, countMark{mark.system, mark.value + 1})
		if next < 0 {
			return f.bare(append(items, f.countedItem(start, f.sentenceEnd(start), mark.system)))
		}
		items = append(items, f.countedItem(start, next, mark.system))
		mark.value++
		start = after
	}
}

// nextMarkAfter finds a counting mark after token from and returns its index and that after it, or -1.
func (f *listFinder) nextMarkAfter(from int, want countMark) (int, int) {
	for i := from + 1; i < len(f.tokens) && i-from < maxMarkGap; i++ {
		if f.isWord(i-1) && f.class(i-1)&conjunctionWord == 0 && want.system == 'o' && !f.startsLine(i) {
			continue // an ordinal counts only after a mark or "e"
		}
		if got, after := f.countMarkAt(i); got == want && after > i {
			return i, after
		}
	}
	return -1, -1
}

// countedItem ends an item that stands in [from, to) at the end of its sentence or line, at a semicolon and, after an ordinal, at a comma.
func (f *listFinder) countedItem(from, to int, system byte) tokenRange {
	i := from
	for i < to && i-from < 2*maxItemTokens {
		if i > from && f.startsLine(i) || f.is(i, ".") || f.is(i, ";") || f.is(i, ":") || system == 'o' && f.is(i, ",") {
			break
		}
		if f.opens(i) {
			if closing := f.closingMark(i, min(to, i+maxItemTokens)); closing > 0 {
				i = closing
			}
		} else if f.ends(i) {
			break
		}
		i++
	}
	return tokenRange{from, i}
}

// lines reads items that stand each on a line of its own behind the same bullet, the first at token from, or that are
// counted line by line.
func (f *listFinder) lines(from int) []tokenRange {
	if !f.startsLine(from) || from+1 >= len(f.tokens) {
		return nil
	}
	if !isBullet(f.tokens[from].Text) {
		return f.counted(from)
	}
	var items []tokenRange
	bullet := f.tokens[from].Text
	for i := from; i < len(f.tokens) && f.startsLine(i) && f.tokens[i].Text == bullet; {
		item := f.countedItem(i+1, min(len(f.tokens), i+2*maxItemTokens), '1')
		items = append(items, item)
		i = item.to
		for i < len(f.tokens) && i-item.to < maxMarkGap && !f.startsLine(i) {
			i++
		}
	}
	return f.bare(items)
}

func isBullet(text string) bool {
	switch text {
	case "•", "-", "–", "—", "*", "·", "▪", "‣", "◦", "●", "■":
		return true
	}
	return false
}

// countedOff reads items that are told one by one after the sentence of their head: "Tre gli obiettivi. Il primo è a.
// Il secondo è b. Il terzo è c."
func (f *listFinder) countedOff(h head) (listing, bool) {
	limit := f.sentenceEnd(h.noun.from)
	if h.declared == 0 && limit-h.noun.to > maxPhrase {
		return listing{}, false
	}
	if limit >= len(f.tokens) || f.words[f.form(limit)].ordinal == 0 && f.class(limit)&articleWord == 0 {
		return listing{}, false
	}
	items := f.counted(limit)
	f.complete(&h, limit)
	return listing{h, items}, f.accepted(items)
}
