package extract

import (
	"unicode"
	"unicode/utf8"
)

// grammatical reports whether piece i is a short grammatical word, which a numeral cannot count.
func (p *parser) grammatical(i int) bool {
	return p.at(i).kind == pieceWord && p.at(i).word.is&(classArticle|classPreposition|classFunction) != 0
}

func capitalised(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// unknownName reports a word with a capital that the lexicon doesn't hold, as names are: "Rossi" in "Rossi di 42 anni".
func (p *parser) unknownName(i int) bool {
	pc := p.at(i)
	return pc.kind == pieceWord && pc.word == noWord && capitalised(pc.text)
}

// reference skips figures that name something and count nothing: versions, telephone numbers, articles of law, scores,
// codes. It returns the piece after them.
func (p *parser) reference(i int) (int, bool) {
	if p.at(i).kind != pieceDigits {
		return i, false
	}
	next := p.run(i)
	switch {
	case p.named(i), p.telephone(i), p.dottedRun(i, next):
		return next, true
	case p.codeAfter(next):
		return next + 1, true
	case i > 0 && p.at(i).glued && p.codeBefore(i-1):
		return next, true
	}
	return i, false
}

// codeAfter reports letters that make the figures before them a code: "4x4", "747B". "5km", "10mila" and "42enne" count.
func (p *parser) codeAfter(i int) bool {
	if !p.at(i).glued || p.at(i).kind != pieceWord {
		return false
	}
	return !p.is(i, classUnit|classMultiplier|classAge|classCurrency|classSpan|classClock) && !p.knownSuffix(i)
}

func (p *parser) knownSuffix(i int) bool {
	switch p.at(i).text {
	case "k", "K", "e", "E", "esimo", "esima", "mo", "ma", "T", "enne", "enni", "am", "pm", "AM", "PM", "a", "p", "Z":
		return true
	}
	return false
}

// longestRun is the number of pieces beyond which a run of figures is cut, so that reading it stays linear.
const longestRun = 64

// run returns the end of digits and the marks close between them.
func (p *parser) run(i int) int {
	limit := i + longestRun
	for i++; p.at(i).glued && i < limit; i++ {
		if p.at(i).kind == pieceDigits {
			continue
		}
		if p.at(i).kind != pieceMark || !p.at(i+1).glued || p.at(i+1).kind != pieceDigits {
			break
		}
	}
	return i
}

// named reports a word before the figures that takes them as a name: "art. 3", "legge 104/92", "n. 7".
func (p *parser) named(i int) bool {
	for back := 1; back <= 2; back++ {
		if w := p.at(i - back).word; w.is&classNot != 0 {
			return back == 1 || p.at(i-1).text == "." || p.at(i-1).text == ":" || p.at(i-1).text == "°"
		}
	}
	return false
}

// telephone reports "+39 …", and figures with a zero first that go on after a blank or dash: "06 4567 890".
func (p *parser) telephone(i int) bool {
	first := p.at(i).text
	if p.at(i-1).text == "+" && p.at(i).glued && len(first) == 2 && p.at(i+1).kind == pieceDigits {
		return true
	}
	before, after := p.at(i-1), p.at(i+1)
	if before.kind == pieceDigits && !p.at(i).glued && len(before.text) <= 4 && zeroFirst(before.text) {
		return true // what follows the code in "06 4567"
	}
	if !zeroFirst(first) {
		return false
	}
	switch {
	case len(first) > 5: // "0645678"
		return true
	case len(first) < 5 && after.kind == pieceDigits && len(after.text) > 2: // "06 4567"
		return true
	}
	return (p.glued(i+1, "/") || p.glued(i+1, "-")) && len(p.at(i+2).text) > 4 // "06/45678"
}

func zeroFirst(figures string) bool { return len(figures) > 1 && figures[0] == '0' }

// dottedRun reports figures with three or more parts that are neither a number nor a date: "10.15.7".
func (p *parser) dottedRun(i, next int) bool {
	if next-i < 5 || p.at(i+1).text != "." || p.at(i+3).text != "." {
		return false
	}
	if _, ok := p.figures(i); ok {
		return false
	}
	_, _, isDate := p.numericDate(i)
	return !isDate
}

// codeBefore reports a letter or hyphen that ties the figures to a code: "COVID-19", "F-35", "G/7".
func (p *parser) codeBefore(i int) bool {
	pc := p.at(i)
	if pc.kind == pieceWord {
		return !p.is(i, classCurrency|classClock) && pc.text[len(pc.text)-1] != '\'' && !hasTypographicApostrophe(pc.text)
	}
	switch pc.text {
	case "#", "@": // "#2024", "@90"
		return true
	case "-", "/", "_":
		return pc.glued && p.at(i-1).kind == pieceWord && capitalised(p.at(i-1).text)
	}
	return false
}

func hasTypographicApostrophe(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == '’'
}
