package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Column is one column of a table.
type Column struct {
	Title string
	// Width is the least width at normal text size; Share is its part of the width that is left
	// over, 0 for none.
	Width, Share float32
	// Right aligns figures to the right.
	Right bool
	// CutStart cuts text that is too long at its beginning, as left of a hit.
	CutStart bool
	// Sortable makes the title a button.
	Sortable bool
	// Ticks puts a box in place of the title, which ticks all rows or none.
	Ticks bool
}

// Cell is what stands in one place of a table.
type Cell struct {
	Text        string
	Bold, Muted bool
	// RightToLeft takes the text for a part of one that runs from right to left:
	// where it is too long, it is cut at the other end than its column says.
	RightToLeft bool
	Tone        Tone
	// Hex puts a swatch before the text, "#RRGGBB".
	Hex string
	// Chip draws the text as a chip in the tone.
	Chip bool
	// Interval draws a coefficient's bar in place of the text.
	Interval *Interval
	// Tick is a box that can be ticked, in place of the text.
	Tick Tick
	// Link makes the text a link: a tap on it calls OnLink.
	Link bool
}

// Tick is a box in a table.
type Tick int

// A cell has no box, an empty one, or a ticked one.
const (
	NoTick Tick = iota
	Unticked
	Ticked
)

// Interval is a coefficient with its interval, for an IntervalBar in a cell.
type Interval struct {
	Value, Low, High   float64
	Known, HasInterval bool
	Tone               Tone
	// Plain leaves the thresholds out: the scale is of something else.
	Plain bool
}

// DataTable shows rows of cells under titles. Only the rows on screen exist,
// so it may have any number. It has one chosen row.
type DataTable struct {
	widget.BaseWidget
	// OnSelect is told when another row is chosen, OnActivate when Enter or a
	// double click opens it.
	OnSelect   func(row int)
	OnActivate func(row int)
	// OnSort is told that a title was tapped; call SetSort with the result.
	OnSort func(column int, descending bool)
	// OnTick is told that a row's box was tapped, or Space pressed on the row.
	OnTick func(row int)
	// OnTickAll is told that the box over a column of boxes was tapped; AllTicked
	// says whether it is ticked.
	OnTickAll func()
	AllTicked func() bool
	// OnLink is told that a link in a cell was tapped.
	OnLink func(row, column int)
	// OnRune is told of other runes typed while the table has the focus.
	OnRune func(rune)

	columns    []Column
	rows       func() int
	cell       func(row, column int) Cell
	list       *rowList
	heads      []*tableHead
	sorted     int
	descending bool
	widths     []float32
	widthsFor  float32
}

// tableInset is the room at both ends of a row, and between columns.
const tableInset float32 = 14

// NewDataTable shows what cell returns for each row and column; it is asked
// again on every Refresh.
func NewDataTable(columns []Column, rows func() int, cell func(row, column int) Cell) *DataTable {
	t := &DataTable{columns: columns, rows: rows, cell: cell, sorted: -1}
	t.list = &rowList{
		count:      rows,
		even:       true,
		lines:      true,
		height:     func(int, float32) float32 { return rowHeight(t) },
		newView:    func() rowView { return newTableRow(t) },
		onChosen:   func(row int) { call(t.OnSelect, row) },
		onActivate: func(row int) { call(t.OnActivate, row) },
		onRune:     t.typed,
	}
	t.list.setUp()
	t.makeHeads()
	t.ExtendBaseWidget(t)
	return t
}

// rowHeight is how high the rows are.
func rowHeight(t *DataTable) float32 { return 18 + 16*lookOf(t).scale() }

// call calls back where someone listens.
func call(f func(int), i int) {
	if f != nil {
		f(i)
	}
}

// typed ticks on Space and hands other runes on.
func (t *DataTable) typed(c rune) {
	switch {
	case c == ' ' && t.OnTick != nil && t.list.chosen >= 0:
		t.OnTick(t.list.chosen)
	case t.OnRune != nil:
		t.OnRune(c)
	default:
		passRune(c)
	}
}

// makeHeads makes the titles.
func (t *DataTable) makeHeads() {
	t.heads = t.heads[:0]
	for i := range t.columns {
		t.heads = append(t.heads, newTableHead(t, i))
	}
}

// SetColumns shows other columns.
func (t *DataTable) SetColumns(columns []Column) {
	t.columns, t.sorted, t.widths = columns, -1, nil
	t.makeHeads()
	t.Refresh()
}

