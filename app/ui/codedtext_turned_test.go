package ui_test

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/clipperhouse/uax29/v2/graphemes"
	"pgregory.net/rapid"

	"concord/app/ui"
	"concord/coding"
)

// stands is what a painted text shows from left to right: its words and signs,
// without spaces and the marks that hold them in place.
func stands(painted string) string {
	if !strings.Contains(painted, "\u200e") {
		return painted
	}
	var found []string
	for strip := range strings.SplitSeq(painted, "\u200e") {
		strip = strings.TrimSpace(strings.NewReplacer("\u200f", "", "\u202d", "", "\u202e", "", "\u202c", "").Replace(strip))
		if strip != "" {
			found = append(found, strip)
		}
	}
	return strings.Join(found, "·")
}

// painted are the texts on screen in a size, in the order in which they are drawn.
func painted(o fyne.Widget, size float32) []*canvas.Text {
	var found []*canvas.Text
	for _, o := range test.WidgetRenderer(o).Objects() {
		if text, ok := o.(*canvas.Text); ok && text.TextSize == size && text.Text != "" {
			found = append(found, text)
		}
	}
	return found
}

// selected are the rectangles under the selection.
func selected(w *ui.CodedText) []*canvas.Rectangle {
	return filled(w, (&ui.Theme{}).Color(ui.ColorSelection, fyne.CurrentApp().Settings().ThemeVariant()))
}

// filled are the rectangles of a colour.
func filled(w *ui.CodedText, fill color.Color) []*canvas.Rectangle {
	var found []*canvas.Rectangle
	for _, o := range test.WidgetRenderer(w).Objects() {
		if r, ok := o.(*canvas.Rectangle); ok && r.FillColor == fill {
			found = append(found, r)
		}
	}
	return found
}

// where are the horizontal ranges of rectangles, rounded.
func where(rects []*canvas.Rectangle) string {
	var found []string
	for _, r := range rects {
		found = append(found, fmt.Sprintf("%.0f+%.0f@%.0f", r.Position().X, r.Size().Width, math.Floor(float64(r.Position().Y)/27)))
	}
	return strings.Join(found, " ")
}

// span finds a part of a text, in code points.
func span(t testing.TB, text, part string) coding.Span {
	t.Helper()
	before, _, found := strings.Cut(text, part)
	if !found {
		t.Fatalf("%q is not in %q", part, text)
	}
	start := len([]rune(before))
	return coding.Span{Start: start, End: start + len([]rune(part))}
}

var turned = []struct{ name, text, want string }{
	{"hebrew", "שלום עולם", "עולם·שלום"},
	{"arabic with brackets, digits, a comma and latin", "قال (نعم) في 2024، ABC!", "!·ABC·،·2024·في·)·نعم·(·قال"},
	{"arabic with quotes", "«لا تقلق»", "»·تقلق·لا·«"},
	{"hebrew with a digit and a question mark", "יש 3 ילדים?", "?·ילדים·3·יש"},
	{"a number in brackets of latin", "הקורס (Zoom 12) נפל", "נפל·)·Zoom 12·(·הקורס"},
	{"persian with digits and a joiner", "می\u200cخواهم ۱۲ و ۱۳", "۱۳·و·۱۲·می\u200cخواهم"},
	{"arabic digits", "من ١٢ إلى ١٣", "١٣·إلى·١٢·من"},
	{"a percentage after arabic", "بنسبة 50%!", "!·%·50·بنسبة"},
	{"a date stays whole", "في 12/10/2024 كان", "كان·12/10/2024·في"},
	{"an address", "زوروا https://a.example/b?c=1 الآن", "الآن·https://a.example/b?c=1·زوروا"},
	{"a number beside hebrew in latin", "see שלום עולם 12 now", "see·12·עולם·שלום·now"},
	{"a number with a separator beside hebrew in latin", "at שלום 1,234.5, ok", "at·1,234.5·שלום·, ok"},
	{"arabic digits before arabic in latin", "with ١٢ سلام now", "with·سلام·١٢·now"},
	{"latin digits before hebrew in latin", "with 12 שלום now", "with 12·שלום·now"},
	{"emoji are kept whole", "אב 👩‍👩‍👧😅 גד", "גד·😅·👩‍👩‍👧·אב"},
	{"combining marks stay with their letters", "مُحَمَّدٌ.", ".·مُحَمَّدٌ"},
	{"chinese", "感觉 שלום 好", "感觉·שלום·好"},
	{"two scripts from right to left", "שלוםسلام", "سلام·שלום"},
	{"nested isolates", "It is \u2067אבג \u2066C++\u2069 דהו\u2069 now", "It is·דהו·C++·אבג·now"},
	{"a mark after latin", "ABC\u200f! שלום", "ABC·שלום·!"},
	{"neutral signs alone", "!? 12", "!? 12"},
}

