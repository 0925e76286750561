package task

import "sync"

// Queue stands in for the UI goroutine where there is no window: in tests, and
// when pictures are drawn without a display. What is handed to it runs when it
// is drained, on the goroutine that drains.
type Queue struct {
	mu    sync.Mutex
	tasks []func()
}

// NewQueue returns an empty queue.
func NewQueue() *Queue { return &Queue{} }

// Runner returns a runner that hands its outcomes to the queue; Runner.Drain
// runs them.
func (q *Queue) Runner() *Runner {
	r := New(q.Do)
	r.queue = q
	return r
}

// Do puts f at the queue's end.
func (q *Queue) Do(f func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.tasks = append(q.tasks, f)
}

// Drain runs what stands in the queue, and what that adds to it, and reports
// whether there was anything.
func (q *Queue) Drain() bool {
	ran := false
	for {
		q.mu.Lock()
		tasks := q.tasks
		q.tasks = nil
		q.mu.Unlock()
		if len(tasks) == 0 {
			return ran
		}
		ran = true
		for _, f := range tasks {
			f()
		}
	}
}

// Drain waits until no task runs and runs what they handed over, until nothing
// is left. It is for runners made from a queue; another runner only waits.
func (r *Runner) Drain() {
	for {
		r.Wait()
		if r.queue == nil || !r.queue.Drain() {
			return
		}
	}
}
