package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Rows is a plain list of which only the rows on screen exist: a queue, saved
// searches, the log. It has one chosen row, hairlines, and the keyboard.
type Rows struct {
	widget.BaseWidget
	// OnSelect is told when another row is chosen, OnActivate when Enter or a
	// double click opens it.
	OnSelect   func(row int)
	OnActivate func(row int)

	list *rowList
}

// NewRows shows count rows of a height at normal text size. An object is made
// for each row on screen and filled by fill, again and again.
func NewRows(height float32, count func() int, newRow func() fyne.CanvasObject, fill func(row int, o fyne.CanvasObject)) *Rows {
	r := &Rows{}
	r.list = &rowList{
		count:      count,
		even:       true,
		lines:      true,
		height:     func(int, float32) float32 { return height * lookOf(r).scale() },
		newView:    func() rowView { return newFilledRow(newRow(), fill) },
		onChosen:   func(row int) { call(r.OnSelect, row) },
		onActivate: func(row int) { call(r.OnActivate, row) },
	}
	r.list.setUp()
	r.ExtendBaseWidget(r)
	return r
}

// Selected is the chosen row, -1 where there is none.
func (r *Rows) Selected() int { return r.list.chosen }

// Select chooses a row and shows it without telling OnSelect; -1 chooses none.
func (r *Rows) Select(row int) {
	r.list.chosen = min(row, r.list.count()-1)
	r.list.reveal(r.list.chosen)
	r.list.Refresh()
}

// Focusable is the part of the list that takes the keyboard.
func (r *Rows) Focusable() fyne.Focusable { return r.list }

// CreateRenderer is for Fyne.
func (r *Rows) CreateRenderer() fyne.WidgetRenderer {
	var d *drawing
	style := func() {
		if d != nil {
			r.list.changed()
		}
	}
	arrange := func(size fyne.Size) { place(r.list, 0, 0, size.Width, size.Height) }
	d = draw(style, r.list.MinSize, arrange, r.list)
	return d
}

// filledRow holds a consumer's object for a row.
type filledRow struct {
	widget.BaseWidget
	content fyne.CanvasObject
	fill    func(row int, o fyne.CanvasObject)
}

// newFilledRow holds content, which fill fills.
func newFilledRow(content fyne.CanvasObject, fill func(int, fyne.CanvasObject)) *filledRow {
	f := &filledRow{content: content, fill: fill}
	f.ExtendBaseWidget(f)
	return f
}

// show fills the row.
func (f *filledRow) show(i int, _ bool) { f.fill(i, f.content) }

// CreateRenderer is for Fyne.
func (f *filledRow) CreateRenderer() fyne.WidgetRenderer {
	arrange := func(size fyne.Size) { place(f.content, PanelInset, 0, size.Width-2*PanelInset, size.Height) }
	return draw(func() {}, f.content.MinSize, arrange, f.content)
}
