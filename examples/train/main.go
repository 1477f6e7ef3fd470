// Command train learns a model of names from annotated text.
//
//	go run ./examples/train -o names.model -dev dev.jsonl train.jsonl more.bio
//
// Inputs are JSON lines, BIO columns or marked text, told apart by the file name: .jsonl, .txt for marked text, all else is
// columns. The label set is that of the data. Use the file with extract.ReadModel or examples/batch -model.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"

	"github.com/detto-it/detto/internal/corpus"
	"github.com/detto-it/detto/internal/crf"
	"github.com/detto-it/detto/internal/names"
)

func main() {
	o := options{}
	flag.StringVar(&o.output, "o", "", "the model `file` to write (required)")
	flag.StringVar(&o.dev, "dev", "", "annotated `file` to score the model on")
	flag.Float64Var(&o.l1, "l1", 0, "weight of the L1 penalty; 0 means the default; more makes a smaller model")
	flag.IntVar(&o.iterations, "iterations", 0, "passes over the data; 0 means the default")
	flag.IntVar(&o.minCount, "min", 2, "occurrences that a feature needs")
	flag.IntVar(&o.folds, "folds", 2, "models that learn to tag each other's part of the data for the second pass; 0 means no second pass")
	flag.Func("without", "leave out the features of a `template`; may be repeated", func(name string) error {
		o.without = append(o.without, name)
		return nil
	})
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: train -o FILE [options] INPUT...")
		flag.PrintDefaults()
	}
	flag.Parse()
	o.inputs = flag.Args()
	if o.output == "" || len(o.inputs) == 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := o.run(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

type options struct {
	output, dev          string
	inputs               []string
	l1                   float64
	iterations, minCount int
	folds                int
	without              []string
}

func (o options) run() error {
	training, err := load(o.inputs, o.without)
	if err != nil {
		return err
	}
	trainer := training.Trainer()
	trainer.L1, trainer.Iterations, trainer.MinCount, trainer.Progress = o.l1, o.iterations, o.minCount, report
	if o.folds > 1 {
		if err := training.CrossTag(o.folds, trainer.Train); err != nil {
			return err
		}
	}
	weights, err := trainer.Train(training.Instances(func(int) bool { return true }))
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if _, err := weights.WriteTo(&file); err != nil {
		return err
	}
	if err := os.WriteFile(o.output, file.Bytes(), 0o644); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%s: %d bytes\n", o.output, file.Len())
	if o.dev == "" {
		return nil
	}
	return score(file.Bytes(), o.dev)
}

// load reads the inputs and takes the label set from them.
func load(inputs, without []string) (*names.Training, error) {
	var examples []names.Example
	for _, input := range inputs {
		more, err := corpus.ReadFile(input)
		if err != nil {
			return nil, err
		}
		examples = append(examples, more...)
	}
	labels := map[string]bool{}
	for _, example := range examples {
		for _, name := range example.Names {
			labels[name.Label] = true
		}
	}
	if len(labels) == 0 {
		return nil, errors.New("no name is annotated in the input")
	}
	training, err := names.NewTraining(slices.Collect(maps.Keys(labels)), without)
	if err != nil {
		return nil, err
	}
	for _, example := range examples {
		if err := training.Add(example); err != nil {
			return nil, err
		}
	}
	fmt.Fprintf(os.Stderr, "%d documents, %d tokens, %d labels, %d names with ends inside a token\n",
		len(examples), training.Tokens, len(labels), training.Misaligned)
	return training, nil
}

func report(r crf.Report) {
	fmt.Fprintf(os.Stderr, "pass %3d  objective %12.1f  features %8d  weights %8d  %s\n",
		r.Iteration, r.Objective, r.Active, r.Weights, r.Elapsed.Round(1e8))
}

// score prints precision, recall and F1 of a model on an annotated file.
func score(model []byte, dev string) error {
	m, err := names.Open(model)
	if err != nil {
		return err
	}
	examples, err := corpus.ReadFile(dev)
	if err != nil {
		return err
	}
	tallies := names.Evaluate(m, examples)
	all, core := names.Tally{}, names.Tally{}
	for _, label := range slices.Sorted(maps.Keys(tallies)) {
		printTally(label, tallies[label])
		all = all.Plus(tallies[label])
		if label == "PER" || label == "LOC" || label == "ORG" {
			core = core.Plus(tallies[label])
		}
	}
	printTally("PER LOC ORG", core)
	printTally("all", all)
	return nil
}

func printTally(label string, t names.Tally) {
	fmt.Printf("%-12s F1 %.4f   (%d right, %d too many, %d missed)\n", label, t.F1(), t.Right, t.Extra, t.Missed)
}
