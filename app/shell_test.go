package app_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"concord/app"
	"concord/app/apptest"
	"concord/app/sample"
	"concord/app/task"
	"concord/coding"
	"concord/coding/store/sqlite"
)

// line is what these tests look at in a line of the trace.
type line struct {
	Screen, Project, Coder, Step, Undo, Redo, Message, Trouble, Index string
	Seq                                                               int64
	Floating                                                          bool
	Things                                                            map[string][4]int
	Facts                                                             map[string]any
}

// window is a shell without a display, and its trace.
type window struct {
	*app.Shell
	t     *testing.T
	trace string
	mint  *coding.Mint
}

func open(t *testing.T) *window {
	t.Helper()
	return openAs(t, "")
}

// openAs opens a window for the coder of that name.
func openAs(t *testing.T, as string) *window {
	t.Helper()
	w := &window{t: t, trace: filepath.Join(t.TempDir(), "trace.jsonl"), mint: coding.NewMint(time.Now, rand.Reader)}
	w.Shell = app.New(test.NewTempApp(t), app.Options{
		Mint: w.mint, Tasks: task.NewQueue().Runner(), Sample: sample.Build, As: as, Trace: w.trace, Size: fyne.NewSize(1440, 900),
	})
	t.Cleanup(w.Close)
	w.Drain()
	return w
}

// see is the state in which the window settles.
func (w *window) see() line {
	w.t.Helper()
	w.Drain()
	for range 3 {
		w.Beat(false)
	}
	content, err := os.ReadFile(w.trace)
	if err != nil {
		w.t.Fatal(err)
	}
	var last line
	lines := bufio.NewScanner(bytes.NewReader(content))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		last = line{}
		if err := json.Unmarshal(lines.Bytes(), &last); err != nil {
			w.t.Fatal(err)
		}
	}
	return last
}

// tap taps a thing by its name.
func (w *window) tap(name string) {
	w.t.Helper()
	at, found := w.see().Things[name]
	if !found {
		w.t.Fatalf("%q isn't to be seen; there are %v", name, w.see().Things)
	}
	test.TapCanvas(w.Window().Canvas(), fyne.NewPos(float32(at[0]+at[2]/2), float32(at[1]+at[3]/2)))
	w.Drain()
}

func TestHomeOffersTheWaysToBegin(t *testing.T) {
	w := open(t)
	if got := w.see(); got.Screen != "home" || got.Project != "" {
		t.Fatalf("got %+v", got)
	}
}

func TestOpeningShowsTheProjectAndItsFacts(t *testing.T) {
	w := open(t)
	w.OpenPath(apptest.SampleFile(t))
	got := w.see()
	if got.Project != "Balint groups 2026" || got.Coder != "Ana Novak" || got.Index != "Index ready" {
		t.Fatalf("got %+v", got)
	}
	if facts := w.Facts(); facts.Comments != 104 || facts.Cases != 58 || !facts.Round.Closed {
		t.Errorf("facts: %+v", facts)
	}
	if _, found := got.Things["Round 1, closed"]; !found {
		t.Errorf("the round isn't in the top bar: %v", got.Things)
	}
}

func TestTheCoderNamedIsTheOneAtWork(t *testing.T) {
	w := openAs(t, "mira kessler")
	w.OpenPath(apptest.SampleFile(t))
	if got := w.see(); got.Coder != "Mira Kessler" {
		t.Errorf("%s is at work", got.Coder)
	}
}

func TestRailAndNumbersLeadToEveryPlace(t *testing.T) {
	w := open(t)
	w.OpenPath(apptest.SampleFile(t))
	for name, want := range map[string]string{"Settings": "settings", "History": "history"} {
		w.tap(name)
		if got := w.see().Screen; got != want {
			t.Errorf("%s leads to %s", name, got)
		}
	}
}

