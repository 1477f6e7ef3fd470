package lang

// readDash reads the dash that is token i. In a paragraph that begins with a dash, dashes open and close speech in turn:
// — Vieni — disse Marco. — Ti aspetto.
func (f *quotedFinder) readDash(i int) {
	switch {
	case i == f.paragraphStart:
		if f.beginsSpeech(i) {
			f.dashes = true
			f.push(i, dashFamily)
		}
	case !f.dashes || f.tokens[i].Text != f.tokens[f.paragraphStart].Text || f.quotationInside():
	case f.count[dashFamily] == 0:
		f.push(i, dashFamily)
	default:
		f.closeSpeech(i)
	}
}

// beginsSpeech reports whether speech may begin behind the dash that is token i. List items begin with a dash as well,
// and most often with a small letter.
func (f *quotedFinder) beginsSpeech(i int) bool {
	return i+1 < len(f.tokens) && !isLowerAt(f.text, f.tokens[i+1].Start)
}

// quotationInside reports whether a quotation is open inside the speech or narration of this paragraph.
func (f *quotedFinder) quotationInside() bool {
	n := len(f.open)
	return n > 0 && f.open[n-1].family != dashFamily && f.open[n-1].paragraph == f.paragraph
}

// closeSpeech ends the speech that is open with the dash that is token i, and gives up the quotations left open in it.
func (f *quotedFinder) closeSpeech(i int) {
	f.giveUp(f.topOf(dashFamily)+1, i)
	f.set(f.pop(), i, true)
}

// endDialogue ends the speech that is open at the end of its paragraph, before token i. A paragraph that only begins
// with a dash and does not end as a sentence does is a list item, and nothing is quoted in it.
func (f *quotedFinder) endDialogue(i int) {
	f.giveUp(f.topOf(dashFamily)+1, i)
	opener := f.pop()
	if opener.token != f.paragraphStart || endsSentence(f.tokens[i-1].Text) {
		f.set(opener, i, false)
	}
}

// endsSentence reports whether the token ends a sentence: a full stop, a question, an ellipsis, a closing mark.
func endsSentence(text string) bool {
	switch text[0] {
	case '.', '?', '!', '"':
		return true
	}
	return text == "…" || text == "»" || text == "”" || text == "’" || text == ">>"
}
