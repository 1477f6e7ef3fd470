// Package english finds the names in the English stretches of an Italian text: a communiqué quoted in the original, a
// tweet, the words of a foreign minister. It stands beside the Italian extractor of package extract:
//
//	doc := lang.Parse(text)
//	entities := english.Merge(doc, extract.Entities(doc))
//
// What is English is decided by function words (lang.IsEnglish), apart for each quotation and for what each sentence says
// outside quotations. A document without an English stretch costs no more than that decision.
//
// The names come from the tagger and the entity classifier of github.com/jdkato/prose/v2, which never see Italian. Their
// model is loaded by the first English stretch, once, in about a third of a second, and takes 40 megabytes of memory; only
// programs that import this package carry it (6 megabytes more). Reading takes some 50 microseconds a word. The package has
// no state but that model, which is only read, and may be used from any number of goroutines.
//
// # Limits
//
// prose returns no offsets; they are recovered by walking its tokens through the text. It gives no probabilities either:
// Score is 0.5 throughout. It knows persons, places, facilities and organisations, takes many organisations for one of the
// others, and often labels the first word of a name alone, which is why a name here goes on over the proper nouns behind
// it. Two labels with exactly equal scores would be chosen between at random; none was seen in 60 readings of 5,000 tokens.
//
// # Licence
//
// prose and the models inside it are under the MIT licence. Its documentation does not say what the models were trained
// on. Its scripts take the tagger's weights from NLTK's averaged perceptron tagger, which learned from the Wall Street
// Journal part of the Penn Treebank; the labels of the entity classifier (GPE, GSP, FACILITY) are those of NLTK's, which
// learned from the ACE corpus. Both corpora are sold by the Linguistic Data Consortium; none of their text is in the models'
// files, only weights of features. Detto's own models learn nothing from them.
package english

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// Entities returns the names in the English stretches of a document: persons, places and organisations, in order of their
// start, none overlapping. The same ID means the same thing; IDs begin with 0. A document without English has none.
func Entities(doc *lang.Document) []extract.Entity {
	entities, _ := EntitiesContext(context.Background(), doc) // which never ends
	return entities
}

// EntitiesContext is like Entities, but gives up soon after the context has ended, within a quarter of a second: it then returns the
// context's error and no entities.
func EntitiesContext(ctx context.Context, doc *lang.Document) ([]extract.Entity, error) {
	_, entities, err := read(ctx, doc)
	if err != nil {
		return nil, err
	}
	extract.Cluster(entities)
	return entities, nil
}

// Merge returns the entities of a document that the Italian extractor found, put right inside the English stretches: a
// name that English grammar would not build there ("praised the Shanghai Cooperation Organisation", "Germany and Greece")
// is dropped, and the names that Entities finds are added. Where a name of each overlaps, the longer one stays, unless it
// adds an office to a person ("Spokesman John Miller"); of two equally long ones the Italian extractor's, whose kinds are the
// better. Names win over the expressions (dates, numbers) that they overlap, and what is outside English stretches stays.
//
// The entities given must be in order of their start and not overlap, as extract.Entities returns them, and so is the
// result, whose IDs and Names are given anew over both languages. The slice given is not changed.
func Merge(doc *lang.Document, italian []extract.Entity) []extract.Entity {
	merged, _ := MergeContext(context.Background(), doc, italian) // which never ends
	return merged
}

// MergeContext is like Merge, but gives up soon after the context has ended, as EntitiesContext does: it then returns the context's
// error and no entities.
func MergeContext(ctx context.Context, doc *lang.Document, italian []extract.Entity) ([]extract.Entity, error) {
	words, names, err := read(ctx, doc)
	if err != nil {
		return nil, err
	}
	kept := slices.DeleteFunc(slices.Clone(italian), func(e extract.Entity) bool {
		english := overlapping(words, e.Span)
		return e.Kind.IsName() && len(english) > 0 && !isName(english)
	})
	names = slices.DeleteFunc(names, func(n extract.Entity) bool {
		return slices.ContainsFunc(overlapping(kept, n.Span), func(e extract.Entity) bool { return outranks(e, n) })
	})
	kept = slices.DeleteFunc(kept, func(e extract.Entity) bool { return len(overlapping(names, e.Span)) > 0 })
	merged := append(kept, names...)
	slices.SortFunc(merged, func(a, b extract.Entity) int { return cmp.Compare(a.Start, b.Start) })
	extract.Cluster(merged)
	return merged, nil
}

// outranks reports whether the Italian extractor's entity stays and not the English name that overlaps it: it is a name at
// least as long, or the full name of a person before which the English one has offices: [Spokesman [John Miller]].
func outranks(italian, english extract.Entity) bool {
	if italian.Kind == extract.Person && italian.End == english.End && strings.Contains(italian.Text, " ") {
		return true
	}
	return italian.Kind.IsName() && italian.Len() >= english.Len()
}

// read returns the words of the English stretches, and the names among them, unless the context ends.
func read(ctx context.Context, doc *lang.Document) (words []word, names []extract.Entity, err error) {
	quotations, err := doc.QuotedContext(ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, stretch := range stretches(doc, quotations) {
		first := len(words)
		if words, err = readEnglish(ctx, words, doc.Text, stretch); err != nil {
			return nil, nil, err
		}
		for _, n := range namesIn(words[first:]) {
			names = append(names, n.entity(doc.Text))
		}
	}
	return words, names, nil
}

// overlapping returns those of some pieces of a text, in order and apart from each other, that overlap a span.
func overlapping[T interface{ Overlaps(lang.Span) bool }](pieces []T, span lang.Span) []T {
	behind, before := lang.Span{Start: span.Start, End: math.MaxInt}, lang.Span{Start: math.MinInt, End: span.End}
	first := sort.Search(len(pieces), func(i int) bool { return pieces[i].Overlaps(behind) })
	pieces = pieces[first:]
	return pieces[:sort.Search(len(pieces), func(i int) bool { return !pieces[i].Overlaps(before) })]
}
