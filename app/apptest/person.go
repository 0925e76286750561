package apptest

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"concord/app/ui"
)

// Press presses keys: letters and digits as they are, other keys by their names
// in brackets, as in "ab[Down][Ctrl+Return]". What has the focus gets them, or
// else the screen.
func (s *Shell) Press(keys string) {
	s.TB.Helper()
	for keys != "" {
		if name, rest, found := strings.Cut(strings.TrimPrefix(keys, "["), "]"); found && keys[0] == '[' {
			s.pressNamed(name)
			keys = rest
		} else {
			r, size := utf8.DecodeRuneInString(keys)
			if focused := s.window.Canvas().Focused(); focused != nil {
				focused.TypedRune(r)
			} else {
				s.screen.Rune(r)
			}
			keys = keys[size:]
		}
		s.Drain()
	}
}

// pressNamed presses one key, alone or with Alt or Ctrl.
func (s *Shell) pressNamed(name string) {
	s.TB.Helper()
	focused := s.window.Canvas().Focused()
	mod, key, combined := strings.Cut(name, "+")
	if !combined {
		ev := &fyne.KeyEvent{Name: fyne.KeyName(name)}
		if focused != nil {
			focused.TypedKey(ev)
		} else {
			s.screen.Key(ev)
		}
		return
	}
	modifier, known := map[string]fyne.KeyModifier{"Alt": fyne.KeyModifierAlt, "Ctrl": fyne.KeyModifierControl}[mod]
	if !known {
		s.TB.Fatalf("nobody presses [%s]: it is Alt or Ctrl with another key", name)
	}
	sh := &desktop.CustomShortcut{KeyName: fyne.KeyName(key), Modifier: modifier}
	if able, ok := focused.(fyne.Shortcutable); ok {
		able.TypedShortcut(sh)
	} else {
		s.screen.Shortcut(sh)
	}
}

// Tap taps the button, link, pill or line of a menu with these words.
func (s *Shell) Tap(words string) {
	s.TB.Helper()
	for o := range s.things() {
		if _, tappable := o.(fyne.Tappable); tappable && (wordsOf(o) == words || lineOf(o) == words) {
			o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
			s.Drain()
			return
		}
	}
	s.TB.Fatalf("nothing on screen says %q:\n%s", words, s.Reads())
}

// Command does what the palette offers under a name.
func (s *Shell) Command(name string) {
	s.TB.Helper()
	commands := s.screen.Commands()
	at := slices.IndexFunc(commands, func(c ui.Command) bool { return c.Name == name })
	if at < 0 {
		s.TB.Fatalf("there is no command %q", name)
	}
	commands[at].Do()
	s.Drain()
}
