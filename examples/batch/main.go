// Command batch analyses many documents: JSON lines in, JSON lines out, in input order.
//
//	go run ./examples/batch articles.jsonl > analyses.jsonl
//	go run ./examples/batch -j 4 letter.txt speech.txt
//	gzip -dc archive.jsonl.gz | go run ./examples/batch > analyses.jsonl
//
// A line of input is {"id": …, "text": …}; a file with another ending than .jsonl or .json is one document whose id is
// its path. A line of output is {"id", "entities", "quotes", "lists"}. What can't be read is reported on standard error
// with its file and line; the rest goes on, and the exit status is 1. After an interrupt (Ctrl-C) it takes no more documents, writes
// those that it has taken, and says behind which file and line to go on; those that take longer than ten seconds are given up and
// reported. A second interrupt ends it at once.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"time"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
)

func main() {
	workers := flag.Int("j", runtime.GOMAXPROCS(0), "documents analysed at the same time")
	model := flag.String("model", "", "a model `file` of names, made by examples/train")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: batch [-j N] [-model FILE] [FILE...]\nreads standard input without FILE")
		flag.PrintDefaults()
	}
	flag.Parse()
	analyzer, err := newAnalyzer(*model)
	if err != nil {
		fmt.Fprintln(os.Stderr, "batch:", err)
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop) // the next interrupt ends the program
	b := batch{analyzer: analyzer, workers: max(1, *workers), patience: 10 * time.Second, progress: newProgress(flag.Args())}
	err = b.run(ctx, flag.Args(), os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "batch:", err)
	}
	if err != nil || b.failures > 0 {
		os.Exit(1)
	}
}

func newAnalyzer(model string) (*claims.Analyzer, error) {
	if model == "" {
		return new(claims.Analyzer), nil
	}
	file, err := os.Open(model)
	if err != nil {
		return nil, err
	}
	m, err := extract.ReadModel(file)
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, fmt.Errorf("%s: %w", model, err)
	}
	return &claims.Analyzer{Extractor: &extract.Extractor{Model: m}}, nil
}
