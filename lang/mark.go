package lang

// A family is a kind of quotation mark: an opening mark is closed by one of its family.
type family uint8

const (
	noFamily   family = iota
	guillemet         // « » << >> ‹ ›
	curly             // “ ” „
	straight          // " and ''
	single            // ‘ ’ ‚ '
	dashFamily        // — – ― at the beginning of a paragraph
	families
)

// isDouble reports whether marks of the family stand around speech more often than around a word.
func isDouble(family family) bool {
	return family == guillemet || family == curly || family == straight
}

// A place is what a mark does: by its shape, or by where it stands.
type place uint8

const (
	unclear place = iota
	opening
	closing
)

// mark is a quotation mark with what its shape says.
type mark struct {
	family family
	place  place
}

// markOf returns the quotation mark that text is, or one of no family.
func markOf(text string) mark {
	switch text {
	case "«", "<<", "‹":
		return mark{guillemet, opening}
	case "»", ">>", "›":
		return mark{guillemet, closing}
	case "“", "„", "‟":
		return mark{curly, opening}
	case "”":
		return mark{curly, closing}
	case `"`, "''":
		return mark{straight, unclear}
	case "‘", "‚":
		return mark{single, opening}
	case "'", "’":
		return mark{single, unclear}
	case "—", "–", "―":
		return mark{dashFamily, unclear}
	}
	return mark{}
}

// role decides what the mark at token i does here: its shape tells, unless it was typed the wrong way round, and the
// blanks around it tell for marks of one shape.
func (f *quotedFinder) role(i int, mark mark) place {
	stands := f.standsAs(i)
	open := f.count[mark.family] > 0
	switch mark.place {
	case opening:
		if stands == closing && open && f.tokens[i].Text != "„" {
			return closing // «così«, „così“
		}
		return opening
	case closing:
		if stands == opening && (!open || f.open[f.topOf(mark.family)].paragraph < f.paragraph) {
			return opening // ”così”, »così«
		}
		return closing
	}
	if open && f.open[f.topOf(mark.family)].paragraph == f.paragraph {
		return f.roleInside(i, mark, stands)
	}
	switch {
	case stands == closing && mark.family == straight && f.isReversed(i):
		return opening
	case stands == closing, stands == unclear && isDigitAt(f.text, f.tokens[i].Start-1):
		return closing // of what was not opened, or the seconds in 58"17
	case mark.family == single && isSpaceAt(f.text, f.tokens[i].End):
		return closing
	}
	return opening
}

// isReversed reports whether the straight mark at token i, which stands as a closing one though none is open, opens a
// quotation with its blanks on the wrong sides: gridò" Basta "e uscì. Then marks enough to pair them all are left in the
// line, and the next one stands as an opening one.
func (f *quotedFinder) isReversed(i int) bool {
	left := f.straightsFrom(i)
	return len(left)%2 == 0 && f.standsAs(left[1]) == opening
}

// straightsFrom returns the straight marks from token i, which is one, to the end of its line.
func (f *quotedFinder) straightsFrom(i int) []int {
	if i >= f.straightsEnd {
		f.straights = f.straights[:0]
		for f.straightsEnd = i; f.straightsEnd < len(f.tokens); f.straightsEnd++ {
			k := f.straightsEnd
			if k > i && f.lineEndsBefore(k) {
				break
			}
			if f.tokens[k].Kind == Punct && markOf(f.tokens[k].Text).family == straight {
				f.straights = append(f.straights, k)
			}
		}
	}
	for f.straights[0] < i {
		f.straights = f.straights[1:]
	}
	return f.straights
}

// lineEndsBefore reports whether a line ends between token i and the one before it.
func (f *quotedFinder) lineEndsBefore(i int) bool {
	gap := f.text[f.tokens[i-1].End:f.tokens[i].Start]
	return gap != "" && gap != " " && lineBreaks(gap) > 0
}

// roleInside decides what a mark of one shape does while one of its family is open in the same paragraph. A quotation
// that opened with a blank behind its mark closes with a blank before it: dell'" angolo di Cabibbo "del 1963.
func (f *quotedFinder) roleInside(i int, mark mark, stands place) place {
	if stands == opening && !(f.open[f.topOf(mark.family)].loose && isSpaceBefore(f.text, f.tokens[i].Start)) {
		return opening
	}
	return closing
}

// standsAs tells from what touches token i whether it stands as an opening mark, with a word behind it and none before,
// or as a closing one.
func (f *quotedFinder) standsAs(i int) place {
	before, behind := f.freeBefore(i), f.freeBehind(i)
	switch {
	case before && !behind:
		return opening
	case !before && behind:
		return closing
	case before && i > 0 && f.tokens[i-1].Kind == Elision && f.tokens[i-1].End == f.tokens[i].Start:
		return opening // an elided word needs the next one: all'" angolo "
	}
	return unclear
}

// freeBefore reports whether nothing that could be quoted touches token i from before.
func (f *quotedFinder) freeBefore(i int) bool {
	if i == 0 || f.tokens[i-1].End < f.tokens[i].Start {
		return true
	}
	before := f.tokens[i-1]
	if before.Kind == Elision {
		return true
	}
	switch before.Text {
	case "(", "[", "{", ":", "—", "–", "-", "/", "«", "“", "„", "‘", "<<", `"`, "'":
		return true
	}
	return false
}

// freeBehind reports whether nothing that could be quoted touches token i from behind.
func (f *quotedFinder) freeBehind(i int) bool {
	if i+1 == len(f.tokens) || f.tokens[i].End < f.tokens[i+1].Start {
		return true
	}
	switch f.tokens[i+1].Text {
	case ",", ".", ";", ":", "!", "?", ")", "]", "}", "—", "–", "-", "/", "»", "”", "’", ">>", `"`, "'":
		return true
	}
	return false
}
