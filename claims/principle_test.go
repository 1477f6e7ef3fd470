package claims

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/lang"
)

// An item names a principle whatever its number, gender and word order, and whatever qualifies it.
func TestPrincipleOfItem(t *testing.T) {
	tests := []struct {
		item, why string
		want      Principle
	}{
		{"rispetto reciproco", "as it is", MutualRespect},
		{"reciproco rispetto della sovranità", "adjective first; complete before the sovereignty", MutualRespect},
		{"rispetto della sovranità altrui", "qualified", Sovereignty},
		{"solidarietà nei momenti difficili", "qualified", Solidarity},
		{"vantaggi reciproci", "plural", MutualBenefit},
		{"non interferenza negli affari interni", "negated", NonInterference},
		{"divieto di ogni ingerenza", "negated by a noun", NonInterference},
		{"rinuncia alle ingerenze", "negated by a noun, plural", NonInterference},
		{"no all'uso della forza", "negated", NonUseOfForce},
		{"uso della forza", "the contrary of a principle", ""},
		{"mancanza di trasparenza", "the contrary of a principle", ""},
		{"violazione dei diritti umani", "the contrary of a principle", ""},
		{"ripudio della guerra", "the negative word is part of the phrasing", Peace},
		{"sicurezza stradale", "looks like security and is none", ""},
		{"sicurezza collettiva", "security", Security},
		{"leale collaborazione fra i poteri", "more words than plain cooperation", LoyalCooperation},
		{"collaborazione scientifica", "plain cooperation", Cooperation},
		{"pari dignità sociale", "equality, not dignity", Equality},
		{"dignità di ogni persona", "dignity", HumanDignity},
		{"dialogo fra le culture", "cultural diversity", CulturalDiversity},
		{"ufficio legale", "not legality, though the stem is the same", ""},
		{"osservatori neutrali", "not neutrality, though the stem is the same", ""},
		{"pesca", "nothing", ""},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, principles().of(lang.Parse(test.item).Tokens), "%s: %s", test.item, test.why)
	}
}

// The phrasings of every principle find that principle, alone and in the plural of nothing else.
func TestPhrasingsFindTheirPrinciple(t *testing.T) {
	var principle Principle
	count := 0
	for line := range dataLines(principlesFile) {
		phrase, indented := strings.CutPrefix(line, "\t")
		if !indented {
			if principle = Principle(line); principle == "-" {
				principle = ""
			}
			count++
			continue
		}
		phrase = strings.TrimPrefix(phrase, "?")
		assert.Equal(t, principle, principles().of(lang.Parse(phrase).Tokens), phrase)
	}
	assert.Equal(t, 46, count, "45 principles and what is none")
}

func TestPrinciples(t *testing.T) {
	tests := []struct{ marked, why string }{
		{"La Cina difende la propria [sovranità nazionale]=sovereignty e l'[integrità territoriale]=territorial-integrity.", "two mentions"},
		{"Si è parlato di [non ingerenza negli affari interni]=non-interference.", "the longest phrasing"},
		{"Il principio di [precauzione]=precaution vale sempre.", "a common word after principio di"},
		{"Per precauzione ha chiuso la finestra.", "a common word alone"},
		{"Ha fiducia nei giovani e ama la pace.", "common words alone"},
		{"La [soluzione pacifica della controversia]=peaceful-settlement resta lontana.", "singular for plural"},
		{"La questione di fiducia sarà votata.", "a phrase that is none"},
		{"", "nothing"},
	}
	for _, test := range tests {
		text, want := readMentions(test.marked)
		doc := lang.Parse(text)
		var got []string
		for _, mention := range Principles(doc) {
			require.Equal(t, mention.Text, doc.Text[mention.Start:mention.End])
			got = append(got, mention.Text+"="+string(mention.Principle))
		}
		assert.Equal(t, want, got, "%s: %s", test.marked, test.why)
	}
}

// readMentions takes the marks out of "la [sovranità]=sovereignty".
func readMentions(marked string) (text string, mentions []string) {
	for {
		before, rest, found := strings.Cut(marked, "[")
		text += before
		if !found {
			return text, mentions
		}
		words, rest, _ := strings.Cut(rest, "]")
		end := 1 + strings.IndexFunc(rest[1:]+" ", func(r rune) bool { return r != '-' && (r < 'a' || r > 'z') })
		mentions = append(mentions, words+rest[:end])
		text, marked = text+words, rest[end:]
	}
}

func TestPrincipleText(t *testing.T) {
	var principle Principle
	require.NoError(t, principle.UnmarshalText([]byte("good-faith")))
	assert.Equal(t, GoodFaith, principle)
	require.NoError(t, principle.UnmarshalText(nil))
	assert.Empty(t, principle)
	assert.Error(t, principle.UnmarshalText([]byte("bad-faith")))
}
