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
		act, frames, _ := strings.Cut(rest, "\t")
		entry := &nounEntry{lemma, parseGender(gender), Act(act), parseFrames(frames)}
		for _, p := range plurals(lemma, entry.Gender) {
			nouns[p.text] = nounReading{entry, conjugate.Plural}
		}
		number := conjugate.Singular
		if r, same := nouns[lemma]; same && r.nounEntry == entry {
			number = 0
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
		forms := plurals(lemma, entry.Gender)
		if plural != "" {
			forms = []inflected{{plural, entry.Gender}}
		}
		for _, p := range forms {
			if _, known := roles[p.text]; !known { // "ministre" is of "ministra", but a singular goes first
				roles[p.text] = roleReading{entry, p.gender, conjugate.Plural}
			}
		}
		number := conjugate.Singular
		if r, same := roles[lemma]; same && r.roleEntry == entry {
			number = 0
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

// plurals returns the plural forms of a noun by its ending; a noun for both genders in -ista, -a or -e may have two:
// "giornalisti", "giornaliste".
func plurals(lemma string, gender conjugate.Gender) []inflected {
	stem := lemma[:max(0, len(lemma)-1)]
	if gender == 0 && strings.HasSuffix(lemma, "a") {
		return append(plurals(lemma, conjugate.Masculine), plurals(lemma, conjugate.Feminine)...)
	}
	switch feminine := gender == conjugate.Feminine; {
	case strings.HasSuffix(lemma, "ca") && feminine, strings.HasSuffix(lemma, "ga") && feminine:
		return []inflected{{stem + "he", gender}}
	case strings.HasSuffix(lemma, "cia"), strings.HasSuffix(lemma, "gia"):
		return []inflected{{stem + "e", gender}, {stem[:len(stem)-1] + "e", gender}}
	case strings.HasSuffix(lemma, "a") && feminine:
		return []inflected{{stem + "e", gender}}
	case strings.HasSuffix(lemma, "ca"), strings.HasSuffix(lemma, "ga"), strings.HasSuffix(lemma, "go"):
		return []inflected{{stem + "hi", gender}}
	case strings.HasSuffix(lemma, "io"):
		return []inflected{{stem, gender}}
	case strings.HasSuffix(lemma, "a"), strings.HasSuffix(lemma, "o"), strings.HasSuffix(lemma, "e"):
		return []inflected{{stem + "i", gender}}
	default: // "verità", "leader", "crisi"
		return []inflected{{lemma, gender}}
	}
}
