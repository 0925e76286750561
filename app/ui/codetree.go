package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// CodeRow is one code in the tree.
type CodeRow struct {
	ID   string
	Name string
	// Hex is the colour as stored, "#RRGGBB".
	Hex string
	// Depth is 0 for a theme, which is set in bold.
	Depth int
	// Count is how often the code was used; it is shown where HasCount is set.
	Count    int
	HasCount bool
	// Key is the digit that applies the code, or "".
	Key string
	// Retired codes are grey.
	Retired bool
}

// CodeTree shows a codebook: swatch, name, count and key of each code, in the
// tree's order. It has one chosen code, is filtered by words, and is used by
// mouse and by keyboard (up, down, Home, End, Enter).
type CodeTree struct {
	widget.BaseWidget
	// OnSelect is told when another code is chosen, OnActivate when Enter or a
	// double click asks to use it.
	OnSelect   func(id string)
	OnActivate func(id string)
	// OnDrop is told where a code was dragged to: onto another, or beside it; ""
	// stands for the end of the book. Where it is set, codes can be dragged.
	OnDrop func(id, onto string, at DropAt)
	// CanDrop, if set, says where a code can't go; that is shown while it is
	// dragged, and OnDrop isn't told.
	CanDrop func(id, onto string, at DropAt) bool
	// OnRune is told of runes typed while the tree has the focus.
	OnRune func(rune)

	all, rows []CodeRow
	filter    string
	list      *rowList
}

// NewCodeTree shows rows in the order given: each code after its parent.
func NewCodeTree(rows []CodeRow) *CodeTree {
	t := &CodeTree{all: rows}
	t.list = &rowList{
		count:      func() int { return len(t.rows) },
		height:     t.rowHeight,
		newView:    func() rowView { return newCodeRowView(t) },
		onChosen:   func(i int) { t.tell(t.OnSelect, i) },
		onActivate: func(i int) { t.tell(t.OnActivate, i) },
		onRune: func(c rune) {
			if t.OnRune != nil {
				t.OnRune(c)
				return
			}
			passRune(c)
		},
	}
	t.list.fall = t.fall
	t.list.named = func(i int) string { return t.rows[i].Name }
	t.list.onDrop = func(from int, m dropMark) {
		if t.OnDrop != nil && !m.refused {
			t.OnDrop(t.dropped(from, m))
		}
	}
	t.list.setUp()
	t.ExtendBaseWidget(t)
	t.apply()
	return t
}

// SetRows shows another codebook; the chosen code stays where it still is.
func (t *CodeTree) SetRows(rows []CodeRow) {
	t.all = rows
	t.apply()
}

// SetFilter shows only codes whose name has all words of the text, and their
// parents; "" shows all.
func (t *CodeTree) SetFilter(text string) {
	t.filter = text
	t.apply()
}

// Rows are the codes that the filter leaves.
func (t *CodeTree) Rows() []CodeRow { return t.rows }

// Selected is the ID of the chosen code, or "".
func (t *CodeTree) Selected() string {
	if t.list.chosen < 0 || t.list.chosen >= len(t.rows) {
		return ""
	}
	return t.rows[t.list.chosen].ID
}

// Select chooses a code and shows it, without telling OnSelect; an ID that is
// not shown chooses none.
func (t *CodeTree) Select(id string) {
	t.list.chosen = -1
	for i, row := range t.rows {
		if row.ID == id {
			t.list.chosen = i
			t.list.reveal(i)
		}
	}
	t.list.Refresh()
}

// Focusable is the part of the tree that takes the keyboard.
func (t *CodeTree) Focusable() fyne.Focusable { return t.list }

// tell calls back with a row's ID.
func (t *CodeTree) tell(f func(string), i int) {
	if f != nil {
		f(t.rows[i].ID)
	}
}

// apply filters the codes and keeps the choice.
func (t *CodeTree) apply() {
	chosen := t.Selected()
	t.rows = filterCodes(t.all, t.filter)
	t.list.chosen = -1
	for i, row := range t.rows {
		if row.ID == chosen && chosen != "" {
			t.list.chosen = i
		}
	}
	t.list.changed()
}

// filterCodes keeps the codes whose names have all the words, and the parents
// of those.
func filterCodes(all []CodeRow, filter string) []CodeRow {
	words := strings.Fields(strings.ToLower(filter))
	if len(words) == 0 {
		return all
	}
	keep := make([]bool, len(all))
	for i, row := range all {
		name := strings.ToLower(row.Name)
		keep[i] = true
		for _, word := range words {
			keep[i] = keep[i] && strings.Contains(name, word)
		}
		for depth, above := row.Depth, i-1; keep[i] && above >= 0 && depth > 0; above-- {
			if all[above].Depth < depth {
				keep[above], depth = true, all[above].Depth
			}
		}
	}
	var kept []CodeRow
	for i, row := range all {
		if keep[i] {
			kept = append(kept, row)
		}
	}
	return kept
}

// CreateRenderer is for Fyne.
func (t *CodeTree) CreateRenderer() fyne.WidgetRenderer {
	arrange := func(size fyne.Size) { place(t.list, 0, 0, size.Width, size.Height) }
	return draw(func() {}, t.list.MinSize, arrange, t.list)
}
