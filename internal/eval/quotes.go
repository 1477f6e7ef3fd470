package eval

import (
	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/internal/gold"
	"github.com/detto-it/detto/lang"
)

// addDirect compares what stands between marks and is speech. A term or a title that is taken for speech is too much.
func (s *Scores) addDirect(a *gold.Article, found []claims.Quote) {
	speech := map[lang.Span]gold.Quote{}
	for _, q := range a.Quotes {
		if q.Form == "quoted" && q.Use == "speech" {
			speech[wordSpan(a.Text, q.Span)] = q
		}
	}
	direct := map[lang.Span]claims.Quote{}
	for _, q := range found {
		if q.Form == claims.Direct {
			direct[wordSpan(a.Text, q.Span)] = q
		}
	}
	for span, want := range speech {
		got, ok := direct[span]
		if !ok {
			s.Direct.Missed++
			continue
		}
		s.Direct.Right++
		s.Source.add(sourceAgrees(want.Source, got.Source.Span))
		if want.Speaker != "" {
			s.Speaker.add(namesAgree(want.Speaker, got.Source.Name))
		}
	}
	for span := range direct {
		if _, ok := speech[span]; !ok {
			s.Direct.Extra++
		}
	}
}

// sourceAgrees reports whether the mention of a speaker overlaps the annotated one, or both are absent.
func sourceAgrees(want *lang.Span, got lang.Span) bool {
	if want == nil {
		return got.Len() <= 0
	}
	return got.Len() > 0 && want.Overlaps(got)
}

// leastOverlap is the part of the words of two statements that they must have in common to be the same.
const leastOverlap = 0.5

// addReported compares reported statements: each annotated one takes the statement, of those not taken yet, that has the
// most words in common with it.
func (s *Scores) addReported(a *gold.Article, found []claims.Quote) {
	var left []claims.Quote
	for _, q := range found {
		if q.Form == claims.Indirect {
			left = append(left, q)
		}
	}
	for _, want := range a.Quotes {
		if want.Form != "reported" {
			continue
		}
		best := bestOverlap(a.Text, want.Span, left)
		if best < 0 {
			s.Indirect.Missed++
			s.IndirectExact.Missed++
			continue
		}
		s.addStatement(a.Text, want, left[best])
		left = append(left[:best], left[best+1:]...)
	}
	s.Indirect.Extra += len(left)
	s.IndirectExact.Extra += len(left)
}

// addStatement counts a statement that was found; where its words are not exactly the same, IndirectExact has one too many and
// one missed.
func (s *Scores) addStatement(text string, want gold.Quote, got claims.Quote) {
	s.Indirect.Right++
	if wordSpan(text, want.Span) == wordSpan(text, got.Span) {
		s.IndirectExact.Right++
	} else {
		s.IndirectExact.Extra++
		s.IndirectExact.Missed++
	}
	if want.Speaker != "" {
		s.IndirectSpeaker.add(namesAgree(want.Speaker, got.Source.Name))
	}
}

// bestOverlap returns the index of the first statement with the largest part of words in common, -1 if it is less than
// leastOverlap everywhere.
func bestOverlap(text string, want lang.Span, statements []claims.Quote) int {
	best, most := -1, 0.0
	for i, q := range statements {
		if part := overlap(text, want, q.Span); part > most {
			best, most = i, part
		}
	}
	if most < leastOverlap {
		return -1
	}
	return best
}

// overlap is the number of words that two spans have in common over the number that they have together, 0 if they are apart.
func overlap(text string, a, b lang.Span) float64 {
	if !a.Overlaps(b) {
		return 0
	}
	together := countWords(text, min(a.Start, b.Start), max(a.End, b.End))
	if together == 0 {
		return 0
	}
	return float64(countWords(text, max(a.Start, b.Start), min(a.End, b.End))) / float64(together)
}
