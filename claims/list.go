package claims

import (
	"context"
	"fmt"
	"sort"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// ListKind is what a list enumerates. It is its own text form, in Go and in JSON.
type ListKind string

// The kinds of list, told by the noun that announces the list.
const (
	PrincipleList ListKind = "principles" // "princìpi", "pilastri", "criteri", "regole"
	ValueList     ListKind = "values"     // "valori", "ideali", "virtù"
	GoalList      ListKind = "goals"      // "obiettivi", "priorità", "traguardi"
	ConditionList ListKind = "conditions" // "condizioni", "requisiti", "richieste"
	MeasureList   ListKind = "measures"   // "misure", "interventi", "riforme"
	SectorList    ListKind = "sectors"    // "settori", "campi", "temi", "dossier"
	OtherList     ListKind = "other"      // "ragioni", "rischi", "ingredienti"
)

// UnmarshalText reads the text form of a kind of list. Its error names a text that is none.
func (k *ListKind) UnmarshalText(text []byte) error {
	switch kind := ListKind(text); kind {
	case PrincipleList, ValueList, GoalList, ConditionList, MeasureList, SectorList, OtherList:
		*k = kind
		return nil
	}
	return fmt.Errorf("claims: no kind of list %q", text)
}

// Phrase is a piece of the document's text: Text is the bytes of the document at Span.
type Phrase struct {
	Text string `json:"text"`
	lang.Span
}

// List is an enumeration of three or more principles, values, goals and so on. It is a plain value; lists that share
// no Items may be used by different goroutines.
type List struct {
	lang.Span          // byte offsets, from the head to the last item, or from the first item to a head behind it
	Kind      ListKind `json:"kind"`
	// Head is the noun phrase that announces the list ("quattro princìpi fondamentali"), or the expression that does
	// so without such a noun ("nel rispetto", "fondato").
	Head     Phrase `json:"head"`
	Declared int    `json:"declared"` // the number that the text announces, 0 if none; it may differ from len(Items)
	Items    []Item `json:"items"`    // in order, at least three
	Source   Source `json:"source"`   // who speaks where the list stands in a quote; Kind Unknown if nobody does
}

// Item is one item of a list, without article, preposition, conjunction, mark or final punctuation.
// Text is the bytes of the document at Span.
type Item struct {
	Text string `json:"text"`
	lang.Span
	Principle Principle `json:"principle"` // "" if it names none
}

// Lists returns the lists of a document in order of their start, never overlapping, each with its speaker. The entities are
// those of extract.Entities for the same document: they tell names, of which no list is made, and name the speakers.
// Lists may be called from several goroutines at once. Time is linear in the length of the text.
func Lists(doc *lang.Document, ents []extract.Entity) []List {
	lists, _ := ListsContext(context.Background(), doc, ents) // which never ends
	return lists
}

// ListsContext is like Lists, but gives up soon after the context has ended: it then returns the context's error and no lists.
func ListsContext(ctx context.Context, doc *lang.Document, ents []extract.Entity) ([]List, error) {
	lists, err := findLists(ctx, doc, ents)
	if err != nil || len(lists) == 0 {
		return nil, err
	}
	quotes, err := QuotesContext(ctx, doc, ents)
	if err != nil {
		return nil, err
	}
	return attributeLists(lists, quotes), nil
}

// maxNested is how many quotes may begin between the one that holds a list and the list.
const maxNested = 64

// attributeLists gives every list the source of the narrowest quote that holds its items, and returns lists. The part
// before a quote may belong to the list ("ha indicato «quattro princìpi»: …"), so the items decide, not the head.
func attributeLists(lists []List, quotes []Quote) []List {
	for i := range lists {
		list := &lists[i]
		list.Source = Source{Entity: -1}
		items := lang.Span{Start: list.Items[0].Start, End: list.Items[len(list.Items)-1].End}
		narrowest := -1
		before := sort.Search(len(quotes), func(k int) bool { return quotes[k].Start > items.Start })
		for _, quote := range quotes[max(0, before-maxNested):before] {
			if quote.Contains(items) && (narrowest < 0 || quote.Len() < narrowest) {
				list.Source, narrowest = quote.Source, quote.Len()
			}
		}
	}
	return lists
}
