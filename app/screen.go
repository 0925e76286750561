package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/adjudicate"
	"concord/app/codebook"
	"concord/app/find"
	"concord/app/history"
	"concord/app/library"
	"concord/app/reader"
	"concord/app/reliability"
	"concord/app/report"
	"concord/app/settings"
	"concord/app/ui"
	"concord/coding"
)

// Screen is one place of the window, as the shell sees it. It lives as long as
// the session that it works in: another coder or project gets new screens.
type Screen interface {
	// Object is what the screen shows. It is built once.
	Object() fyne.CanvasObject
	// Shown says that the screen came into view: it loads what is stale and
	// focuses its first thing.
	Shown()
	// Changed says that a step was done, here or by somebody else, while the
	// screen is in view. Without events it says that the index has caught up.
	Changed(events []coding.Event)
	// Key, Rune and Shortcut get what nothing focused took, and report whether
	// they used it.
	Key(ev *fyne.KeyEvent) bool
	Rune(r rune) bool
	Shortcut(sh fyne.Shortcut) bool
	// Hints are the keys for the status strip.
	Hints() []ui.Hint
	// Commands are what can be done here by its name.
	Commands() []ui.Command
}

// placeID names a screen in preferences, in the trace and in file names.
type placeID string

// The places of the rail.
const (
	atHome      placeID = "home"
	atLibrary   placeID = "library"
	atRead      placeID = "read"
	atSearch    placeID = "search"
	atCodebook  placeID = "codebook"
	atAgreement placeID = "agreement"
	atResolve   placeID = "resolve"
	atReport    placeID = "report"
	atHistory   placeID = "history"
	atSettings  placeID = "settings"
)

// room is a place of the rail and how its screen is made.
type room struct {
	id   placeID
	icon ui.Icon
	word string
	// foot puts it at the rail's foot, without a number.
	foot bool
	make func(*Shell) Screen
}

// rooms are the places of the rail from the top. The first eight have the keys
// Ctrl+1 to Ctrl+8.
func rooms() []room {
	return []room{
		{id: atLibrary, icon: ui.IconLibrary, word: lang.L("Library"), make: func(s *Shell) Screen { return library.New(s) }},
		{id: atRead, icon: ui.IconRead, word: lang.L("Read & code"), make: func(s *Shell) Screen { return reader.New(s) }},
		{id: atSearch, icon: ui.IconSearch, word: lang.L("Search"), make: func(s *Shell) Screen { return find.New(s) }},
		{id: atCodebook, icon: ui.IconCodebook, word: lang.L("Codebook"), make: func(s *Shell) Screen { return codebook.New(s) }},
		{id: atAgreement, icon: ui.IconAgreement, word: lang.X("rail.agreement", "Agreement"), make: func(s *Shell) Screen { return reliability.New(s) }},
		{id: atResolve, icon: ui.IconResolve, word: lang.L("Resolve"), make: func(s *Shell) Screen { return adjudicate.New(s) }},
		{id: atReport, icon: ui.IconReport, word: lang.L("Report"), make: func(s *Shell) Screen { return report.New(s) }},
		{id: atHistory, icon: ui.IconHistory, word: lang.L("History"), make: func(s *Shell) Screen { return history.New(s) }},
		{id: atSettings, icon: ui.IconSettings, word: lang.L("Settings"), foot: true, make: func(s *Shell) Screen { return settings.New(s) }},
	}
}
