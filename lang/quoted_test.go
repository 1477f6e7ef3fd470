package lang_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/lang"
)

// In these tables ⟨ and ⟩ stand around what is quoted, ⟨ and ⟧ around what is quoted without being closed.
var quotedTests = []struct{ name, text string }{
	{"guillemets", "Ha detto: «⟨Basta⟩»."},
	{"blanks inside the marks are no part", "Ha detto « ⟨Basta. Andiamo via⟩ », poi tace."},
	{"curly marks", "Un “⟨no⟩” secco."},
	{"low and high marks", "Un „⟨no⟩” e un „⟨sì⟩“."},
	{"straight marks", `"⟨Sì⟩", disse. Poi "⟨no⟩".`},
	{"single marks", "L'inchiesta '⟨Mani pulite⟩' e il ‘⟨caso⟩’ Rossi"},
	{"marks typed for want of better", "<<⟨Sì⟩>>, disse. ''⟨No⟩''."},
	{"touching an elision", `All'"⟨Espresso⟩" e nell'«⟨Unità⟩»`},
	{"brackets around", `Il testo ("⟨breve⟩") piace`},

	{"nested", "«⟨Ha detto “⟨mai⟩” e basta⟩», riferisce."},
	{"nested three deep", `«⟨Dice “⟨il ‘⟨no⟩’ resta⟩” a tutti⟩»`},
	{"nested straight marks", `"⟨Il "⟨no⟩" resta⟩", dice`},
	{"nested guillemets", "«⟨Il «⟨no⟩» resta⟩», dice"},

	{"the apostrophe is no mark", "L'ora è un po' tarda, nel '68 c'era l'altra; la citta' dorme, dell’anno"},
	{"seconds are no mark", `Vince in 58"17 davanti a Rossi.`},
	{"a stray closing mark", "La casa» è bella. “⟨Sì⟩”."},
	{"an empty quotation", `Il campo "" è vuoto`},

	{"the first turned as an opening mark", "Ha detto «⟨basta⟩«, poi “⟨no⟩“."},
	{"both turned as closing marks", "Ha detto ”⟨basta⟩” e »⟨no⟩«."},
	{"a mark of another family closes", "Ha detto “⟨basta⟩\" e «⟨no⟩”."},
	{"blanks on the wrong sides", `Gridò" ⟨Basta⟩ "e uscì.`},

	{"unclosed ends with its paragraph", "Ha detto: «⟨Basta. Poi è uscito.⟧\n\nIl «⟨no⟩» resta."},
	{"unclosed does not swallow the next", `Il "⟨sì, dice Rossi. ⟧"⟨Mai⟩", risponde Bianchi.`},
	{"unclosed inside another", `«⟨Il "⟨no resta⟧⟩», dice. "⟨Sì⟩".`},
	{"a paragraph that opens the marks again", "«⟨Primo.\n\n«Secondo.\n\n«Terzo⟩», ha detto."},
	{"straight marks opened again", "\"⟨Primo.\n\n\"Secondo⟩\", ha detto."},
	{"two paragraphs in one pair", "«⟨Primo.\n\nSecondo⟩», ha detto."},

	{"a dialogue dash", "— ⟨Vieni?⟩ — chiese Marco."},
	{"a dash, its narration, and on", "— ⟨Vieni⟩ — disse Marco. — ⟨Ti aspetto.⟩"},
	{"a dash up to the end of the paragraph", "– ⟨Vieni?⟩\n– ⟨No, resto qui.⟩"},
	{"a dash in a paragraph of prose", "Il tempo passava. — ⟨Vengo⟩ — disse lei —, ⟨ma non subito.⟩ Poi uscì."},
	{"a quotation in speech behind a dash", "— ⟨Ha detto «⟨no⟩»⟩ — ripeté. — ⟨E basta.⟩"},
	{"list items are no dialogue", "– rispetto reciproco;\n– buon vicinato.\n– Solidarietà"},
	{"dashes around an aside are none", "Il piano – dice Rossi – è buono."},
}

func TestQuoted(t *testing.T) {
	for _, test := range quotedTests {
		t.Run(test.name, func(t *testing.T) {
			text, want := readQuoted(test.text)
			var got []quoted
			for _, q := range lang.Parse(text).Quoted() {
				got = append(got, quoted{text[q.Start:q.End], q.Depth, q.Closed})
				assert.True(t, q.Outer.Contains(q.Span), "the marks stand around what is quoted")
			}
			assert.Equal(t, want, got)
		})
	}
}

// quoted is what the tables say of a quotation.
type quoted struct {
	Text   string
	Depth  int
	Closed bool
}

// readQuoted removes the annotation from a text and returns what it said.
func readQuoted(annotated string) (text string, want []quoted) {
	var plain strings.Builder
	var open, starts []int
	for _, r := range annotated {
		switch r {
		case '⟨':
			want = append(want, quoted{Depth: len(open)})
			open, starts = append(open, len(want)-1), append(starts, plain.Len())
		case '⟩', '⟧':
			last := len(open) - 1
			want[open[last]].Text = strings.TrimSpace(plain.String()[starts[last]:])
			want[open[last]].Closed = r == '⟩'
			open, starts = open[:last], starts[:last]
		default:
			plain.WriteRune(r)
		}
	}
	return plain.String(), want
}

// The annotators marked every quotation of the articles; what stands between marks must be found as they read it, but
// for the few whose marks are typed so badly that only the meaning tells.
func TestQuotedInArticles(t *testing.T) {
	for name, least := range map[string]float64{"wikinews/train": 0.98, "wikinews/dev": 0.98, "diplomacy/dev": 0.97} {
		marked, found := 0, 0
		for _, line := range sharedLines(t, "corpora/"+name+".jsonl") {
			var article struct {
				Text   string
				Quotes []struct {
					Form string
					lang.Span
				}
			}
			require.NoError(t, json.Unmarshal([]byte(line), &article))
			got := make(map[string]bool)
			for _, q := range lang.Parse(article.Text).Quoted() {
				got[onlyWords(article.Text[q.Start:q.End])] = true
			}
			for _, q := range article.Quotes {
				if q.Form != "quoted" {
					continue
				}
				marked++
				if got[onlyWords(article.Text[q.Start:q.End])] {
					found++
				}
			}
		}
		t.Logf("%s: %d of %d", name, found, marked)
		assert.GreaterOrEqual(t, float64(found)/float64(marked), least, name)
	}
}

// onlyWords cuts marks and blanks off both ends.
func onlyWords(text string) string {
	return strings.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
