package index

import (
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/blevesearch/bleve/v2/index/scorch"

	"concord/coding"
)

// view is the index at one moment, with what searches need beside bleve's
// postings: which document is which source. It is read by many and changed by none.
//
// Sources are numbered by their places in the project's order. Documents are
// numbered by bleve, otherwise, and anew in every view.
type view struct {
	users    atomic.Int32
	snapshot *scorch.IndexSnapshot
	seq      atomic.Int64 // the event up to which this is how sources are
	segments map[uint64]*segment

	placeOf []uint32          // by document
	docOf   []uint32          // by place
	ids     []coding.SourceID // by place; empty where there is none
	live    set               // the places of sources that are in the project
	size    int               // how many those are
	byID    lazy[map[coding.SourceID]uint32]
	terms   dictionary
	scratch sync.Pool
}

// segment is what is known of the documents of one of bleve's segments, which
// never change.
type segment struct {
	places []uint32
	flags  []byte
	ids    []coding.SourceID
}

// look makes a view of the engine as it is now. Segments that the view before
// knew aren't read again.
func look(e *engine, before *view) (*view, error) {
	snapshot, err := e.snapshot()
	if err != nil {
		return nil, err
	}
	v := &view{snapshot: snapshot, segments: map[uint64]*segment{}}
	v.users.Store(1)
	err = guard("read", func() error {
		for _, part := range snapshot.Segments() {
			s := before.segment(part.Id(), part.FullSize())
			if s == nil {
				if s, err = readSegment(part); err != nil {
					return err
				}
			}
			v.segments[part.Id()] = s
			v.placeOf = append(v.placeOf, s.places...)
		}
		v.arrange()
		v.seq.Store(int64(e.noted()))
		return nil
	})
	if err != nil {
		v.release()
		return nil, err
	}
	return v, nil
}

// reached is the event up to which the view holds.
func (v *view) reached() coding.Seq { return coding.Seq(v.seq.Load()) }

// segment finds what the view knows of a segment; a nil view knows none.
func (v *view) segment(id uint64, size int64) *segment {
	if v == nil {
		return nil
	}
	if s := v.segments[id]; s != nil && int64(len(s.places)) == size {
		return s
	}
	return nil
}

func readSegment(part *scorch.SegmentSnapshot) (*segment, error) {
	n := int(part.FullSize())
	s := &segment{places: make([]uint32, n), flags: make([]byte, n), ids: make([]coding.SourceID, n)}
	text, ends := make([]byte, 0, 36*n), make([]int, n)
	for i := range n {
		key, err := part.DocID(uint64(i))
		if err != nil {
			return nil, fmt.Errorf("read %w: document %d: %w", errEngine, i, err)
		}
		if s.places[i], s.flags[i], text, err = readKey(key, text); err != nil {
			return nil, err
		}
		ends[i] = len(text)
	}
	ids, start := string(text), 0
	for i, end := range ends {
		s.ids[i], start = coding.SourceID(ids[start:end]), end
	}
	return s, nil
}

// arrange orders the documents that aren't deleted by place.
func (v *view) arrange() {
	top := -1
	for _, place := range v.placeOf {
		top = max(top, int(place))
	}
	v.docOf = make([]uint32, top+1)
	v.ids = make([]coding.SourceID, top+1)
	v.live = newSet(top + 1)
	doc := uint32(0)
	for _, part := range v.snapshot.Segments() {
		s := v.segments[part.Id()]
		deleted := part.Deleted()
		for i, place := range s.places {
			if deleted == nil || !deleted.Contains(uint32(i)) {
				v.docOf[place], v.ids[place] = doc, s.ids[i]
				if s.flags[i]&removed == 0 {
					v.live.add(place)
				}
			}
			doc++
		}
	}
	v.size = v.live.count()
}

// place finds a source that is, or was, in the project.
func (v *view) place(id coding.SourceID) (uint32, bool) {
	places := v.byID.value(func() map[coding.SourceID]uint32 {
		all := make(map[coding.SourceID]uint32, len(v.ids))
		for place, id := range v.ids {
			if id != "" {
				all[id] = uint32(place)
			}
		}
		return all
	})
	place, ok := places[id]
	return place, ok
}

// release says that the view isn't needed any more by one of its users.
func (v *view) release() {
	if v.users.Add(-1) == 0 {
		_ = guard("close", v.snapshot.Close)
	}
}

// none is an empty set of places.
func (v *view) none() set { return newSet(len(v.ids)) }

// sources lists the sources at the places, in order.
func (v *view) sources(in set) []coding.SourceID {
	ids := []coding.SourceID{}
	for place := range in.all {
		ids = append(ids, v.ids[place])
	}
	return ids
}
