package app_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"concord/app"
	"concord/app/apptest"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/store/sqlite"
)

// placeKeys lead to the places of the rail.
var placeKeys = []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.KeyComma}

func (w *window) goTo(key fyne.KeyName) {
	w.t.Helper()
	w.press(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
}

// TestEveryCommandIsDoneOrSaysWhatItNeeds goes from place to place and does
// once what the palette offers there, as somebody would who tries everything.
func TestEveryCommandIsDoneOrSaysWhatItNeeds(t *testing.T) {
	w := openAs(t, "Mira Kessler")
	w.OpenPath(apptest.SampleFile(t))
	w.Drain()
	done := map[string]bool{"Quit": true, "Close project": true}
	for _, place := range placeKeys {
		for {
			w.goTo(place)
			commands := app.Commands(w.Shell)
			next := slices.IndexFunc(commands, func(c ui.Command) bool { return !done[c.Name] })
			if next < 0 {
				break
			}
			done[commands[next].Name] = true
			commands[next].Do()
			if got := w.see(); got.Project == "" {
				t.Fatalf("%q leaves no project: %+v", commands[next].Name, got)
			}
			w.Window().Canvas().Unfocus()
			for range 3 {
				if typed := w.Window().Canvas().OnTypedKey(); typed != nil {
					typed(&fyne.KeyEvent{Name: fyne.KeyEscape})
				}
			}
		}
	}
	if len(done) < 60 {
		t.Errorf("only %d commands were there: %v", len(done), done)
	}
}

func TestEveryPlaceLetsTheProjectBeClosed(t *testing.T) {
	w := open(t)
	path := apptest.SampleFile(t)
	for _, place := range placeKeys {
		w.OpenPath(path)
		w.Drain()
		w.goTo(place)
		w.CloseProject()
		if got := w.see(); got.Screen != "home" || got.Project != "" || got.Trouble != "" {
			t.Errorf("closed at %s: %+v", place, got)
		}
	}
}

// TestWhatIsBeingTypedIsKept types a memo and, without leaving the field, does
// what takes the field away.
func TestWhatIsBeingTypedIsKept(t *testing.T) {
	for name, leave := range map[string]func(w *window){
		"the project is closed": func(w *window) { w.CloseProject() },
		"another is opened":     func(w *window) { w.OpenPath(apptest.SampleFile(t)) },
		"another coder works":   func(w *window) { w.SwitchTo(w.Coders()[1]) },
		"another place":         func(w *window) { w.goTo(fyne.Key8) },
	} {
		t.Run(name, func(t *testing.T) {
			w := openAs(t, "Ana Novak")
			path := apptest.SampleFile(t)
			w.OpenPath(path)
			w.Drain()
			w.goTo(fyne.Key4)
			w.focus("field: What do you think of this code?")
			for _, r := range "half a thought" {
				w.Window().Canvas().Focused().TypedRune(r)
			}
			ana := w.Me().ID
			leave(w)
			w.Drain()
			if !slices.ContainsFunc(memosIn(t, path), func(m coding.Memo) bool { return m.Text == "half a thought" && m.By == ana }) {
				t.Error("the memo is lost, or somebody else's")
			}
		})
	}
}

// focus goes with Tab to a thing by its name.
func (w *window) focus(name string) {
	w.t.Helper()
	w.see()
	for range 100 {
		w.Window().Canvas().FocusNext()
		if named, ok := w.Window().Canvas().Focused().(interface{ TraceName() string }); ok && named.TraceName() == name {
			return
		}
	}
	w.t.Fatalf("Tab doesn't lead to %q", name)
}

func memosIn(t *testing.T, path string) []coding.Memo {
	t.Helper()
	db, err := sqlite.Open(t.Context(), path, sqlite.Options{NoBackup: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	memos, err := db.As("").Memos(t.Context(), coding.MemoFilter{})
	if err != nil {
		t.Fatal(err)
	}
	return memos
}
