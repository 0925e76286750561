package ui_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"concord/app/ui"
	"concord/coding"
)

// texts are blocks of plain texts, with marks where a test puts them.
type texts struct {
	all   []string
	marks map[int][]ui.Mark
	asked map[int]int
}

func (t *texts) Len() int         { return len(t.all) }
func (t *texts) Length(i int) int { return len(t.all[i]) }
func (t *texts) Block(i int) ui.Block {
	if t.asked != nil {
		t.asked[i]++
	}
	return ui.Block{ID: fmt.Sprint(i), Heading: []ui.HeadingPart{{Text: fmt.Sprintf("R-%03d", i), Bold: true}}, Text: t.all[i], Marks: t.marks[i]}
}

// reader shows texts in a window of 800 by 600.
func reader(t testing.TB, all ...string) (*ui.CodedText, *texts, fyne.Window) {
	t.Helper()
	blocks := &texts{all: all, marks: map[int][]ui.Mark{}}
	w := ui.NewCodedText(blocks)
	return w, blocks, window(t, w, 800, 600)
}

// place is where a word is drawn, found by the canvas text that holds it.
func place(t testing.TB, w *ui.CodedText, word string) fyne.Position {
	t.Helper()
	for _, o := range test.WidgetRenderer(w).Objects() {
		text, ok := o.(*canvas.Text)
		if !ok {
			continue
		}
		if i := strings.Index(text.Text, word); i >= 0 {
			x := fyne.MeasureText(text.Text[:i], text.TextSize, text.TextStyle).Width
			return text.Position().AddXY(x+2, text.Size().Height/2)
		}
	}
	t.Fatalf("%q is not on screen", word)
	return fyne.Position{}
}

func press(w *ui.CodedText, at fyne.Position, modifier fyne.KeyModifier) {
	w.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary, Modifier: modifier})
	w.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary, Modifier: modifier})
}

func drag(w *ui.CodedText, from, to fyne.Position) {
	w.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	w.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
	w.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: to}})
	w.DragEnd()
}

func shifted(w *ui.CodedText, names ...fyne.KeyName) {
	w.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	key(w, names...)
	w.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

const ward = "I was surprised that nobody tried to fix me. We talked about a patient who died. It helped."

func TestDragSelectsWhatItCrosses(t *testing.T) {
	w, _, _ := reader(t, "first", ward)
	var told []ui.Selection
	w.OnSelect = func(s ui.Selection) { told = append(told, s) }
	drag(w, place(t, w, "nobody").SubtractXY(2, 0), place(t, w, ". We").SubtractXY(2, 0))
	if got := w.SelectedText(); got != "nobody tried to fix me" {
		t.Errorf("selected %q", got)
	}
	if last := told[len(told)-1]; last.Block != 1 || last.Span != (coding.Span{Start: 21, End: 43}) {
		t.Errorf("told of %+v", last)
	}
}

func TestDragBackwardsSelectsTheSame(t *testing.T) {
	w, _, _ := reader(t, ward)
	drag(w, place(t, w, ". We").SubtractXY(2, 0), place(t, w, "nobody").SubtractXY(2, 0))
	if got := w.SelectedText(); got != "nobody tried to fix me" {
		t.Errorf("selected %q", got)
	}
}

func TestDragStaysInTheBlockWhereItBegan(t *testing.T) {
	w, _, _ := reader(t, ward, "second", "third")
	drag(w, place(t, w, "helped"), place(t, w, "third"))
	if s := w.Selection(); s.Block != 0 || s.Span.End != utf8.RuneCountInString(ward) {
		t.Errorf("selected %+v", s)
	}
}

func TestDoubleClickSelectsTheWordAndTripleTheSentence(t *testing.T) {
	w, _, _ := reader(t, ward)
	at := place(t, w, "patient").AddXY(3, 0)
	press(w, at, 0)
	press(w, at, 0)
	if got := w.SelectedText(); got != "patient" {
		t.Errorf("double click selected %q", got)
	}
	press(w, at, 0)
	if got := w.SelectedText(); got != "We talked about a patient who died." {
		t.Errorf("triple click selected %q", got)
	}
}

func TestShiftClickExtendsTheSelection(t *testing.T) {
	w, _, _ := reader(t, ward)
	press(w, place(t, w, "surprised").SubtractXY(2, 0), 0)
	press(w, place(t, w, "nobody").SubtractXY(2, 0), fyne.KeyModifierShift)
	if got := w.SelectedText(); got != "surprised that " {
		t.Errorf("selected %q", got)
	}
}

func TestKeysExtendByCharacterWordLineAndText(t *testing.T) {
	ctrl := func(w *ui.CodedText, k fyne.KeyName) {
		w.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	}
	cases := []struct {
		name string
		do   func(w *ui.CodedText)
		want string
	}{
		{"characters", func(w *ui.CodedText) { shifted(w, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft) }, "I "},
		{"words", func(w *ui.CodedText) { ctrl(w, fyne.KeyRight); ctrl(w, fyne.KeyRight) }, "I was"},
		{"words back", func(w *ui.CodedText) { key(w, fyne.KeyEnd); ctrl(w, fyne.KeyLeft) }, "talked"},
		{"line end", func(w *ui.CodedText) { shifted(w, fyne.KeyEnd) }, "I was surprised that nobody tried to fix me. We talked"},
		{"text end", func(w *ui.CodedText) { ctrl(w, fyne.KeyEnd) }, ward},
		{"line down", func(w *ui.CodedText) { shifted(w, fyne.KeyDown) }, "I was surprised that nobody tried to fix me. We talked "},
		{"sentence", func(w *ui.CodedText) { key(w, fyne.KeyRight); w.SelectSentence() }, "I was surprised that nobody tried to fix me."},
		{"whole comment", func(w *ui.CodedText) { w.SelectBlock() }, ward},
		{"collapse", func(w *ui.CodedText) { w.SelectBlock(); key(w, fyne.KeyRight) }, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w, _, win := reader(t, ward)
			win.Resize(fyne.NewSize(640, 600))
			c.do(w)
			if got := w.SelectedText(); got != c.want {
				t.Errorf("selected %q, want %q", got, c.want)
			}
		})
	}
}

