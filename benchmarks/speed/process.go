package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/detto-it/detto/claims"
)

// process is what a program pays for Detto once.
type process struct {
	first      time.Duration // from the call of main to the end of the first analysis, the best of the rounds
	growth     int64         // bytes of a stripped program with claims.Analyze, less those of one without
	resident   int64         // bytes that examples/batch needed at most
	residentOf int64         // bytes that it read
}

// begun is when the program began, as near to it as a program can tell.
var begun = time.Now()

// printFirst analyses a sentence for the first time in this process.
func printFirst() {
	claims.Analyze("Il ministro Carlo Neri ha detto che la riforma arriverà a maggio.")
	fmt.Println(time.Since(begun).Microseconds())
}

func measureProcess(a *articles, rounds int) (p process, err error) {
	folder, err := os.MkdirTemp("", "detto-speed")
	if err != nil {
		return p, err
	}
	defer os.RemoveAll(folder)
	if p.first, err = measureFirst(rounds); err != nil {
		return p, err
	}
	if p.growth, err = measureGrowth(folder); err != nil {
		return p, err
	}
	p.residentOf, p.resident, err = measureBatch(folder, a)
	return p, err
}

func measureFirst(rounds int) (time.Duration, error) {
	self, err := os.Executable()
	if err != nil {
		return 0, err
	}
	best := time.Hour
	for range 4 * rounds {
		output, err := exec.Command(self, "-first").Output()
		if err != nil {
			return 0, err
		}
		microseconds, err := strconv.Atoi(strings.TrimSpace(string(output)))
		if err != nil {
			return 0, err
		}
		best = min(best, time.Duration(microseconds)*time.Microsecond)
	}
	return best, nil
}

// measureGrowth builds two programs that differ in one call.
func measureGrowth(folder string) (int64, error) {
	const with = `package main; import ("fmt"; "os"; "github.com/detto-it/detto/claims"); func main() { fmt.Println(claims.Analyze(os.Args[0])) }`
	const without = `package main; import ("fmt"; "os"); func main() { fmt.Println(os.Args[0]) }`
	sizes := [2]int64{}
	for i, source := range []string{with, without} {
		file := filepath.Join(folder, fmt.Sprintf("program%d.go", i))
		if err := os.WriteFile(file, []byte(source), 0o644); err != nil {
			return 0, err
		}
		if err := build(".", filepath.Join(folder, "program"), "-ldflags=-s -w", file); err != nil {
			return 0, err
		}
		info, err := os.Stat(filepath.Join(folder, "program"))
		if err != nil {
			return 0, err
		}
		sizes[i] = info.Size()
	}
	return sizes[0] - sizes[1], nil
}

// build runs go build in the folder of a module.
func build(module, output string, arguments ...string) error {
	command := exec.Command("go", append([]string{"build", "-o", output}, arguments...)...)
	command.Dir = module
	command.Stderr = os.Stderr
	return command.Run()
}

// measureBatch gives examples/batch a hundred megabytes of articles and returns the bytes given and the memory it took.
func measureBatch(folder string, a *articles) (given, resident int64, err error) {
	if err := build("..", filepath.Join(folder, "batch"), "./examples/batch"); err != nil {
		return 0, 0, err
	}
	command := exec.Command(filepath.Join(folder, "batch"))
	command.Stdout = io.Discard
	input, err := command.StdinPipe()
	if err != nil {
		return 0, 0, err
	}
	if err := command.Start(); err != nil {
		return 0, 0, err
	}
	lines := json.NewEncoder(input)
	for i := 0; given < 100<<20; i++ {
		text := a.texts[i%len(a.texts)]
		if err := lines.Encode(map[string]string{"id": strconv.Itoa(i), "text": text}); err != nil {
			return 0, 0, err
		}
		given += int64(len(text))
	}
	resident, err = peakMemory(command.Process.Pid)
	input.Close()
	return given, resident, errors.Join(err, command.Wait())
}

// peakMemory reads from the files of Linux how many bytes of memory a process has had at most. What the system counts for a
// parent at the end of its child is not this: it begins with the memory of the parent.
func peakMemory(process int) (int64, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", process))
	if err != nil {
		return 0, err
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	var kilobytes int64
	if _, err := fmt.Sscan(after, &kilobytes); err != nil {
		return 0, fmt.Errorf("no VmHWM in /proc: %w", err)
	}
	return kilobytes << 10, nil
}
