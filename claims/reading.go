package claims

import (
	"context"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/internal/words"
	"github.com/detto-it/detto/lang"
)

// word is what a reading knows of one token.
type word struct {
	low      string // in lower case, with straight apostrophes
	class    class
	readings uint8 // how many readings it has as a verb of saying or an auxiliary
	first    int32 // index of the first of them
	entity   int32 // index of the name that holds it, or -1
	quoted   int32 // index of the innermost quotation that holds it, or -1
	sentence int32
	group    int32 // index of the verb group that holds it, or -1
}

// reading is a document seen through the eyes of this package: a class for every word, verb groups, and where
// the entities and quotations lie. It reads one document after another, in the room that it has made for those before. It must
// not be used by two goroutines at the same time.
type reading struct {
	doc         *lang.Document
	tokens      []lang.Token
	words       []word
	ents        []extract.Entity
	quoted      []lang.Quoted
	inside      []tokens // the tokens between the marks of each quotation
	spans       []tokens // the tokens of each sentence
	groups      []verbGroup
	verbs       []verbReading // the readings of all tokens as verbs
	lexicon     *lexicon
	vocabulary  *vocabulary
	judge       *judge
	labels      *labels
	resolver    *resolver // rests between documents, like the reading
	startRoom   []int
	expressions []attribution // of the sentence that is looked at
	decisions   int           // that are left to it
	linkRoom    []directFinding
	endRoom     []ending
	endChance   int // of the last clause end, in tenths: that it is right by half of the words
	lastDirect  directFinding
	held        []tokens // the tokens of each entity

	phrases     [][]phrase  // by sentence, found when first asked for
	subjects    [][]subject // by sentence, found when first asked for
	firstGroup  []int       // by sentence, the index of its first verb group, or -1
	phraseRoom  []phrase    // holds phrases
	subjectRoom []subject   // holds subjects

	sentences       [][]attribution // by sentence
	attributionRoom []attribution   // holds sentences
	contents        []reported
	findings        []finding
	findingRoom     []finding
	order           []int
}

// tokens is a range of tokens, [start, end).
type tokens struct{ start, end int }

// tokensBetweenLooks is how many tokens are read between two looks at the context.
const tokensBetweenLooks = 1024

// readings are those that rest: they save the next ones time and change nothing that they find.
var readings = sync.Pool{New: func() any { return newReading() }}

func newReading() *reading {
	return &reading{lexicon: theLexicon(), vocabulary: newVocabulary(), judge: newJudge(theModels()),
		labels: &labels{made: map[string]string{}}, resolver: &resolver{byID: map[int]int{}}}
}

// rest lets go of the document, so that no reading keeps one in memory. It keeps no more room than long articles take.
func (r *reading) rest() {
	if len(r.words) > keptTokens {
		return
	}
	r.forget()
	readings.Put(r)
}

// keptTokens is the number of tokens for which a reading keeps room.
const keptTokens = 1 << 15

// forget begins anew.
func (r *reading) forget() {
	clear(r.words)
	clear(r.phrases)
	clear(r.subjects)
	clear(r.phraseRoom)
	clear(r.sentences)
	r.resolver.forget()
	*r = reading{
		lexicon: r.lexicon, vocabulary: r.vocabulary, judge: r.judge, labels: r.labels, resolver: r.resolver,
		words: r.words[:0], inside: r.inside[:0], spans: r.spans[:0], groups: r.groups[:0], verbs: r.verbs[:0], held: r.held[:0],
		startRoom: r.startRoom[:0], linkRoom: r.linkRoom[:0], endRoom: r.endRoom[:0],
		phrases: r.phrases[:0], subjects: r.subjects[:0], firstGroup: r.firstGroup[:0],
		phraseRoom: r.phraseRoom[:0], subjectRoom: r.subjectRoom[:0],
		sentences: r.sentences[:0], attributionRoom: r.attributionRoom[:0], contents: r.contents[:0],
		findings: r.findings[:0], findingRoom: r.findingRoom[:0], order: r.order[:0],
	}
}

// sized returns a slice of n zero values, in the room of s if that is enough. Room to spare is only for what is kept.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+min(n, keptTokens)/4)
	}
	s = s[:n]
	clear(s)
	return s
}

// read looks at a document until the context ends, whose error it returns.
func (r *reading) read(ctx context.Context, doc *lang.Document, ents []extract.Entity) error {
	quoted, err := doc.QuotedContext(ctx)
	if err != nil {
		return err
	}
	r.doc, r.tokens, r.ents, r.quoted = doc, composed(doc.Tokens), ents, quoted
	if err := ctx.Err(); err != nil {
		return err
	}
	r.words = sized(r.words, len(r.tokens))
	if err := ctx.Err(); err != nil {
		return err
	}
	r.markEntities()
	for i := range r.tokens {
		if i%tokensBetweenLooks == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		r.classify(i)
	}
	r.markSentences()
	if err := ctx.Err(); err != nil {
		return err
	}
	r.markQuoted()
	return r.findGroups(ctx)
}

// composed returns tokens whose letters are one with their accents, as the data files have them, wherever the text has the
// accents as characters of their own (Unicode NFD). Spans stay those of the text; texts no longer are.
func composed(tokens []lang.Token) []lang.Token {
	first := slices.IndexFunc(tokens, func(t lang.Token) bool { return words.Decomposed(t.Text) })
	if first < 0 {
		return tokens
	}
	tokens = slices.Clone(tokens)
	for i := first; i < len(tokens); i++ {
		tokens[i].Text = words.Compose(tokens[i].Text)
	}
	return tokens
}

