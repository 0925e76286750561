package ui

import (
	"fyne.io/fyne/v2"
)

// font is a size and style in which text is measured and drawn.
type font struct {
	size  float32
	style fyne.TextStyle
}

// width is how wide a text is drawn.
func (f font) width(text string) float32 {
	if text == "" {
		return 0
	}
	return fyne.MeasureText(text, f.size, f.style).Width
}

// height is how high one line is drawn.
func (f font) height() float32 { return fyne.MeasureText("Ág", f.size, f.style).Height }

// wordWidths remembers the widths of words: measuring a new word costs some
// ten microseconds, finding one again a tenth of one. Two generations bound
// it: words not met while a generation filled are forgotten.
type wordWidths struct {
	font         font
	young, older map[string]float32
}

// wordGeneration is how many different words one generation holds.
const wordGeneration = 1 << 15

// of is the width of a word.
func (w *wordWidths) of(word string) float32 {
	if px, ok := w.young[word]; ok {
		return px
	}
	px, ok := w.older[word]
	if !ok {
		px = w.font.width(word)
	}
	if len(w.young) >= wordGeneration || w.young == nil {
		w.older, w.young = w.young, make(map[string]float32)
	}
	w.young[word] = px
	return px
}

// ellipsis shortens a text to a width, ending in "…" where it was cut.
func ellipsis(text string, f font, width float32) string {
	if len(text) < 400 && f.width(text) <= width {
		return text
	}
	runes := firstRunes(text, int(max(8, width)))
	if len(string(runes)) == len(text) && f.width(text) <= width {
		return text
	}
	ends := clusterEnds(runes)
	low, high := 0, len(ends)
	for low < high {
		mid := (low + high + 1) / 2
		if f.width(string(runes[:ends[mid-1]])+"…") <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	if low == 0 {
		return "…"
	}
	return string(runes[:ends[low-1]]) + "…"
}

// firstRunes is the beginning of a text: no more than n code points, which is
// more than fit in n pixels.
func firstRunes(text string, n int) []rune {
	runes := make([]rune, 0, min(n, len(text)))
	for _, r := range text {
		if len(runes) == n {
			break
		}
		runes = append(runes, r)
	}
	return runes
}

// ellipsisStart shortens a text to a width from its beginning, as the words
// left of a hit are.
func ellipsisStart(text string, f font, width float32) string {
	if f.width(text) <= width {
		return text
	}
	runes := []rune(text)
	ends := clusterEnds(runes)
	low, high := 0, len(ends)
	for low < high {
		mid := (low + high) / 2
		if f.width("…"+string(runes[ends[mid]:])) <= width {
			high = mid
		} else {
			low = mid + 1
		}
	}
	if low >= len(ends) {
		return "…"
	}
	return "…" + string(runes[ends[low]:])
}
