package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// The limits of a side panel's width: in points, and as shares of the screen.
const (
	panelLeast float32 = 200
	// panelShare is how much of a narrow screen a panel takes by itself,
	// panelMost how much it can be dragged to.
	panelShare float32 = 0.24
	panelMost  float32 = 0.45
)

// SidePanel is a panel at the left or right of a dock, on a surface, with a
// hairline towards the centre. The hairline can be dragged; a double click on
// it brings the usual width back. On a narrow screen the panel is narrower.
type SidePanel struct {
	widget.BaseWidget
	// OnResized is told of the width that the person chose, 0 for the usual one.
	OnResized func(width float32)

	usual, chosen float32
	atLeft        bool
	content       fyne.CanvasObject
	within        float32 // the dock's width
	arrange       func()  // the dock's, once the panel is in one
}

// NewSidePanel is a panel of a usual width; one at the left has its hairline
// at its right end.
func NewSidePanel(width float32, atLeft bool, content fyne.CanvasObject) *SidePanel {
	p := &SidePanel{usual: width, atLeft: atLeft, content: content}
	p.ExtendBaseWidget(p)
	return p
}

// SetWidth gives the panel a width that a person chose, 0 the usual one.
func (p *SidePanel) SetWidth(width float32) {
	if p.chosen = max(0, width); p.arrange != nil {
		p.arrange()
	}
}

// widthIn is how wide the panel is in a dock of a width.
func (p *SidePanel) widthIn(total float32) float32 {
	p.within = total
	if p.chosen > 0 {
		return max(panelLeast, min(p.chosen, total*panelMost))
	}
	return max(panelLeast, min(p.usual, total*panelShare))
}

// drag moves the hairline.
func (p *SidePanel) drag(by float32) {
	if !p.atLeft {
		by = -by
	}
	p.SetWidth(max(panelLeast, min(p.Size().Width+by, p.within*panelMost)))
}

// kept tells of the width.
func (p *SidePanel) kept() {
	if p.OnResized != nil {
		p.OnResized(p.chosen)
	}
}

// CreateRenderer is for Fyne.
func (p *SidePanel) CreateRenderer() fyne.WidgetRenderer {
	ground, line, edge := NewGround(ColorSurface), NewHairline(), newPanelEdge(p)
	arrange := func(size fyne.Size) {
		place(ground, 0, 0, size.Width, size.Height)
		if p.atLeft {
			place(p.content, 0, 0, size.Width-1, size.Height)
			place(line, size.Width-1, 0, 1, size.Height)
			place(edge, size.Width-panelEdgeWidth, 0, panelEdgeWidth, size.Height)
			return
		}
		place(p.content, 1, 0, size.Width-1, size.Height)
		place(line, 0, 0, 1, size.Height)
		place(edge, 0, 0, panelEdgeWidth, size.Height)
	}
	least := func() fyne.Size { return fyne.NewSize(panelLeast, p.content.MinSize().Height) }
	return draw(func() {}, least, arrange, ground, p.content, line, edge)
}

// panelEdgeWidth is how much of a panel's border can be grasped.
const panelEdgeWidth float32 = 5

// panelEdge is the border of a panel that is dragged.
type panelEdge struct {
	widget.BaseWidget
	panel   *SidePanel
	hovered bool
}

func newPanelEdge(p *SidePanel) *panelEdge {
	e := &panelEdge{panel: p}
	e.ExtendBaseWidget(e)
	return e
}

// Dragged moves the border.
func (e *panelEdge) Dragged(ev *fyne.DragEvent) { e.panel.drag(ev.Dragged.DX) }

// DragEnd tells of the width.
func (e *panelEdge) DragEnd() { e.panel.kept() }

// DoubleTapped brings the usual width back.
func (e *panelEdge) DoubleTapped(*fyne.PointEvent) {
	e.panel.SetWidth(0)
	e.panel.kept()
}

// Cursor says that the border can be moved.
func (e *panelEdge) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// MouseIn shows the border.
func (e *panelEdge) MouseIn(*desktop.MouseEvent) { e.hovered = true; e.Refresh() }

// MouseMoved changes nothing.
func (e *panelEdge) MouseMoved(*desktop.MouseEvent) {}

// MouseOut hides it again.
func (e *panelEdge) MouseOut() { e.hovered = false; e.Refresh() }

// CreateRenderer is for Fyne.
func (e *panelEdge) CreateRenderer() fyne.WidgetRenderer {
	bar := &canvas.Rectangle{}
	style := func() {
		ink := lookOf(e).color(ColorAccent)
		bar.FillColor = withAlpha(ink, 0)
		if e.hovered {
			bar.FillColor = withAlpha(ink, 0.35)
		}
	}
	arrange := func(size fyne.Size) { place(bar, 0, 0, size.Width, size.Height) }
	return draw(style, func() fyne.Size { return fyne.NewSize(panelEdgeWidth, 0) }, arrange, bar)
}
