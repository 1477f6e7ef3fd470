package lang

// numberEnd returns the end of the number that begins at text[i]: figures with the signs that stand between figures
// (1.782,75; 3/7/2024; 18:30; 2024-07-03), ordinal and degree signs (24°, 1º, 2^), and letters that touch it (18enne,
// 10mila, 5G, 90-enne). White space ends a number, the no-break space too: whether "10 000" is one number is for who
// reads numbers to say. Two numbers stay two: scores and ranges (2-1, 2019-2020), a law and its year (633/1941).
func numberEnd(text string, i int) int {
	i = wordRunEnd(text, i)
	if i < len(text) && isPair(text, i) {
		return i
	}
	for i < len(text) {
		n := numberJoint(text, i)
		if n == 0 {
			break
		}
		i = wordRunEnd(text, i+n)
	}
	return i + ordinalStep(text, i)
}

// isPair reports whether the hyphen or stroke at text[i], behind a number, stands between two numbers that are not one
// date or code: one hyphen between figures, or a stroke before a year of four figures.
func isPair(text string, i int) bool {
	n := hyphenStep(text, i)
	if n == 0 && text[i] == '/' {
		n = 1
	}
	if n == 0 || !isDigitAt(text, i-1) || !isDigitAt(text, i+n) {
		return false
	}
	end := wordRunEnd(text, i+n)
	if text[i] == '/' {
		return end-i-n == 4 && numberJoint(text, end) == 0
	}
	return end >= len(text) || hyphenStep(text, end) == 0
}

// numberJoint returns the length of the sign at text[i] if it joins what is before and after it to one number.
func numberJoint(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	switch text[i] {
	case '.', ',', ':':
		if isDigitAt(text, i+1) && isDigitAt(text, i-1) {
			return 1
		}
	case '\'':
		if isDigitAt(text, i-1) && isThousand(text, i+1) {
			return 1 // 1'000'000, as in Switzerland
		}
	case '/':
		if isDigitAt(text, i+1) || isShort(text[i+1:wordRunEnd(text, i+1)], 3) {
			return 1 // 12/A, 3/bis
		}
	}
	if n := hyphenStep(text, i); n > 0 && wordStep(text, i+n) > 0 {
		return n
	}
	return 0
}

// isThousand reports whether exactly three figures begin at text[i].
func isThousand(text string, i int) bool {
	return isDigitAt(text, i) && isDigitAt(text, i+1) && isDigitAt(text, i+2) && !isDigitAt(text, i+3)
}

// ordinalStep returns the length of the ordinal or degree sign at text[i]: °, º, ª, or ^ from a keyboard without them.
func ordinalStep(text string, i int) int {
	switch {
	case i >= len(text):
		return 0
	case text[i] == '^':
		return 1
	case text[i] == 0xC2 && i+1 < len(text) && (text[i+1] == 0xB0 || text[i+1] == 0xBA || text[i+1] == 0xAA):
		return 2
	}
	return 0
}

// number returns the end of the number that begins at text[i], with the apostrophe of minutes if none is open as a quotation mark.
func (s *scanner) number(i int) int {
	end := numberEnd(s.text, i)
	if s.single == noSingle && isMinuteMark(s.text, end) {
		end++
	}
	return end
}

// isMinuteMark reports whether the apostrophe at text[i] says that the number before it is in minutes: "al 90'".
func isMinuteMark(text string, i int) bool {
	return i < len(text) && text[i] == '\'' && wordStep(text, i+1) == 0 && apostropheStep(text, i+1) == 0
}
