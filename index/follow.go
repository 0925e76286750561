package index

import (
	"context"
	"errors"
	"fmt"
	"strconv"

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
	seq, ok := reached(x.engine)
	if ok && x.current == nil {
		ok = x.refresh() == nil
	}
	switch {
	case ok && seq == target:
		return nil
	case !ok || seq > target || x.current.size == 0:
		err = x.build(ctx, r, target, p)
	default:
		err = x.catchUp(ctx, r, seq, target, p)
	}
	if err != nil {
		return fmt.Errorf("index texts: %w", err)
	}
	return x.refresh()
}

// refresh shows searches the engine as it is now.
func (x *Index) refresh() error {
	v, err := look(x.engine, x.current)
	if err != nil {
		return err
	}
	x.show(v)
	return nil
}

// notes are written with the last batch of changes, so that an index is never
// further than it says.
func notes(b *bleve.Batch, seq coding.Seq) {
	b.SetInternal([]byte(layoutNote), []byte(layout))
	b.SetInternal([]byte(seqNote), []byte(strconv.FormatInt(int64(seq), 10)))
}

// build indexes all texts, in a new engine.
func (x *Index) build(ctx context.Context, r coding.Reader, target coding.Seq, p *progress.Counter) error {
	if err := x.restart(); err != nil {
		return err
	}
	p.Start("index texts", 0)
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
	b := bleve.NewBatch()
	notes(b, target)
	return x.engine.write(b)
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

// catchUp indexes what changed between two events.
func (x *Index) catchUp(ctx context.Context, r coding.Reader, seq, target coding.Seq, p *progress.Counter) error {
	changes, err := readChanges(ctx, r, seq)
	if err != nil {
		return err
	}
	p.Start("index texts", len(changes))
	v, b := x.current, bleve.NewBatch()
	var back []coding.SourceID
	for id, change := range changes {
		place, known := v.place(id)
		switch {
		case known && !change.there && v.live.has(place):
			b.Delete(makeKey(place, id, 0))
			b.Update(gone(place, id))
		case known && change.there && (change.removed || !v.live.has(place)):
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
			place, known := v.place(text.Source)
			if known && f.IDs == nil {
				continue
			}
			if !known {
				place = next
				next++
			}
			if !w.add(job{place: place, source: text.Source, body: text.Body, back: known}) {
				break
			}
		}
		return nil
	}
	err = add(coding.SourceFilter{After: seq})
	if err == nil && len(back) > 0 {
		err = add(coding.SourceFilter{IDs: back})
	}
	if err = errors.Join(err, w.wait()); err != nil {
		return err
	}
	notes(b, target)
	return x.engine.write(b)
}

// gone is what remains in the index of a source that was removed.
func gone(place uint32, id coding.SourceID) *document {
	return &document{
		key:   makeKey(place, id, removed),
		words: field{name: textField, options: bleve.IndexField | bleve.IncludeTermVectors},
	}
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
