package extract

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// longestFigures is the length in bytes beyond which digits are no number that anybody reads.
const longestFigures = 64

// figures reads digits with what groups them and marks their decimals: "1.782,75", "1 782,75", "1'000", "1,000.50",
// ".5", and powers: "2,5e8", "10^6". The point groups if all groups have three digits, as Italian writes; a comma
// alone marks decimals.
func (p *parser) figures(i int) (numeric, bool) {
	n := numeric{first: i, next: i + 1, figures: true, plain: true}
	plain, ok := p.groups(&n)
	if !ok {
		return n, false
	}
	if p.glued(i, p.at(i).text) && p.at(i-1).text == "." && !p.at(i-1).glued && n.plain {
		plain, n.first, n.plain = "."+plain, i-1, false
	}
	if n.low, ok = parseDecimal(plain); !ok {
		return n, false
	}
	p.exponent(&n)
	return n, true
}

// groups reads groups of digits and the marks between them, and returns them as plain decimal notation.
func (p *parser) groups(n *numeric) (string, bool) {
	first := p.at(n.first).text
	if len(first) > longestFigures {
		return "", false
	}
	if !p.separated(n.next) && !p.spaced(n.next, first) {
		return first, true
	}
	n.plain = false
	var partRoom [13]string
	var markRoom [12]byte
	parts, marks := append(partRoom[:0], first), markRoom[:0]
	for len(marks) < 12 {
		switch {
		case p.separated(n.next):
			marks = append(marks, p.at(n.next).text[0])
			n.next += 2
		case len(bytes.Trim(marks, " ")) == 0 && p.spaced(n.next, first):
			marks = append(marks, ' ')
			n.next++
		default:
			return joinGroups(parts, marks)
		}
		parts = append(parts, p.at(n.next-1).text)
	}
	return "", false
}

// separated reports a grouping or decimal mark with digits close after it.
func (p *parser) separated(i int) bool {
	mark := p.at(i)
	if !mark.glued || p.at(i+1).kind != pieceDigits || !p.at(i+1).glued || len(p.at(i+1).text) > longestFigures {
		return false
	}
	return mark.text == "." || mark.text == "," || (mark.text == "'" || mark.text == "’") && len(p.at(i+1).text) == 3
}

// spaced reports a group of three digits after one blank: "1 782". The group before has one to three digits.
func (p *parser) spaced(i int, first string) bool {
	pc := p.at(i)
	if pc.kind != pieceDigits || pc.glued || len(pc.text) != 3 || len(first) > 3 || first[0] == '0' {
		return false
	}
	gap := p.text[p.at(i-1).End:pc.Start]
	return utf8.RuneCountInString(gap) == 1 && gap != "\n" && (len(p.at(i-1).text) == 3 || i < 2 || p.at(i-1).text == first)
}

// joinGroups decides which marks group and which one marks decimals. "1.2.3" is a version and no number.
func joinGroups(parts []string, marks []byte) (string, bool) {
	last := len(marks) - 1
	decimals := marks[last] != ' ' && (marks[last] == ',' || len(parts[last+1]) != 3 || parts[0] == "0" || len(parts[0]) > 3)
	decimals = decimals && bytes.Count(marks, marks[last:]) == 1 || last > 0 && marks[last] != marks[0] && bytes.Count(marks, marks[last:]) == 1
	grouped := marks
	if decimals {
		grouped = marks[:last]
	}
	for k := range grouped {
		if len(parts[k+1]) != 3 || grouped[k] != grouped[0] || len(parts[0]) > 3 {
			return "", false
		}
	}
	whole := strings.Join(parts[:len(grouped)+1], "")
	if decimals {
		return whole + "." + parts[last+1], true
	}
	return whole, true
}

// exponent reads a power of ten ("2,5e8") or of the number itself ("10^6", "1,1^+23").
func (p *parser) exponent(n *numeric) {
	power := p.glued(n.next, "^")
	if !power && !p.glued(n.next, "e") && !p.glued(n.next, "E") {
		return
	}
	j, sign := n.next+1, 1
	if p.glued(j, "+") || p.glued(j, "-") {
		if p.at(j).text == "-" {
			sign = -1
		}
		j++
	}
	e, ok := parseDecimal(p.at(j).text)
	if p.at(j).kind != pieceDigits || !p.at(j).glued || len(p.at(j).text) > 2 || !ok {
		return
	}
	if power {
		n.low = n.low.power(sign * int(e.digits))
	} else {
		n.low = n.low.shifted(sign * int(e.digits))
	}
	n.next, n.plain = j+1, false
}
