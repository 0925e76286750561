package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"concord/coding"
)

// Lane is what one coder marked, as bars under the text.
type Lane struct {
	// Who stands before the lane: the coder's initials, in the coder's colour.
	Who, Hex string
	Spans    []LaneSpan
}

// LaneSpan is one bar in a code's colour.
type LaneSpan struct {
	Span coding.Span
	Hex  string
}

// Lanes shows a text with one lane per coder under each of its lines, so that
// boundaries can be compared by eye. What lies outside Focus is grey.
type Lanes struct {
	widget.BaseWidget

	block *codedBlock
	focus coding.Span
	lanes []Lane
}

// NewLanes shows a text, in which positions are code points.
func NewLanes(text string, focus coding.Span, lanes []Lane) *Lanes {
	s := &Lanes{}
	s.ExtendBaseWidget(s)
	s.Set(text, focus, lanes)
	return s
}

// Set shows another place.
func (s *Lanes) Set(text string, focus coding.Span, lanes []Lane) {
	s.block, s.focus, s.lanes = newCodedBlock(Block{Text: text}), focus, lanes
	s.Refresh()
}

// The measures of a lane.
const (
	laneHeight float32 = 12
	laneGap    float32 = 12
	laneMargin float32 = 34 // for the initials
)

// CreateRenderer is for Fyne.
func (s *Lanes) CreateRenderer() fyne.WidgetRenderer {
	r := &lanesRenderer{lanes: s}
	r.Refresh()
	return r
}

// lanesRenderer keeps what was drawn for a width.
type lanesRenderer struct {
	lanes   *Lanes
	objects []fyne.CanvasObject
	width   float32
	height  float32
	scale   float32
}

// Layout draws anew where the width has changed.
func (r *lanesRenderer) Layout(size fyne.Size) {
	if size.Width != r.width {
		r.Refresh()
	}
}

// MinSize is as high as the lines at the last width.
func (r *lanesRenderer) MinSize() fyne.Size { return fyne.NewSize(240, r.height) }

// Objects are the words and the bars.
func (r *lanesRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy has nothing to release.
func (r *lanesRenderer) Destroy() {}

// Refresh draws all lines.
func (r *lanesRenderer) Refresh() {
	s, l := r.lanes, lookOf(r.lanes)
	r.width, r.objects = s.Size().Width, nil
	r.scale = l.scale()
	g := geometry{reading: font{l.size(SizeReading), fyne.TextStyle{}}, leading: l.size(SizeLeading), left: laneMargin * r.scale}
	g.measure = max(120, r.width-g.left)
	widths := wordWidths{font: g.reading}
	var y float32
	for p := 1; p < len(s.block.pieces); p++ {
		part := s.block.prepare(p)
		part.lines = layLines(part, g, &widths)
		for i := range part.lines {
			ln := laneLine{&part.lines[i], part, &g, l, y}
			r.words(ln)
			y += g.leading
			if s.marked(ln.span()) {
				for j, lane := range s.lanes {
					ln.y = y + float32(j)*(laneHeight*r.scale+1)
					r.lane(ln, lane)
				}
				y += float32(len(s.lanes))*(laneHeight*r.scale+1) + laneGap
			}
		}
	}
	r.height = y
	canvas.Refresh(s)
}

// laneLine is a line of the text while it is drawn.
type laneLine struct {
	*codedLine
	part *piece
	*geometry
	look look
	y    float32
}

// span is the line's place in the text.
func (ln laneLine) span() coding.Span {
	return coding.Span{Start: ln.part.start + ln.start, End: ln.part.start + ln.end}
}

// within is the part of a span that is on the line, in positions of its paragraph.
func (ln laneLine) within(span coding.Span) coding.Span {
	cut := span.Intersect(ln.span())
	return coding.Span{Start: cut.Start - ln.part.start, End: cut.End - ln.part.start}
}

// marked reports whether any coder marked something on a line.
func (s *Lanes) marked(line coding.Span) bool {
	for _, lane := range s.lanes {
		for _, bar := range lane.Spans {
			if bar.Span.Overlaps(line) {
				return true
			}
		}
	}
	return false
}

// words draws a line's text: the focus in ink, the rest grey.
func (r *lanesRenderer) words(ln laneLine) {
	focus := ln.within(r.lanes.focus)
	if focus.Empty() {
		focus = coding.Span{Start: ln.end, End: ln.end}
	}
	draw := func(text string, x float32, ink fyne.ThemeColorName) {
		t := &canvas.Text{Text: text, TextSize: ln.reading.size, Color: ln.look.color(ink)}
		place(t, ln.left+x, ln.y+(ln.leading-ln.reading.height())/2, ln.reading.width(text), ln.reading.height())
		r.objects = append(r.objects, t)
	}
	for _, part := range []struct {
		from, to int
		ink      fyne.ThemeColorName
	}{{ln.start, focus.Start, ColorMuted}, {focus.Start, focus.End, ColorText}, {focus.End, ln.visible, ColorMuted}} {
		if part.to = min(part.to, ln.visible); part.from >= part.to {
			continue
		}
		if ln.strips == nil {
			draw(string(ln.part.runes[part.from:part.to]), ln.prefix(ln.part, ln.reading, part.from), part.ink)
			continue
		}
		for i := range ln.strips {
			if from, to := max(part.from, ln.strips[i].start), min(part.to, ln.strips[i].end); from < to {
				text, x := ln.strips[i].cut(ln.part.runes, ln.reading, from, to)
				draw(text, x, part.ink)
			}
		}
	}
}

// lane draws one coder's bars under a line, with an edge where one begins or ends.
func (r *lanesRenderer) lane(ln laneLine, lane Lane) {
	const edge = 3
	high := laneHeight * r.scale
	small := font{ln.look.size(SizeRail), fyne.TextStyle{Bold: true}}
	who := &canvas.Text{Text: lane.Who, TextSize: small.size, TextStyle: small.style, Color: CodeColorHex(lane.Hex, ln.look.dark())}
	place(who, 0, ln.y+(high-small.height())/2, ln.left, small.height())
	r.objects = append(r.objects, who)
	for _, bar := range lane.Spans {
		part := ln.within(bar.Span)
		if part.Empty() {
			continue
		}
		ink := CodeColorHex(bar.Hex, ln.look.dark())
		block := func(x, width float32, fill color.Color) {
			body := canvas.NewRectangle(fill)
			place(body, ln.left+x, ln.y+1, width, high-2)
			r.objects = append(r.objects, body)
		}
		for _, s := range ln.stretches(ln.part, ln.reading, part.Start, part.End) {
			block(s.from, s.to-s.from, withAlpha(ink, 0.45))
		}
		if ln.part.start+part.Start == bar.Span.Start {
			x := ln.before(ln.part, ln.reading, part.Start)
			if ln.turned(part.Start) {
				x -= edge
			}
			block(x, edge, ink)
		}
		if ln.part.start+part.End == bar.Span.End {
			x := ln.behind(ln.part, ln.reading, part.End)
			if !ln.turned(part.End - 1) {
				x -= edge
			}
			block(x, edge, ink)
		}
	}
}
