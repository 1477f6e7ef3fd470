package lang_test

import (
	"bufio"
	"bytes"
	"strings"
	"testing"
	"testing/iotest"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/internal/lineartest"
	"github.com/detto-it/detto/lang"
)

// addTexts adds the texts of the tables to a fuzz target.
func addTexts(f *testing.F) {
	for _, test := range tokenTests {
		f.Add(strings.ReplaceAll(test.text, "|", ""))
	}
	for _, test := range sentenceTests {
		f.Add(strings.ReplaceAll(test.text, "‖", ""))
	}
	for _, test := range quotedTests {
		text, _ := readQuoted(test.text)
		f.Add(text)
	}
	for _, text := range []string{"", "\n\n\n", "\ufeffIl", "\xff\xfe", "''''", "«\n«\n»", "a.b.c.d", "@@@", "1/2/3-4-5",
		"«A. «B. «C", "\"a\" \"b\n\"c", "—\n— A —", "\u2028\u2029x", "a\u00ad", "(a. b) c. (d", "l'\u200b"} {
		f.Add(text)
	}
}

func FuzzParse(f *testing.F) {
	addTexts(f)
	f.Fuzz(func(t *testing.T, text string) {
		for _, parser := range []lang.Parser{{}, {Clauses: true}, {Lines: true}} {
			doc := parser.Parse(text)
			checkTokens(t, doc)
			checkSentences(t, doc)
			assert.Equal(t, doc.Tokens, appendAll(doc.Tokens[:0:0], parser.Tokens(text)), "Tokens finds what Parse finds")
			var spans, want []lang.Span
			for sentence := range parser.Sentences(text) {
				spans = append(spans, sentence.Span)
			}
			for _, sentence := range doc.Sentences {
				want = append(want, sentence.Span)
			}
			assert.Equal(t, want, spans, "Sentences finds what Parse finds")
		}
	})
}

func appendAll(tokens []lang.Token, all func(func(lang.Token) bool)) []lang.Token {
	for token := range all {
		tokens = append(tokens, token)
	}
	return tokens
}

// checkTokens checks that tokens are in order, are the text at their span, and leave only white space between them.
func checkTokens(t *testing.T, doc *lang.Document) {
	end := 0
	for _, token := range doc.Tokens {
		require.Less(t, token.Start, token.End)
		require.LessOrEqual(t, end, token.Start)
		require.Equal(t, doc.Text[token.Start:token.End], token.Text)
		requireBlank(t, doc.Text[end:token.Start])
		require.Equal(t, token.Text, strings.TrimFunc(token.Text, unicode.IsSpace))
		end = token.End
	}
	requireBlank(t, doc.Text[end:])
}

func requireBlank(t *testing.T, gap string) {
	require.Empty(t, strings.TrimFunc(gap, unicode.IsSpace), "only white space lies between tokens")
}

// checkSentences checks that the tokens of the sentences are those of the document, part by part.
func checkSentences(t *testing.T, doc *lang.Document) {
	next := 0
	for _, sentence := range doc.Sentences {
		require.NotEmpty(t, sentence.Tokens)
		require.Equal(t, doc.Text[sentence.Start:sentence.End], sentence.Text)
		require.Equal(t, sentence.Start, sentence.Tokens[0].Start)
		require.Equal(t, sentence.End, sentence.Tokens[len(sentence.Tokens)-1].End)
		require.Same(t, &doc.Tokens[next], &sentence.Tokens[0], "a sentence shares the document's tokens")
		next += len(sentence.Tokens)
	}
	require.Equal(t, len(doc.Tokens), next)
}

func FuzzQuoted(f *testing.F) {
	addTexts(f)
	f.Fuzz(func(t *testing.T, text string) {
		var around []int
		start := -1
		for _, q := range lang.Parse(text).Quoted() {
			require.Less(t, q.Start, q.End, "an empty quotation is none")
			require.Less(t, start, q.Outer.Start, "quotations are in order")
			require.True(t, q.Outer.Contains(q.Span))
			require.LessOrEqual(t, q.Outer.End, len(text))
			for len(around) > 0 && around[len(around)-1] <= q.Outer.Start {
				around = around[:len(around)-1]
			}
			if len(around) > 0 {
				require.LessOrEqual(t, q.Outer.End, around[len(around)-1], "quotations do not cross")
			}
			require.Equal(t, len(around), q.Depth)
			around = append(around, q.Outer.End)
			start = q.Outer.Start
		}
	})
}

