package docs_test

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
)

var update = flag.Bool("update", false, "rewrite what limits.md says that Detto finds")

// limit is an example of limits.md: a text, what Detto finds in it, and what would be right.
var limit = regexp.MustCompile(`(?m)^    text: +(.*)\n    (names|persons|speakers|acts|lists): +(.*)\n    right: +(.*)$`)

// What limits.md says is so, and still wrong. An example that is understood now is to be taken out.
func TestLimits(t *testing.T) {
	page, err := os.ReadFile("limits.md")
	require.NoError(t, err)
	examples := limit.FindAllStringSubmatch(string(page), -1)
	require.Len(t, examples, strings.Count(string(page), "    text:"))
	written := string(page)
	for _, example := range examples {
		text, view, finds, right := example[1], example[2], example[3], example[4]
		got := views[view](claims.Analyze(text))
		if *update {
			was := strings.TrimPrefix(example[0], "    text:")
			written = strings.Replace(written, was, strings.Replace(was, finds+"\n    right", got+"\n    right", 1), 1)
			continue
		}
		assert.Equal(t, finds, got, text)
		assert.NotEqual(t, right, got, "understood now: %s", text)
	}
	if *update {
		require.NoError(t, os.WriteFile("limits.md", []byte(written), 0o644))
	}
}

// views show a part of an analysis on one line.
var views = map[string]func(*claims.Analysis) string{
	"names": func(a *claims.Analysis) string {
		return join(a.Entities, ", ", func(e extract.Entity) string { return onlyIf(e.Kind.IsName(), e.Kind.String()+" "+e.Text) })
	},
	"persons": func(a *claims.Analysis) string {
		return join(a.Entities, ", ", func(e extract.Entity) string {
			return onlyIf(e.Kind == extract.Person, e.Text+onlyIf(e.Text != e.Name, " = "+e.Name))
		})
	},
	"speakers": func(a *claims.Analysis) string {
		return join(a.Quotes, "; ", func(q claims.Quote) string {
			if q.Source.Name == "" {
				return "?: " + q.Text
			}
			return q.Source.Name + ": " + q.Text
		})
	},
	"acts": func(a *claims.Analysis) string {
		return join(a.Quotes, "; ", func(q claims.Quote) string { return string(q.Cue.Act) + ": " + q.Text })
	},
	"lists": func(a *claims.Analysis) string {
		return join(a.Lists, "; ", func(l claims.List) string {
			return fmt.Sprintf("%s: %s", l.Kind, join(l.Items, ", ", func(i claims.Item) string { return i.Text }))
		})
	},
}

func onlyIf(condition bool, text string) string {
	if condition {
		return text
	}
	return ""
}

// join joins what show says of values, without empty ones; "none" is nothing.
func join[T any](values []T, separator string, show func(T) string) string {
	var shown []string
	for _, value := range values {
		if s := show(value); s != "" {
			shown = append(shown, s)
		}
	}
	if len(shown) == 0 {
		return "none"
	}
	return strings.Join(shown, separator)
}
