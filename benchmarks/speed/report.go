package main

import (
	"fmt"
	"runtime"
	"strings"
)

// report is everything that was measured.
type report struct {
	articles *articles
	text     string // its name
	speeds   [][]speed
	cores    []float64
	process  process
}

const head = `# Speed

This file is written, in the folder benchmarks, by

    go run ./speed

on %s, %s/%s. The text is %s: %d articles, %d bytes, %d tokens, %d sentences. One core each, the best of some rounds of
a second; on another machine the ratios say more than the figures. Tokens are always those of Detto, so that tokens a second
of two programs compare the time that they need for one and the same text. Allocations are counted a sentence, results
included.

| | MB/s | thousand tokens/s | allocations a sentence | Detto is faster by |
|---|---|---|---|---|
`

func (r *report) markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, head, runtime.Version(), runtime.GOOS, runtime.GOARCH, r.text,
		len(r.articles.texts), r.articles.bytes, r.articles.tokens, r.articles.sentences)
	for _, group := range r.speeds {
		for i, s := range group {
			faster := ""
			if i > 0 {
				faster = fmt.Sprintf("%.1f", s.ratio)
			}
			fmt.Fprintf(&b, "| %s | %.3g | %.0f | %.1f | %s |\n", s.name, s.bytes/1e6, s.tokens/1e3, s.allocations, faster)
		}
	}
	r.writeCores(&b)
	r.writeProcess(&b)
	return b.String()
}

func (r *report) writeCores(b *strings.Builder) {
	b.WriteString("\n## More cores\n\nclaims.Analyze in as many goroutines as there are cores:\n\n| goroutines | thousand tokens/s | times one |\n|---|---|---|\n")
	for i, tokens := range r.cores {
		fmt.Fprintf(b, "| %d | %.0f | %.2f |\n", i+1, tokens/1e3, tokens/r.cores[0])
	}
}

func (r *report) writeProcess(b *strings.Builder) {
	p := r.process
	fmt.Fprintf(b, "\n## What a program pays once\n\n| | |\n|---|---|\n")
	fmt.Fprintf(b, "| from the start of a program to its first analysis | %.1f ms |\n", float64(p.first.Microseconds())/1e3)
	fmt.Fprintf(b, "| growth of a stripped program | %.1f MB |\n", float64(p.growth)/1e6)
	fmt.Fprintf(b, "| memory of examples/batch on %d MB of articles, at most | %.0f MB |\n", p.residentOf>>20, float64(p.resident)/1e6)
}
