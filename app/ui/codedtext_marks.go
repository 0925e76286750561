package ui

import (
	"cmp"
	"slices"
	"sort"

	"concord/coding"
)

// placedMark is a mark with its place among the others.
type placedMark struct {
	Mark
	// level is how many bands lie over it where they overlap: 0 is the first.
	level int
	// furthest is the greatest end of this mark and all before it.
	furthest int
}

// placeMarks sorts marks by where they begin and gives each the lowest level
// that is free there.
func placeMarks(marks []Mark) []placedMark {
	placed := make([]placedMark, 0, len(marks))
	for _, m := range marks {
		if !m.Span.Empty() {
			placed = append(placed, placedMark{Mark: m})
		}
	}
	slices.SortStableFunc(placed, func(a, b placedMark) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	var ends []int
	furthest := 0
	for i := range placed {
		m := &placed[i]
		m.level = slices.IndexFunc(ends, func(end int) bool { return end <= m.Span.Start })
		if m.level < 0 {
			m.level = len(ends)
			ends = append(ends, 0)
		}
		ends[m.level] = m.Span.End
		furthest = max(furthest, m.Span.End)
		m.furthest = furthest
	}
	return placed
}

// overlapping calls with every mark that shares a character with span, in order.
func (c *codedBlock) overlapping(span coding.Span, each func(*placedMark)) {
	after := sort.Search(len(c.marks), func(i int) bool { return c.marks[i].Span.Start >= span.End })
	from := sort.Search(after, func(i int) bool { return c.marks[i].furthest > span.Start })
	for i := from; i < after; i++ {
		if c.marks[i].Span.End > span.Start {
			each(&c.marks[i])
		}
	}
}

// mark finds a mark by its ID.
func (c *codedBlock) mark(id string) *placedMark {
	for i := range c.marks {
		if c.marks[i].ID == id {
			return &c.marks[i]
		}
	}
	return nil
}

// markAt is the mark to choose at a position: the shortest there, and where
// that is chosen already the next longer one, so that every mark can be
// reached by clicking again.
func (c *codedBlock) markAt(at int, chosen string) *placedMark {
	var here []*placedMark
	c.overlapping(coding.Span{Start: at, End: at + 1}, func(m *placedMark) { here = append(here, m) })
	if len(here) == 0 {
		return nil
	}
	slices.SortStableFunc(here, func(a, b *placedMark) int { return cmp.Compare(a.Span.Len(), b.Span.Len()) })
	for i, m := range here {
		if m.ID == chosen {
			return here[(i+1)%len(here)]
		}
	}
	return here[0]
}
