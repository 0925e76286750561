package app

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
)

// frame is what stands around a screen: rail, top bar, notice, status strip.
type frame struct {
	shell  *Shell
	root   *fyne.Container
	centre *fyne.Container
	rail   *ui.Rail
	top    *topBar
	notice *notice
	status *statusStrip
}

// newFrame builds the frame, empty.
func newFrame(s *Shell) *frame {
	f := &frame{shell: s, root: container.New(sheet{}), centre: container.NewStack()}
	var items []ui.RailItem
	for _, r := range s.rooms() {
		items = append(items, ui.RailItem{ID: string(r.id), Icon: r.icon, Word: r.word, Foot: r.foot})
	}
	f.rail = ui.NewRail(items, func(id string) { s.Go(placeID(id)) })
	f.top = newTopBar(s)
	f.notice = newNotice(s)
	f.status = newStatusStrip(s)
	return f
}

// sheet fills the window with each of its objects. It needs little room,
// whatever lies on it: a long message must not make the window grow.
type sheet struct{}

// Layout gives every object the whole size.
func (sheet) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
		o.Move(fyne.Position{})
	}
}

// MinSize is the least that people can work in.
func (sheet) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(800, 480) }

// showProject arranges the frame for an open project.
func (f *frame) showProject() {
	inner := ui.NewDock(ui.NewColumn(0, f.top.bar, f.notice.object), f.status.bar, nil, nil, f.centre)
	f.arrange(ui.NewDock(nil, nil, f.rail, nil, inner))
}

// showHome arranges the frame for Home, which has the window to itself.
func (f *frame) showHome() {
	f.arrange(ui.NewDock(f.notice.object, f.status.bar, nil, nil, f.centre))
}

// arrange puts the frame on its paper.
func (f *frame) arrange(content fyne.CanvasObject) {
	f.root.Objects = []fyne.CanvasObject{ui.NewGround(ui.ColorPaper), content}
	f.refreshBars()
}

// show puts a screen into the middle.
func (f *frame) show(screen Screen) {
	f.centre.Objects = []fyne.CanvasObject{screen.Object()}
	f.centre.Refresh()
	// A window takes notice of new objects with the next frame; a screen wants
	// to focus its first thing at once.
	if c, ok := f.shell.window.Canvas().(interface{ EnsureMinSize() bool }); ok {
		c.EnsureMinSize()
	}
}

// refreshBars brings the bars up to date with the project and the screen.
func (f *frame) refreshBars() {
	f.top.refresh()
	f.status.refresh()
	f.root.Refresh()
}

// rooms are the places of the rail, with Settings' key beside the numbers.
func (s *Shell) rooms() []room { return rooms() }

// room is a place of the rail, or nil.
func (s *Shell) room(id placeID) *room {
	for _, r := range s.rooms() {
		if r.id == id {
			return &r
		}
	}
	return nil
}

// numberKey is the key that leads to the n-th room, from 0.
func numberKey(n int) fyne.KeyName { return fyne.KeyName(strconv.Itoa(n + 1)) }

// current is the screen in view.
func (s *Shell) current() Screen {
	if s.project == nil {
		return s.home
	}
	return s.project.screens[s.shown]
}

// screen is an open project's screen, made when it is needed first.
func (s *Shell) screen(id placeID) Screen {
	made, found := s.project.screens[id]
	if !found {
		made = s.room(id).make(s)
		s.project.screens[id] = made
	}
	return made
}

// Go shows a place of the open project.
func (s *Shell) Go(id placeID) {
	if s.project == nil || s.room(id) == nil {
		return
	}
	s.closeFloating()
	s.window.Canvas().Unfocus()
	s.moved(id)
	s.Remember("place", string(id))
	screen := s.screen(id)
	s.frame.rail.Choose(string(id))
	s.keepSplits(id, screen.Object())
	s.frame.show(screen)
	screen.Shown()
	s.frame.status.refresh()
	s.window.SetTitle(s.project.info.Name + " – " + s.room(id).word + " – Concord")
}

// moved notes the place in view. What went wrong at another is not told here.
func (s *Shell) moved(id placeID) {
	if s.shown != id {
		s.frame.notice.close()
	}
	s.shown = id
}

// GoHome shows Home. An open project must have been left.
func (s *Shell) GoHome() {
	s.closeFloating()
	s.window.Canvas().Unfocus()
	s.moved(atHome)
	s.home = s.makeHome()
	s.frame.show(s.home) // before the frame is arranged: a screen can't draw without its project
	s.frame.showHome()
	s.home.Shown()
	s.frame.status.refresh()
	s.menu.refresh()
	s.window.SetTitle(lang.L("Concord"))
}
