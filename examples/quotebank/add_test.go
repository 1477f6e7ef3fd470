package main

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// contents returns all that a bank holds, without the row numbers, which a replaced document changes.
func contents(t *testing.T, path string) []string {
	t.Helper()
	db := openRaw(t, path)
	var all []string
	for _, query := range []string{
		"SELECT kind || '|' || name || '|' || file || '|' || record || '|' || date || '|' || hex(hash) FROM document",
		`SELECT d.name || '|' || q.start || '|' || line || '|' || col || '|' || text || '|' || form || '|' || act || '|' || cue || '|' ||
			speaker || '|' || named || '|' || score FROM quote q JOIN document d ON d.id = q.document`,
		`SELECT d.name || '|' || p.start || '|' || principle || '|' || p.text || '|' || list || '|' || COALESCE(q.start, '')
			FROM principle p JOIN document d ON d.id = p.document LEFT JOIN quote q ON q.id = p.quote`,
		"SELECT 'searchable ' || d.name || q.start FROM quote_search s JOIN quote q ON q.id = s.rowid JOIN document d ON d.id = q.document",
	} {
		rows, err := db.Query(query)
		require.NoError(t, err)
		for rows.Next() {
			var row string
			require.NoError(t, rows.Scan(&row))
			all = append(all, row)
		}
		require.NoError(t, rows.Err())
	}
	slices.Sort(all)
	return all
}

func openRaw(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", path+"?_pragma=busy_timeout(10000)")
	require.NoError(t, err)
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func count(t *testing.T, path, query string) (n int) {
	t.Helper()
	require.NoError(t, openRaw(t, path).QueryRow(query).Scan(&n))
	return n
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
}

// stream returns JSON lines from one number to another.
func stream(from, to int) string {
	var lines strings.Builder
	for i := from; i < to; i++ {
		fmt.Fprintf(&lines, `{"id": %d, "date": "2024-%02d-01", "text": "La sindaca Anna Verri ha promesso che il ponte %d riaprirà."}`+"\n", i, 1+i%12, i)
	}
	return lines.String()
}

func TestAddingTwiceChangesNothing(t *testing.T) {
	articles, err := filepath.Abs("../../testdata/articles")
	require.NoError(t, err)
	t.Chdir(t.TempDir())
	for i := range 100 {
		writeFile(t, fmt.Sprintf("cartella/%02d/2024-05-%02d.txt", i%3, i), fmt.Sprintf("Il sindaco Ugo Neri ha detto che i lavori del lotto %d sono finiti.", i))
	}
	writeFile(t, "cartella/flusso.jsonl", stream(0, 100))
	inputs := []string{"add", articles, "cartella"}
	require.Contains(t, succeed(t, inputs...), "207 added, 0 changed, 0 unchanged, 0 failed")
	once := contents(t, "quotes.db")
	require.Equal(t, "documents: 0 added, 0 changed, 207 unchanged, 0 failed; new quotations: 0\n", succeed(t, inputs...))
	require.Equal(t, once, contents(t, "quotes.db"))

	succeed(t, append([]string{"add", "-j", "1", "-db", "one.db"}, inputs[1:]...)...)
	require.Equal(t, once, contents(t, "one.db"), "the number of workers does not matter")

	t.Chdir("cartella")
	require.Contains(t, succeed(t, "add", "-db", "../quotes.db", "."), "200 unchanged", "the folder one stands in does not matter")
}

func TestAChangedDocumentReplacesItsRows(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "a/1.txt", "Anna Verri ha promesso un ponte. «Crediamo nella solidarietà», ha detto Verri.")
	writeFile(t, "a/2.txt", "Ugo Neri ha promesso una scuola.")
	succeed(t, "add", "a")
	writeFile(t, "a/1.txt", "Ada Bini ha negato il rispetto reciproco.\n")
	writeFile(t, "a/3.txt", "Ivo Corti ha promesso un asilo.")
	require.Contains(t, succeed(t, "add", "a"), "1 added, 1 changed, 1 unchanged, 0 failed")
	require.NotContains(t, succeed(t, "speakers"), "Verri")
	require.Contains(t, succeed(t, "speakers"), "Ada Bini")

	succeed(t, "add", "-db", "new.db", "a")
	require.Equal(t, contents(t, "new.db"), contents(t, "quotes.db"), "nothing of the old text is left, not even in the search")
	require.Equal(t, count(t, "quotes.db", "SELECT COUNT(*) FROM quote"), count(t, "quotes.db", "SELECT COUNT(*) FROM quote_search"))
}

