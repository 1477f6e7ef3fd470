package lang_test

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/detto-it/detto/lang"
)

// plainReader finds tokens by the rules alone, one character at a time and without a thought of speed. It shares nothing with
// the scanner of package lang but the data files. Characters are counted from 0; a byte that is no UTF-8 is one of its own.
type plainReader struct {
	text  string
	runes []rune
	at    []int // the byte offset of each character, and of the end
	open  rune  // the single quotation mark that is open, 0 if none is
	words plainWords
}

// plainWords are the words of the data files, in small letters without the last point and without apostrophes.
type plainWords struct {
	abbreviations, shortened, beheaded, function map[string]bool
	roman                                        map[string]bool
}

func newPlainReader(text string, words plainWords) *plainReader {
	p := &plainReader{text: text, words: words}
	for i, r := range text {
		p.runes, p.at = append(p.runes, r), append(p.at, i)
	}
	p.at = append(p.at, len(text))
	return p
}

// tokens reads the whole text.
func (p *plainReader) tokens() []lang.Token {
	var tokens []lang.Token
	for i := 0; i < len(p.runes); {
		if unicode.IsSpace(p.runes[i]) {
			i = p.gap(i)
			continue
		}
		end, kind := p.token(i)
		span := lang.Span{Start: p.at[i], End: p.at[end]}
		tokens = append(tokens, lang.Token{Text: p.text[span.Start:span.End], Span: span, Kind: kind})
		i = end
	}
	return tokens
}

// gap steps over white space. Two line ends in it are a blank line, which closes the single quotation mark left open.
func (p *plainReader) gap(i int) int {
	ends := 0
	for ; i < len(p.runes) && unicode.IsSpace(p.runes[i]); i++ {
		if isOneOf(p.runes[i], "\n\v\f\r\u2028\u2029") && !(p.runes[i] == '\r' && p.is(i+1, "\n")) {
			ends++
		}
	}
	if ends > 1 {
		p.open = 0
	}
	return i
}

// token reads the token that begins at character i, which is no white space.
func (p *plainReader) token(i int) (end int, kind lang.Kind) {
	r := p.runes[i]
	switch {
	case isPlainLetter(r), unicode.IsMark(r):
		return p.word(i)
	case unicode.IsDigit(r):
		return p.number(i), lang.Number
	case isOneOf(r, "-−+") && p.isFigure(i+1) && p.is(i-1, " (["): // -5 gradi, +3%, (-2)
		return p.number(i + 1), lang.Number
	case isOneOf(r, plainApostrophes):
		return p.apostrophe(i)
	case isOneOf(r, "#@") && p.inWord(i+1): // #referendum, @governo
		return p.wordEnd(i + 1), map[rune]lang.Kind{'#': lang.Hashtag, '@': lang.Mention}[r]
	case isOneOf(r, ".-…"): // a run of one mark
		for end = i; end < len(p.runes) && p.runes[end] == r; end++ {
		}
		return end, lang.Punct
	case isOneOf(r, "?!"):
		for end = i; p.is(end, "?!"); end++ {
		}
		return end, lang.Punct
	case isOneOf(r, "<>") && p.is(i+1, string(r)): // << and >> stand for « and »
		return i + 2, lang.Punct
	case isPlainEmoji(r):
		return p.emoji(i), lang.Emoji
	case unicode.IsPunct(r) && !isOneOf(r, `#%&*/\@`):
		return i + 1, lang.Punct
	}
	return i + 1, lang.Symbol
}

// word reads a word, and what signs join to it, from character i on.
func (p *plainReader) word(i int) (int, lang.Kind) {
	end := p.wordEnd(i)
	for {
		switch {
		case p.is(end, ".@:") && p.addressEnd(i, end) > 0:
			return p.addressEnd(i, end), lang.Address
		case p.is(end, ".") && p.abbreviationEnd(i, end) > 0:
			return p.abbreviationEnd(i, end), lang.Abbreviation
		case p.is(end, plainApostrophes):
			stop, kind := p.wordWithApostrophe(i, end)
			if kind != goesOn {
				return stop, kind
			}
			end = stop
		case p.joined(i, end):
			end = p.wordEnd(end + 1)
		default:
			return end, p.wordKind(i, end)
		}
	}
}

// goesOn says that a word does not end with its apostrophe: O'Brien.
const goesOn = lang.Kind(255)

