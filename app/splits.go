package app

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"

	"concord/app/ui"
)

// keepSplits gives a screen's side panels the widths that they were dragged
// to, and remembers those that they are dragged to from now on.
func (s *Shell) keepSplits(id placeID, screen fyne.CanvasObject) {
	for i, panel := range sidePanels(screen) {
		key := fmt.Sprintf("split.%s.%d", id, i)
		if width, err := strconv.ParseFloat(s.Recall(key), 32); err == nil {
			panel.SetWidth(float32(width))
		}
		panel.OnResized = func(width float32) { s.Remember(key, strconv.FormatFloat(float64(width), 'f', 0, 32)) }
	}
}

// sidePanels are the panels that a screen is divided by, in its own order.
func sidePanels(o fyne.CanvasObject) []*ui.SidePanel {
	switch o := o.(type) {
	case *ui.SidePanel:
		return []*ui.SidePanel{o}
	case *fyne.Container:
		var panels []*ui.SidePanel
		for _, child := range o.Objects {
			panels = append(panels, sidePanels(child)...)
		}
		return panels
	}
	return nil
}
