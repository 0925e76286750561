package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/assets"
	"concord/coding"
)

// Shell is what Home needs of the window.
type Shell interface {
	Window() fyne.Window
	Recent() []Recent
	Forget(path string)
	NewProject()
	OpenProject()
	OpenPath(path string)
	OpenSample()
	HasSample() bool
	Clock
}

// Screen is Home.
type Screen struct {
	shell  Shell
	object fyne.CanvasObject
	recent *fyne.Container
	// ways are the cards by their titles.
	ways map[string]fyne.CanvasObject
}

// The widths of Home's two columns and of the gap between them.
const (
	beginWidth  = 300
	columnGap   = 36
	recentWidth = 460
)

// New builds Home.
func New(shell Shell) *Screen {
	s := &Screen{shell: shell, recent: ui.NewColumn(0), ways: map[string]fyne.CanvasObject{}}
	begin := ui.NewColumn(ui.Space3, ui.NewHeading(lang.L("Begin")))
	way := func(title, about, key string, do func()) *ui.Card {
		c := card(title, about, key, do)
		s.ways[title] = c
		begin.Add(c)
		return c
	}
	way(lang.L("New project"), lang.L("from a survey export or documents"), "Ctrl N", shell.NewProject)
	way(lang.L("Open"), lang.L("a project on this computer"), "Ctrl O", shell.OpenProject)
	if shell.HasSample() {
		way(lang.L("Open the sample study"), lang.L("58 students, two coders, ten minutes"), "", shell.OpenSample).Strong = true
	}
	drop := ui.NewCard(ui.NewInset(ui.Space3, ui.NewText(lang.L("Drop a CSV, Excel, text or project file here"), ui.SizeExplain, ui.ColorMuted).Centered()))
	drop.Dashed = true
	right := ui.NewColumn(ui.Space3, ui.NewHeading(lang.L("Recent")), s.recent, ui.NewSpace(0, ui.Space1), drop)
	columns := container.New(top{}, ui.NewSized(beginWidth, 0, begin), ui.NewSpace(columnGap, 0), ui.NewSized(recentWidth, 0, right))
	page := ui.NewColumn(0,
		ui.NewSpace(0, 100),
		container.NewCenter(head()),
		ui.NewSpace(0, ui.Space4),
		ui.NewText(lang.L("Read what people wrote, code it together, and show how far you agree."), ui.SizeReading, ui.ColorMuted).Centered(),
		ui.NewSpace(0, 40),
		container.NewCenter(columns),
		ui.NewSpace(0, 40),
	)
	s.object = ui.NewScrolled(page)
	return s
}

// head is the mark and the name.
func head() fyne.CanvasObject {
	mark := canvas.NewImageFromResource(fyne.NewStaticResource("concord.svg", assets.Icon()))
	mark.FillMode = canvas.ImageFillContain
	return ui.NewRow(ui.Space4, ui.NewSized(46, 46, mark), ui.NewText(lang.L("Concord"), ui.SizeHeadline, ui.ColorText).Bold())
}

// card is one way to begin.
func card(title, about, key string, do func()) *ui.Card {
	heading := ui.NewText(title, ui.SizeWork, ui.ColorText).Bold()
	var first fyne.CanvasObject = heading
	if key != "" {
		first = ui.NewStretchRow(ui.Space2, 0, heading, ui.NewKeyCap(key))
	}
	return ui.NewTappableCard(ui.NewColumn(ui.Space1, first, ui.NewText(about, ui.SizeExplain, ui.ColorMuted).Wrapped()), do)
}

// Object is the whole of Home.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Shown lists the recent projects.
func (s *Screen) Shown() {
	s.recent.Objects = nil
	for _, r := range s.shell.Recent() {
		s.recent.Add(newRow(s, r))
	}
	if len(s.recent.Objects) == 0 {
		s.recent.Add(ui.NewInsetSides(ui.Space3, 0, ui.Space3, 0, ui.NewMuted(lang.L("Projects that you open are listed here."))))
	}
	s.object.Refresh()
}

// Changed changes nothing: no project is open here.
func (s *Screen) Changed([]coding.Event) {}

// Key moves among what can be chosen.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown:
		s.shell.Window().Canvas().FocusNext()
	case fyne.KeyUp:
		s.shell.Window().Canvas().FocusPrevious()
	default:
		return false
	}
	return true
}

// Rune uses no character.
func (s *Screen) Rune(rune) bool { return false }

// Shortcut uses no combination.
func (s *Screen) Shortcut(fyne.Shortcut) bool { return false }

// Hints are none: the keys stand on the cards.
func (s *Screen) Hints() []ui.Hint { return nil }

// Commands open the recent projects.
func (s *Screen) Commands() []ui.Command {
	var all []ui.Command
	for _, r := range s.shell.Recent() {
		all = append(all, ui.Command{
			Name: lang.L("Open {{.Name}}", map[string]any{"Name": r.Name}),
			Do:   func() { s.shell.OpenPath(r.Path) },
		})
	}
	return all
}

// top sets objects side by side, all at the top.
type top struct{}

// Layout places the objects.
func (top) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x float32
	for _, o := range objects {
		width := o.MinSize().Width
		o.Resize(fyne.NewSize(width, size.Height))
		o.Move(fyne.NewPos(x, 0))
		x += width
	}
}

// MinSize is the sum of the widths and the greatest height.
func (top) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least.Width += o.MinSize().Width
		least.Height = max(least.Height, o.MinSize().Height)
	}
	return least
}
