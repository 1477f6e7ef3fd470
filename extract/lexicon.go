package extract

import (
	"embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/words.txt data/numerals.txt data/holidays.txt data/units.txt data/currencies.txt
var grammarData embed.FS

// class is a set of the grammatical roles that a word can play in an expression. "secondo" is an ordinal and a span
// of time; "marzo" is a month only.
type class uint64

// The roles. The names are those of the lines of data/words.txt.
const (
	classAge         class = 1 << iota // "anni", that people are old
	classApproximate                   // "circa", "oltre": Entity.Mod of a number
	classArticle                       // articles, prepositions with an article, determiners
	classBefore                        // "entro", "prima di": Entity.Mod of a date
	classClock                         // "alle", "ore": an hour may follow
	classCollective                    // "dozzina", "paio": counts when counted
	classCompass                       // "in punto": belongs to a clock time and says nothing
	classDay                           // "ieri": days from now
	classEdge                          // "inizio", "metà", "fine" of a stretch of time
	classEvery                         // "ogni": a set of times
	classFrequency                     // "settimanalmente", "al giorno"
	classFunction                      // conjunctions, pronouns, auxiliaries: nothing that a number counts
	classHalf                          // "mezzo"
	classHour                          // "mezzogiorno"
	classMonth
	classMultiplier // "mila", "milioni"
	classNext       // "prossimo"
	classNot        // "art.", "legge": the number after it names, and counts nothing
	classNow        // "adesso"
	classNumeral
	classOrdinal
	classPart // parts of the day
	classPast // "scorso"
	classPercent
	classPerson // nouns of people, who have an age
	classPreposition
	classReference // "recentemente": PAST_REF, FUTURE_REF
	classSeason
	classSpan  // spans of time: "giorno", "secolo"
	classThis  // "questo"
	classToday // "stasera": a part of a day near now
	classVague // "alcuni": counts without a number
	classWeekday
	classWhole // "tutto": of a span of time
	classZone
	classUnit
	classCurrency
	classHoliday
)

var classNames = map[string]class{
	"age": classAge, "approximate": classApproximate, "article": classArticle, "before": classBefore,
	"clock": classClock, "collective": classCollective, "compass": classCompass, "day": classDay, "edge": classEdge,
	"every": classEvery, "frequency": classFrequency, "function": classFunction, "half": classHalf, "hour": classHour, "month": classMonth,
	"multiplier": classMultiplier, "next": classNext, "not": classNot, "now": classNow, "numeral": classNumeral,
	"ordinal": classOrdinal, "part": classPart, "past": classPast, "percent": classPercent, "person": classPerson,
	"preposition": classPreposition, "reference": classReference, "season": classSeason, "span": classSpan,
	"this": classThis, "today": classToday, "vague": classVague, "weekday": classWeekday, "whole": classWhole, "zone": classZone,
}

// word is what the lexicon knows of a form. Each group of roles that can meet in one form has a field of its own.
type word struct {
	is       class
	number   int64  // numeral, multiplier, collective or ordinal value
	calendar int    // month, weekday, days from now; 1, 2 for the two kinds of article and of clock
	text     string // season, part of day, edge, zone, reference, modifier, frequency, as in TIMEX3
	span     byte   // the letter of a span of time
	unit     string // UCUM code
	money    string // ISO 4217 code
	percent  string // what one is in percent, or "pp" for percentage points
	date     string // date of a holiday
	counted  bool   // a unit only after a real number, since it is a common noun too ("un peso")
	longer   bool   // some longer form begins with this one
}

// lexicon is the decoded data, shared and never changed.
type lexicon struct {
	words map[string]*word
	begin [4096]bool      // whether a form begins with the letters of this number, see beginning
	parts [256][]morpheme // of numerals, by first byte, longest first
}

// readLexicon decodes the data files, once.
var readLexicon = sync.OnceValue(func() *lexicon {
	lex := &lexicon{words: make(map[string]*word, 4096)}
	eachLine("data/words.txt", func(head, form string) {
		name, value, _ := strings.Cut(head, " ")
		lex.add(form).set(classNames[name], value)
	})
	eachLine("data/units.txt", func(code, form string) {
		w := lex.add(form)
		w.is, w.unit = w.is|classUnit, code
	})
	eachLine("data/currencies.txt", func(code, form string) {
		iso, _, _ := strings.Cut(code, "/")
		for _, f := range []string{form, iso, strings.ToLower(iso)} {
			if f != form && (lex.words[f] != nil && lex.words[f].is != 0) {
				continue
			}
			w := lex.add(f)
			w.is = w.is | classCurrency
			if f != form {
				w.money = iso
			} else {
				w.money = code
			}
		}
	})
	eachLine("data/holidays.txt", func(date, form string) {
		w := lex.add(form)
		w.is, w.date = w.is|classHoliday, date
	})
	lex.readNumerals()
	return lex
})

// eachLine calls found with the head and every form of every line of a data file.
func eachLine(file string, found func(head, form string)) {
	data, _ := grammarData.ReadFile(file)
	for line := range strings.Lines(string(data)) {
		head, forms, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || head[0] == '#' {
			continue
		}
		for form := range strings.SplitSeq(forms, "|") {
			found(head, strings.TrimSpace(form))
		}
	}
}

// add returns the entry of a form, made if need be, and marks every shorter form that it begins with.
func (lex *lexicon) add(form string) *word {
	form, counted := strings.CutPrefix(form, "~")
	for i, r := range form {
		if i > 0 && !unicode.IsLetter(r) || i > 0 && !isLetterBefore(form, i) {
			lex.entry(strings.TrimSpace(form[:i])).longer = true
		}
	}
	w := lex.entry(form)
	w.counted = w.counted || counted
	return w
}

func isLetterBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return unicode.IsLetter(r)
}

