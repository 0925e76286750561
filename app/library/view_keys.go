package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
)

// Key leaves what is filled in on Escape, imports on Enter, and goes into the table.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	switch {
	case ev.Name == fyne.KeyEscape && s.wizard != nil:
		s.leaveImport()
	case ev.Name == fyne.KeyEscape && s.panel.form != nil:
		s.panel.leave()
	case (ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter) && s.wizard != nil:
		s.wizard.bring()
	case ev.Name == fyne.KeyDown && s.wizard == nil:
		s.focusTable()
	default:
		return false
	}
	return true
}

// Rune takes the keys of the buttons.
func (s *Screen) Rune(r rune) bool {
	if s.wizard != nil {
		return false
	}
	switch r {
	case 'i', 'I':
		s.askImport()
	case 'o', 'O':
		s.panel.draftRound()
	case 't', 'T':
		s.show(false)
	case 'r', 'R':
		s.show(true)
	case 'l', 'L':
		if len(s.named.Places) == 0 {
			return false
		}
		s.lookAtNamed()
	case '/':
		s.focus(s.filter)
	default:
		return false
	}
	return true
}

// Shortcut uses none.
func (s *Screen) Shortcut(fyne.Shortcut) bool { return false }

// Hints are the keys for the status strip.
func (s *Screen) Hints() []ui.Hint {
	if s.wizard != nil {
		return []ui.Hint{{Key: "Enter", Does: lang.L("import")}, {Key: "Esc", Does: lang.L("cancel")}}
	}
	return []ui.Hint{
		{Key: "Enter", Does: lang.X("key.open", "open")},
		{Key: "/", Does: lang.L("filter")},
		{Key: "T", Does: lang.L("texts")},
		{Key: "R", Does: lang.L("respondents")},
	}
}

// Commands are what can be done here by its name.
func (s *Screen) Commands() []ui.Command {
	return []ui.Command{
		{Name: lang.L("Open a round…"), Keys: "O", Do: s.panel.draftRound},
		{Name: lang.L("Add a coder…"), Do: s.panel.draftCoder},
		{Name: lang.L("Look for names in the texts"), Do: s.lookForNames},
		{Name: lang.L("Add an attribute…"), Do: s.panel.draftAttribute},
		{Name: lang.L("Show the texts"), Keys: "T", Do: func() { s.show(false) }},
		{Name: lang.L("Show the respondents"), Keys: "R", Do: func() { s.show(true) }},
	}
}

// TraceThings are what a script can't find by its words.
func (s *Screen) TraceThings() map[string]fyne.CanvasObject {
	if s.wizard != nil {
		things := map[string]fyne.CanvasObject{"import": s.wizard.page}
		if s.wizard.value != nil {
			things["value"] = s.wizard.value
		}
		return things
	}
	return map[string]fyne.CanvasObject{"texts": s.texts.object, "respondents": s.cases.object, "rounds": s.panel.object}
}

// TraceFacts are what a script waits for.
func (s *Screen) TraceFacts() map[string]any {
	facts := map[string]any{"importing": s.wizard != nil, "people": s.people}
	if s.study != nil {
		facts["rows"], facts["of"], facts["cases"], facts["rounds"] = len(s.texts.texts), len(s.study.Rows), len(s.study.Cases), len(s.study.Rounds)
	}
	if s.wizard != nil && s.wizard.summary != nil {
		facts["comes"] = s.wizard.summary.Sources
	}
	return facts
}
