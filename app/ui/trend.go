package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// TrendPoint is one value of a trend.
type TrendPoint struct {
	Label     string
	Value     float64
	Low, High float64
	// Known is false where there is no value yet: the label stands alone.
	Known bool
}

// Trend shows a coefficient over the rounds, with its intervals and with
// thresholds as dashed lines, on the scale 0 to 1.
type Trend struct {
	widget.BaseWidget
	Thresholds []float64
	// Captions stand before the thresholds, such as ".800".
	Captions []string

	points []TrendPoint
}

// NewTrend shows points in the order given.
func NewTrend(points []TrendPoint) *Trend {
	t := &Trend{points: points, Thresholds: []float64{0.667, 0.8}, Captions: []string{Decimal(".667"), Decimal(".800")}}
	t.ExtendBaseWidget(t)
	return t
}

// SetPoints shows other points.
func (t *Trend) SetPoints(points []TrendPoint) { t.points = points; t.Refresh() }

// CreateRenderer is for Fyne.
func (t *Trend) CreateRenderer() fyne.WidgetRenderer {
	var d *drawing
	build := func() []fyne.CanvasObject { return t.build(t.Size()) }
	rebuild := func() {
		if d != nil {
			d.objects = build()
		}
	}
	least := func() fyne.Size { return fyne.NewSize(180, 130) }
	d = draw(rebuild, least, func(fyne.Size) { rebuild() }, build()...)
	return d
}

// build draws the chart at a size.
func (t *Trend) build(size fyne.Size) []fyne.CanvasObject {
	l := lookOf(t)
	f := font{l.size(SizeRail), fyne.TextStyle{}}
	left, foot := f.width(".000")+8, size.Height-f.height()-6
	y := func(v float64) float32 { return foot - float32(min(1, max(0, v)))*(foot-4) }
	var objects []fyne.CanvasObject
	add := func(o fyne.CanvasObject, x, y, w, h float32) {
		place(o, x, y, w, h)
		objects = append(objects, o)
	}
	axis := canvas.NewRectangle(l.color(ColorLine))
	add(axis, left, foot, size.Width-left, 1)
	captionShift := float32(0) // captions that would touch move apart
	if len(t.Thresholds) == 2 {
		captionShift = max(0, (f.height()-y(t.Thresholds[0])+y(t.Thresholds[1]))/2)
	}
	for i, threshold := range t.Thresholds {
		for x := left; x < size.Width-2; x += 6 {
			add(canvas.NewRectangle(l.color(ColorMuted)), x, y(threshold), 2, 1)
		}
		if i < len(t.Captions) {
			caption := &canvas.Text{Text: t.Captions[i], TextSize: f.size, Color: l.color(ColorMuted)}
			add(caption, 0, y(threshold)-f.height()/2+captionShift*float32(1-2*i), left, f.height())
		}
	}
	step := (size.Width - left) / float32(max(1, len(t.points)))
	var last *fyne.Position
	for i, p := range t.points {
		x := left + step*(float32(i)+0.5)
		label := &canvas.Text{Text: inOrder(ellipsis(p.Label, f, step)), TextSize: f.size, Color: l.color(ColorMuted), Alignment: fyne.TextAlignCenter}
		add(label, x-step/2, foot+4, step, f.height())
		if !p.Known {
			continue
		}
		bar := &canvas.Rectangle{CornerRadius: 3, FillColor: withAlpha(l.color(ColorAccent), 0.3)}
		add(bar, x-3, y(p.High), 6, y(p.Low)-y(p.High))
		at := fyne.NewPos(x, y(p.Value))
		if last != nil {
			objects = append(objects, &canvas.Line{Position1: *last, Position2: at, StrokeColor: l.color(ColorAccent), StrokeWidth: 2})
		}
		last = &at
		add(canvas.NewCircle(l.color(ColorAccent)), x-5, at.Y-5, 10, 10)
	}
	return objects
}