func TestALineThatOnlyMovesKeepsItsRows(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "1.jsonl", stream(0, 3))
	succeed(t, "add", "1.jsonl")
	writeFile(t, "2.jsonl", stream(2, 3))
	require.Contains(t, succeed(t, "add", "2.jsonl"), "0 added, 0 changed, 1 unchanged")
	require.Contains(t, succeed(t, "who", "-about", "ponte"), "2.jsonl:1 (2, line 1)")
}

func TestTwoProcessesMayAddAtTheSameTime(t *testing.T) {
	t.Chdir(t.TempDir())
	lines := stream(0, 5*batchDocuments)
	other := make(chan outcome)
	go func() { other <- command(lines, "add", "-") }()
	require.Equal(t, succeeded, command(lines, "add", "-").status)
	require.Equal(t, succeeded, (<-other).status)
	require.Equal(t, succeeded, command(lines, "add", "-", "-db", "one.db").status)
	require.Equal(t, contents(t, "one.db"), contents(t, "quotes.db"))
}

// A line that only moved is not analysed; when another process replaces it before it is saved, it has to be after all.
func TestWhatAnotherProcessChangedMeanwhileIsAnalysed(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "s.jsonl", `{"id": 1, "text": "Anna Verri ha promesso una scuola."}`)
	succeed(t, "add", "s.jsonl")
	b, err := openBank(context.Background(), "quotes.db", false)
	require.NoError(t, err)
	j := &job{document: document{kind: recordKind, name: "1", file: "-", record: 1, text: "Anna Verri ha promesso un ponte."}, equal: true}
	j.hash = j.sum()
	require.NoError(t, b.save(context.Background(), []*job{j}, new(tally)))
	require.NoError(t, b.close())
	require.Contains(t, succeed(t, "who", "verri"), "un ponte")
}

func TestTheLaterVersionInAStreamCounts(t *testing.T) {
	first := `{"id": 1, "text": "Anna Verri ha promesso un ponte."}` + "\n"
	second := `{"id": 1, "text": "Anna Verri ha promesso una scuola."}` + "\n"
	for name, lines := range map[string]string{
		"near":                first + second,
		"far":                 first + stream(10, 10+3*batchDocuments) + second,
		"back to the first":   second + first + second,
		"the same text twice": second + second,
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			writeFile(t, "s.jsonl", lines)
			for range 3 {
				succeed(t, "add", "s.jsonl")
				require.Equal(t, 1, count(t, "quotes.db", "SELECT COUNT(*) FROM document WHERE name = '1'"))
				require.Contains(t, succeed(t, "who", "-about", "scuola"), fmt.Sprintf("s.jsonl:%d (1,", strings.Count(lines, "\n")))
				require.NotContains(t, succeed(t, "who", "-format", "csv"), "un ponte.")
			}
		})
	}
}

func TestWhatFailsIsReportedAndTheRestGoesOn(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "s.jsonl", "\ufeff"+`{"id": "a", "text": "Anna Verri ha promesso un ponte."}

{bad
{"id": "b"}
{"text": "Bene."}
{"id": "", "text": "Bene."}
{"id": "c", "text": "Bene.", "date": "ieri"}
{"id": "d", "text": "Bene."} {"id": "e", "text": "Bene."}
{"id": "f", "text": ""}`)
	writeFile(t, "latin1.txt", "La citt\xe0")
	writeFile(t, "vuota/.nascosto.txt", "Bene.")
	writeFile(t, "vuota/foto.jpg", "")
	got := command("", "add", "s.jsonl", "latin1.txt", "vuota", "assente", "-db", "b.db")
	require.Equal(t, failed, got.status)
	require.Contains(t, got.stdout, "2 added, 0 changed, 0 unchanged, 9 failed")
	for _, report := range []string{
		"s.jsonl:3: it is not the JSON of a document", `s.jsonl:4: it has no "text"`, `s.jsonl:5: it has no "id"`, `s.jsonl:6: it has no "id"`,
		`s.jsonl:7: "ieri" is no date`, "s.jsonl:8: there is more than one", "latin1.txt: it is not UTF-8", "vuota: no file", "assente: no such file",
	} {
		require.Contains(t, got.stderr, report)
	}
}

