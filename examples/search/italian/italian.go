// Package italian is a Bleve analyzer for Italian made of package lang: its tokens, which part an elided article from its noun
// and keep numbers, abbreviations and addresses whole, without function words, stemmed.
//
//	if err := italian.Register(); err != nil { … }   // once, before the first index
//	mapping := bleve.NewIndexMapping()
//	mapping.DefaultAnalyzer = italian.Name
//
// Terms keep the byte offsets of the text, and positions count what was left out, so that highlighting and phrases work.
package italian

import (
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"

	"github.com/detto-it/detto/lang"
)

// Name is the name under which Register registers the analyzer, the tokenizer and, with "_stop" and "_stem" behind it, the
// filters.
const Name = "detto_it"

// Register makes the analyzer and its parts known to Bleve, whose register has no lock: call it once, before indexes are opened. A
// second call returns an error.
func Register() error {
	if err := registry.RegisterTokenizer(Name, newTokenizer); err != nil {
		return err
	}
	if err := registry.RegisterTokenFilter(Name+"_stop", newStopFilter); err != nil {
		return err
	}
	if err := registry.RegisterTokenFilter(Name+"_stem", newStemFilter); err != nil {
		return err
	}
	return registry.RegisterAnalyzer(Name, newAnalyzer)
}

func newTokenizer(map[string]any, *registry.Cache) (analysis.Tokenizer, error) {
	return Tokenizer{}, nil
}

func newStopFilter(map[string]any, *registry.Cache) (analysis.TokenFilter, error) {
	return StopFilter{}, nil
}

func newStemFilter(map[string]any, *registry.Cache) (analysis.TokenFilter, error) {
	return StemFilter{}, nil
}

func newAnalyzer(map[string]any, *registry.Cache) (analysis.Analyzer, error) {
	return &analysis.DefaultAnalyzer{Tokenizer: Tokenizer{}, TokenFilters: []analysis.TokenFilter{StopFilter{}, StemFilter{}}}, nil
}

// Tokenizer splits a text into the tokens of package lang and leaves punctuation and symbols out. It may be shared between
// goroutines.
type Tokenizer struct{}

// Tokenize returns the tokens of a text, as they are written.
func (Tokenizer) Tokenize(input []byte) analysis.TokenStream {
	var stream analysis.TokenStream
	position := 0
	for token := range lang.Tokens(string(input)) {
		if token.Kind == lang.Punct || token.Kind == lang.Symbol {
			continue
		}
		position++
		stream = append(stream, &analysis.Token{Start: token.Start, End: token.End, Term: input[token.Start:token.End:token.End],
			Position: position, Type: typeOf(token.Kind)})
	}
	return stream
}

func typeOf(kind lang.Kind) analysis.TokenType {
	if kind == lang.Number {
		return analysis.Numeric
	}
	return analysis.AlphaNumeric
}

// StopFilter leaves function words out: articles, also elided ones, prepositions, pronouns, conjunctions, auxiliaries. It may be
// shared between goroutines.
type StopFilter struct{}

// Filter returns the tokens that are no function words; the slice given is used again.
func (StopFilter) Filter(input analysis.TokenStream) analysis.TokenStream {
	kept := input[:0]
	for _, token := range input {
		if !lang.IsFunctionWord(string(token.Term)) {
			kept = append(kept, token)
		}
	}
	return kept
}

// StemFilter puts the stem of a word in its place, and folds letters and apostrophes; of numbers it only does the latter. It may
// be shared between goroutines.
type StemFilter struct{}

// Filter changes the terms of the tokens.
func (StemFilter) Filter(input analysis.TokenStream) analysis.TokenStream {
	for _, token := range input {
		if token.Type == analysis.Numeric || token.KeyWord {
			token.Term = []byte(lang.Fold(string(token.Term)))
		} else {
			token.Term = []byte(lang.Stem(string(token.Term)))
		}
	}
	return input
}
