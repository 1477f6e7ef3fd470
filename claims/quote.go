package claims

import (
	"context"
	"fmt"
	"slices"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// Quote is a quotation or a reported statement.
type Quote struct {
	Text      string    `json:"text"` // the words said, without the marks
	lang.Span           // of Text
	Form      Form      `json:"form"`
	Outer     lang.Span `json:"outer"` // with the marks
	Source    Source    `json:"source"`
	Cue       Cue       `json:"cue"`
	Score     float32   `json:"score"`
	Continues int       `json:"continues"` // index of the quote that this one goes on from, or -1
	Why       string    `json:"why"`       // the construction that found it, see below
}

// The constructions that Quote.Why names. Of direct quotations it is the way to the cue:
//
//	inside   «… – ha detto X – …»
//	after    «…», ha detto X;  «…», l'accusa di X
//	colon    X ha detto: «…»
//	head     X: «…»
//	before   X ha definito il piano «…»
//	bracket  «…» (X)
//	later    «…» e «…», ha detto X: that of the quotation after it
//	subject  X «ha paura»
//	next     it goes on from the quotation before
//	previous X ha risposto con una lettera. «…»
//	none     there is no cue
//
// Of reported statements it is the form of the content:
//
//	that       ha detto che …
//	how        ha sottolineato come …
//	whether    ha chiesto se …
//	to         ha promesso di …, ha invitato a …
//	noun       ha annunciato la chiusura
//	about      ha parlato di …, ha accusato X di …, l'annuncio della …
//	subject    la chiusura è stata annunciata da X
//	according  secondo X, …;  come ha spiegato X, …
//	around     …, ha detto X, …
//	previous   …. Lo ha detto X.
//	colon      ha detto: …;  X: …

// Form says whether the words stand between marks or are reported.
type Form uint8

// The forms of a quote.
const (
	Direct   Form = iota // "direct": between marks
	Indirect             // "indirect": reported
)

var formNames = [...]string{"direct", "indirect"}

// String returns "direct" or "indirect".
func (f Form) String() string { return nameOf(formNames[:], int(f), "Form") }

// MarshalText returns the text form. It never fails.
func (f Form) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// SourceKind says how a source is named.
type SourceKind uint8

// The kinds of source.
const (
	Unknown SourceKind = iota // nothing good enough
	Named                     // a name: "Xi Jinping"
	Nominal                   // a common noun: "il leader cinese"
	Pronoun                   // "lui", "quest'ultima"
	Omitted                   // left out: "Ha aggiunto che …"
)

var sourceKindNames = [...]string{"unknown", "named", "nominal", "pronoun", "omitted"}

// String returns the text form of the kind: "named", "nominal", and so on.
func (k SourceKind) String() string { return nameOf(sourceKindNames[:], int(k), "SourceKind") }

// MarshalText returns the text form. It never fails.
func (k SourceKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

func nameOf(names []string, i int, kind string) string {
	if i < len(names) {
		return names[i]
	}
	return fmt.Sprintf("%s(%d)", kind, i)
}

// Source is who said it.
type Source struct {
	Text string `json:"text"`
	lang.Span
	Kind   SourceKind `json:"kind"`
	Name   string     `json:"name"`   // after resolution
	Entity int        `json:"entity"` // an Entity.ID, or -1
}

// Cue is the expression that announces a quote: "ha affermato", "secondo".
type Cue struct {
	Text string `json:"text"`
	lang.Span
	Lemma string `json:"lemma"`
	Act   Act    `json:"act"`
}

// Act is what the speaker does by saying it: assert, announce, promise, deny and so on.
type Act string

// Quotes returns the quotations and reported statements of a document in order of their start.
func Quotes(doc *lang.Document, ents []extract.Entity) []Quote {
	quotes, _ := QuotesContext(context.Background(), doc, ents) // which never ends
	return quotes
}

// QuotesContext is like Quotes, but gives up soon after the context has ended: it then returns the context's error and no
// quotes.
func QuotesContext(ctx context.Context, doc *lang.Document, ents []extract.Entity) ([]Quote, error) {
	r := readings.Get().(*reading)
	defer r.rest()
	if err := r.read(ctx, doc, ents); err != nil {
		return nil, err
	}
	return r.quotes(ctx)
}

func (r *reading) quotes(ctx context.Context) ([]Quote, error) {
	found, err := r.findAll(ctx)
	if err != nil {
		return nil, err
	}
	v, err := r.newResolver(ctx)
	if err != nil {
		return nil, err
	}
	quotes := make([]Quote, len(found))
	for i := range found {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		quotes[i] = v.quote(&found[i], i > 0 && found[i-1].next(&found[i]))
	}
	slices.SortStableFunc(quotes, func(a, b Quote) int { return a.Start - b.Start })
	r.markContinued(quotes)
	return quotes, nil
}

// markContinued notes which direct quotation goes on from the one before: interrupted by its cue ("«…», ha detto X,
// «…»"), or with no attribution of its own.
func (r *reading) markContinued(quotes []Quote) {
	last := -1
	for i := range quotes {
		q := &quotes[i]
		if q.Form != Direct {
			continue
		}
		if last >= 0 {
			p := &quotes[last]
			between := q.Cue.Start >= p.End && q.Cue.End <= q.Start && q.Cue.End > q.Cue.Start
			interrupted := between && q.Cue.Span == p.Cue.Span
			end := max(p.Outer.End, p.Cue.End, p.Source.End)
			bare := q.Why == routeNames[noRoute] && q.Start >= end && q.Start-end < 12
			if interrupted || bare || q.Why == routeNames[nextRoute] {
				q.Continues = last
			}
		}
		last = i
	}
}

// finding is a quotation or reported statement that was accepted.
type finding struct {
	attribution
	lang.Span
	outer lang.Span
	form  Form
	why   string
	score float32
	at    int    // the token by which it is ordered: its cue, or its first word
	words tokens // of Span
}

// next reports whether another finding follows closely in the text.
func (f *finding) next(after *finding) bool { return after.Start-f.End < 12 && after.Start >= f.End }

// findAll finds the quotations and reported statements in the order of their cues.
func (r *reading) findAll(ctx context.Context) ([]finding, error) {
	j := r.judge
	sentences, err := r.allAttributions(ctx)
	if err != nil {
		return nil, err
	}
	all := r.findings[:0]
	for q := range r.quoted {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		f := r.findDirect(q, sentences)
		r.speechEvidence(&j.evidence, q, f)
		if yes, p := j.decide(); yes {
			all = append(all, r.directFinding(q, f, p))
		}
	}
	for s, list := range sentences {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r.contents = r.reportedIn(r.contents[:0], list, r.spans[s])
		for _, c := range r.contents {
			r.reportedEvidence(&j.evidence, c)
			if _, p := j.decide(); p >= reportedThreshold {
				span := r.span(r.withClosingMark(c.content))
				all = append(all, finding{c.attribution, span, span, Indirect, frameNames[c.frame], p, c.cue.start, c.content})
			}
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r.findingRoom = withoutEchoes(r.findingRoom[:0], all)
	r.findings = r.inOrder(all[:0], r.findingRoom)
	return r.findings, ctx.Err()
}

// inOrder appends findings in the order of their tokens. It sorts indexes, since findings are large.
func (r *reading) inOrder(dst, all []finding) []finding {
	r.order = r.order[:0]
	for i := range all {
		r.order = append(r.order, i)
	}
	slices.SortStableFunc(r.order, func(i, k int) int { return all[i].at - all[k].at })
	for _, k := range r.order {
		dst = append(dst, all[k])
	}
	return dst
}

// withClosingMark adds the closing mark of a quotation that opens within a content and ends with it.
func (r *reading) withClosingMark(c tokens) tokens {
	if r.is(c.end, closeMark) && c.end > 0 {
		if q := r.words[c.end-1].quoted; q >= 0 && r.inside[q].end == c.end && r.inside[q].start > c.start && r.quoted[q].Closed {
			c.end++
		}
	}
	return c
}

// withoutEchoes appends to kept all but the reported statements that say again what another finding says: those whose noun of
// saying is what another reports ("ha annunciato l'intenzione di …"), the less likely of two that share more than half of their
// text, and one within another finding ("ha detto che Rossi promette di …") unless it is likely by itself.
func withoutEchoes(kept, all []finding) []finding {
	for i := range all {
		echo := false
		for k := max(0, i-8); k < min(len(all), i+9) && !echo; k++ {
			echo = k != i && all[i].echoes(&all[k], k < i)
		}
		if !echo {
			kept = append(kept, all[i])
		}
	}
	return kept
}

// echoes reports whether a reported statement says again what another finding does. Of two alike the first stays.
func (f *finding) echoes(o *finding, first bool) bool {
	if f.form != Indirect || min(f.End, o.End) <= max(f.Start, o.Start) {
		return false
	}
	if f.score < nestedThreshold && o.Start <= f.Start && f.End <= o.End && f.Len() < o.Len() {
		return true
	}
	if o.form != Indirect {
		return false
	}
	if f.kind == nominal && o.kind != nominal && o.Start <= f.Start && f.words.start-o.words.start < 8 && o.End >= f.End {
		return true
	}
	common, either := min(f.words.end, o.words.end)-max(f.words.start, o.words.start), max(f.words.end, o.words.end)-min(f.words.start, o.words.start)
	return 2*common > either && (o.score > f.score || o.score == f.score && first)
}

const (
	reportedThreshold = 0.34 // the least probability of a reported statement that is returned
	nestedThreshold   = 0.6  // the same, within another quotation or reported statement
)

func (r *reading) directFinding(q int, f directFinding, p float32) finding {
	in := r.quoted[q]
	at := r.inside[q].start
	if f.route == noRoute {
		f.cue = tokens{at, at}
		f.head = at
	} else if f.group >= 0 || f.cue.end > f.cue.start {
		at = f.cue.start
	}
	return finding{f.attribution, in.Span, in.Outer, Direct, routeNames[f.route], p, at, r.inside[q]}
}

func (v *resolver) quote(f *finding, near bool) Quote {
	q := Quote{Text: v.doc.Text[f.Start:f.End], Span: f.Span, Outer: f.outer, Form: f.form, Source: v.resolve(f.attribution, near),
		Cue: v.cue(f.attribution), Score: f.score, Continues: -1, Why: f.why}
	if q.Cue.Act == Ask && q.Form == Indirect && q.Why != frameNames[whetherFrame] {
		q.Cue.Act = Request // "ha chiesto alle imprese di investire", not "ha chiesto se investono"
	}
	return q
}

// cue returns the cue of an attribution, with its lemma and act if it is a verb, a preposition or a noun of saying.
func (r *reading) cue(a attribution) Cue {
	span := r.span(a.cue)
	c := Cue{Text: r.doc.Text[span.Start:span.End], Span: span}
	switch {
	case a.verb.says():
		c.Lemma, c.Act = a.verb.lemma, a.verb.act
	case a.cue.end > a.cue.start:
		if preposition, n := r.lexicon.preposition(r.lookahead(a.cue.start)); n > 0 {
			c.Lemma, c.Act = preposition.Lemma, preposition.Act
		} else if noun, ok := r.lexicon.noun(r.lowered(a.head)); ok {
			c.Lemma, c.Act = noun.Lemma, noun.Act
		}
	}
	return c
}
