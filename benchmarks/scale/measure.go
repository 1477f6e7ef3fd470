//go:build unix

package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// measurement is what one size of text costs; times are microseconds of the processor a token.
type measurement struct {
	Bytes, Tokens       int
	Tokenising, Parsing float64
	Entities, Analysis  float64
	PeakBytes           int64
}

// measure measures a text of a size.
func measure(size int) (measurement, error) {
	text, err := articles(size)
	if err != nil {
		return measurement{}, err
	}
	claims.Analyze(text[:min(size, 1000)]) // loads what is loaded once
	m := measurement{Bytes: len(text)}
	for range lang.Tokens(text) {
		m.Tokens++
	}
	m.Tokenising = m.cost(func() {
		for range lang.Tokens(text) {
		}
	})
	m.Parsing = m.cost(func() { lang.Parse(text) })
	doc := lang.Parse(text)
	m.Entities = m.cost(func() { extract.Entities(doc) })
	doc = nil
	m.Analysis = m.cost(func() { claims.Analyze(text) })
	return m, nil
}

// enough is the processor time after which work need not be done again.
const enough = time.Second

// cost is what some work costs a token.
func (m measurement) cost(work func()) float64 {
	runs, start := 0, processorTime()
	for ; processorTime()-start < enough; runs++ {
		work()
	}
	return float64((processorTime() - start).Nanoseconds()) / 1e3 / float64(runs) / float64(m.Tokens)
}

func processorTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// articles returns the project's articles, with a blank line between them, as often as it takes to make a size.
func articles(size int) (string, error) {
	files, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil {
		return "", err
	}
	if len(files) == 0 {
		return "", errors.New("no articles: run it in the directory benchmarks")
	}
	var all strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&all, "%s\n\n", text)
	}
	return strings.Repeat(all.String(), size/all.Len()+1)[:size], nil
}
