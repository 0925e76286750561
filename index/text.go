package index

import (
	"slices"

	bleve "github.com/blevesearch/bleve_index_api"

	"concord/coding"
)

// textPart is words that follow on each other; of each, one of several terms.
type textPart struct {
	slots  [][]string
	family *Family // to be filled with the terms that are found

	// What was found: of one word its postings and, where all places are wanted,
	// its spots; of several the matches.
	postings []posting
	matches  []match
	spots    []spot
	spotted  bool
	sources  int
	// limits is where the part is a reason for hits; nil is everywhere.
	limits set
}

func (t *textPart) reads() bool { return false }

func (t *textPart) limit(to set) {
	if t.limits == nil {
		t.limits = to
		return
	}
	t.limits = t.limits.copy()
	t.limits.and(to)
}

// reasons narrows a set to where the part is a reason for hits.
func (t *textPart) reasons(in set) set {
	if t.limits == nil {
		return in
	}
	in = in.copy()
	in.and(t.limits)
	return in
}

func (t *textPart) find(s *search, _ set) (set, error) {
	if len(t.slots) > 1 {
		return t.findPhrase(s)
	}
	return t.findWord(s)
}

func (t *textPart) findPhrase(s *search) (set, error) {
	var err error
	if t.matches, err = s.view.phrase(s.ctx, t.slots); err != nil {
		return nil, err
	}
	found := s.view.none()
	for _, m := range t.matches {
		found.add(s.view.placeOf[m.doc])
	}
	t.sources = found.count()
	return found, nil
}

func (t *textPart) findWord(s *search) (set, error) {
	found := s.view.none()
	t.spotted = s.everywhere && slices.Contains(s.texts, t)
	var present []string
	for i, term := range t.slots[0] {
		before := len(t.postings)
		grow := func(n int) {
			t.postings = slices.Grow(t.postings, n)
			if t.spotted {
				t.spots = slices.Grow(t.spots, n)
			}
		}
		wanted := withNorm
		if t.spotted {
			wanted |= withSpots
		}
		err := s.view.postings(s.ctx, term, wanted, grow, func(doc uint32, p *bleve.TermFieldDoc) {
			place := s.view.placeOf[doc]
			found.add(place)
			t.postings = append(t.postings, posting{
				place: place, term: uint32(i), freq: uint32(p.Freq), norm: float32(p.Norm),
			})
			if t.spotted {
				t.spots = appendSpots(t.spots, doc, p)
			}
		})
		if err != nil {
			return nil, err
		}
		if len(t.postings) > before {
			present = append(present, term)
		}
	}
	if t.family != nil {
		t.family.Terms = present
	}
	t.sources = found.count()
	return found, nil
}

// count is the number of places in the sources given.
func (t *textPart) count(v *view, in set) int {
	n := 0
	in = t.reasons(in)
	for _, p := range t.postings {
		if in.has(p.place) {
			n += int(p.freq)
		}
	}
	for _, m := range t.matches {
		if in.has(v.placeOf[m.doc]) {
			n++
		}
	}
	return n
}

// ordered reports whether the spans of a source come in order.
func (t *textPart) ordered() bool { return len(t.slots) > 1 || len(t.slots[0]) == 1 }

// locate finds the spots of a word in the sources given, unless all were found
// before.
func (t *textPart) locate(s *search, in set) (err error) {
	if len(t.slots) == 1 && !t.spotted {
		t.spots, err = t.spotsIn(s, t.reasons(in))
	}
	return err
}

// each gives the spans that were located in the sources given.
func (t *textPart) each(v *view, in set, give func(place uint32, span coding.Span)) {
	in = t.reasons(in)
	for _, p := range t.spots {
		if place := v.placeOf[p.doc]; in.has(place) {
			give(place, coding.Span{Start: int(p.start), End: int(p.end)})
		}
	}
	for _, m := range t.matches {
		if place := v.placeOf[m.doc]; in.has(place) {
			give(place, coding.Span{Start: int(m.start), End: int(m.end)})
		}
	}
}

// spotsIn reads the spots of the terms in the sources given, and of no others.
func (t *textPart) spotsIn(s *search, in set) ([]spot, error) {
	docs := map[uint32][]uint32{} // by term
	for _, p := range t.postings {
		if in.has(p.place) {
			docs[p.term] = append(docs[p.term], s.view.docOf[p.place])
		}
	}
	var spots []spot
	for i, term := range t.slots[0] {
		if of := docs[uint32(i)]; len(of) > 0 {
			var err error
			if spots, err = s.view.spotsIn(s.ctx, term, of, spots); err != nil {
				return nil, err
			}
		}
	}
	return spots, nil
}
