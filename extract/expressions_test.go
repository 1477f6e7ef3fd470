package extract

import (
	"bufio"
	"context"
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/internal/lineartest"
	"github.com/detto-it/detto/lang"
)

var updateExpressions = flag.Bool("update-expressions", false, "write what the grammar finds into testdata/expressions.txt; read every change")

// TestExpressions reads testdata/expressions.txt: Italian sentences with every expression marked, [text](KIND norm mod).
// A line "@ 2024-07-03T10:00" sets Now for those after it; "#" begins a comment.
func TestExpressions(t *testing.T) {
	testMarked(t, "testdata/expressions.txt")
}

// TestTraps reads testdata/traps.txt: sentences whose numbers and words of time are no expressions.
func TestTraps(t *testing.T) {
	testMarked(t, "testdata/traps.txt")
}

func testMarked(t *testing.T, file string) {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	var x Extractor
	var updated strings.Builder
	scanner := bufio.NewScanner(strings.NewReader(string(data)))
	for scanner.Scan() {
		line := scanner.Text()
		if now, ok := strings.CutPrefix(line, "@ "); ok {
			x.Now, err = time.Parse("2006-01-02T15:04", now)
			require.NoError(t, err)
		}
		if line == "" || line[0] == '#' || line[0] == '@' {
			updated.WriteString(line + "\n")
			continue
		}
		got := marked(&x, unmarked(line))
		updated.WriteString(got + "\n")
		if !*updateExpressions {
			assert.Equal(t, line, got)
		}
	}
	if *updateExpressions {
		require.NoError(t, os.WriteFile(file, []byte(updated.String()), 0o644))
	}
}

// unmarked is the sentence without the marks of its expressions.
func unmarked(line string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(line, "[")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		text, rest, _ := strings.Cut(rest, "](")
		_, line, _ = strings.Cut(rest, ")")
		b.WriteString(text)
	}
}

// marked is the sentence with the expressions that are found in it marked.
func marked(x *Extractor, text string) string {
	var b strings.Builder
	at := 0
	for _, e := range expressions(x, lang.Parse(text)) {
		b.WriteString(text[at:e.Start] + "[" + e.Text + "](" + strings.TrimSpace(e.Kind.String()+" "+e.Norm+" "+string(e.Mod)) + ")")
		at = e.End
	}
	return b.String() + text[at:]
}

func TestNumerals(t *testing.T) {
	lex := readLexicon()
	for form, want := range map[string]int64{
		"zero": 0, "ventuno": 21, "ventotto": 28, "ventitré": 23, "trentatre": 33, "centotto": 108, "centouno": 101,
		"duecentotrentadue": 232, "mille": 1000, "millenovecentonovantanove": 1999, "duemilaventiquattro": 2024,
		"ventunmila": 21000, "centomila": 100000, "novecentonovantanovemilanovecentonovantanove": 999999,
	} {
		n, ok := lex.numeral(form)
		assert.True(t, ok, form)
		assert.Equal(t, want, n, form)
	}
	for _, form := range []string{"", "unue", "dueuno", "centrale", "trenino", "seino", "ventidieci", "milamila", "sessantasette" + "otto"} {
		_, ok := lex.numeral(form)
		assert.False(t, ok, form)
	}
}

func TestRoman(t *testing.T) {
	for form, want := range map[string]int64{"I": 1, "IV": 4, "IX": 9, "XIV": 14, "XL": 40, "MCMXCIX": 1999, "MMXXIV": 2024} {
		n, ok := roman(form)
		assert.True(t, ok, form)
		assert.Equal(t, want, n, form)
	}
	for _, form := range []string{"", "IIII", "VX", "IC", "XIVI", "abc"} {
		_, ok := roman(form)
		assert.False(t, ok, form)
	}
}

