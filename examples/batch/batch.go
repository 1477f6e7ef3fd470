package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/detto-it/detto/claims"
)

// document is a line of input.
type document struct {
	ID   any     `json:"id"`
	Text *string `json:"text"`
}

// result is a line of output.
type result struct {
	ID any `json:"id"`
	*claims.Analysis
}

// job is a document on its way: done receives the line of output, or what was wrong.
type job struct {
	where string // file and line, for errors
	size  int64  // bytes of input
	line  []byte // JSON, or the text itself where id is set
	id    string
	err   error // why the document could not be read
	done  chan outcome
}

type outcome struct {
	line []byte
	err  error
}

// batch reads documents, lets workers analyse them and writes the results in order. Only a few documents for each worker are in
// memory at a time.
type batch struct {
	analyzer *claims.Analyzer
	workers  int
	patience time.Duration // how long documents that were begun are waited for after an interrupt
	progress progress
	failures int
	last     string // where the last document stood that was written or reported
}

// run processes the inputs, standard input where there are none. When the context ends it stops early: what was taken is still
// analysed and written, or reported where it takes longer than the patience, and the error says where to go on.
func (b *batch) run(ctx context.Context, inputs []string, output io.Writer) error {
	working, giveUp := context.WithCancel(context.WithoutCancel(ctx))
	defer giveUp()
	defer context.AfterFunc(ctx, func() { time.AfterFunc(b.patience, giveUp) })()
	jobs := make(chan *job, b.workers)
	ordered := make(chan *job, 4*b.workers)
	for range b.workers {
		go func() {
			for j := range jobs {
				j.done <- b.analyse(working, j)
			}
		}()
	}
	go take(ctx, b.read(ctx, inputs), ordered, jobs)
	err := b.writeAll(ordered, output)
	if err == nil && ctx.Err() != nil {
		err = b.interrupted()
	}
	return err
}

// read sends the documents of the inputs. It may wait for input that never comes, which is why nobody waits for it.
func (b *batch) read(ctx context.Context, inputs []string) <-chan *job {
	documents := make(chan *job)
	go func() {
		defer close(documents)
		b.readAll(ctx, inputs, func(j *job) bool {
			select {
			case documents <- j:
				return true
			case <-ctx.Done():
				return false
			}
		})
	}()
	return documents
}

// take hands each document to the workers and to the writer until there are no more or the context ends.
func take(ctx context.Context, documents <-chan *job, ordered, jobs chan<- *job) {
	defer close(jobs)
	defer close(ordered)
	for ctx.Err() == nil {
		select {
		case j, ok := <-documents:
			if !ok {
				return
			}
			j.done = make(chan outcome, 1)
			ordered <- j
			jobs <- j
		case <-ctx.Done():
		}
	}
}

// interrupted says where an interrupted run stopped.
func (b *batch) interrupted() error {
	if b.last == "" {
		return errors.New("interrupted before the first document")
	}
	return fmt.Errorf("interrupted: go on behind %s; all before is written or reported", b.last)
}

func (b *batch) analyse(ctx context.Context, j *job) outcome {
	if j.err != nil {
		return outcome{err: j.err}
	}
	r := result{ID: j.id}
	text := string(j.line)
	if j.id == "" {
		var d document
		if err := json.Unmarshal(j.line, &d); err != nil {
			return outcome{err: err}
		}
		if d.Text == nil {
			return outcome{err: errors.New(`it has no "text"`)}
		}
		r.ID, text = d.ID, *d.Text
	}
	analysis, err := b.analyzer.AnalyzeContext(ctx, text)
	if err != nil {
		return outcome{err: fmt.Errorf("given up: %w", err)}
	}
	r.Analysis = analysis
	line, err := json.Marshal(r)
	return outcome{line, err}
}

func (b *batch) writeAll(ordered <-chan *job, output io.Writer) error {
	w := bufio.NewWriter(output)
	var failed error
	for j := range ordered {
		o := <-j.done
		b.last = j.where
		b.progress.add(j.size)
		if o.err != nil {
			b.report(j.where, o.err)
			continue
		}
		if failed == nil {
			_, failed = w.Write(append(o.line, '\n'))
		}
	}
	b.progress.finish()
	return errors.Join(failed, w.Flush())
}

func (b *batch) report(where string, err error) {
	b.failures++
	fmt.Fprintf(os.Stderr, "batch: %s: %v\n", where, err)
}

// readAll sends the documents of the inputs until one is not taken.
func (b *batch) readAll(ctx context.Context, inputs []string, send func(*job) bool) {
	if len(inputs) == 0 {
		b.readLines("standard input", os.Stdin, send)
		return
	}
	for _, name := range inputs {
		if ctx.Err() != nil || !b.readFile(name, send) {
			return
		}
	}
}

// readFile sends the documents of a file, and reports whether all were taken.
func (b *batch) readFile(name string, send func(*job) bool) bool {
	if name == "-" {
		return b.readLines("standard input", os.Stdin, send)
	}
	file, err := os.Open(name)
	if err != nil {
		return send(&job{where: name, err: err})
	}
	defer file.Close()
	if ext := filepath.Ext(name); ext == ".jsonl" || ext == ".json" {
		return b.readLines(name, file, send)
	}
	text, err := io.ReadAll(file)
	if err != nil {
		return send(&job{where: name, err: err})
	}
	return send(&job{where: name, size: int64(len(text)), line: text, id: name})
}

// readLines sends the documents of JSON lines of any length, and reports whether all were taken. Empty lines are passed over.
func (b *batch) readLines(name string, r io.Reader, send func(*job) bool) bool {
	lines := bufio.NewReaderSize(r, 1<<16)
	for number := 1; ; number++ {
		line, err := lines.ReadBytes('\n')
		where := fmt.Sprintf("%s:%d", name, number)
		if len(bytes.TrimSpace(line)) > 0 && !send(&job{where: where, size: int64(len(line)), line: line}) {
			return false
		}
		if err == io.EOF {
			return true
		}
		if err != nil {
			return send(&job{where: where, err: err})
		}
	}
}
