package claims

import (
	"strings"

	"github.com/detto-it/detto/lang"
)

const (
	maxItemTokens  = 40  // an item is not longer
	maxListTokens  = 400 // nor is what commas part; it bounds the time that a head can cost
	maxQuoteTokens = 400 // nor is a list between quotation marks
)

// style says how the items of a list may look.
type style struct {
	declared  int  // the announced number, 0 if none
	relatives bool // whether the last item may have a relative clause: after a colon, yes; "i princìpi di a, b e c che …", no
}

// segment is what stands between two commas of an enumeration.
type segment struct {
	tokenRange
	joined bool // begins with a conjunction: ", e la pace"
	cut    bool // a verb follows: the segment may be that verb's subject
}

// plainItems splits an enumeration at its commas and at the conjunction before its last item: "a, b e c", "a, b, c".
// It begins at token from and ends before limit. The second result is the index after the last item.
func (f *listFinder) plainItems(from, limit int, s style) ([]tokenRange, int) {
	segments := f.segments(from, min(limit, from+maxListTokens), s)
	final, joint := f.finalSegment(segments, s)
	if final < 0 {
		return nil, from
	}
	var items []tokenRange
	for k, segment := range segments[:final+1] {
		if k == final && joint > 0 {
			items = append(items, tokenRange{segment.from, joint})
			segment.from = joint
		}
		items = append(items, segment.tokenRange)
	}
	return f.bare(items), segments[final].to
}

// bare strips the items and drops what is no item.
func (f *listFinder) bare(items []tokenRange) []tokenRange {
	kept := items[:0]
	for _, item := range items {
		if item = f.strip(item); item.from < item.to {
			kept = append(kept, item)
		}
	}
	return kept
}

// segments reads an enumeration up to its end: a full stop or other closing mark, a verb, or a word that opens a clause.
func (f *listFinder) segments(from, limit int, s style) []segment {
	var segments []segment
	start, inClause := from, false
	add := func(end int, cut bool) bool {
		if cut {
			end, cut = f.withoutSubject(start, end)
		}
		next := segment{tokenRange{start, end}, start < end && f.class(start)&conjunctionWord != 0, cut}
		start, inClause = end+1, false
		if !f.nominal(next.tokenRange) {
			return false
		}
		segments = append(segments, next)
		return len(segments) != 3 || !f.areNames([]tokenRange{f.strip(segments[0].tokenRange), f.strip(segments[1].tokenRange)})
	}
	for i := from; i-start <= maxItemTokens; i++ {
		switch {
		case i >= limit || f.ends(i):
			add(min(i, limit), false)
			return segments
		case f.is(i, ","):
			if !add(i, false) {
				return segments
			}
		case f.opens(i):
			closing := f.closingMark(i, min(limit, i+maxItemTokens))
			if closing < 0 {
				add(i, false)
				return segments
			}
			i = closing
		case f.breaks(i, start, &inClause, s):
			add(i, f.class(i)&(verbWord|maybeVerb|cliticWord) != 0)
			return segments
		}
	}
	return segments
}

// withoutSubject returns the end of a segment that a verb follows, before the subject of that verb if a conjunction brings
// it in after the list's own: "droga e violenza [e l'azienda] si è impegnata". The second result is whether the verb stays
// next to the segment.
func (f *listFinder) withoutSubject(from, to int) (int, bool) {
	last, joints := 0, 0
	for i := from + 1; i < to; i++ {
		if f.class(i)&conjunctionWord != 0 {
			last = i
			joints++
		}
	}
	if joints > 1 && f.class(last+1)&articleWord != 0 {
		return last, false
	}
	return to, true
}

// stopPhrase reports whether a phrase that ends an item begins at token i: "[alla presenza] di molti".
func (f *listFinder) stopPhrase(i int) bool {
	for _, rest := range f.stops[f.form(i)] {
		if f.follow(i+1, rest) {
			return true
		}
	}
	return false
}

// ends reports whether token i is a mark that ends an enumeration.
func (f *listFinder) ends(i int) bool {
	if f.isWord(i) {
		return false
	}
	switch f.tokens[i].Text {
	case ",", "(", "[", "«", "“", "„", "‘", "%", "€", "$", "/", "°", "&", "+", "’", "'":
		return false
	case "\"":
		return !f.opens(i)
	}
	return true
}

// breaks reports whether the enumeration cannot go on at token i of the item that began at start. A relative opens a
// clause in which verbs are at home, up to the next comma: "una scuola [che accoglie tutti]".
func (f *listFinder) breaks(i, start int, inClause *bool, s style) bool {
	class := f.class(i)
	if *inClause {
		return false
	}
	if class&relativeWord != 0 && s.relatives && i > start {
		*inClause = true
		return false
	}
	if class&cliticWord != 0 { // "[si] fonda", but not the articles "la" and "lo", nor "non ingerenza"
		return class&articleWord == 0 && f.form(i) != "non" || f.class(i+1)&verbWord != 0
	}
	if class&skippedWord != 0 && i <= start+1 {
		return false
	}
	return class&(verbWord|stopWord) != 0 || f.stopPhrase(i) || f.opensClause(i, start)
}

// opensClause reports whether token i begins what is no longer part of the item from start: a purpose ("[per] conservare"), or a
// noun phrase with an article that nothing joins ("furto e rapina [il] medico"); infinitives have objects, though.
func (f *listFinder) opensClause(i, start int) bool {
	class := f.class(i)
	if class&prepositionPer != 0 {
		return isInfinitive(f.form(i + 1))
	}
	if class&maybeVerb != 0 && i > start {
		return f.class(i+1)&articleWord != 0 // "l'indipendenza [guida] i due Paesi"
	}
	return class&articleWord != 0 && i > start+2 && f.class(i-1)&^maybeVerb == 0 && f.isWord(i-1) && !isInfinitive(f.form(f.strip(tokenRange{start, i}).from))
}

