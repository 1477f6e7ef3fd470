package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestParse(t *testing.T) {
	for name, c := range map[string]struct {
		record record
		want   document
	}{
		"a text":                   {record{"a/2024-05-14-vertice.txt", 0, []byte("Ciao")}, document{[]byte(`"a/2024-05-14-vertice.txt"`), "Ciao", "2024"}},
		"a text without date":      {record{"a/vertice.txt", 0, []byte("Ciao")}, document{[]byte(`"a/vertice.txt"`), "Ciao", ""}},
		"the folder has no date":   {record{"2024-05-14/a.txt", 0, nil}, document{[]byte(`"2024-05-14/a.txt"`), "", ""}},
		"no day of that month":     {record{"2024-02-30-2023-02-01.txt", 0, nil}, document{[]byte(`"2024-02-30-2023-02-01.txt"`), "", "2023"}},
		"a longer number":          {record{"12024-05-14.txt", 0, nil}, document{[]byte(`"12024-05-14.txt"`), "", ""}},
		"a line":                   {record{"a.jsonl", 1, []byte(`{"id":7,"text":"Ciao","date":"2023-01-02"}`)}, document{[]byte("7"), "Ciao", "2023"}},
		"a date with a time":       {record{"a.jsonl", 1, []byte(`{"text":"","date":"2023-01-02T10:00:00Z"}`)}, document{nil, "", "2023"}},
		"the date of the file":     {record{"2022-12-31.jsonl", 1, []byte(`{"text":""}`)}, document{nil, "", "2022"}},
		"its own date goes before": {record{"2022-12-31.jsonl", 1, []byte(`{"text":"","date":"2021-01-01"}`)}, document{nil, "", "2021"}},
		"a large number as id":     {record{"a.jsonl", 1, []byte(`{"id":12345678901234567890,"text":""}`)}, document{[]byte("12345678901234567890"), "", ""}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := parse(c.record)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	for text, says := range map[string]string{
		`{`:                            "not the JSON of a document",
		`{"text":""} {}`:               "not the JSON of a document",
		`{"text":7}`:                   "not the JSON of a document",
		`[]`:                           "not the JSON of a document",
		`null`:                         `no "text"`,
		`{"id":1,"text":null}`:         `no "text"`,
		`{"text":"","date":"ieri"}`:    "write YYYY-MM-DD",
		`{"text":"","date":"2023-13"}`: "write YYYY-MM-DD",
	} {
		_, err := parse(record{"a.jsonl", 1, []byte(text)})
		require.ErrorContains(t, err, says, text)
	}
}
