package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/transforms/stats"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

// registerTypes tells Beam the functions and types that workers run. It must be called once, before beam.Init, by the program
// that builds the pipeline and by the workers, which are the same program.
func registerTypes() {
	register.DoFn4x0[context.Context, fileio.ReadableFile, func(record), func(failure)](&readFn{})
	register.DoFn6x1[context.Context, record, func(line), func(string), func(declaration), func(failure), error](&analyseFn{})
	register.DoFn2x2[context.Context, failure, line, error](&reportFn{})
	register.DoFn1x2[line, int, line](&shardFn{})
	register.DoFn4x1[context.Context, int, func(*bool) bool, func(*line) bool, error](&writeFn{})
	register.Function2x2(speakerLine)
	register.Function2x2(principleLine)
	register.Function1x2(openShard)
	register.Emitter1[record]()
	register.Emitter1[line]()
	register.Emitter1[string]()
	register.Emitter1[declaration]()
	register.Emitter1[failure]()
	register.Iter1[bool]()
	register.Iter1[line]()
}

// build adds the steps to a pipeline:
//
//	files ──read──▶ records ──reshuffle──▶ analyse ──▶ analyses
//	        │                                 ├──▶ speakers ──count──▶ lines
//	        │                                 ├──▶ declarations ──count──▶ lines
//	        └──▶ failures ◀───────────────────┘
func (o *options) build(s beam.Scope, patterns []string) {
	matches := fileio.MatchAll(s, beam.CreateList(s, patterns), fileio.MatchEmptyDisallow())
	records, unread := beam.ParDo2(s, &readFn{MaxBytes: o.maxBytes}, fileio.ReadMatches(s, matches))
	// Without the reshuffle a runner would read and analyse in one step, and a large file would be the work of one worker.
	analyses, speakers, declarations, unclear := beam.ParDo4(s, &analyseFn{}, beam.Reshuffle(s, records))
	failures := beam.Flatten(s, unread, unclear)

	write(s, o.prefix("analyses"), o.shards, analyses)
	write(s, o.prefix("speakers"), 1, beam.ParDo(s, speakerLine, stats.Count(s, speakers)))
	write(s, o.prefix("principles"), 1, beam.ParDo(s, principleLine, stats.Count(s, declarations)))
	write(s, o.prefix("failed"), 1, beam.ParDo(s, &reportFn{}, failures))
}

// prefix returns the path of an output, up to the number of the shard.
func (o *options) prefix(name string) string { return strings.TrimRight(o.output, "/") + "/" + name }

// outcome is what came of a run: how many documents, or only that a runner has begun.
type outcome struct {
	analysed, failed int64
	submitted        bool
}

func (o outcome) String() string {
	if o.submitted {
		return "submitted; the runner tells what becomes of it"
	}
	return fmt.Sprintf("documents: %d analysed, %d failed", o.analysed, o.failed)
}

// execute runs the pipeline on the runner that the flag -runner names.
func (o *options) execute(ctx context.Context, patterns []string) (outcome, error) {
	pipeline, root := beam.NewPipelineWithRoot()
	o.build(root, patterns)
	result, err := beamx.RunWithMetrics(ctx, pipeline)
	switch {
	case ctx.Err() != nil:
		return outcome{}, errors.New("interrupted; on Flink, Spark and Dataflow the job may go on until it is cancelled there")
	case err != nil:
		return outcome{}, err
	case *jobopts.Async: // the result has no metrics, and panics when it is asked for them
		return outcome{submitted: true}, nil
	}
	return outcome{analysed: counted(result, analysedCounter), failed: counted(result, failedCounter)}, nil
}

// counterNamespace and the names are those under which runners show the counters.
const (
	counterNamespace = "detto"
	analysedCounter  = "analysed"
	failedCounter    = "failed"
)

// counted returns the sum of a counter over all steps.
func counted(result beam.PipelineResult, name string) (sum int64) {
	found := result.Metrics().Query(func(r beam.MetricResult) bool {
		return r.Namespace() == counterNamespace && r.Name() == name
	})
	for _, counter := range found.Counters() {
		sum += counter.Result()
	}
	return sum
}

// checkFileSystems reports a path that no file system is known for; Beam would panic.
func checkFileSystems(paths []string) error {
	for _, path := range paths {
		if _, err := filesystem.New(context.Background(), path); err != nil {
			return fmt.Errorf("%s: files are read from and written to local paths and gs://", path)
		}
	}
	return nil
}
