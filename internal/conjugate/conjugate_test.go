package conjugate

import (
	_ "embed"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

//go:embed testdata/paradigms.txt
var paradigms string

// italianRows are the names of the rows in testdata/paradigms.txt.
var italianRows = map[string]row{"presente": present, "imperfetto": imperfect, "passato": past, "futuro": future,
	"condizionale": conditional, "congiuntivo": subjunctive, "congiuntivo2": imperfectSubjunctive,
	"imperativo": imperative, "gerundio": gerund, "participio": participle, "participio1": presentParticiple}

func TestForms(t *testing.T) {
	verb := ""
	for line := range dataLines(paradigms) {
		name, forms, isRow := strings.Cut(line, " ")
		if !isRow {
			verb = line
			continue
		}
		r, ok := italianRows[name]
		require.True(t, ok, "%s has no row %q", verb, name)
		assert.Equal(t, strings.Fields(forms), formsOf(verb, r), "%s, %s", verb, name)
	}
}

// formsOf returns a row of a verb, one field for each place: "devo/debbo".
func formsOf(infinitive string, r row) []string {
	fields := make([]string, r.width())
	for _, form := range Forms(infinitive) {
		for place := range fields {
			if form.Features != r.features(place) {
				continue
			}
			if fields[place] != "" {
				fields[place] += "/"
			}
			fields[place] += form.Text
		}
	}
	return fields
}

func TestFormsOfNoInfinitive(t *testing.T) {
	for _, word := range []string{"", "re", "casa", "bar", "\xff\xfe", "’"} {
		assert.Empty(t, Forms(word), "%q is no infinitive", word)
	}
	assert.NotEmpty(t, Forms("are"), "an ending alone is a verb without a stem, not a panic")
}

// TestDataFiles checks what the code takes for granted when it reads the data.
func TestDataFiles(t *testing.T) {
	for line := range dataLines(endingsText) {
		fields := strings.Split(line, "\t")
		require.Len(t, fields, 3, line)
		require.Contains(t, classNames[:], fields[0])
		require.Contains(t, rowNames[:], fields[1])
		r := row(indexOf(rowNames[:], fields[1]))
		assert.Len(t, strings.Fields(fields[2]), r.width(), line)
	}
	parts := append([]string{"class", "stem", "like"}, rowNames[:]...)
	var verbs []string
	for line := range dataLines(irregularText) {
		fields := strings.Split(line, "\t")
		require.Len(t, fields, 2, line)
		verbs = append(verbs, fields[0])
		for part := range strings.FieldsSeq(fields[1]) {
			name, value, _ := strings.Cut(part, "=")
			assert.Contains(t, parts, name, line)
			assert.NotEmpty(t, value, line)
			if n := strings.Count(value, ","); n > 0 && name != "imperative" {
				assert.Equal(t, places-1, n, line)
			}
		}
	}
	assert.True(t, slices.IsSorted(verbs), "irregular.txt is not sorted")
	assert.LessOrEqual(t, len(theGrammar().cells), 64*len(cellSet{}), "cellSet is too small")
}