func TestLinesStandInVisualOrder(t *testing.T) {
	for _, c := range turned {
		t.Run(c.name, func(t *testing.T) {
			w, _, _ := reader(t, c.text)
			lines := painted(w, 16)
			if len(lines) != 1 || stands(lines[0].Text) != c.want {
				t.Errorf("%q stands as %q, want %q", c.text, stands(lines[0].Text), c.want)
			}
		})
	}
}

func TestParagraphsFromRightToLeftEndAtTheRightEdge(t *testing.T) {
	words := strings.Repeat("شعرت أنني لست وحدي (3 مرات) في هذا الخوف. ", 6)
	w, _, _ := reader(t, words+"\nLatin in between\n"+"ABC שלום", strings.Repeat("Latin words come first, ", 8)+"שלום")
	var rights, lefts []float32
	for _, line := range painted(w, 16) {
		if r := line.Position().X + line.MinSize().Width; strings.HasPrefix(stands(line.Text), "Latin") || strings.HasPrefix(stands(line.Text), "ABC") {
			lefts = append(lefts, line.Position().X)
		} else if strings.ContainsRune(line.Text, 'ش') {
			rights = append(rights, r)
		}
	}
	for _, r := range rights {
		if math.Abs(float64(r-rights[0])) > 0.5 {
			t.Errorf("lines end at %v", rights)
		}
	}
	for _, l := range lefts {
		if l != lefts[0] || l > 40 {
			t.Errorf("lines begin at %v", lefts)
		}
	}
	if len(rights) < 4 || len(lefts) < 3 || rights[0] < 500 {
		t.Errorf("lines end at %v, begin at %v", rights, lefts)
	}
}

func TestPaintedLineIsAsWideAsTheSelectionOfIt(t *testing.T) {
	for _, c := range turned {
		w, _, _ := reader(t, c.text)
		w.SelectBlock()
		rects := selected(w)
		last := rects[len(rects)-1]
		selected := last.Position().X + last.Size().Width - rects[0].Position().X
		if drawn := painted(w, 16)[0].MinSize().Width; math.Abs(float64(drawn-selected)) > 0.5 {
			t.Errorf("%q is painted %v wide, and %v selected", c.text, drawn, selected)
		}
	}
}

func TestALongParagraphKeepsItsDirectionToItsEnd(t *testing.T) {
	text := "שלום " + strings.Repeat("Latin words follow one another. ", 400)
	w, _, _ := reader(t, text)
	w.Select(0, coding.Span{Start: len([]rune(text)) - 2, End: len([]rune(text)) - 1})
	lines := painted(w, 16)
	for _, line := range lines {
		if right := line.Position().X + line.MinSize().Width; right < 500 {
			t.Errorf("%q ends at %v", line.Text, right)
		}
	}
}

func TestSelectionHasARectangleForEachStretchOfALine(t *testing.T) {
	text := "abc שלום עולם 12 def"
	cases := []struct {
		part string
		want int
	}{{"abc", 1}, {"שלום", 1}, {"שלום עולם", 1}, {"c שלו", 2}, {"עולם 12", 1}, {"12 d", 2}, {text, 1}}
	for _, c := range cases {
		w, _, _ := reader(t, text)
		w.Select(0, span(t, text, c.part))
		if got := selected(w); len(got) != c.want {
			t.Errorf("%q has %d rectangles, want %d: %s", c.part, len(got), c.want, where(got))
		}
	}
}

