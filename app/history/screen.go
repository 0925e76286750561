package history

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
)

// Object is the whole of History.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Shown reads the log and focuses the table.
func (s *Screen) Shown() {
	s.load()
	s.shell.Window().Canvas().Focus(s.table.Focusable())
}

// Changed reads the log anew.
func (s *Screen) Changed(events []coding.Event) {
	if len(events) > 0 {
		s.showPeople()
		s.load()
	}
}

// Key uses no key.
func (s *Screen) Key(*fyne.KeyEvent) bool { return false }

// Rune undoes the chosen step on U and goes to the filter on a slash.
func (s *Screen) Rune(r rune) bool {
	switch r {
	case 'u', 'U':
		s.undo()
	case '/':
		s.shell.Window().Canvas().Focus(s.words)
	default:
		return false
	}
	return true
}

// Shortcut uses no combination.
func (s *Screen) Shortcut(fyne.Shortcut) bool { return false }

// Hints are History's keys.
func (s *Screen) Hints() []ui.Hint {
	return []ui.Hint{{Key: "↓", Does: lang.L("older")}, {Key: "/", Does: lang.L("filter")}, {Key: "U", Does: lang.L("undo this step")}}
}

// Commands are what can be done here.
func (s *Screen) Commands() []ui.Command {
	return []ui.Command{
		{Name: lang.L("Undo the chosen step"), Keys: "U", Do: s.undo},
		{Name: lang.L("Export the history"), Do: s.export},
	}
}

// TraceThings are the table and the filter.
func (s *Screen) TraceThings() map[string]fyne.CanvasObject {
	return map[string]fyne.CanvasObject{"history": s.table, "history filter": s.words}
}

// TraceFacts are how many steps are listed and which is chosen.
func (s *Screen) TraceFacts() map[string]any {
	e, _ := s.chosen()
	return map[string]any{"steps": len(s.log.Entries), "chosen": e.Label, "details": len(s.details)}
}
