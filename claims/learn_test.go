package claims

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/internal/crf"
	"github.com/detto-it/detto/internal/gold"
	"github.com/detto-it/detto/lang"
	"github.com/stretchr/testify/require"
)

var (
	learn = flag.String("learn", "", "learn data/decisions.model and data/reported.model from these files of annotated articles (.jsonl, or .txt with marks), separated by commas")
	folds = flag.Int("folds", 0, "instead of learning from all articles, learn from all but one part in so many, and write to -held what is found in that part; then the same for the next part")
	held  = flag.String("held", "held.jsonl", "the `file` that -folds writes")
)

// TestLearn learns the decisions of this package from annotated articles:
//
//	go test ./claims -run TestLearn -learn …/wikinews/train.jsonl,…/diplomacy/dev.jsonl
//
// With -folds 4 it tells how well this works on articles that nothing was learned from: what it writes is scored as what
// examples/batch prints is.
func TestLearn(t *testing.T) {
	if *learn == "" {
		t.Skip("learns only with -learn")
	}
	var articles []gold.Article
	for _, path := range strings.Split(*learn, ",") {
		read := gold.Read
		if strings.HasSuffix(path, ".txt") {
			read = gold.ReadMarked
		}
		more, err := read(path)
		require.NoError(t, err)
		articles = append(articles, more...)
	}
	if *folds > 1 {
		testFolds(t, articles)
		return
	}
	quoted, reported := learnModels(t, articles)
	require.NoError(t, os.WriteFile("data/decisions.model", quoted, 0o644))
	require.NoError(t, os.WriteFile("data/reported.model", reported, 0o644))
}

// testFolds learns from all parts of the articles but one and writes what is found in that one.
func testFolds(t *testing.T, articles []gold.Article) {
	part := map[string]int{} // an article that is given twice is held out twice
	for i := range articles {
		if _, known := part[articles[i].ID]; !known {
			part[articles[i].ID] = len(part) % *folds
		}
	}
	file, err := os.Create(*held)
	require.NoError(t, err)
	defer file.Close()
	lines := json.NewEncoder(file)
	for k := range *folds {
		quoted, reported := learnModels(t, slices.DeleteFunc(slices.Clone(articles), func(a gold.Article) bool { return part[a.ID] == k }))
		learned := models{quoted: readModel(quoted), reported: readModel(reported)}
		for i := range articles {
			if a := &articles[i]; part[a.ID] == k {
				r, doc := newReading(), lang.Parse(a.Text)
				r.judge = newJudge(learned)
				require.NoError(t, r.read(t.Context(), doc, extract.Entities(doc)))
				quotes, err := r.quotes(t.Context())
				require.NoError(t, err)
				require.NoError(t, lines.Encode(map[string]any{"id": a.ID, "quotes": quotes}))
			}
		}
	}
}

// learnModels learns both models and returns their files. What there is to decide depends on the decisions before: whether
// a content is right, on where it was thought to end. So the lessons are learned again with what they taught, from nothing on.
func learnModels(t *testing.T, articles []gold.Article) (quoted, reported []byte) {
	var learned models
	for round := range 4 {
		l := lessons{judge: newJudge(learned)}
		for i := range articles {
			l.study(&articles[i])
		}
		quoted, learned.quoted = learnFrom(t, l.quoted, crf.Trainer{L1: 0.2, L2: 6, MinCount: 2})
		reported, learned.reported = learnFrom(t, l.reported, crf.Trainer{L1: 0.1, L2: 2, MinCount: 2})
		t.Logf("round %d: %d and %d decisions, %d and %d bytes", round+1, len(l.quoted), len(l.reported), len(quoted), len(reported))
	}
	return quoted, reported
}

// learnFrom trains a model and returns its file too.
func learnFrom(t *testing.T, instances []crf.Instance, trainer crf.Trainer) ([]byte, *crf.Model) {
	trainer.Labels, trainer.Iterations = []string{"no", "yes"}, 60
	weights, err := trainer.Train(instances)
	require.NoError(t, err)
	var file bytes.Buffer
	_, err = weights.WriteTo(&file)
	require.NoError(t, err)
	model, err := crf.Read(bytes.Clone(file.Bytes()))
	require.NoError(t, err)
	return file.Bytes(), model
}

// lessons are decisions with their right answers. Articles with marks (gold.ReadMarked) teach what is said and reported and
// whom an omitted subject means, but not which words are the source or whom these mean: in four folds over wikinews/train
// that took the mentions of sources from .886 to .866, and their speakers from .826 to .811.
type lessons struct {
	evidence
	judge            *judge         // what was learned in the round before
	quoted, reported []crf.Instance // for the two models
}

func (l *lessons) note(yes bool) {
	label := 0
	if yes {
		label = 1
	}
	features := append([]uint64(nil), l.features...)
	instance := crf.Instance{Features: [][]uint64{features}, Labels: []int{label}}
	if l.evidence.reported {
		l.reported = append(l.reported, instance)
	} else {
		l.quoted = append(l.quoted, instance)
	}
}

