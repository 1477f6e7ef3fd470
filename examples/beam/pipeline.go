package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/transforms/filter"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/transforms/stats"
)

// registerTypes tells Beam the functions and types that workers run. It must be called once, before beam.Init, by the program
// that builds the pipeline and by the workers, which are the same program.
func registerTypes() {
	register.DoFn3x1[context.Context, string, func(string), error](&matchFn{})
	register.DoFn4x0[context.Context, string, func(record), func(failure)](&readFn{})
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
//	patterns ──match──▶ files ──read──▶ records ──reshuffle──▶ analyse ──▶ analyses
//	                             │                                ├──▶ speakers ──count──▶ lines
//	                             │                                ├──▶ declarations ──count──▶ lines
//	                             └───────────▶ failures ◀─────────┘
func (o *options) build(s beam.Scope, patterns []string) {
	// Patterns may overlap. That no file comes twice also spreads the files over the workers.
	files := filter.Distinct(s, beam.ParDo(s, &matchFn{}, beam.CreateList(s, patterns)))
	records, unread := beam.ParDo2(s, &readFn{MaxBytes: o.maxBytes}, files)
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

// checkPaths reports a path that can't be read or written, before anything begins.
func checkPaths(output string, patterns []string) error {
	ctx := context.Background()
	if _, err := filesystem.New(ctx, output); err != nil {
		return fmt.Errorf("%s: the output goes to a local directory or to gs://", output)
	}
	for _, pattern := range patterns {
		if _, err := filesystem.New(ctx, pattern); err != nil {
			return fmt.Errorf("%s: files are read from local paths and from gs://", pattern)
		}
	}
	return nil
}