// isInfinitive reports whether a word looks like an infinitive, with or without pronoun: "curare", "curarsi".
func isInfinitive(word string) bool { return len(word) > 4 && looksInfinitive(word) }

// nominal reports whether a segment can be an item: it begins, after conjunction and article, with a word that is
// neither a preposition nor opens a clause.
func (f *listFinder) nominal(r tokenRange) bool {
	item := f.strip(r)
	if item.from >= item.to {
		return false
	}
	first := item.from
	for first < item.to && !f.isWord(first) {
		first++
	}
	if first == item.to || f.class(first)&(prepositionWord|verbWord|stopWord|subjectWord) != 0 {
		return false
	}
	form := f.form(first)
	return !isGerund(form) && !strings.HasSuffix(form, "mente") && !f.isParticiple(first)
}

// isParticiple reports whether a participle with its complement begins at token i: "[ferito] alla testa",
// "[assegnati] rispettivamente da"; but "mercato del lavoro".
func (f *listFinder) isParticiple(i int) bool {
	form := f.form(i)
	for _, ending := range [...]string{"ato", "ata", "ati", "ate", "uto", "uta", "uti", "ute", "ito", "ita", "iti", "ite"} {
		if strings.HasSuffix(form, ending) {
			return f.class(i+1)&(prepositionA|prepositionDa) != 0 || i+1 < len(f.tokens) && strings.HasSuffix(f.form(i+1), "mente")
		}
	}
	return false
}

// isGerund reports whether a word looks like a gerund, with or without pronoun: "rafforzando", "basandosi".
func isGerund(word string) bool {
	word = strings.TrimSuffix(word, "si")
	switch word {
	case "comando", "contrabbando", "dividendo":
		return false
	}
	return len(word) > 6 && (strings.HasSuffix(word, "ando") || strings.HasSuffix(word, "endo"))
}

// markedItems splits an enumeration in which every item has the preposition of the first, which stands at token from:
// "sul rispetto della legge e delle regole, sulla fiducia e sulla pace". Commas and conjunctions before anything else
// belong to an item or end the list. The second result is the index after the last item.
func (f *listFinder) markedItems(from, limit int, family wordClass, s style) ([]tokenRange, int) {
	var items []tokenRange
	bare := isBarePreposition(f.form(from))
	start, inClause := from+1, false
	i := start
	limit = min(limit, from+maxListTokens)
	for ; i < limit && i-start <= maxItemTokens; i++ {
		if f.opens(i) {
			closing := f.closingMark(i, min(limit, i+maxItemTokens))
			if closing < 0 {
				break
			}
			i = closing
			continue
		}
		if f.is(i, ",") || f.class(i)&conjunctionWord != 0 {
			next := f.nextMark(i)
			if next < limit && f.class(next)&family != 0 && isBarePreposition(f.form(next)) == bare {
				items = append(items, tokenRange{start, i})
				start, i, inClause = next+1, next, false
				continue
			}
			if f.is(i, ",") {
				break
			}
		}
		if f.ends(i) || f.breaks(i, start, &inClause, s) {
			break
		}
	}
	items = append(items, tokenRange{start, min(i, limit)})
	return f.bare(items), i
}

// nextMark skips a comma, a conjunction and adverbs from token i on.
func (f *listFinder) nextMark(i int) int {
	if f.is(i, ",") {
		i++
	}
	if f.class(i)&conjunctionWord != 0 {
		i++
	}
	return f.afterAdverbs(i)
}

// isBarePreposition tells "di" from "della".
func isBarePreposition(form string) bool {
	switch form {
	case "di", "d", "a", "ad", "da", "in", "su", "con", "per", "tra", "fra":
		return true
	}
	return false
}

// strip takes from an item what does not belong to it: conjunction, adverbs, article and marks in front, and marks,
// conjunctions and "eccetera" behind.
func (f *listFinder) strip(r tokenRange) tokenRange {
	for r.from < r.to && (!f.isWord(r.from) && !f.opens(r.from) || f.class(r.from)&(conjunctionWord|skippedWord) != 0) {
		r.from++
	}
	for r.from+1 < r.to && f.class(r.from)&articleWord != 0 && f.form(r.from) != "dei" {
		r.from++
	}
	for r.from < r.to && f.strippedBehind(r) {
		r.to--
	}
	if r.to-r.from > 1 && f.opens(r.from) && f.closingMark(r.from, r.to) == r.to-1 && !f.is(r.from, "(") {
		return f.strip(tokenRange{r.from + 1, r.to - 1}) // «libertà», «pace»
	}
	return r
}

// strippedBehind reports whether the last token of an item does not belong to it. A bracket or mark that the item has
// opened does.
func (f *listFinder) strippedBehind(r tokenRange) bool {
	last := r.to - 1
	if !f.isWord(last) {
		switch f.tokens[last].Text {
		case "%", "€", "$", "°":
			return false
		}
		for i := r.from; i < last; i++ {
			if f.opens(i) && f.closingMark(i, r.to) == last {
				return false
			}
		}
		return true
	}
	initial := f.tokens[last].Text[0]
	if f.class(last)&tailWord != 0 {
		return last == r.from || f.class(last-1)&conjunctionWord != 0 || f.tokens[last].Kind == lang.Abbreviation || f.form(last) == "eccetera"
	}
	return f.class(last)&(conjunctionWord|prepositionWord|articleWord) != 0 && (initial < 'A' || initial > 'Z') // "linea A"
}
