package claims

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// annotatedList is a line of testdata/lists.txt: a text with one list marked in it.
type annotatedList struct {
	line     int
	text     string
	kind     ListKind
	declared int
	head     string
	items    []string // each followed by "=principle" if it names one
}

// readLists reads a file of annotated lists.
func readLists(t *testing.T, file string) []annotatedList {
	t.Helper()
	var lists []annotatedList
	for n, line := range testLines(t, file) {
		label, marked, found := strings.Cut(line, " | ")
		require.True(t, found, "%s:%d: no label", file, n)
		kind, declared, _ := strings.Cut(label, " ")
		count, err := strconv.Atoi(declared)
		require.NoError(t, err, "%s:%d", file, n)
		list := readMarks(marked)
		list.line, list.kind, list.declared = n, ListKind(kind), count
		lists = append(lists, list)
	}
	return lists
}

// readMarks takes the marks out of "[tre princìpi]: {pace}=peace, …".
func readMarks(marked string) annotatedList {
	var list annotatedList
	var text strings.Builder
	open := 0
	for i := 0; i < len(marked); i++ {
		switch c := marked[i]; c {
		case '[', '{':
			open = text.Len()
		case ']':
			list.head = text.String()[open:]
		case '}':
			item := text.String()[open:]
			end := i + 1
			if strings.HasPrefix(marked[end:], "=") {
				for end++; end < len(marked) && (marked[end] == '-' || marked[end] >= 'a' && marked[end] <= 'z'); end++ {
				}
				item += marked[i+1 : end]
				i = end - 1
			}
			list.items = append(list.items, item)
		default:
			text.WriteByte(c)
		}
	}
	list.text = text.String()
	return list
}

// testLines returns the lines of a test file by number, without comments, with "\n" turned into line breaks.
func testLines(t *testing.T, file string) map[int]string {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	lines := map[int]string{}
	for n, line := range strings.Split(string(data), "\n") {
		if line != "" && line[0] != '#' {
			lines[n+1] = strings.ReplaceAll(line, `\n`, "\n")
		}
	}
	return lines
}

func TestListsOfAnnotatedTexts(t *testing.T) {
	for _, file := range []string{"testdata/lists.txt", "testdata/official.txt"} {
		for _, want := range readLists(t, file) {
			t.Run(fmt.Sprintf("%s:%d", file, want.line), func(t *testing.T) {
				lists := Lists(lang.Parse(want.text), nil)
				require.Len(t, lists, 1, want.text)
				got := lists[0]
				assert.Equal(t, want.items, annotatedItems(got.Items), want.text)
				assert.Equal(t, want.kind, got.Kind, want.text)
				assert.Equal(t, want.declared, got.Declared, want.text)
				assert.Equal(t, want.head, got.Head.Text, want.text)
			})
		}
	}
}

func annotatedItems(items []Item) []string {
	var texts []string
	for _, item := range items {
		text := item.Text
		if item.Principle != "" {
			text += "=" + string(item.Principle)
		}
		texts = append(texts, text)
	}
	return texts
}

func TestNoLists(t *testing.T) {
	for n, text := range testLines(t, "testdata/traps.txt") {
		assert.Empty(t, Lists(lang.Parse(text), nil), "testdata/traps.txt:%d: %s", n, text)
	}
}

func TestNoListOfPersons(t *testing.T) {
	doc := lang.Parse("Sono finite in carcere tre persone: il cassiere Piero Luzi, il socio Ugo Landi e la moglie Ada Longo.")
	var persons []extract.Entity
	for _, name := range []string{"Piero Luzi", "Ugo Landi", "Ada Longo"} {
		start := strings.Index(doc.Text, name)
		persons = append(persons, extract.Entity{Text: name, Span: lang.Span{Start: start, End: start + len(name)}})
	}
	assert.Empty(t, Lists(doc, persons))
}

// A list has the speaker of the narrowest quote that holds its items; the head may stand before the quote.
func TestAttributeLists(t *testing.T) {
	doc := lang.Parse("Ugo Landi ha detto che a suo parere servono tre valori: pace, lavoro e libertà.")
	lists, err := findLists(t.Context(), doc, nil)
	require.NoError(t, err)
	require.Len(t, lists, 1)
	outer := Quote{Span: lang.Span{Start: 19, End: len(doc.Text) - 1}, Source: Source{Name: "Ugo Landi", Kind: Named}}
	inner := Quote{Span: lang.Span{Start: lists[0].Items[0].Start, End: len(doc.Text) - 1}, Source: Source{Name: "la carta"}}
	late := Quote{Span: lang.Span{Start: lists[0].Items[1].Start, End: len(doc.Text) - 1}, Source: Source{Name: "nessuno"}}

	assert.Equal(t, "Ugo Landi", attributeLists(lists, []Quote{outer})[0].Source.Name)
	assert.Equal(t, "la carta", attributeLists(lists, []Quote{outer, inner, late})[0].Source.Name)
	assert.Equal(t, Source{Entity: -1}, attributeLists(lists, nil)[0].Source)
}

func TestListKindText(t *testing.T) {
	var kind ListKind
	require.NoError(t, kind.UnmarshalText([]byte("goals")))
	assert.Equal(t, GoalList, kind)
	assert.Error(t, kind.UnmarshalText([]byte("aims")))
}
