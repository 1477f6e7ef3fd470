// Command beam runs the analysis as an Apache Beam pipeline: text files and JSON lines in, sharded JSON lines out, with a count
// of quotations by speaker and of principles by year. README.md says where it runs.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
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

// The flags are those of the program; these are the ones of Beam that most people need.
const beamUsage = `
Flags of Beam (of its many see https://beam.apache.org/documentation/runners/capability-matrix/):
  -runner NAME
    	prism (in this process, what it uses if no runner is named), flink, spark or dataflow
  -endpoint HOST:PORT
    	the job service of Flink or Spark
  -environment_type TYPE
    	how Flink and Spark start workers: DOCKER, PROCESS or LOOPBACK
  -project ID, -region NAME, -staging_location gs://…
    	for Dataflow
`

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
	return checkFileSystems(append([]string{o.output}, patterns...))
}

// run builds the pipeline, runs it until it ends or the context does, prints what came of it, and returns the exit status.
func run(ctx context.Context, o options, patterns []string, stdout, stderr io.Writer) int {
	if err := o.check(patterns); err != nil {
		fmt.Fprintln(stderr, "beam:", err)
		return misused
	}
	outcome, err := o.execute(ctx, patterns)
	if err != nil {
		fmt.Fprintln(stderr, "beam:", err)
		return failed
	}
	fmt.Fprintln(stdout, outcome)
	if outcome.failed > 0 {
		fmt.Fprintf(stderr, "beam: why documents failed is in %s\n", shardName(o.prefix("failed"), 0, 1))
		return failed
	}
	return succeeded
}
