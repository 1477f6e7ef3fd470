//go:build unix

package claims

import (
	"syscall"
	"time"
)

// workTime is the processor time that the process has used, which does not go on while other programs work.
func workTime() time.Duration {
	var usage syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
