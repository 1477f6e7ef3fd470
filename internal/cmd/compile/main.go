// Command compile makes the table of names that extract embeds from the lists in a directory.
//
//	go run ./internal/cmd/compile -o internal/names/data/names.bin extract/gazetteers
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/detto-it/detto/internal/gazetteer"
)

func main() {
	output := flag.String("o", "internal/names/data/names.bin", "the `file` to write")
	flag.Parse()
	if err := compile(flag.Arg(0), *output); err != nil {
		fmt.Fprintln(os.Stderr, "compile:", err)
		os.Exit(1)
	}
}

func compile(dir, output string) error {
	data, err := gazetteer.Compile(os.DirFS(dir))
	if err != nil {
		return err
	}
	return os.WriteFile(output, data, 0o644)
}