// wordWithApostrophe reads the apostrophe at end, behind the word [i, end).
func (p *plainReader) wordWithApostrophe(i, end int) (int, lang.Kind) {
	word, after := p.string(i, end), end+1
	vowel := endsInPlainVowel(word)
	switch {
	case p.is(after, "s") && !p.inWord(after+1): // King|'s
		return end, p.wordKind(i, end)
	case p.isLetter(after):
		if !strings.ContainsAny(word, plainHyphens) && (!vowel || p.words.shortened[word]) { // l'|Italia, un po'|di
			return after, lang.Elision
		}
		return p.wordEnd(after), goesOn // O'Brien, Roma-L'Aquila
	case p.isFigure(after) && vowel: // anni|'90
		return end, p.wordKind(i, end)
	case p.isFigure(after): // l'|8 marzo
		return after, lang.Elision
	case p.closes(end) && !p.words.shortened[word]: // 'Mani pulite|'
		return end, p.wordKind(i, end)
	case p.is(after, plainApostrophes): // ''così|''
		return end, p.wordKind(i, end)
	case !vowel && p.is(after, " "): // dell' arte
		return after, lang.Elision
	}
	return after, lang.Word // po', citta'
}

// apostrophe reads an apostrophe that no word stands before.
func (p *plainReader) apostrophe(i int) (int, lang.Kind) {
	end := p.wordEnd(i + 1)
	rest := p.string(i+1, end)
	switch {
	case p.is(i, "'") && p.is(i+1, "'"):
		return i + 2, lang.Punct
	case len(rest) == 2 && p.isFigure(i+1) && p.isFigure(i+2): // '68
		return end, lang.Number
	case p.words.beheaded[rest] && !p.is(end, plainApostrophes): // 'ndrangheta
		return end, lang.Word
	case rest == "s" && !p.is(i-1, " "): // King|'s
		return end, lang.Word
	case p.closes(i) && (!p.is(i-1, " ") || p.is(i+1, " ")):
		p.open = 0
	case !p.is(i+1, " "):
		p.open = p.runes[i]
	}
	return i + 1, lang.Punct
}

// closes reports whether the apostrophe at character i closes the open single quotation mark: a straight one is closed by its
// like, a curly one by any.
func (p *plainReader) closes(i int) bool { return p.open != 0 && (p.open != '\'' || p.is(i, "'")) }

// joined reports whether the sign at end joins the word [i, end) and the one behind it to one token.
func (p *plainReader) joined(i, end int) bool {
	stop := p.wordEnd(end + 1)
	left, right := p.string(i, end), p.string(end+1, stop)
	switch {
	case right == "":
		return false
	case p.is(end, plainHyphens): // Kassym-Jomart
		switch left {
		case "pre", "post", "Pre", "Post": // post|-|voto
			return false
		case "ex", "Ex", "anti", "Anti", "filo", "pro", "neo", "non": // ex|-|Birmania
			return !unicode.IsUpper(p.runes[end+1])
		}
		return !(isPlainAcronym(left) && isPlainAcronym(right)) // USA|-|URSS
	case p.is(end, "/"): // km/h, né/né
		return letterCount(left) <= 2 || letterCount(right) <= 2
	case p.is(end, "&"): // AT&T
		return unicode.IsUpper(lastPlainLetter(left)) && unicode.IsUpper(p.runes[end+1])
	}
	return false
}

// number reads a number from its first figure on.
func (p *plainReader) number(i int) int {
	end := p.wordEnd(i)
	if !p.pair(end) {
		for p.joinsNumber(end) {
			end = p.wordEnd(end + 1)
		}
		if p.is(end, "°ºª^") {
			end++
		}
	}
	if p.open == 0 && p.is(end, "'") && !p.inWord(end+1) && !p.is(end+1, plainApostrophes) { // al 90'
		end++
	}
	return end
}

// pair reports whether the sign at character i stands between two numbers: 2|-|1, 633|/|1941.
func (p *plainReader) pair(i int) bool {
	stop := p.wordEnd(i + 1)
	switch {
	case !p.isFigure(i-1) || !p.isFigure(i+1):
		return false
	case p.is(i, "/"):
		return p.at[stop]-p.at[i+1] == 4 && !p.joinsNumber(stop)
	}
	return p.is(i, plainHyphens) && !p.is(stop, plainHyphens)
}