func TestBandsStandWhereTheSelectionOfTheSameWordsStands(t *testing.T) {
	for _, c := range turned {
		n := len([]rune(c.text))
		for _, s := range []coding.Span{{Start: 0, End: n}, {Start: n / 3, End: n}, {Start: 1, End: 2 * n / 3}} {
			w, blocks, _ := reader(t, c.text)
			w.Select(0, s)
			want := where(selected(w))
			blocks.marks[0] = []ui.Mark{{ID: "m", Name: "M", Hex: ui.CodeHex(0), Span: w.Selection().Span}}
			w.ClearSelection()
			w.RefreshBlocks(0)
			ink := ui.CodeColorHex(ui.CodeHex(0), false)
			r, g, b, _ := ink.RGBA()
			bands := filled(w, color.NRGBA{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8), A: 51})
			if got := where(bands); got != want {
				t.Errorf("%q: the band of %v stands at %s, the selection at %s", c.text, s, got, want)
			}
		}
	}
}

func TestDoubleClickSelectsAWordFromRightToLeft(t *testing.T) {
	text := "قال لي الطبيب (بعد 3 أسابيع): شكراً email الآن."
	for _, word := range []string{"قال", "الطبيب", "أسابيع", "email", "الآن", "3"} {
		w, _, _ := reader(t, text)
		w.Select(0, span(t, text, word))
		r := selected(w)[0]
		at := r.Position().AddXY(r.Size().Width*0.3, 12)
		press(w, at, 0)
		press(w, at, 0)
		if got := w.SelectedText(); got != word {
			t.Errorf("double click on %q selected %q", word, got)
		}
	}
}

func TestArrowsFollowTheDirectionOfTheParagraph(t *testing.T) {
	ctrl := func(w *ui.CodedText, k fyne.KeyName) {
		w.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	}
	text := "قال لي email الآن"
	cases := []struct {
		name string
		do   func(w *ui.CodedText)
		want string
	}{
		{"left leads on", func(w *ui.CodedText) { shifted(w, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyRight) }, "قا"},
		{"also through latin", func(w *ui.CodedText) {
			w.Select(0, coding.Span{Start: 7, End: 7})
			shifted(w, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
		}, "ema"},
		{"words", func(w *ui.CodedText) { ctrl(w, fyne.KeyLeft); ctrl(w, fyne.KeyLeft) }, "قال لي"},
		{"words back", func(w *ui.CodedText) { key(w, fyne.KeyEnd); ctrl(w, fyne.KeyRight) }, "الآن"},
		{"end", func(w *ui.CodedText) { shifted(w, fyne.KeyEnd) }, text},
		{"home", func(w *ui.CodedText) { key(w, fyne.KeyEnd); shifted(w, fyne.KeyHome) }, text},
		{"collapse", func(w *ui.CodedText) { w.SelectBlock(); key(w, fyne.KeyLeft); shifted(w, fyne.KeyRight) }, "ن"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w, _, _ := reader(t, text)
			c.do(w)
			if got := w.SelectedText(); got != c.want {
				t.Errorf("selected %q, want %q", got, c.want)
			}
		})
	}
}

func TestCaretStandsWhereItWasClicked(t *testing.T) {
	text := "abc שלום def"
	w, _, _ := reader(t, text)
	key(w, fyne.KeyHome)
	w.FocusGained()
	for x := float32(40); x < 120; x += 3 {
		away(w)
		press(w, fyne.NewPos(x, 45), 0)
		if at, _, _ := w.Caret(); math.Abs(float64(at.X-x)) > 8 {
			t.Errorf("clicked at %v, the caret stands at %v", x, at.X)
		}
	}
}

func TestDraggedEdgeFollowsWordsFromRightToLeft(t *testing.T) {
	text := "قال لي الطبيب شكراً"
	w, blocks, _ := reader(t, text)
	blocks.marks[0] = []ui.Mark{{ID: "m", Name: "M", Hex: ui.CodeHex(0), Span: span(t, text, "لي الطبيب")}}
	w.RefreshBlocks(0)
	w.Select(0, span(t, text, "الطبيب"))
	end, y := selected(w)[0].Position().X, selected(w)[0].Position().Y+10
	w.Select(0, span(t, text, "شكراً"))
	far := selected(w)[0].Position().X
	w.ClearSelection()
	var got coding.Span
	w.OnMove = func(_ int, _ string, span coding.Span) { got = span }
	w.SelectMark(0, "m")
	drag(w, fyne.NewPos(end+1, y), fyne.NewPos(far+1, y))
	if got != span(t, text, "لي الطبيب شكراً") {
		t.Errorf("moved to %v", got)
	}
}

