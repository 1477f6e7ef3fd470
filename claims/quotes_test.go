package claims

import (
	"math/rand/v2"
	"os"
	"regexp"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/internal/lineartest"
	"github.com/detto-it/detto/lang"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// quoteCase is a sentence of testdata/quotes.txt with what is marked in it.
type quoteCase struct {
	section, line string
	text          string
	fails         bool // known to fail
	contents      []markedContent
	source, cue   string
	speakers      []string
}

// markedContent is a quotation marked in a sentence.
type markedContent struct {
	text string
	form Form
}

// TestQuotes compares what Quotes finds in annotated sentences with what is marked in them.
func TestQuotes(t *testing.T) {
	names, cases := readQuoteCases(t)
	sections := map[string]int{}
	for _, c := range cases {
		sections[c.section]++
		t.Run(c.section, func(t *testing.T) {
			problem := c.problem(names)
			if c.fails {
				assert.NotEmpty(t, problem, "a known failure has been mended: %s", c.line)
				return
			}
			assert.Empty(t, problem, c.line)
		})
	}
	assert.GreaterOrEqual(t, len(cases), 150)
}

// problem says what Quotes gets wrong, "" for nothing.
func (c quoteCase) problem(names []extract.Entity) string {
	doc := lang.Parse(c.text)
	quotes := Quotes(doc, namesIn(c.text, names))
	var got, want []string
	for _, q := range quotes {
		got = append(got, q.Form.String()+": "+strings.TrimSpace(strings.TrimRight(q.Text, ".,;")))
	}
	for _, m := range c.contents {
		want = append(want, m.form.String()+": "+m.text)
	}
	if g, w := strings.Join(got, " | "), strings.Join(want, " | "); g != w {
		return "found " + g
	}
	for i, q := range quotes {
		if c.speakers[i] != "?" && !sharesWords(c.speakers[i], q.Source.Name) {
			return "speaker is " + q.Source.Name
		}
	}
	if len(quotes) > 0 && c.source != "" && !strings.Contains(quotes[0].Source.Text, c.source) && !strings.Contains(c.source, quotes[0].Source.Text) {
		return "source is " + quotes[0].Source.Text
	}
	if len(quotes) > 0 && c.cue != "" && quotes[0].Cue.Text != c.cue {
		return "cue is " + quotes[0].Cue.Text
	}
	return ""
}

// sharesWords reports whether all words of one name are among those of the other.
func sharesWords(a, b string) bool {
	all := func(x, y string) bool {
		for word := range strings.FieldsSeq(x) {
			if !strings.Contains(" "+y+" ", " "+word+" ") {
				return false
			}
		}
		return x != ""
	}
	return all(a, b) || all(b, a)
}

var innerPattern = regexp.MustCompile(`\[([^\[\]]*)\]([sc])`)

// unmark takes the braces out of a sentence: {…}d and {…}i, which may nest. The contents are in the order of their start.
func unmark(marked string) (string, []markedContent) {
	var text strings.Builder
	var contents []markedContent
	var starts, places []int
	for i := 0; i < len(marked); i++ {
		switch marked[i] {
		case '{':
			starts, places = append(starts, text.Len()), append(places, len(contents))
			contents = append(contents, markedContent{})
		case '}':
			last := len(starts) - 1
			form := Direct
			if i++; marked[i] == 'i' {
				form = Indirect
			}
			contents[places[last]] = markedContent{text.String()[starts[last]:], form}
			starts, places = starts[:last], places[:last]
		default:
			text.WriteByte(marked[i])
		}
	}
	return text.String(), contents
}

// parse takes the marks out of a line.
func (c *quoteCase) parse(t *testing.T) {
	marked, speakers, _ := strings.Cut(c.line, "=>")
	marked = strings.TrimSpace(marked)
	for speaker := range strings.SplitSeq(speakers, ";") {
		if s := strings.TrimSpace(speaker); s != "" {
			c.speakers = append(c.speakers, s)
		}
	}
	for _, m := range innerPattern.FindAllStringSubmatch(marked, -1) {
		if m[2] == "s" {
			c.source = m[1]
		} else {
			c.cue = m[1]
		}
	}
	marked = innerPattern.ReplaceAllString(marked, "$1")
	c.text, c.contents = unmark(marked)
	require.Len(t, c.speakers, len(c.contents), c.line)
}

// readQuoteCases reads the names and sentences of testdata/quotes.txt.
func readQuoteCases(t *testing.T) (names []extract.Entity, cases []quoteCase) {
	data, err := os.ReadFile("testdata/quotes.txt")
	require.NoError(t, err)
	section := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		kind, name, _ := strings.Cut(line, " ")
		var e extract.Entity
		switch {
		case strings.HasPrefix(line, "##"):
			section = strings.TrimSpace(line[2:])
		case line == "" || line[0] == '#':
		case section == "" && e.Kind.UnmarshalText([]byte(kind)) == nil:
			e.Text, e.Name, e.ID = name, name, len(names)
			names = append(names, e)
		default:
			c := quoteCase{section: section, line: strings.TrimPrefix(line, "? "), fails: strings.HasPrefix(line, "? ")}
			c.parse(t)
			cases = append(cases, c)
		}
	}
	return names, cases
}