func (l *lessons) study(a *gold.Article) {
	doc, ents := lang.Parse(a.Text), a.Found()
	extract.Cluster(ents) // as the names that are found will be
	named := len(a.Entities) > 0
	if !named {
		ents = extract.Entities(doc)
	}
	r := newReading()
	r.judge = l.judge
	_ = r.read(context.Background(), doc, ents)
	sentences, _ := r.allAttributions(context.Background())
	quoted := map[lang.Span]gold.Quote{}
	for _, q := range a.Quotes {
		if q.Form == "quoted" {
			quoted[trimmed(a.Text, q.Span)] = q
		}
	}
	for q := range r.quoted {
		g, known := quoted[trimmed(a.Text, r.quoted[q].Span)]
		if !known {
			continue
		}
		if g.Use == "speech" && named {
			for _, f := range r.directCandidates(q, sentences) {
				r.linkEvidence(&l.evidence, q, f)
				l.note(g.Source == nil && !f.found || g.Source != nil && f.found && g.Source.Overlaps(r.sourceSpan(f.attribution)))
			}
		}
		r.speechEvidence(&l.evidence, q, r.findDirect(q, sentences))
		l.note(g.Use == "speech")
	}
	l.studySpeakers(r, a)
	for s, list := range sentences {
		for _, c := range r.reportedIn(nil, list, r.spans[s]) {
			l.studyBounds(r, a, c, r.spans[s])
			r.reportedEvidence(&l.evidence, c)
			l.note(overlapsReported(a, r.span(c.content)))
		}
	}
}

// studyBounds learns where the content of a reported statement begins and ends, if it is annotated.
func (l *lessons) studyBounds(r *reading, a *gold.Article, c reported, span tokens) {
	for _, q := range a.Quotes {
		if q.Form != "reported" {
			continue
		}
		want := trimmed(a.Text, q.Span)
		got := trimmed(a.Text, r.span(c.content))
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

// studySpeakers learns who pronouns, roles and omitted subjects stand for, where the mention is as annotated.
func (l *lessons) studySpeakers(r *reading, a *gold.Article) {
	v, _ := r.newResolver(context.Background())
	found, _ := r.findAll(context.Background())
	for i := range found {
		f := &found[i]
		g, ok := annotated(a, f)
		if !ok || g.Speaker == "" {
			continue
		}
		near := i > 0 && found[i-1].next(f)
		at := v.position(f.attribution)
		if f.found && f.source.entity >= 0 {
			v.note(v.named(f.attribution, at))
			continue
		}
		var right speaker
		options := v.candidates(f.attribution, at)
		for _, o := range options {
			if namesAgree(g.Speaker, o.name) && !(o.self && f.found && l.better(options, g.Speaker)) {
				right = o.speaker
				if o.name == g.Speaker {
					break
				}
			}
		}
		for _, o := range options {
			if f.found && len(a.Entities) == 0 {
				break
			}
			v.whoEvidence(&l.evidence, f.attribution, o, at, near)
			l.note(right.name != "" && o.name == right.name || right.name == "" && o.self)
		}
		if right.name == "" {
			right = speaker{name: g.Speaker, party: -1}
		}
		right.sentence = v.words[at].sentence
		v.note(right)
		v.remember(f.attribution, right)
	}
}

// better reports whether a party, and not the source's own words, has the name of the speaker.
func (l *lessons) better(options []option, name string) bool {
	for _, o := range options {
		if !o.self && o.name == name {
			return true
		}
	}
	return false
}

// annotated finds the annotation of a finding whose mention of the source is as annotated.
func annotated(a *gold.Article, f *finding) (gold.Quote, bool) {
	for _, q := range a.Quotes {
		direct := q.Form == "quoted" && q.Use == "speech"
		if direct != (f.form == Direct) || q.Form == "quoted" && !direct {
			continue
		}
		if direct && trimmed(a.Text, q.Span) == trimmed(a.Text, f.Span) || !direct && q.Overlaps(f.Span) && trimmed(a.Text, q.Span).Start == trimmed(a.Text, f.Span).Start {
			return q, (q.Source == nil) == !f.found
		}
	}
	return gold.Quote{}, false
}

// namesAgree compares names as the score does: all words of one are among those of the other, articles aside.
func namesAgree(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	return len(x) > 0 && len(y) > 0 && (among(x, y) || among(y, x))
}

func nameWords(s string) []string {
	var list []string
	for _, w := range wordPattern.FindAllString(strings.ToLower(s), -1) {
		if !strings.Contains(" il lo la i gli le l un una uno di del della dell dei delle d de ", " "+w+" ") {
			list = append(list, w)
		}
	}
	return list
}

func among(x, y []string) bool {
	for _, w := range x {
		if !slices.Contains(y, w) {
			return false
		}
	}
	return true
}

var wordPattern = regexp.MustCompile(`[\p{L}\p{N}_]+`)

// trimmed narrows a span to its words, without marks and punctuation at the ends.
func trimmed(text string, s lang.Span) lang.Span {
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
