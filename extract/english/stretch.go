package english

import "github.com/detto-it/detto/lang"

// stretches returns the parts of a document that are English, in order: each lies within one sentence and begins and ends
// with a token. Its time is linear in the number of tokens.
func stretches(doc *lang.Document, quotations []lang.Quoted) []lang.Span {
	english := englishTokens(doc, quotations)
	var found []lang.Span
	i := 0
	for _, sentence := range doc.Sentences {
		open := false
		for _, token := range sentence.Tokens {
			switch {
			case english[i] && open:
				found[len(found)-1].End = token.End
			case english[i]:
				found = append(found, token.Span)
			}
			open = english[i]
			i++
		}
	}
	return found
}

// englishTokens tells for each token of a document whether the passage that it belongs to is English. A passage is what a
// quotation holds, without the quotations in it, or what a sentence holds outside quotations; quotation marks belong to the
// passage around.
func englishTokens(doc *lang.Document, quotations []lang.Quoted) []bool {
	passages := make([]passage, len(quotations), len(quotations)+len(doc.Sentences))
	owner := make([]int, 0, len(doc.Tokens))
	var inside []int // the quotations that the token is in, the innermost last
	next := 0
	for s, sentence := range doc.Sentences {
		passages = append(passages, passage{})
		for _, token := range sentence.Tokens {
			for len(inside) > 0 && quotations[inside[len(inside)-1]].End <= token.Start {
				inside = inside[:len(inside)-1]
			}
			for next < len(quotations) && quotations[next].Start <= token.Start {
				passages[next].around = innermost(inside, len(quotations)+s)
				inside = append(inside, next)
				next++
			}
			of := innermost(inside, len(quotations)+s)
			passages[of].tokens = append(passages[of].tokens, token)
			owner = append(owner, of)
		}
	}
	judge(passages, len(quotations))
	english := make([]bool, len(owner))
	for i, of := range owner {
		english[i] = passages[of].english
	}
	return english
}

func innermost(inside []int, sentence int) int {
	if len(inside) == 0 {
		return sentence
	}
	return inside[len(inside)-1]
}

// passage is a part of a document that is judged as a whole.
type passage struct {
	tokens  []lang.Token
	around  int // of a quotation: the passage that it stands in
	english bool
}

// judge decides which passages are English. The first ones are quotations, the outer before the inner, the others are
// sentences. A quotation too short for a judgement, which holds no Italian function word, is in the language around it:
// the so-called "Rome process".
func judge(passages []passage, quotations int) {
	for i := quotations; i < len(passages); i++ {
		passages[i].english = lang.IsEnglish(passages[i].tokens)
	}
	for i := range passages[:quotations] {
		p := &passages[i]
		p.english = lang.IsEnglish(p.tokens) || passages[p.around].english && !hasItalian(p.tokens)
	}
}

func hasItalian(tokens []lang.Token) bool {
	for _, token := range tokens {
		if lang.IsFunctionWord(token.Text) {
			return true
		}
	}
	return false
}
