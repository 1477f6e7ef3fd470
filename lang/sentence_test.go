package lang_test

import (
	"bufio"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/lang"
)

// In these tables a double bar stands where one sentence ends and the next begins.
var sentenceTests = []struct{ name, text string }{
	{"full stops", "Il sole splende. ‖Il mare è calmo. ‖Si parte."},
	{"questions, exclamations, ellipses", "Perché? ‖Non lo so! ‖Forse… ‖Andiamo. ‖Ma come?! ‖Così."},
	{"an ellipsis or a question before a small letter goes on", "Ci penso... forse domani. ‖Che fare? si chiedeva."},
	{"titles", "Il dott. Rossi e la Sig.ra Bianchi arrivano. ‖L'on. Verdi no."},
	{"references", "Si veda l'art. 3 della legge n. 12 del 1990, pag. 4. ‖Il resto segue."},
	{"initials", "Ha parlato J. D. Vance. ‖Poi G. Rossi e P.P. Bianchi tacciono."},
	{"an initial before a word that opens sentences", "Contiene vitamina C. ‖Nel latte ce n'è poca."},
	{"companies at the end of a sentence", "Guida la Esempio S.p.A. ‖Il bilancio è sano. ‖La Esempio S.p.A. cresce."},
	{"ecc. may end a sentence", "Mele, pere, ecc. ‖Poi il pane. ‖Mele, pere, ecc. sono care."},
	{"before Christ", "Cesare morì nel 44 a.C. a Roma. ‖Era il 44 a.C. ‖Roma piangeva."},
	{"an ordinal with a point", "Abita al 3. piano. ‖È il 5. reggimento."},
	{"a year ends a sentence", "Nacque nel 1998. ‖Studia a Pisa. ‖Vive lì dal 2015. ‖"},
	{"dates with points", "Si vota il 3.7.2024. ‖Poi si vedrà."},
	{"a blank was forgotten", "Ho finito.‖Poi esco."},
	{"domains and decimals hold together", "Leggo esempio.it e pago 3.50 euro. ‖Basta."},

	{"a quotation with two sentences before its announcement", "«Basta. Andiamo via», ha detto Rossi. ‖Poi tace."},
	{"the same with straight marks", `"Basta. Andiamo via", ha detto Rossi. ‖Poi tace.`},
	{"a question in a quotation", "«Chi è? Dimmelo!» chiese Anna. ‖Nessuno rispose."},
	{"a quotation that stands alone", "«Basta. ‖Andiamo via.» ‖Rossi tace."},
	{"a quotation behind its announcement", "Ha aggiunto: «Non è vero». ‖Poi è uscito."},
	{"closing marks belong to the sentence they end", "Ha detto «basta.» ‖(Lo sanno tutti.) ‖“Davvero?” ‖Sì."},
	{"an opening mark belongs to the sentence it begins", `Ha finito. ‖"Andiamo", ha detto. ‖«Subito.» ‖(Forse.)`},
	{"a quotation that is never closed does not hide the ends", `Ha detto: "Basta. ‖Poi è uscito. ‖Era tardi, "molto", dice.`},
	{"a bracket in a sentence", "Il testo (art. 3. Vedi anche Rossi) è chiaro. ‖Bene."},
	{"an omission in square brackets", "È chiaro [...] Si va avanti. ‖Bene."},

	{"colons and semicolons do not end a sentence", "Tre cose: pane; vino; sale. ‖Basta."},
	{"list markers", "1. Rispetto reciproco. ‖2. Buon vicinato. ‖3) Solidarietà. ‖a) Il testo resta."},
	{"dialogue", "— Vieni? ‖— Sì, vengo."},

	{"a headline", "Vertice ad Astana\n‖Il presidente è arrivato ieri.\n‖Oggi parte."},
	{"a blank line always ends", "Il presidente\n\n‖della Repubblica"},
	{"a blank line with CRLF", "Titolo\r\n\r\n‖Testo."},
	{"wrapped prose", "Il presidente della Repubblica ha ricevuto ieri mattina al Quirinale il ministro\n" +
		"Rossi, che gli ha presentato la relazione sullo stato dei lavori e il piano per\nl'anno che viene. ‖Domani parte."},
	{"a line that goes on in small letters", "Il vertice si chiude\ncon un accordo."},
	{"list items on lines of their own", "I princìpi\n‖Rispetto reciproco\n‖Buon vicinato\n‖Solidarietà"},
	{"bullets", "I princìpi sono:\n‖- rispetto reciproco;\n‖- buon vicinato;\n‖• solidarietà."},
	{"numbered lines", "I princìpi:\n‖1. rispetto\n‖2) vicinato\n‖b) solidarietà"},
}

func TestSentences(t *testing.T) {
	for _, test := range sentenceTests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, wantSentences(test.text), sentences(lang.Parser{}, strings.ReplaceAll(test.text, "‖", "")))
		})
	}
}

func TestClauses(t *testing.T) {
	const text = "Una cosa è certa: ‖nessuno sapeva nulla di quello che stava per succedere; ‖tutti tacevano. ‖Ore: 18."
	got := sentences(lang.Parser{Clauses: true}, strings.ReplaceAll(text, "‖", ""))
	assert.Equal(t, wantSentences(text), got, "as the Italian treebanks count")
}

func TestLines(t *testing.T) {
	const text = "Nel mezzo del cammin di nostra vita\n‖mi ritrovai per una selva oscura,\n‖ché la diritta via era smarrita."
	got := sentences(lang.Parser{Lines: true}, strings.ReplaceAll(text, "‖", ""))
	assert.Equal(t, wantSentences(text), got, "each verse is one")
}

func TestSplitSentences(t *testing.T) {
	var text strings.Builder
	for _, test := range sentenceTests {
		text.WriteString(strings.ReplaceAll(test.text, "‖", "") + "\n\n")
	}
	scanner := bufio.NewScanner(iotest.OneByteReader(strings.NewReader(text.String())))
	scanner.Split(lang.SplitSentences())
	var got []string
	for scanner.Scan() {
		got = append(got, scanner.Text())
	}
	require.NoError(t, scanner.Err())
	assert.Equal(t, sentences(lang.Parser{}, text.String()), got)
}

func TestSplitSentencesTooLong(t *testing.T) {
	scanner := bufio.NewScanner(strings.NewReader(strings.Repeat("e ", 1<<17)))
	scanner.Split(lang.SplitSentences())
	assert.False(t, scanner.Scan())
	assert.ErrorIs(t, scanner.Err(), bufio.ErrTooLong)
}

func wantSentences(annotated string) []string {
	var want []string
	for _, sentence := range strings.Split(annotated, "‖") {
		if sentence = strings.TrimSpace(sentence); sentence != "" {
			want = append(want, sentence)
		}
	}
	return want
}

func sentences(parser lang.Parser, text string) []string {
	var got []string
	for sentence := range parser.Sentences(text) {
		got = append(got, sentence.Text)
	}
	return got
}
