package claims

import (
	_ "embed"
	"strings"

	"github.com/detto-it/detto/internal/conjugate"
)

//go:embed data/nouns.txt
var nounsText string

//go:embed data/roles.txt
var rolesText string

// nounEntry is a noun of saying: "annuncio", "denuncia".
type nounEntry struct {
	Lemma  string
	Gender conjugate.Gender
	Act    Act
	Frames frameSet
}

// nounReading is a form of a noun of saying.
type nounReading struct {
	*nounEntry
	Number conjugate.Number // 0 if singular and plural are alike: "verità"
}

// sourceClass says what sort of source a noun denotes.
type sourceClass string

const (
	personSource      sourceClass = "person"      // ministro, portavoce
	groupSource       sourceClass = "group"       // manifestanti, popolazione
	institutionSource sourceClass = "institution" // governo, procura
	documentSource    sourceClass = "document"    // rapporto, sentenza
)

// roleEntry is a noun for a source: "ministro", "procura", "comunicato".
type roleEntry struct {
	Lemma  string
	Gender conjugate.Gender // 0 for both: "il portavoce", "la portavoce"
	Class  sourceClass
}

// roleReading is a form of a noun for a source.
type roleReading struct {
	*roleEntry
	Gender conjugate.Gender // of the form, where the entry has none: "giornaliste" is feminine; 0 if it does not tell
	Number conjugate.Number // 0 if singular and plural are alike: "portavoce"
}

// noun returns the reading of a token, in lower case, as a noun of saying.
func (l *lexicon) noun(form string) (nounReading, bool) {
	r, ok := l.nouns[form]
	return r, ok
}

// role returns the reading of a token, in lower case, as a noun for a source.
func (l *lexicon) role(form string) (roleReading, bool) {
	r, ok := l.roles[form]
	return r, ok
}

func readNouns() map[string]nounReading {
	nouns := make(map[string]nounReading, 500)
	for line := range dataLines(nounsText) {
		lemma, rest, _ := strings.Cut(line, "\t")
		gender, rest, _ := strings.Cut(rest, "\t")
		act, rest, _ := strings.Cut(rest, "\t")
		frames, plural, _ := strings.Cut(rest, "\t")
		entry := &nounEntry{lemma, parseGender(gender), Act(act), parseFrames(frames)}
		number := conjugate.Singular
		for _, p := range plurals(lemma, entry.Gender, plural) {
			if p.text == lemma {
				number = 0
			}
			nouns[p.text] = nounReading{entry, conjugate.Plural}
		}
		nouns[lemma] = nounReading{entry, number}
	}
	return nouns
}

func readRoles() map[string]roleReading {
	roles := make(map[string]roleReading, 1200)
	for line := range dataLines(rolesText) {
		lemma, rest, _ := strings.Cut(line, "\t")
		gender, rest, _ := strings.Cut(rest, "\t")
		class, plural, _ := strings.Cut(rest, "\t")
		entry := &roleEntry{lemma, parseGender(gender), sourceClass(class)}
		number := conjugate.Singular
		for _, p := range plurals(lemma, entry.Gender, plural) {
			if p.text == lemma {
				number = 0
			}
			if _, known := roles[p.text]; !known { // a singular goes before the plural of another noun
				roles[p.text] = roleReading{entry, p.gender, conjugate.Plural}
			}
		}
		roles[lemma] = roleReading{entry, entry.Gender, number}
	}
	return roles
}

func parseGender(text string) conjugate.Gender {
	switch text {
	case "m":
		return conjugate.Masculine
	case "f":
		return conjugate.Feminine
	}
	return 0
}

// inflected is a plural form with its gender.
type inflected struct {
	text   string
	gender conjugate.Gender
}

// plurals returns the plural forms of a noun: the irregular one if it is given, else what the ending tells. A noun in -a
// for both genders has two: "giornalisti", "giornaliste".
func plurals(lemma string, gender conjugate.Gender, irregular string) []inflected {
	switch {
	case irregular != "":
		return []inflected{{irregular, gender}}
	case gender == 0 && strings.HasSuffix(lemma, "a"):
		return []inflected{{masculinePlural(lemma), conjugate.Masculine}, {femininePlural(lemma), conjugate.Feminine}}
	case gender == conjugate.Feminine && (strings.HasSuffix(lemma, "cia") || strings.HasSuffix(lemma, "gia")):
		return []inflected{{femininePlural(lemma), gender}, {lemma[:len(lemma)-1] + "e", gender}} // denunce, denuncie
	case gender == conjugate.Feminine && strings.HasSuffix(lemma, "a"):
		return []inflected{{femininePlural(lemma), gender}}
	default:
		return []inflected{{masculinePlural(lemma), gender}}
	}
}

// femininePlural is the plural of a feminine noun in -a: sindaca, sindache; denuncia, denunce; ministra, ministre.
func femininePlural(lemma string) string {
	stem := strings.TrimSuffix(lemma, "a")
	switch {
	case strings.HasSuffix(stem, "c"), strings.HasSuffix(stem, "g"):
		return stem + "he"
	case strings.HasSuffix(stem, "ci"), strings.HasSuffix(stem, "gi"):
		return strings.TrimSuffix(stem, "i") + "e"
	}
	return stem + "e"
}

// masculinePlural is the plural of any other noun: collega, colleghi; commissario, commissari; fonte, fonti; and without
// change if it ends in an accent, a consonant or -i.
func masculinePlural(lemma string) string {
	stem, found := lemma, false
	for _, vowel := range []string{"a", "o", "e"} {
		if stem, found = strings.CutSuffix(lemma, vowel); found {
			break
		}
	}
	switch {
	case !found:
		return lemma
	case strings.HasSuffix(lemma, "ca"), strings.HasSuffix(lemma, "ga"), strings.HasSuffix(lemma, "go"):
		return stem + "hi"
	case strings.HasSuffix(lemma, "io"):
		return stem
	}
	return stem + "i"
}
