package task

import (
	"context"

	"concord/coding/progress"
)

// Latest runs one task at a time, the newest: starting one cancels the one
// before and forgets its outcome, as search-as-you-type needs it. The zero
// value is ready. It belongs to the UI goroutine.
type Latest[T any] struct {
	current *Task
}

// Start runs work in place of what this Latest ran before.
func (l *Latest[T]) Start(r *Runner, title string, work func(context.Context, *progress.Counter) (T, error), done func(T, error)) {
	l.Cancel()
	var mine *Task
	mine = Start(r, title, work, func(outcome T, err error) {
		if l.current != mine {
			return
		}
		l.current = nil
		done(outcome, err)
	})
	l.current = mine
}

// Cancel stops what is running, if anything, and forgets its outcome.
func (l *Latest[T]) Cancel() {
	if l.current != nil {
		l.current.Cancel()
		l.current = nil
	}
}

// Busy reports whether an outcome is still to come.
func (l *Latest[T]) Busy() bool { return l.current != nil }
