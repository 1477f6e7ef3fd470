package lang

// readDash reads the dash that is token i; begins says whether it is the first token of a sentence. In a paragraph or
// from a sentence on that begins with a dash, dashes open and close speech in turn: — Vieni — disse Marco. — Ti aspetto.
func (f *quotedFinder) readDash(i int, begins bool) {
	switch {
	case f.quotationInside():
	case f.firstDash < 0:
		if begins && f.beginsSpeech(i) {
			f.firstDash = i
			f.push(i, dashFamily)
		}
	case f.tokens[i].Text != f.tokens[f.firstDash].Text:
	case f.count[dashFamily] == 0:
		f.push(i, dashFamily)
	default:
		f.giveUp(f.topOf(dashFamily)+1, i)
		f.set(f.pop(), i, true)
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

// endReply ends, before the sentence that begins with token i, the speech that goes on behind its narration in a
// paragraph that is not all dialogue: — Vengo — disse lei —, ma non subito. Poi chiuse la porta.
func (f *quotedFinder) endReply(i int) {
	if f.count[dashFamily] == 0 || f.firstDash == f.paragraphStart || f.quotationInside() {
		return
	}
	if opener := f.open[f.topOf(dashFamily)].token; opener != f.firstDash && f.hasWords(opener, i) {
		f.endSpeech(i)
	}
}

// hasWords reports whether a word stands between tokens i and end.
func (f *quotedFinder) hasWords(i, end int) bool {
	for ; i < end; i++ {
		if f.tokens[i].Kind != Punct {
			return true
		}
	}
	return false
}

// endSpeech ends the speech that is open before token i, where no dash closes it.
func (f *quotedFinder) endSpeech(i int) {
	f.giveUp(f.topOf(dashFamily)+1, i)
	f.set(f.pop(), i, false)
}

// endDialogue ends the speech that is open at the end of its paragraph, before token i. Nothing is quoted in a paragraph
// that only begins with a dash and does not end as a sentence does: it is a list item. Nor is it behind a dash alone
// inside a paragraph.
func (f *quotedFinder) endDialogue(i int) {
	alone := f.open[f.topOf(dashFamily)].token == f.firstDash
	if !alone || f.firstDash == f.paragraphStart && endsSentence(f.tokens[i-1].Text) {
		f.endSpeech(i)
		return
	}
	f.giveUp(f.topOf(dashFamily)+1, i)
	f.pop()
}

// isPause reports whether the token is a mark between narration and the speech that goes on.
func isPause(text string) bool { return text == "," || text == "." || text == ";" || text == ":" }

// endsSentence reports whether the token ends a sentence: a full stop, a question, an ellipsis, a closing mark.
func endsSentence(text string) bool {
	switch text[0] {
	case '.', '?', '!', '"':
		return true
	}
	return text == "…" || text == "»" || text == "”" || text == "’" || text == ">>"
}