// namesIn finds the names, and the surnames of persons, in a sentence.
func namesIn(text string, names []extract.Entity) []extract.Entity {
	var ents []extract.Entity
	taken := make([]bool, len(text))
	find := func(e extract.Entity, form string) {
		for from := 0; ; {
			i := strings.Index(text[from:], form)
			if i < 0 {
				return
			}
			start, end := from+i, from+i+len(form)
			from = end
			if taken[start] {
				continue
			}
			for k := start; k < end; k++ {
				taken[k] = true
			}
			e.Text, e.Span = form, lang.Span{Start: start, End: end}
			ents = append(ents, e)
		}
	}
	for _, e := range names {
		find(e, e.Name)
	}
	for _, e := range names {
		if words := strings.Fields(e.Name); e.Kind == extract.Person && e.Name != "Xi Jinping" {
			find(e, words[len(words)-1])
		}
	}
	sort.Slice(ents, func(i, j int) bool { return ents[i].Start < ents[j].Start })
	return ents
}

// FuzzQuotes checks the law of all spans on any text: what a value says of the text stands there.
func FuzzQuotes(f *testing.F) {
	for _, seed := range []string{"«Sì», ha detto Maroni.", "Secondo X, «a\xff» e che ha detto", "— No — disse — ma", "ha detto che (1) \"«'", "È quanto\n\nha"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := lang.Parse(text)
		ents := namesIn(text, []extract.Entity{{Name: "X", Kind: extract.Person}, {Name: "a", Kind: extract.Organization, ID: 1}})
		for _, q := range Quotes(doc, ents) {
			require.Equal(t, q.Text, text[q.Start:q.End])
			require.True(t, q.Outer.Contains(q.Span))
			require.Equal(t, q.Source.Text, text[q.Source.Start:q.Source.End])
			require.Equal(t, q.Cue.Text, text[q.Cue.Start:q.Cue.End])
			require.Less(t, q.Continues, len(text)+1)
		}
	})
}

// TestQuotesLinear checks that the time grows with the text and not with its square, whatever the text is.
func TestQuotesLinear(t *testing.T) {
	for _, piece := range []string{"disse che ", "«", "secondo ", "ha detto, ", "il ", "(", "Lo ha detto X. ", "«a» e ", "X ha detto: «a», ",
		"il ministro, ", "“«'", "dice ", "dice che ", "Secondo Rossi, ", ", ha detto Rossi, ", "« dice ", "dice – "} {
		t.Run(piece, func(t *testing.T) {
			text := strings.Repeat(piece, 100_000/len(piece))
			quarter, whole := lang.Parse(text[:len(text)/4]), lang.Parse(text)
			lineartest.Check(t, func() { Quotes(quarter, nil) }, func() { Quotes(whole, nil) })
		})
	}
}

// TestQuotesCost checks that a sentence made of nothing but expressions of saying, each of which could begin or end a clause, costs
// not many times what articles do.
func TestQuotesCost(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	prose := lang.Parse(articles(t, 100_000))
	costOf := func(doc *lang.Document) time.Duration {
		start := lineartest.WorkTime()
		Quotes(doc, nil)
		return (lineartest.WorkTime() - start) / time.Duration(len(doc.Tokens)/1000)
	}
	for _, piece := range []string{"dice ", "dice che ", "dice, ", "dice – ", "« dice ", "Secondo Rossi, ", ", ha detto Rossi, ", "\" dice "} {
		t.Run(piece, func(t *testing.T) {
			doc := lang.Parse(strings.Repeat(piece, 60_000/len(piece)))
			usual, cost := time.Hour, time.Hour
			for range 10 {
				usual, cost = min(usual, costOf(prose)), min(cost, costOf(doc))
				if cost < 10*usual {
					return
				}
			}
			t.Errorf("a thousand tokens take %v, of articles %v", cost, usual)
		})
	}
}

// TestQuotesContinues checks that a quotation interrupted by its cue, or going on after it, points to the one before.
func TestQuotesContinues(t *testing.T) {
	for text, want := range map[string][]int{
		"«Il ponte», ha spiegato Orsini, «riaprirà in autunno».":   {-1, 0},
		"«Siamo pronti», ha detto Nardi. «Partiremo lunedì».":      {-1, 0},
		"«Siamo pronti», ha detto Nardi. Galli: «Non è vero».":     {-1, -1},
		"Nardi ha detto: «Siamo pronti», ha aggiunto: «Partiamo».": {-1, -1},
	} {
		names, _ := readQuoteCases(t)
		var got []int
		for _, q := range Quotes(lang.Parse(text), namesIn(text, names)) {
			if q.Form == Direct {
				got = append(got, q.Continues)
			}
		}
		assert.Equal(t, want, got, text)
	}
}

// TestQuotesAnyWords reads sentences made of words that matter to Quotes, in any order, and checks the law of spans.
func TestQuotesAnyWords(t *testing.T) {
	pieces := strings.Fields("« » “ ” \" ( ) , . : ; – — che di a se come secondo quanto cui il la l' dei da dal lo si non ha è stato detto " +
		"disse dicendo annuncia richiesta annuncio X Rossi ministro lui Lo È e ma suo 3 1) uno alcuni sia mentre per Per con parole Così più")
	names := []extract.Entity{{Name: "X", Kind: extract.Organization}, {Name: "Rossi", Kind: extract.Person, ID: 1}}
	random := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		var text strings.Builder
		for range 1 + random.IntN(24) {
			text.WriteString(pieces[random.IntN(len(pieces))])
			text.WriteString([]string{" ", " ", " ", "", "\n"}[random.IntN(5)])
		}
		s := text.String()
		require.NotPanics(t, func() {
			for _, q := range Quotes(lang.Parse(s), namesIn(s, names)) {
				require.Equal(t, q.Text, s[q.Start:q.End], s)
				require.Equal(t, q.Source.Text, s[q.Source.Start:q.Source.End], s)
				require.Equal(t, q.Cue.Text, s[q.Cue.Start:q.Cue.End], s)
			}
		}, s)
	}
}