// joinsNumber reports whether the sign at character i goes on a number.
func (p *plainReader) joinsNumber(i int) bool {
	stop := p.wordEnd(i + 1)
	between := p.isFigure(i-1) && p.isFigure(i+1)
	switch {
	case p.is(i, ".,:"):
		return between
	case p.is(i, "'"): // 1'000'000
		return between && p.isFigure(i+2) && p.isFigure(i+3) && !p.isFigure(i+4)
	case p.is(i, "/"): // 3/7/2024, 12/bis
		return p.isFigure(i+1) || stop > i+1 && letterCount(p.string(i+1, stop)) <= 3
	}
	return p.is(i, plainHyphens) && stop > i+1 // 2024-07-03, 90-enne
}

// emoji reads an emoji with its modifiers; two regional indicators make a flag.
func (p *plainReader) emoji(i int) int {
	isRegional := func(i int) bool { return i < len(p.runes) && p.runes[i] >= 0x1F1E6 && p.runes[i] <= 0x1F1FF }
	if isRegional(i) && isRegional(i+1) {
		return i + 2
	}
	for i++; i < len(p.runes); i++ {
		r := p.runes[i]
		switch {
		case r == 0xFE0F, r == 0x20E3, r >= 0x1F3FB && r <= 0x1F3FF, r >= 0xE0020 && r <= 0xE007F:
		case r == 0x200D:
			if i+1 < len(p.runes) && (isPlainEmoji(p.runes[i+1]) || p.is(i+1, "♂♀")) {
				i++
			}
		default:
			return i
		}
	}
	return i
}

// wordKind is Number for a Roman numeral, Word for all others.
func (p *plainReader) wordKind(i, end int) lang.Kind {
	if p.words.roman[p.string(i, end)] {
		return lang.Number
	}
	return lang.Word
}

// wordEnd returns the end of the letters, figures and other characters of words that stand from character i on.
func (p *plainReader) wordEnd(i int) int {
	for p.inWord(i) {
		i++
	}
	return min(i, len(p.runes))
}

func (p *plainReader) string(i, end int) string {
	return p.text[p.at[min(i, len(p.runes))]:p.at[min(end, len(p.runes))]]
}

// is reports whether character i is one of some. A blank among them stands for all white space and for the ends of the text.
func (p *plainReader) is(i int, some string) bool {
	if i < 0 || i >= len(p.runes) || unicode.IsSpace(p.runes[i]) {
		return isOneOf(' ', some) || i >= 0 && i < len(p.runes) && isOneOf(p.runes[i], some)
	}
	return isOneOf(p.runes[i], some)
}

func (p *plainReader) isFigure(i int) bool { return p.is(i, "0123456789") }

func (p *plainReader) isLetter(i int) bool { return i < len(p.runes) && isPlainLetter(p.runes[i]) }

func (p *plainReader) inWord(i int) bool { return i < len(p.runes) && isInPlainWord(p.runes[i]) }

const (
	plainApostrophes = "'’ʼ´‘"
	plainHyphens     = "-\u2010\u2011"
)

func isOneOf(r rune, some string) bool { return slices.Contains([]rune(some), r) }

// isPlainLetter counts the underscore as a letter, and a byte that is no UTF-8; modifier letters and ordinal signs are none.
func isPlainLetter(r rune) bool {
	return r == '_' || r == utf8.RuneError || unicode.IsLetter(r) && !(r >= 0x2B0 && r <= 0x2FF) && !isOneOf(r, "ªº")
}

func isInPlainWord(r rune) bool {
	invisible := r == 0xAD || r >= 0x200B && r <= 0x200F || r >= 0x2060 && r <= 0x2064 || r == 0xFEFF
	return isPlainLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || invisible
}

func isPlainEmoji(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF || r >= 0x2B1B && r <= 0x2B55 ||
		r >= 0x23E9 && r <= 0x23F3 || r == 0x231A || r == 0x231B
}

func isPlainAcronym(word string) bool {
	return len(word) > 1 && strings.Trim(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func endsInPlainVowel(word string) bool {
	return isOneOf(unicode.ToLower(lastPlainLetter(word)), "aeiouàáèéìíòóùú")
}

// withoutMarks returns the characters of a word without the combining accents.
func withoutMarks(word string) []rune {
	return slices.DeleteFunc([]rune(word), unicode.IsMark)
}

func lastPlainLetter(word string) rune {
	letters := withoutMarks(word)
	if len(letters) == 0 {
		return 0
	}
	return letters[len(letters)-1]
}

func letterCount(word string) int { return len(withoutMarks(word)) }
