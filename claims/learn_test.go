package claims

import (
	"bytes"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/detto-it/detto/internal/crf"
	"github.com/detto-it/detto/internal/gold"
	"github.com/detto-it/detto/lang"
	"github.com/stretchr/testify/require"
)

var learn = flag.String("learn", "", "learn data/decisions.model from this file of annotated articles")

// TestLearn learns the decisions of this package from annotated articles:
//
//	go test ./claims -run TestLearn -learn …/wikinews/train.jsonl
func TestLearn(t *testing.T) {
	if *learn == "" {
		t.Skip("learns only with -learn")
	}
	articles, err := gold.Read(*learn)
	require.NoError(t, err)
	var l lessons
	for i := range articles {
		l.study(&articles[i])
	}
	t.Logf("%d instances", len(l.instances))
	trainer := crf.Trainer{Labels: []string{"no", "yes"}, L1: 0.3, L2: 0.3, Iterations: 60, MinCount: 2}
	weights, err := trainer.Train(l.instances)
	require.NoError(t, err)
	var file bytes.Buffer
	_, err = weights.WriteTo(&file)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile("data/decisions.model", file.Bytes(), 0o644))
	t.Logf("%d bytes", file.Len())
}

// lessons are decisions with their right answers.
type lessons struct {
	evidence
	instances []crf.Instance
}

func (l *lessons) note(yes bool) {
	label := 0
	if yes {
		label = 1
	}
	features := append([]uint64(nil), l.features...)
	l.instances = append(l.instances, crf.Instance{Features: [][]uint64{features}, Labels: []int{label}})
}

func (l *lessons) study(a *gold.Article) {
	r := read(lang.Parse(a.Text), a.Found())
	sentences := r.allAttributions()
	quoted := map[lang.Span]gold.Quote{}
	for _, q := range a.Quotes {
		if q.Form == "quoted" {
			quoted[words(a.Text, q.Span)] = q
		}
	}
	for q := range r.quoted {
		g, known := quoted[words(a.Text, r.quoted[q].Span)]
		if !known {
			continue
		}
		if g.Use == "speech" {
			for _, f := range r.directCandidates(q, sentences) {
				r.linkEvidence(&l.evidence, q, f)
				l.note(g.Source == nil && !f.found || g.Source != nil && f.found && g.Source.Overlaps(r.sourceSpan(f.attribution)))
			}
		}
		r.speechEvidence(&l.evidence, q, r.findDirect(q, sentences))
		l.note(g.Use == "speech")
	}
	for s, list := range sentences {
		for _, at := range list {
			if c, ok := r.reportedBy(at, r.spans[s]); ok {
				l.studyBounds(r, a, c, r.spans[s])
				r.reportedEvidence(&l.evidence, c)
				l.note(overlapsReported(a, r.span(c.content)))
			}
		}
	}
}

// studyBounds learns where the content of a reported statement begins and ends, if it is annotated.
func (l *lessons) studyBounds(r *reading, a *gold.Article, c reported, span tokens) {
	for _, q := range a.Quotes {
		if q.Form != "reported" {
			continue
		}
		want := words(a.Text, q.Span)
		got := words(a.Text, r.span(c.content))
		if c.scan > 0 && (want.Start == got.Start || c.cueAt > 0 && want.Start <= r.tokens[c.scan].Start && want.End > r.tokens[c.scan].Start && want.Overlaps(got)) {
			l.studyEnd(r, c, span, want.End)
		}
		if c.cueAt > 0 && want.Overlaps(got) {
			l.studyStart(r, c, span, want.Start)
		}
	}
}

func (l *lessons) studyEnd(r *reading, c reported, span tokens, end int) {
	for k := r.nextBoundary(c.scan, c.scan, span.end); k < span.end && r.tokens[k-1].End <= end; k = r.nextBoundary(c.scan, k+1, span.end) {
		if r.certainEnd(c.scan, k) {
			return
		}
		last := k - 1
		for last > c.scan && r.is(last, punctuation) {
			last--
		}
		r.endEvidence(&l.evidence, c.attribution, c.scan, k, span, c.frame)
		l.note(r.tokens[last].End >= end)
		if r.tokens[last].End >= end {
			return
		}
	}
}

func (l *lessons) studyStart(r *reading, c reported, span tokens, start int) {
	after := 0
	if c.scan > 0 {
		after = c.scan
	}
	for _, k := range r.starts(nil, span, c.cueAt, after) {
		first := k
		for first < span.end-1 && r.is(first, punctuation) {
			first++
		}
		r.startEvidence(&l.evidence, c.attribution, k, c.cueAt, span, c.frame, after > 0)
		l.note(r.tokens[first].Start == start)
	}
}

var wordPattern = regexp.MustCompile(`[\p{L}\p{N}_]+`)

// words narrows a span to its words, without marks and punctuation at the ends.
func words(text string, s lang.Span) lang.Span {
	all := wordPattern.FindAllStringIndex(text[s.Start:s.End], -1)
	if len(all) == 0 {
		return s
	}
	return lang.Span{Start: s.Start + all[0][0], End: s.Start + all[len(all)-1][1]}
}

// overlapsReported reports whether a span has half of its words in common with an annotated reported statement.
func overlapsReported(a *gold.Article, s lang.Span) bool {
	for _, q := range a.Quotes {
		if q.Form != "reported" || !q.Overlaps(s) {
			continue
		}
		both := countWords(a.Text[max(q.Start, s.Start):min(q.End, s.End)])
		either := countWords(a.Text[min(q.Start, s.Start):max(q.End, s.End)])
		if 2*both >= either {
			return true
		}
	}
	return false
}

func countWords(s string) int { return len(wordPattern.FindAllString(strings.ToLower(s), -1)) }
