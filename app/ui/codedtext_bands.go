package ui

import (
	"fmt"
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"concord/coding"
)

// How strong a band is: its tint, and its line.
const (
	tintPlain  float32 = 0.20
	tintLifted float32 = 0.42
	tintDimmed float32 = 0.08
	// tintLevels is how many overlapping bands have a tint; more would be mud,
	// they have their lines alone.
	tintLevels = 2
	// lineLevels is how many lines are drawn under one another, so that they stay
	// clear of the next line's words. More share the last, which is then grey and
	// says at its end how many it stands for.
	lineLevels = 3
)

// drawBands draws the marks of a paragraph's lines from first to last.
func (v *codedView) drawBands(placed placedPiece, part *piece, first, last int) {
	w, b := v.w, v.w.load(placed.block)
	seen := coding.Span{Start: part.start + part.lines[first].start, End: part.start + part.lines[last].end}
	b.overlapping(seen, func(m *placedMark) {
		if w.moving == nil || w.moving.ref != (markRef{placed.block, m.ID}) {
			v.drawBand(placed, part, first, last, m, m.Span)
		}
	})
	if w.moving != nil && w.moving.ref.block == placed.block && w.moving.span.Overlaps(seen) {
		if m := b.mark(w.moving.ref.id); m != nil {
			v.drawBand(placed, part, first, last, m, w.moving.span)
		}
	}
}

// drawBand draws one mark on the lines from first to last.
func (v *codedView) drawBand(placed placedPiece, part *piece, first, last int, m *placedMark, span coding.Span) {
	w, g := v.w, &v.w.geo
	ref := markRef{placed.block, m.ID}
	ink := CodeColorHex(m.Hex, v.look.dark())
	chosen, lifted := ref == w.chosen, ref == w.hovered || ref == w.chosen
	tint, line := tintPlain, float32(1)
	switch {
	case lifted:
		tint = tintLifted
	case m.Dimmed:
		tint, line = tintDimmed, 0.45
	}
	foot := g.bandFoot + float32(min(m.level, lineLevels-1))*g.step
	under := ink
	if m.level >= lineLevels {
		under = v.look.color(ColorMuted)
	}
	from, to := span.Start-part.start, span.End-part.start
	top, bottom := -1, -1
	for i := first; i <= last && part.lines[i].start < to; i++ {
		l, y := &part.lines[i], placed.y+float32(i)*g.leading
		for _, s := range l.stretches(part, g.reading, from, to) {
			if top < 0 {
				top = i
			}
			bottom = i
			x, width := g.left+s.from, s.to-s.from
			if m.level < tintLevels || lifted {
				v.rect(layerTint, withAlpha(ink, tint), x, y+g.bandTop, width, g.bandFoot-g.bandTop, 2)
			}
			v.underline(withAlpha(under, line), x, y+foot, width, m.Unsure)
			if m.level >= lineLevels && to <= l.end {
				v.crowd(placed, i, m.level-lineLevels+1, x+width, y+foot)
			}
		}
		if chosen {
			v.handles(l, part, ink, from, to, y)
		}
	}
	if top >= 0 {
		v.stripes.add(ref, m, ink, placed.y+float32(top)*g.leading, placed.y+float32(bottom+1)*g.leading)
	}
}

// crowd writes at the end of a shared line how many bands it stands for beyond
// those that have a line each.
func (v *codedView) crowd(placed placedPiece, index, more int, x, foot float32) {
	f := font{v.look.size(SizeExplain) * 0.75, fyne.TextStyle{Bold: true}}
	key := textKey{block: placed.block, piece: placed.piece, index: index, mark: fmt.Sprintf("crowd %.0f", x)}
	if t := v.texts[key]; t != nil { // several end here: the greatest number counts
		if before, err := strconv.Atoi(strings.TrimPrefix(t.Text, "+")); err == nil && before >= more {
			return
		}
		t.Text = fmt.Sprintf("+%d", more)
		t.Refresh()
		return
	}
	v.text(key, fmt.Sprintf("+%d", more), f, v.look.color(ColorMuted), x+2, foot-f.height()*0.6)
}

// underline draws a band's line; a dashed one where the coder was unsure.
func (v *codedView) underline(ink color.Color, x, y, width float32, dashed bool) {
	const thick, dash, gap float32 = 2, 6, 4
	if !dashed {
		v.rect(layerLine, ink, x, y, width, thick, 0)
		return
	}
	for at := float32(0); at < width; at += dash + gap {
		v.rect(layerLine, ink, x+at, y, min(dash, width-at), thick, 0)
	}
}

// handles draws the edges by which a chosen band is dragged.
func (v *codedView) handles(l *codedLine, part *piece, ink color.Color, from, to int, y float32) {
	g := &v.w.geo
	if v.w.OnMove == nil {
		return
	}
	if from >= l.start && from < l.end {
		x := l.before(part, g.reading, from)
		v.rect(layerLine, ink, g.left+x-1.5, y+g.bandTop-1, 3, g.bandFoot-g.bandTop+3, 1.5)
	}
	if to > l.start && to <= l.end {
		x := l.behind(part, g.reading, to)
		v.rect(layerLine, ink, g.left+x-1.5, y+g.bandTop-1, 3, g.bandFoot-g.bandTop+3, 1.5)
	}
}
