package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// layer orders what is drawn, from the back to the front.
type layer int

const (
	layerTint layer = iota
	layerSelection
	layerLine
	layerText
	layerCaret
	layerCount
)

// textKey says what a canvas text shows, so that it keeps showing it while it
// moves: a text that only moves needn't be drawn into a picture again.
type textKey struct {
	block, piece, index int
	mark                string
}

// codedView is the renderer of a coded text. It keeps objects for what is on
// screen and reuses them.
type codedView struct {
	w      *CodedText
	look   look
	layers [layerCount][]fyne.CanvasObject

	rects []*canvas.Rectangle
	used  int
	texts map[textKey]*canvas.Text
	shown map[textKey]*canvas.Text
	spare []*canvas.Text

	bar     *scrollBar
	stripes stripes
	objects []fyne.CanvasObject
}

// CreateRenderer is for Fyne.
func (w *CodedText) CreateRenderer() fyne.WidgetRenderer {
	w.view = &codedView{w: w, texts: map[textKey]*canvas.Text{}, shown: map[textKey]*canvas.Text{}}
	w.view.bar = newScrollBar(w.scrollToOffset)
	w.view.Refresh()
	return w.view
}

// redraw shows what has changed without asking the theme anew.
func (w *CodedText) redraw() {
	if w.view != nil {
		w.view.draw()
	}
}

// Layout adapts to a size.
func (v *codedView) Layout(size fyne.Size) {
	v.look = lookOf(v.w)
	v.w.fit(size)
	v.draw()
}

// MinSize leaves room for a few words beside a margin.
func (v *codedView) MinSize() fyne.Size { return fyne.NewSize(320, 120) }

// Refresh adapts to the theme and draws.
func (v *codedView) Refresh() { v.Layout(v.w.Size()) }

// Objects are what is on screen.
func (v *codedView) Objects() []fyne.CanvasObject { return v.objects }

// Destroy has nothing to release.
func (v *codedView) Destroy() {}

// draw places and fills the objects for what is on screen.
func (v *codedView) draw() {
	w := v.w
	w.place()
	v.begin()
	v.drawCurrent()
	for _, placed := range w.placed {
		if placed.piece > 0 {
			v.drawPiece(placed)
		}
	}
	v.drawStripes()
	for _, placed := range w.placed { // they give way to names in the margin
		if placed.piece == 0 {
			v.drawHeading(placed)
		}
	}
	v.end()
}

// begin takes all objects back.
func (v *codedView) begin() {
	v.used = 0
	for i := range v.layers {
		v.layers[i] = v.layers[i][:0]
	}
	v.texts, v.shown = v.shown, v.texts
	clear(v.texts)
	v.stripes.begin()
}

// end puts the objects in order; texts that show nothing any more are spared.
func (v *codedView) end() {
	for key, t := range v.shown {
		if v.texts[key] != t && len(v.spare) < 200 {
			v.spare = append(v.spare, t)
		}
	}
	clear(v.shown)
	v.objects = v.objects[:0]
	for _, l := range v.layers {
		v.objects = append(v.objects, l...)
	}
	w := v.w
	place(v.bar, w.geo.width-scrollBarWidth, 0, scrollBarWidth, w.geo.height)
	v.bar.set(float32(w.heights.total())+footRoom, w.offset())
	v.objects = append(v.objects, v.bar)
	canvas.Refresh(w)
}

// rect draws a rectangle on a layer.
func (v *codedView) rect(on layer, fill color.Color, x, y, width, height, corner float32) {
	if v.used == len(v.rects) {
		v.rects = append(v.rects, &canvas.Rectangle{})
	}
	r := v.rects[v.used]
	v.used++
	changed := r.FillColor != fill || r.CornerRadius != corner
	r.FillColor, r.CornerRadius = fill, corner
	place(r, x, y, width, height)
	if changed {
		r.Refresh()
	}
	v.layers[on] = append(v.layers[on], r)
}

// text draws words; the object that showed the same before is kept.
func (v *codedView) text(key textKey, words string, f font, ink color.Color, x, y float32) {
	t := v.shown[key]
	if t == nil {
		if n := len(v.spare); n > 0 {
			t, v.spare = v.spare[n-1], v.spare[:n-1]
		} else {
			t = &canvas.Text{}
		}
	}
	v.texts[key] = t
	changed := t.Text != words || t.TextSize != f.size || t.TextStyle != f.style || t.Color != ink
	t.Text, t.TextSize, t.TextStyle, t.Color = words, f.size, f.style, ink
	t.Move(fyne.NewPos(x, y))
	if changed {
		t.Resize(t.MinSize())
		t.Refresh()
	}
	v.layers[layerText] = append(v.layers[layerText], t)
}

