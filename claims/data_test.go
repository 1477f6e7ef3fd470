package claims

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// dataFile is a data file of cues with what its fields may hold; a field whose name ends in "?" may be missing.
type dataFile struct {
	name, text string
	fields     []string
	least      int // entries
}

var cueFiles = []dataFile{
	{"verbs.txt", verbsText, []string{"infinitive", "act", "level", "frames"}, 450},
	{"locutions.txt", locutionsText, []string{"locution", "act", "level", "frames"}, 100},
	{"auxiliaries.txt", auxiliariesText, []string{"infinitive", "auxiliary", "particle"}, 20},
	{"nouns.txt", nounsText, []string{"words", "gender", "act", "frames", "plural?"}, 150},
	{"prepositions.txt", prepositionsText, []string{"words", "preposition", "act"}, 80},
	{"roles.txt", rolesText, []string{"words", "gender", "class", "plural?"}, 450},
	{"adverbs.txt", adverbsText, []string{"words"}, 100},
}

// fieldValues are the values of the closed fields.
var fieldValues = map[string][]string{
	"level": {"1", "2", "3"}, "gender": {"m", "f", "c"}, "class": {"person", "group", "institution", "document"},
	"preposition": {"source", "own", "clause", "soft", "medium"}, "particle": {"-", "a", "di", "per"},
	"auxiliary": {"perfect", "passive", "modal", "causative", "gerund", "phase"},
}

func TestDataFiles(t *testing.T) {
	for _, file := range cueFiles {
		t.Run(file.name, func(t *testing.T) {
			var keys []string
			for line := range dataLines(file.text) {
				values := strings.Split(line, "\t")
				keys = append(keys, values[0])
				file.check(t, line, values)
			}
			assert.True(t, slices.IsSorted(keys), "sorted")
			assert.Len(t, slices.Compact(slices.Clone(keys)), len(keys), "each entry once")
			assert.GreaterOrEqual(t, len(keys), file.least)
			assert.True(t, strings.HasPrefix(file.text, "#") && strings.Contains(file.text, "# Source: "), "header")
		})
	}
}

// check checks the fields of a line.
func (file dataFile) check(t *testing.T, line string, values []string) {
	required := slices.DeleteFunc(slices.Clone(file.fields), func(f string) bool { return strings.HasSuffix(f, "?") })
	require.GreaterOrEqual(t, len(values), len(required), line)
	require.LessOrEqual(t, len(values), len(file.fields), line)
	for i, value := range values {
		require.NotEmpty(t, value, line)
		require.Equal(t, strings.TrimSpace(strings.ToLower(value)), value, line)
		checkField(t, file.fields[i], value, line)
	}
}

func checkField(t *testing.T, field, value, line string) {
	switch field {
	case "act":
		assert.Contains(t, acts[:], Act(value), line)
	case "frames":
		checkFrames(t, value, line)
	case "infinitive":
		assert.Regexp(t, "^[a-z]+(are|ere|ire|rre)$", value, line)
	case "locution":
		assert.Regexp(t, "^[a-z]+(are|ere|ire|rre) [a-zàèéìòù' ]+$", value, line)
	case "words", "plural?":
		assert.Regexp(t, "^[a-zàèéìòù' .-]+$", value, line)
	default:
		assert.Contains(t, fieldValues[field], value, line)
	}
}

// checkFrames wants known frames, each once, in the order of their list.
func checkFrames(t *testing.T, value, line string) {
	last := -1
	for name := range strings.FieldsSeq(value) {
		at := slices.Index(frameSetNames, name)
		require.Greater(t, at, last, "%q in %q", name, line)
		last = at
	}
}

// TestPluralsAreNeeded: a plural stands in the data only where the rules give another.
func TestPluralsAreNeeded(t *testing.T) {
	for _, text := range []string{nounsText, rolesText} {
		for line := range dataLines(text) {
			values := strings.Split(line, "\t")
			if plural := values[len(values)-1]; len(values) == 5 || len(values) == 4 && text == rolesText {
				assert.NotEqual(t, plural, plurals(values[0], parseGender(values[1]), "")[0].text, line)
			}
		}
	}
}
