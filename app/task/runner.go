package task

import (
	"context"
	"slices"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"concord/coding/progress"
)

// Runner runs the tasks of one window or one project. It is safe for use by
// several goroutines.
type Runner struct {
	ui    func(func())
	queue *Queue

	mu      sync.Mutex
	idle    *sync.Cond
	running []*Task
	stopped bool
}

// New returns a runner that hands outcomes to ui, which must run functions one
// after another, in order, on the UI goroutine.
func New(ui func(func())) *Runner {
	r := &Runner{ui: ui}
	r.idle = sync.NewCond(&r.mu)
	return r
}

// ForWindow returns a runner for a program with a window, whose UI goroutine is Fyne's.
func ForWindow() *Runner { return New(fyne.Do) }

// Do runs f on the UI goroutine, soon. It doesn't wait, and does nothing once
// the runner is stopped.
func (r *Runner) Do(f func()) {
	r.ui(func() {
		if !r.Stopped() {
			f()
		}
	})
}

// Status is a running task as it is shown.
type Status struct {
	*Task
	Snapshot progress.Snapshot
}

// Running are the tasks that have a title and aren't finished, the oldest first.
func (r *Runner) Running() []Status {
	r.mu.Lock()
	defer r.mu.Unlock()
	var shown []Status
	for _, t := range r.running {
		if t.Title != "" {
			shown = append(shown, Status{Task: t, Snapshot: t.counter.Snapshot()})
		}
	}
	return shown
}

// Busy reports whether any task runs, titled or not.
func (r *Runner) Busy() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.running) > 0
}

// Stop cancels all tasks but those that are to be kept, and forgets them: no
// outcome is handed over any more, and what is started later is cancelled from
// the start. A project that is closed stops its runner, waits, and then closes
// its file.
func (r *Runner) Stop() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.stopped = true
	for _, t := range r.running {
		if !t.kept {
			t.Cancel()
		}
	}
}

// Keeping reports whether a task runs that is to be kept.
func (r *Runner) Keeping() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.holds()
}

// WaitKept returns when no task runs that is to be kept. Outcomes were handed
// over by then; what follows from them may be under way. Like Wait it must not
// be called on the UI goroutine of a window.
func (r *Runner) WaitKept() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.holds() {
		r.idle.Wait()
	}
}

// holds is Keeping where the lock is held.
func (r *Runner) holds() bool {
	return slices.ContainsFunc(r.running, func(t *Task) bool { return t.kept })
}

// Stopped reports whether Stop was called.
func (r *Runner) Stopped() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.stopped
}

// Wait returns when no task's work is running. It must not be called on the UI
// goroutine of a window.
func (r *Runner) Wait() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for len(r.running) > 0 {
		r.idle.Wait()
	}
}

// begin lists a task as running, and gives it a context.
func (r *Runner) begin(ctx context.Context, t *Task) context.Context {
	ctx, cancel := context.WithCancel(ctx)
	t.Since, t.counter, t.cancel = time.Now(), &progress.Counter{}, cancel
	r.mu.Lock()
	defer r.mu.Unlock()
	r.running = append(r.running, t)
	if r.stopped && !t.kept {
		cancel()
	}
	return ctx
}

// end hands over the outcome and takes the task from the list, in this order,
// so that who waits finds the outcome handed over.
func (r *Runner) end(t *Task, done func()) {
	t.cancel()
	r.Do(done)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.running = slices.DeleteFunc(r.running, func(other *Task) bool { return other == t })
	r.idle.Broadcast()
}

// Another returns a new runner for the same UI goroutine.
func (r *Runner) Another() *Runner {
	other := New(r.ui)
	other.queue = r.queue
	return other
}
