package lang

import (
	"context"
	"slices"
	"sync"
)

// Quoted is a stretch between quotation marks: typography only, not a judgement of whether anybody said it.
type Quoted struct {
	// Span is what is quoted, without the marks and the blanks inside them.
	Span
	// Outer is the quotation with its marks.
	Outer Span
	// Depth is the number of quotations around this one: 0 for an outermost quotation.
	Depth int
	// Closed says whether the closing mark was found. The speech behind a dialogue dash is closed by another dash or by
	// the end of its paragraph. A quotation that is not closed ends with its paragraph, or sooner where the next one of
	// its kind begins or the one around it ends.
	Closed bool
}

// Quoted returns every stretch between quotation marks, in the order of the opening marks: «», “”, „”, "", ‘’, ”, and
// the single ones, however nested; <<>> and ” as typed for want of better; and the speech behind a dash (—, –) that
// begins a paragraph. A paragraph that begins with the opening mark again goes on the quotation of the paragraph before.
// Marks turned the wrong way («così«, “così“, ”così”) are paired by the blanks around them. An apostrophe is never a
// mark, a mark alone does not hide the pairs behind it, and an empty quotation is left out, and so is one within more
// than seven others.
//
// Quoted never fails; its time is linear in the number of tokens. It computes its result anew on each call.
func (d *Document) Quoted() []Quoted {
	quoted, _ := d.QuotedContext(context.Background()) // which never ends
	return quoted
}

// QuotedContext is like Quoted, but gives up soon after the context has ended: it then returns the context's error and no
// quotations.
func (d *Document) QuotedContext(ctx context.Context) ([]Quoted, error) {
	f := quotedFinders.Get().(*quotedFinder)
	defer f.rest()
	f.text, f.tokens, f.firstDash = d.Text, d.Tokens, -1
	sentence := 0
	for i := range d.Tokens {
		if i%tokensBetweenLooks == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		begins := sentence < len(d.Sentences) && d.Sentences[sentence].Start == d.Tokens[i].Start
		if begins {
			sentence++
		}
		if f.beginsParagraph(i, begins) {
			f.endParagraph(i)
			f.paragraph++
			f.paragraphStart = i
		} else if begins {
			f.endReply(i)
		}
		if d.Tokens[i].Kind == Punct {
			f.read(i, begins)
		}
	}
	f.endParagraph(len(d.Tokens))
	f.giveUp(0, len(d.Tokens))
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	quoted := withDepths(f.found)
	if len(quoted) == 0 {
		return nil, nil
	}
	return slices.Clone(quoted), nil
}

// quotedFinders are those that rest. They keep their room for the next document.
var quotedFinders = sync.Pool{New: func() any { return new(quotedFinder) }}

// keptMarks is the number of opening marks, and of straight marks in a line, for which a finder keeps room.
const keptMarks = 1 << 10

// rest lets go of the document. It keeps no more room than long articles take.
func (f *quotedFinder) rest() {
	if max(cap(f.found), cap(f.straights)) > keptMarks {
		return
	}
	*f = quotedFinder{found: f.found[:0], open: f.open[:0], straights: f.straights[:0]}
	quotedFinders.Put(f)
}

// quotedFinder pairs quotation marks with a stack of those that are open.
type quotedFinder struct {
	text   string
	tokens []Token
	found  []Quoted // one for each opening mark, empty until it is closed or given up

	open  []openMark
	count [families]int // how many open marks there are of each family

	paragraph      int   // number of the paragraph
	paragraphStart int   // its first token
	straights      []int // the straight marks that isReversed has looked ahead for
	straightsEnd   int   // the token up to which it has
	firstDash      int   // the dash that begins a dialogue in it, -1 if there is none
}

// openMark is an opening mark without its closing one so far.
type openMark struct {
	token     int // the opening mark
	found     int // its place in quotedFinder.found
	family    family
	paragraph int  // the last paragraph that belongs to it
	end       int  // the token behind its first paragraph, 0 while that lasts
	next      int  // the next opening mark of the same family, 0 if there is none
	loose     bool // whether a blank is behind it
}

// longestGap is the number of paragraphs that a quotation may run on without a paragraph that reopens it.
const longestGap = 2

// beginsParagraph reports whether token i begins a paragraph: behind a blank line, or on a new line with a new sentence.
func (f *quotedFinder) beginsParagraph(i int, beginsSentence bool) bool {
	if i == 0 {
		return true
	}
	gap := f.text[f.tokens[i-1].End:f.tokens[i].Start]
	if len(gap) == 0 || gap == " " {
		return false
	}
	breaks := lineBreaks(gap)
	return breaks > 1 || breaks == 1 && beginsSentence
}

// endParagraph closes the dialogue that ends before token i, and notes for the marks that stay open where their
// paragraph ended.
func (f *quotedFinder) endParagraph(i int) {
	if f.count[dashFamily] > 0 {
		f.endDialogue(i)
	}
	f.firstDash = -1
	for k := len(f.open) - 1; k >= 0 && f.open[k].end == 0; k-- {
		f.open[k].end = i
	}
}

