package ui

import (
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

	text  []rune
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
	s.text, s.focus, s.lanes = []rune(text), focus, lanes
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
	f := font{l.size(SizeReading), fyne.TextStyle{}}
	leading := l.size(SizeLeading)
	r.scale = l.scale()
	var y float32
	for _, ln := range wrap(s.text, max(120, r.width-laneMargin*r.scale), f.width) {
		line := coding.Span{Start: ln.start, End: ln.end}
		r.words(l, f, line, y+(leading-f.height())/2)
		y += leading
		if s.marked(line) {
			for i, lane := range s.lanes {
				r.lane(l, f, line, lane, y+float32(i)*(laneHeight*r.scale+1))
			}
			y += float32(len(s.lanes))*(laneHeight*r.scale+1) + laneGap
		}
	}
	r.height = y
	canvas.Refresh(s)
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

// x is where a position stands on its line.
func (r *lanesRenderer) x(f font, line coding.Span, at int) float32 {
	at = min(max(at, line.Start), line.End)
	before := string(r.lanes.text[line.Start:at])
	if at == line.End {
		before = trimRight(before)
	}
	return laneMargin*r.scale + f.width(before)
}

// words draws a line's text: the focus in ink, the rest grey.
func (r *lanesRenderer) words(l look, f font, line coding.Span, y float32) {
	focus := r.lanes.focus.Intersect(line)
	cuts := []int{line.Start, focus.Start, focus.End, line.End}
	if focus.Empty() {
		cuts = []int{line.Start, line.End}
	}
	for i := 1; i < len(cuts); i++ {
		text := string(r.lanes.text[cuts[i-1]:cuts[i]])
		if text == "" {
			continue
		}
		ink := ColorMuted
		if !focus.Empty() && i == 2 {
			ink = ColorText
		}
		t := &canvas.Text{Text: text, TextSize: f.size, Color: l.color(ink)}
		place(t, laneMargin*r.scale+f.width(string(r.lanes.text[line.Start:cuts[i-1]])), y, f.width(text), f.height())
		r.objects = append(r.objects, t)
	}
}

// lane draws one coder's bars under a line, with an edge where one begins or ends.
func (r *lanesRenderer) lane(l look, f font, line coding.Span, lane Lane, y float32) {
	small := font{l.size(SizeRail), fyne.TextStyle{Bold: true}}
	who := &canvas.Text{Text: lane.Who, TextSize: small.size, TextStyle: small.style, Color: CodeColorHex(lane.Hex, l.dark())}
	place(who, 0, y+(laneHeight*r.scale-small.height())/2, laneMargin*r.scale, small.height())
	r.objects = append(r.objects, who)
	for _, bar := range lane.Spans {
		part := bar.Span.Intersect(line)
		if part.Empty() {
			continue
		}
		ink := CodeColorHex(bar.Hex, l.dark())
		from, to := r.x(f, line, part.Start), r.x(f, line, part.End)
		body := canvas.NewRectangle(withAlpha(ink, 0.45))
		place(body, from, y+1, to-from, laneHeight*r.scale-2)
		r.objects = append(r.objects, body)
		if part.Start == bar.Span.Start {
			edge := canvas.NewRectangle(ink)
			place(edge, from, y+1, 3, laneHeight*r.scale-2)
			r.objects = append(r.objects, edge)
		}
		if part.End == bar.Span.End {
			edge := canvas.NewRectangle(ink)
			place(edge, to-3, y+1, 3, laneHeight*r.scale-2)
			r.objects = append(r.objects, edge)
		}
	}
}
