package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// IntervalBar shows a coefficient as a dot and its interval as a bar, on a
// scale that is the same in every row, with thresholds as dashed lines.
type IntervalBar struct {
	widget.BaseWidget
	// Known is false where the coefficient is undefined: the scale stands alone.
	Known bool
	// HasInterval is false where there is a value but no interval.
	HasInterval      bool
	Value, Low, High float64
	// From and To end the scale.
	From, To   float64
	Thresholds []float64
	// Plain hides the thresholds.
	Plain bool
	Tone  Tone
}

// NewIntervalBar is a bar on the scale 0 to 1 with Krippendorff's thresholds
// .667 and .800; set the value with Set.
func NewIntervalBar() *IntervalBar {
	b := &IntervalBar{To: 1, Thresholds: []float64{0.667, 0.8}, Tone: ToneAccent}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows a value with its interval.
func (b *IntervalBar) Set(value, low, high float64, tone Tone) {
	b.Known, b.HasInterval, b.Value, b.Low, b.High, b.Tone = true, true, value, low, high, tone
	b.Refresh()
}

// SetUndefined shows the scale alone.
func (b *IntervalBar) SetUndefined() { b.Known = false; b.Refresh() }

// CreateRenderer is for Fyne.
func (b *IntervalBar) CreateRenderer() fyne.WidgetRenderer {
	axis, bar, dot := &canvas.Rectangle{}, &canvas.Rectangle{CornerRadius: 3}, &canvas.Circle{}
	objects := []fyne.CanvasObject{axis, bar, dot}
	const dashes = 6
	marks := make([]*canvas.Rectangle, dashes*len(b.Thresholds))
	for i := range marks {
		marks[i] = &canvas.Rectangle{}
		objects = append(objects, marks[i])
	}
	style := func() {
		l := lookOf(b)
		ink := l.color(b.Tone.ink())
		axis.FillColor, dot.FillColor, bar.FillColor = l.color(ColorLine), ink, withAlpha(ink, 0.3)
		for _, m := range marks {
			m.FillColor = l.color(ColorMuted)
			if b.Plain {
				m.FillColor = color.Transparent
			}
		}
		if !b.Known {
			dot.FillColor = color.Transparent
		}
		if !b.Known || !b.HasInterval {
			bar.FillColor = color.Transparent
		}
	}
	arrange := func(size fyne.Size) {
		x := func(v float64) float32 {
			share := (v - b.From) / max(b.To-b.From, 1e-9)
			return 6 + float32(min(1, max(0, share)))*(size.Width-12)
		}
		middle := size.Height / 2
		place(axis, 6, middle-0.75, size.Width-12, 1.5)
		place(bar, x(b.Low), middle-3, max(4, x(b.High)-x(b.Low)), 6)
		place(dot, x(b.Value)-5, middle-5, 10, 10)
		for i, t := range b.Thresholds {
			for j := range dashes {
				place(marks[i*dashes+j], x(t)-0.5, middle-9+float32(j)*3.2, 1, 1.8)
			}
		}
	}
	return draw(style, func() fyne.Size { return fyne.NewSize(140, 24) }, arrange, objects...)
}
