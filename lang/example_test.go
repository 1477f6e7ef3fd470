package lang_test

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"github.com/detto-it/detto/lang"
)

func ExampleParse() {
	doc := lang.Parse("Il dott. Rossi è arrivato nell'aula alle 18:30. «Basta. Andiamo via», ha detto.")
	for _, sentence := range doc.Sentences {
		fmt.Println(sentence.Start, sentence.End, sentence.Text)
	}
	for _, token := range doc.Sentences[0].Tokens {
		fmt.Printf("%s/%s ", token.Text, token.Kind)
	}
	// Output:
	// 0 48 Il dott. Rossi è arrivato nell'aula alle 18:30.
	// 49 82 «Basta. Andiamo via», ha detto.
	// Il/word dott./abbreviation Rossi/word è/word arrivato/word nell'/elision aula/word alle/word 18:30/number ./punct
}

func ExampleTokens() {
	for token := range lang.Tokens("L’Italia, un po' d'aria") {
		fmt.Println(token.Start, token.End, token.Text)
	}
	// Output:
	// 0 4 L’
	// 4 10 Italia
	// 10 11 ,
	// 12 14 un
	// 15 18 po'
	// 19 21 d'
	// 21 25 aria
}

func ExampleSentences() {
	for sentence := range lang.Sentences("Perché? Lo sa l'on. Verdi. Basta così…") {
		fmt.Println(sentence.Text)
	}
	// Output:
	// Perché?
	// Lo sa l'on. Verdi.
	// Basta così…
}

func ExampleParser_Parse() {
	const verse = "Nel mezzo del cammin di nostra vita\nmi ritrovai per una selva oscura"
	fmt.Println(len(lang.Parse(verse).Sentences), len(lang.Parser{Lines: true}.Parse(verse).Sentences))
	// Output: 1 2
}

func ExampleParser_ParseContext() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := lang.Parser{}.ParseContext(ctx, "Il testo non serve più.")
	fmt.Println(err)
	// Output: context canceled
}

func ExampleParser_Tokens() {
	for token := range (lang.Parser{}).Tokens("c'è") {
		fmt.Println(token.Text)
	}
	// Output:
	// c'
	// è
}

func ExampleParser_Sentences() {
	parser := lang.Parser{Clauses: true}
	for sentence := range parser.Sentences("Ha aggiunto: «Non è vero».") {
		fmt.Println(sentence.Text)
	}
	// Output:
	// Ha aggiunto:
	// «Non è vero».
}

func ExampleSplitSentences() {
	scanner := bufio.NewScanner(strings.NewReader("Il sole splende. Il mare è calmo."))
	scanner.Split(lang.SplitSentences())
	for scanner.Scan() {
		fmt.Println(scanner.Text())
	}
	// Output:
	// Il sole splende.
	// Il mare è calmo.
}

func ExampleParser_SplitSentences() {
	scanner := bufio.NewScanner(strings.NewReader("Uno\ndue"))
	scanner.Split(lang.Parser{Lines: true}.SplitSentences())
	for scanner.Scan() {
		fmt.Println(scanner.Text())
	}
	// Output:
	// Uno
	// due
}

func ExampleDocument_Quoted() {
	doc := lang.Parse("«Ho letto “La sera”», dice Anna.\n— Anch'io — risponde Marco.")
	for _, q := range doc.Quoted() {
		fmt.Println(q.Depth, doc.Text[q.Start:q.End])
	}
	// Output:
	// 0 Ho letto “La sera”
	// 1 La sera
	// 0 Anch'io
}

func ExampleDocument_QuotedContext() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	quoted, err := lang.Parse("«Il testo non serve più», dice Anna.").QuotedContext(ctx)
	fmt.Println(quoted, err)
	// Output: [] context canceled
}

func ExampleDocument_Position() {
	doc := lang.Parse("Titolo\nPerché 𝄞 no")
	fmt.Printf("%+v\n", doc.Position(strings.Index(doc.Text, "no")))
	// Output: {Line:2 Column:14 Rune:10 UTF16:11}
}

func ExampleDocument_LineIndex() {
	doc := lang.Parse("uno\ndue\ntre")
	index := doc.LineIndex()
	for _, token := range doc.Tokens {
		fmt.Println(token.Text, index.Position(token.Start).Line)
	}
	// Output:
	// uno 1
	// due 2
	// tre 3
}

func ExampleLineIndex_Position() {
	index := lang.Parse("uno\ndue").LineIndex()
	fmt.Println(index.Position(5).Line, index.Position(5).Column)
	// Output: 2 2
}

func ExampleStem() {
	for _, word := range []string{"amico", "amiche", "L'amico", "Solidarietà", "dicendoglielo"} {
		fmt.Println(lang.Stem(word))
	}
	// Output:
	// amic
	// amic
	// amic
	// solidariet
	// dic
}

func ExampleFold() {
	fmt.Println(lang.Fold("L’Aquila"), lang.Fold("PERCHE\u0301"))
	// Output: l'aquila perché
}

func ExampleIsFunctionWord() {
	fmt.Println(lang.IsFunctionWord("Dell’"), lang.IsFunctionWord("casa"))
	// Output: true false
}

func ExampleIsEnglish() {
	for _, sentence := range lang.Parse("We welcome the results of the summit. Il vertice è finito.").Sentences {
		fmt.Println(lang.IsEnglish(sentence.Tokens))
	}
	// Output:
	// true
	// false
}

func ExampleKind_String() {
	fmt.Println(lang.Elision, lang.Number)
	// Output: elision number
}

func ExampleKind_MarshalText() {
	text, _ := lang.Hashtag.MarshalText()
	fmt.Println(string(text))
	// Output: hashtag
}

func ExampleKind_UnmarshalText() {
	var kind lang.Kind
	fmt.Println(kind.UnmarshalText([]byte("number")), kind)
	// Output: <nil> number
}

func ExampleSpan_Len() {
	fmt.Println(lang.Span{Start: 3, End: 8}.Len())
	// Output: 5
}

func ExampleSpan_Contains() {
	sentence, word := lang.Span{Start: 0, End: 20}, lang.Span{Start: 4, End: 9}
	fmt.Println(sentence.Contains(word), word.Contains(sentence))
	// Output: true false
}

func ExampleSpan_Overlaps() {
	fmt.Println(lang.Span{Start: 0, End: 5}.Overlaps(lang.Span{Start: 5, End: 9}))
	// Output: false
}
