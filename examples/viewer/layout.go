package main

import (
	"strconv"
	"strings"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/lang"
)

type paragraphView struct {
	Headline bool
	Segments []*segmentView
}

// segmentView is a segment with what the style sheet and the script need to know of it.
type segmentView struct {
	Quotes  []quotation // that begin here
	Lists   []card      // that begin here
	Class   string      // "" where nothing is marked
	ID      string      // of the first mention of a thing
	Kind    string      // of the entity
	Thing   string      // ID of the entity
	InQuote string      // indices of the quotes around it, the outermost first, separated by blanks
	Names   string      // indices of the quotes whose speaker it names
	Cues    string      // indices of the quotes that it announces
	Text    string
}

// layOut cuts the text into paragraphs of segments.
func (v *article) layOut(a *claims.Analysis) []paragraphView {
	text := a.Document.Text
	seen := map[string]bool{}
	var all []paragraphView
	for _, s := range split(len(text), annotate(a)) {
		segment := v.segment(a, s)
		if seen[segment.ID] {
			segment.ID = ""
		}
		seen[segment.ID] = true
		for _, b := range s.begins {
			if b.role == paragraph {
				all = append(all, paragraphView{Headline: isHeadline(text, b.Span)})
			}
		}
		last := &all[len(all)-1]
		last.Segments = append(last.Segments, segment)
	}
	return all
}

// isHeadline reports whether the text begins with a title: one line without a full stop, before a blank line.
func isHeadline(text string, s lang.Span) bool {
	line := strings.TrimSpace(text[s.Start:s.End])
	return s.Start == 0 && s.End < len(text) && len(line) <= 200 && !strings.ContainsAny(line, "\n") &&
		!strings.HasSuffix(line, ".")
}

func (v *article) segment(a *claims.Analysis, s segment) *segmentView {
	view := &segmentView{Text: a.Document.Text[s.Start:s.End]}
	for _, b := range s.begins {
		switch b.role {
		case quote:
			view.Quotes = append(view.Quotes, v.Quotes[b.index])
		case list:
			view.Lists = append(view.Lists, v.Lists[b.index])
		}
	}
	var quotes, names, cues indices
	for _, o := range s.over {
		switch o.role {
		case entity:
			e := a.Entities[o.index]
			view.Kind, view.Thing = e.Kind.String(), strconv.Itoa(e.ID)
			view.ID = "text-thing-" + view.Thing
		case quote:
			quotes = append(quotes, o.index)
		case source:
			names = append(names, o.index)
		case cue:
			cues = append(cues, o.index)
		}
	}
	view.InQuote, view.Names, view.Cues = quotes.String(), names.String(), cues.String()
	view.Class = v.class(view.Kind, quotes, names, cues)
	return view
}

// class names what a segment is for the style sheet; the colour is that of the innermost speaker.
func (v *article) class(kind string, quotes, names, cues indices) string {
	var classes []string
	if kind != "" {
		classes = append(classes, "entity", kind)
	}
	if len(quotes) > 0 {
		inner := v.Quotes[quotes[len(quotes)-1]]
		classes = append(classes, inner.Form.String(), colorClass(inner.Speaker))
	}
	if len(names) > 0 {
		classes = append(classes, "source")
	}
	if len(cues) > 0 {
		classes = append(classes, "cue")
	}
	return strings.Join(classes, " ")
}

func colorClass(s *speaker) string { return "speaker-" + strconv.Itoa(s.Color) }

type indices []int

func (all indices) String() string {
	var b strings.Builder
	for i, n := range all {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strconv.Itoa(n))
	}
	return b.String()
}
