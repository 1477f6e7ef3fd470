package lang_test

import (
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
)

// addressEnd returns the end of the address that begins with the word [i, end), 0 if there is none. A point, a colon or
// an @ stands at end. No name of a domain or of a person's mailbox is looked at beyond 256 bytes.
func (p *plainReader) addressEnd(i, end int) int {
	if strings.HasPrefix(p.text[p.at[end]:], "://") {
		return p.urlEnd(end + 3)
	}
	if p.is(end, ":") || p.is(end, ".") && !p.inWord(end+1) {
		return 0
	}
	limit := p.at[i] + 256
	name := p.nameEnd(end, limit)
	if p.is(name, "@") && p.at[name] < limit { // nome.cognome@esempio.it
		domain := p.nameEnd(name+1, limit)
		before, label, _ := cutLast(p.string(name+1, domain))
		if before == "" || label == "" {
			return 0
		}
		return domain
	}
	_, label, found := cutLast(p.string(end, name))
	if !(found && plainTopDomains[strings.ToLower(label)]) && strings.ToLower(p.string(i, end)) != "www" {
		return 0
	}
	if p.is(name, "/?") {
		return p.urlEnd(name)
	}
	return name
}

// cutLast cuts a name before and after its last point.
func cutLast(name string) (before, after string, found bool) {
	dot := strings.LastIndex(name, ".")
	if dot < 0 {
		return "", "", false
	}
	return name[:dot], name[dot+1:], true
}

// plainTopDomains are those under which Italian articles write domains without "www".
var plainTopDomains = map[string]bool{"it": true, "com": true, "org": true, "net": true, "eu": true, "gov": true, "edu": true, "info": true,
	"int": true, "tv": true, "io": true, "ch": true, "fr": true, "de": true, "uk": true, "us": true, "es": true, "va": true, "sm": true,
	"ru": true, "cn": true, "biz": true}

// nameEnd returns the end of the letters and figures, and the points and hyphens before them, from character i on.
func (p *plainReader) nameEnd(i, limit int) int {
	inName := func(i int) bool { return p.inWord(i) && p.at[i] < limit }
	for inName(i) || i < len(p.runes) && p.at[i] < limit && p.is(i, ".-") && inName(i+1) {
		i++
	}
	return i
}

// urlEnd returns the end of the URL whose host or path begins at character i: up to white space, a quotation mark, or a bracket
// that closes one before the URL, and without the punctuation of the sentence.
func (p *plainReader) urlEnd(i int) int {
	end, depth := i, 0
	for ; !p.is(end, " <>\"«»“”"); end++ {
		if p.is(end, "(") {
			depth++
		}
		if p.is(end, ")") {
			if depth--; depth < 0 {
				break
			}
		}
	}
	for end > i && p.is(end-1, ".,;:!?'*]") {
		end--
	}
	return end
}

// abbreviationEnd returns the end of the abbreviation that begins with the word [i, end), behind which stands a point, 0 if the
// point ends a sentence.
func (p *plainReader) abbreviationEnd(i, end int) int {
	points := 0
	for p.is(end+points, ".") {
		points++
	}
	if points > 2 || points == 2 && !unicode.IsUpper(p.runes[i]) { // e..., but: il teste M..
		return 0
	}
	if p.isLetter(end + 1) {
		if stop := p.dottedEnd(i); stop > end {
			return stop
		}
	}
	word := p.string(i, end)
	switch {
	case letterCount(word) == 1:
		if isPlainInitial(norm.NFC.String(word)) && !(unicode.IsUpper(p.runes[i]) && p.isLowerLetter(end+1)) {
			return end + 1
		}
	case p.words.abbreviations[lowerASCII(word)]:
		if !isPlainAcronym(word) || p.goesOnInCapitals(end+1) { // il TAV|. Poi, but: ART. 3
			return end + 1
		}
		return 0
	case p.isCutShort(i, end):
		return end + 1
	}
	return 0
}

// isPlainInitial reports whether a letter before a point is an initial (J. D. Vance) or short for a word (n. 12).
func isPlainInitial(letter string) bool {
	if len(letter) == 1 {
		return isOneOf(rune(letter[0]), "ABCDEFGHIJKLMNOPQRSTUVWXYZbcdfghjklmnpqrstvwxyz")
	}
	first, size := utf8.DecodeRuneInString(letter)
	return unicode.IsUpper(first) && (size < len(letter) || !endsInPlainVowel(letter)) // È is a word, but not with other marks
}

