package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Part is a stretch of a sentence in one style, or a widget that stands in it.
type Part struct {
	Text   string
	Bold   bool
	Muted  bool
	Struck bool
	// Apart keeps it from mixing with the words before it, where some of them run
	// from right to left.
	Apart bool
	// Tone colours the words; with Tint also the ground under them.
	Tone Tone
	Tint bool
	// Object, where set, stands in the sentence in place of Text.
	Object fyne.CanvasObject
}

// Words is a plain part.
func Words(text string) Part { return Part{Text: text} }

// BoldWords is a part in bold.
func BoldWords(text string) Part { return Part{Text: text, Bold: true} }

// MutedWords is a part in grey.
func MutedWords(text string) Part { return Part{Text: text, Muted: true} }

// Aside is a part in grey about the words before it: whose they are.
func Aside(text string) Part { return Part{Text: text, Muted: true, Apart: true} }

// Standing is a widget in a sentence: a choice, a link, a swatch, a chip.
func Standing(o fyne.CanvasObject) Part { return Part{Object: o} }

// Sentence is text in several styles with choices and links in it, wrapped
// like plain text. A part's own spaces are kept: "agree in " before a choice.
type Sentence struct {
	widget.BaseWidget
	TextSize fyne.ThemeSizeName
	parts    []Part
}

// NewSentence sets parts in a size.
func NewSentence(size fyne.ThemeSizeName, parts ...Part) *Sentence {
	s := &Sentence{TextSize: size, parts: parts}
	s.ExtendBaseWidget(s)
	return s
}

// SetParts shows another sentence.
func (s *Sentence) SetParts(parts ...Part) {
	s.parts = parts
	s.Refresh()
}

// CreateRenderer is for Fyne.
func (s *Sentence) CreateRenderer() fyne.WidgetRenderer {
	r := &sentenceRenderer{sentence: s}
	r.Refresh()
	return r
}

// sentenceRenderer keeps the words, each an object of its own.
type sentenceRenderer struct {
	sentence *Sentence
	words    []sentenceWord
	objects  []fyne.CanvasObject
	height   float32
	width    float32
	longest  float32
	turned   turnedSentence
}

// sentenceWord is one word or widget, the space after it and its ground.
type sentenceWord struct {
	object fyne.CanvasObject
	ground *canvas.Rectangle
	width  float32
	space  float32
	// text and spaces are what it says and how many spaces follow. It stands in the
	// whole sentence from start to end.
	text       string
	spaces     int
	start, end int
	// begins and closes say that a part begins or ends here which is kept apart.
	begins, closes bool
}

// Refresh takes the sentence apart into words.
func (r *sentenceRenderer) Refresh() {
	l := lookOf(r.sentence)
	size := l.size(r.sentence.TextSize)
	r.words, r.objects = r.words[:0], nil
	for _, part := range r.sentence.parts {
		if part.Object != nil {
			r.words = append(r.words, sentenceWord{object: part.Object, text: placeholder, width: part.Object.MinSize().Width})
			continue
		}
		f := font{size, fyne.TextStyle{Bold: part.Bold, Strikethrough: part.Struck}}
		ink := ColorText
		if part.Muted {
			ink = ColorMuted
		}
		if part.Tone != ToneNeutral {
			ink = part.Tone.ink()
		}
		first := len(r.words)
		for _, piece := range strings.SplitAfter(part.Text, " ") {
			word := strings.TrimRight(piece, " ")
			if piece == "" {
				continue
			}
			w := sentenceWord{width: f.width(word), space: f.width(piece) - f.width(word), text: word, spaces: len(piece) - len(word)}
			w.object = &canvas.Text{Text: word, TextSize: f.size, TextStyle: f.style, Color: l.color(ink)}
			if part.Tint {
				w.ground = canvas.NewRectangle(l.color(part.Tone.ground()))
			}
			r.words = append(r.words, w)
		}
		if last := len(r.words) - 1; part.Apart && last >= first {
			r.words[first].begins, r.words[last].closes = true, true
		}
	}
	r.longest = 0
	r.read()
	for _, w := range r.words {
		if w.ground != nil {
			r.objects = append(r.objects, w.ground)
		}
		r.longest = max(r.longest, w.width)
	}
	for _, w := range r.words {
		r.objects = append(r.objects, w.object)
	}
	r.width = 0
	r.Layout(r.sentence.Size())
	canvas.Refresh(r.sentence)
}

// Layout sets the words into lines.
func (r *sentenceRenderer) Layout(size fyne.Size) {
	r.width = size.Width
	wide := size.Width
	if wide <= 0 {
		wide = 1e6
	}
	line := font{lookOf(r.sentence).size(r.sentence.TextSize), fyne.TextStyle{}}.height()
	for _, w := range r.words {
		line = max(line, w.object.MinSize().Height)
	}
	if !r.turned.course.plain() {
		r.objects = nil
	}
	var x, y float32
	begun := 0
	for i, w := range r.words {
		if x > 0 && x+r.unbroken(i) > wide+0.5 {
			if !r.turned.course.plain() {
				r.layTurned(begun, i, wide, y, line)
			}
			x, y, begun = 0, y+line+2, i
		}
		if !r.turned.course.plain() {
			x += w.width + w.space
			continue
		}
		height := w.object.MinSize().Height
		place(w.object, x, y+(line-height)/2, w.width, height)
		if w.ground != nil {
			place(w.ground, x, y+(line-height)/2, w.width+w.space, height)
		}
		x += w.width + w.space
	}
	if !r.turned.course.plain() && len(r.words) > 0 {
		r.layTurned(begun, len(r.words), wide, y, line)
		canvas.Refresh(r.sentence)
	}
	r.height = y + line
}

// unbroken is the width from word i to the next space: what stands together.
func (r *sentenceRenderer) unbroken(i int) float32 {
	var width float32
	for ; i < len(r.words); i++ {
		width += r.words[i].width
		if r.words[i].space > 0 {
			break
		}
	}
	return width
}

// MinSize is the longest word's width and the height at the last width.
func (r *sentenceRenderer) MinSize() fyne.Size {
	var whole float32
	for _, w := range r.words {
		whole += w.width + w.space
	}
	return fyne.NewSize(max(r.longest, min(whole, wrappedLeast)), r.height)
}

// Objects are the grounds and the words.
func (r *sentenceRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy has nothing to release.
func (r *sentenceRenderer) Destroy() {}
