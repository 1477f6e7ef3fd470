package extract

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/detto-it/detto/lang"
)

//go:embed gazetteers/italian-demonyms.txt
var demonymsText string

// places maps the stems of adjectives of origin to the places.
var places = sync.OnceValue(func() map[string]string {
	places := map[string]string{}
	for line := range strings.Lines(demonymsText) {
		adjective, place, found := strings.Cut(strings.TrimSpace(line), "\t")
		if found && !strings.HasPrefix(line, "#") {
			places[originStem(adjective)] = place
		}
	}
	return places
})

// Origin returns the place that an Italian adjective of origin is derived from, whatever its gender and number: "Mongolia"
// for "mongolo" and "mongole". It reports false for words that are no such adjective. It may be called from any goroutine.
func Origin(adjective string) (place string, ok bool) {
	place, ok = places()[originStem(adjective)]
	return place, ok
}

// originStem is the stem of an adjective, alike for both spellings of a borrowed k: "uzbeko", "uzbeche".
func originStem(adjective string) string {
	return strings.ReplaceAll(lang.Stem(strings.ToLower(adjective)), "k", "c")
}
