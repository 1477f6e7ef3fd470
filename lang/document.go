package lang

// Quoted is a stretch between quotation marks: typography only, not a judgement of whether it is speech.
type Quoted struct {
	Span        // the words between the marks
	Outer  Span // with the marks
	Depth  int  // 0 for an outermost quotation
	Closed bool // whether the closing mark was found
}

// Quoted returns every stretch between quotation marks.
func (d *Document) Quoted() []Quoted {
	// PROVISIONAL
	var out []Quoted
	open := map[string]string{"«": "»", "“": "”", "\"": "\""}
	for i := 0; i < len(d.Tokens); i++ {
		c, ok := open[d.Tokens[i].Text]
		if !ok {
			continue
		}
		for j := i + 1; j < len(d.Tokens); j++ {
			if d.Tokens[j].Text == c {
				if j > i+1 {
					out = append(out, Quoted{Span: Span{d.Tokens[i+1].Start, d.Tokens[j-1].End}, Outer: Span{d.Tokens[i].Start, d.Tokens[j].End}, Closed: true})
				}
				i = j
				break
			}
		}
	}
	return out
}

// Stem returns the Snowball stem of an Italian word.
func Stem(word string) string { return word } // PROVISIONAL
