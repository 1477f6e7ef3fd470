package extract

import (
	"context"
	"time"

	"github.com/detto-it/detto/lang"
)

// The grammar of dates, times, durations, amounts and numbers: a recursive-descent parser over the pieces of a
// sentence (piece.go) with its words in data files (lexicon.go). At each piece that can begin an expression the rules
// are tried in a fixed order, and the first that holds takes the longest stretch it can.

// parser holds what the rules share while a document is read.
type parser struct {
	text   string
	now    time.Time
	lex    *lexicon
	pieces []piece // of the present sentence
	active bool    // some piece can begin an expression
	last   lastNumber
	nested int   // how deep nthOf stands in itself: "l'ultimo giorno del primo mese di …"
	past   tense // of the present sentence, once it was asked
	read   int   // pieces before this one belong to an expression already
	found  []Entity
}

// tense is what a sentence tells of.
type tense uint8

const (
	unasked tense = iota
	pastTense
	otherTense
)

// forget lets go of the document, all but the room.
func (p *parser) forget() {
	clear(p.found)
	clear(p.pieces[:cap(p.pieces)])
	*p = parser{pieces: p.pieces[:0], found: p.found[:0]}
}

// expressions returns the dates, times, durations, amounts and numbers of a document. They stay until the parser forgets it.
func (p *parser) expressions(ctx context.Context, doc *lang.Document, now time.Time) ([]Entity, error) {
	p.text, p.now, p.lex = doc.Text, now, readLexicon()
	for i := range doc.Sentences {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p.split(&doc.Sentences[i])
		if p.active {
			p.sentence()
		}
	}
	return p.found, nil
}

// sentence reads the pieces from the first to the last.
func (p *parser) sentence() {
	p.read, p.past = 0, unasked
	for i := 0; i < len(p.pieces); {
		if !p.canBegin(i) {
			i++
			continue
		}
		i = max(p.step(i), i+1)
	}
}

// canBegin reports whether an expression can begin with piece i. An article "un" needs something that it counts.
func (p *parser) canBegin(i int) bool {
	pc := &p.pieces[i]
	if pc.kind == pieceDigits {
		return true
	}
	if pc.word.is&classArticle != 0 && pc.word.is&classNumeral != 0 && p.at(i+1).word.is|p.at(i+1).long.is|pc.long.is == 0 {
		return p.reads(i+1, "virgola", "volta")
	}
	return pc.begins(joiners) || romanOrdinal(pc.text)
}

// step reads one expression at piece i, if there is one, and returns the piece after it.
func (p *parser) step(i int) int {
	for _, rule := range [...]func(*parser, int) (expression, bool){
		(*parser).temporal, (*parser).amount, (*parser).ordinal,
	} {
		if e, ok := rule(p, i); ok && e.first >= p.read && e.next > i {
			return p.emit(e)
		}
	}
	if next, ok := p.reference(i); ok {
		return next
	}
	if e, ok := p.cardinal(i); ok && e.first >= p.read {
		return p.emit(e)
	} else if e.next > i {
		return e.next
	}
	return i
}

// emit adds an expression to what was found.
func (p *parser) emit(e expression) int {
	span := lang.Span{Start: p.pieces[e.first].Start, End: p.pieces[e.next-1].End}
	p.found = append(p.found, Entity{
		Text: p.text[span.Start:span.End], Span: span, Kind: e.kind, ID: -1, Norm: e.norm, Mod: e.mod, Score: 1,
	})
	p.read = e.next
	return e.next
}

// cardinal reads a number that counts: "quattro principi", "1.500", "tra 10 e 20". An article is none, nor is a score
// ("3-2") or a verb ("sei stato"); those come back with false and the piece to go on from.
func (p *parser) cardinal(i int) (expression, bool) {
	n, ok := p.numbers(i)
	if !ok {
		return expression{}, false
	}
	e := expression{first: n.first, next: n.next, kind: Cardinal, norm: n.string()}
	switch {
	case n.article && !p.countsOne(n), n.dashed && !n.scaled, p.score(n):
		return e, false
	case p.reads(i, "sei") && n.next == i+1 && p.verbSei(i):
		return e, false
	}
	if p.at(n.next).glued && p.at(n.next).kind != pieceMark {
		return e, false
	}
	return p.modified(e, n), true
}

// countsOne reports contexts in which "uno" is a number: "uno su tre", "1", "da uno a dieci".
func (p *parser) countsOne(n numeric) bool {
	return n.figures || p.reads(n.next-1, "uno") && (p.reads(n.next, "su", "virgola") || p.rangeCue(n.first) != cueNone && n.ranged)
}

// score reports the figures of a result: "3-2", "2 a 1" after "per".
func (p *parser) score(n numeric) bool {
	if !n.plain {
		return false
	}
	firstOfTwo := p.reads(n.next, "a") && p.at(n.next+1).kind == pieceDigits && p.ends(n.next+2) // the 2 of "2 a 1"
	if firstOfTwo || p.reads(n.first-1, "a") && p.at(n.first-2).kind == pieceDigits && p.ends(n.next) {
		return p.rangeCue(n.first) != cueFrom
	}
	dashAfter := p.dash(n.next) && p.at(n.next).glued && p.at(n.next+1).kind == pieceDigits
	dashBefore := p.dash(n.first-1) && p.at(n.first).glued && p.at(n.first-1).glued && p.at(n.first-2).kind == pieceDigits
	return dashAfter || dashBefore
}

// verbSei tells the verb from the numeral: "tu sei", "sei stato", "sei un" are the verb; "sei" before a plural noun or
// after an article is the numeral.
func (p *parser) verbSei(i int) bool {
	if p.is(i-1, classArticle|classPreposition) || p.beforeNumeral(i-1) {
		return false
	}
	after := p.at(i + 1)
	if after.kind != pieceWord || p.grammatical(i+1) || p.beforeYouAre(i-1) {
		return p.at(i-1).kind == pieceWord || after.kind == pieceWord
	}
	last := after.text[len(after.text)-1]
	return last != 'i' && last != 'e'
}

// beforeNumeral reports a word that a numeral follows: "sono sei", "circa sei", "gli ultimi sei", "ogni sei".
func (p *parser) beforeNumeral(i int) bool {
	return p.reads(i, "sono", "circa", "oltre", "quasi", "almeno", "ogni") ||
		p.reads(i, "altri", "altre", "ultimi", "primi", "prime", "ultime")
}

// beforeYouAre reports a word that the verb follows: "tu sei", "non ti sei", "dove sei", "se sei".
func (p *parser) beforeYouAre(i int) bool {
	return p.reads(i, "tu", "te", "non", "ti", "ci", "mi", "ne", "lo") ||
		p.reads(i, "che", "dove", "chi", "come", "se", "quando", "perché", "ora", "cosa")
}
