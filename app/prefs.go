package app

import (
	"os"
	"runtime"

	"fyne.io/fyne/v2"

	"concord/app/home"
	"concord/app/ui"
)

// The names under which the person's choices are kept on this machine.
const (
	keptMode   = "appearance"
	keptScale  = "scale"
	keptWidth  = "window.width"
	keptHeight = "window.height"
	keptRecent = "recent"
	keptAuthor = "author"
	keptFolder = "folder"
)

// The steps and limits of the text size.
const (
	scaleStep     = 0.1
	smallestScale = 0.8
	largestScale  = 2.0
)

// Remember keeps a value for the open project on this machine: where one was,
// how wide a panel is.
func (s *Shell) Remember(key, value string) {
	if s.project != nil {
		s.app.Preferences().SetString(s.projectKey(key), value)
	}
}

// Recall gives back what Remember kept; empty for nothing.
func (s *Shell) Recall(key string) string {
	if s.project == nil {
		return ""
	}
	return s.app.Preferences().String(s.projectKey(key))
}

func (s *Shell) projectKey(key string) string {
	return "project/" + string(s.project.info.ID) + "/" + key
}

// Mode is the chosen variant of the theme.
func (s *Shell) Mode() ui.Mode {
	switch s.app.Preferences().String(keptMode) {
	case "light":
		return ui.ModeLight
	case "dark":
		return ui.ModeDark
	}
	return ui.ModeAuto
}

// SetMode chooses light, dark, or what the system has.
func (s *Shell) SetMode(m ui.Mode) {
	name := map[ui.Mode]string{ui.ModeLight: "light", ui.ModeDark: "dark"}[m]
	s.app.Preferences().SetString(keptMode, name)
	s.applyTheme()
}

// Scale is the chosen text size, 1 being the normal one.
func (s *Shell) Scale() float64 { return s.app.Preferences().FloatWithFallback(keptScale, 1) }

// SetScale chooses the text size, within what the layout bears.
func (s *Shell) SetScale(scale float64) {
	s.app.Preferences().SetFloat(keptScale, min(largestScale, max(smallestScale, scale)))
	s.applyTheme()
}

// scaleBy makes the text larger or smaller by so many steps.
func (s *Shell) scaleBy(steps int) { s.SetScale(s.Scale() + float64(steps)*scaleStep) }

// Author is what the person at this machine is called, for new projects.
func (s *Shell) Author() string { return s.app.Preferences().String(keptAuthor) }

// SetAuthor keeps the person's name.
func (s *Shell) SetAuthor(name string) { s.app.Preferences().SetString(keptAuthor, name) }

// applyTheme gives the window the theme that was chosen.
func (s *Shell) applyTheme() {
	mode := s.Mode()
	if mode == ui.ModeAuto && runtime.GOOS == "linux" && os.Getenv("DBUS_SESSION_BUS_ADDRESS") == "" {
		mode = ui.ModeLight // no desktop to ask: Fyne would say dark
	}
	switch {
	case s.options.Dark:
		mode = ui.ModeDark
	case s.options.Light:
		mode = ui.ModeLight
	}
	s.app.Settings().SetTheme(&ui.Theme{Mode: mode, Scale: float32(s.Scale())})
}

// firstSize is the window's size: as asked for, or as it was left.
func (s *Shell) firstSize() fyne.Size {
	if !s.options.Size.IsZero() {
		return s.options.Size
	}
	kept := s.app.Preferences()
	return fyne.NewSize(float32(kept.FloatWithFallback(keptWidth, 1440)), float32(kept.FloatWithFallback(keptHeight, 900)))
}

// keepSize remembers the window's size, where it has changed.
func (s *Shell) keepSize() {
	size := s.window.Canvas().Size()
	if size != s.firstSize() && s.options.Size.IsZero() {
		s.app.Preferences().SetFloat(keptWidth, float64(size.Width))
		s.app.Preferences().SetFloat(keptHeight, float64(size.Height))
	}
}

// Recent are the projects that were open on this machine, the last one first.
func (s *Shell) Recent() []home.Recent {
	return home.ReadRecent(s.app.Preferences().String(keptRecent))
}

// Forget takes a project out of the recent ones. Its file stays.
func (s *Shell) Forget(path string) {
	s.app.Preferences().SetString(keptRecent, home.WriteRecent(home.WithoutRecent(s.Recent(), path)))
}

// remember puts a project at the head of the recent ones, with its facts.
func (s *Shell) remember(p *project) {
	f := p.facts
	r := home.Recent{Path: p.path, Name: p.info.Name, Opened: s.Now(), Comments: f.Comments, Documents: f.Documents}
	if f.HasRound {
		r.Round, r.Blind, r.Closed, r.Done, r.Assigned = f.Round.Name, f.Round.Blind, f.Round.Closed, f.Done, f.Assigned
	}
	s.app.Preferences().SetString(keptRecent, home.WriteRecent(home.WithRecent(s.Recent(), r)))
}
