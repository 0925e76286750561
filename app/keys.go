package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"concord/app/ui"
)

// listen takes what nothing focused took, and what is dropped on the window.
func (s *Shell) listen() {
	canvas := s.window.Canvas()
	canvas.SetOnTypedKey(s.typedKey)
	canvas.SetOnTypedRune(s.typedRune)
	for _, sh := range screenShortcuts() {
		canvas.AddShortcut(sh, func(sh fyne.Shortcut) {
			if screen := s.current(); screen != nil && !s.asked.open() {
				screen.Shortcut(sh)
			}
		})
	}
	s.window.SetOnDropped(func(_ fyne.Position, dropped []fyne.URI) {
		for _, file := range dropped {
			s.Drop(file.Path())
			return // one at a time: each needs its own questions answered
		}
	})
}

// typedKey gives a key to the box, or else to the screen.
func (s *Shell) typedKey(ev *fyne.KeyEvent) {
	if s.asked.open() {
		switch ev.Name {
		case fyne.KeyEscape:
			s.closeFloating()
		case fyne.KeyReturn, fyne.KeyEnter:
			if s.asked.enter != nil {
				s.asked.enter()
			}
		}
		return
	}
	if screen := s.current(); screen != nil && screen.Key(ev) {
		return
	}
	switch ev.Name {
	case fyne.KeyF1:
		s.showPalette(false)
	case fyne.KeyEscape:
		s.frame.notice.close()
	}
}

// typedRune gives a character to the screen, unless a box is open.
func (s *Shell) typedRune(r rune) {
	if s.asked.open() {
		return
	}
	if screen := s.current(); screen != nil {
		screen.Rune(r)
	}
}

// screenShortcuts are the combinations that screens may use while nothing has
// the focus. Those of the menu never come here.
func screenShortcuts() []fyne.Shortcut {
	all := []fyne.Shortcut{&fyne.ShortcutCopy{}, &fyne.ShortcutCut{}, &fyne.ShortcutPaste{}, &fyne.ShortcutSelectAll{}}
	for _, key := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyDelete} {
		for _, mod := range []fyne.KeyModifier{
			fyne.KeyModifierAlt, fyne.KeyModifierShortcutDefault,
			fyne.KeyModifierAlt | fyne.KeyModifierShift, fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift,
		} {
			all = append(all, &desktop.CustomShortcut{KeyName: key, Modifier: mod})
		}
	}
	for _, key := range []fyne.KeyName{fyne.KeyS, fyne.KeyE, fyne.KeyD, fyne.KeyM, fyne.KeyG} {
		all = append(all, ctrl(key))
	}
	return all
}

// keyWords writes a shortcut as it stands on the keys: "Ctrl+Shift+Z".
func keyWords(sh fyne.Shortcut) string {
	keyed, ok := sh.(fyne.KeyboardShortcut)
	if !ok {
		return ""
	}
	var words []string
	for _, mod := range []struct {
		mod  fyne.KeyModifier
		word string
	}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierSuper, "Cmd"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}} {
		if keyed.Mod()&mod.mod != 0 {
			words = append(words, mod.word)
		}
	}
	return ui.KeyWords(strings.Join(append(words, string(keyed.Key())), "+"))
}
