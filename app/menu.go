package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
)

// menu is the window's main menu. Its keys work wherever the focus is, which is
// why all keys of the shell are here.
type menu struct {
	shell      *Shell
	main       *fyne.MainMenu
	undo, redo *fyne.MenuItem
	// needs are the items that need an open project.
	needs []*fyne.MenuItem
}

// ctrl is the platform's command key with another key.
func ctrl(key fyne.KeyName, with ...fyne.KeyModifier) fyne.Shortcut {
	mod := fyne.KeyModifierShortcutDefault
	for _, m := range with {
		mod |= m
	}
	return &desktop.CustomShortcut{KeyName: key, Modifier: mod}
}

// item is a line of the menu; shortcut may be nil.
func item(words string, shortcut fyne.Shortcut, do func()) *fyne.MenuItem {
	return &fyne.MenuItem{Label: words, Shortcut: shortcut, Action: do}
}

// rule is the line between groups of a menu. It can carry a second key for
// what stands near it: Fyne gives an item one key alone.
func rule(shortcut fyne.Shortcut, do func()) *fyne.MenuItem {
	return &fyne.MenuItem{IsSeparator: true, Shortcut: shortcut, Action: do}
}

// newMenu builds the main menu and gives it to the window.
func newMenu(s *Shell) *menu {
	m := &menu{shell: s}
	m.main = fyne.NewMainMenu(m.file(), m.edit(), m.view(), m.goTo(), m.help())
	s.window.SetMainMenu(m.main)
	return m
}

func (m *menu) file() *fyne.Menu {
	s := m.shell
	imported := item(lang.L("Import…"), ctrl(fyne.KeyI), s.askImport)
	closed := item(lang.L("Close project"), ctrl(fyne.KeyW), s.CloseProject)
	m.needs = append(m.needs, imported, closed)
	items := []*fyne.MenuItem{
		item(lang.L("New project…"), ctrl(fyne.KeyN), s.NewProject),
		item(lang.L("Open…"), ctrl(fyne.KeyO), s.OpenProject),
	}
	if s.options.Sample != nil {
		items = append(items, item(lang.L("Open the sample study"), nil, s.OpenSample))
	}
	quit := item(lang.L("Quit"), ctrl(fyne.KeyQ), s.quit)
	quit.IsQuit = true
	items = append(items, rule(nil, nil), imported, rule(nil, nil), closed, quit)
	return fyne.NewMenu(lang.L("File"), items...)
}

func (m *menu) edit() *fyne.Menu {
	s := m.shell
	m.undo = item(lang.L("Undo"), &fyne.ShortcutUndo{}, s.Undo)
	m.redo = item(lang.L("Redo"), ctrl(fyne.KeyZ, fyne.KeyModifierShift), s.Redo)
	search := item(lang.L("Search the comments…"), ctrl(fyne.KeyF), func() { s.showPalette(true) })
	command := item(lang.L("Find a command…"), ctrl(fyne.KeyK), func() { s.showPalette(false) })
	m.needs = append(m.needs, search)
	return fyne.NewMenu(lang.L("Edit"), m.undo, m.redo, rule(&fyne.ShortcutRedo{}, s.Redo), search, command)
}

func (m *menu) view() *fyne.Menu {
	s := m.shell
	return fyne.NewMenu(lang.L("View"),
		item(lang.L("Larger text"), ctrl(fyne.KeyEqual), func() { s.scaleBy(1) }),
		item(lang.L("Smaller text"), ctrl(fyne.KeyMinus), func() { s.scaleBy(-1) }),
		item(lang.L("Normal text size"), ctrl(fyne.Key0), func() { s.SetScale(1) }),
		rule(ctrl(fyne.KeyEqual, fyne.KeyModifierShift), func() { s.scaleBy(1) }),
		item(lang.L("Light or dark, as the system"), nil, func() { s.SetMode(ui.ModeAuto) }),
		item(lang.L("Light"), nil, func() { s.SetMode(ui.ModeLight) }),
		item(lang.L("Dark"), nil, func() { s.SetMode(ui.ModeDark) }),
		rule(ctrl(fyne.KeyPlus), func() { s.scaleBy(1) }),
		item(lang.L("Show what went wrong last"), nil, s.showTrouble),
	)
}

func (m *menu) goTo() *fyne.Menu {
	s := m.shell
	var items []*fyne.MenuItem
	for n, r := range s.rooms() {
		key := ctrl(numberKey(n))
		if r.foot {
			key = ctrl(fyne.KeyComma)
			items = append(items, rule(nil, nil))
		}
		items = append(items, item(r.word, key, func() { s.Go(r.id) }))
		m.needs = append(m.needs, items[len(items)-1])
	}
	return fyne.NewMenu(lang.L("Go"), items...)
}

func (m *menu) help() *fyne.Menu {
	s := m.shell
	return fyne.NewMenu(lang.L("Help"),
		item(lang.L("Commands and their keys"), nil, func() { s.showPalette(false) }),
		item(lang.L("About Concord"), nil, s.showAbout),
	)
}

// refresh names what Undo and Redo would do and greys out what isn't possible.
func (m *menu) refresh() {
	open := m.shell.project != nil
	for _, needing := range m.needs {
		needing.Disabled = !open
	}
	var next nextSteps
	if open {
		next = m.shell.project.next
	}
	m.undo.Label, m.undo.Disabled = lang.L("Undo"), next.Undo == ""
	if next.Undo != "" {
		m.undo.Label = lang.L("Undo: {{.Step}}", map[string]any{"Step": next.Undo})
	}
	m.redo.Label, m.redo.Disabled = lang.L("Redo"), next.Redo == ""
	if next.Redo != "" {
		m.redo.Label = lang.L("Redo: {{.Step}}", map[string]any{"Step": next.Redo})
	}
	m.main.Refresh()
}
