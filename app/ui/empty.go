package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewEmptyState says what belongs on a screen that has nothing to show yet,
// and offers the one next step; next may be nil.
func NewEmptyState(title, sentence string, next *Button) *fyne.Container {
	words := NewText(sentence, SizeWork, ColorMuted).Wrapped().Centered()
	column := NewColumn(Space3, NewText(title, SizePage, ColorText).Bold().Centered(), NewSized(420, 0, words))
	if next != nil {
		column.Add(container.NewCenter(next))
	}
	return container.NewCenter(column)
}
