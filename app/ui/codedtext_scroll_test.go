package ui_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"concord/app/ui"
	"concord/coding"
)

// wheel scrolls down by pixels.
func wheel(w *ui.CodedText, down float32) {
	w.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -down)})
}

// vocabulary makes texts that differ in every block.
func vocabulary(n int) []string {
	random := rand.New(rand.NewPCG(1, 2))
	words := make([]string, n)
	for i := range words {
		letters := make([]byte, 2+random.IntN(9))
		for j := range letters {
			letters[j] = "etaoinshrdlucmfw"[random.IntN(16)]
		}
		words[i] = string(letters)
	}
	return words
}

// essay is a text of some words.
func essay(random *rand.Rand, words []string, n int) string {
	var text strings.Builder
	for i := range n {
		if i > 0 {
			text.WriteByte(' ')
		}
		text.WriteString(words[random.IntN(len(words))])
		if random.IntN(12) == 0 {
			text.WriteByte('.')
		}
	}
	return text.String()
}

// seen are the lines of text on screen and where they stand.
func seen(w *ui.CodedText) map[string]float32 {
	found := map[string]float32{}
	for _, o := range test.WidgetRenderer(w).Objects() {
		if text, ok := o.(*canvas.Text); ok && text.TextSize == 16 {
			found[text.Text] = text.Position().Y
		}
	}
	return found
}

func TestScrollingMovesEveryLineByExactlyThatMuch(t *testing.T) {
	words := vocabulary(4000)
	rapid.Check(t, func(rt *rapid.T) {
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 1))
		all := make([]string, 60)
		for i := range all {
			all[i] = essay(random, words, 1+random.IntN(220))
			if random.IntN(5) == 0 {
				all[i] = strings.ReplaceAll(all[i], ". ", "\n")
			}
		}
		w := ui.NewCodedText(&texts{all: all})
		w.Resize(fyne.NewSize(700, 500))
		w.ScrollTo(rapid.IntRange(5, 50).Draw(rt, "block"), coding.Span{})
		for range 12 {
			by := float32(rapid.IntRange(-300, 300).Draw(rt, "by"))
			before := seen(w)
			wheel(w, by)
			after, moved := seen(w), 0
			for line, y := range before {
				if now, ok := after[line]; ok && len(line) > 20 {
					moved++
					if diff := y - now - by; diff > 0.51 || diff < -0.51 {
						if first, last := w.VisibleBlocks(); first > 0 && last < len(all)-1 {
							rt.Fatalf("scrolled by %v, but %q moved by %v", by, line, y-now)
						}
					}
				}
			}
			if moved == 0 && by > -200 && by < 200 {
				rt.Fatalf("scrolled by %v, and no line stayed on screen", by)
			}
		}
	})
}

func TestEveryLineIsReachedOnceByScrollingDown(t *testing.T) {
	words := vocabulary(3000)
	random := rand.New(rand.NewPCG(3, 4))
	all := make([]string, 40)
	for i := range all {
		all[i] = fmt.Sprintf("begin%03d %s end%03d", i, essay(random, words, random.IntN(150)), i)
	}
	w := ui.NewCodedText(&texts{all: all})
	window(t, w, 700, 400)
	found := map[string]bool{}
	for range 400 {
		for line := range seen(w) {
			for word := range strings.FieldsSeq(line) {
				found[word] = true
			}
		}
		wheel(w, 60)
	}
	for i := range all {
		if !found[fmt.Sprintf("begin%03d", i)] || !found[fmt.Sprintf("end%03d", i)] {
			t.Errorf("block %d was not shown whole", i)
		}
	}
	if _, last := w.VisibleBlocks(); last != len(all)-1 {
		t.Errorf("the end shows block %d", last)
	}
}

func TestScrollingBackFromTheEndComesToTheBeginning(t *testing.T) {
	words, random := vocabulary(3000), rand.New(rand.NewPCG(5, 6))
	all := make([]string, 300)
	for i := range all {
		all[i] = essay(random, words, 1+random.IntN(120))
	}
	w := ui.NewCodedText(&texts{all: all})
	window(t, w, 700, 400)
	top := seen(w)
	wheel(w, 1e7)
	if _, last := w.VisibleBlocks(); last != 299 {
		t.Fatalf("the end shows block %d", last)
	}
	for range 3000 {
		wheel(w, -60)
	}
	if first, _ := w.VisibleBlocks(); first != 0 || fmt.Sprint(seen(w)) != fmt.Sprint(top) {
		t.Errorf("the beginning shows block %d", first)
	}
}