// press does what the main menu does for a key.
func (w *window) press(key fyne.Shortcut) {
	w.t.Helper()
	for _, column := range w.Window().MainMenu().Items {
		for _, item := range column.Items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == key.ShortcutName() {
				item.Action()
				w.Drain()
				return
			}
		}
	}
	w.t.Fatalf("the menu has no %s", key.ShortcutName())
}

func TestNumbersLeadToThePlacesOfTheRail(t *testing.T) {
	w := open(t)
	w.OpenPath(apptest.SampleFile(t))
	w.Drain()
	for key, want := range map[fyne.KeyName]string{fyne.Key1: "library", fyne.Key2: "read", fyne.Key3: "search", fyne.Key4: "codebook", fyne.Key5: "agreement", fyne.Key6: "resolve", fyne.Key7: "report", fyne.Key8: "history", fyne.KeyComma: "settings"} {
		w.press(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
		if got := w.see().Screen; got != want {
			t.Errorf("Ctrl+%s leads to %s, not to %s", key, got, want)
		}
	}
}

func TestEveryKeyOfTheMenuIsSafeWithoutAProject(t *testing.T) {
	w := open(t)
	for _, column := range w.Window().MainMenu().Items {
		for _, item := range column.Items {
			if item.Action != nil {
				item.Action()
			}
		}
	}
	if got := w.see(); got.Project != "" && got.Screen == "home" {
		t.Errorf("got %+v", got)
	}
}

func TestUndoIsNamedAndDone(t *testing.T) {
	w := open(t)
	w.OpenPath(apptest.SampleFile(t))
	w.Drain()
	if _, err := w.Session().SaveSearch(t.Context(), "afraid", "afraid"); err != nil {
		t.Fatal(err)
	}
	if got := w.see(); !strings.Contains(got.Undo, "afraid") {
		t.Fatalf("what is undone isn't named: %+v", got)
	}
	w.Undo()
	if got := w.see(); strings.Contains(got.Undo, "afraid") || !strings.Contains(got.Redo, "afraid") || !strings.Contains(got.Message, "afraid") {
		t.Errorf("after undo: %+v", got)
	}
	w.Redo()
	w.Drain()
	searches, err := w.Session().Searches(t.Context())
	if err != nil || !slices.ContainsFunc(searches, func(s coding.Search) bool { return s.Name == "afraid" }) {
		t.Errorf("after redo: %v, %v", searches, err)
	}
}

func TestWhatAnotherProgramDoesIsSeen(t *testing.T) {
	w := open(t)
	path := apptest.SampleFile(t)
	w.OpenPath(path)
	before := w.see().Seq

	other, err := sqlite.Open(t.Context(), path, sqlite.Options{Mint: w.mint, NoBackup: true})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if _, err := coding.NewSession(other.As(w.Me().ID), w.mint).SaveSearch(t.Context(), "outside", "outside"); err != nil {
		t.Fatal(err)
	}
	w.Beat(true)
	if got := w.see(); got.Seq != before+1 || !strings.Contains(got.Undo, "outside") {
		t.Errorf("got %+v", got)
	}
}

func TestSwitchingTheCoderGivesAnotherSession(t *testing.T) {
	w := open(t)
	w.OpenPath(apptest.SampleFile(t))
	w.Drain()
	w.SwitchTo(w.Coders()[1])
	w.Beat(true) // what was being looked up for Ana is forgotten
	w.SwitchTo(w.Coders()[1])
	if got := w.see(); got.Coder != "Ben Okafor" || w.Session().Viewer() != w.Me().ID {
		t.Errorf("got %+v", got)
	}
	if _, err := w.Session().SaveSearch(t.Context(), "Ben's", "ben"); err != nil {
		t.Fatal(err)
	}
	w.Beat(true)
	if got := w.see(); !strings.Contains(got.Undo, "Ben's") {
		t.Errorf("the window is deaf after the switch: %+v", got)
	}
}

func TestErrorsAreWordedForPeople(t *testing.T) {
	w := open(t)
	text := filepath.Join(t.TempDir(), "letter.concord")
	if err := os.WriteFile(text, []byte("Dear Ana"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.OpenPath(text)
	if got := w.see(); got.Screen != "home" || !strings.Contains(got.Trouble, "isn't a Concord project") {
		t.Errorf("got %q", got.Trouble)
	}
	w.OpenPath(filepath.Join(t.TempDir(), "gone.concord"))
	if got := w.see(); !strings.Contains(got.Trouble, "no such file") {
		t.Errorf("got %q", got.Trouble)
	}
	w.Fail(context.Canceled, "do it")
	if got := w.see(); !strings.Contains(got.Trouble, "no such file") {
		t.Errorf("cancelling is told as trouble: %q", got.Trouble)
	}
}

func TestTheNoticeGoesWhenWhatFailedWorks(t *testing.T) {
	w := open(t)
	w.Fail(errors.New("no"), "read the file")
	w.Fail(nil, "do something else")
	if got := w.see(); got.Trouble == "" {
		t.Error("the notice went though nothing has changed")
	}
	w.Fail(nil, "read the file")
	if got := w.see(); got.Trouble != "" {
		t.Errorf("got %q", got.Trouble)
	}
}

func TestANewProjectIsMadeFromItsForm(t *testing.T) {
	w := open(t)
	w.NewProject()
	if !w.see().Floating {
		t.Fatal("no form")
	}
	path := filepath.Join(t.TempDir(), "new.concord")
	for _, answer := range []string{"Ward teaching", "Ana, Ben", path} {
		test.Type(w.Window().Canvas().Focused(), answer)
		if answer != path {
			w.Window().Canvas().FocusNext()
		}
	}
	// What stood in the field for the path is in front of what was typed there.
	w.Window().Canvas().Focused().(interface{ SetText(string) }).SetText(path)
	w.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	got := w.see()
	if got.Project != "Ward teaching" || got.Coder != "Ana" || len(w.Coders()) != 2 {
		t.Fatalf("got %+v", got)
	}
	if recent := w.Recent(); len(recent) != 1 || recent[0].Path != path {
		t.Errorf("recent: %+v", recent)
	}
	w.CloseProject()
	if got := w.see(); got.Screen != "home" || got.Things["recent: Ward teaching"] == [4]int{} {
		t.Errorf("Home doesn't list it: %+v", got)
	}
}

func TestPaletteDoesWhatIsTyped(t *testing.T) {
	w := open(t)
	w.OpenPath(apptest.SampleFile(t))
	w.tap("Search the comments, or type a command")
	test.Type(w.Window().Canvas().Focused(), "go set")
	w.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := w.see(); got.Screen != "settings" || got.Floating {
		t.Errorf("got %+v", got)
	}
}

func TestEscapeClosesABoxAndEnterAgrees(t *testing.T) {
	w := open(t)
	agreed := false
	key := w.Window().Canvas().OnTypedKey()
	w.Ask("Sure?", "Really.", "Yes", func() { agreed = true })
	key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if agreed || w.see().Floating {
		t.Fatal("Escape agreed, or left the box open")
	}
	w.Ask("Sure?", "Really.", "Yes", func() { agreed = true })
	key(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !agreed || w.see().Floating {
		t.Error("Enter didn't agree, or left the box open")
	}
}

func TestSavingWarnsBeforeItReplaces(t *testing.T) {
	w := open(t)
	path := filepath.Join(t.TempDir(), "book.csv")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	saved := ""
	w.SaveFile("book", []string{".csv"}, func(p string) { saved = p })
	entry := w.Window().Canvas().Focused().(interface{ SetText(string) })
	entry.SetText(strings.TrimSuffix(path, ".csv"))
	enter := &fyne.KeyEvent{Name: fyne.KeyReturn}
	w.Window().Canvas().Focused().TypedKey(enter)
	if saved != "" {
		t.Fatal("a file was replaced without a warning")
	}
	w.Window().Canvas().Focused().TypedKey(enter)
	if saved != path {
		t.Errorf("got %q, want %q", saved, path)
	}
}
