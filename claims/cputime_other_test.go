//go:build !unix

package claims

import "time"

var began = time.Now()

// workTime is the time since the tests began, where processor time is not at hand.
func workTime() time.Duration { return time.Since(began) }
