package eval

import (
	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/internal/gold"
	"github.com/detto-it/detto/lang"
)

// addLists compares lists: each annotated one takes the first list, of those not taken yet, that has half of its items.
func (s *Scores) addLists(a *gold.Article, found []claims.List) {
	taken := make([]bool, len(found))
	for _, want := range a.Lists {
		wanted := map[lang.Span]bool{}
		for _, item := range want.Items {
			wanted[wordSpan(a.Text, item)] = true
		}
		hit := firstList(a.Text, wanted, found, taken)
		if hit < 0 {
			s.Lists.Missed++
			s.Items.Missed += len(wanted)
			continue
		}
		taken[hit] = true
		s.Lists.Right++
		s.addList(a.Text, want, wanted, found[hit])
	}
	for _, used := range taken {
		if !used {
			s.Lists.Extra++
		}
	}
}

// firstList returns the index of the first list not taken that has half of the items wanted, -1 if there is none.
func firstList(text string, wanted map[lang.Span]bool, lists []claims.List, taken []bool) int {
	for i := range lists {
		if !taken[i] && 2*common(wanted, principles(text, lists[i])) >= len(wanted) {
			return i
		}
	}
	return -1
}

// principles returns the principle of each item of a list, by the words of the item.
func principles(text string, list claims.List) map[lang.Span]claims.Principle {
	items := map[lang.Span]claims.Principle{}
	for _, item := range list.Items {
		items[wordSpan(text, item.Span)] = item.Principle
	}
	return items
}

func common(wanted map[lang.Span]bool, got map[lang.Span]claims.Principle) int {
	n := 0
	for span := range got {
		if wanted[span] {
			n++
		}
	}
	return n
}

func (s *Scores) addList(text string, want gold.List, wanted map[lang.Span]bool, list claims.List) {
	got := principles(text, list)
	right := common(wanted, got)
	s.Items = s.Items.Plus(Tally{Right: right, Extra: len(got) - right, Missed: len(wanted) - right})
	s.Head.add(want.Head == nil || want.Head.Overlaps(list.Head.Span))
	if want.Kind != "" {
		s.ListKind.add(want.Kind == string(list.Kind))
	}
	for i := range min(len(want.Items), len(want.Principles)) {
		s.Principle.add(string(got[wordSpan(text, want.Items[i])]) == want.Principles[i])
	}
}
