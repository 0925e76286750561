package codebook_test

import (
	"context"
	"crypto/rand"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"concord/app/codebook"
	"concord/app/sample"
	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/store/sqlite"
)

// shell stands in for the window around the screen.
type shell struct {
	session *coding.Session
	me      coding.Coder
	runner  *task.Runner
	window  fyne.Window
	screen  *codebook.Screen
	said    []string
	failed  []error
	kept    map[string]string
	file    string
}

func (s *shell) Session() *coding.Session { return s.session }
func (s *shell) Me() coding.Coder         { return s.me }
func (s *shell) Tasks() *task.Runner      { return s.runner }
func (s *shell) Window() fyne.Window      { return s.window }
func (s *shell) Now() time.Time           { return time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC) }
func (s *shell) Say(format string, args ...any) {
	s.said = append(s.said, fmt.Sprintf(format, args...))
}
func (s *shell) Ask(_, _, _ string, then func())                  { then() }
func (s *shell) ShowSource(coding.SourceID, coding.Span)          {}
func (s *shell) SaveFile(_ string, _ []string, then func(string)) { then(s.file) }
func (s *shell) OpenFile(_ []string, then func(string))           { then(s.file) }
func (s *shell) Remember(key, value string)                       { s.kept[key] = value }
func (s *shell) Recall(key string) string                         { return s.kept[key] }
func (s *shell) Fail(err error, doing string) {
	if err != nil {
		s.failed = append(s.failed, fmt.Errorf("%s: %w", doing, err))
	}
}

// heard is a store that tells the screen of each step, as the window does.
type heard struct {
	coding.Store
	shell *shell
}

func (h heard) Do(ctx context.Context, step coding.Step) ([]coding.Event, error) {
	events, err := h.Store.Do(ctx, step)
	if err == nil {
		h.shell.runner.Do(func() { h.shell.screen.Changed(events) })
	}
	return events, err
}

// window shows the screen to a coder without a display.
func window(s *study, me coding.Coder, dark bool, code coding.CodeID) *shell {
	s.tb.Helper()
	app := test.NewTempApp(s.tb)
	mode := ui.ModeLight
	if dark {
		mode = ui.ModeDark
	}
	app.Settings().SetTheme(&ui.Theme{Mode: mode, Scale: 1})
	sh := &shell{me: me, runner: task.NewQueue().Runner(), kept: map[string]string{"codebook.code": string(code)}}
	sh.session = coding.NewSession(heard{s.db.As(me.ID), sh}, s.mint)
	sh.window = app.NewWindow("Codebook")
	sh.window.SetPadded(false)
	sh.screen = codebook.New(sh)
	sh.window.SetContent(ui.NewDock(nil, nil, nil, nil, sh.screen.Object()))
	sh.window.Resize(fyne.NewSize(1352, 824))
	sh.screen.Shown()
	sh.runner.Drain()
	return sh
}

func (s *shell) entry(name string) fyne.Focusable {
	return s.screen.TraceThings()[name].(fyne.Focusable)
}

// write types into a field and leaves it.
func (s *shell) write(name, text string) {
	field := s.entry(name)
	s.window.Canvas().Focus(field)
	field.(interface{ SetText(string) }).SetText(text)
	s.window.Canvas().Unfocus()
	s.runner.Drain()
}

func (s *shell) key(name fyne.KeyName) {
	s.screen.Key(&fyne.KeyEvent{Name: name})
	s.runner.Drain()
}

func (s *shell) alt(name fyne.KeyName) {
	s.screen.Shortcut(&desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierAlt})
	s.runner.Drain()
}

// save keeps a picture of the window where CONCORD_PICTURES says.
func (s *shell) save(tb testing.TB, name string) {
	tb.Helper()
	folder := os.Getenv("CONCORD_PICTURES")
	if folder == "" {
		return
	}
	file, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, s.window.Canvas().Capture()); err != nil {
		tb.Fatal(err)
	}
}

func TestFieldsAreKeptWhenTheyAreLeft(t *testing.T) {
	s := newStudy(t)
	w := window(s, s.ana, false, s.code("Own limits").ID)
	if w.screen.TraceFacts()["chosen"] != "Self-awareness/Own limits" || len(w.failed) > 0 {
		t.Fatalf("facts %v, failed %v", w.screen.TraceFacts(), w.failed)
	}
	w.write("definition", "What the student can't give.")
	w.write("use when", "They say so.")
	w.write("memo", "Too wide?")
	if code := s.code("Own limits"); code.Definition != "What the student can't give." || code.Include != "They say so." {
		t.Errorf("kept %+v; failed %v", code, w.failed)
	}
	entry, err := s.as(s.ana).Undo(t.Context())
	if err != nil || entry.Label != "write a memo" {
		t.Errorf("the last step is %q, %v", entry.Label, err)
	}
	if _, err = s.as(s.ana).Undo(t.Context()); err != nil || s.code("Own limits").Include != "" || s.code("Own limits").Definition == "" {
		t.Errorf("one undo takes back %+v, %v", s.code("Own limits"), err)
	}
}

