package lang_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/detto-it/detto/lang"
)

// The fast scanner and the plain reader of plain_test.go, which were written apart, must find the same tokens in any text.

// requirePlain compares the tokens of a text.
func requirePlain(t testing.TB, words plainWords, text string) {
	want := newPlainReader(text, words).tokens()
	i := 0
	for token := range lang.Tokens(text) {
		require.Less(t, i, len(want), "%q", around(text, token.Start))
		if token != want[i] {
			require.Equal(t, want[i], token, "%q", around(text, token.Start))
		}
		i++
	}
	require.Len(t, want, i, "%q", around(text, len(text)))
}

// around returns what stands near an offset of a text.
func around(text string, offset int) string { return text[max(0, offset-40):min(len(text), offset+40)] }

// writtenTexts are the articles of the project and the texts of the tables.
func writtenTexts(t testing.TB) []string {
	files, err := filepath.Glob("../testdata/articles/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var texts []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		texts = append(texts, string(text))
	}
	for _, test := range tokenTests {
		texts = append(texts, strings.ReplaceAll(test.text, "|", ""), test.text)
	}
	for _, test := range sentenceTests {
		texts = append(texts, strings.ReplaceAll(test.text, "‖", ""))
	}
	for _, test := range quotedTests {
		text, _ := readQuoted(test.text)
		texts = append(texts, text)
	}
	return texts
}

func TestTokensAgainstPlainReader(t *testing.T) {
	words := readPlainWords(t)
	for _, text := range writtenTexts(t) {
		requirePlain(t, words, text)
	}
}

// tellingPieces are what the rules look at.
var tellingPieces = []string{" ", " ", "\n", "\n\n", "\r\n", "\u00a0", "\u2028", "\u0085", "\t", ".", ".", "..", "...", ",", ";", ":", "?", "!", "'", "'", "''", "’", "‘",
	"ʼ", "´", "-", "-", "--", "\u2010", "\u2011", "–", "—", "/", "/", "&", "@", "#", "+", "−", "°", "º", "ª", "^", "%", "€", "$", "*", "\\", "_", "(", ")", "[", "]",
	"<", "<<", ">", "«", "»", "“", "”", "…", "\"", "0", "1", "90", "633", "1941", "2024", "٣", "enne", "X", "XIV", "MIX", "CD", "a", "A", "e", "E", "è", "È", "é", "É",
	"ò", "Ò", "n", "N", "s", "S", "ç", "ß", "σ", "Д", "д", "日", "po", "Po", "PO", "l", "dell", "ndrangheta", "sto", "di", "pre", "Post", "ex", "anti", "Rossi", "USA",
	"URSS", "PPE", "art", "ART", "dott", "ssa", "S", "p", "lgs", "ecc", "a.C", "www", "http", "https", "esempio", "it", "com", "://", "casa", "distr", "governo",
	"perche\u0301", "\u0301", "\u00ad", "\u200b", "\u200d", "\ufe0f", "\u20e3", "👍", "🏽", "🇮", "🇹", "♀", "☀", "\xe8", "\xc3", "\xff", "\xe2\x80", "\ufffd", "\x00"}

// mixed returns a text of pieces in any order.
func mixed(random *rand.Rand, pieces []string) string {
	var b strings.Builder
	for range 1 + random.IntN(24) {
		b.WriteString(pieces[random.IntN(len(pieces))])
	}
	return b.String()
}

func TestTokensOfAnyPiecesAgainstPlainReader(t *testing.T) {
	words := readPlainWords(t)
	random := rand.New(rand.NewPCG(1861, 1946))
	for range 200_000 {
		requirePlain(t, words, mixed(random, tellingPieces))
	}
}

// mutated changes a text in one to three places: characters go, come twice, or something else stands in their stead.
func mutated(random *rand.Rand, text string) string {
	for range 1 + random.IntN(3) {
		at := random.IntN(len(text) + 1)
		end := min(len(text), at+random.IntN(3))
		piece := tellingPieces[random.IntN(len(tellingPieces))]
		if random.IntN(3) == 0 {
			piece = text[at:end] + text[at:end]
		}
		text = text[:at] + piece + text[end:]
	}
	return text
}

func TestTokensOfMutatedTextsAgainstPlainReader(t *testing.T) {
	words := readPlainWords(t)
	random := rand.New(rand.NewPCG(1948, 1957))
	for _, text := range writtenTexts(t) {
		for range 200 {
			start := random.IntN(max(1, len(text)-400))
			requirePlain(t, words, mutated(random, text[start:min(len(text), start+400)]))
		}
	}
}

// The corpora stand beside the repository.
func TestTokensOfCorporaAgainstPlainReader(t *testing.T) {
	words := readPlainWords(t)
	for _, file := range []string{"corpora/wikinews/dev.jsonl", "corpora/wikinews/train.jsonl", "corpora/diplomacy/dev.jsonl",
		"corpora/wikipedia/train.jsonl", "articles/astana.jsonl"} {
		for _, line := range sharedLines(t, file) {
			var article struct{ Text string }
			require.NoError(t, json.Unmarshal([]byte(line), &article))
			requirePlain(t, words, article.Text)
		}
	}
}

func TestTokensOfTreebanksAgainstPlainReader(t *testing.T) {
	words := readPlainWords(t)
	for _, name := range []string{"isdt-dev", "vit-dev", "it_markit-ud-train", "it_parlamint-ud-train", "it_twittiro-ud-train"} {
		for _, line := range sharedLines(t, "corpora/ud/"+name+".conllu") {
			if text, ok := strings.CutPrefix(line, "# text = "); ok {
				requirePlain(t, words, text)
			}
		}
	}
}

func FuzzTokensAgainstPlainReader(f *testing.F) {
	words := readPlainWords(f)
	for _, text := range writtenTexts(f) {
		if utf8.RuneCountInString(text) < 400 {
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) { requirePlain(t, words, text) })
}

// Accents in one character with their letter (Unicode NFC) and in their own (NFD) make the same tokens.
func TestTokensInEitherUnicodeForm(t *testing.T) {
	random := rand.New(rand.NewPCG(1861, 1957))
	tokens := func(text string) []string {
		var list []string
		for token := range lang.Tokens(text) {
			list = append(list, norm.NFC.String(token.Text)+" "+token.Kind.String())
		}
		return list
	}
	for range 100_000 {
		text := norm.NFC.String(mixed(random, tellingPieces))
		require.Equal(t, tokens(text), tokens(norm.NFD.String(text)), "%+q", text)
	}
}
