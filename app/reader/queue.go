package reader

import (
	"context"

	"concord/app/task"
	"concord/coding/progress"
)

// queue does gestures one after another, in the order in which the person made
// them, each off the UI goroutine: a key pressed twice quickly must not meet
// itself half done.
type queue struct {
	runner  *task.Runner
	waiting []gesture
	busy    bool
}

// gesture is prepared when its turn comes, on the UI goroutine, from what is
// true then. Nil work ends it; after gets what came of it.
type gesture func() (work func(context.Context) error, after func(error))

// add puts a gesture at the queue's end.
func (q *queue) add(g gesture) {
	q.waiting = append(q.waiting, g)
	q.next()
}

// next begins the gesture whose turn it is.
func (q *queue) next() {
	for !q.busy && len(q.waiting) > 0 {
		g := q.waiting[0]
		q.waiting = q.waiting[1:]
		work, after := g()
		if work == nil {
			continue
		}
		q.busy = true
		task.Keep(q.runner, "", func(ctx context.Context, _ *progress.Counter) (struct{}, error) {
			return struct{}{}, work(ctx)
		}, func(_ struct{}, err error) {
			q.busy = false
			after(err)
			q.next()
		})
	}
}
