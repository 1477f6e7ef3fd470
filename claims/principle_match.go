package claims

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/detto-it/detto/lang"
)

//go:embed data/principles.txt
var principlesFile string

// phrasing is one way to name a principle.
type phrasing struct {
	principle Principle // "" for a phrase that only looks like one
	stems     []string  // of its content words, in the order of the file
	inList    bool      // counts only in a list or after "principio di"
}

// principleTable finds each phrasing by its rarest stem, so that common ones ("rispetto") cost little.
type principleTable struct {
	byStem map[string][]int // stem → indexes of the phrasings of which it is the rarest
	all    []phrasing
	known  map[Principle]bool
	starts map[string]bool // the first bytes of every word of a phrasing: a cheap test before stemming
}

var principles = sync.OnceValue(func() *principleTable {
	table := &principleTable{byStem: map[string][]int{}, known: map[Principle]bool{}, starts: map[string]bool{}}
	var principle Principle
	for columns := range dataColumns(principlesFile) {
		if columns[0] != "" {
			if principle = Principle(columns[0]); principle == "-" {
				principle = ""
			}
			table.known[principle] = true
			continue
		}
		text, inList := strings.CutPrefix(columns[1], "?")
		tokens := lang.Parse(text).Tokens
		for _, token := range tokens {
			table.starts[wordStart(lookupForm(token))] = true
		}
		stems := contentStems(tokens)
		table.all = append(table.all, phrasing{principle, stems, inList})
	}
	table.index()
	return table
})

// index fills byStem.
func (t *principleTable) index() {
	count := map[string]int{}
	for _, phrasing := range t.all {
		for _, stem := range phrasing.stems {
			count[stem]++
		}
	}
	for k, phrasing := range t.all {
		if len(phrasing.stems) == 0 {
			continue
		}
		rarest := slices.MinFunc(phrasing.stems, func(a, b string) int { return count[a] - count[b] })
		t.byStem[rarest] = append(t.byStem[rarest], k)
	}
}

// negative is the stem of every negative word.
const negative = "¬"

// negations are words that turn a phrase into its contrary; blockers also do, but no principle is named with them.
var negations = []string{"non", "no", "senza", "assenza", "divieto", "rifiuto", "rinuncia", "rinunciare", "ripudio", "astensione",
	"astenersi", "condanna", "mancanza", "mancata", "mancato", "violazione", "violazioni", "contro", "esclusione", "crisi", "fine"}

// contentStems returns the stems of the words that carry meaning; negative words are one stem.
func contentStems(tokens []lang.Token) []string {
	var stems []string
	for _, token := range tokens {
		if stem := contentStem(token); stem != "" {
			stems = append(stems, stem)
		}
	}
	return stems
}

// contentStem returns the stem of a token, "" for a mark, an article, a preposition or a conjunction.
func contentStem(token lang.Token) string {
	if token.Kind == lang.Punct || token.Kind == lang.Symbol {
		return ""
	}
	form := lookupForm(token)
	if slices.Contains(negations, form) {
		return negative
	}
	if smallWords().words[form].class&(articleWord|prepositionWord|conjunctionWord|stopWord|cliticWord|skippedWord) != 0 {
		return ""
	}
	if isAbstract(form) {
		return lang.Stem(form) + abstract // "legalità" is a principle, an "ufficio legale" is none
	}
	return lang.Stem(form)
}

// abstract sets the stems of nouns of quality apart from those of their adjectives, with which they often agree.
const abstract = "+"

func isAbstract(form string) bool {
	for _, ending := range [...]string{"tà", "enza", "enze", "anza", "anze"} {
		if strings.HasSuffix(form, ending) {
			return true
		}
	}
	return false
}

// of returns the principle that an item names: that of the phrasing with the most words in the item, whatever their order;
// of several, the
// one that is complete first. A negative word before a phrasing that has none rules it out.
func (t *principleTable) of(tokens []lang.Token) Principle {
	return t.best(contentStems(tokens), true).principle
}

// best returns the best phrasing among stems; without stems of its own if there is none.
func (t *principleTable) best(stems []string, inList bool) phrasing {
	var best phrasing
	bestEnd := 0
	for _, stem := range stems {
		for _, k := range t.byStem[stem] {
			candidate := t.all[k]
			if candidate.inList && !inList || len(candidate.stems) < len(best.stems) || !matches(candidate.stems, stems) {
				continue
			}
			if end := lastOf(candidate.stems, stems); len(candidate.stems) > len(best.stems) || end < bestEnd {
				best, bestEnd = candidate, end
			}
		}
	}
	return best
}

// lastOf returns the index at which the last word of a phrase is first found among stems.
func lastOf(phrase, stems []string) int {
	last := 0
	for _, stem := range phrase {
		last = max(last, slices.Index(stems, stem))
	}
	return last
}

// firstOf returns the index of the first of stems that phrase has.
func firstOf(phrase, stems []string) int {
	return slices.IndexFunc(stems, func(stem string) bool { return slices.Contains(phrase, stem) })
}

// matches reports whether stems hold every word of a phrase, and no negative word of their own before it.
func matches(phrase, stems []string) bool {
	for _, stem := range phrase {
		if !slices.Contains(stems, stem) {
			return false
		}
	}
	first := firstOf(phrase, stems)
	return slices.Contains(phrase, negative) || !slices.Contains(stems[:first], negative)
}
