package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// BarRow is one row of a bar chart.
type BarRow struct {
	Label string
	// Value gives the bar's length against the longest; Text stands at its end.
	Value float64
	Text  string
	// Hex colours the bar, "#RRGGBB"; "" is the accent.
	Hex string
}

// BarChart is rows of label, bar and number.
type BarChart struct {
	widget.BaseWidget
	// Top is the value of a full bar; 0 means the greatest of the rows.
	Top float64

	rows []BarRow
}

// NewBarChart shows rows in the order given.
func NewBarChart(rows []BarRow) *BarChart {
	b := &BarChart{rows: rows}
	b.ExtendBaseWidget(b)
	return b
}

// SetRows shows other rows.
func (b *BarChart) SetRows(rows []BarRow) { b.rows = rows; b.Refresh() }

// CreateRenderer is for Fyne.
func (b *BarChart) CreateRenderer() fyne.WidgetRenderer {
	var (
		labels, figures []*canvas.Text
		bars            []*canvas.Rectangle
		d               *drawing
	)
	height := func() float32 { return 26 * lookOf(b).scale() }
	arrange := func(size fyne.Size) {
		f, top, widest := font{lookOf(b).size(SizeTable), fyne.TextStyle{}}, b.Top, float32(0)
		for _, row := range b.rows {
			widest = max(widest, f.width(row.Label))
			if b.Top == 0 {
				top = max(top, row.Value)
			}
		}
		label := min(widest, size.Width*0.5)
		var figure float32
		for _, row := range b.rows {
			figure = max(figure, f.width(row.Text))
		}
		room := max(10, size.Width-label-12-figure-8)
		for i, row := range b.rows {
			y, line := float32(i)*height(), f.height()
			labels[i].Text = inOrder(ellipsis(row.Label, f, label))
			place(labels[i], 0, y+(height()-line)/2, label, line)
			length := float32(0)
			if top > 0 {
				length = max(2, room*float32(row.Value/top))
			}
			place(bars[i], label+12, y+(height()-10)/2, length, 10)
			place(figures[i], label+12+length+7, y+(height()-line)/2, figure, line)
		}
	}
	style := func() {
		l := lookOf(b)
		for len(labels) < len(b.rows) {
			labels, figures = append(labels, &canvas.Text{}), append(figures, &canvas.Text{})
			bars = append(bars, &canvas.Rectangle{CornerRadius: 2})
		}
		var objects []fyne.CanvasObject
		for i, row := range b.rows {
			labels[i].TextSize, labels[i].Color = l.size(SizeTable), l.color(ColorText)
			figures[i].Text, figures[i].TextSize, figures[i].Color = row.Text, l.size(SizeExplain), l.color(ColorMuted)
			bars[i].FillColor = withAlpha(l.color(ColorAccent), 0.75)
			if row.Hex != "" {
				bars[i].FillColor = CodeColorHex(row.Hex, l.dark())
			}
			objects = append(objects, labels[i], bars[i], figures[i])
		}
		if d != nil {
			d.objects = objects
			arrange(b.Size())
		}
	}
	least := func() fyne.Size { return fyne.NewSize(120, float32(len(b.rows))*height()) }
	d = draw(func() {}, least, arrange)
	d.style = style
	style()
	return d
}