func TestAnotherCodeKeepsWhatWasTyped(t *testing.T) {
	s := newStudy(t)
	w := window(s, s.ana, false, s.code("Own limits").ID)
	w.window.Canvas().Focus(w.entry("not when"))
	test.Type(w.entry("not when"), "It is tiredness.")
	w.screen.ShowCode(s.code("Carrying it home").ID)
	w.runner.Drain()
	if s.code("Own limits").Exclude != "It is tiredness." || s.code("Carrying it home").Exclude != "" || len(w.failed) > 0 {
		t.Errorf("kept %q; failed %v", s.code("Own limits").Exclude, w.failed)
	}
	if w.entry("not when").(interface{ SelectedText() string }) == nil || w.screen.TraceFacts()["chosen"] != "Self-awareness/Carrying it home" {
		t.Errorf("facts %v", w.screen.TraceFacts())
	}
}

func TestKeysAddRenameAndMove(t *testing.T) {
	s := newStudy(t)
	w := window(s, s.ana, false, s.code("Own limits").ID)
	w.key(fyne.KeyInsert)
	test.Type(w.window.Canvas().Focused(), "Being tired")
	w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.runner.Drain()
	if w.screen.TraceFacts()["chosen"] != "Self-awareness/Being tired" {
		t.Fatalf("after adding: %v, failed %v", w.screen.TraceFacts(), w.failed)
	}
	w.alt(fyne.KeyUp)
	if s.code("Being tired").Order != 2 {
		t.Errorf("after Alt+Up its place is %d", s.code("Being tired").Order)
	}
	w.key(fyne.KeyF2)
	w.window.Canvas().Focused().(interface{ SetText(string) }).SetText("Tiredness")
	w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.runner.Drain()
	if w.screen.TraceFacts()["chosen"] != "Self-awareness/Tiredness" || len(w.failed) > 0 {
		t.Errorf("after F2: %v, failed %v", w.screen.TraceFacts(), w.failed)
	}
	w.screen.Shortcut(&fyne.ShortcutCut{})
	w.screen.ShowCode(s.code("Noticing own feelings").ID)
	w.runner.Drain()
	w.screen.Shortcut(&fyne.ShortcutPaste{})
	w.runner.Drain()
	if s.code("Tiredness").Order != 1 || len(w.failed) > 0 {
		t.Errorf("pasted at %d; failed %v", s.code("Tiredness").Order, w.failed)
	}
	w.key(fyne.KeyInsert)
	test.Type(w.window.Canvas().Focused(), "Tiredness")
	w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.runner.Drain()
	if len(w.failed) != 1 || !strings.Contains(w.failed[0].Error(), "Tiredness") {
		t.Errorf("a name twice: %v", w.failed)
	}
}

func TestExportAndImportFromTheScreen(t *testing.T) {
	s := newStudy(t)
	w := window(s, s.ana, false, "")
	w.file = filepath.Join(t.TempDir(), "book.qdc")
	for _, name := range []string{"Export the codebook", "Import a codebook"} {
		for _, c := range w.screen.Commands() {
			if c.Name == name {
				c.Do()
				w.runner.Drain()
			}
		}
	}
	if len(w.said) != 2 || len(w.failed) > 0 {
		t.Errorf("said %q; failed %v", w.said, w.failed)
	}
}

// TestPicturesOfTheSample draws the sample study's codebook where
// CONCORD_PICTURES names a folder.
func TestPicturesOfTheSample(t *testing.T) {
	path := filepath.Join(t.TempDir(), sample.File)
	if err := sample.Build(t.Context(), path, nil); err != nil {
		t.Fatal(err)
	}
	s := &study{tb: t, mint: coding.NewMint(time.Now, rand.Reader)}
	var err error
	if s.db, err = sqlite.Open(t.Context(), path, sqlite.Options{Mint: s.mint, NoBackup: true}); err != nil {
		t.Fatal(err)
	}
	defer s.db.Close()
	coders, err := s.db.As("").Coders(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s.ana = coders[0]
	w := window(s, s.ana, false, s.code("Noticing own feelings").ID)
	w.save(t, "codebook")
	w = window(s, s.ana, true, s.code("Own limits").ID)
	w.save(t, "codebook-dark")
	if len(w.failed) > 0 {
		t.Error(w.failed)
	}
	empty := newStudy(t)
	for _, name := range []string{"Noticing own feelings", "Own limits", "Carrying it home", "Self-awareness"} {
		if err := empty.as(empty.ana).RemoveCode(t.Context(), empty.code(name)); err != nil {
			t.Fatal(err)
		}
	}
	window(empty, empty.ana, false, "").save(t, "codebook-empty")
}
