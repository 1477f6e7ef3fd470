package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/lang"
)

// Texts that a page must survive, besides ordinary ones.
var hostile = map[string]string{
	"elements":          `Il ministro Rossi ha detto: «<script>document.title = "preso"</script><img src=x onerror=alert(1)>».`,
	"the page's own":    `</p></article></style></script><!-- ]]> {{.Error}} ${1} <form action="//x">, ha detto Anna Bianchi.`,
	"quotes":            `"Non 'è' vero", ha detto "Anna" O'Neil: "` + "`" + `&quot;&lt;&#x3c;" onmouseover="alert(1)"`,
	"direction":         "Il sindaco Carlo Neri\u202e ha detto: «\u2066non\u2069 è\u200f vero\u202c».",
	"control and NUL":   "Anna\x00 Bianchi ha detto:\x1b[31m «sì\x7f».\u0085\u2028",
	"no UTF-8":          "Anna Bianchi ha detto: «\xff\xfe sì \xc3». \xe2\x80",
	"tags and others":   "Roma\U000e0041\ufeff e\u200b Milano\uffff.",
	"ends of lines":     "Roma\r\n\r\nHa detto Anna Bianchi: «sì»\r\n\n \n\nfine\n\n",
	"nothing but lines": "\n\n\n",
	"empty":             "",
}

func texts(t *testing.T) map[string]string {
	all := map[string]string{}
	for name, text := range hostile {
		all[name] = text
	}
	for _, name := range []string{"vertice", "aula", "intervista", "cronaca"} {
		text, err := os.ReadFile("../../testdata/articles/" + name + ".txt")
		require.NoError(t, err)
		all[name] = string(text)
	}
	return all
}

func TestSegmentsCoverTheTextExactly(t *testing.T) {
	for name, text := range texts(t) {
		t.Run(name, func(t *testing.T) {
			var joined strings.Builder
			end := 0
			for _, s := range split(len(text), annotate(claims.Analyze(text))) {
				require.Equal(t, end, s.Start)
				end = s.End
				joined.WriteString(text[s.Start:s.End])
			}
			require.Equal(t, text, joined.String())
		})
	}
}

// A reported statement (r) holds a quotation (q) that holds a name (n); a list (l) begins in the quotation and ends
// behind it.
func TestOverlappingAnnotations(t *testing.T) {
	text := "ha detto che «Roma e Pisa» sono belle"
	find := func(part string, role role) annotation {
		start := strings.Index(text, part)
		return annotation{lang.Span{Start: start, End: start + len(part)}, role, 0}
	}
	reported, quotation := find("«Roma e Pisa» sono belle", quote), find("«Roma e Pisa»", quote)
	name, items := find("Roma", entity), find("Pisa» sono", list)
	outside := annotation{lang.Span{Start: 3, End: len(text) + 1}, entity, 0}
	empty := annotation{lang.Span{}, source, 0}

	type part struct {
		text string
		over []annotation
	}
	var got []part
	for _, s := range split(len(text), []annotation{items, name, outside, quotation, empty, reported}) {
		got = append(got, part{text[s.Start:s.End], s.over})
	}
	require.Equal(t, []part{
		{"ha detto che ", nil},
		{"«", []annotation{reported, quotation}},
		{"Roma", []annotation{reported, quotation, name}},
		{" e ", []annotation{reported, quotation}},
		{"Pisa»", []annotation{reported, quotation, items}},
		{" sono", []annotation{reported, items}},
		{" belle", []annotation{reported}},
	}, got)
}

// What a browser reads in the article is the text, with unseen characters named.
func TestThePageShowsTheTextAndNothingElse(t *testing.T) {
	for name, text := range texts(t) {
		t.Run(name, func(t *testing.T) {
			var page bytes.Buffer
			require.NoError(t, render(&page, view{Form: true, Article: describe(claims.Analyze(text), name)}))
			require.True(t, utf8.Valid(page.Bytes()))
			require.NotRegexp(t, "[\\x00\u202a-\u202e\u2066-\u2069\u200e\u200f]", page.String())
			root, err := html.Parse(&page)
			require.NoError(t, err)

			require.Equal(t, withControlsNamed(text), shownText(find(root, "article")))
			require.Len(t, findAll(root, "script"), 1, "only the page's own script")
			require.Len(t, findAll(root, "style"), 1)
			require.Len(t, findAll(root, "form"), 1)
			require.Empty(t, findAll(root, "img"))
			requireHarmlessAttributes(t, root)
			requireUniqueIDs(t, root)
		})
	}
}

// withControlsNamed is the text as it should be seen; HTML reads all ends of lines as \n.
func withControlsNamed(text string) string {
	var b strings.Builder
	for _, p := range pieces(text) {
		b.WriteString(p.Text + p.Control)
	}
	return strings.ReplaceAll(strings.ReplaceAll(b.String(), "\r\n", "\n"), "\r", "\n")
}

// shownText is the text of the article's paragraphs without the markers.
func shownText(article *html.Node) string {
	var b strings.Builder
	for _, paragraph := range findAll(article, "p") {
		for n := range paragraph.Descendants() {
			if n.Type == html.TextNode && !within(n, "marker") {
				b.WriteString(n.Data)
			}
		}
	}
	return b.String()
}

func requireHarmlessAttributes(t *testing.T, root *html.Node) {
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			require.False(t, strings.HasPrefix(a.Key, "on"), "%s has %s", n.Data, a.Key)
			if a.Key == "href" || a.Key == "src" {
				require.Regexp(t, `^#[a-z]+-[a-z0-9-]+$`, a.Val, "all links stay in the page")
			}
		}
	}
}

func requireUniqueIDs(t *testing.T, root *html.Node) {
	ids := map[string]bool{}
	for n := range root.Descendants() {
		if id := attribute(n, "id"); id != "" {
			require.False(t, ids[id], id)
			ids[id] = true
		}
	}
	for n := range root.Descendants() {
		for _, key := range []string{"aria-describedby", "aria-labelledby", "aria-controls", "for"} {
			for id := range strings.FieldsSeq(attribute(n, key)) {
				require.True(t, ids[id], "%s=%s leads nowhere", key, id)
			}
		}
		if href := attribute(n, "href"); href != "" {
			require.True(t, ids[strings.TrimPrefix(href, "#")], "%s leads nowhere", href)
		}
	}
}

func find(root *html.Node, element string) *html.Node { return findAll(root, element)[0] }

func findAll(root *html.Node, element string) []*html.Node {
	var all []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == element {
			all = append(all, n)
		}
	}
	return all
}

func within(n *html.Node, class string) bool {
	for p := range n.Ancestors() {
		if strings.Contains(" "+attribute(p, "class")+" ", " "+class+" ") {
			return true
		}
	}
	return false
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