func TestNarrowerWindowKeepsTheFirstLineOnScreen(t *testing.T) {
	words, random := vocabulary(3000), rand.New(rand.NewPCG(7, 8))
	all := make([]string, 200)
	for i := range all {
		all[i] = fmt.Sprintf("begin%03d %s", i, essay(random, words, 40+random.IntN(120)))
	}
	w := ui.NewCodedText(&texts{all: all})
	win := window(t, w, 900, 500)
	w.ScrollTo(120, coding.Span{Start: 60, End: 70})
	first, _ := w.VisibleBlocks()
	win.Resize(fyne.NewSize(520, 500))
	if now, _ := w.VisibleBlocks(); now != first {
		t.Errorf("the first block on screen was %d and is %d", first, now)
	}
}

func TestOnlyBlocksNearTheScreenAreAskedFor(t *testing.T) {
	all := make([]string, 100_000)
	for i := range all {
		all[i] = fmt.Sprintf("Comment %d, which says something short.", i)
	}
	blocks := &texts{all: all, asked: map[int]int{}}
	w := ui.NewCodedText(blocks)
	window(t, w, 800, 600)
	w.ScrollTo(70_000, coding.Span{Start: 3, End: 7})
	if len(blocks.asked) > 60 || blocks.asked[70_000] != 1 {
		t.Errorf("asked for %d blocks", len(blocks.asked))
	}
	if first, last := w.VisibleBlocks(); first > 70_000 || last < 70_000 {
		t.Errorf("blocks %d to %d are on screen", first, last)
	}
}

func TestScrollToInALongDocumentShowsThePlace(t *testing.T) {
	words, random := vocabulary(5000), rand.New(rand.NewPCG(9, 10))
	var text strings.Builder
	for text.Len() < 400_000 {
		text.WriteString(essay(random, words, 10+random.IntN(90)))
		text.WriteString("\n")
	}
	document := text.String() + "here is the needle" + text.String()
	w, _, _ := reader(t, document)
	at := utf8.RuneCountInString(text.String())
	w.Select(0, coding.Span{Start: at + 12, End: at + 18})
	if got := w.SelectedText(); got != "needle" {
		t.Fatalf("selected %q", got)
	}
	if y := place(t, w, "needle").Y; y < 0 || y > 600 {
		t.Errorf("the needle stands at %v", y)
	}
	before := seen(w)
	wheel(w, -90)
	wheel(w, 90)
	if after := seen(w); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Error("scrolling there and back shows something else")
	}
}

func TestOnVisibleTellsOfTheBlocksOnScreenWhenTheyChange(t *testing.T) {
	all := make([]string, 50)
	for i := range all {
		all[i] = "A short comment."
	}
	w := ui.NewCodedText(&texts{all: all})
	var told []string
	w.OnVisible = func(first, last int) { told = append(told, fmt.Sprint(first, "-", last)) }
	window(t, w, 800, 400)
	wheel(w, 1)
	n := len(told)
	wheel(w, 1)
	if n == 0 || len(told) != n {
		t.Errorf("told of %v", told)
	}
}

func TestNothingToShowIsNoTrouble(t *testing.T) {
	w, _, win := reader(t)
	wheel(w, 100)
	key(w, fyne.KeyDown, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyEscape)
	press(w, fyne.NewPos(100, 100), 0)
	w.Select(3, coding.Span{Start: 1, End: 2})
	w.GoTo(4)
	w.SelectSentence()
	win.Canvas().Capture()
	if s := w.Selection(); s != (ui.Selection{}) {
		t.Errorf("selected %+v", s)
	}
}

func TestTextsOfOtherScriptsAreShownWhole(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("第一次有人问我感觉如何，而不是问我诊断是什么。", 8),
		strings.Repeat("شعرت أنني لست وحدي في هذا الخوف. ", 8),
		strings.Repeat("👩‍👩‍👧😅", 60),
		"\n\nafter two empty lines\n", "", "\t a tab",
	} {
		w, _, win := reader(t, text)
		shown := 0
		for line := range seen(w) {
			shown += len(strings.Fields(line))
		}
		if shown < len(strings.Fields(text))/4 {
			t.Errorf("%.20q: %d words on screen", text, shown)
		}
		w.SelectBlock()
		if got := w.SelectedText(); got != text {
			t.Errorf("%.20q: whole selection has %d bytes of %d", text, len(got), len(text))
		}
		for y := float32(0); y < 300; y += 20 {
			drag(w, fyne.NewPos(40, 60), fyne.NewPos(400, y))
		}
		win.Canvas().Capture()
	}
}
