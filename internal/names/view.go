package names

import (
	"context"

	"github.com/detto-it/detto/internal/gazetteer"
	"github.com/detto-it/detto/internal/words"
)

// view is what the name model sees of a part of a document: its tokens described one by one, the names of the gazetteer
// found in it, and what other mentions say about each word. Its slices are as long as the part's tokens and are reused
// for the next part.
type view struct {
	part
	knowledge *knowledge
	words     []words.Word
	lists     []gazetteer.Set // lists that hold the token by itself
	named     []named         // the gazetteer's name that covers the token
	classes   []uint32        // word class of the token, 0 if it has none
	marks     []quoted        // the quotation marks around the token
	evidence  []evidence      // what the document says elsewhere about the token's word
	byWord    map[uint64]evidence
	filter    wordFilter // of the words that byWord has, then of those that tagged has
	lower     []uint64   // the Lower hashes of the words, for the gazetteer

	tags     []int                // the tags of a first pass, nil before it
	tagged   map[uint64]tagCounts // what the first pass found for each word that it ever took for a part of a name
	mentions map[uint64]int32     // how often such a word occurs
}

func newView(k *knowledge) view {
	return view{knowledge: k, byWord: map[uint64]evidence{}, tagged: map[uint64]tagCounts{}, mentions: map[uint64]int32{}}
}

// named is the place of a token in a name of the gazetteer.
type named struct {
	lists gazetteer.Set
	place place
}

// place is the position of a token in a run of tokens.
type place uint8

const (
	outside place = iota
	first
	inner
	last
	only
)

// quoted is the place of a token between quotation marks, and how many tokens the marks hold, at most 15.
type quoted struct {
	place  place
	length uint8
}

// read describes a part of a document until the context ends, whose error it returns. The view keeps a reference to the part until
// the next read.
func (v *view) read(ctx context.Context, p part) error {
	v.part, v.tags = p, nil
	v.resize(len(p.tokens))
	start := 0
	for _, sentence := range p.sentences {
		if err := ctx.Err(); err != nil {
			return err
		}
		end := start + len(sentence.Tokens)
		v.describe(start, end)
		start = end
	}
	for _, step := range [...]func(){v.findNames, v.findQuotations, v.gatherEvidence} {
		if err := ctx.Err(); err != nil {
			return err
		}
		step()
	}
	return nil
}

// describe describes the words of the sentence [start, end) one by one.
func (v *view) describe(start, end int) {
	var letters, capital, upper int
	for i := start; i < end; i++ {
		w := words.Analyse(v.tokens[i].Text)
		if w.Form >= words.Lowercase && w.Form <= words.MixedCase {
			letters++
			if w.Form != words.Lowercase {
				capital++
			}
			if w.Form == words.Uppercase || w.Form == words.Initial {
				upper++
			}
		}
		v.words[i], v.lower[i] = w, w.Lower
		v.lists[i] = v.knowledge.names.Word(w.Lower)
		v.classes[i] = v.knowledge.class(w.Lower)
	}
	switch {
	case letters >= caselessWords && 4*upper >= 3*letters:
		v.ignoreCase(start, end, words.Shouted)
	case letters >= caselessWords && capital == 0:
		v.ignoreCase(start, end, words.Small)
	}
}

// caselessWords is the number of words that a sentence needs before its capitals, or their absence, say how it was typed.
const caselessWords = 4

func (v *view) ignoreCase(start, end int, form words.Form) {
	for i := start; i < end; i++ {
		v.words[i] = v.words[i].Caseless(form)
	}
}

func (v *view) resize(n int) {
	if cap(v.words) < n {
		size := n + n/4
		v.words, v.lower = make([]words.Word, size), make([]uint64, size)
		v.lists, v.named = make([]gazetteer.Set, size), make([]named, size)
		v.marks, v.evidence = make([]quoted, size), make([]evidence, size)
		v.classes = make([]uint32, size)
	}
	v.words, v.lower, v.lists, v.named = v.words[:n], v.lower[:n], v.lists[:n], v.named[:n]
	v.marks, v.evidence, v.classes = v.marks[:n], v.evidence[:n], v.classes[:n]
	clear(v.named)
	clear(v.marks)
	clear(v.evidence)
}

// findNames marks the names of the gazetteer, the longest first one winning. A name begins with a capital letter
// except in a sentence where letters in lower case say nothing ("ieri a roma mario draghi …").
func (v *view) findNames() {
	for i := 0; i < len(v.words); {
		if v.words[i].Form <= words.Lowercase || v.words[i].Form == words.Figures {
			i++
			continue
		}
		match := v.knowledge.names.Longest(v.lower[i:min(i+maxName, len(v.lower))])
		if match.Lists&gazetteer.Names == 0 {
			i++
			continue
		}
		for k := range match.Length {
			v.named[i+k] = named{lists: match.Lists & (gazetteer.Names | gazetteer.Country | gazetteer.Town | gazetteer.Team | gazetteer.Media), place: placeOf(k, match.Length)}
		}
		i += match.Length
	}
}

// maxName is the number of tokens after which no name of the gazetteer goes on.
const maxName = 16

func placeOf(k, length int) place {
	switch {
	case length == 1:
		return only
	case k == 0:
		return first
	case k == length-1:
		return last
	}
	return inner
}

// findQuotations marks the tokens between quotation marks; inner marks win over outer ones.
func (v *view) findQuotations() {
	token := 0
	for _, q := range v.part.quoted {
		for token > 0 && v.tokens[token-1].Start >= q.Start {
			token--
		}
		for token < len(v.tokens) && v.tokens[token].Start < q.Start {
			token++
		}
		end := token
		for end < len(v.tokens) && v.tokens[end].End <= q.End {
			end++
		}
		if end-token > 40 {
			continue
		}
		for k := token; k < end; k++ {
			v.marks[k] = quoted{place: placeOf(k-token, end-token), length: uint8(min(end-token, 15))}
		}
	}
}
