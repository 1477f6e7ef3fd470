package main

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// applicationID marks a database as a quote bank, "DtQb" in ASCII. See https://www.sqlite.org/pragma.html#pragma_application_id
const applicationID = 0x44745162

//go:embed schema/*.sql
var schemas embed.FS

// bank is the database. It has one connection: its methods wait for each other.
type bank struct {
	db     *sql.DB
	folder string // of the database file, from which it sees all paths
}

// openBank opens a bank and brings its schema up to date. Only create makes one that is not there.
func openBank(ctx context.Context, path string, create bool) (*bank, error) {
	mode := "rwc"
	if !create {
		mode = "rw"
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("there is no database %s: make it with \"quotebank add -db %s FOLDER\", or name another with -db", path, path)
		}
	} else if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return nil, fmt.Errorf("the folder of the database must exist: %w", err)
	}
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	options := "mode=" + mode + "&_txlock=immediate&_pragma=busy_timeout(10000)&_pragma=foreign_keys(1)"
	location := url.URL{Scheme: "file", OmitHost: true, Path: "/" + strings.TrimPrefix(filepath.ToSlash(absolute), "/"), RawQuery: options}
	db, err := sql.Open("sqlite", location.String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if err := migrate(ctx, db, migrations()); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), db.Close())
	}
	return &bank{db, filepath.Dir(path)}, nil
}

func (b *bank) close() error { return b.db.Close() }

// migrations returns the steps from one schema to the next: the first makes version 1.
func migrations() (steps []string) {
	for version := 1; ; version++ {
		step, err := schemas.ReadFile(fmt.Sprintf("schema/%d.sql", version))
		if err != nil {
			return steps
		}
		steps = append(steps, string(step))
	}
}

// migrate performs the steps that a database has not seen, all or none. It refuses what is no quote bank, or a newer one.
func migrate(ctx context.Context, db *sql.DB, steps []string) error {
	if version, err := checkedVersion(ctx, db, len(steps)); err != nil || version == len(steps) {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()                // does nothing after Commit
	version, err := checkedVersion(ctx, tx, len(steps)) // another process may have done it meanwhile
	if err != nil {
		return err
	}
	for ; version < len(steps); version++ {
		if _, err := tx.ExecContext(ctx, steps[version]); err != nil {
			return fmt.Errorf("schema %d: %w", version+1, err)
		}
	}
	done := fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", len(steps), applicationID)
	if _, err := tx.ExecContext(ctx, done); err != nil {
		return err
	}
	return tx.Commit()
}

type rowQuerier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// checkedVersion returns the version of a database's schema, 0 for an empty one.
func checkedVersion(ctx context.Context, db rowQuerier, newest int) (version int, err error) {
	var application, tables int
	err = db.QueryRowContext(ctx, "SELECT user_version, application_id, (SELECT COUNT(*) FROM sqlite_master) "+
		"FROM pragma_user_version, pragma_application_id").Scan(&version, &application, &tables)
	switch {
	case err != nil:
		return 0, fmt.Errorf("this can't be read as a database: %w", err)
	case application != applicationID && (tables > 0 || version > 0):
		return 0, errors.New("this is the database of another program: name another file with -db")
	case version > newest:
		return 0, fmt.Errorf("it was made by a newer quotebank (schema %d, this one knows %d): update quotebank", version, newest)
	}
	return version, nil
}

// known is what the bank knows of a document.
type known struct {
	id     int64
	hash   string // of its content; see document.sum
	file   string
	record int
}

// lookUp returns what the bank knows of a document; the id is 0 if it does not know it.
func (b *bank) lookUp(ctx context.Context, d *document) (known, error) {
	return lookUp(ctx, b.db, d)
}

func lookUp(ctx context.Context, db rowQuerier, d *document) (k known, err error) {
	err = db.QueryRowContext(ctx, "SELECT id, hash, file, record FROM document WHERE kind = ? AND name = ?", d.kind, d.name).
		Scan(&k.id, &k.hash, &k.file, &k.record)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return k, err
}

// save writes a batch of documents in one transaction: all of them, or none if it fails. It counts them in the tally.
func (b *bank) save(ctx context.Context, batch []*job, t *tally) error {
	if len(batch) == 0 {
		return nil
	}
	tx, err := b.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // does nothing after Commit
	counted := *t
	for _, j := range batch {
		if err := saveDocument(ctx, tx, j, &counted); err != nil {
			return fmt.Errorf("%s: %w", j.where(), err)
		}
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	*t = counted
	return nil
}

// saveDocument writes a document and what was found in it; what the bank had of it goes.
func saveDocument(ctx context.Context, tx *sql.Tx, j *job, t *tally) error {
	before, err := lookUp(ctx, tx, &j.document)
	if err != nil {
		return err
	}
	if before.id != 0 && before.hash == j.hash {
		t.unchanged++
		_, err := tx.ExecContext(ctx, "UPDATE document SET file = ?, record = ? WHERE id = ?", j.file, j.record, before.id)
		return err
	}
	if j.equal { // not any more: another process has changed it meanwhile
		j.found = find(j.text)
	}
	if before.id == 0 {
		t.added++
	} else {
		t.changed++
		if _, err := tx.ExecContext(ctx, "DELETE FROM document WHERE id = ?", before.id); err != nil {
			return err
		}
	}
	inserted, err := tx.ExecContext(ctx, "INSERT INTO document (kind, name, file, record, date, hash) VALUES (?, ?, ?, ?, ?, ?)",
		j.kind, j.name, j.file, j.record, j.date, []byte(j.hash))
	if err != nil {
		return err
	}
	id, err := inserted.LastInsertId()
	if err != nil {
		return err
	}
	t.quotes += len(j.found.quotes)
	return saveFindings(ctx, tx, id, j.found)
}

func saveFindings(ctx context.Context, tx *sql.Tx, document int64, f findings) error {
	ids := make([]any, len(f.quotes))
	for i, q := range f.quotes {
		inserted, err := tx.ExecContext(ctx, "INSERT INTO quote (document, start, line, col, text, form, act, cue, speaker, speaker_key, named, score) "+
			"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
			document, q.start, q.line, q.column, q.text, q.form, q.act, q.cue, q.speaker, q.speakerKey, q.named, q.score)
		if err != nil {
			return err
		}
		if ids[i], err = inserted.LastInsertId(); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO quote_search (rowid, speaker, stems, words) VALUES (?, ?, ?, ?)",
			ids[i], q.speaker, q.stems, q.words); err != nil {
			return err
		}
	}
	for _, p := range f.principles {
		var quote any // NULL outside quotations
		if p.quote >= 0 {
			quote = ids[p.quote]
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO principle (document, quote, start, line, col, principle, text, list) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
			document, quote, p.start, p.line, p.column, p.principle, p.text, p.list); err != nil {
			return err
		}
	}
	return nil
}