// SetSort shows by which column the rows are sorted; -1 is none.
func (t *DataTable) SetSort(column int, descending bool) {
	t.sorted, t.descending = column, descending
	t.Refresh()
}

// Selected is the chosen row, -1 where there is none.
func (t *DataTable) Selected() int { return t.list.chosen }

// Select chooses a row and shows it without telling OnSelect; -1 chooses none.
func (t *DataTable) Select(row int) {
	t.list.chosen = min(row, t.rows()-1)
	t.list.reveal(t.list.chosen)
	t.list.Refresh()
}

// ScrollToTop shows the first row.
func (t *DataTable) ScrollToTop() { t.list.scrollTo(0) }

// Focusable is the part of the table that takes the keyboard.
func (t *DataTable) Focusable() fyne.Focusable { return t.list }

// ScrollWith names the page on which the table shows all its rows: the wheel
// moves the page then, and the page follows the chosen row.
func (t *DataTable) ScrollWith(page *Scrolled) { t.list.page = page }

// NaturalHeight is the height at which the table shows all its rows.
func (t *DataTable) NaturalHeight() float32 {
	return t.headHeight() + float32(t.rows())*rowHeight(t) + 2
}

// spread divides a width among the columns.
func (t *DataTable) spread(width float32) []float32 {
	if t.widths != nil && t.widthsFor == width {
		return t.widths
	}
	var least, shares float32
	for _, c := range t.columns {
		least += c.Width
		shares += c.Share
	}
	room := width - 2*tableInset - tableInset*float32(len(t.columns)-1)
	if room < least {
		t.widths, t.widthsFor = t.narrow(room, least), width
		return t.widths
	}
	grow := max(1, min(lookOf(t).scale(), room/max(1, least)))
	rest := max(0, room-least*grow)
	t.widths, t.widthsFor = make([]float32, len(t.columns)), width
	for i, c := range t.columns {
		t.widths[i] = c.Width * grow
		if shares > 0 {
			t.widths[i] += rest * c.Share / shares
		}
	}
	return t.widths
}

// narrowest is the part of its width that a column keeps where there is no room.
const narrowest = 0.4

// narrow divides a room in which not every column has its width: those that
// share what is left over give first, the others after them.
func (t *DataTable) narrow(room, least float32) []float32 {
	var gives float32
	for _, c := range t.columns {
		if c.Share > 0 {
			gives += c.Width * (1 - narrowest)
		}
	}
	part, rest := float32(1), float32(1)
	if gives > 0 {
		part = 1 - min(1, (least-room)/gives)*(1-narrowest)
	}
	if over := least - gives - room; over > 0 {
		rest = max(narrowest, room/(least-gives))
	}
	widths := make([]float32, len(t.columns))
	for i, c := range t.columns {
		if widths[i] = c.Width * rest; c.Share > 0 {
			widths[i] *= part
		}
	}
	return widths
}

// headHeight is how high the titles are: they wrap.
func (t *DataTable) headHeight() float32 {
	height := rowHeight(t)
	if t.Size().Width <= 0 { // not laid out yet: how its titles wrap isn't known
		return height
	}
	for i, h := range t.heads {
		height = max(height, h.need(t.spread(t.Size().Width)[i])+16)
	}
	return height
}

// CreateRenderer is for Fyne.
func (t *DataTable) CreateRenderer() fyne.WidgetRenderer {
	edge := NewHairline()
	var d *drawing
	objects := func() []fyne.CanvasObject {
		all := []fyne.CanvasObject{edge}
		for _, h := range t.heads {
			all = append(all, h)
		}
		return append(all, t.list)
	}
	style := func() {
		if d != nil {
			d.objects = objects()
			t.list.changed()
			d.arrange(t.Size())
		}
	}
	least := func() fyne.Size {
		width := 2*tableInset + tableInset*float32(len(t.columns)-1)
		for _, c := range t.columns {
			width += c.Width * narrowest
		}
		return fyne.NewSize(width, t.headHeight()+2*rowHeight(t))
	}
	arrange := func(size fyne.Size) {
		x, head := tableInset, t.headHeight()
		for i, width := range t.spread(size.Width) {
			place(t.heads[i], x, 0, width, head)
			x += width + tableInset
		}
		place(edge, Space2, head-1, size.Width-2*Space2, 1)
		place(t.list, 0, head, size.Width, size.Height-head)
	}
	d = draw(style, least, arrange, objects()...)
	return d
}