// dottedEnd returns the end of the dotted abbreviation at i, 0 if there is none: dott.ssa, S.p.A., n.d.r., d.lgs.
func (p *plainReader) dottedEnd(i int) int {
	isASCIILetter := func(i int) bool { return p.isLetter(i) && p.runes[i] < utf8.RuneSelf }
	end := i
	for end < i+32 && (isASCIILetter(end) || p.is(end, ".") && !p.is(end-1, ".")) {
		end++
	}
	for end > i && p.inWord(end) && !p.is(end-1, ".") { // the last part goes on in other characters
		end--
	}
	run := p.string(i, end)
	if p.words.abbreviations[lowerASCII(strings.TrimSuffix(run, "."))] {
		return end
	}
	letters := 0
	for 2*letters+1 < len(run) && run[2*letters+1] == '.' {
		letters++
	}
	rest := run[min(2*letters, len(run)):]
	switch {
	case letters == 0, letters == 1 && rest == "":
		return 0
	case len(rest) <= 1, len(rest) <= 5 && strings.HasSuffix(rest, "."):
		return end
	case letters > 1: // P.P.|Pasolini
		return i + 2*letters
	}
	return 0
}

// goesOnInCapitals reports whether a blank and then a figure or a word in capitals stand at character i.
func (p *plainReader) goesOnInCapitals(i int) bool {
	letters := withoutMarks(p.string(i+1, p.wordEnd(i+1)))
	inCapitals := len(letters) > 1 && unicode.IsUpper(p.runes[i+1]) && unicode.IsUpper(letters[1])
	return i < len(p.runes) && p.runes[i] == ' ' && (p.isFigure(i+1) || inCapitals)
}

// isCutShort reports whether a word of up to six letters was cut short, though no list has it: it ends in a consonant and the
// sentence goes on behind the point (distr. da), or a comma follows, which never follows a full stop.
func (p *plainReader) isCutShort(i, end int) bool {
	word := p.string(i, end)
	last := p.runes[end-1]
	switch {
	case letterCount(word) > 6 || !p.isLowerLetter(i):
		return false
	case p.is(end+1, ",;"):
		return true
	case end+1 >= len(p.runes) || p.runes[end+1] != ' ' || !p.isLowerLetter(end+2) && !p.isFigure(end+2):
		return false
	}
	return last >= 'a' && last <= 'z' && !isOneOf(last, "aeiou") && !p.words.function[strings.ToLower(norm.NFC.String(word))]
}

func (p *plainReader) isLowerLetter(i int) bool {
	return p.isLetter(i) && !unicode.IsUpper(p.runes[i]) && p.runes[i] != '_'
}

func lowerASCII(word string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}, word)
}

// readPlainWords reads the data files anew.
func readPlainWords(t testing.TB) plainWords {
	w := plainWords{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, line := range plainLines(t, "abbreviations.txt") {
		w.abbreviations[strings.Fields(line)[0]] = true
	}
	for _, line := range plainLines(t, "apostrophes.txt") {
		set := w.shortened
		if line[0] == '\'' {
			set = w.beheaded
		}
		word := strings.Trim(line, "'")
		set[word], set[strings.ToUpper(word)], set[strings.ToUpper(word[:1])+word[1:]] = true, true, true
	}
	for _, line := range plainLines(t, "function-words.txt") {
		if word, languages, _ := strings.Cut(line, "\t"); strings.Contains(languages, "it") {
			w.function[word] = true
		}
	}
	for _, thousands := range strings.Split(",M,MM,MMM,MMMM", ",") {
		for _, hundreds := range strings.Split(",C,CC,CCC,CD,D,DC,DCC,DCCC,CM", ",") {
			for _, tens := range strings.Split(",X,XX,XXX,XL,L,LX,LXX,LXXX,XC", ",") {
				for _, ones := range strings.Split(",I,II,III,IV,V,VI,VII,VIII,IX", ",") {
					if word := thousands + hundreds + tens + ones; len(word) > 1 && word != "MIX" {
						w.roman[word] = strings.ContainsAny(word, "IVX") // CD, DC and their like are pairs of initials
					}
				}
			}
		}
	}
	return w
}

// plainLines returns the lines of a data file that are no comments.
func plainLines(t testing.TB, name string) []string {
	data, err := os.ReadFile("data/" + name)
	require.NoError(t, err)
	var lines []string
	for _, line := range strings.Split(string(data), "\n") {
		if line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}
