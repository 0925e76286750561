package ui

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// rowView is one row's drawing; a row list reuses it for other rows.
type rowView interface {
	fyne.CanvasObject
	// show fills the view with row i.
	show(i int, chosen bool)
}

// rowList is what the table and the code tree have in common: rows of which
// only those on screen exist, scrolling, one chosen row, the keyboard.
type rowList struct {
	widget.BaseWidget

	count   func() int
	height  func(row int, width float32) float32
	even    bool // all rows are as high as the first
	newView func() rowView
	// passes reports rows that can't be chosen.
	passes     func(row int) bool
	onChosen   func(row int)
	onActivate func(row int)
	onRune     func(rune)
	onKey      func(*fyne.KeyEvent) bool
	// onDrop is told where a row was dragged to; nil forbids it. With it go
	// fall, which says where a row lands that is so far below another's top (-1:
	// below all), and named, which is what a row is called.
	onDrop func(from int, mark dropMark)
	fall   func(from, row int, within float32) dropMark
	named  func(row int) string
	lines  bool // hairlines between rows
	// page is what scrolls around a list that shows all its rows; nil for none.
	page *Scrolled

	chosen, hovered int
	focused         bool
	offset          float32
	tops            []float32 // top of each row, and the end; not for even rows
	topsWidth       float32
	topsScale       float32 // the size of text that they were found at
	clicks          clicks
	dragged         int // the row that is dragged, else -1
	mark            dropMark
	pointer         fyne.Position // while a row is dragged
}

// setUp makes the list ready; count, height and newView must be set.
func (r *rowList) setUp() {
	r.chosen, r.hovered, r.dragged, r.mark = -1, -1, -1, nowhere()
	r.ExtendBaseWidget(r)
}

// changed forgets the heights and draws anew.
func (r *rowList) changed() {
	r.tops = nil
	if r.chosen >= r.count() {
		r.chosen = -1
	}
	r.Refresh()
}

// top is where row i begins in the content; top(count) is the content's height.
func (r *rowList) top(i int) float32 {
	width := r.Size().Width
	if r.even {
		if r.count() == 0 {
			return 0
		}
		return float32(i) * r.height(0, width)
	}
	if scale := lookOf(r).scale(); r.tops == nil || r.topsWidth != width || r.topsScale != scale {
		r.topsWidth, r.topsScale = width, scale
		r.tops = make([]float32, r.count()+1)
		for row := range r.count() {
			r.tops[row+1] = r.tops[row] + r.height(row, width)
		}
	}
	return r.tops[min(i, len(r.tops)-1)]
}

// at is the row at a height of the content, -1 where there is none.
func (r *rowList) at(y float32) int {
	row := sort.Search(r.count(), func(i int) bool { return r.top(i+1) > y })
	if y < 0 || row >= r.count() {
		return -1
	}
	return row
}

// scrollTo moves the view; it stays within the content.
func (r *rowList) scrollTo(offset float32) {
	r.offset = max(0, min(offset, r.top(r.count())-r.Size().Height))
	r.Refresh()
}

// reveal scrolls as little as shows row i.
func (r *rowList) reveal(i int) {
	if i < 0 || i >= r.count() || r.Size().Height <= 0 {
		return
	}
	defer r.revealOnPage(i)
	switch {
	case r.top(i) < r.offset:
		r.scrollTo(r.top(i))
	case r.top(i+1) > r.offset+r.Size().Height:
		r.scrollTo(r.top(i+1) - r.Size().Height)
	}
}

// revealOnPage scrolls the page around the list to row i.
func (r *rowList) revealOnPage(i int) {
	if r.page != nil {
		r.page.reveal(r, r.top(i)-r.offset, r.top(i+1)-r.top(i))
	}
}

// choose makes row i the chosen one, shows it and says so.
func (r *rowList) choose(i int) {
	if i < 0 || i >= r.count() || (r.passes != nil && r.passes(i)) {
		return
	}
	changed := i != r.chosen
	r.chosen = i
	r.reveal(i)
	r.Refresh()
	if changed && r.onChosen != nil {
		r.onChosen(i)
	}
}

// step chooses the next row that can be chosen in a direction.
func (r *rowList) step(by int) {
	next := r.chosen + by
	if r.chosen < 0 && by < 0 {
		next = r.count() - 1
	}
	for next >= 0 && next < r.count() {
		if r.passes == nil || !r.passes(next) {
			r.choose(next)
			return
		}
		next += by
	}
}

// Tapped chooses the row under the pointer; a second tap at once activates it.
func (r *rowList) Tapped(ev *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r)
	}
	row := r.at(ev.Position.Y + r.offset)
	r.choose(row)
	if r.clicks.count(ev.Position) == 2 && row >= 0 && row == r.chosen {
		r.activate()
	}
}

// activate opens the chosen row.
func (r *rowList) activate() {
	if r.chosen >= 0 && r.onActivate != nil {
		r.onActivate(r.chosen)
	}
}

// Scrolled moves the view with the wheel; where all rows are in view it moves
// the page around them.
func (r *rowList) Scrolled(ev *fyne.ScrollEvent) {
	if r.page != nil && r.top(r.count()) <= r.Size().Height+1 {
		r.page.Scroll.Scrolled(ev)
		return
	}
	r.scrollTo(r.offset - ev.Scrolled.DY)
}

// MouseIn begins hovering.
func (r *rowList) MouseIn(ev *desktop.MouseEvent) { r.MouseMoved(ev) }

// MouseMoved shows the row under the pointer.
func (r *rowList) MouseMoved(ev *desktop.MouseEvent) {
	if row := r.at(ev.Position.Y + r.offset); row != r.hovered {
		r.hovered = row
		r.Refresh()
	}
}

// MouseOut ends hovering.
func (r *rowList) MouseOut() { r.hovered = -1; r.Refresh() }

// FocusGained shows the focus.
func (r *rowList) FocusGained() { r.focused = true; r.Refresh() }

// FocusLost hides the focus.
func (r *rowList) FocusLost() { r.focused = false; r.Refresh() }

// TypedRune hands the rune on.
func (r *rowList) TypedRune(c rune) {
	if r.onRune != nil {
		r.onRune(c)
		return
	}
	passRune(c)
}

// TypedKey moves the choice and activates it.
func (r *rowList) TypedKey(ev *fyne.KeyEvent) {
	if r.onKey != nil && r.onKey(ev) {
		return
	}
	page := max(1, int(r.Size().Height/max(1, r.top(1)))-1)
	switch ev.Name {
	case fyne.KeyDown:
		r.step(1)
	case fyne.KeyUp:
		r.step(-1)
	case fyne.KeyPageDown:
		r.choose(min(r.count()-1, r.chosen+page))
	case fyne.KeyPageUp:
		r.choose(max(0, r.chosen-page))
	case fyne.KeyHome:
		r.choose(0)
	case fyne.KeyEnd:
		r.choose(r.count() - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		r.activate()
	default:
		passKey(ev)
	}
}

// CreateRenderer is for Fyne.
func (r *rowList) CreateRenderer() fyne.WidgetRenderer {
	renderer := &rowRenderer{list: r, ring: &canvas.Rectangle{CornerRadius: CornerField}, drag: newDragPicture()}
	renderer.bar = newScrollBar(r.scrollTo)
	renderer.Refresh()
	return renderer
}
