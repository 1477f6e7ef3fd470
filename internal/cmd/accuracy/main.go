// Command accuracy measures Detto on the annotated corpora and writes ACCURACY.md. It runs in the folder of the repository and
// reads the corpora beside it.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	corpora := flag.String("corpora", "../shared", "`folder` of the corpora, articles and word lists")
	output := flag.String("o", "ACCURACY.md", "`file` to write")
	flag.Parse()
	if err := run(*corpora, *output); err != nil {
		fmt.Fprintln(os.Stderr, "accuracy:", err)
		os.Exit(1)
	}
}

func run(corpora, output string) error {
	m := measurement{folder: corpora}
	text, err := m.report()
	if err != nil {
		return err
	}
	return os.WriteFile(output, []byte(text), 0o644)
}

// measurement reads what is measured on.
type measurement struct{ folder string }

func (m measurement) path(file string) string { return filepath.Join(m.folder, file) }
