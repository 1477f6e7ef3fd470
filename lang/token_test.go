package lang_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/lang"
)

// In these tables a bar stands where two tokens touch; white space separates the others.
var tokenTests = []struct{ name, text string }{
	{"elided articles are tokens", "L'|Italia e l'|Europa|, un'|altra volta dell'|anno"},
	{"curly apostrophe", "l’|Italia dell’|anno c’|è tutt’|altro"},
	{"modifier letter apostrophe", "lʼ|Italia dellʼ|anno"},
	{"accent for an apostrophe", "l´|Italia"},
	{"elided verbs, pronouns, adverbs", "c'|è dov'|era cos'|ha quand'|ecco v'|entrò"},
	{"elision before a figure", "l'|8 marzo dell'|88"},
	{"elision with a blank behind it, as some typesetters space it", "dell' arte l' uomo"},
	{"shortened words keep their apostrophe", "un po' di tempo|, mo' basta|, di' pure|, va' via"},
	{"shortened word glued to the next", "un po'|di tempo"},
	{"accents typed as apostrophes", "la citta' e' bella|, perche' no|?"},
	{"years", "nel '68 e negli anni '90|, gli anni ’30"},
	{"year glued to the word before", "anni|'90"},
	{"words without their beginning", "la 'ndrangheta e 'sto ragazzo|, la ’Ndrangheta"},
	{"foreign names with an apostrophe after a vowel", "O'Brien a Sana'a e Xi'an"},
	{"English genitive", "Martha|'s Vineyard|, King|'s Men"},
	{"single quotation marks", "l'|inchiesta |'|Mani pulite|' e |'|casa|'|."},
	{"single curly quotation marks", "il |‘|caso|’ di Roma"},
	{"a numeral before the years of a century", "XVI|'90"},
	{"a shortened word within single quotation marks", "|'|Un po' di tutto|'"},
	{"two apostrophes as a mark", "|''|Basta|''|, disse"},

	{"one token for prepositions with their article, and for verbs with their pronouns", "della dicendoglielo farlo sull'|erba"},
	{"hyphenated names and words", "Kassym-Jomart China-Europe Trans-Caspian e-commerce win-win"},
	{"hyphen that forbids a break", "Kassym‑Jomart e‐commerce"},
	{"a hyphenated name with an elision inside", "la Roma-L'Aquila"},
	{"a hyphen without a word behind it", "pre|- e post|-"},
	{"acronyms joined are two names", "USA|-|URSS PPE|-|DE"},
	{"pre and post stand before any noun", "post|-|Brexit pre|-|accordo"},
	{"ex and its like stand before names", "l'|ex|-|Birmania e l'|ex-ministro|, anti|-|Rossi|, al-Qaida"},
	{"letters with figures", "F-35 Covid-19 G20 MP3"},
	{"strokes in short forms", "e/o km/h il/la né/né sì/no"},
	{"a stroke between words says or", "governo|/|opposizione"},
	{"company names with an ampersand", "AT&T e S&P e CAFFÈ&BAR"},

	{"numbers", "1.782,75 e 170.500.000,00|€ e 3,5|% e 10|%"},
	{"ordinals and degrees", "24° 1º 2ª 2^ XX XVI"},
	{"dates and times", "3/7/2024 alle 18:30 o alle 11,40|, 2024-07-03|, 3.7.2024"},
	{"scores and ranges are two numbers", "2|-|1 e 2019|-|2020 e 1914|–|1918"},
	{"a law and its year are two numbers", "legge 633|/|1941"},
	{"letters that touch a number", "18enne 10mila 5G 90-enne 4x4 12/bis"},
	{"signs", "-5 gradi|, +3|% (|-2|)"},
	{"minutes of a match", "gol al 90' di gioco|, a -5' dalla fine"},
	{"Swiss thousands", "1'000'000"},
	{"numbers at the end of a sentence", "nel 1998|. Poi 3,5|, 4"},

	{"titles", "il dott. Rossi|, la dott.ssa Bianchi|, la Sig.ra Verdi e mons. Neri"},
	{"an acronym that looks like an abbreviation", "il TAV|. Poi ART. 3 e SIG. ROSSI|, SIG. ÈRCOLI"},
	{"companies", "la Esempio S.p.A. e la s.r.l. Prova"},
	{"references", "l'|art. 3|, pag. 12|, n. 5|, n.d.r."},
	{"before and after Christ", "nel 44 a.C. a Roma"},
	{"acronyms with points", "gli U.S.A. e l'|O.N.U. insieme"},
	{"initials", "J. D. Vance e P.P. Rossi|, А. Неро"},
	{"a capital vowel with an accent is a word", "CHE COS'|È|. Poi c'|È|."},
	{"a word that only begins as an abbreviation", "art3|.|bis"},
	{"initial glued to the name", "P.|Rossi"},
	{"an unlisted word cut short before a small letter", "(|distr. da Rossi|)"},
	{"a full stop is its own token", "la casa|. Il sole|."},
	{"a blank was forgotten", "finito|.|Poi"},
	{"ellipses", "e|... poi|… basta|....."},

	{"URLs", "su https://www.esempio.it/pagina?id=1 e http://esempio.it/a_(b)|."},
	{"a URL in brackets", "(|https://esempio.it/pagina|)|, dopo"},
	{"domains with accents, and a blank forgotten before what begins as one", "su www.caffè.it|, finito|.|Chè"},
	{"domains", "su www.esempio.it|, su esempio.it/ e su esempio.com/prezzi|."},
	{"e-mail", "scrivete a mario.rossi@esempio.it|."},
	{"mentions and hashtags", "@governo dice no a #referendum2025|!"},
	{"emoji", "bravi 👍🏽 e 🇮🇹|! 👨‍👩‍👧"},

	{"marks", "«|Sì|»|, disse|; “|no|”|: (|forse|) [|qui|]|!"},
	{"runs of question and exclamation marks", "davvero|?! sì|!!!"},
	{"guillemets typed with < and >", "<<|Sì|>>|, disse"},
	{"a dash between blanks", "Roma – Milano — Torino - Bari"},

	{"no-break spaces separate", "10\u00a0000 e «|\u202fsì\u202f|»"},
	{"soft hyphens and zero-width characters stay in the word", "demo\u00adcrazia e demo\u200bcrazia"},
	{"combining accents stay with their letter", "perche\u0301 citta\u0300|, e\u0300"},
	{"CRLF is white space", "uno\r\ndue\r\n\r\ntre"},
	{"bytes that are no UTF-8 count as letters", "citt\xe0 bella|, \xe8 vero"},
}