// away clicks where there is nothing, so that the next click is a first one.
func away(w *ui.CodedText) { press(w, fyne.NewPos(20, 590), 0) }

// anyText draws a text of pieces in several scripts.
func anyText() *rapid.Generator[string] {
	pieces := []string{
		"שלום", "עולם", "سلام", "لا", "مُحَمَّدٌ", "می\u200cخواهم", "گفت", "word", "Latin", "café", "cafe\u0301", "12", "1,234.5", "١٢", "۱۳", "50%",
		" ", " ", " ", " ", "\n", "(", ")", "[", "]", "«", "»", "\"", "!", "?", "،", ".", ", ", "-", "/", ":",
		"👩‍👩‍👧", "😅", "👍🏽", "❤️", "🇩🇪", "感觉", "如何。", "각", "नमस्ते", "\u200f", "\u200e", "\u2067", "\u2069", "\u202b", "\u202c", "\t", "\u00a0", "3\ufe0f\u20e3", "٣\u0301", " \u0301",
	}
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 40).Draw(t, "pieces"), "")
	})
}

func TestEveryCharacterIsSelectedByDraggingOverItsPlace(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&ui.Theme{Mode: ui.ModeLight})
	rapid.Check(t, func(rt *rapid.T) {
		text := anyText().Draw(rt, "text")
		w := ui.NewCodedText(&texts{all: []string{text}})
		test.WidgetRenderer(w)
		w.Resize(fyne.NewSize(float32(rapid.IntRange(420, 800).Draw(rt, "width")), 900))
		at := 0
		for it := graphemes.FromString(text); it.Next(); {
			s := coding.Span{Start: at, End: at + len([]rune(it.Value()))}
			at = s.End
			w.Select(0, s)
			if w.Selection().Span != s {
				rt.Fatalf("selecting %v of %q gives %v", s, text, w.Selection().Span)
			}
			rects := selected(w)
			if len(rects) != 1 || rects[0].Size().Width < 2 {
				if len(rects) > 1 {
					rt.Fatalf("%q of %q has %d rectangles", it.Value(), text, len(rects))
				}
				continue // a space at a line's end, a mark without width
			}
			from, width := rects[0].Position().AddXY(0.3, 12), rects[0].Size().Width-0.6
			away(w)
			drag(w, from, from.AddXY(width, 0))
			if got := w.Selection().Span; got != s {
				rt.Fatalf("dragging over %q at %v of %q selects %v", it.Value(), s, text, got)
			}
			away(w)
			drag(w, from.AddXY(width, 0), from)
			if got := w.Selection().Span; got != s {
				rt.Fatalf("dragging back over %q at %v of %q selects %v", it.Value(), s, text, got)
			}
		}
	})
}

func TestNoDragCutsACharacter(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&ui.Theme{Mode: ui.ModeLight})
	rapid.Check(t, func(rt *rapid.T) {
		text := anyText().Draw(rt, "text")
		w := ui.NewCodedText(&texts{all: []string{text}})
		test.WidgetRenderer(w)
		w.Resize(fyne.NewSize(500, 600))
		borders, at := map[int]bool{0: true}, 0
		for it := graphemes.FromString(text); it.Next(); {
			at += len([]rune(it.Value()))
			borders[at] = true
		}
		place := func(name string) fyne.Position {
			return fyne.NewPos(rapid.Float32Range(0, 480).Draw(rt, name+" x"), rapid.Float32Range(20, 220).Draw(rt, name+" y"))
		}
		for range 12 {
			away(w)
			drag(w, place("from"), place("to"))
			if s := w.Selection().Span; !borders[s.Start] || !borders[s.End] {
				rt.Fatalf("dragging over %q selects %v", text, s)
			}
		}
	})
}
