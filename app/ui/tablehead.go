package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// tableHead is one column's title: small, grey, bold, wrapped to three lines,
// and a button where the column can be sorted.
type tableHead struct {
	tapping
	table  *DataTable
	column int
	box    *tickBox
}

// newTableHead is the title of a column.
func newTableHead(t *DataTable, column int) *tableHead {
	h := &tableHead{table: t, column: column}
	if t.columns[column].Sortable {
		h.OnTapped = func() {
			if t.OnSort != nil {
				t.OnSort(column, t.sorted == column && !t.descending)
			}
		}
	}
	h.box = newTickBox(func() {
		if t.OnTickAll != nil {
			t.OnTickAll()
		}
	})
	h.box.Hidden = !t.columns[column].Ticks
	h.ExtendBaseWidget(h)
	return h
}

// words is the title with its arrow.
func (h *tableHead) words() string {
	title := h.table.columns[h.column].Title
	switch {
	case h.table.sorted == h.column && h.table.descending:
		return title + " ↓"
	case h.table.sorted == h.column:
		return title + " ↑"
	}
	return title
}

// font is the font of titles.
func (h *tableHead) font() font {
	return font{lookOf(h.table).size(SizeExplain), fyne.TextStyle{Bold: true}}
}

// lines are the title's lines at a width, three at most.
func (h *tableHead) lines(width float32) []string {
	words := []rune(h.words())
	var lines []string
	for i, l := range wrap(words, max(24, width), h.font().width) {
		if i == 2 {
			return append(lines, ellipsis(string(words[l.start:]), h.font(), width))
		}
		lines = append(lines, string(words[l.start:l.end]))
	}
	return lines
}

// need is how high the title is at a width.
func (h *tableHead) need(width float32) float32 {
	return float32(len(h.lines(width))) * h.font().height()
}

// CreateRenderer is for Fyne.
func (h *tableHead) CreateRenderer() fyne.WidgetRenderer {
	ground, texts := &canvas.Rectangle{CornerRadius: 4}, [3]*canvas.Text{{}, {}, {}}
	style := func() {
		h.box.ticked = h.table.AllTicked != nil && h.table.AllTicked()
		l := lookOf(h)
		ground.FillColor = withAlpha(l.color(ColorHover), 0)
		if h.OnTapped != nil && (h.hovered || h.focused) {
			ground.FillColor = l.color(ColorAccentTint)
		}
		lines := h.lines(h.Size().Width)
		for i, t := range texts {
			t.Text, t.TextSize, t.TextStyle = "", h.font().size, h.font().style
			t.Color = l.color(ColorMuted)
			if h.table.sorted == h.column {
				t.Color = l.color(ColorText)
			}
			t.Alignment = fyne.TextAlignLeading
			if h.table.columns[h.column].Right {
				t.Alignment = fyne.TextAlignTrailing
			}
			if i < len(lines) {
				t.Text = inOrder(trimRight(lines[i]))
			}
		}
	}
	arrange := func(size fyne.Size) {
		style()
		height := h.font().height()
		place(ground, -4, 4, size.Width+8, size.Height-8)
		place(h.box, 0, (size.Height-18)/2, 18, 18)
		top := (size.Height - h.need(size.Width)) / 2
		for i, t := range texts {
			place(t, 0, top+float32(i)*height, size.Width, height)
		}
	}
	least := func() fyne.Size { return fyne.NewSize(24, h.font().height()) }
	return draw(style, least, arrange, ground, texts[0], texts[1], texts[2], h.box)
}
