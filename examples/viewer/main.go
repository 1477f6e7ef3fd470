// Command viewer shows in a browser who is in an Italian text, who said what, and which principles it declares.
//
//	go run . [FILE]                  # serves http://localhost:8080, where one pastes or drops an article
//	go run . -o page.html FILE       # writes the page of one article, complete in itself
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/detto-it/detto/claims"
)

const usage = `usage: viewer [-addr HOST:PORT] [FILE]   serves a page to paste or drop articles into; shows FILE first
       viewer -o PAGE.html FILE          writes the page of one article and ends
FILE is UTF-8 text; - is standard input.
`

func main() {
	addr := flag.String("addr", "localhost:8080", "`address` to serve on")
	output := flag.String("o", "", "write the page to this `file` instead of serving")
	flag.Usage = func() {
		fmt.Fprint(flag.CommandLine.Output(), usage)
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() > 1 || *output != "" && flag.NArg() == 0 {
		flag.Usage()
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *addr, *output, flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, "viewer:", err)
		os.Exit(1)
	}
}

// run writes the page of the named file to output, or serves until the context ends where output is "".
func run(ctx context.Context, addr, output, name string) error {
	var first *article
	if name != "" {
		text, err := read(name)
		if err != nil {
			return err
		}
		if first, err = newArticle(ctx, text, filepath.Base(name)); err != nil {
			return err
		}
	}
	if output != "" {
		return writePage(output, first)
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("%w (another address: -addr localhost:8081)", err)
	}
	fmt.Fprintf(os.Stderr, "viewer: http://%s (Ctrl-C stops)\n", listener.Addr())
	return serve(ctx, listener, first)
}

func read(name string) (string, error) {
	if name == "-" {
		text, err := io.ReadAll(os.Stdin)
		return string(text), err
	}
	text, err := os.ReadFile(name)
	return string(text), err
}

// maxNesting is how many quotations may stand around a byte of a text, on the average. Articles have less than one; a text made of
// nothing but opening marks would have a page as long as its square.
const maxNesting = 16

var errNested = errors.New("the quotations of this text stand within each other too deeply to be shown")

func newArticle(ctx context.Context, text, name string) (*article, error) {
	analysis, err := new(claims.Analyzer).AnalyzeContext(ctx, text)
	if err != nil {
		return nil, err
	}
	quoted := 0
	for _, q := range analysis.Quotes {
		quoted += len(q.Text)
	}
	if quoted > maxNesting*len(text) {
		return nil, errNested
	}
	return describe(analysis, name), nil
}

// writePage writes a page that needs nothing but a browser.
func writePage(output string, a *article) error {
	var page bytes.Buffer
	if err := render(&page, view{Article: a}); err != nil {
		return err
	}
	err := os.WriteFile(output, page.Bytes(), 0o644)
	if errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("%w: make the folder first", err)
	}
	return err
}
