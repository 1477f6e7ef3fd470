package gold

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/detto-it/detto/lang"
)

// ReadMarked reads the articles of a text file in which quotations and reported statements are marked where they stand:
//
//	# A comment.
//	Il ministro Carla Vitali ha annunciato che {il cantiere riaprirà}[i; ha annunciato; Carla Vitali].
//	«{Non ci sarà nessun rinvio}[d; ha aggiunto; -; Carla Vitali]», ha aggiunto.
//
// A content stands in braces, which may nest; after it, in brackets, its form (d for direct speech, i for a reported
// statement), its cue, the mention of its source and its speaker, "-" for a cue or source that is left out. The speaker may
// be missing where it is the source, and is "?" where the article never tells. A cue is the nearest of its words to the
// content, a source the nearest to the cue. Articles are separated by empty lines. What stands between quotation marks and
// is not marked is a term or a name. Names are not annotated.
//
// The error wraps that of the file, or names the line of what is wrong.
func ReadMarked(path string) ([]Article, error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var articles []Article
	var m markedArticle
	for number, line := range strings.Split(string(file)+"\n", "\n") {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "#"):
		case line != "":
			if err := m.add(line); err != nil {
				return nil, fmt.Errorf("%s: line %d: %w", path, number+1, err)
			}
		case m.text.Len() > 0:
			a, err := m.article(fmt.Sprintf("%s:%d", path, number+1))
			if err != nil {
				return nil, fmt.Errorf("%s: article that ends in line %d: %w", path, number, err)
			}
			articles = append(articles, a)
			m = markedArticle{}
		}
	}
	return articles, nil
}

// markedArticle is an article while its lines are read.
type markedArticle struct {
	text   strings.Builder
	quotes []markedQuote
}

// markedQuote is a content with the words of its mark.
type markedQuote struct {
	lang.Span
	form, cue, source, speaker string
}

// add adds a line of the article.
func (m *markedArticle) add(line string) error {
	if m.text.Len() > 0 {
		m.text.WriteByte('\n')
	}
	var open []int // where the contents that are still open begin
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '{':
			open = append(open, m.text.Len())
		case '}':
			length := strings.IndexByte(line[i:], ']')
			if len(open) == 0 || length < 0 || line[i+1] != '[' {
				return fmt.Errorf("byte %d: a brace without its pair or without brackets after it", i)
			}
			q, err := parseMark(line[i+2 : i+length])
			if err != nil {
				return fmt.Errorf("byte %d: %w", i, err)
			}
			q.Span = lang.Span{Start: open[len(open)-1], End: m.text.Len()}
			open = open[:len(open)-1]
			m.quotes = append(m.quotes, q)
			i += length
		default:
			m.text.WriteByte(line[i])
		}
	}
	if len(open) > 0 {
		return fmt.Errorf("a brace is not closed")
	}
	return nil
}

// parseMark reads "i; ha annunciato; Carla Vitali; ministro Carla Vitali".
func parseMark(mark string) (q markedQuote, err error) {
	fields := strings.Split(mark, ";")
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	if len(fields) == 3 {
		fields = append(fields, fields[2])
	}
	if len(fields) != 4 || slices.Contains(fields, "") || fields[0] != "d" && fields[0] != "i" {
		return q, fmt.Errorf("%q is not of the form \"d or i; cue; source; speaker\"", mark)
	}
	if fields[3] == "-" {
		return q, fmt.Errorf("%q names no speaker", mark)
	}
	return markedQuote{form: fields[0], cue: fields[1], source: fields[2], speaker: fields[3]}, nil
}

// article returns the article of the lines added.
func (m *markedArticle) article(id string) (Article, error) {
	a := Article{ID: id, Text: m.text.String()}
	for _, x := range m.quotes {
		q := Quote{Span: x.Span, Form: "reported", Speaker: x.speaker}
		if x.form == "d" {
			q.Form, q.Use = "quoted", "speech"
		}
		if x.speaker == "?" {
			q.Speaker = ""
		} else if nearest(a.Text, x.speaker, x.Span) == nil {
			return a, fmt.Errorf("the speaker %q does not stand in the article", x.speaker)
		}
		if x.cue != "-" {
			if q.Cue = nearest(a.Text, x.cue, x.Span); q.Cue == nil || apart(*q.Cue, x.Span) > 400 {
				return a, fmt.Errorf("the cue %q does not stand near %q", x.cue, a.Text[x.Start:x.End])
			}
		}
		if x.source != "-" {
			from := x.Span
			if q.Cue != nil {
				from = *q.Cue
			}
			if q.Source = nearest(a.Text, x.source, from); q.Source == nil {
				return a, fmt.Errorf("the source %q does not stand in the article", x.source)
			}
		}
		a.Quotes = append(a.Quotes, q)
	}
	return a, a.addTerms()
}

// addTerms adds the quotations that are not marked. It fails for direct speech that stands in no quotation marks.
func (a *Article) addTerms() error {
	speech := map[lang.Span]bool{}
	for _, q := range a.Quotes {
		if q.Form == "quoted" {
			speech[q.Span] = true
		}
	}
	for _, q := range lang.Parse(a.Text).Quoted() {
		if speech[q.Span] {
			delete(speech, q.Span)
		} else {
			a.Quotes = append(a.Quotes, Quote{Span: q.Span, Form: "quoted", Use: "term"})
		}
	}
	for _, q := range a.Quotes {
		if speech[q.Span] {
			return fmt.Errorf("%q is marked as direct speech, but not the whole of what stands in quotation marks", a.Text[q.Start:q.End])
		}
	}
	return nil
}

// nearest finds the occurrence of words in a text that is nearest to a span, nil for none.
func nearest(text, words string, to lang.Span) *lang.Span {
	var best *lang.Span
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return best
		}
		s := lang.Span{Start: from + i, End: from + i + len(words)}
		from = s.Start + 1
		if whole(text, s) && (best == nil || apart(s, to) < apart(*best, to)) {
			best = &s
		}
	}
}

// whole reports whether no letter comes before or after a span.
func whole(text string, s lang.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
	after, _ := utf8.DecodeRuneInString(text[s.End:])
	return !unicode.IsLetter(before) && !unicode.IsLetter(after)
}

// apart is the number of bytes between two spans; those within each other are a few words apart, since a cue rarely stands
// in its content.
func apart(a, b lang.Span) int {
	switch {
	case a.End <= b.Start:
		return b.Start - a.End
	case b.End <= a.Start:
		return a.Start - b.End
	}
	return 30
}
