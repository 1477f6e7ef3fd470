package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"sync"
)

const addUsage = `usage: quotebank add [flags] INPUT...

Reads documents into the bank. An INPUT is a folder (its .txt, .jsonl and .ndjson files, also in folders within), a stream
of JSON lines {"id": …, "text": …, "date": "YYYY-MM-DD"} ("date" may be left out; - is standard input), or any other file:
a text. Without "date", a date in the name of the file counts: 2024-05-14-vertice.txt.

Documents that are in the bank and have not changed are passed over, changed ones replaced. Stop it at any time, and run it
again to go on. What can't be read is reported, the rest goes on, and the exit status is 1.
`

// A batch is written when it has so many documents, or so many bytes.
const (
	batchDocuments = 64
	batchBytes     = 4 << 20
)

func addCommand(ctx context.Context, line []string, c console) error {
	flags, path := newFlags(addUsage, c)
	workers := flags.Int("j", runtime.GOMAXPROCS(0), "`documents` analysed at the same time")
	inputs, err := parse(flags, line)
	if err != nil {
		return err
	}
	if len(inputs) == 0 {
		return usageError{errors.New("add what? Name folders, files, or - for standard input (-h says more)")}
	}
	b, err := openBank(ctx, *path, true)
	if err != nil {
		return err
	}
	a := adder{bank: b, console: c, workers: max(1, *workers), progress: newProgress(c.stderr, inputs)}
	a.pending.number = make(map[[2]string]int)
	err = a.run(ctx, source{filepath.Dir(*path), c.stdin}.documents(inputs))
	a.progress.clear()
	err = errors.Join(err, b.close())
	fmt.Fprintf(c.stdout, "documents: %d added, %d changed, %d unchanged, %d failed; new quotations: %d\n",
		a.added, a.changed, a.unchanged, a.failed, a.quotes)
	if err == nil && a.failed > 0 {
		err = errPartial
	}
	return err
}

// tally counts documents, and the quotations of the added and changed ones.
type tally struct{ added, changed, unchanged, failed, quotes int }

// job is a document on its way through the adder.
type job struct {
	document
	hash  string // of the document
	err   error  // why the document could not be read
	fatal error  // why the bank could not be asked
	equal bool   // the bank has it as it is, so that it is not analysed
	same  bool   // it is equal and stands where it stood
	found findings
	done  chan struct{} // closed when found is there
}

// pending holds the documents that are sent and not yet saved, with their number. What the bank says of them is out of
// date: a stream may hold two versions of a document, and the later one counts.
type pending struct {
	mutex  sync.Mutex
	number map[[2]string]int
}

func (p *pending) add(d *document, number int) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	key := [2]string{d.kind, d.name}
	if p.number[key] += number; p.number[key] == 0 {
		delete(p.number, key)
	}
}

func (p *pending) has(d *document) bool {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	return p.number[[2]string{d.kind, d.name}] > 0
}

// adder reads documents, lets workers analyse those that the bank does not have, and saves them in order, batch by batch.
// Only a few documents for each worker, and one batch, are in memory at a time.
type adder struct {
	bank     *bank
	console  console
	workers  int
	progress progress
	pending  pending
	tally
}

// run adds documents until there are no more or the context ends; then it saves those that are finished.
func (a *adder) run(ctx context.Context, documents func(func(*document, error) bool)) error {
	reading, stop := context.WithCancel(ctx)
	defer stop()
	jobs := make(chan *job)
	for range a.workers {
		go func() {
			for j := range jobs {
				j.found = find(j.text)
				close(j.done)
			}
		}()
	}
	ordered := make(chan *job, 4*a.workers)
	go func() {
		defer close(jobs)
		defer close(ordered)
		for d, err := range documents {
			if !a.send(reading, d, err, jobs, ordered) {
				return
			}
		}
	}()
	return a.saveAll(ctx, ordered)
}

// send puts a document on its way, to the workers if it has to be analysed, and reports whether more is wanted.
func (a *adder) send(ctx context.Context, d *document, err error, jobs, ordered chan<- *job) bool {
	j := &job{document: *d, err: err, done: make(chan struct{})}
	ready := true
	if err == nil {
		ready = a.compare(ctx, j)
	}
	select {
	case ordered <- j:
	case <-ctx.Done():
		return false
	}
	if ready {
		close(j.done)
		return true
	}
	select {
	case jobs <- j:
		return true
	case <-ctx.Done():
		return false
	}
}

// compare compares a document with what the bank has, and reports whether it need not be analysed.
func (a *adder) compare(ctx context.Context, j *job) bool {
	j.hash = j.sum()
	waiting := a.pending.has(&j.document) // asked before the bank, since it may be saved between the two questions
	before, err := a.bank.lookUp(ctx, &j.document)
	j.fatal = err
	j.equal = !waiting && before.hash == j.hash
	j.same = j.equal && before.file == j.file && before.record == j.record
	if !j.same {
		a.pending.add(&j.document, 1)
	}
	return j.equal || err != nil
}

// saveAll saves what comes, in order. When the context ends it saves the batch that it has, and says how to go on.
func (a *adder) saveAll(ctx context.Context, ordered <-chan *job) error {
	var batch []*job
	bytes := 0
	save := func() error {
		err := a.bank.save(context.WithoutCancel(ctx), batch, &a.tally)
		for _, j := range batch {
			a.pending.add(&j.document, -1)
		}
		batch, bytes = nil, 0
		return err
	}
	for {
		j, err := next(ctx, ordered)
		if err != nil {
			return cmp.Or(save(), err)
		}
		if j == nil {
			return save()
		}
		a.progress.add(j.size)
		if j.err != nil {
			a.report(j)
			continue
		}
		if j.same {
			a.unchanged++
			continue
		}
		batch = append(batch, j)
		bytes += len(j.text)
		if len(batch) == batchDocuments || bytes >= batchBytes {
			if err := save(); err != nil {
				return err
			}
		}
	}
}

var errInterrupted = errors.New("interrupted; what was finished is saved, run the same command again to go on")

// next returns the next job when it is done, or nil after the last.
func next(ctx context.Context, ordered <-chan *job) (*job, error) {
	var j *job
	select {
	case j = <-ordered:
	case <-ctx.Done():
	}
	if j != nil {
		select {
		case <-j.done:
		case <-ctx.Done():
		}
	}
	if ctx.Err() != nil { // the reader stops for the same reason, so that nil need not be the end
		return nil, errInterrupted
	}
	if j == nil {
		return nil, nil
	}
	return j, j.fatal
}

func (a *adder) report(j *job) {
	a.failed++
	a.progress.clear()
	fmt.Fprintf(a.console.stderr, "quotebank: %s: %v\n", j.where(), j.err)
}
