package task

import (
	"context"
	"time"

	"concord/coding/progress"
)

// Task is work under way.
type Task struct {
	// Title says what is being done, in the words of the window; an untitled
	// task is never shown.
	Title string
	Since time.Time

	counter *progress.Counter
	cancel  context.CancelFunc
	kept    bool
}

// Cancel asks the work to stop. Its outcome is still handed over, as a rule
// with an error that wraps context.Canceled.
func (t *Task) Cancel() { t.cancel() }

// Start runs work on a goroutine of its own and then, once, done on the UI
// goroutine. Work must look at its context in every loop and may bump the
// counter; it must not touch widgets or models that done's goroutine uses.
func Start[T any](r *Runner, title string, work func(context.Context, *progress.Counter) (T, error), done func(T, error)) *Task {
	return run(r, &Task{Title: title}, work, done)
}

// Keep is Start for what a person has just written or done and counts on: a
// small change to the project, which Stop doesn't cancel and WaitKept waits for.
func Keep[T any](r *Runner, title string, work func(context.Context, *progress.Counter) (T, error), done func(T, error)) *Task {
	return run(r, &Task{Title: title, kept: true}, work, done)
}

func run[T any](r *Runner, t *Task, work func(context.Context, *progress.Counter) (T, error), done func(T, error)) *Task {
	ctx := r.begin(context.Background(), t)
	go func() {
		outcome, err := work(ctx, t.counter)
		r.end(t, func() { done(outcome, err) })
	}()
	return t
}
