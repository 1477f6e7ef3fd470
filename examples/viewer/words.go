package main

import (
	"strings"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
)

// kindTitles are the kinds of entity as the page calls them, in the order in which it shows them.
var kindTitles = []struct {
	kind      extract.Kind
	one, many string
}{
	{extract.Person, "Person", "People"},
	{extract.Organization, "Organisation", "Organisations"},
	{extract.Location, "Place", "Places"},
	{extract.Event, "Event", "Events"},
	{extract.Work, "Work, law, treaty", "Works, laws, treaties"},
	{extract.Misc, "Other name", "Other names"},
	{extract.Date, "Date", "Dates"},
	{extract.Time, "Time", "Times"},
	{extract.Duration, "Duration", "Durations"},
	{extract.Money, "Money", "Money"},
	{extract.Percent, "Percentage", "Percentages"},
	{extract.Quantity, "Quantity", "Quantities"},
	{extract.Ordinal, "Ordinal", "Ordinals"},
	{extract.Cardinal, "Number", "Numbers"},
}

// directPatterns and reportedPatterns show the constructions that Quote.Why names.
var directPatterns = map[string]string{
	"inside":   "«… – ha detto X – …»",
	"after":    "«…», ha detto X",
	"colon":    "X ha detto: «…»",
	"head":     "X: «…»",
	"before":   "X ha definito il piano «…»",
	"bracket":  "«…» (X)",
	"next":     "goes on from the quotation before",
	"previous": "X ha risposto. «…»",
	"none":     "between marks, without a cue",
}

var reportedPatterns = map[string]string{
	"that":      "X ha detto che …",
	"how":       "X ha sottolineato come …",
	"whether":   "X ha chiesto se …",
	"to":        "X ha promesso di …",
	"noun":      "X ha annunciato la chiusura",
	"about":     "X ha parlato di …",
	"subject":   "… è stato annunciato da X",
	"according": "secondo X, …",
	"around":    "…, ha detto X, …",
	"previous":  "… Lo ha detto X",
}

// construction is the pattern by which a quote was found.
func construction(q claims.Quote) string {
	patterns := reportedPatterns
	if q.Form == claims.Direct {
		patterns = directPatterns
	}
	if pattern := patterns[q.Why]; pattern != "" {
		return pattern
	}
	return q.Why
}

// reference says how the text names the speaker, where that is not by the name shown.
func reference(s claims.Source) string {
	switch s.Kind {
	case claims.Omitted:
		return "left out in the text"
	case claims.Unknown:
		return ""
	}
	if s.Text == "" || s.Text == s.Name || s.Name == "" {
		return ""
	}
	return "in the text “" + plain(s.Text) + "”"
}

// initials are at most two letters for the marker of a quote.
func initials(name string) string {
	var letters []rune
	for _, word := range strings.Fields(plain(name)) {
		if first := []rune(word)[0]; first != '[' {
			letters = append(letters, first)
		}
	}
	switch len(letters) {
	case 0:
		return "?"
	case 1:
		return strings.ToUpper(string(letters))
	}
	return strings.ToUpper(string([]rune{letters[0], letters[len(letters)-1]}))
}
