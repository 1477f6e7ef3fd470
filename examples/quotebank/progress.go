package main

import (
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress is a bar on standard error, or nothing where that is no terminal.
type progress struct{ bar *progressbar.ProgressBar }

// newProgress makes a bar for the bytes of the inputs. With standard input among them the total is unknown.
func newProgress(stderr io.Writer, inputs []string) progress {
	file, ok := stderr.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return progress{}
	}
	total := int64(0)
	for _, input := range inputs {
		if input == "-" {
			total = -1
			break
		}
		for path := range filesOf(input) {
			if info, err := os.Stat(path); err == nil {
				total += info.Size()
			}
		}
	}
	return progress{progressbar.DefaultBytes(total, "reading")}
}

func (p progress) add(bytes int64) {
	if p.bar != nil {
		_ = p.bar.Add64(bytes) // a bar that can't be drawn is no reason to stop
	}
}

// clear makes room for a line.
func (p progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