func (r *reading) classify(i int) {
	t, w := &r.tokens[i], &r.words[i]
	w.low, w.quoted, w.group = t.Text, -1, -1
	switch t.Kind {
	case lang.Punct, lang.Symbol:
		w.class = punctuationClass(t.Text)
		return
	case lang.Number:
		w.low, w.class = strings.ToLower(t.Text), number
		return
	}
	f := r.vocabulary.form(t.Text)
	w.class = f.class
	if f.low != "" {
		w.low = f.low
	}
	if f.upper {
		w.class |= capital
	}
	if f.closed && f.class&(adverb|timeNoun|determiner|counting|notInfinitive) == 0 || f.upper && w.entity >= 0 {
		return
	}
	w.first = int32(len(r.verbs))
	r.verbs = append(r.verbs, f.verbs...)
	w.readings = uint8(min(len(f.verbs), 255))
	if w.readings > 0 || f.closed || f.upper {
		return
	}
	w.class |= f.other
	if f.infinitive && i > 0 && r.bareInfinitiveBefore(i-1) {
		w.class = otherNonfinite
	}
}

// bareInfinitiveBefore reports whether token i is a preposition without article, after which what looks like an
// infinitive is one.
func (r *reading) bareInfinitiveBefore(i int) bool {
	switch r.tokens[i].Text {
	case "di", "a", "ad", "da", "per":
		return true
	}
	return false
}

func punctuationClass(s string) class {
	switch s {
	case ",":
		return comma
	case ":":
		return colon
	case ";":
		return semicolon
	case "-", "–", "—", "―":
		return dash
	case ".", "!", "?", "...", "…", "?!", "!?", "....":
		return stop
	case "«", "“", "„", "‟":
		return openMark
	case "»", "”":
		return closeMark
	case "\"":
		return openMark | closeMark
	case "(", "[":
		return openBracket
	case ")", "]":
		return closeBracket
	}
	return 0
}

// lower appends the lower-case form of a word, with straight apostrophes, and says whether it began with a capital.
func lower(dst []byte, s string) ([]byte, bool) {
	upper := false
	for i, c := range s {
		switch {
		case c == '’':
			c = '\''
		case 'A' <= c && c <= 'Z':
			upper = upper || i == 0
			c += 'a' - 'A'
		case c >= utf8.RuneSelf && unicode.IsUpper(c):
			upper = upper || i == 0
			c = unicode.ToLower(c)
		}
		if len(dst) >= 44 {
			break
		}
		dst = utf8.AppendRune(dst, c)
	}
	return dst, upper
}

// maxSpan bounds the tokens that are read as one sentence, so that the time for a text is linear in its length whatever
// is written in it. Longer sentences are read in pieces.
const maxSpan = 240

func (r *reading) markSentences() {
	i := 0
	for s := range r.doc.Sentences {
		start := i
		for i < len(r.tokens) && r.tokens[i].Start < r.doc.Sentences[s].End {
			if i-start >= maxSpan {
				r.spans = append(r.spans, tokens{start, i})
				start = i
			}
			r.words[i].sentence = int32(len(r.spans))
			i++
		}
		r.spans = append(r.spans, tokens{start, i})
	}
	if start := i; i < len(r.tokens) { // tokens behind the last sentence, if a document was not made by Parse
		for ; i < len(r.tokens); i++ {
			r.words[i].sentence = int32(len(r.spans))
		}
		r.spans = append(r.spans, tokens{start, i})
	}
}

func (r *reading) markEntities() {
	r.held = sized(r.held, len(r.ents))
	for i := range r.words {
		r.words[i].entity = -1
	}
	i := 0
	for e := range r.ents {
		for i < len(r.tokens) && r.tokens[i].End <= r.ents[e].Start {
			i++
		}
		r.held[e].start = i
		for i < len(r.tokens) && r.tokens[i].Start < r.ents[e].End {
			if r.ents[e].Kind.IsName() && r.words[i].entity < 0 {
				r.words[i].entity = int32(e)
			}
			i++
		}
		r.held[e].end = i
		i = r.held[e].start
	}
}

// at returns the index of the first token that starts at or after a byte offset.
func (r *reading) at(offset int) int {
	return sort.Search(len(r.tokens), func(i int) bool { return r.tokens[i].Start >= offset })
}

func (r *reading) markQuoted() {
	r.inside = sized(r.inside, len(r.quoted))
	for q := range r.quoted {
		t := tokens{r.at(r.quoted[q].Start), r.at(r.quoted[q].End)}
		r.inside[q] = t
		if !r.quoted[q].Closed && r.quoted[q].Outer.Start < r.quoted[q].Start && !r.dialogue(q) {
			continue // where it ends is a guess: its words are read as those of the article
		}
		for i := t.start; i < t.end; i++ {
			r.words[i].quoted = int32(q) // inner quotations come later and win
		}
	}
}

// dialogue reports whether quotation q is the speech behind a dash, which needs no closing mark.
func (r *reading) dialogue(q int) bool { return r.is(r.inside[q].start-1, dash) }

func (r *reading) is(i int, c class) bool {
	return i >= 0 && i < len(r.words) && r.words[i].class&c != 0
}

// lowered returns the token's lower-case form, "" beyond the document.
func (r *reading) lowered(i int) string {
	if i < 0 || i >= len(r.words) {
		return ""
	}
	return r.words[i].low
}

// text returns the words of a range of tokens as they stand in the document.
func (r *reading) text(t tokens) string {
	s := r.span(t)
	return r.doc.Text[s.Start:s.End]
}

func (r *reading) span(t tokens) lang.Span {
	if t.end <= t.start {
		return lang.Span{}
	}
	return lang.Span{Start: r.tokens[t.start].Start, End: r.tokens[t.end-1].End}
}

// sentenceOf returns the tokens of the sentence that holds token i.
func (r *reading) sentenceOf(i int) tokens { return r.spans[r.words[i].sentence] }
