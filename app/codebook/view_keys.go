package codebook

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
)

// Key adds, renames, or leaves a cut code where it is.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	switch {
	case s.merging != nil && ev.Name == fyne.KeyEscape:
		s.endWork()
	case s.merging != nil:
		return false
	case s.splitting != nil:
		return s.splitting.key(ev.Name)
	case ev.Name == fyne.KeyInsert:
		s.tree.askUnder()
	case ev.Name == fyne.KeyF2:
		s.entry.askName()
	case ev.Name == fyne.KeyEscape && s.cut != "":
		s.cut = ""
		s.tree.refresh()
	default:
		return false
	}
	return true
}

// Rune goes to the filter on a slash.
func (s *Screen) Rune(r rune) bool {
	if s.splitting != nil && s.splitting.rune(r) {
		return true
	}
	if r != '/' {
		return false
	}
	s.shell.Window().Canvas().Focus(s.tree.filter)
	return true
}

// Shortcut moves the chosen code: with Alt and the arrows, or cut and pasted.
func (s *Screen) Shortcut(sh fyne.Shortcut) bool {
	if s.merging != nil || s.splitting != nil {
		return s.finish(sh)
	}
	switch sh := sh.(type) {
	case *fyne.ShortcutCut:
		s.cutCode()
		return true
	case *fyne.ShortcutPaste:
		s.paste()
		return true
	case *desktop.CustomShortcut:
		directions := map[fyne.KeyName]Direction{fyne.KeyUp: Up, fyne.KeyDown: Down, fyne.KeyRight: In, fyne.KeyLeft: Out}
		d, known := directions[sh.KeyName]
		if known && sh.Modifier == fyne.KeyModifierAlt {
			s.move(d)
			return true
		}
	}
	return false
}

// finish merges or splits at Ctrl+Enter.
func (s *Screen) finish(sh fyne.Shortcut) bool {
	keys, ok := sh.(*desktop.CustomShortcut)
	if !ok || keys.KeyName != fyne.KeyReturn && keys.KeyName != fyne.KeyEnter {
		return false
	}
	if s.merging != nil {
		s.merging.merge()
	} else {
		s.splitting.split()
	}
	return true
}

// Hints are the keys for the status strip.
func (s *Screen) Hints() []ui.Hint {
	switch {
	case s.merging != nil:
		return []ui.Hint{{Key: "↑↓", Does: lang.L("choose a code")}, {Key: "Ctrl Enter", Does: lang.L("merge")}, {Key: "Esc", Does: lang.L("leave")}}
	case s.splitting != nil:
		return []ui.Hint{
			{Key: "1–9", Does: lang.L("choose a code")},
			{Key: "←→", Does: lang.L("step")},
			{Key: "K", Does: lang.L("another code")},
			{Key: "Ctrl Enter", Does: lang.L("split")},
			{Key: "Esc", Does: lang.L("leave")},
		}
	}
	return []ui.Hint{
		{Key: "Enter", Does: lang.L("write")},
		{Key: "Insert", Does: lang.L("new code")},
		{Key: "F2", Does: lang.L("rename")},
		{Key: "Alt ↑↓←→", Does: lang.L("move")},
		{Key: "/", Does: lang.L("filter")},
	}
}

// Commands are what can be done here by name.
func (s *Screen) Commands() []ui.Command {
	commands := []ui.Command{
		{Name: lang.L("Add a code"), Keys: "Insert", Do: s.tree.askUnder},
		{Name: lang.L("Add a theme"), Do: func() { s.tree.ask("") }},
		{Name: lang.L("Rename the code"), Keys: "F2", Do: s.entry.askName},
		{Name: lang.L("Move the code up"), Keys: "Alt+↑", Do: func() { s.move(Up) }},
		{Name: lang.L("Move the code down"), Keys: "Alt+↓", Do: func() { s.move(Down) }},
		{Name: lang.L("Move the code under the one before it"), Keys: "Alt+→", Do: func() { s.move(In) }},
		{Name: lang.L("Move the code out of its theme"), Keys: "Alt+←", Do: func() { s.move(Out) }},
		{Name: lang.L("Cut the code"), Keys: "Ctrl+X", Do: s.cutCode},
		{Name: lang.L("Paste the code"), Keys: "Ctrl+V", Do: s.paste},
		{Name: lang.L("Merge the code into another"), Do: s.mergeCode},
		{Name: lang.L("Split the code"), Do: s.splitCode},
		{Name: lang.L("Retire the code, or bring it back"), Do: s.retire},
		{Name: lang.L("Import a codebook"), Do: s.importBook},
		{Name: lang.L("Export the codebook"), Do: func() { s.exportAs(Endings()...) }},
	}
	return commands
}

// TraceThings are what a script looks for on the screen.
func (s *Screen) TraceThings() map[string]fyne.CanvasObject {
	things := map[string]fyne.CanvasObject{
		"codebook": s.tree.tree, "definition": s.entry.fields[0].entry, "use when": s.entry.fields[1].entry,
		"not when": s.entry.fields[2].entry, "memo": s.entry.fields[3].entry, "code name": s.tree.name,
	}
	if s.splitting != nil {
		things["another code"] = s.splitting.name
	}
	return things
}

// TraceFacts are what a script checks.
func (s *Screen) TraceFacts() map[string]any {
	facts := map[string]any{"version": s.version}
	if s.study != nil {
		facts["codes"] = s.study.Book.Len()
		facts["chosen"] = s.study.Book.Path(s.chosen)
	}
	if s.merging != nil {
		facts["merging"] = s.merging.facts()
	}
	if s.splitting != nil {
		facts["splitting"] = s.splitting.facts()
	}
	if s.page != nil {
		facts["examples"], facts["stale"], facts["complete"] = len(s.page.Examples), s.page.Stale, len(s.page.Code.Missing()) == 0
	}
	return facts
}
