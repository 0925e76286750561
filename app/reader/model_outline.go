package reader

import (
	"context"
	"fmt"
	"slices"

	"concord/coding"
)

// The size of a page: so many sources, or so many characters of text.
const (
	pageSources    = 48
	pageCharacters = 60_000
)

// Outline is the order of the sources that are shown, and how long each is: all
// that is held of 100,000 comments. Places in it count from 0. It never changes.
type Outline struct {
	ids     []coding.SourceID
	lengths []int
	at      map[coding.SourceID]int
	// firsts are the places at which pages begin, and the end.
	firsts []int
}

// ReadOutline reads the order of a project's sources.
func ReadOutline(ctx context.Context, r coding.Reader) (*Outline, error) {
	o := &Outline{}
	for source, err := range r.Sources(ctx, coding.SourceFilter{}) {
		if err != nil {
			return nil, fmt.Errorf("read the order of the sources: %w", err)
		}
		o.ids = append(o.ids, source.ID)
		o.lengths = append(o.lengths, source.Length)
	}
	o.divide()
	return o, nil
}

// Only are those sources of the outline that are among the given ones, in the
// outline's order.
func (o *Outline) Only(wanted map[coding.SourceID]bool) *Outline {
	some := &Outline{}
	for i, id := range o.ids {
		if wanted[id] {
			some.ids = append(some.ids, id)
			some.lengths = append(some.lengths, o.lengths[i])
		}
	}
	some.divide()
	return some
}

// divide finds where pages begin, and each source's place.
func (o *Outline) divide() {
	o.at = make(map[coding.SourceID]int, len(o.ids))
	characters := 0
	for i, id := range o.ids {
		o.at[id] = i
		first := 0
		if len(o.firsts) > 0 {
			first = o.firsts[len(o.firsts)-1]
		}
		if i == 0 || i-first >= pageSources || characters+o.lengths[i] > pageCharacters {
			o.firsts = append(o.firsts, i)
			characters = 0
		}
		characters += o.lengths[i]
	}
	o.firsts = append(o.firsts, len(o.ids))
}

// Len is the number of sources.
func (o *Outline) Len() int { return len(o.ids) }

// ID is the source at a place.
func (o *Outline) ID(place int) coding.SourceID { return o.ids[place] }

// Length is how long the text at a place is, in code points.
func (o *Outline) Length(place int) int { return o.lengths[place] }

// Place is where a source stands, and whether it is there at all.
func (o *Outline) Place(id coding.SourceID) (int, bool) {
	place, ok := o.at[id]
	return place, ok
}

// pages is the number of pages.
func (o *Outline) pages() int { return len(o.firsts) - 1 }

// page is the page that a place lies on.
func (o *Outline) page(place int) int {
	i, found := slices.BinarySearch(o.firsts, place)
	if !found {
		i--
	}
	return i
}

// onPage are the sources of a page; the caller must not change them.
func (o *Outline) onPage(page int) []coding.SourceID {
	return o.ids[o.firsts[page]:o.firsts[page+1]]
}
