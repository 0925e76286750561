package ui

import (
	"time"

	"fyne.io/fyne/v2"
)

// clicks counts how often the pointer was pressed in one place in quick
// succession. The zero value reads the system's clock.
type clicks struct {
	now  func() time.Time
	last time.Time
	at   fyne.Position
	n    int
}

// clickPause is how long a second click may take.
const clickPause = 450 * time.Millisecond

// count counts a press: 1, 2 for a double click, 3 for a triple click.
func (c *clicks) count(at fyne.Position) int {
	clock := c.now
	if clock == nil {
		clock = time.Now
	}
	now := clock()
	near := abs(at.X-c.at.X) < 5 && abs(at.Y-c.at.Y) < 5
	if near && now.Sub(c.last) < clickPause && c.n < 3 {
		c.n++
	} else {
		c.n = 1
	}
	c.last, c.at = now, at
	return c.n
}

// abs is the size of a number.
func abs(v float32) float32 { return max(v, -v) }
