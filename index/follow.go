package index

import (
	"context"
	"errors"
	"fmt"

	bleve "github.com/blevesearch/bleve_index_api"

	"concord/coding"
	"concord/coding/progress"
)

// Follow brings the index up to date with the project: it reads what the log
// says since the last time, or all texts where that is quicker or the index is
// no good. Searches see all of it at once, at the end.
func (x *Index) Follow(ctx context.Context, r coding.Reader, p *progress.Counter) error {
	x.following.Lock()
	defer x.following.Unlock()
	if x.engine == nil {
		return ErrClosed
	}
	target, err := r.Seq(ctx)
	if err != nil {
		return fmt.Errorf("follow the log: %w", err)
	}
	if x.current == nil && x.engine.sound() {
		same, err := anchored(ctx, r, x.engine.note(anchorNote))
		if err != nil {
			return fmt.Errorf("follow the log: %w", err)
		}
		if same {
			// A view that can't be made is no reason to fail: all is built anew.
			_ = x.refresh()
		}
	}
	if x.current == nil || x.current.reached() != target {
		if x.anchor, err = newestAnchor(ctx, r); err != nil {
			return fmt.Errorf("follow the log: %w", err)
		}
	}
	if v := x.current; v == nil || v.reached() > target || v.size == 0 && v.reached() < target {
		err = x.build(ctx, r, target, p)
	} else if v.reached() < target {
		err = x.catchUp(ctx, r, v, target, p)
	}
	if err != nil {
		return fmt.Errorf("index texts: %w", err)
	}
	return nil
}

// refresh shows searches the engine as it is now.
func (x *Index) refresh() error {
	v, err := look(x.engine, x.current)
	if err != nil {
		return err
	}
	if old := x.current; old != nil && old.reached() > v.reached() {
		v.seq.Store(int64(old.reached()))
	}
	x.show(v)
	return nil
}

// settle looks anew if bleve tidied up in the background: a view that it has
// left behind is slower, and keeps old files open. While the index follows, that
// can wait.
func (x *Index) settle() {
	if !x.following.TryLock() {
		return
	}
	defer x.following.Unlock()
	if x.engine != nil && x.current != nil && !x.engine.at(x.current.snapshot) {
		// If it fails, the view that is there goes on.
		_ = x.refresh()
	}
}

// build indexes all texts, in a new engine.
func (x *Index) build(ctx context.Context, r coding.Reader, target coding.Seq, p *progress.Counter) error {
	if err := x.restart(); err != nil {
		return err
	}
	total, err := countTexts(ctx, r, p)
	if err != nil {
		return err
	}
	p.Start("index texts", total)
	w := newWriter(ctx, x.engine, p)
	place := uint32(0)
	for text, err := range r.Texts(ctx, coding.SourceFilter{}) {
		if err != nil {
			return errors.Join(err, w.wait())
		}
		if !w.add(job{place: place, source: text.Source, body: text.Body}) {
			break
		}
		place++
	}
	if err := w.wait(); err != nil {
		return err
	}
	if err := x.engine.takeNote(bleve.NewBatch(), target, x.anchor); err != nil {
		return err
	}
	return x.refresh()
}

// countTexts is how many texts there are to index, for who looks on: reading
// them costs little beside indexing them.
func countTexts(ctx context.Context, r coding.Reader, p *progress.Counter) (int, error) {
	total := 0
	if p == nil {
		return total, nil
	}
	for _, err := range r.Texts(ctx, coding.SourceFilter{}) {
		if err != nil {
			return 0, err
		}
		total++
	}
	return total, nil
}

// restart begins with an empty engine.
func (x *Index) restart() error {
	if x.engine.blank() {
		return nil
	}
	x.show(nil)
	x.mu.Lock()
	defer x.mu.Unlock()
	err := x.engine.close()
	path := ""
	if x.folder != nil {
		path = x.folder.path
		err = errors.Join(err, x.folder.empty())
	}
	x.engine = nil
	if err != nil {
		return err
	}
	x.engine, err = openEngine(path)
	return err
}

// catchUp indexes what changed since the view was made.
func (x *Index) catchUp(ctx context.Context, r coding.Reader, v *view, target coding.Seq, p *progress.Counter) error {
	seq := v.reached()
	changes, err := readChanges(ctx, r, seq)
	if err != nil {
		return err
	}
	if len(changes) == 0 {
		v.seq.Store(int64(target)) // noted on disk when the index is closed
		return nil
	}
	p.Start("index texts", len(changes))
	b := bleve.NewBatch()
	var back []coding.SourceID
	known := v.placesOf(changes)
	for id, place := range known {
		switch change := changes[id]; {
		case !change.there && v.live.has(place):
			b.Delete(makeKey(place, id, 0))
			b.Update(gone(place, id))
		case change.there && (change.removed || !v.live.has(place)):
			back = append(back, id)
		}
	}
	w := newWriter(ctx, x.engine, p)
	next := uint32(len(v.ids))
	add := func(f coding.SourceFilter) error {
		for text, err := range r.Texts(ctx, f) {
			if err != nil {
				return err
			}
			place, returns := known[text.Source]
			if _, changed := changes[text.Source]; !changed || returns && f.IDs == nil {
				continue // what came only just is for the next time
			}
			if !returns {
				place = next
				next++
			}
			if !w.add(job{place: place, source: text.Source, body: text.Body, back: returns}) {
				break
			}
		}
		return nil
	}
	err = add(coding.SourceFilter{After: seq})
	if err == nil && len(back) > 0 {
		err = add(coding.SourceFilter{IDs: back})
	}
	if err := errors.Join(err, w.wait()); err != nil {
		return err
	}
	if err := x.engine.takeNote(b, target, x.anchor); err != nil {
		return err
	}
	return x.refresh()
}

// placesOf finds which of the sources are, or were, in the index.
func (v *view) placesOf(sources map[coding.SourceID]change) map[coding.SourceID]uint32 {
	places := map[coding.SourceID]uint32{}
	for place, id := range v.ids {
		if _, ok := sources[id]; ok {
			places[id] = uint32(place)
		}
	}
	return places
}

// gone is what remains in the index of a source that was removed.
func gone(place uint32, id coding.SourceID) *document {
	return newAnalyst().document(makeKey(place, id, removed), "")
}

// change is what became of a source.
type change struct {
	there   bool // it is in the project
	removed bool // it was not, in between
}

// readChanges sums up what the log says of sources after an event.
func readChanges(ctx context.Context, r coding.Reader, after coding.Seq) (map[coding.SourceID]change, error) {
	changes := map[coding.SourceID]change{}
	for event, err := range r.Events(ctx, after) {
		if err != nil {
			return nil, err
		}
		edit, ok := event.Change.(coding.Edit[coding.Source])
		if !ok {
			continue
		}
		now := make(map[coding.SourceID]bool, len(edit.Now))
		for _, s := range edit.Now {
			now[s.ID] = true
			changes[s.ID] = change{there: true, removed: changes[s.ID].removed}
		}
		for _, s := range edit.Was {
			if !now[s.ID] {
				changes[s.ID] = change{removed: true}
			}
		}
	}
	return changes, nil
}
