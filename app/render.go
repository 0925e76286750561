package app

import (
	"context"
	"fmt"
	"image/png"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"concord/app/task"
)

// Render draws every screen of a project as a PNG into dir, with Fyne's
// software renderer and without a display, and returns the files in the order
// of the rail, Home last.
func Render(ctx context.Context, path, dir string, o Options) ([]string, error) {
	words, err := translate("")
	if err != nil {
		return nil, err
	}
	o.Words = words
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("make the folder for the pictures: %w", err)
	}
	o.Tasks = task.NewQueue().Runner()
	o.Light = !o.Dark
	s := New(test.NewApp(), o)
	r := &renderer{ctx: ctx, shell: s, dir: dir}
	p, err := openProject(ctx, path, s.mint)
	if err != nil {
		return nil, fmt.Errorf("open %q: %w", path, err)
	}
	s.enter(p)
	for _, room := range s.rooms() {
		s.Drain()
		s.Go(room.id)
		s.Drain()
		r.search(room.id)
		if sitter, ok := s.project.screens[room.id].(interface{ Pose() }); ok {
			sitter.Pose() // a screen that begins empty shows what it can do
			s.Drain()
		}
		r.draw(room.id)
	}
	s.CloseProject()
	s.Drain()
	r.draw(atHome)
	s.Close()
	return r.files, r.err
}

// renderer writes pictures until something goes wrong.
type renderer struct {
	ctx   context.Context
	shell *Shell
	dir   string
	files []string
	err   error
}

// search searches for what was saved first, so that the picture of Search shows
// what a search gives.
func (r *renderer) search(id placeID) {
	if id != atSearch || r.err != nil {
		return
	}
	searches, err := r.shell.Session().Searches(r.ctx)
	if err != nil {
		r.err = fmt.Errorf("draw the search: %w", err)
		return
	}
	if len(searches) > 0 {
		r.shell.ShowSearch(searches[0].Query)
		r.shell.Drain()
	}
}

// draw writes what the window shows now.
func (r *renderer) draw(id placeID) {
	if r.err == nil {
		r.err = r.ctx.Err()
	}
	if r.err != nil {
		return
	}
	// A window lays out anew what has grown; the software driver does so only
	// when its size changes.
	size := r.shell.window.Canvas().Size()
	r.shell.window.Resize(size.SubtractWidthHeight(40, 40))
	r.shell.window.Resize(size)
	r.shell.Drain()
	r.shell.frame.status.refresh()
	name := filepath.Join(r.dir, string(id)+".png")
	file, err := os.Create(name)
	if err != nil {
		r.err = fmt.Errorf("write a picture: %w", err)
		return
	}
	if err := png.Encode(file, r.shell.window.Canvas().Capture()); err != nil {
		r.err = fmt.Errorf("write picture %q: %w", name, err)
	}
	if err := file.Close(); err != nil && r.err == nil {
		r.err = fmt.Errorf("write picture %q: %w", name, err)
	}
	r.files = append(r.files, name)
}

// Drain waits until nothing is under way and brings in every outcome. It is for
// windows without a UI goroutine: pictures and tests.
func (s *Shell) Drain() {
	for range 3 { // an outcome of one runner may start a task of another
		s.tasks.Drain()
		if p := s.project; p != nil {
			p.tasks.Drain()
			s.settle()
			p.index.tasks.Drain()
		}
	}
}

// pictureSize is the size of pictures where none is asked for.
func pictureSize(width, height int) fyne.Size {
	if width <= 0 || height <= 0 {
		return fyne.NewSize(1440, 900)
	}
	return fyne.NewSize(float32(width), float32(height))
}