func TestAccessors(t *testing.T) {
	rome := time.FixedZone("CEST", 2*60*60)
	for _, c := range []struct {
		name       string
		entity     Entity
		number     string // as big.Rat writes it, "" if none
		unit       string
		from, to   string // RFC 3339, "" if not representable
		wantsRange bool
	}{
		{name: "money", entity: Entity{Kind: Money, Norm: "20.3 EUR"}, number: "203/10", unit: "EUR"},
		{name: "percentage", entity: Entity{Kind: Percent, Norm: "3.5%"}, number: "7/2", unit: "%"},
		{name: "percentage points", entity: Entity{Kind: Percent, Norm: "3 pp"}, number: "3", unit: "pp"},
		{name: "quantity", entity: Entity{Kind: Quantity, Norm: "1782.75 km"}, number: "7131/4", unit: "km"},
		{name: "a range is no single number", entity: Entity{Kind: Cardinal, Norm: "10..20"}, wantsRange: true},
		{name: "the last but one", entity: Entity{Kind: Ordinal, Norm: "-2"}, number: "-2"},
		{name: "a day", entity: Entity{Kind: Date, Norm: "2024-07-03"}, from: "2024-07-03T00:00:00+02:00", to: "2024-07-04T00:00:00+02:00"},
		{name: "a month", entity: Entity{Kind: Date, Norm: "2024-07"}, from: "2024-07-01T00:00:00+02:00", to: "2024-08-01T00:00:00+02:00"},
		{name: "a decade", entity: Entity{Kind: Date, Norm: "199"}, from: "1990-01-01T00:00:00+02:00", to: "2000-01-01T00:00:00+02:00"},
		{name: "a week", entity: Entity{Kind: Date, Norm: "2024-W27"}, from: "2024-07-01T00:00:00+02:00", to: "2024-07-08T00:00:00+02:00"},
		{name: "a weekend", entity: Entity{Kind: Date, Norm: "2024-W27-WE"}, from: "2024-07-06T00:00:00+02:00", to: "2024-07-08T00:00:00+02:00"},
		{name: "a quarter", entity: Entity{Kind: Date, Norm: "2024-Q3"}, from: "2024-07-01T00:00:00+02:00", to: "2024-10-01T00:00:00+02:00"},
		{name: "a season", entity: Entity{Kind: Date, Norm: "2019-WI"}, from: "2019-12-01T00:00:00+02:00", to: "2020-03-01T00:00:00+02:00"},
		{name: "a stretch", entity: Entity{Kind: Date, Norm: "2024-07-03/2024-07-05"}, from: "2024-07-03T00:00:00+02:00", to: "2024-07-06T00:00:00+02:00"},
		{name: "a time with its zone", entity: Entity{Kind: Time, Norm: "2024-07-03T18:30:05Z"}, from: "2024-07-03T18:30:05Z", to: "2024-07-03T18:30:06Z"},
		{name: "an evening", entity: Entity{Kind: Time, Norm: "2024-07-03TEV"}, from: "2024-07-03T18:00:00+02:00", to: "2024-07-03T22:00:00+02:00"},
		{name: "no year", entity: Entity{Kind: Date, Norm: "XXXX-07-03"}},
		{name: "no date", entity: Entity{Kind: Time, Norm: "T18:30"}},
		{name: "before Christ", entity: Entity{Kind: Date, Norm: "BC0044"}},
		{name: "a set", entity: Entity{Kind: Date, Norm: "P1D", Mod: "2X"}},
		{name: "vague", entity: Entity{Kind: Date, Norm: "PAST_REF"}},
		{name: "relative", entity: Entity{Kind: Date, Norm: "PRESENT_REF-P1D"}},
		{name: "a name", entity: Entity{Kind: Person}},
	} {
		t.Run(c.name, func(t *testing.T) {
			n, ok := c.entity.Number()
			assert.Equal(t, c.number != "", ok)
			if ok {
				assert.Equal(t, c.number, n.RatString())
			}
			_, _, ranged := c.entity.Range()
			assert.Equal(t, c.number != "" || c.wantsRange, ranged)
			assert.Equal(t, c.unit, c.entity.Unit())
			from, to, ok := c.entity.Interval(rome)
			assert.Equal(t, c.from != "", ok)
			if ok {
				assert.Equal(t, c.from, from.Format(time.RFC3339))
				assert.Equal(t, c.to, to.Format(time.RFC3339))
			}
		})
	}
}

// expressions returns the expressions of a document.
func expressions(x *Extractor, doc *lang.Document) []Entity {
	found, _ := new(parser).expressions(context.Background(), doc, x.Now)
	return found
}

// FuzzExpressions checks that the grammar bears any text, keeps the law of offsets, and gives values the accessors bear.
func FuzzExpressions(f *testing.F) {
	for _, file := range []string{"testdata/expressions.txt", "testdata/traps.txt"} {
		data, err := os.ReadFile(file)
		require.NoError(f, err)
		for line := range strings.Lines(string(data)) {
			f.Add(unmarked(strings.TrimSpace(line)))
		}
	}
	f.Add("1e99 10^99 ^ 1.1.1.1 '’ -−– 00/00/0000 31/02/2024 99:99 \xff\x00")
	f.Fuzz(func(t *testing.T, text string) {
		doc := lang.Parse(text)
		end := 0
		for _, now := range []time.Time{{}, time.Date(2024, 2, 29, 23, 59, 0, 0, time.UTC)} {
			end = 0
			for _, e := range expressions(&Extractor{Now: now}, doc) {
				require.Equal(t, text[e.Start:e.End], e.Text)
				require.LessOrEqual(t, end, e.Start)
				require.NotEmpty(t, e.Norm)
				end = e.End
				e.Number()
				e.Interval(nil)
			}
		}
	})
}

// TestExpressionsLinear reads long repetitions of what the rules nest or scan for: none may take time that grows with the
// square of the length.
func TestExpressionsLinear(t *testing.T) {
	for _, unit := range []string{"1/", "1.", "111 ", "due ", "mille cento ", "primo giorno di ", "questo 3 marzo ", "3 marzo di questo ",
		"fine ", "sera di ", "tra ieri e ", "3 e ", "ogni ", "due volte ogni ", "alle 3 e ", "'90", "€ ", "l'", "un quarto alle ", "ventidue", "«ieri» "} {
		t.Run(unit, func(t *testing.T) {
			text := strings.Repeat(unit, 100_000/len(unit))
			quarter, whole := lang.Parse(text[:len(text)/4]), lang.Parse(text)
			read := func(doc *lang.Document) func() { return func() { expressions(new(Extractor), doc) } }
			lineartest.Check(t, read(quarter), read(whole))
		})
	}
}

// BenchmarkExpressions reads all sentences of the tests, which are far richer in expressions than any article.
func BenchmarkExpressions(b *testing.B) {
	data, err := os.ReadFile("testdata/expressions.txt")
	require.NoError(b, err)
	benchmarkGrammar(b, unmarked(string(data)))
}

// BenchmarkExpressionsArticle reads an article of ordinary prose.
func BenchmarkExpressionsArticle(b *testing.B) {
	data, err := os.ReadFile("../../shared/articles/astana.txt")
	if err != nil {
		b.Skip("the article is not here")
	}
	benchmarkGrammar(b, string(data))
}

func benchmarkGrammar(b *testing.B, text string) {
	doc := lang.Parse(text)
	var x Extractor
	expressions(&x, doc)
	b.ReportAllocs()
	for b.Loop() {
		expressions(&x, doc)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mtokens/s")
}
