package app

import (
	"context"
	"sync/atomic"

	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/coding"
	"concord/coding/progress"
	"concord/index"
)

// indexing keeps a project's index in step with its log.
type indexing struct {
	shell   *Shell
	project *project
	tasks   *task.Runner
	reader  coding.Reader

	// opened is the index as soon as it is open, index once the window knows.
	opened atomic.Pointer[index.Index]
	index  *index.Index
	begun  bool
	failed error
	busy   bool
	again  bool
	// texts says that the screens must hear when the index has caught up.
	texts bool
}

// newIndexing is a project's index before it is opened.
func (s *Shell) newIndexing(p *project) *indexing {
	return &indexing{shell: s, project: p, tasks: s.tasks.Another(), reader: p.db.As(""), texts: true}
}

// start opens the index in the background, once.
func (x *indexing) start() {
	if x.begun {
		return
	}
	x.begun, x.busy = true, true
	task.Start(x.tasks, lang.L("Building the index"), func(ctx context.Context, c *progress.Counter) (*index.Index, error) {
		opened, err := index.Open(ctx, x.reader, index.Options{Dir: x.shell.options.Cache, File: x.project.path, Progress: c})
		if err == nil {
			x.opened.Store(opened)
		}
		return opened, err
	}, func(opened *index.Index, err error) {
		if err == nil {
			x.index = opened
		}
		x.finished(err)
	})
}

// ready is the index, or nil while it is being built.
func (x *indexing) ready() *index.Index { return x.index }

// do makes a step. The index of an import into an empty project is built with it.
func (x *indexing) do(ctx context.Context, s coding.Store, step coding.Step) ([]coding.Event, error) {
	if opened := x.opened.Load(); opened != nil {
		return opened.Do(ctx, s, step, nil)
	}
	return s.Do(ctx, step)
}

// follow takes in what is new in the log. What comes while it does so is taken
// in afterwards. With texts the screen in view is told when that is done.
func (x *indexing) follow(texts bool) {
	x.texts = x.texts || texts
	if x.busy || x.index == nil {
		x.again = x.busy
		return
	}
	x.busy = true
	task.Start(x.tasks, lang.L("Bringing the index up to date"), func(ctx context.Context, c *progress.Counter) (struct{}, error) {
		return struct{}{}, x.index.Follow(ctx, x.reader, c)
	}, func(_ struct{}, err error) { x.finished(err) })
}

// finished notes how indexing ended, and goes on where there is more.
func (x *indexing) finished(err error) {
	x.busy, x.failed = false, err
	if x.shell.project != x.project {
		return
	}
	x.shell.Fail(err, lang.L("build the index for searching"))
	x.shell.frame.status.refresh()
	if x.again {
		x.again = false
		x.follow(false)
		return
	}
	if screen := x.shell.current(); x.texts && screen != nil {
		x.texts = false
		screen.Changed(nil)
	}
}

// words say how the index stands.
func (x *indexing) words() string {
	switch {
	case x.failed != nil:
		return lang.L("No index: searching isn't possible")
	case x.index == nil:
		return lang.L("Index is being built")
	case x.busy:
		return lang.L("Index is catching up")
	}
	return lang.L("Index ready")
}

// close ends the index once its tasks have ended.
func (x *indexing) close() error {
	x.tasks.Wait()
	if opened := x.opened.Load(); opened != nil {
		return opened.Close()
	}
	return nil
}
