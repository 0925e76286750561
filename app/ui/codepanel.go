package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// codePanelWidth is how wide the panel with the codebook is.
const codePanelWidth = 292

// NewCodePanel is the panel at the left that holds the codebook: a heading with
// a word beside it, a filter with notes under it, the tree of codes, and a foot.
func NewCodePanel(beside *Text, filter *Entry, tree *CodeTree, foot fyne.CanvasObject, notes ...fyne.CanvasObject) *SidePanel {
	head := NewColumn(Space1, NewStretchRow(Space2, 1, NewHeading(lang.L("Codebook")), beside.Right().Cut()), filter)
	for _, note := range notes {
		head.Add(note)
	}
	return NewSidePanel(codePanelWidth, true,
		NewDock(NewInset(PanelInset, head), foot, nil, nil, NewInsetSides(0, PanelInset, 0, PanelInset, tree)))
}

// NewCodeFilter is a field that shows of a tree what it is told. Enter and the
// arrow down lead into the tree; Escape empties the field and leads back.
func NewCodeFilter(tree *CodeTree, into, back func()) *Entry {
	var filter *Entry
	filter = NewEntry(lang.L("Filter codes…"), func(ev *fyne.KeyEvent) bool {
		switch ev.Name {
		case fyne.KeyEscape:
			filter.SetText("")
			back()
		case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
			into()
		default:
			return false
		}
		return true
	})
	filter.OnChanged = tree.SetFilter
	return filter
}
