// Command quotebank keeps who said what, and who declares which principle, of a growing archive in an SQLite database.
//
//	quotebank add archive/ stream.jsonl
//	quotebank who "Xi Jinping" -about energia -act promise -since 2024
//
// README.md shows a session and says how documents are told apart.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/detto-it/detto/claims"
)

const usageText = `usage: quotebank COMMAND [flags] [arguments]

commands:
  add INPUT...               read folders, text files and JSON lines into the bank
  who [NAME]                 print what somebody said
  speakers [NAME]            print who speaks, how often and when
  principles [PRINCIPLE...]  print who declares which principle, and when

"quotebank COMMAND -h" says more`

// The exit statuses.
const (
	succeeded = 0
	failed    = 1 // the command, or a part of its input
	misused   = 2
)

// usageError is a mistake in the command line.
type usageError struct{ error }

// errPartial says that something failed, was reported, and the rest was done.
var errPartial = errors.New("some of the input failed")

// console is what a command reads from and writes to.
type console struct {
	stdin          io.Reader
	stdout, stderr io.Writer
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	status := run(ctx, os.Args[1:], console{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(status)
}

// run performs a command line and returns its exit status.
func run(ctx context.Context, arguments []string, c console) int {
	err := dispatch(ctx, arguments, c)
	var misuse usageError
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return succeeded
	case errors.As(err, &misuse):
		fmt.Fprintf(c.stderr, "quotebank: %v\n", err)
		return misused
	case !errors.Is(err, errPartial):
		fmt.Fprintf(c.stderr, "quotebank: %v\n", err)
	}
	return failed
}

func dispatch(ctx context.Context, arguments []string, c console) error {
	if len(arguments) == 0 {
		return usageError{errors.New("which command?\n\n" + usageText)}
	}
	command, rest := arguments[0], arguments[1:]
	switch command {
	case "add":
		return addCommand(ctx, rest, c)
	case "who":
		return whoCommand(ctx, rest, c)
	case "speakers":
		return speakersCommand(ctx, rest, c)
	case "principles":
		return principlesCommand(ctx, rest, c)
	case "help", "-h", "-help", "--help":
		fmt.Fprintln(c.stdout, usageText)
		return nil
	}
	return usageError{fmt.Errorf("there is no command %q\n\n%s", command, usageText)}
}

// newFlags returns the flags of a command, with -db.
func newFlags(usage string, c console) (flags *flag.FlagSet, path *string) {
	flags = flag.NewFlagSet("quotebank", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // errors are printed by run, the usage by parse
	flags.Usage = func() {
		fmt.Fprint(c.stdout, usage, "\nflags:\n")
		flags.SetOutput(c.stdout)
		flags.PrintDefaults()
	}
	return flags, flags.String("db", "quotes.db", "the database `file`")
}

// parse parses flags that may stand before, between and behind the arguments, which it returns. Behind -- all are arguments.
func parse(flags *flag.FlagSet, line []string) (arguments []string, err error) {
	help := flags.Usage
	flags.Usage = func() {}
	for {
		err := flags.Parse(line)
		if errors.Is(err, flag.ErrHelp) {
			help()
			return nil, err
		}
		if err != nil {
			return nil, usageError{fmt.Errorf("%w (-h shows the flags)", err)}
		}
		rest := flags.Args()
		parsed := len(line) - len(rest)
		if len(rest) == 0 || parsed > 0 && line[parsed-1] == "--" {
			return append(arguments, rest...), nil
		}
		arguments, line = append(arguments, rest[0]), rest[1:]
	}
}

const whoUsage = `usage: quotebank who [flags] [NAME]

Prints what somebody said, with date, act, file and line, in order of the date. NAME is found in whole words, whatever
their case and accents: Xi finds Xi Jinping. Without NAME, everybody.
`

func whoCommand(ctx context.Context, line []string, c console) error {
	return nameCommand(ctx, whoUsage, line, c, (*bank).quotes)
}

const speakersUsage = `usage: quotebank speakers [flags] [NAME]

Prints who speaks: name, number of quotations and of documents, the first and last date, the most frequent first.
`

func speakersCommand(ctx context.Context, line []string, c console) error {
	return nameCommand(ctx, speakersUsage, line, c, (*bank).speakers)
}

// question is what can be asked of a bank.
type question[R row] func(*bank, context.Context, *query) ([]R, error)

// nameCommand performs a command whose argument is the name of a speaker.
func nameCommand[R row](ctx context.Context, usage string, line []string, c console, ask question[R]) error {
	flags, path := newFlags(usage, c)
	q := newQuery(flags)
	arguments, err := parse(flags, line)
	if err == nil {
		err = q.takeName(arguments)
	}
	if err != nil {
		return err
	}
	return answer(ctx, c, *path, q, ask)
}

const principlesUsage = `usage: quotebank principles [flags] [PRINCIPLE...]

Prints which principles are declared, by whom and when: those of lists, and those that somebody names in a quotation.
PRINCIPLE is an identifier such as mutual-respect or non-interference. Without PRINCIPLE, all of them.
`

func principlesCommand(ctx context.Context, line []string, c console) error {
	flags, path := newFlags(principlesUsage, c)
	q := newQuery(flags)
	flags.Func("by", "who declares them: a `name`", q.setName)
	arguments, err := parse(flags, line)
	if err != nil {
		return err
	}
	for _, argument := range arguments {
		var p claims.Principle
		if err := p.UnmarshalText([]byte(argument)); err != nil || p == "" {
			return usageError{fmt.Errorf("%q is no principle; \"go doc claims.Principle\" lists them", argument)}
		}
		q.principles = append(q.principles, argument)
	}
	return answer(ctx, c, *path, q, question[principleRow]((*bank).principles))
}

// answer asks the bank and prints what it finds.
func answer[R row](ctx context.Context, c console, path string, q *query, ask question[R]) error {
	b, err := openBank(ctx, path, false)
	if err != nil {
		return err
	}
	rows, err := ask(b, ctx, q)
	if err = errors.Join(err, b.close()); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if len(rows) == 0 {
		fmt.Fprintln(c.stderr, "quotebank: nothing found")
	}
	return write(c.stdout, q.format, rows)
}
