package claims

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// word is what a reading knows of one token.
type word struct {
	class    class
	form     verbForm
	entity   int32 // index of the entity that holds it, or -1
	quoted   int32 // index of the innermost quotation that holds it, or -1
	sentence int32
	group    int32 // index of the verb group that holds it, or -1
}

// reading is a document seen through the eyes of this package: a class for every word, verb groups, and where
// the entities and quotations lie.
type reading struct {
	doc    *lang.Document
	tokens []lang.Token
	words  []word
	ents   []extract.Entity
	quoted []lang.Quoted
	inside []tokens // the tokens between the marks of each quotation
	spans  []tokens // the tokens of each sentence
	groups []verbGroup
	held   []tokens // the tokens of each entity

	subjects   [][]subject // by sentence, found when first asked for
	firstGroup []int       // by sentence, the index of its first verb group, or -1
}

// tokens is a range of tokens, [start, end).
type tokens struct{ start, end int }

func read(doc *lang.Document, ents []extract.Entity) *reading {
	r := &reading{doc: doc, tokens: doc.Tokens, ents: ents, quoted: doc.Quoted(), words: make([]word, len(doc.Tokens))}
	vocab := vocabulary()
	for i := range r.tokens {
		r.words[i] = classify(&r.tokens[i], vocab)
	}
	r.markSentences()
	r.markEntities()
	r.markQuoted()
	r.findGroups()
	return r
}

func classify(t *lang.Token, vocab map[string]entry) word {
	w := word{entity: -1, quoted: -1, group: -1}
	switch t.Kind {
	case lang.Punct, lang.Symbol:
		w.class = punctuationClass(t.Text)
		return w
	case lang.Number:
		w.class = number
		return w
	}
	var buffer [48]byte
	low, upper := lower(buffer[:0], t.Text)
	if upper {
		w.class |= capital
	}
	e, known := vocab[string(low)]
	w.class |= e.class
	w.form = e.form
	if !known && !upper {
		w.unknown(string(low), vocab)
	}
	return w
}

// unknown guesses at a word that no list has: a verb with an enclitic pronoun, a finite verb, an adverb.
func (w *word) unknown(low string, vocab map[string]entry) {
	if stem, ok := withoutClitic(low); ok {
		if e := vocab[stem]; e.form.verb != nil && e.form.mood == gerund {
			w.form = e.form
			return
		}
		for _, ending := range []string{"e", "re"} {
			if e := vocab[stem+ending]; e.form.verb != nil && e.form.mood == infinitive {
				w.form = e.form
				return
			}
		}
		return
	}
	if len(low) > 6 && low[len(low)-5:] == "mente" {
		w.class |= adverb
	} else if looksFinite(low) {
		w.class |= finiteVerb
	}
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

func (r *reading) markSentences() {
	r.spans = make([]tokens, len(r.doc.Sentences))
	i := 0
	for s := range r.doc.Sentences {
		r.spans[s].start = i
		for i < len(r.tokens) && r.tokens[i].Start < r.doc.Sentences[s].End {
			r.words[i].sentence = int32(s)
			i++
		}
		r.spans[s].end = i
	}
}

func (r *reading) markEntities() {
	r.held = make([]tokens, len(r.ents))
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
	r.inside = make([]tokens, len(r.quoted))
	for q := range r.quoted {
		t := tokens{r.at(r.quoted[q].Start), r.at(r.quoted[q].End)}
		r.inside[q] = t
		for i := t.start; i < t.end; i++ {
			r.words[i].quoted = int32(q) // inner quotations come later and win
		}
	}
}

func (r *reading) is(i int, c class) bool {
	return i >= 0 && i < len(r.words) && r.words[i].class&c != 0
}

// lowered returns the token's lower-case form; for rules on rare paths only, since it may allocate.
func (r *reading) lowered(i int) string {
	if i < 0 || i >= len(r.tokens) {
		return ""
	}
	var buffer [48]byte
	low, _ := lower(buffer[:0], r.tokens[i].Text)
	return string(low)
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
