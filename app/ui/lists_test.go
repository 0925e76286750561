package ui_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"concord/app/ui"
)

// window shows an object in our theme at a size.
func window(t testing.TB, o fyne.CanvasObject, w, h float32) fyne.Window {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(&ui.Theme{Mode: ui.ModeLight})
	win := test.NewTempWindow(t, o)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return win
}

func key(o fyne.Focusable, names ...fyne.KeyName) {
	for _, name := range names {
		o.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func codes() []ui.CodeRow {
	return []ui.CodeRow{
		{ID: "safe", Name: "Safe space"},
		{ID: "heard", Name: "Being heard without judgement", Depth: 1, Key: "1"},
		{ID: "self", Name: "Self-awareness"},
		{ID: "limits", Name: "Own limits", Depth: 1},
		{ID: "feelings", Name: "Noticing own feelings", Depth: 1},
	}
}

func TestCodeTreeFilterKeepsParentsOfWhatItFinds(t *testing.T) {
	tree := ui.NewCodeTree(codes())
	window(t, tree, 260, 400)
	tree.SetFilter("own FEEL")
	var got []string
	for _, row := range tree.Rows() {
		got = append(got, row.ID)
	}
	if fmt.Sprint(got) != "[self feelings]" {
		t.Errorf("filter leaves %v, want [self feelings]", got)
	}
}

func TestCodeTreeIsUsedByKeyboard(t *testing.T) {
	tree := ui.NewCodeTree(codes())
	win := window(t, tree, 260, 400)
	var chosen, used []string
	tree.OnSelect = func(id string) { chosen = append(chosen, id) }
	tree.OnActivate = func(id string) { used = append(used, id) }
	win.Canvas().Focus(tree.Focusable())
	key(tree.Focusable(), fyne.KeyDown, fyne.KeyDown, fyne.KeyEnd, fyne.KeyUp, fyne.KeyReturn)
	if fmt.Sprint(chosen, used) != "[safe heard feelings limits] [limits]" {
		t.Errorf("chosen %v, used %v", chosen, used)
	}
}

func TestCodeTreeKeepsTheChosenCodeWhenRowsChange(t *testing.T) {
	tree := ui.NewCodeTree(codes())
	window(t, tree, 260, 400)
	tree.Select("limits")
	tree.SetRows(codes()[2:])
	if got := tree.Selected(); got != "limits" {
		t.Errorf("chosen is %q, want limits", got)
	}
	tree.SetRows(codes()[:2])
	if got := tree.Selected(); got != "" {
		t.Errorf("chosen is %q after the code went, want none", got)
	}
}

func TestDataTableWithAMillionRowsAsksOnlyForThoseOnScreen(t *testing.T) {
	asked := map[int]bool{}
	table := ui.NewDataTable([]ui.Column{{Title: "n", Width: 60}}, func() int { return 1_000_000 },
		func(row, _ int) ui.Cell { asked[row] = true; return ui.Cell{Text: fmt.Sprint(row)} })
	win := window(t, table, 300, 500)
	clear(asked)
	table.Select(700_000)
	win.Canvas().Capture()
	if len(asked) == 0 || len(asked) > 60 || !asked[700_000] {
		t.Errorf("asked for %d rows", len(asked))
	}
}

func TestDataTableIsChosenTickedAndOpenedByKeyboard(t *testing.T) {
	table := ui.NewDataTable([]ui.Column{{Title: "n", Width: 60}}, func() int { return 30 }, func(row, _ int) ui.Cell { return ui.Cell{} })
	window(t, table, 300, 500)
	var log []string
	table.OnSelect = func(row int) { log = append(log, fmt.Sprint("select ", row)) }
	table.OnTick = func(row int) { log = append(log, fmt.Sprint("tick ", row)) }
	table.OnActivate = func(row int) { log = append(log, fmt.Sprint("open ", row)) }
	key(table.Focusable(), fyne.KeyDown, fyne.KeyDown)
	table.Focusable().TypedRune(' ')
	key(table.Focusable(), fyne.KeyReturn)
	if got := fmt.Sprint(log); got != "[select 0 select 1 tick 1 open 1]" {
		t.Error(got)
	}
}

func TestDataTableTitleSortsUpThenDown(t *testing.T) {
	table := ui.NewDataTable([]ui.Column{{Title: "α", Width: 60, Sortable: true}}, func() int { return 3 }, func(row, _ int) ui.Cell { return ui.Cell{} })
	win := window(t, table, 300, 500)
	var log []string
	table.OnSort = func(column int, descending bool) {
		log = append(log, fmt.Sprint(column, descending))
		table.SetSort(column, descending)
	}
	for range 3 {
		test.TapCanvas(win.Canvas(), fyne.NewPos(30, 15))
	}
	if got := fmt.Sprint(log); got != "[0 false 0 true 0 false]" {
		t.Error(got)
	}
}

func TestRailTellsAndDoesNotChooseByItself(t *testing.T) {
	var told string
	rail := ui.NewRail([]ui.RailItem{{ID: "a", Icon: ui.IconLibrary, Word: "A"}, {ID: "b", Icon: ui.IconRead, Word: "B"}}, func(id string) { told = id })
	win := window(t, rail, 88, 400)
	test.TapCanvas(win.Canvas(), fyne.NewPos(40, 90))
	if told != "b" || rail.Chosen() != "" {
		t.Errorf("told %q, chosen %q", told, rail.Chosen())
	}
}

func TestWrappedTextTakesTheHeightOfItsWidthInOnePass(t *testing.T) {
	text := ui.NewBody("Read what people wrote, code it together, and show how far you agree.")
	below := ui.NewHeading("below")
	window(t, ui.NewPage(8, 0, text, below), 200, 300)
	if lines := text.MinSize().Height / ui.NewBody("x").MinSize().Height; lines < 3 || below.Position().Y < text.MinSize().Height {
		t.Errorf("text has %v lines, the next begins at %v", lines, below.Position().Y)
	}
}

func TestInitials(t *testing.T) {
	for name, want := range map[string]string{"Ana": "AN", "Maria del Carmen Ruiz": "MR", "  ": "?", "Łukasz Żak": "ŁŻ", "李": "李"} {
		if got := ui.Initials(name); got != want {
			t.Errorf("initials of %q are %q, want %q", name, got, want)
		}
	}
}

func TestCodeTreeTellsWhereACodeWasDragged(t *testing.T) {
	for _, c := range []struct {
		name string
		y    float32 // from the row "limits", which is the fourth
		want string
	}{
		{"onto a theme", 14, "limits onto safe 0"},
		{"above the first", 2, "limits onto safe 1"},
		{"between a theme and its first code", 26, "limits onto heard 1"},
		{"onto itself", 128, ""},
		{"below the last code", 162, "limits onto feelings 2"},
		{"below all", 300, "limits onto  0"},
		{"where it can't go", 80, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree := ui.NewCodeTree(codes())
			win := window(t, tree, 260, 400)
			var dropped string
			tree.OnDrop = func(id, onto string, at ui.DropAt) { dropped = fmt.Sprint(id, " onto ", onto, " ", int(at)) }
			tree.CanDrop = func(_, onto string, _ ui.DropAt) bool { return onto != "self" }
			list := tree.Focusable().(fyne.Draggable)
			const from = 128
			list.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(60, from+4)}, Dragged: fyne.NewDelta(0, 4)})
			list.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(60, c.y)}, Dragged: fyne.NewDelta(0, c.y-from-4)})
			win.Canvas().Capture()
			list.DragEnd()
			if dropped != c.want {
				t.Errorf("told of %q, want %q", dropped, c.want)
			}
		})
	}
}

