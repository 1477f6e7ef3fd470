//go:build unix

// Scale measures what a token costs in texts of 1 KB to 100 MB: a line that stays level says that time and memory are linear in
// the length of a text. The texts are the project's own articles, as often as it takes. Each size is measured in a process of
// its own, on one processor, by the processor time, which does not count what other programs do; those do slow a process down,
// so run it on a quiet machine:
//
//	cd benchmarks && go run ./scale        # writes scale.md and scale.png; takes some minutes, and memory as scale.md says
//	go run ./scale -largest 10000000       # up to 10 MB
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"syscall"
)

func main() {
	largest := flag.Int("largest", 100_000_000, "the size of the largest text, in bytes")
	one := flag.Int("one", 0, "measure one size and print it as JSON")
	flag.Parse()
	if err := run(*largest, *one); err != nil {
		fmt.Fprintln(os.Stderr, "scale:", err)
		os.Exit(1)
	}
}

func run(largest, one int) error {
	if one > 0 {
		m, err := measure(one)
		if err != nil {
			return err
		}
		return json.NewEncoder(os.Stdout).Encode(m)
	}
	var all []measurement
	for size := 1000; size <= largest; size *= 10 {
		m, err := measureApart(size)
		if err != nil {
			return err
		}
		fmt.Printf("%11d bytes: analysis %.2f µs a token, %d MB\n", m.Bytes, m.Analysis, m.PeakBytes/1e6)
		all = append(all, m)
	}
	if err := os.WriteFile("scale.md", table(all), 0o644); err != nil {
		return err
	}
	return draw(all, "scale.png")
}

// measureApart measures a size in a process of its own, whose greatest memory is that of the size.
func measureApart(size int) (measurement, error) {
	program, err := os.Executable()
	if err != nil {
		return measurement{}, err
	}
	command := exec.Command(program, "-one", strconv.Itoa(size))
	command.Env = append(os.Environ(), "GOMAXPROCS=1")
	command.Stderr = os.Stderr
	output, err := command.Output()
	if err != nil {
		return measurement{}, err
	}
	var m measurement
	if err := json.Unmarshal(output, &m); err != nil {
		return measurement{}, err
	}
	m.PeakBytes = command.ProcessState.SysUsage().(*syscall.Rusage).Maxrss * 1024 // kilobytes on Linux
	return m, nil
}