// drawCurrent shows which block has the caret: faintly while another widget
// has the focus.
func (v *codedView) drawCurrent() {
	w := v.w
	if w.blocks == nil || w.blocks.Len() < 2 {
		return
	}
	top, foot := float32(-1), float32(-1)
	for _, placed := range w.placed {
		if placed.block != w.sel.block {
			continue
		}
		if foot < 0 {
			top = placed.y
			if placed.piece == 0 {
				top += w.geo.headTop + Space1
			}
		}
		foot = placed.y + w.heightOf(placed.block, placed.piece)
	}
	if foot > 0 {
		top = max(top, 0)
		ink := v.look.color(ColorAccent)
		if !w.focused {
			ink = withAlpha(ink, 0.3)
		}
		v.rect(layerTint, ink, w.geo.left-Space4, top, 3, foot-top-Space1, 1.5)
	}
}

// drawHeading draws the small line above a block.
func (v *codedView) drawHeading(placed placedPiece) {
	g, x := &v.w.geo, v.w.geo.left
	y := placed.y + g.headTop
	if y+g.headHeight < 0 {
		return
	}
	right, end := g.right, g.right-Space6*2
	if v.stripes.named(y, y+g.headHeight-g.headTop, g) {
		end = min(end, g.margin-Space2)
	}
	heading := v.w.load(placed.block).block.Heading
	for i, part := range heading {
		f := font{g.head.size, fyne.TextStyle{Bold: part.Bold}}
		ink := v.look.color(ColorMuted)
		switch {
		case part.Tone != ToneNeutral:
			ink = v.look.color(part.Tone.ink())
		case part.Bold:
			ink = v.look.color(ColorText)
		}
		top := y + (g.headHeight-g.headTop-f.height())/2 + 1
		width := f.width(part.Text)
		key := textKey{block: placed.block, index: i}
		if part.Trailing {
			right -= width
			v.text(key, inOrder(part.Text), f, ink, right, top)
			right -= Space3
			continue
		}
		room := min(right-Space6*2, end) - x
		if room < 24 {
			continue
		}
		v.text(key, inOrder(ellipsis(part.Text, f, room)), f, ink, x, top)
		x += min(width, room) + Space3 - 2
	}
}

// drawPiece draws the lines of a paragraph that are on screen, what is
// selected in them, and the bands under them.
func (v *codedView) drawPiece(placed placedPiece) {
	w, g := v.w, &v.w.geo
	part := w.lay(placed.block, placed.piece)
	first := max(0, int(-placed.y/g.leading))
	last := min(len(part.lines)-1, int((g.height-placed.y)/g.leading))
	if first > last {
		return
	}
	ink := v.look.color(ColorText)
	inner := (g.leading - g.reading.height()) / 2
	for i := first; i <= last; i++ {
		if text := part.lines[i].text; text != "" {
			key := textKey{block: placed.block, piece: placed.piece, index: i}
			v.text(key, text, g.reading, ink, g.left+part.lines[i].from, placed.y+float32(i)*g.leading+inner)
		}
	}
	v.drawBands(placed, part, first, last)
	v.drawSelection(placed, part, first, last)
}

// drawSelection draws what is selected, and the caret.
func (v *codedView) drawSelection(placed placedPiece, part *piece, first, last int) {
	w, g := v.w, &v.w.geo
	if placed.block != w.sel.block {
		return
	}
	span := w.sel.span()
	for i := first; i <= last; i++ {
		l, y := &part.lines[i], placed.y+float32(i)*g.leading
		for _, s := range l.stretches(part, g.reading, span.Start-part.start, span.End-part.start) {
			v.rect(layerSelection, v.look.color(ColorSelection), g.left+s.from, y+1, s.to-s.from, g.leading-2, 2)
		}
	}
	if !span.Empty() {
		v.stripes.selected(placed, part, first, last, span, g)
	}
	if p, line := w.lineOf(w.sel.block, w.sel.head); w.focused && p == placed.piece && line >= first && line <= last {
		x := part.lines[line].caret(part, g.reading, w.sel.head-part.start, w.sel.goal)
		v.rect(layerCaret, v.look.color(ColorText), g.left+x-0.75, placed.y+float32(line)*g.leading+3, 1.5, g.leading-6, 0)
	}
}
