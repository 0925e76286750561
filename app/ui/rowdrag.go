package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// dropMark is where a dragged row would land.
type dropMark struct {
	row int // -1 for nowhere
	// at is what of the row is meant; beside it, a line of this indent is drawn
	// so far below the row's top or bottom.
	at      DropAt
	indent  float32
	shift   float32
	end     bool // behind all rows
	refused bool
}

// nowhere is the mark of what isn't dragged, or would stay.
func nowhere() dropMark { return dropMark{row: -1} }

// MouseDown chooses the row at once, so that a click by an unsteady hand,
// which is a drag to Fyne, chooses too.
func (r *rowList) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button == desktop.MouseButtonPrimary {
		r.choose(r.at(ev.Position.Y + r.offset))
	}
}

// MouseUp changes nothing: a click ends in Tapped.
func (r *rowList) MouseUp(*desktop.MouseEvent) {}

// Dragged shows where the dragged row would fall.
func (r *rowList) Dragged(ev *fyne.DragEvent) {
	if r.onDrop == nil {
		return
	}
	if r.dragged < 0 {
		r.dragged = r.at(ev.Position.Y - ev.Dragged.DY + r.offset)
		if r.dragged < 0 {
			return
		}
	}
	switch {
	case ev.Position.Y < 0:
		r.scrollTo(r.offset - 8)
	case ev.Position.Y > r.Size().Height:
		r.scrollTo(r.offset + 8)
	}
	r.pointer = ev.Position
	r.mark = nowhere()
	if r.Size().Width > 0 && ev.Position.X >= 0 && ev.Position.X <= r.Size().Width {
		y := max(0, ev.Position.Y+r.offset)
		row := r.at(y)
		within := y
		if row >= 0 {
			within -= r.top(row)
		}
		r.mark = r.fall(r.dragged, row, within)
	}
	r.Refresh()
}

// DragEnd drops the dragged row where the pointer is; one that is dropped
// beside the list stays.
func (r *rowList) DragEnd() {
	from, mark := r.dragged, r.mark
	r.dragged, r.mark = -1, nowhere()
	r.Refresh()
	if r.onDrop != nil && from >= 0 && mark.row >= 0 {
		r.onDrop(from, mark)
	}
}

// dragPicture draws a drag: the mark where the row would land, and its name at
// the pointer.
type dragPicture struct {
	line, knob, frame, ground *canvas.Rectangle
	name                      *canvas.Text
}

func newDragPicture() *dragPicture {
	return &dragPicture{
		line: &canvas.Rectangle{CornerRadius: 1}, knob: &canvas.Rectangle{CornerRadius: 4},
		frame: &canvas.Rectangle{CornerRadius: CornerField}, ground: &canvas.Rectangle{CornerRadius: CornerField}, name: &canvas.Text{},
	}
}

// draw places the picture and gives the objects that are to be seen.
func (p *dragPicture) draw(r *rowList) []fyne.CanvasObject {
	if r.dragged < 0 || r.dragged >= r.count() {
		return nil
	}
	l := lookOf(r)
	var objects []fyne.CanvasObject
	ink := l.color(ColorAccent)
	if r.mark.refused {
		ink = l.color(ColorBad)
	}
	switch m := r.mark; {
	case m.row < 0:
	case m.at == DropUnder:
		p.frame.FillColor, p.frame.StrokeColor, p.frame.StrokeWidth = withAlpha(ink, 0.12), ink, 2
		top := r.top(m.row) + m.shift
		place(p.frame, 1, top-r.offset, r.Size().Width-2, r.top(m.row+1)-top)
		p.frame.Refresh()
		objects = append(objects, p.frame)
	default:
		y := r.top(m.row) + m.shift
		if m.at == DropAfter {
			y = r.top(m.row+1) + m.shift
		}
		y = max(1, min(y-r.offset, r.Size().Height-5))
		p.line.FillColor = ink
		p.knob.FillColor, p.knob.StrokeColor, p.knob.StrokeWidth = l.color(ColorSurface), ink, 2
		place(p.line, m.indent+8, y-1, r.Size().Width-m.indent-8, 2)
		place(p.knob, m.indent, y-4, 8, 8)
		p.line.Refresh()
		p.knob.Refresh()
		objects = append(objects, p.line, p.knob)
	}
	p.name.Text, p.name.TextSize = inOrder(r.named(r.dragged)), l.size(SizeExplain)
	p.name.Color = l.color(ColorText)
	p.ground.FillColor, p.ground.StrokeColor, p.ground.StrokeWidth = l.color(ColorSurface), ink, 1
	size := p.name.MinSize()
	x, y := r.pointer.X+12, r.pointer.Y+10
	place(p.ground, x, y, size.Width+16, size.Height+8)
	place(p.name, x+8, y+4, size.Width, size.Height)
	p.ground.Refresh()
	p.name.Refresh()
	return append(objects, p.ground, p.name)
}