func TestSelectionNeverCutsACharacterOfSeveralCodePoints(t *testing.T) {
	for _, text := range []string{"a👩‍👩‍👧b", "cafe\u0301!", "🇩🇪🇫🇷", "👍🏽 good", "नमस्ते", "각각"} {
		w, _, _ := reader(t, text)
		n := utf8.RuneCountInString(text)
		for at := range n {
			w.Select(0, coding.Span{Start: at, End: at + 1})
			span := w.Selection().Span
			if strings.ContainsRune("\u200d\u0301\U0001f3fd", []rune(text)[span.Start]) || (span.End < n && strings.ContainsRune("\u200d\u0301\U0001f3fd", []rune(text)[span.End])) {
				t.Errorf("%q: selecting %d gives %v, which cuts a character", text, at, span)
			}
		}
		w.Select(0, coding.Span{})
		steps := 0
		for ; w.Selection().Span.End < n && steps < 50; steps++ {
			key(w, fyne.KeyRight)
		}
		for ; w.Selection().Span.End > 0 && steps > -50; steps-- {
			key(w, fyne.KeyLeft)
		}
		if steps != 0 {
			t.Errorf("%q: as many steps back as there were, but %d", text, steps)
		}
	}
}

func TestArrowsGoFromCommentToComment(t *testing.T) {
	w, _, _ := reader(t, "one", "two", "three")
	key(w, fyne.KeyDown, fyne.KeyDown)
	if w.CurrentBlock() != 2 {
		t.Errorf("caret is in block %d, want 2", w.CurrentBlock())
	}
	key(w, fyne.KeyDown, fyne.KeyUp)
	if w.CurrentBlock() != 1 {
		t.Errorf("caret is in block %d, want 1", w.CurrentBlock())
	}
}

func TestCopyPutsTheSelectionOnTheClipboard(t *testing.T) {
	w, _, _ := reader(t, ward)
	w.Select(0, coding.Span{Start: 6, End: 15})
	w.TypedShortcut(&fyne.ShortcutCopy{})
	if got := fyne.CurrentApp().Clipboard().Content(); got != "surprised" {
		t.Errorf("clipboard has %q", got)
	}
}

func TestScreenHearsShortcutsFirst(t *testing.T) {
	w, _, _ := reader(t, ward)
	var heard []string
	w.OnShortcut = func(s fyne.Shortcut) bool { heard = append(heard, s.ShortcutName()); return true }
	w.TypedShortcut(&fyne.ShortcutUndo{})
	w.TypedShortcut(&fyne.ShortcutSelectAll{})
	if fmt.Sprint(heard) != "[Undo SelectAll]" || w.SelectedText() != "" {
		t.Errorf("heard %v, selected %q", heard, w.SelectedText())
	}
}

func TestScreenHearsKeysFirst(t *testing.T) {
	w, _, _ := reader(t, "one", "two")
	var heard []string
	w.OnKey = func(ev *fyne.KeyEvent) bool { heard = append(heard, string(ev.Name)); return ev.Name == fyne.KeyDown }
	w.OnRune = func(r rune) bool { heard = append(heard, string(r)); return true }
	key(w, fyne.KeyDown)
	w.TypedRune('k')
	if fmt.Sprint(heard) != "[Down k]" || w.CurrentBlock() != 0 {
		t.Errorf("heard %v, caret in block %d", heard, w.CurrentBlock())
	}
}
