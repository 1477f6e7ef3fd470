package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/lang"
)

// query is what the user wants to know. Its conditions all have to hold.
type query struct {
	search     []string // terms of the full-text search
	acts       []string // one of them
	principles []string // one of them
	since      string   // YYYY-MM-DD
	until      string
	format     string
}

// newQuery returns a query that the flags fill.
func newQuery(flags *flag.FlagSet) *query {
	q := &query{format: "table"}
	flags.Func("about", "`words` that are all said, in any form: energia finds energie, energ* also energetico", q.setAbout)
	flags.Func("act", "what the speaker does by saying it, such as promise or deny: `acts` separated by commas", q.setActs)
	flags.Func("since", "the first `date`: YYYY, YYYY-MM or YYYY-MM-DD; leaves undated documents out", func(text string) (err error) {
		q.since, _, err = period(text)
		return err
	})
	flags.Func("until", "the last `date`, as above", func(text string) (err error) {
		_, q.until, err = period(text)
		return err
	})
	flags.Func("format", "`table`, csv or json (default table)", func(text string) error {
		q.format = text
		if !slices.Contains([]string{"table", "csv", "json"}, text) {
			return errors.New("write table, csv or json")
		}
		return nil
	})
	return q
}

// period returns the first and the last day of a year, month or day.
func period(text string) (first, last string, err error) {
	for layout, next := range map[string][3]int{"2006": {1, 0, 0}, "2006-01": {0, 1, 0}, time.DateOnly: {0, 0, 1}} {
		if begin, err := time.Parse(layout, text); err == nil {
			end := begin.AddDate(next[0], next[1], next[2]-1)
			return begin.Format(time.DateOnly), end.Format(time.DateOnly), nil
		}
	}
	return "", "", errors.New("write YYYY, YYYY-MM or YYYY-MM-DD")
}

func (q *query) takeName(arguments []string) error {
	switch len(arguments) {
	case 0:
		return nil
	case 1:
		if err := q.setName(arguments[0]); err != nil {
			return usageError{err}
		}
		return nil
	}
	return usageError{fmt.Errorf("one name, not %d: put quotes around %q", len(arguments), strings.Join(arguments, " "))}
}

// setName makes all words of a name a condition.
func (q *query) setName(name string) error {
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) })
	if len(words) == 0 {
		return fmt.Errorf("there is no name in %q", name)
	}
	for _, word := range words {
		q.search = append(q.search, searchTerm("speaker", word))
	}
	return nil
}

// setAbout makes all words of a text a condition: by their stems, or by their beginning where a star follows.
func (q *query) setAbout(text string) error {
	before := len(q.search)
	for _, field := range strings.Fields(text) {
		if beginning, ok := strings.CutSuffix(field, "*"); ok && beginning != "" {
			q.search = append(q.search, searchTerm("words", lang.Fold(beginning))+" *")
			continue
		}
		for _, word := range contentWords(field) {
			q.search = append(q.search, searchTerm("stems", lang.Stem(word)))
		}
	}
	if len(q.search) == before {
		return errors.New("words such as di, che, non can't be searched for: write one that says more")
	}
	return nil
}

func (q *query) setActs(text string) error {
	for _, act := range strings.Split(text, ",") {
		if !slices.Contains(claims.Acts(), claims.Act(act)) {
			return fmt.Errorf("%q is no act; write one of %v", act, claims.Acts())
		}
		q.acts = append(q.acts, act)
	}
	return nil
}

// searchTerm is a phrase of the full-text search in a column.
func searchTerm(column, text string) string {
	return column + ` : "` + strings.ReplaceAll(text, `"`, `""`) + `"`
}

// contentWords returns the words of a text that say something: no function words, punctuation or emoji.
func contentWords(text string) (words []string) {
	for token := range lang.Tokens(text) {
		switch token.Kind {
		case lang.Elision, lang.Punct, lang.Symbol, lang.Emoji:
		default:
			if !lang.IsFunctionWord(token.Text) {
				words = append(words, lang.Fold(token.Text))
			}
		}
	}
	return words
}

