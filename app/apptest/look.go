package apptest

import (
	"image/png"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"concord/app/ui"
)

// Facts are what the screen says of itself.
func (s *Shell) Facts() map[string]any { return s.screen.TraceFacts() }

// Thing is a thing of the screen by its name.
func (s *Shell) Thing(name string) fyne.CanvasObject {
	s.TB.Helper()
	thing, found := s.screen.TraceThings()[name]
	if !found {
		s.TB.Fatalf("the screen has no %q", name)
	}
	return thing
}

// Reads is all that stands on the screen, and in the boxes over it, a line each.
func (s *Shell) Reads() string {
	var said []string
	for o := range s.things() {
		if words := wordsOf(o); words != "" {
			said = append(said, words)
		}
	}
	return strings.Join(said, "\n")
}

// wordsOf are an object's own words, which is what the trace calls it.
func wordsOf(o fyne.CanvasObject) string {
	switch w := o.(type) {
	case interface{ TraceName() string }:
		return w.TraceName()
	case *ui.Text:
		return w.Text
	case *ui.Chip:
		return w.Text
	case *canvas.Text:
		return w.Text
	}
	return ""
}

// lineOf are the words of a menu's line, which is Fyne's own widget.
func lineOf(o fyne.CanvasObject) string {
	w, ok := o.(fyne.Widget)
	if !ok || wordsOf(o) != "" {
		return ""
	}
	for _, child := range test.WidgetRenderer(w).Objects() {
		if text, ok := child.(*canvas.Text); ok {
			return text.Text
		}
	}
	return ""
}

// things are all objects that are to be seen: the screen's, then those of what
// lies over it; each before what it holds.
func (s *Shell) things() iter.Seq[fyne.CanvasObject] {
	return func(yield func(fyne.CanvasObject) bool) {
		over := s.window.Canvas().Overlays().List()
		for _, tree := range append([]fyne.CanvasObject{s.window.Canvas().Content()}, over...) {
			if !each(tree, yield) {
				return
			}
		}
	}
}

// each goes through an object and what it holds, as far as they are to be seen.
func each(o fyne.CanvasObject, yield func(fyne.CanvasObject) bool) bool {
	if o == nil || !o.Visible() {
		return true
	}
	if !yield(o) {
		return false
	}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		if !each(child, yield) {
			return false
		}
	}
	return true
}

// Sound says that nothing may have failed so far.
func (s *Shell) Sound() {
	s.TB.Helper()
	for _, err := range s.Failed {
		s.TB.Error(err)
	}
}

// Save keeps a picture of the window where CONCORD_PICTURES names a folder.
func (s *Shell) Save(name string) {
	s.TB.Helper()
	folder := os.Getenv("CONCORD_PICTURES")
	if folder == "" {
		return
	}
	file, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		s.TB.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, s.window.Canvas().Capture()); err != nil {
		s.TB.Fatal(err)
	}
}
