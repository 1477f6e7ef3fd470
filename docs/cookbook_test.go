package docs_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/extract/english"
	"github.com/detto-it/detto/formats"
	"github.com/detto-it/detto/lang"
)

// Every piece of code in cookbook.md is in this file, one tab further in.
func TestCookbook(t *testing.T) {
	page, err := os.ReadFile("cookbook.md")
	require.NoError(t, err)
	code, err := os.ReadFile("cookbook_test.go")
	require.NoError(t, err)
	pieces := regexp.MustCompile("(?s)```go\n(.*?)```").FindAllStringSubmatch(string(page), -1)
	require.NotEmpty(t, pieces)
	for _, piece := range pieces {
		lines := regexp.MustCompile(`(?m)^(.)`).ReplaceAllString(piece[1], "\t$1")
		require.Contains(t, string(code), lines)
	}
}

func Example_gazetteer() {
	gazetteer := extract.NewGazetteer([]extract.GazetteerEntry{
		{Name: "Rosa dei Venti", Kind: extract.Organization, Norm: "IT-0042", Wins: true},
		{Name: "Torrone 3000", Kind: extract.Misc},
	})
	analyzer := claims.Analyzer{Extractor: &extract.Extractor{Gazetteer: gazetteer}}
	analysis := analyzer.Analyze("La Rosa dei Venti ha annunciato che comprerà il Torrone 3000.")
	for _, e := range analysis.Entities {
		fmt.Println(e.Kind, e.Text, e.Norm)
	}
	// Output:
	// ORG Rosa dei Venti IT-0042
	// MISC Torrone 3000
}

// analyzerOf loads a model of names.
func analyzerOf(name string) (*claims.Analyzer, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	model, err := extract.ReadModel(file)
	if errors.Is(err, extract.ErrModel) {
		return nil, fmt.Errorf("%s: train it again: %w", name, err)
	}
	if err != nil {
		return nil, err
	}
	return &claims.Analyzer{Extractor: &extract.Extractor{Model: model}}, nil
}

func Example_model() {
	file, _ := os.CreateTemp("", "*.model")
	defer os.Remove(file.Name())
	file.WriteString("not a model")
	file.Close()
	_, err := analyzerOf(file.Name())
	fmt.Println(errors.Is(err, extract.ErrModel))
	// Output: true
}

func Example_relativeDates() {
	extractor := extract.Extractor{Now: time.Date(2024, time.July, 3, 9, 0, 0, 0, time.UTC)}
	for _, e := range extractor.Entities(lang.Parse("Il consiglio si è riunito ieri e tornerà lunedì.")) {
		from, to, ok := e.Interval(time.UTC)
		fmt.Println(e.Text, e.Norm, from.Format(time.DateOnly), to.Format(time.DateOnly), ok)
	}
	// Output:
	// ieri 2024-07-02 2024-07-02 2024-07-03 true
	// lunedì 2024-07-08 2024-07-08 2024-07-09 true
}

func Example_kinds() {
	extractor := extract.Extractor{Kinds: []extract.Kind{extract.Money, extract.Percent}}
	for _, e := range extractor.Entities(lang.Parse("Anna Verri ha venduto il 30% per 2,5 milioni di euro.")) {
		number, _ := e.Number()
		fmt.Println(e.Text, "=", number.RatString(), e.Unit())
	}
	// Output:
	// 30% = 30 %
	// 2,5 milioni di euro = 2500000 EUR
}

// serve answers a text with its analysis.
func serve(w http.ResponseWriter, r *http.Request) {
	var analyzer claims.Analyzer
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		http.Error(w, "at most 1 MiB of text", http.StatusRequestEntityTooLarge)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), 10*time.Second)
	defer cancel()
	analysis, err := analyzer.AnalyzeContext(ctx, string(body))
	if err != nil {
		http.Error(w, "that takes too long", http.StatusServiceUnavailable)
		return
	}
	json.NewEncoder(w).Encode(analysis)
}

func Example_server() {
	for _, text := range []string{"È tardi.", strings.Repeat("È tardi. ", 200_000)} {
		answer := httptest.NewRecorder()
		serve(answer, httptest.NewRequest(http.MethodPost, "/", strings.NewReader(text)))
		fmt.Print(answer.Code, " ", answer.Body)
	}
	// Output:
	// 200 {"entities":[],"quotes":[],"lists":[]}
	// 413 at most 1 MiB of text
}

func Example_stream() {
	reader := strings.NewReader("Il dott. Rossi è a Roma. Torna domani!")
	scanner := bufio.NewScanner(reader)
	scanner.Buffer(nil, 1<<20) // the longest sentence
	scanner.Split(lang.SplitSentences())
	for scanner.Scan() {
		words := 0
		for token := range lang.Tokens(scanner.Text()) {
			if token.Kind == lang.Word {
				words++
			}
		}
		fmt.Println(words, scanner.Text())
	}
	// Output:
	// 5 Il dott. Rossi è a Roma.
	// 2 Torna domani!
}

func Example_lineIndex() {
	const text = "😀 Però!\n«È tardi», ha detto Anna."
	analysis := claims.Analyze(text)
	lines := analysis.Document.LineIndex()
	for _, q := range analysis.Quotes {
		from, to := lines.Position(q.Start), lines.Position(q.End)
		fmt.Printf("%s: line %d, UTF-16 columns %d-%d, characters %d-%d\n", q.Text, from.Line, from.UTF16, to.UTF16, from.Rune, to.Rune)
	}
	// Output:
	// È tardi: line 2, UTF-16 columns 2-9, characters 2-9
}

func Example_utf16() {
	const text = "😀 Però!\n«È tardi», ha detto Anna."
	for _, q := range claims.Analyze(text).Quotes {
		start := len(utf16.Encode([]rune(text[:q.Start])))
		end := start + len(utf16.Encode([]rune(q.Text)))
		fmt.Printf("text.slice(%d, %d)\n", start, end)
	}
	// Output:
	// text.slice(10, 17)
}

func Example_concurrency() {
	texts := []string{"«No», ha detto Anna Verri.", "Carlo Ferri ha promesso di tornare."}
	analyzer := &claims.Analyzer{}
	results := make([]*claims.Analysis, len(texts))
	var group sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := range next {
				results[i] = analyzer.Analyze(texts[i])
			}
		})
	}
	for i := range texts {
		next <- i
	}
	close(next)
	group.Wait()
	for _, a := range results {
		fmt.Println(a.Quotes[0].Source.Name, a.Quotes[0].Cue.Act)
	}
	// Output:
	// Anna Verri assert
	// Carlo Ferri promise
}

func Example_formats() {
	analysis := claims.Analyze("Anna Verri vive a Lodi.")
	if err := formats.WriteBIO(os.Stdout, analysis); err != nil {
		fmt.Println(err)
	}
	// Output:
	// -DOCSTART-	O
	//
	// Anna	B-PER
	// Verri	I-PER
	// vive	O
	// a	O
	// Lodi	B-LOC
	// .	O
}

func Example_english() {
	doc := lang.Parse("Il portavoce ha scritto: «Germany and Greece will meet John Miller in London next week».")
	entities := english.Merge(doc, extract.Entities(doc))
	for _, q := range claims.Quotes(doc, entities) {
		fmt.Println(q.Source.Name, q.Text)
	}
	// Output:
	// portavoce Germany and Greece will meet John Miller in London next week
}