// where returns the conditions as SQL over document d, quote q and principle p.
func (q *query) where() (condition string, arguments []any) {
	conditions := []string{"1"}
	add := func(condition string, values ...any) {
		conditions = append(conditions, condition)
		arguments = append(arguments, values...)
	}
	if len(q.search) > 0 {
		add("q.id IN (SELECT rowid FROM quote_search WHERE quote_search MATCH ?)", strings.Join(q.search, " AND "))
	}
	oneOf := func(column string, values []string) {
		if len(values) > 0 {
			add(column+" IN (?"+strings.Repeat(", ?", len(values)-1)+")", anys(values)...)
		}
	}
	oneOf("q.act", q.acts)
	oneOf("p.principle", q.principles)
	if q.since != "" {
		add("d.date >= ?", q.since)
	}
	if q.until != "" {
		add("d.date <> '' AND d.date <= ?", q.until)
	}
	return " WHERE " + strings.Join(conditions, " AND "), arguments
}

func anys(values []string) (list []any) {
	for _, value := range values {
		list = append(list, value)
	}
	return list
}

const (
	byDate = " ORDER BY d.date = '', d.date, d.file, d.record, "
	origin = "d.name, d.file, d.record"
)

// quotes returns the quotations that meet the query, in order of date and place.
func (b *bank) quotes(ctx context.Context, q *query) ([]quoteRow, error) {
	where, arguments := q.where()
	list, err := collect(ctx, b, "SELECT d.date, q.speaker, q.act, q.cue, q.form, q.text, q.score, "+origin+", q.line, q.col "+
		"FROM quote q JOIN document d ON d.id = q.document"+where+byDate+"q.start, q.id", arguments,
		func(r *quoteRow) []any {
			return append([]any{&r.Date, &r.Speaker, &r.Act, &r.Cue, &r.Form, &r.Quote, &r.Score}, r.place.targets()...)
		})
	for i := range list {
		list[i].locate(b.folder)
	}
	return list, err
}

// speakers returns the speakers of the quotations that meet the query, the most frequent first.
func (b *bank) speakers(ctx context.Context, q *query) ([]speakerRow, error) {
	where, arguments := q.where()
	return collect(ctx, b, "SELECT MIN(q.speaker), MAX(q.named), COUNT(*), COUNT(DISTINCT q.document), "+
		"COALESCE(MIN(NULLIF(d.date, '')), ''), MAX(d.date) FROM quote q JOIN document d ON d.id = q.document"+where+
		" AND q.speaker <> '' GROUP BY q.speaker_key ORDER BY COUNT(*) DESC, q.speaker_key", arguments,
		func(r *speakerRow) []any {
			return []any{&r.Speaker, &r.Named, &r.Quotes, &r.Documents, &r.First, &r.Last}
		})
}

// principles returns the declarations that meet the query, in order of date and place.
func (b *bank) principles(ctx context.Context, q *query) ([]principleRow, error) {
	where, arguments := q.where()
	list, err := collect(ctx, b, "SELECT d.date, p.principle, COALESCE(q.speaker, ''), COALESCE(q.act, ''), p.text, p.list, "+origin+
		", p.line, p.col FROM principle p JOIN document d ON d.id = p.document LEFT JOIN quote q ON q.id = p.quote"+where+
		byDate+"p.start, p.id", arguments,
		func(r *principleRow) []any {
			return append([]any{&r.Date, &r.Principle, &r.Speaker, &r.Act, &r.Text, &r.List}, r.place.targets()...)
		})
	for i := range list {
		list[i].locate(b.folder)
	}
	return list, err
}

// collect returns the rows of a query. It reads all of them before anything is printed, so that a slow reader of the
// output does not keep others from writing to the database.
func collect[R any](ctx context.Context, b *bank, text string, arguments []any, targets func(*R) []any) (list []R, err error) {
	rows, err := b.db.QueryContext(ctx, text, arguments...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		list = append(list, *new(R))
		if err := rows.Scan(targets(&list[len(list)-1])...); err != nil {
			return nil, err
		}
	}
	return list, rows.Err()
}
