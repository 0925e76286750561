package app

import (
	"context"
	"time"
)

// The heart of the window: how often it looks at its tasks and its trace, and
// after how many beats it looks whether somebody else changed the project.
const (
	beatEvery = 100 * time.Millisecond
	lookEvery = 10
)

// live beats until the context ends. It runs on a goroutine of its own.
func (s *Shell) live(ctx context.Context) {
	ticker := time.NewTicker(beatEvery)
	defer ticker.Stop()
	for n := 1; ; n++ {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			s.tasks.Do(func() { s.Beat(n%lookEvery == 0) })
		}
	}
}

// Beat follows tasks and trace and, with look, the log. A window without a
// clock of its own, as in a test, is beaten by hand.
func (s *Shell) Beat(look bool) {
	s.settle()
	s.frame.status.beat(s.Now())
	s.trace.beat()
	if look {
		s.lookOutside()
		s.keepSize()
	}
}
