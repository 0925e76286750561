package ui_test

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"concord/app/ui"
	"concord/coding"
)

// drawn are all texts that are drawn in something, from top to bottom as built.
func drawn(o fyne.CanvasObject) []*canvas.Text {
	switch o := o.(type) {
	case *canvas.Text:
		return []*canvas.Text{o}
	case *fyne.Container:
		var found []*canvas.Text
		for _, part := range o.Objects {
			found = append(found, drawn(part)...)
		}
		return found
	case fyne.Widget:
		var found []*canvas.Text
		for _, part := range test.WidgetRenderer(o).Objects() {
			found = append(found, drawn(part)...)
		}
		return found
	}
	return nil
}

func TestLabelsStandInVisualOrder(t *testing.T) {
	for _, c := range turned {
		if strings.ContainsRune(c.text, '\u2067') {
			continue
		}
		text := ui.NewBody(c.text)
		cut := ui.NewText(c.text, ui.SizeTable, ui.ColorText).Cut()
		link := ui.NewLink(c.text, func() {})
		chip := ui.NewChip(c.text, ui.ToneNeutral)
		table := ui.NewDataTable([]ui.Column{{Title: "n", Width: 400, Share: 1}}, func() int { return 1 }, func(int, int) ui.Cell { return ui.Cell{Text: c.text} })
		win := window(t, container.NewVBox(text, cut, link, chip), 700, 500)
		win.Canvas().Capture()
		for i, label := range []fyne.CanvasObject{text, cut, link, chip} {
			if got := stands(drawn(label)[0].Text); got != c.want {
				t.Errorf("%s, label %d: %q stands as %q, want %q", c.name, i, c.text, got, c.want)
			}
		}
		window(t, table, 700, 300)
		found := false
		for _, cell := range drawn(table) {
			found = found || stands(cell.Text) == c.want
		}
		if !found {
			t.Errorf("%s: no cell stands as %q", c.name, c.want)
		}
	}
}

func TestWrappedTextFromRightToLeftEndsAtTheRight(t *testing.T) {
	text := ui.NewBody("שלום עולם (3). " + strings.Repeat("מה שלומך היום? ", 8) + "\nLatin follows.")
	window(t, text, 240, 300)
	lines := drawn(text)
	for i, line := range lines {
		want := fyne.TextAlignTrailing
		if i == len(lines)-1 {
			want = fyne.TextAlignLeading
		}
		if line.Alignment != want {
			t.Errorf("line %d, %q, is aligned %v", i, stands(line.Text), line.Alignment)
		}
	}
	if len(lines) < 4 {
		t.Errorf("%d lines", len(lines))
	}
}

func TestCellFromRightToLeftIsCutAtItsOtherEnd(t *testing.T) {
	words := "אחד שנים שלושה ארבעה חמישה ששה שבעה שמונה תשעה עשרה"
	cases := []struct {
		name        string
		start, turn bool
		first, last string
	}{
		{"left of a hit", true, false, "…", "עשרה"},
		{"left of a hit, from right to left", true, true, "אחד", "…"},
		{"right of a hit", false, false, "אחד", "…"},
		{"right of a hit, from right to left", false, true, "…", "עשרה"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			table := ui.NewDataTable([]ui.Column{{Title: "n", Width: 150, CutStart: c.start}}, func() int { return 1 },
				func(int, int) ui.Cell { return ui.Cell{Text: words, RightToLeft: c.turn} })
			window(t, table, 180, 300)
			for _, cell := range drawn(table) {
				if !strings.Contains(cell.Text, "…") {
					continue
				}
				strips := strings.Split(stands(cell.Text), "·")
				if first, last := strips[len(strips)-1], strips[0]; first != c.first || last != c.last {
					t.Errorf("from right to left it reads from %q to %q", first, last)
				}
				return
			}
			t.Error("nothing is cut")
		})
	}
}

