// Command quickstart reads an Italian text and reports who is in it, who said what, and which principles it declares.
//
//	go run ./examples/quickstart article.txt
//	go run ./examples/quickstart -json < article.txt
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/detto-it/detto/claims"
)

func main() {
	asJSON := flag.Bool("json", false, "print the analysis as JSON")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: quickstart [-json] [FILE]\nreads standard input without FILE")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() > 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(os.Stdout, flag.Arg(0), *asJSON); err != nil {
		fmt.Fprintln(os.Stderr, "quickstart:", err)
		os.Exit(1)
	}
}

func run(output io.Writer, name string, asJSON bool) error {
	text, err := read(name)
	if err != nil {
		return err
	}
	analysis := claims.Analyze(text)
	if asJSON {
		out := json.NewEncoder(output)
		out.SetIndent("", "  ")
		return out.Encode(analysis)
	}
	report{output, analysis}.print()
	return nil
}

func read(name string) (string, error) {
	if name == "" || name == "-" {
		text, err := io.ReadAll(os.Stdin)
		return string(text), err
	}
	text, err := os.ReadFile(name)
	return string(text), err
}