// read pairs the mark that is token i, if it is a quotation mark or a dialogue dash; begins says whether it is the first
// token of a sentence.
func (f *quotedFinder) read(i int, begins bool) {
	mark := markOf(f.tokens[i].Text)
	switch {
	case mark.family == noFamily:
	case mark.family == dashFamily:
		f.readDash(i, begins)
	case i == f.paragraphStart && f.reopens(mark):
	default:
		switch f.role(i, mark) {
		case opening:
			f.push(i, mark.family)
		case closing:
			f.closeMark(i, mark.family)
		}
	}
}

// reopens reports whether the mark, the first of a paragraph, goes on a quotation of the paragraph before, and notes it.
// Some typesetters repeat the closing mark instead of the opening one.
func (f *quotedFinder) reopens(mark mark) bool {
	if f.count[mark.family] == 0 {
		return false
	}
	k := f.topOf(mark.family)
	if f.open[k].paragraph != f.paragraph-1 {
		return false
	}
	f.open[k].paragraph = f.paragraph
	return true
}

// topOf returns the place of the last open mark of a family of which there is one.
func (f *quotedFinder) topOf(family family) int {
	k := len(f.open) - 1
	for f.open[k].family != family {
		k--
	}
	return k
}

// push opens a quotation at token i. One of the same family that earlier paragraphs left open is given up.
func (f *quotedFinder) push(i int, family family) {
	if n := len(f.open); n > 0 && f.open[n-1].family == family {
		if f.open[n-1].next == 0 {
			f.open[n-1].next = i
		}
		if f.open[n-1].paragraph < f.paragraph {
			f.giveUp(n-1, i)
		}
	}
	loose := isSpaceAt(f.text, f.tokens[i].End)
	f.open = append(f.open, openMark{token: i, found: len(f.found), family: family, paragraph: f.paragraph, loose: loose})
	f.count[family]++
	f.found = append(f.found, Quoted{})
}

// closeMark closes the quotation that token i ends, if there is one: the last open one of its family or, when a mark of
// the wrong family was typed, the innermost of this paragraph.
func (f *quotedFinder) closeMark(i int, family family) {
	if len(f.open) == 0 {
		return
	}
	k := len(f.open) - 1
	if f.count[family] > 0 {
		k = f.topOf(family)
	} else if !isDouble(family) || !isDouble(f.open[k].family) || f.open[k].paragraph != f.paragraph {
		return
	}
	opener := f.open[k]
	if f.paragraph-opener.paragraph > longestGap || family == single && opener.paragraph != f.paragraph {
		f.giveUp(k, i)
		return
	}
	f.giveUp(k+1, i)
	f.pop()
	f.set(opener, i, true)
	f.endBefore(opener.token)
}

// endBefore notes for the marks still open in earlier paragraphs that a quotation which begins at the token, inside
// theirs, goes on behind their end: unless they are closed, they end before it.
func (f *quotedFinder) endBefore(token int) {
	for k := len(f.open) - 1; k >= 0 && f.open[k].end > token; k-- {
		f.open[k].end = token
	}
}

// giveUp ends the open marks from place k up as unclosed: at token end, or before it where their paragraph ended or the
// next quotation of their family begins.
func (f *quotedFinder) giveUp(k, end int) {
	for len(f.open) > k {
		opener := f.pop()
		stop := end
		if opener.end > 0 {
			stop = min(stop, opener.end)
		}
		if opener.next > 0 {
			stop = min(stop, opener.next)
		}
		f.set(opener, stop, false)
	}
}

// pop takes the last open mark off the stack.
func (f *quotedFinder) pop() openMark {
	last := f.open[len(f.open)-1]
	f.open = f.open[:len(f.open)-1]
	f.count[last.family]--
	return last
}

// set fills in the quotation that begins at the opening mark and ends before token stop, which may be the closing mark.
func (f *quotedFinder) set(opener openMark, stop int, marked bool) {
	first := opener.token + 1
	for first < stop && opener.family == dashFamily && isPause(f.tokens[first].Text) {
		first++ // — Vengo — disse —, ma non subito.
	}
	if first >= stop || !marked && opener.family == single {
		return // nothing is quoted; a single mark alone is rather an apostrophe
	}
	q := &f.found[opener.found]
	q.Span = Span{f.tokens[first].Start, f.tokens[stop-1].End}
	q.Outer = Span{f.tokens[opener.token].Start, q.End}
	q.Closed = marked || opener.family == dashFamily
	if marked {
		q.Outer.End = f.tokens[stop].End
	}
}

// maxDepth is the depth below which quotations are left out. Nobody quotes so many voices inside each other; rubbish that opens mark
// after mark would make results whose text grows with the square of the document.
const maxDepth = 7

// withDepths drops the empty places of found, counts for each quotation those around it, and drops what is too deep.
func withDepths(found []Quoted) []Quoted {
	kept := found[:0]
	var room [maxDepth + 1]int
	around := room[:0] // the ends of the quotations around
	for _, q := range found {
		if q.Outer.Len() == 0 {
			continue
		}
		for len(around) > 0 && around[len(around)-1] <= q.Outer.Start {
			around = around[:len(around)-1]
		}
		if q.Depth = len(around); q.Depth > maxDepth {
			continue
		}
		around = append(around, q.Outer.End)
		kept = append(kept, q)
	}
	return kept
}
