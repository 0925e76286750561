// Package progress is a counter that long work bumps and someone else reads.
//
// Work takes a *Counter and never asks who looks; a nil Counter counts nothing,
// so that callers without an onlooker pass nil.
package progress

import "sync/atomic"

// Counter says how far a piece of long work has come. Its zero value is ready;
// all methods are safe on nil and for use by several goroutines, and none blocks.
type Counter struct {
	stage atomic.Pointer[stage]
}

type stage struct {
	title string
	total int
	done  atomic.Int64
}

// Snapshot is a Counter at one moment.
type Snapshot struct {
	// Title says what is being done, in plain English, as in "index comments".
	Title string
	// Done of Total are finished; a Total of 0 says that the end isn't known.
	Done, Total int
}

// Start begins a stage of the work: its title, and of how many things it
// consists (0 where that isn't known). The count begins anew at 0.
func (c *Counter) Start(title string, total int) {
	if c == nil {
		return
	}
	c.stage.Store(&stage{title: title, total: max(0, total)})
}

// Add says that n more things are done. Before the first Start it begins a
// stage without a title.
func (c *Counter) Add(n int) {
	if c == nil {
		return
	}
	c.stage.CompareAndSwap(nil, &stage{})
	c.stage.Load().done.Add(int64(n))
}

// Snapshot is how things stand now.
func (c *Counter) Snapshot() Snapshot {
	if c == nil {
		return Snapshot{}
	}
	s := c.stage.Load()
	if s == nil {
		return Snapshot{}
	}
	return Snapshot{Title: s.title, Done: int(s.done.Load()), Total: s.total}
}

// Fraction is the part that is done, from 0 to 1, and whether it is known.
func (s Snapshot) Fraction() (float64, bool) {
	if s.Total <= 0 {
		return 0, false
	}
	return min(1, max(0, float64(s.Done)/float64(s.Total))), true
}