func (lex *lexicon) entry(form string) *word {
	w := lex.words[form]
	if w == nil {
		w = new(word)
		lex.words[form] = w
		lex.begin[beginning(form)] = true
	}
	return w
}

// set adds a role and its value.
func (w *word) set(role class, value string) {
	w.is |= role
	n, _ := strconv.ParseInt(value, 10, 64)
	switch role {
	case classNumeral, classMultiplier, classCollective, classOrdinal:
		w.number = n
	case classHour, classMonth, classWeekday, classDay, classArticle, classClock:
		w.calendar = int(n)
	case classSpan:
		w.span = value[0]
	case classPercent:
		w.percent = value
	default:
		if value != "0" {
			w.text = value
		}
	}
}

// beginning numbers the first three letters of a form, whatever their case; what is no plain letter ends them. It lets most
// words of a text be told from those of the lexicon without looking them up.
func beginning(form string) (number uint) {
	for i := 0; i < len(form) && i < 3; i++ {
		letter := form[i] | 0x20
		if letter < 'a' || letter > 'z' {
			return (number*31 + 1) % 4096
		}
		number = number*31 + uint(letter)
	}
	return number % 4096
}

// find looks a form up as it is written, then in lower case with the straight apostrophe.
func (lex *lexicon) find(form string) *word {
	if !lex.begin[beginning(form)] {
		return nil
	}
	if w := lex.words[form]; w != nil {
		return w
	}
	var buffer [64]byte
	folded := fold(buffer[:0], form)
	if folded == nil {
		return nil
	}
	return lex.words[string(folded)]
}

// fold appends the lower-case form of s to buffer, or returns nil if s is that already or too long for any entry.
func fold(buffer []byte, s string) []byte {
	if len(s) > cap(buffer) {
		return nil
	}
	changed := false
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c, changed = c+'a'-'A', true
			}
			buffer = append(buffer, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		lower := unicode.ToLower(r)
		if r == '’' || r == 'ʼ' {
			lower = '\''
		}
		changed = changed || lower != r
		if len(buffer)+utf8.RuneLen(lower) > cap(buffer) {
			return nil
		}
		buffer = utf8.AppendRune(buffer, lower)
		i += size
	}
	if !changed {
		return nil
	}
	return buffer
}
