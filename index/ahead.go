package index

import (
	"context"
	"errors"

	bleve "github.com/blevesearch/bleve_index_api"

	"concord/coding"
	"concord/coding/progress"
)

// Do makes a step in the project. If the index is empty, the texts that the step
// brings are indexed while the project writes them, which saves reading them back
// and keeps a second processor busy; otherwise the index is left as it is, for
// Follow. The error is that of the step alone: an index that didn't come along is
// built by the next Follow.
func (x *Index) Do(ctx context.Context, s coding.Store, step coding.Step, p *progress.Counter) ([]coding.Event, error) {
	n := brings(step)
	if n == 0 || !x.following.TryLock() {
		return s.Do(progress.With(ctx, p), step)
	}
	defer x.following.Unlock()
	if !x.empty(ctx, s) {
		return s.Do(progress.With(ctx, p), step)
	}
	reached := x.Seq()
	p.Start("index texts", n)
	working, stop := context.WithCancel(ctx)
	defer stop()
	indexed := make(chan error, 1)
	go func() { indexed <- x.writeAhead(working, step, p) }()
	events, err := s.Do(ctx, step)
	if err != nil {
		stop()
	}
	x.finish(reached, events, errors.Join(err, <-indexed))
	return events, err
}

// brings is the number of sources that the step brings; 0 if it also changes others.
func brings(step coding.Step) int {
	n := 0
	for _, change := range step.Changes {
		if e, ok := change.(coding.Edit[coding.Source]); ok {
			if len(e.Was) > 0 {
				return 0
			}
			n += len(e.Now)
		}
	}
	return n
}

// empty reports whether nothing is indexed, and nothing is there to be.
func (x *Index) empty(ctx context.Context, r coding.Reader) bool {
	if x.engine == nil || x.current == nil || len(x.current.ids) > 0 {
		return false
	}
	seq, err := r.Seq(ctx)
	return err == nil && seq == x.current.reached()
}

// writeAhead indexes the sources that a step brings.
func (x *Index) writeAhead(ctx context.Context, step coding.Step, p *progress.Counter) error {
	w := newWriter(ctx, x.engine, p)
	bodies := newBodies(step.Texts)
	place := uint32(0)
	for _, change := range step.Changes {
		e, ok := change.(coding.Edit[coding.Source])
		if !ok {
			continue
		}
		for _, s := range e.Now {
			body, ok := bodies.of(s.Text)
			if !ok {
				return errors.Join(errElsewhere, w.wait())
			}
			if !w.add(job{place: place, source: s.ID, body: body}) {
				return w.wait()
			}
			place++
		}
	}
	return w.wait()
}

// errElsewhere says that a source's text is in the project already, not in the step.
var errElsewhere = errors.New("a text isn't in the step")

// bodies finds the texts of a step by their hashes. Texts mostly stand in the
// order in which sources name them, so as few as needed are taken in ahead.
type bodies struct {
	texts []string // those not yet taken in
	known map[coding.TextHash]string
}

func newBodies(texts []string) *bodies {
	return &bodies{texts: texts, known: make(map[coding.TextHash]string, len(texts))}
}

func (b *bodies) of(hash coding.TextHash) (string, bool) {
	if body, ok := b.known[hash]; ok {
		return body, true
	}
	for len(b.texts) > 0 {
		body := b.texts[0]
		b.texts = b.texts[1:]
		next := coding.HashText(body)
		if next == hash {
			b.known[hash] = body
			return body, true
		}
		b.known[next] = body
	}
	return "", false
}

// finish notes how far the index has come, if the step was made and nobody did
// another just before. Otherwise it begins anew.
func (x *Index) finish(reached coding.Seq, events []coding.Event, err error) {
	if err == nil && events[0].Seq == reached+1 {
		x.anchor = anchorAt(events[0].Seq, events[0].Step)
		err = x.engine.takeNote(bleve.NewBatch(), events[len(events)-1].Seq, x.anchor)
		if err == nil && x.refresh() == nil {
			return
		}
	}
	// If even this fails, the index is closed.
	if x.restart() == nil {
		_ = x.refresh()
	}
}
