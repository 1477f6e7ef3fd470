// Command beam runs the analysis as an Apache Beam pipeline: text files and JSON lines in, sharded JSON lines out, with a count
// of quotations by speaker and of principles by year. README.md says where it runs.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	"golang.org/x/term"
)

const usage = `usage: beam -output DIR [flags] PATTERN...

Analyses documents in an Apache Beam pipeline. A PATTERN names files, such as 'archive/*.jsonl' or gs://bucket/2024-*.txt.
Files that end with .jsonl, .ndjson or .json hold a document a line, {"id": …, "text": …, "date": "YYYY-MM-DD"} ("date"
may be left out); any other file is one document, whose id is its path. With .gz behind it, a file is decompressed first.

Written into DIR, as JSON lines:

  analyses    {"id", "entities", "quotes", "lists"} for each document, in -shards files
  speakers    {"speaker", "quotes"}: how often each is quoted
  principles  {"year", "principle", "count"}: how often each is declared, by year
  failed      {"file", "line", "reason"} for each document that could not be read

The exit status is 0 if all is well, 1 if something failed, 2 if the command is wrong.

`

// beamUsage tells the flags of Beam that most people need.
const beamUsage = `
Flags of Beam, which has more (go doc github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts):
  -runner NAME
    	prism (in this process, also if no runner is named), flink, spark, dataflow, or universal for others
  -endpoint HOST:PORT
    	the job service of Flink, Spark or another
  -environment_type TYPE
    	how Flink and Spark start workers: DOCKER, PROCESS or LOOPBACK
  -project ID, -region NAME, -staging_location gs://…
    	for Dataflow
`

// knownRunners are names for the flag -runner. Beam has more, which do not run a pipeline or are out of date, and does not return
// when it knows none of a name.
var knownRunners = []string{"prism", "flink", "spark", "dataflow", "universal"}

// The exit statuses.
const (
	succeeded = 0
	failed    = 1
	misused   = 2
)

func main() {
	registerTypes()
	var o options
	o.addFlags(flag.CommandLine)
	flag.Usage = func() { printUsage(flag.CommandLine.Output()) }
	flag.Parse()
	beam.Init() // a worker works here, and does not return
	if !o.verbose {
		slog.SetDefault(slog.New(slog.DiscardHandler)) // errors are also returned
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop) // the second Ctrl-C ends the program at once
	os.Exit(run(ctx, o, flag.Args(), os.Stdout, os.Stderr))
}

// printUsage leaves out the flags of Beam, about a hundred, which are in flag.CommandLine too.
func printUsage(w io.Writer) {
	var own flag.FlagSet
	new(options).addFlags(&own)
	own.SetOutput(w)
	fmt.Fprint(w, usage)
	own.PrintDefaults()
	fmt.Fprint(w, beamUsage)
}

// options is what the flags say.
type options struct {
	output   string
	shards   int
	maxBytes int
	verbose  bool
}

func (o *options) addFlags(flags *flag.FlagSet) {
	flags.StringVar(&o.output, "output", "", "the `directory` to write into, on a file system that all workers reach")
	flags.IntVar(&o.shards, "shards", 4, "`files` of analyses; one of them must fit into the memory of a worker")
	flags.IntVar(&o.maxBytes, "max-bytes", 16<<20, "`bytes` of a document, a line of JSON or a file; a larger one fails")
	flags.BoolVar(&o.verbose, "v", false, "print what Beam logs, also when all is well")
}

// check reports what is wrong with a command.
func (o *options) check(patterns []string) error {
	switch {
	case len(patterns) == 0:
		return errors.New("analyse what? Name files or patterns (-h says more)")
	case o.output == "":
		return errors.New("write where? Name a directory with -output (-h says more)")
	case o.shards < 1 || o.shards > maxShards:
		return fmt.Errorf("-shards must be from 1 to %d", maxShards)
	case o.maxBytes < 1:
		return errors.New("-max-bytes must be 1 or more")
	}
	if runner := *runners.Runner; runner != "" && !slices.Contains(knownRunners, runner) {
		return fmt.Errorf("no runner %q: name one of %s with -runner", runner, strings.Join(knownRunners, ", "))
	}
	return checkPaths(o.output, patterns)
}

// run builds the pipeline, runs it until it ends or the context does, prints what came of it, and returns the exit status.
func run(ctx context.Context, o options, patterns []string, stdout, stderr io.Writer) int {
	if err := o.check(patterns); err != nil {
		fmt.Fprintln(stderr, "beam:", err)
		return misused
	}
	result, err := o.execute(ctx, patterns, newProgress(stderr))
	if err != nil {
		fmt.Fprintln(stderr, "beam:", err)
		return failed
	}
	fmt.Fprintln(stdout, result)
	if result.failed > 0 {
		fmt.Fprintf(stderr, "beam: why documents failed is in %s\n", shardName(o.prefix("failed"), 0, 1))
		return failed
	}
	return succeeded
}

// execute builds the pipeline and runs it.
func (o *options) execute(ctx context.Context, patterns []string, p *progress) (outcome, error) {
	pipeline, root := beam.NewPipelineWithRoot()
	o.build(root, patterns)
	job, err := newJob(ctx)
	if err != nil {
		return outcome{}, err
	}
	defer p.clear()
	return job.run(ctx, pipeline, p.show)
}

// progress is a line on a terminal, or nothing where terminal is nil.
type progress struct {
	terminal io.Writer
	most     outcome
}

func newProgress(stderr io.Writer) *progress {
	if file, ok := stderr.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		return &progress{terminal: file}
	}
	return &progress{}
}

const clearLine = "\r\x1b[K"

// show shows the most that was ever reported: Prism counts what is under way in one place only, and may report less than before.
func (p *progress) show(now outcome) {
	p.most = outcome{analysed: max(p.most.analysed, now.analysed), failed: max(p.most.failed, now.failed)}
	if p.terminal != nil {
		fmt.Fprint(p.terminal, clearLine, p.most)
	}
}

func (p *progress) clear() {
	if p.terminal != nil {
		fmt.Fprint(p.terminal, clearLine)
	}
}
