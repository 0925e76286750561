package cli

import (
	"fmt"
	"time"

	"concord/coding/progress"
)

// watch tells the person how far long work has come, unless they want quiet:
// one line a second on Err, from the first second on. The work bumps the
// counter; stop ends the telling.
func (e *env) watch() (counter *progress.Counter, stop func()) {
	counter = &progress.Counter{}
	if e.quiet {
		return counter, func() {}
	}
	done, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		ticks := time.NewTicker(time.Second)
		defer ticks.Stop()
		for {
			select {
			case <-done:
				return
			case <-ticks.C:
				e.tell(counter.Snapshot())
			}
		}
	}()
	return counter, func() { close(done); <-ended }
}

func (e *env) tell(s progress.Snapshot) {
	switch {
	case s.Title == "":
	case s.Total > 0:
		_, _ = fmt.Fprintf(e.Err, "%s: %d of %d\n", s.Title, s.Done, s.Total)
	case s.Done > 0:
		_, _ = fmt.Fprintf(e.Err, "%s: %d\n", s.Title, s.Done)
	}
}