func TestDates(t *testing.T) {
	for path, want := range map[string]string{
		"2024-05-14.txt":            "2024-05-14",
		"a/vertice_2024-05-14b.txt": "2024-05-14",
		"2024-05-14/vertice.txt":    "", // the folder's name is not the file's
		"2024-13-14.txt":            "",
		"12024-05-14.txt":           "",
		"2024-05-145.txt":           "",
		"2023-02-29 2024-02-29.txt": "2024-02-29", // the first is no day
	} {
		require.Equal(t, want, dateOf(path), path)
	}
	for text, want := range map[string]string{"": "", "2024-05-14": "2024-05-14", "2024-05-14T23:59:00-05:00": "2024-05-14"} {
		day, err := dayOf(text)
		require.NoError(t, err)
		require.Equal(t, want, day)
	}
	for _, text := range []string{"2024", "2024-05", "2024-05-145", "14/05/2024", "2024-02-30"} {
		_, err := dayOf(text)
		require.Error(t, err, text)
	}
}

// program starts quotebank as a process of its own that adds what is written to it.
func program(t *testing.T, arguments ...string) (process *exec.Cmd, input io.WriteCloser, stderr *bufio.Reader) {
	t.Helper()
	process = exec.Command(os.Args[0], arguments...)
	process.Env = append(os.Environ(), asProgram+"=1")
	input, err := process.StdinPipe()
	require.NoError(t, err)
	errors, err := process.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, process.Start())
	t.Cleanup(func() { _ = process.Process.Kill() })
	return process, input, bufio.NewReader(errors)
}

// awaitDocuments waits until a bank holds so many documents.
func awaitDocuments(t *testing.T, path string, n int) {
	t.Helper()
	require.Eventually(t, func() bool {
		if _, err := os.Stat(path); err != nil {
			return false
		}
		var got int
		return openRaw(t, path).QueryRow("SELECT COUNT(*) FROM document").Scan(&got) == nil && got >= n
	}, time.Minute, 20*time.Millisecond)
}

func TestAKilledProcessIsResumed(t *testing.T) {
	t.Chdir(t.TempDir())
	const total = 5 * batchDocuments
	lines := stream(0, total)
	process, input, _ := program(t, "add", "-")
	_, err := io.WriteString(input, stream(0, 2*batchDocuments+10))
	require.NoError(t, err)
	awaitDocuments(t, "quotes.db", 2*batchDocuments)
	require.NoError(t, process.Process.Kill())
	require.Error(t, process.Wait())
	require.Equal(t, 2*batchDocuments, count(t, "quotes.db", "SELECT COUNT(*) FROM document"), "whole batches, and no more")
	require.Equal(t, 2*batchDocuments, count(t, "quotes.db", "SELECT COUNT(*) FROM quote"))

	got := command(lines, "add", "-")
	require.Equal(t, succeeded, got.status, got.stderr)
	require.Equal(t, fmt.Sprintf("documents: %d added, 0 changed, %d unchanged, 0 failed; new quotations: %d\n",
		total-2*batchDocuments, 2*batchDocuments, total-2*batchDocuments), got.stdout)
	require.Equal(t, succeeded, command(lines, "add", "-", "-db", "whole.db").status)
	require.Equal(t, contents(t, "whole.db"), contents(t, "quotes.db"))
}

func TestAnInterruptKeepsWhatIsFinished(t *testing.T) {
	t.Chdir(t.TempDir())
	process, input, stderr := program(t, "add", "-")
	_, err := io.WriteString(input, stream(0, batchDocuments+10))
	require.NoError(t, err)
	awaitDocuments(t, "quotes.db", batchDocuments)
	require.NoError(t, process.Process.Signal(os.Interrupt))
	said, err := io.ReadAll(stderr)
	require.NoError(t, err)
	require.Contains(t, string(said), "interrupted; what was finished is saved")
	require.Error(t, process.Wait())
	require.Equal(t, failed, process.ProcessState.ExitCode())
	require.GreaterOrEqual(t, count(t, "quotes.db", "SELECT COUNT(*) FROM document"), batchDocuments)
}

// A context that ends while the reader goes on must not lose the batch at hand.
func TestAnInterruptSavesThePartOfABatch(t *testing.T) {
	t.Chdir(t.TempDir())
	b, err := openBank(context.Background(), "quotes.db", true)
	require.NoError(t, err)
	ctx, interrupt := context.WithCancel(context.Background())
	ordered := make(chan *job)
	a := adder{bank: b}
	a.pending.number = make(map[[2]string]int)
	go func() {
		for i := range 3 {
			j := &job{document: document{kind: recordKind, name: fmt.Sprint(i), file: "-"}, hash: "x", done: make(chan struct{})}
			close(j.done)
			ordered <- j
		}
		interrupt()
	}()
	require.ErrorIs(t, a.saveAll(ctx, ordered), errInterrupted)
	require.GreaterOrEqual(t, a.added, 2, "the third may be on its way")
	require.NoError(t, b.close())
	require.Equal(t, a.added, count(t, "quotes.db", "SELECT COUNT(*) FROM document"))
}