func TestTokens(t *testing.T) {
	for _, test := range tokenTests {
		t.Run(test.name, func(t *testing.T) {
			want := strings.FieldsFunc(test.text, func(r rune) bool { return r == '|' || unicode.IsSpace(r) })
			var got []string
			for token := range lang.Tokens(strings.ReplaceAll(test.text, "|", "")) {
				got = append(got, token.Text)
			}
			assert.Equal(t, want, got)
		})
	}
}

func TestTokenKinds(t *testing.T) {
	for _, test := range []struct {
		kind  lang.Kind
		texts string
	}{
		{lang.Word, "casa e-commerce po' Kassym-Jomart O'Brien G20 MIX città l"},
		{lang.Elision, "l'|Italia dell’|anno"},
		{lang.Abbreviation, "dott.ssa S.p.A. art. J. n.d.r. a.C."},
		{lang.Number, "1.782,75 24° XX XVI 3/7/2024 18:30 '68 18enne -5"},
		{lang.Address, "https://esempio.it/a www.esempio.it mario@esempio.it"},
		{lang.Mention, "@governo"},
		{lang.Hashtag, "#referendum"},
		{lang.Emoji, "👍🏽 🇮🇹"},
		{lang.Punct, ". ... … « » \" ( ! ?! – <<"},
		{lang.Symbol, "€ % = | <"},
	} {
		for _, field := range strings.Fields(test.texts) {
			text := field
			if test.kind == lang.Elision {
				text = strings.ReplaceAll(field, "|", "")
			}
			doc := lang.Parse(text)
			require.NotEmpty(t, doc.Tokens, field)
			assert.Equal(t, test.kind, doc.Tokens[0].Kind, "%s is a %s", field, test.kind)
		}
	}
}

func TestKindText(t *testing.T) {
	for kind := lang.Word; kind <= lang.Symbol; kind++ {
		text, err := kind.MarshalText()
		require.NoError(t, err)
		var back lang.Kind
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, kind, back)
	}
	var kind lang.Kind
	assert.Error(t, kind.UnmarshalText([]byte("verb")))
	assert.Equal(t, "Kind(99)", lang.Kind(99).String())
}