// Two texts with a blank line between them are read as each alone.
func FuzzConcatenation(f *testing.F) {
	f.Add("«Basta. Andiamo", "via», ha detto.")
	f.Add("Il 'caso", "di' Roma")
	f.Add("Titolo", "1. testo")
	f.Add("Vitamina C.", "Rossi")
	f.Fuzz(func(t *testing.T, first, second string) {
		if !utf8.ValidString(first) || !utf8.ValidString(second) {
			return // half a character may become a whole one
		}
		const blank = "\n\n"
		want := lang.Parse(first).Sentences
		for _, sentence := range lang.Parse(second).Sentences {
			sentence.Start += len(first) + len(blank)
			sentence.End += len(first) + len(blank)
			want = append(want, sentence)
		}
		got := lang.Parse(first + blank + second).Sentences
		require.Equal(t, len(want), len(got))
		for i := range got {
			require.Equal(t, want[i].Span, got[i].Span)
			require.Equal(t, len(want[i].Tokens), len(got[i].Tokens))
		}
	})
}

func FuzzSplitSentences(f *testing.F) {
	addTexts(f)
	f.Fuzz(func(t *testing.T, text string) {
		scanner := bufio.NewScanner(iotest.HalfReader(strings.NewReader(text)))
		scanner.Buffer(nil, len(text)+4096)
		scanner.Split(lang.SplitSentences())
		var got []string
		for scanner.Scan() {
			got = append(got, scanner.Text())
		}
		require.NoError(t, scanner.Err())
		require.Equal(t, sentences(lang.Parser{}, text), got)
	})
}

func FuzzStem(f *testing.F) {
	for _, word := range []string{"amico", "L’amico", "dicendoglielo", "PERCHE\u0301", "divano", "qu", "\xff", "l'", "'", "aiuola"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		stem := lang.Stem(word)
		require.Equal(t, lang.Stem(lang.Fold(word)), lang.Fold(stem), "case and apostrophes do not matter")
		require.LessOrEqual(t, utf8.RuneCountInString(stem), utf8.RuneCountInString(word)+1)
		require.Equal(t, lang.Fold(word), lang.Fold(lang.Fold(word)), "a folded word stays as it is")
	})
}

func FuzzWords(f *testing.F) {
	for _, text := range []string{"perché", "PERCHE\u0301", "dell’", "the people of the country", "word", "\xff", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		require.Equal(t, lang.IsFunctionWord(lang.Fold(text)), lang.IsFunctionWord(text), "case and apostrophes do not matter")
		tokens := lang.Parse(text).Tokens
		require.True(t, len(tokens) > 0 || !lang.IsEnglish(tokens))
		var kind lang.Kind
		if kind.UnmarshalText([]byte(text)) == nil {
			require.Equal(t, text, kind.String())
		}
	})
}

func FuzzPosition(f *testing.F) {
	f.Add("a\nb", 2)
	f.Add("è\r\n𝄞x", 9)
	f.Fuzz(func(t *testing.T, text string, offset int) {
		doc := lang.Parse(text)
		position := doc.Position(offset)
		require.Equal(t, position, doc.LineIndex().Position(offset))
		require.GreaterOrEqual(t, position.Column, position.UTF16)
		require.GreaterOrEqual(t, position.UTF16, position.Rune)
		require.GreaterOrEqual(t, position.Rune, 1)
		ends := bytes.Count([]byte(text), []byte("\n")) + bytes.Count([]byte(text), []byte("\r"))
		require.LessOrEqual(t, position.Line, ends+1)
	})
}

// A nasty text of a megabyte takes about four times as long as a quarter of it, where quadratic time would be sixteen.
func TestLinearTime(t *testing.T) {
	for _, part := range nastyParts {
		t.Run(part, func(t *testing.T) {
			text := strings.Repeat(part, 1<<19/len(part))
			read := func(text string) func() { return func() { lang.Parse(text).Quoted() } }
			lineartest.Check(t, read(text[:len(text)/4]), read(text))
		})
	}
}

var nastyParts = []string{"«", "»", "“", "\"", "'", "’", " '", "a'", "Sig. ", "disse che ", "\xff", "\xc3", "A.", "a.b.", "«A. ", "\"a. ",
	"(a. ", "a\" ", "a\" b\n", "\"a b\n", "«a\n\n", "— A\n", "— A — b. ", "a-", "1-", "1/", "a/", "www.", "a@", "http://", ".", "?", "\n",
	"\n\n", "\u00a0", "-", "#", "1.", "a b; ", "A: ", "Il presidente della Repubblica ha ricevuto il ministro Rossi\n", "\u0301", "🇮", "(", "http://("}
