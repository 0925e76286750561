// Package settings is where a person fits Concord to the machine: text size,
// light or dark, language, the name for new projects.
package settings

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"concord/app/ui"
	"concord/coding"
)

// Shell is what Settings needs of the window.
type Shell interface {
	Mode() ui.Mode
	SetMode(m ui.Mode)
	Scale() float64
	SetScale(scale float64)
	Languages() []Language
	Language() string
	SetLanguage(tag string)
	Author() string
	SetAuthor(name string)
	ProjectFile() string
}

// Language is one that the window can speak.
type Language struct {
	// Tag is its BCP 47 tag, as in "en"; empty for what the system has.
	Tag  string
	Name string
}

// Screen is Settings.
type Screen struct {
	shell  Shell
	object *ui.Scrolled
	author *widget.Entry
}

// New builds Settings.
func New(shell Shell) *Screen {
	s := &Screen{shell: shell, author: widget.NewEntry()}
	s.author.SetText(shell.Author())
	s.author.OnChanged = shell.SetAuthor
	s.object = ui.NewScrolled(ui.NewSpace(0, 0))
	s.fill()
	return s
}

// fill builds the page as things stand.
func (s *Screen) fill() {
	page := ui.NewColumn(ui.Space2, ui.NewTitle(lang.L("Settings")),
		ui.NewMuted(lang.L("They hold for this computer, whatever project is open.")))
	group := func(title, about string, choices ...fyne.CanvasObject) {
		page.Add(ui.NewSpace(0, ui.Space3))
		page.Add(ui.NewHeading(title))
		page.Add(ui.NewFlow(ui.Space2, ui.Space2, choices...))
		page.Add(ui.NewMuted(about))
	}
	group(lang.L("Text size"), lang.L("Ctrl and + or − change it anywhere, Ctrl and 0 makes it normal."), s.sizes()...)
	group(lang.L("Appearance"), lang.L("Light for paper, dark for the evening."), s.modes()...)
	group(lang.L("Language"), lang.L("It changes when Concord is opened the next time."), s.languages()...)
	group(lang.L("Your name"), lang.L("It is proposed as the first coder of a new project."), ui.NewSized(320, 0, s.author))
	group(lang.L("This project's file"), lang.L("Everything is in this one file. Backups of the last days lie beside it."),
		ui.NewText(s.shell.ProjectFile(), ui.SizeWork, ui.ColorText))
	s.object.SetContent(ui.NewInsetSides(ui.Space6, ui.PageInset, ui.Space6, ui.PageInset, ui.NewSized(680, 0, page)))
}

// pill is one of several choices.
func (s *Screen) pill(words string, chosen bool, choose func()) fyne.CanvasObject {
	p := ui.NewPill(words, func() { choose(); s.fill() })
	p.Chosen = chosen
	return p
}

// sizes are the text sizes.
func (s *Screen) sizes() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, size := range []struct {
		words string
		scale float64
	}{{lang.L("Small"), 0.9}, {lang.L("Normal"), 1}, {lang.L("Large"), 1.2}, {lang.L("Larger"), 1.4}, {lang.L("Very large"), 1.7}} {
		all = append(all, s.pill(size.words, math.Abs(s.shell.Scale()-size.scale) < 0.05, func() { s.shell.SetScale(size.scale) }))
	}
	return all
}

// modes are light, dark, and what the system has.
func (s *Screen) modes() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, mode := range []struct {
		words string
		mode  ui.Mode
	}{{lang.L("As the system"), ui.ModeAuto}, {lang.L("Light"), ui.ModeLight}, {lang.L("Dark"), ui.ModeDark}} {
		all = append(all, s.pill(mode.words, s.shell.Mode() == mode.mode, func() { s.shell.SetMode(mode.mode) }))
	}
	return all
}

// languages are those that the window can speak.
func (s *Screen) languages() []fyne.CanvasObject {
	all := []fyne.CanvasObject{s.pill(lang.L("As the system"), s.shell.Language() == "", func() { s.shell.SetLanguage("") })}
	for _, l := range s.shell.Languages() {
		all = append(all, s.pill(l.Name, s.shell.Language() == l.Tag, func() { s.shell.SetLanguage(l.Tag) }))
	}
	return all
}

// Object is the whole of Settings.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Shown shows how things stand.
func (s *Screen) Shown() { s.fill() }

// Changed changes nothing: settings aren't in the project.
func (s *Screen) Changed([]coding.Event) {}

// Key uses no key.
func (s *Screen) Key(*fyne.KeyEvent) bool { return false }

// Rune uses no character.
func (s *Screen) Rune(rune) bool { return false }

// Shortcut uses no combination.
func (s *Screen) Shortcut(fyne.Shortcut) bool { return false }

// Hints are the keys of the text size.
func (s *Screen) Hints() []ui.Hint {
	return []ui.Hint{{Key: "Ctrl +", Does: lang.L("larger text")}, {Key: "Ctrl −", Does: lang.L("smaller text")}}
}

// Commands are none beside the menu's.
func (s *Screen) Commands() []ui.Command { return nil }
