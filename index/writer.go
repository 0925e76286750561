package index

import (
	"context"
	"sync"

	bleve "github.com/blevesearch/bleve_index_api"

	"concord/coding"
	"concord/coding/progress"
)

// Batches are large enough that their cost is that of their texts, and small
// enough that memory stays low: so many texts, or so many bytes.
const (
	batchTexts = 7500
	batchBytes = 3 << 20
	// writers is how many batches are made at once: bleve makes each on one
	// goroutine, and more than two only cost memory.
	writers = 2
)

// job is a text that is to be indexed. back says that the source was removed
// and is there again.
type job struct {
	place  uint32
	source coding.SourceID
	body   string
	back   bool
}

// writer indexes texts on goroutines of its own, which end with wait.
type writer struct {
	engine  *engine
	counter *progress.Counter
	ctx     context.Context
	cancel  context.CancelCauseFunc
	work    sync.WaitGroup
	batches chan []job
	pending []job
	bytes   int
}

func newWriter(ctx context.Context, e *engine, p *progress.Counter) *writer {
	w := &writer{engine: e, counter: p, batches: make(chan []job)}
	w.ctx, w.cancel = context.WithCancelCause(ctx)
	for range writers {
		w.work.Go(w.write)
	}
	return w
}

// add takes a text in; false says that the work has failed or was cancelled.
func (w *writer) add(j job) bool {
	w.pending = append(w.pending, j)
	w.bytes += len(j.body)
	if len(w.pending) < batchTexts && w.bytes < batchBytes {
		return true
	}
	return w.flush()
}

func (w *writer) flush() bool {
	select {
	case w.batches <- w.pending:
		w.pending, w.bytes = nil, 0
		return true
	case <-w.ctx.Done():
		return false
	}
}

// wait ends the work, and says why it failed.
func (w *writer) wait() error {
	if len(w.pending) > 0 {
		w.flush()
	}
	close(w.batches)
	w.work.Wait()
	err := context.Cause(w.ctx)
	w.cancel(nil)
	return err
}

// write makes batches until there are no more.
func (w *writer) write() {
	a := newAnalyst()
	for jobs := range w.batches {
		b := bleve.NewBatch()
		for _, j := range jobs {
			if w.ctx.Err() != nil {
				return
			}
			if j.back {
				b.Delete(makeKey(j.place, j.source, removed))
			}
			b.Update(a.document(makeKey(j.place, j.source, 0), j.body))
		}
		if err := w.engine.write(b); err != nil {
			w.cancel(err)
			return
		}
		w.counter.Add(len(jobs))
	}
}
