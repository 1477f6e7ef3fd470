package extract

import (
	"unicode"
	"unicode/utf8"

	"github.com/detto-it/detto/lang"
)

// PROVISIONAL: runs of capitalised words, until the sequence model is there.
func (x *Extractor) names(doc *lang.Document) []Entity {
	var out []Entity
	ids := map[string]int{}
	for _, s := range doc.Sentences {
		for i := 0; i < len(s.Tokens); i++ {
			if !capital(s.Tokens[i]) || i == 0 {
				continue
			}
			j := i
			for j+1 < len(s.Tokens) && capital(s.Tokens[j+1]) {
				j++
			}
			e := Entity{Span: lang.Span{Start: s.Tokens[i].Start, End: s.Tokens[j].End}, Score: 0.5}
			e.Text = doc.Text[e.Start:e.End]
			e.Name = e.Text
			if j > i {
				e.Kind = Person
			} else {
				e.Kind = Location
			}
			if _, ok := ids[s.Tokens[j].Text]; !ok {
				ids[s.Tokens[j].Text] = len(ids)
			}
			e.ID = ids[s.Tokens[j].Text]
			out = append(out, e)
			i = j
		}
	}
	return out
}

func capital(t lang.Token) bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return t.Kind == lang.Word && unicode.IsUpper(r)
}
