package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"concord/app/ui"
)

// area is a part of the window.
type area struct{ from, to fyne.Position }

// holds reports whether the middle of an object lies in the area.
func (a area) holds(at fyne.Position, size fyne.Size) bool {
	x, y := at.X+size.Width/2, at.Y+size.Height/2
	return x >= a.from.X && x < a.to.X && y >= a.from.Y && y < a.to.Y
}

// and is what two areas have in common.
func (a area) and(b area) area {
	return area{
		fyne.NewPos(max(a.from.X, b.from.X), max(a.from.Y, b.from.Y)),
		fyne.NewPos(min(a.to.X, b.to.X), min(a.to.Y, b.to.Y)),
	}
}

// walk visits an object, which lies at a place of the window, and all visible
// objects in it that aren't scrolled out of view. A rail's buttons are visited
// with the words that they have.
func walk(o fyne.CanvasObject, at fyne.Position, seen area, words []string, visit func(o fyne.CanvasObject, name string, at fyne.Position)) {
	if o == nil || !o.Visible() {
		return
	}
	name := nameOf(o)
	if len(words) > 0 {
		name = words[0]
	}
	if name != "" && seen.holds(at, o.Size()) {
		visit(o, name, at)
	}
	if _, clips := o.(*container.Scroll); clips {
		seen = seen.and(area{at, at.AddXY(o.Size().Width, o.Size().Height)})
	}
	var railWords []string
	if _, isRail := o.(*ui.Rail); isRail {
		for _, r := range rooms() {
			railWords = append(railWords, r.word)
		}
	}
	for _, child := range children(o) {
		var word []string
		if _, tappable := child.(fyne.Tappable); tappable && len(railWords) > 0 {
			word, railWords = railWords[:1], railWords[1:]
		}
		walk(child, at.Add(child.Position()), seen, word, visit)
	}
}

// children are the objects that an object is made of.
func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}
