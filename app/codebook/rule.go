package codebook

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"concord/app/ui"
)

// rule is the line in a code's colour at the left of a passage.
type rule struct {
	widget.BaseWidget
	hex string
}

func newRule(hex string) *rule {
	r := &rule{hex: hex}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is for Fyne.
func (r *rule) CreateRenderer() fyne.WidgetRenderer {
	d := &ruleRenderer{rule: r, line: &canvas.Rectangle{CornerRadius: 1.5}}
	d.Refresh()
	return d
}

// ruleRenderer draws the line.
type ruleRenderer struct {
	rule *rule
	line *canvas.Rectangle
}

// Layout gives the line the whole height.
func (d *ruleRenderer) Layout(size fyne.Size) { d.line.Resize(size) }

// MinSize is the line's width.
func (d *ruleRenderer) MinSize() fyne.Size { return fyne.NewSize(3, 14) }

// Refresh takes over the theme.
func (d *ruleRenderer) Refresh() {
	d.line.FillColor = ui.CodeColorHex(d.rule.hex, ui.Dark(d.rule))
	d.line.Refresh()
}

// Objects is the line.
func (d *ruleRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{d.line} }

// Destroy has nothing to release.
func (d *ruleRenderer) Destroy() {}
