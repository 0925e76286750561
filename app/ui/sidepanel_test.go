package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"concord/app/ui"
)

func TestSidePanelIsNarrowerOnANarrowScreen(t *testing.T) {
	panel := ui.NewSidePanel(300, true, ui.NewSpace(0, 0))
	win := window(t, ui.NewDock(nil, nil, panel, nil, ui.NewSpace(0, 0)), 1400, 600)
	if got := panel.Size().Width; got != 300 {
		t.Errorf("on a wide screen the panel is %v wide, want 300", got)
	}
	win.Resize(fyne.NewSize(900, 600))
	if got := panel.Size().Width; got != 216 {
		t.Errorf("on a narrow screen the panel is %v wide, want 216", got)
	}
}

func TestSidePanelIsDraggedByItsBorderAndTellsItsWidth(t *testing.T) {
	var told float32
	panel := ui.NewSidePanel(300, false, ui.NewSpace(0, 0))
	panel.OnResized = func(width float32) { told = width }
	centre := ui.NewSpace(0, 0)
	win := window(t, ui.NewDock(nil, nil, nil, panel, centre), 1400, 600)
	test.Drag(win.Canvas(), fyne.NewPos(1102, 300), -60, 0)
	if panel.Size().Width != 360 || told != 360 || centre.Size().Width != 1040 {
		t.Errorf("the panel is %v wide, tells %v and leaves %v, want 360, 360, 1040", panel.Size().Width, told, centre.Size().Width)
	}
	test.Drag(win.Canvas(), fyne.NewPos(1042, 300), -2000, 0)
	if got := panel.Size().Width; got != 630 {
		t.Errorf("dragged too far the panel is %v wide, want 630", got)
	}
}

func TestTableKeepsAllItsColumnsInSightWhereThereIsLittleRoom(t *testing.T) {
	columns := []ui.Column{{Title: "a", Width: 120}, {Title: "b", Width: 300, Share: 1}, {Title: "c", Width: 300, Share: 1}, {Title: "d", Width: 110}}
	table := ui.NewDataTable(columns, func() int { return 1 }, func(int, int) ui.Cell { return ui.Cell{Text: "x"} })
	for _, width := range []float32{900, 640, 440} {
		window(t, table, width, 200)
		if least := table.MinSize().Width; least > width {
			t.Errorf("in %v the table asks for %v", width, least)
		}
		for _, o := range test.WidgetRenderer(table).Objects() {
			if end := o.Position().X + o.Size().Width; end > width {
				t.Errorf("in %v there is a part that ends at %v", width, end)
			}
		}
	}
}
