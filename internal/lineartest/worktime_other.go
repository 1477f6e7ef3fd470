//go:build !unix

package lineartest

import "time"

var begun = time.Now()

// WorkTime is the time since the program began, where processor time is not at hand.
func WorkTime() time.Duration { return time.Since(begun) }
