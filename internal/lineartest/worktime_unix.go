//go:build unix

package lineartest

import (
	"syscall"
	"time"
)

// WorkTime is the processor time that the process has used, which does not go on while other programs work.
func WorkTime() time.Duration {
	var usage syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
