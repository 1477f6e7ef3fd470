package claims

import (
	"context"
	"slices"

	"github.com/detto-it/detto/lang"
)

// PrincipleMention is a place where a text names a principle, in a list or outside. Text is the bytes of the document at
// Span, from the first word of the phrasing to the last. It is a plain value.
type PrincipleMention struct {
	Text string `json:"text"`
	lang.Span
	Principle Principle `json:"principle"`
}

// maxMentionWords is how many tokens a phrasing in running text spans at most.
const maxMentionWords = 10

// Principles returns the mentions of principles in a document in order of their start, never overlapping. Where phrasings
// overlap the one with the most words wins, then the one that begins first. A word that is mostly something else
// ("pace", "fiducia") counts only after "principio di" or "valore di" and the like; in lists see List. Principles may
// be called from several goroutines at once. Time is linear in the length of the text.
func Principles(doc *lang.Document) []PrincipleMention {
	mentions, _ := PrinciplesContext(context.Background(), doc) // which never ends
	return mentions
}

// PrinciplesContext is like Principles, but gives up soon after the context has ended: it then returns the context's error and
// no mentions.
func PrinciplesContext(ctx context.Context, doc *lang.Document) ([]PrincipleMention, error) {
	f := listFinders.Get().(*listFinder)
	defer f.rest()
	f.doc = doc
	var mentions []PrincipleMention
	for _, sentence := range doc.Sentences {
		var err error
		if mentions, err = f.mentions(ctx, mentions, composed(sentence.Tokens)); err != nil {
			return nil, err
		}
	}
	return mentions, nil
}

// mentions appends the mentions of one sentence.
func (f *listFinder) mentions(ctx context.Context, mentions []PrincipleMention, tokens []lang.Token) ([]PrincipleMention, error) {
	for i, look := 0, 0; i < len(tokens); i++ {
		if i >= look {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			look = i + tokensBetweenLooks
		}
		if !f.principles.mayStart(tokens[i]) {
			continue
		}
		end, principle := f.mentionAt(tokens, i)
		if end == i {
			continue
		}
		if principle != "" {
			span := lang.Span{Start: tokens[i].Start, End: tokens[end-1].End}
			mentions = append(mentions, PrincipleMention{f.doc.Text[span.Start:span.End], span, principle})
		}
		i = end - 1
	}
	return mentions, nil
}

// mentionAt returns the index after the longest phrasing that begins at token i, or i if there is none.
func (f *listFinder) mentionAt(tokens []lang.Token, i int) (int, Principle) {
	if contentStem(tokens[i]) == "" {
		return i, ""
	}
	inList := namedAsPrinciple(tokens, i)
	best, end := phrasing{}, i
	var stems []string
	for k := i; k < len(tokens) && k < i+maxMentionWords; k++ {
		if tokens[k].Kind == lang.Punct {
			break
		}
		stem := contentStem(tokens[k])
		if stem == "" {
			continue
		}
		stems = append(stems, stem)
		found := f.principles.best(stems, inList)
		if len(found.stems) > len(best.stems) && found.tight(stems) {
			best, end = found, k+1
		}
	}
	return end, best.principle
}

// principleNouns are the singulars after which a single word names a principle.
var principleNouns = map[string]bool{"principio": true, "valore": true, "ideale": true, "dovere": true, "criterio": true,
	"spirito": true, "virtù": true}

// namedAsPrinciple reports whether "il principio di", "il valore della" stands before token i.
func namedAsPrinciple(tokens []lang.Token, i int) bool {
	return i >= 2 && smallWords().words[lookupForm(tokens[i-1])].class&prepositionDi != 0 && principleNouns[lookupForm(tokens[i-2])]
}

// tight reports whether a phrasing begins with the first of stems, ends with the last and has at most one more between.
func (p phrasing) tight(stems []string) bool {
	return slices.Contains(p.stems, stems[0]) && slices.Contains(p.stems, stems[len(stems)-1]) && len(stems) <= len(p.stems)+1
}

// mayStart reports whether a principle may begin with a token, by the beginning of the token.
func (t *principleTable) mayStart(token lang.Token) bool {
	var room [48]byte
	form, _ := lower(room[:0], bareForm(token))
	return t.starts[string(form[:min(4, len(form))])]
}

// wordStart is the part of a word that a cheap first test looks up: its first four bytes.
func wordStart(word string) string { return word[:min(4, len(word))] }
