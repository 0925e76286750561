package ui_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"concord/app/ui"
	"concord/coding"
)

// marked shows the ward's text with two overlapping marks.
func marked(t testing.TB) (*ui.CodedText, *texts) {
	t.Helper()
	w, blocks, _ := reader(t, "first", ward)
	blocks.marks[1] = []ui.Mark{
		{ID: "wide", Name: "Safe space", Hex: ui.CodeHex(0), Span: coding.Span{Start: 0, End: 44}},
		{ID: "narrow", Name: "Being heard", Hex: ui.CodeHex(1), Span: coding.Span{Start: 21, End: 43}},
	}
	w.RefreshBlocks(1)
	return w, blocks
}

// words are the texts on screen.
func words(w *ui.CodedText) map[string]fyne.Position {
	found := map[string]fyne.Position{}
	for _, o := range test.WidgetRenderer(w).Objects() {
		if text, ok := o.(*canvas.Text); ok {
			found[text.Text] = text.Position()
		}
	}
	return found
}

func TestClickChoosesTheShortestMarkThenTheNext(t *testing.T) {
	w, _ := marked(t)
	var told []string
	w.OnMark = func(block int, id string) { told = append(told, fmt.Sprint(block, " ", id)) }
	press(w, place(t, w, "nobody"), 0)
	press(w, place(t, w, "tried"), 0)
	press(w, place(t, w, "patient"), 0)
	if got := fmt.Sprintf("%q", told); got != `["1 narrow" "1 wide" "0 "]` {
		t.Errorf("told of %s", got)
	}
}

func TestMarksAreNamedBesideTheirLines(t *testing.T) {
	w, _ := marked(t)
	shown := words(w)
	line := place(t, w, "surprised").Y
	for _, name := range []string{"Safe space", "Being heard"} {
		at, ok := shown[name]
		if !ok || at.Y < line-20 || at.Y > line+30 || at.X < 500 {
			t.Errorf("%s stands at %v, the line at %v", name, at, line)
		}
	}
	if shown["Safe space"].Y == shown["Being heard"].Y {
		t.Error("two names stand on each other")
	}
}

func TestTappedStripeChoosesItsMark(t *testing.T) {
	w, _ := marked(t)
	var told string
	w.OnMark = func(_ int, id string) { told = id }
	press(w, words(w)["Being heard"].AddXY(4, 6), 0)
	if _, id := w.SelectedMark(); told != "narrow" || id != "narrow" {
		t.Errorf("told of %q, chosen %q", told, id)
	}
}

func TestDraggedEdgeMovesTheChosenMark(t *testing.T) {
	w, _ := marked(t)
	var moved []string
	w.OnMove = func(block int, id string, span coding.Span) { moved = append(moved, fmt.Sprint(block, id, span)) }
	w.SelectMark(1, "narrow")
	drag(w, place(t, w, ". We").SubtractXY(2, 0), place(t, w, " me."))
	drag(w, place(t, w, "nobody").SubtractXY(2, 0), place(t, w, "that").SubtractXY(2, 0))
	if got := fmt.Sprint(moved); got != "[1narrow{21 40} 1narrow{16 43}]" {
		t.Errorf("moved %s", got)
	}
	if w.SelectedText() != "" {
		t.Errorf("dragging an edge selected %q", w.SelectedText())
	}
}

func TestDraggedEdgeKeepsAtLeastOneCharacter(t *testing.T) {
	w, _ := marked(t)
	var got coding.Span
	w.OnMove = func(_ int, _ string, span coding.Span) { got = span }
	w.SelectMark(1, "narrow")
	drag(w, place(t, w, ". We").SubtractXY(2, 0), place(t, w, "I was"))
	if got != (coding.Span{Start: 21, End: 22}) {
		t.Errorf("moved to %v", got)
	}
}

func TestHoveredStripeLiftsItsMarkAndLeavesTheChoice(t *testing.T) {
	w, _ := marked(t)
	at := words(w)["Safe space"].AddXY(4, 6)
	w.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	bold := false
	for _, o := range test.WidgetRenderer(w).Objects() {
		if text, ok := o.(*canvas.Text); ok && text.Text == "Safe space" {
			bold = text.TextStyle.Bold
		}
	}
	if _, id := w.SelectedMark(); !bold || id != "" || w.Cursor() != desktop.PointerCursor {
		t.Errorf("bold %v, chosen %q, cursor %v", bold, id, w.Cursor())
	}
}

func TestUnsureMarkSaysSoInTheMargin(t *testing.T) {
	w, blocks := marked(t)
	blocks.marks[1] = []ui.Mark{{ID: "m", Name: "Own limits", Who: "Ben", Unsure: true, Span: coding.Span{Start: 0, End: 9}}}
	w.RefreshBlocks(1)
	if _, ok := words(w)["Own limits\u00a0? · Ben"]; !ok {
		t.Errorf("the margin has %v", words(w))
	}
}

func TestRefreshedAllShowsNewNamesFarAway(t *testing.T) {
	bodies := make([]string, 300)
	for i := range bodies {
		bodies[i] = ward
	}
	w, blocks, _ := reader(t, bodies...)
	blocks.marks[0] = []ui.Mark{{ID: "x", Name: "Old name", Span: coding.Span{Start: 0, End: 5}}}
	w.RefreshBlocks(0)
	w.GoTo(299)
	blocks.marks[0][0].Name = "New name"
	w.RefreshAll()
	w.GoTo(0)
	if _, ok := words(w)["New name"]; !ok {
		t.Errorf("the margin has %v", words(w))
	}
}

func TestRefreshedMarksLeaveTheTextWhereItIs(t *testing.T) {
	w, blocks := marked(t)
	before := place(t, w, "surprised")
	blocks.marks[0] = []ui.Mark{{ID: "x", Name: "X", Span: coding.Span{Start: 0, End: 5}}}
	w.RefreshBlocks(0, 1)
	if after := place(t, w, "surprised"); after != before {
		t.Errorf("the text moved from %v to %v", before, after)
	}
}
