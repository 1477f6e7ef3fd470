package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// line is a line of output. Lines stand in their file in the lexical order of Order, so that equal input gives equal files,
// whatever the runner does when.
type line struct {
	Order string
	JSON  []byte
}

func newLine(order string, value any) (line, error) {
	encoded, err := json.Marshal(value)
	return line{order, encoded}, err
}

// position returns the Order of what belongs to a line of a file: files by their path, lines by their number.
func position(file string, number int) string { return fmt.Sprintf("%s\x00%012d", file, number) }

// reportFn makes a line of a failure, and counts it.
type reportFn struct{}

// ProcessElement returns the line.
func (*reportFn) ProcessElement(ctx context.Context, f failure) (line, error) {
	beam.NewCounter(counterNamespace, failedCounter).Inc(ctx, 1)
	return newLine(position(f.File, f.Line), f)
}

// maxShards is as many as their names have digits for.
const maxShards = 99999

// shardName returns the path of a file of output, "out/analyses-00000-of-00004.jsonl".
func shardName(prefix string, shard, shards int) string {
	return fmt.Sprintf("%s-%05d-of-%05d.jsonl", prefix, shard, shards)
}

// write writes lines into a number of files. Each of them is written, with no lines if there are none for it.
func write(s beam.Scope, prefix string, shards int, lines beam.PCollection) {
	numbers := make([]int, shards)
	for i := range numbers {
		numbers[i] = i
	}
	opened := beam.ParDo(s, openShard, beam.CreateList(s, numbers))
	grouped := beam.CoGroupByKey(s, opened, beam.ParDo(s, &shardFn{Shards: shards}, lines))
	beam.ParDo0(s, &writeFn{Prefix: prefix, Shards: shards}, grouped)
}

// openShard makes a group for a shard, also when it gets no lines.
func openShard(shard int) (int, bool) { return shard, true }

// shardFn chooses the file of a line: always the same one.
type shardFn struct{ Shards int }

// ProcessElement returns the number of the file and the line.
func (f *shardFn) ProcessElement(l line) (int, line) {
	hash := fnv.New32a()
	hash.Write([]byte(l.Order))
	return int(hash.Sum32() % uint32(f.Shards)), l
}

// writeFn writes a file.
type writeFn struct {
	Prefix string
	Shards int
}

// ProcessElement writes the lines of a shard in their order. A runner that does not know whether this succeeded does it again,
// which makes the same file.
func (f *writeFn) ProcessElement(ctx context.Context, shard int, _ func(*bool) bool, next func(*line) bool) error {
	var lines []line
	for l := (line{}); next(&l); l = (line{}) {
		lines = append(lines, l)
	}
	slices.SortFunc(lines, func(a, b line) int { return cmp.Compare(a.Order, b.Order) })
	return writeFile(ctx, shardName(f.Prefix, shard, f.Shards), lines)
}

// writeFile writes lines into a file that has its name only when it is whole.
func writeFile(ctx context.Context, name string, lines []line) error {
	files, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer files.Close()
	part := name + ".part"
	file, err := files.OpenWrite(ctx, part)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(file)
	for _, l := range lines {
		w.Write(l.JSON)
		w.WriteByte('\n') // Flush returns the first error of all writes
	}
	if err := errors.Join(w.Flush(), file.Close()); err != nil {
		return err
	}
	return filesystem.Rename(ctx, files, part, name)
}
