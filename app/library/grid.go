package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"concord/app/ui"
)

// grid is a table that is edited in place: Enter, Space or a tap opens the
// cell, Enter closes it and goes to the one beneath, Escape leaves it
// as it was. Only the cells on screen exist.
type grid struct {
	widget.Table
	// text is what stands in a cell, head over a column.
	text func(row, column int) string
	head func(column int) string
	// bold and right say how a column is drawn.
	bold, right func(column int) bool
	// fixed columns aren't edited.
	fixed   func(column int) bool
	onOpen  func(row int)
	onEdit  func(column int, text string)
	onSort  func(column int)
	onRune  func(rune)
	focus   func(fyne.Focusable)
	rows    func() int
	columns func() int
	at      widget.TableCellID // the cell that the keys are at
	editing bool
	was     string // in the cell that is edited
	entry   *gridEntry
}

func newGrid() *grid {
	g := &grid{}
	g.Length = func() (int, int) { return g.rows(), g.columns() }
	g.CreateCell = func() fyne.CanvasObject { return newGridCell(g) }
	g.UpdateCell = func(id widget.TableCellID, o fyne.CanvasObject) {
		o.(*gridCell).set(id) //nolint:forcetypeassert // the table makes nothing else
	}
	g.ShowHeaderRow, g.StickyColumnCount = true, 1
	g.CreateHeader = func() fyne.CanvasObject { return newGridHead(g) }
	g.UpdateHeader = func(id widget.TableCellID, o fyne.CanvasObject) {
		o.(*gridHead).set(id.Col) //nolint:forcetypeassert // the table makes nothing else
	}
	g.OnSelected = func(id widget.TableCellID) {
		g.UnselectAll()
		g.edit(id)
	}
	g.OnHighlighted = func(id widget.TableCellID) { g.at = id }
	g.entry = newGridEntry(g)
	g.ExtendBaseWidget(g)
	return g
}

// edit opens a cell.
func (g *grid) edit(id widget.TableCellID) {
	if g.fixed(id.Col) || id.Row < 0 || id.Col < 0 || id.Row >= g.rows() {
		return
	}
	g.at, g.editing = id, true
	g.onOpen(id.Row)
	g.was = g.text(id.Row, id.Col)
	g.entry.SetText(g.was)
	g.entry.CursorColumn = len([]rune(g.was))
	g.ScrollTo(id)
	g.Refresh()
	g.focus(g.entry)
}

// finish closes the cell and keeps what was typed, or doesn't.
func (g *grid) finish(keep bool) {
	if !g.editing {
		return
	}
	g.editing = false
	g.Refresh()
	if keep && g.entry.Text != g.was {
		g.onEdit(g.at.Col, g.entry.Text)
	}
}

// leave closes the cell and gives the keys back to the table.
func (g *grid) leave(keep bool, down int) {
	g.finish(keep)
	g.focus(g)
	if g.at.Row+down < g.rows() {
		g.at.Row += down
	}
	g.Highlight(g.at)
}

// TypedKey opens the cell on Enter; the rest is the table's.
func (g *grid) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		g.edit(g.at)
	default:
		g.Table.TypedKey(ev)
	}
}

// TypedRune hands letters on: they are the screen's keys, and nothing that is
// known of anybody changes by a slip.
func (g *grid) TypedRune(r rune) {
	if r != ' ' {
		g.onRune(r)
	}
}

// gridCell draws one cell, or the field in which it is edited.
type gridCell struct {
	widget.BaseWidget
	grid *grid
	id   widget.TableCellID
	text *ui.Text
	body *fyne.Container
}

func newGridCell(g *grid) *gridCell {
	c := &gridCell{grid: g, text: ui.NewText(" ", ui.SizeTable, ui.ColorText).Cut()}
	c.body = ui.NewInsetSides(ui.Space2, ui.Space2, ui.Space2, ui.Space2, c.text)
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is for Fyne.
func (c *gridCell) CreateRenderer() fyne.WidgetRenderer {
	return &gridCellRenderer{cell: c}
}

func (c *gridCell) set(id widget.TableCellID) {
	c.id = id
	c.text.Text = c.grid.text(id.Row, id.Col)
	c.text.Style.Bold = c.grid.bold(id.Col)
	c.text.Align = fyne.TextAlignLeading
	if c.grid.right(id.Col) {
		c.text.Align = fyne.TextAlignTrailing
	}
	c.text.Refresh()
	c.Refresh()
}

// gridCellRenderer shows the text or the field.
type gridCellRenderer struct{ cell *gridCell }

func (r *gridCellRenderer) content() fyne.CanvasObject {
	if g := r.cell.grid; g.editing && g.at == r.cell.id {
		return g.entry
	}
	return r.cell.body
}

// Layout fills the cell.
func (r *gridCellRenderer) Layout(size fyne.Size) {
	o := r.content()
	o.Move(fyne.Position{})
	o.Resize(size)
}

// MinSize is high enough for the field as well.
func (r *gridCellRenderer) MinSize() fyne.Size {
	least := r.cell.body.MinSize()
	return fyne.NewSize(least.Width, max(least.Height, r.cell.grid.entry.MinSize().Height))
}

// Objects is what is shown.
func (r *gridCellRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.content()} }

// Refresh places what is shown.
func (r *gridCellRenderer) Refresh() { r.Layout(r.cell.Size()) }

// Destroy has nothing to release.
func (r *gridCellRenderer) Destroy() {}

// gridEntry is the field of the cell that is edited.
type gridEntry struct {
	widget.Entry
	grid *grid
}

func newGridEntry(g *grid) *gridEntry {
	e := &gridEntry{grid: g}
	e.PlaceHolder = lang.L("(not known)")
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey closes the cell on Enter and Escape.
func (e *gridEntry) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		e.grid.leave(true, 1)
	case fyne.KeyEscape:
		e.grid.leave(false, 0)
	default:
		e.Entry.TypedKey(ev)
	}
}

// FocusLost keeps what was typed.
func (e *gridEntry) FocusLost() {
	e.Entry.FocusLost()
	e.grid.finish(true)
}

// gridHead is a column's title; a tap sorts by the column.
type gridHead struct {
	widget.BaseWidget
	grid   *grid
	column int
	text   *ui.Text
}

func newGridHead(g *grid) *gridHead {
	h := &gridHead{grid: g, text: ui.NewHeading(" ").Cut()}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer is for Fyne.
func (h *gridHead) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(ui.NewInsetSides(ui.Space2, ui.Space2, ui.Space2, ui.Space2, h.text))
}

func (h *gridHead) set(column int) {
	h.column = column
	h.text.Text = ""
	if column >= 0 && column < h.grid.columns() {
		h.text.Text = h.grid.head(column)
		h.text.Align = fyne.TextAlignLeading
		if h.grid.right(column) {
			h.text.Align = fyne.TextAlignTrailing
		}
	}
	h.text.Refresh()
}

// Tapped sorts by the column.
func (h *gridHead) Tapped(*fyne.PointEvent) {
	if h.column >= 0 {
		h.grid.onSort(h.column)
	}
}
