// Speed measures how fast Detto reads Italian, beside other Go libraries on the same text, and writes the table of
// benchmarks/SPEED.md. It is in a module of its own so that the library does not depend on what it is compared with.
//
//	go run ./speed [-o SPEED.md] [-rounds 5]
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	output := flag.String("o", "SPEED.md", "the `file` to write")
	rounds := flag.Int("rounds", 5, "how often each thing is measured; the best counts")
	first := flag.Bool("first", false, "print how long the first analysis of this process takes, in microseconds, and end")
	flag.Parse()
	if *first {
		printFirst()
		return
	}
	if err := run(*output, *rounds); err != nil {
		fmt.Fprintln(os.Stderr, "speed:", err)
		os.Exit(1)
	}
}

func run(output string, rounds int) error {
	articles, name, err := readArticles()
	if err != nil {
		return err
	}
	r := report{articles: articles, text: name, speeds: measure(articles, rounds), cores: measureCores(articles, rounds)}
	if r.process, err = measureProcess(articles, rounds); err != nil {
		return err
	}
	return os.WriteFile(output, []byte(r.markdown()), 0o644)
}
