// Package lineartest checks that work takes time that grows with its input and not with its square. It compares the
// processor time of the shortest of several runs, which is what the machine can do, so that a busy machine does not fail
// the test.
package lineartest

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// attempts is how many runs of both are compared before a test fails.
const attempts = 10

// slack is the difference in time that says nothing.
const slack = 20 * time.Millisecond

// Check fails the test when the work on the whole of an input takes more than nine times as long as that on a quarter of it:
// linear work takes four times, work of square cost sixteen. With -short it skips the test.
func Check(t *testing.T, quarter, whole func()) {
	t.Helper()
	if testing.Short() {
		t.Skip("measures time")
	}
	onQuarter, onWhole := time.Hour, time.Hour
	for range attempts {
		onQuarter, onWhole = min(onQuarter, timeOf(quarter)), min(onWhole, timeOf(whole))
		if onWhole < 9*onQuarter+slack {
			return
		}
	}
	t.Errorf("a quarter of the input takes %v, the whole %v", onQuarter, onWhole)
}

// timeOf leaves out the garbage collector, whose work depends on what is in memory beside.
func timeOf(work func()) time.Duration {
	runtime.GC()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	start := WorkTime()
	work()
	return WorkTime() - start
}
