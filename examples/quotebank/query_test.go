package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// found returns the quotations of a question, in order.
func found(t *testing.T, arguments ...string) (quotes []string) {
	t.Helper()
	var rows []quoteRow
	require.NoError(t, json.Unmarshal([]byte(succeed(t, append([]string{"who", "-format", "json"}, arguments...)...)), &rows))
	for _, r := range rows {
		quotes = append(quotes, r.Quote)
	}
	return quotes
}

func TestWho(t *testing.T) {
	const (
		renewables = "Le energie rinnovabili\ncopriranno metà dei consumi" // as the text has it, line breaks and all
		bills      = "il piano aumenti le bollette"
		network    = "la rete energetica delle due valli sarà unita entro il 2027"
		dark       = "Non lasceremo nessuno al buio"
		ports      = "l'energia dei porti verrà dal mare"
		trust      = "Senza fiducia non c'è commercio"
	)
	inArchive(t)
	succeed(t, "add", "archivio")
	for name, c := range map[string]struct {
		question []string
		want     []string
	}{
		"full name, in order of date":               {[]string{"Luisa Verri"}, []string{renewables, bills, network, dark, ports}},
		"case and order of names do not matter":     {[]string{"VERRI luisa"}, []string{renewables, bills, network, dark, ports}},
		"a part of a word is no name":               {[]string{"Ver"}, nil},
		"a stem finds the plural":                   {[]string{"-about", "energia"}, []string{renewables, ports}},
		"and the plural the singular":               {[]string{"-about", "energie"}, []string{renewables, ports}},
		"a beginning finds other words":             {[]string{"-about", "ENERG*"}, []string{renewables, network, ports}},
		"all words must be said":                    {[]string{"-about", "l'energia dei porti"}, []string{ports}},
		"accents do not matter to a name or a word": {[]string{"-about", "meta"}, []string{renewables}},
		"marks are no operators":                    {[]string{"-about", `commercio" OR "energia`}, nil},
		"act":                                       {[]string{"verri", "-act", "promise"}, []string{renewables, network, ports}},
		"acts":                                      {[]string{"-act", "warn,deny"}, []string{bills, trust}},
		"since a year":                              {[]string{"verri", "-since", "2024", "-act", "promise"}, []string{network, ports}},
		"until a month":                             {[]string{"verri", "-until", "2024-03", "-act", "promise"}, []string{renewables, network}},
		"between two days":                          {[]string{"verri", "-since", "2024-03-12", "-until", "2024-03-12"}, []string{network, dark}},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, c.want, found(t, c.question...)) })
	}
}

func TestUndatedDocumentsComeLastAndHaveNoPeriod(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "a/a.txt", "Anna Verri ha promesso un ponte.")
	writeFile(t, "a/b-2024-01-01.txt", "Anna Verri ha promesso una scuola.")
	succeed(t, "add", "a")
	require.Equal(t, []string{"una scuola", "un ponte"}, found(t, "verri"))
	require.Equal(t, []string{"una scuola"}, found(t, "verri", "-until", "2030"))
	require.Equal(t, []string{"una scuola"}, found(t, "verri", "-since", "1900"))
	require.Contains(t, succeed(t, "speakers"), "2024-01-01")
}

func TestThePlaceOfAQuotation(t *testing.T) {
	inArchive(t)
	succeed(t, "add", "archivio")
	var rows []quoteRow
	require.NoError(t, json.Unmarshal([]byte(succeed(t, "who", "-about", "energia", "-format", "json")), &rows))
	const path = "archivio/2023-11-08-piano.txt"
	require.Equal(t, place{path, path, 0, 3, rows[0].Column}, rows[0].place)
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	line := []rune(strings.Split(string(text), "\n")[2])
	require.Equal(t, "Le energie rinnovabili", string(line[rows[0].Column-1:]))
	before := len("La ministra Luisa Verri ha promesso che ")
	require.Equal(t, place{"AV-0917", "archivio/agenzia.jsonl", 1, 3, before + 1}, rows[1].place, "the line of the stream and that of the text")

	t.Chdir("archivio")
	require.Contains(t, succeed(t, "who", "-db", "../quotes.db", "-about", "bolletta"), "../archivio/2023-11-08-piano.txt:4", "a path opens from here")
}

func TestPrinciples(t *testing.T) {
	inArchive(t)
	succeed(t, "add", "archivio")
	var rows []principleRow
	require.NoError(t, json.Unmarshal([]byte(succeed(t, "principles", "-by", "Salvi", "-format", "json")), &rows))
	var got []string
	for _, r := range rows {
		got = append(got, strings.Join([]string{r.Date, r.Speaker, r.Principle, r.Text, r.List}, "|"))
	}
	require.Equal(t, []string{
		"2024-03-12|Ettore Salvi|mutual-respect|mutuo rispetto|principles",
		"2024-03-12|Ettore Salvi|non-interference|non ingerenza|principles",
		"2024-03-12|Ettore Salvi|solidarity|solidarietà nei momenti\ndifficili|principles",
		"2025-02-10|Ettore Salvi|international-law|diritto internazionale|",
	}, got)
	require.NotContains(t, succeed(t, "principles", "solidarity", "non-interference"), "mutual-respect")
	require.Equal(t, "[]\n", succeed(t, "principles", "-by", "Verri", "-format", "json"))
}

// CSV and JSON say the same, byte for byte.
func TestCSVAndJSON(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "a.txt", "Anna Verri ha dichiarato: «Il \"ponte\", <b>&\nla scuola; l'asilo \u202eoirartnoc».")
	succeed(t, "add", "a.txt")
	var rows []map[string]any
	require.NoError(t, json.Unmarshal([]byte(succeed(t, "who", "-format", "json")), &rows))
	lines, err := csv.NewReader(strings.NewReader(succeed(t, "who", "-format", "csv"))).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 1)
	require.Len(t, lines, 2)
	require.Len(t, rows[0], len(lines[0]))
	for i, column := range lines[0] {
		value, err := json.Marshal(rows[0][column])
		require.NoError(t, err)
		if text, ok := rows[0][column].(string); ok {
			require.Equal(t, text, lines[1][i])
		} else {
			require.Equal(t, string(value), lines[1][i])
		}
	}
	require.Contains(t, lines[1], "Il \"ponte\", <b>&\nla scuola; l'asilo \u202eoirartnoc")
	table := succeed(t, "who")
	require.Equal(t, 2, strings.Count(table, "\n"), "a row a line")
	require.NotContains(t, table, "\u202e", "a text can't turn the terminal's writing around")
}
