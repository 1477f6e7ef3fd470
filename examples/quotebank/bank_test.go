package main

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMigrationsGoOnFromWhereADatabaseIs(t *testing.T) {
	ctx := context.Background()
	db := openRaw(t, filepath.Join(t.TempDir(), "a.db"))
	first, second := "CREATE TABLE a (x)", "ALTER TABLE a ADD COLUMN y; INSERT INTO a VALUES (1, 2)"
	require.NoError(t, migrate(ctx, db, []string{first}))
	require.NoError(t, migrate(ctx, db, []string{first, second}))
	require.NoError(t, migrate(ctx, db, []string{first, second}), "nothing is done twice")
	var rows, version int
	require.NoError(t, db.QueryRow("SELECT COUNT(y), (SELECT user_version FROM pragma_user_version) FROM a").Scan(&rows, &version))
	require.Equal(t, []int{1, 2}, []int{rows, version})

	require.ErrorContains(t, migrate(ctx, db, []string{first, second, "CREATE TABLE b (x); nonsense"}), "schema 3")
	require.NoError(t, migrate(ctx, db, []string{first, second, "CREATE TABLE b (x)"}), "a step that fails leaves nothing behind")
	require.ErrorContains(t, migrate(ctx, db, []string{first}), "newer quotebank (schema 3, this one knows 1)")
}

func TestTheDatabaseOfAnotherProgramIsLeftAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "contacts.db")
	_, err := openRaw(t, path).Exec("CREATE TABLE contact (name)")
	require.NoError(t, err)
	_, err = openBank(context.Background(), path, true)
	require.ErrorContains(t, err, "another program")
	require.Equal(t, 1, count(t, path, "SELECT COUNT(*) FROM sqlite_master"))
}

func TestAPathMayHoldAnything(t *testing.T) {
	path := filepath.Join(t.TempDir(), "è 100%? #1.db")
	b, err := openBank(context.Background(), path, true)
	require.NoError(t, err)
	require.NoError(t, b.close())
	require.FileExists(t, path)
}
