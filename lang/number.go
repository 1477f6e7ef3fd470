package lang

// numberEnd returns the end of the number that begins at text[i]: figures with the signs that stand between figures
// (1.782,75; 3/7/2024; 18:30; 31-32; 1914–1918), ordinal and degree signs (24°, 1º, 2^), and letters that touch it
// (18enne, 10mila, 5G, 4x4). White space ends a number, the no-break space too: whether "10 000" is one number is
// for who reads numbers to say.
func numberEnd(text string, i int) int {
	i = wordRunEnd(text, i)
	for i < len(text) {
		n := numberJoint(text, i)
		if n == 0 {
			break
		}
		i = wordRunEnd(text, i+n)
	}
	return i + ordinalStep(text, i)
}

// numberJoint returns the length of the sign at text[i] if it joins what is before and after it to one number.
func numberJoint(text string, i int) int {
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
		if isDigitAt(text, i+1) || wordStep(text, i+1) > 0 && wordRunEnd(text, i+1)-i <= 4 {
			return 1 // 12/A, 3/bis
		}
	case 0xE2:
		if i+3 < len(text) && text[i+1] == 0x80 && text[i+2] == 0x93 && isDigitAt(text, i+3) {
			return 3 // the en dash of 1914–1918
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

// isMinuteMark reports whether the apostrophe at text[i] says that the number before it is in minutes: "al 90'".
func isMinuteMark(text string, i int) bool {
	return i < len(text) && text[i] == '\'' && wordStep(text, i+1) == 0 && apostropheStep(text, i+1) == 0
}