func TestRowsFillOnlyWhatIsOnScreen(t *testing.T) {
	filled := map[int]bool{}
	rows := ui.NewRows(40, func() int { return 100_000 }, func() fyne.CanvasObject { return ui.NewBody("") },
		func(row int, o fyne.CanvasObject) { filled[row] = true; o.(*ui.Text).SetText(fmt.Sprint(row)) })
	window(t, rows, 300, 400)
	var told []int
	rows.OnSelect = func(row int) { told = append(told, row) }
	rows.Select(50_000)
	key(rows.Focusable(), fyne.KeyDown)
	if len(filled) > 60 || rows.Selected() != 50_001 || fmt.Sprint(told) != "[50001]" {
		t.Errorf("filled %d rows, chosen %d, told %v", len(filled), rows.Selected(), told)
	}
}

func TestTableThatShowsAllItsRowsLeavesTheWheelToItsPage(t *testing.T) {
	table := ui.NewDataTable([]ui.Column{{Title: "n", Width: 60, Share: 1}}, func() int { return 40 }, func(row, _ int) ui.Cell {
		return ui.Cell{Text: fmt.Sprint(row)}
	})
	page := ui.NewPage(0, 0, ui.NewSized(0, table.NaturalHeight(), table))
	table.ScrollWith(page)
	win := window(t, page, 400, 300)
	test.Scroll(win.Canvas(), fyne.NewPos(200, 150), 0, -100)
	if got := page.Scroll.Offset.Y; got != 100 {
		t.Errorf("the page stands at %v, want 100", got)
	}
	key(table.Focusable(), fyne.KeyEnd)
	if got, most := page.Scroll.Offset.Y, page.Scroll.Content.MinSize().Height-300; got < most-60 {
		t.Errorf("the chosen last row is out of view: the page stands at %v of %v", got, most)
	}
	key(table.Focusable(), fyne.KeyHome)
	if got := page.Scroll.Offset.Y; got > 80 {
		t.Errorf("the chosen first row is out of view: the page stands at %v", got)
	}
}
