package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// placeholder is what a widget in a sentence counts as among its characters.
const placeholder = "\ufffc"

// The marks between which a part of a sentence is kept apart.
const isolate, endIsolate = '\u2068', '\u2069'

// turnedSentence is a sentence with words from right to left: its characters, and
// how they run.
type turnedSentence struct {
	text     []rune
	clusters []int
	course   course
}

// read joins the sentence's words into one text, and finds how it runs.
func (r *sentenceRenderer) read() {
	r.turned = turnedSentence{}
	t := &r.turned
	for i := range r.words {
		w := &r.words[i]
		if w.begins {
			t.text = append(t.text, isolate)
		}
		w.start = len(t.text)
		t.text = append(t.text, []rune(w.text)...)
		w.end = len(t.text)
		for range w.spaces {
			t.text = append(t.text, ' ')
		}
		if w.closes {
			t.text = append(t.text, endIsolate)
		}
	}
	if turns(t.text) {
		t.clusters = clusterEnds(t.text)
		t.course = courseOf(t.text, t.clusters, startsRight(t.text))
	}
}

// layTurned sets the words of a line, from the first to before the last, strip by
// strip; a sentence that runs from right to left ends at the right edge.
func (r *sentenceRenderer) layTurned(first, last int, wide, y, height float32) {
	words := r.words[first:last]
	var whole float32
	for _, w := range words {
		whole += w.width + w.space
	}
	whole -= words[len(words)-1].space
	x := float32(0)
	if r.turned.course.right && wide < 1e6 {
		x = max(0, wide-whole)
	}
	for _, s := range stripsOf(r.turned.text, r.turned.clusters, r.turned.course, words[0].start, words[len(words)-1].end) {
		for i := range words {
			w := &words[i]
			if s.right {
				w = &words[len(words)-1-i]
			}
			gap := min(s.end, w.end+w.spaces) - max(s.start, w.end)
			wait := float32(0)
			if gap > 0 {
				wait = w.space * float32(gap) / float32(w.spaces)
			}
			if s.right {
				x += wait
			}
			if from, to := max(s.start, w.start), min(s.end, w.end); from < to {
				x += r.fragment(w, &s, from, to, x, y, height)
			}
			if !s.right {
				x += wait
			}
		}
	}
}

// fragment sets what of a strip is in a word, and returns how wide it is.
func (r *sentenceRenderer) fragment(w *sentenceWord, s *strip, from, to int, x, y, height float32) float32 {
	object, width := w.object, w.width
	if drawn, ok := w.object.(*canvas.Text); ok {
		f := font{drawn.TextSize, drawn.TextStyle}
		s.width = f.width(s.text)
		text, _ := s.cut(r.turned.text, f, from, to)
		width = f.width(text)
		object = &canvas.Text{Text: text, TextSize: f.size, TextStyle: f.style, Color: drawn.Color}
	}
	if w.ground != nil {
		ground := canvas.NewRectangle(w.ground.FillColor)
		place(ground, x, y+(height-object.MinSize().Height)/2, width, object.MinSize().Height)
		r.objects = append([]fyne.CanvasObject{ground}, r.objects...)
	}
	place(object, x, y+(height-object.MinSize().Height)/2, width, object.MinSize().Height)
	r.objects = append(r.objects, object)
	return width
}
