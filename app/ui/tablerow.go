package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// tableRow draws one row of a table and is reused for others.
type tableRow struct {
	widget.BaseWidget
	table *DataTable
	row   int
	cells []Cell
	drawn []*tableCell
}

// tableCell holds the objects of one cell; those not needed are nil.
type tableCell struct {
	text     *canvas.Text
	swatch   *canvas.Rectangle
	chip     *Chip
	interval *IntervalBar
	box      *tickBox
	link     *Link
}

// newTableRow is an empty row.
func newTableRow(t *DataTable) *tableRow {
	r := &tableRow{table: t}
	r.ExtendBaseWidget(r)
	return r
}

// show fills the row.
func (r *tableRow) show(i int, _ bool) {
	r.row = i
	r.cells = r.cells[:0]
	for column := range r.table.columns {
		r.cells = append(r.cells, r.table.cell(i, column))
	}
	for len(r.drawn) < len(r.cells) {
		r.drawn = append(r.drawn, &tableCell{text: &canvas.Text{}})
	}
}

// CreateRenderer is for Fyne.
func (r *tableRow) CreateRenderer() fyne.WidgetRenderer { return &tableRowRenderer{tableRow: r} }

// tableRowRenderer fills and places the cells.
type tableRowRenderer struct {
	*tableRow
	objects []fyne.CanvasObject
}

// Layout places the cells.
func (r *tableRowRenderer) Layout(fyne.Size) { r.Refresh() }

// MinSize is small: the list gives the height.
func (r *tableRowRenderer) MinSize() fyne.Size { return fyne.NewSize(40, 20) }

// Objects are the cells' objects.
func (r *tableRowRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy has nothing to release.
func (r *tableRowRenderer) Destroy() {}

// Refresh draws the row's cells.
func (r *tableRowRenderer) Refresh() {
	l, size := lookOf(r.table), r.tableRow.Size()
	r.objects = r.objects[:0]
	x := tableInset
	for i, width := range r.table.spread(size.Width) {
		if i < len(r.cells) {
			r.drawCell(l, i, x, width, size.Height)
		}
		x += width + tableInset
	}
	canvas.Refresh(r.tableRow)
}

// drawCell draws one cell at its place.
func (r *tableRowRenderer) drawCell(l look, column int, x, width, height float32) {
	cell, d := r.cells[column], r.drawn[column]
	right := r.table.columns[column].Right
	if cell.Hex != "" {
		if d.swatch == nil {
			d.swatch = &canvas.Rectangle{CornerRadius: 3}
		}
		d.swatch.FillColor = CodeColorHex(cell.Hex, l.dark())
		place(d.swatch, x, (height-11)/2, 11, 11)
		d.swatch.Refresh()
		r.objects = append(r.objects, d.swatch)
		x, width = x+19, width-19
	}
	switch {
	case cell.Tick != NoTick:
		if d.box == nil {
			d.box = newTickBox(func() { call(r.table.OnTick, r.row) })
		}
		d.box.ticked = cell.Tick == Ticked
		r.put(d.box, x, (height-18)/2, 18, 18)
	case cell.Interval != nil:
		if d.interval == nil {
			d.interval = NewIntervalBar()
		}
		v := cell.Interval
		d.interval.Plain = v.Plain
		d.interval.Known, d.interval.HasInterval = v.Known, v.HasInterval
		d.interval.Value, d.interval.Low, d.interval.High, d.interval.Tone = v.Value, v.Low, v.High, v.Tone
		r.put(d.interval, x-6, 0, min(width, 240), height)
	case cell.Chip && cell.Text != "":
		if d.chip == nil {
			d.chip = NewChip("", ToneNeutral)
		}
		d.chip.Text, d.chip.Tone = cell.Text, cell.Tone
		d.chip.Refresh()
		r.put(d.chip, x, 0, min(width, d.chip.MinSize().Width), height)
	case cell.Link && cell.Text != "":
		if d.link == nil {
			d.link = NewLink("", func() {
				if r.table.OnLink != nil {
					r.table.OnLink(r.row, column)
				}
			})
			d.link.TextSize = SizeTable
		}
		d.link.Text, d.link.Bold = cell.Text, cell.Bold
		d.link.Refresh()
		if need := d.link.MinSize().Width; right {
			x += width - need
		}
		r.put(d.link, x, 0, d.link.MinSize().Width, height)
	default:
		r.drawText(l, cell, d.text, r.table.columns[column], x, width, height)
	}
}

// put refreshes an object at a place and shows it.
func (r *tableRowRenderer) put(o fyne.CanvasObject, x, y, w, h float32) {
	place(o, x, y, w, h)
	o.Refresh()
	r.objects = append(r.objects, o)
}

// drawText draws a cell of words or figures, cut to its width.
func (r *tableRowRenderer) drawText(l look, cell Cell, t *canvas.Text, column Column, x, width, height float32) {
	f := font{l.size(SizeTable), fyne.TextStyle{Bold: cell.Bold}}
	text, cut := strings.ReplaceAll(cell.Text, "\n", " "), ellipsis
	if column.CutStart != cell.RightToLeft {
		cut = ellipsisStart
	}
	words := cut(text, f, width)
	if t.Text = inOrder(words); cell.RightToLeft {
		t.Text = inOrderWithin(words, true)
	}
	t.TextSize, t.TextStyle, t.Alignment = f.size, f.style, fyne.TextAlignLeading
	if column.Right {
		t.Alignment = fyne.TextAlignTrailing
	}
	ink := l.color(ColorText)
	switch {
	case cell.Tone != ToneNeutral:
		ink = l.color(cell.Tone.ink())
	case cell.Muted:
		ink = l.color(ColorMuted)
	}
	t.Color = ink
	r.put(t, x, (height-f.height())/2, width, f.height())
}

// trimRight cuts spaces and line feeds from a line's end.
func trimRight(text string) string { return strings.TrimRight(text, " \n") }
