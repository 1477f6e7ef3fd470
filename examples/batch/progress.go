package main

import (
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress is a bar on standard error, or nothing where that is no terminal.
type progress struct{ bar *progressbar.ProgressBar }

// newProgress makes a bar for the bytes of the inputs; without inputs, or where one is no regular file, the total is unknown.
func newProgress(inputs []string) progress {
	if !term.IsTerminal(int(os.Stderr.Fd())) {
		return progress{}
	}
	total := int64(0)
	for _, name := range inputs {
		info, err := os.Stat(name)
		if err != nil || !info.Mode().IsRegular() {
			total = 0
			break
		}
		total += info.Size()
	}
	if total == 0 {
		total = -1
	}
	return progress{progressbar.DefaultBytes(total, "analysing")}
}

func (p progress) add(bytes int64) {
	if p.bar != nil {
		_ = p.bar.Add64(bytes) // a bar that can't be drawn is no reason to stop
	}
}

func (p progress) finish() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