func TestIndentedCellStaysIndented(t *testing.T) {
	table := ui.NewDataTable([]ui.Column{{Title: "n", Width: 300}}, func() int { return 1 }, func(int, int) ui.Cell { return ui.Cell{Text: "    שלום?"} })
	window(t, table, 400, 300)
	for _, cell := range drawn(table) {
		if strings.Contains(cell.Text, "שלום") && !strings.HasPrefix(cell.Text, "    ") {
			t.Errorf("the cell is %q", cell.Text)
		}
	}
}

// across are the words of a sentence from left to right.
func across(o fyne.CanvasObject) string {
	var found []*canvas.Text
	for _, word := range drawn(o) {
		at := 0
		for at < len(found) && found[at].Position().X < word.Position().X {
			at++
		}
		found = append(found[:at], append([]*canvas.Text{word}, found[at:]...)...)
	}
	var words []string
	for _, word := range found {
		if shown := stands(word.Text); shown != "" {
			words = append(words, shown)
		}
	}
	return strings.Join(words, "·")
}

func TestSentencesStandInVisualOrder(t *testing.T) {
	cases := []struct {
		name  string
		parts []ui.Part
		want  string
		right bool
	}{
		{"from right to left, then a name", []ui.Part{ui.Words("שלום, עולם "), ui.MutedWords("R-003, Ana")}, "R-003,·Ana·עולם·,·שלום", true},
		{"a name after latin words from right to left", []ui.Part{ui.Words("כתבו support@example.org "), ui.Aside("R-003, Ana")}, "R-003,·Ana·support@example.org·כתבו", true},
		{"latin with hebrew", []ui.Part{ui.BoldWords("Use when "), ui.Words("one says שלום עולם (so).")}, "Use·when·one·says·עולם·שלום·(so).", false},
		{"brackets", []ui.Part{ui.Words("נפל (Zoom 12) שוב")}, "שוב·)·Zoom·12·(·נפל", true},
		{"latin alone", []ui.Part{ui.Words("One after another")}, "One·after·another", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := ui.NewSentence(ui.SizeWork, c.parts...)
			window(t, s, 600, 100)
			if got := across(s); got != c.want {
				t.Errorf("it stands as %q, want %q", got, c.want)
			}
			var end float32
			for _, word := range drawn(s) {
				end = max(end, word.Position().X+word.Size().Width)
			}
			if right := end > 590; right != c.right {
				t.Errorf("it ends at %v", end)
			}
		})
	}
}

func TestLanesStandUnderTheWordsThatTheyMean(t *testing.T) {
	text := "אחד שנים Latin words שלושה"
	lanes := ui.NewLanes(text, coding.Span{Start: 0, End: 8}, []ui.Lane{{Who: "A", Hex: ui.CodeHex(0), Spans: []ui.LaneSpan{
		{Span: span(t, text, "שנים Latin"), Hex: ui.CodeHex(1)},
	}}})
	window(t, lanes, 600, 200)
	places := map[string][2]float32{}
	for _, word := range drawn(lanes) {
		places[stands(word.Text)] = [2]float32{word.Position().X, word.Position().X + word.Size().Width}
	}
	var bars [][2]float32
	for _, o := range test.WidgetRenderer(lanes).Objects() {
		if r, ok := o.(*canvas.Rectangle); ok && r.FillColor.(color.NRGBA).A < 255 {
			bars = append(bars, [2]float32{r.Position().X, r.Position().X + r.Size().Width})
		}
	}
	// From left to right: שלושה, Latin words, שנים, אחד.
	if len(bars) != 2 || bars[0][0] < places["שלושה"][1] || math.Abs(float64(bars[1][1]-places["שנים"][1])) > 0.5 ||
		bars[0][1] >= bars[1][0] || bars[1][0] > places["שנים"][0] {
		t.Errorf("bars stand at %v, words at %v", bars, places)
	}
}
