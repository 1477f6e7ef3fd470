package lang

import "strings"

// enclosure is an outermost quotation or bracket. Full stops inside it end no sentence if the sentence around it goes
// on behind the closing mark: «Basta. Andiamo via», ha detto.
type enclosure struct {
	opener string // the opening mark, "" if none is open
	closer string // the mark that closes it
	asked  bool   // whether end has been worked out
	end    int    // byte offset before which no sentence ends, 0 if they do
}

// How far, in bytes, a quotation or a bracket may go on and still belong to the sentence around it. A bracket is
// short; beyond that a closing one is rather the sign of a list item, "b)", whose opening was never written.
const (
	quotationReach = 600
	bracketReach   = 250
)

// closerOf returns the mark that closes what the mark opens, "" if it opens nothing.
func closerOf(opener string) string {
	switch opener {
	case "«":
		return "»"
	case "“":
		return "”"
	case "„":
		return "“"
	case "<<":
		return ">>"
	case "(":
		return ")"
	case "[":
		return "]"
	case `"`, "''":
		return opener
	}
	return ""
}

// noteEnclosure notes that the mark opens or closes the outermost enclosure. Inside one whose sentences end as usual
// the next opening mark begins another: it may be that the first is never closed.
func (s *splitter) noteEnclosure(mark Token) {
	e := &s.enclosure
	if e.opener != "" && mark.Text == e.closer {
		*e = enclosure{}
		return
	}
	if e.opener != "" && (!e.asked || mark.Start < e.end) {
		return
	}
	closer := closerOf(mark.Text)
	if closer == mark.Text && !isSpaceBefore(s.text, mark.Start) && !opensByPlace(s.text, mark.Start, mark.Len()) {
		return // it closes what was not opened
	}
	if closer != "" {
		*e = enclosure{opener: mark.Text, closer: closer}
	}
}

// enclosureHolds reports whether the stop just read lies in an enclosure that keeps its sentences together.
func (s *splitter) enclosureHolds() bool {
	e := &s.enclosure
	if e.opener == "" {
		return false
	}
	if !e.asked {
		e.asked = true
		e.end = enclosureEnd(s.text, s.last.End, *e)
	}
	return s.last.End <= e.end
}

// enclosureEnd returns where the enclosure that is open at text[at] is closed, or 0 if that is too far off or if the
// sentence around it does not go on behind.
func enclosureEnd(text string, at int, e enclosure) int {
	reach := quotationReach
	if e.opener == "(" || e.opener == "[" {
		reach = bracketReach
	}
	window := text[at:min(len(text), at+reach)]
	if i := strings.Index(window, "\n\n"); i >= 0 {
		window = window[:i]
	}
	end, depth := 0, 0
	for {
		i := strings.Index(window[end:], e.closer)
		if i < 0 {
			return 0
		}
		if e.opener != e.closer {
			depth += strings.Count(window[end:end+i], e.opener)
		}
		end += i
		if e.opener == e.closer && opensByPlace(text, at+end, len(e.closer)) {
			return 0 // another quotation begins: this one is never closed
		}
		if depth == 0 {
			break
		}
		depth--
		end += len(e.closer)
	}
	if !goesOn(text, at+end+len(e.closer)) {
		return 0
	}
	return at + end
}

// opensByPlace reports whether the n bytes at text[i], a mark that looks the same open or closed, stand where an opening
// mark does: nothing between it and the word behind it, white space or an opening mark before it.
func opensByPlace(text string, i, n int) bool {
	if isSpaceAt(text, i+n) {
		return false
	}
	return isSpaceBefore(text, i) || strings.IndexByte("([{'", text[i-1]) >= 0 || strings.HasSuffix(text[:i], "«") ||
		strings.HasSuffix(text[:i], "“") || strings.HasSuffix(text[:i], "’")
}

// goesOn reports whether the sentence goes on at text[i], behind a closing mark: with a comma, a dash or a small letter.
func goesOn(text string, i int) bool {
	rest := strings.TrimLeft(text[i:min(len(text), i+16)], " \u00a0\"”»)'’")
	return isLowerAt(rest, 0) || strings.HasPrefix(rest, ",") || strings.HasPrefix(rest, "–") ||
		strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "- ")
}
