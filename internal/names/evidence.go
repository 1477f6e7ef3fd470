package names

import (
	"github.com/detto-it/detto/internal/gazetteer"
	"github.com/detto-it/detto/internal/words"
)

// evidence is what the mentions of a word in a part of the document say about it, one bit a fact. A word that is clear in one place
// ("il presidente Kassym-Jomart Tokayev") is clear in the others ("Tokayev in serata …").
type evidence uint32

const (
	seenLower             evidence = 1 << iota // "la lega"
	seenCapital                                // "la Lega", not at the beginning of a sentence
	afterTitle                                 // "presidente Lee"
	afterGivenName                             // "Simon Lee"
	afterPlaceIn                               // "a Lugano", "in Ucraina"
	afterArticle                               // "la Juventus", "l'Eni"
	inPersonName                               // part of a person's name in the gazetteer
	inPlaceName                                // part of a place's name
	inOrganizationName                         // part of an organisation's name
	beforeAcronym                              // "Organizzazione mondiale della sanità (Oms)": Sanità
	inBrackets                                 // "(Oms)"
	afterOrganizationWord                      // "l'azienda Brembo"
	afterPlaceWord                             // "la città di Lecce"
	afterWorkWord                              // "il film Gomorra"
	afterEventWord                             // "il festival di Sanremo"
	afterMiscWord                              // "il premio Strega"
	beforeComma                                // "Lee, direttore di …"
)

// gatherEvidence looks at every mention of every word that has a capital letter somewhere, and gives each mention that has
// one what was found for its word.
func (v *view) gatherEvidence() {
	clear(v.byWord)
	v.filter = wordFilter{}
	start := 0
	for _, sentence := range v.sentences {
		end := start + len(sentence.Tokens)
		for i := start; i < end; i++ {
			if v.words[i].Form.IsCapital() {
				v.byWord[v.lower[i]] |= v.facts(i, start, end)
				v.filter.add(v.lower[i])
			}
		}
		start = end
	}
	for i := range v.words {
		if v.words[i].Form == words.Lowercase && v.filter.mayHold(v.lower[i]) {
			if facts, known := v.byWord[v.lower[i]]; known {
				v.byWord[v.lower[i]] = facts | seenLower
			}
		}
	}
	for i := range v.words {
		if form := v.words[i].Form; form != words.Lowercase && form != words.Other && v.filter.mayHold(v.lower[i]) {
			v.evidence[i] = v.byWord[v.lower[i]]
		}
	}
}

// wordFilter tells at once of most words that they are not in a set: one bit for each of 4096 classes of hashes.
type wordFilter [64]uint64

func (f *wordFilter) add(lower uint64)          { f[lower>>6&63] |= 1 << (lower & 63) }
func (f *wordFilter) mayHold(lower uint64) bool { return f[lower>>6&63]>>(lower&63)&1 != 0 }

// facts is what one mention with a capital letter, token i of the sentence [start, end), says about its word.
func (v *view) facts(i, start, end int) evidence {
	facts := factsOfLists(v.named[i].lists)
	if i > start {
		facts |= seenCapital | v.factsBefore(i-1)
	}
	if i+1 < end {
		facts |= v.factsAfter(i + 1)
	}
	return facts
}

func factsOfLists(lists gazetteer.Set) (facts evidence) {
	if lists&gazetteer.Person != 0 {
		facts |= inPersonName
	}
	if lists&gazetteer.Location != 0 {
		facts |= inPlaceName
	}
	if lists&gazetteer.Organization != 0 {
		facts |= inOrganizationName
	}
	return facts
}

// factsBefore is what the token before a capitalised word says about it.
func (v *view) factsBefore(i int) (facts evidence) {
	lists := v.lists[i]
	if v.words[i].Form.IsCapital() {
		if lists&(gazetteer.Male|gazetteer.Female|gazetteer.Foreign) != 0 {
			facts |= afterGivenName
		}
		return facts
	}
	for list, fact := range contextFacts {
		if lists&list != 0 {
			facts |= fact
		}
	}
	switch v.tokens[i].Text {
	case "a", "ad", "in":
		facts |= afterPlaceIn
	case "il", "lo", "la", "l'", "l’", "i", "gli", "le":
		facts |= afterArticle
	case "(":
		facts |= inBrackets
	}
	return facts
}

// contextFacts is the fact that follows from a word of a list before a name.
var contextFacts = map[gazetteer.Set]evidence{
	gazetteer.Title:               afterTitle,
	gazetteer.PersonContext:       afterTitle,
	gazetteer.OrganizationContext: afterOrganizationWord,
	gazetteer.LocationContext:     afterPlaceWord,
	gazetteer.WorkContext:         afterWorkWord,
	gazetteer.EventContext:        afterEventWord,
	gazetteer.MiscContext:         afterMiscWord,
}

// factsAfter is what the token after a capitalised word says about it.
func (v *view) factsAfter(i int) evidence {
	switch v.tokens[i].Text {
	case ",":
		return beforeComma
	case "(":
		return beforeAcronym
	}
	return 0
}
