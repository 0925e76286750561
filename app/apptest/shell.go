package apptest

import (
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"concord/app/task"
	"concord/app/ui"
	"concord/app/wordbook"
	"concord/assets"
	"concord/coding"
)

// Screen is what the stand-in asks of the screen that it shows.
type Screen interface {
	Object() fyne.CanvasObject
	Shown()
	Changed(events []coding.Event)
	Key(ev *fyne.KeyEvent) bool
	Rune(r rune) bool
	Shortcut(sh fyne.Shortcut) bool
	Commands() []ui.Command
	TraceThings() map[string]fyne.CanvasObject
	TraceFacts() map[string]any
}

// Shell stands in for the window around one screen, without a display. It has
// what several screens ask of the window and notes what they asked.
type Shell struct {
	TB testing.TB
	// Queue is the UI goroutine, which is the test's own.
	Queue *task.Queue
	// File is the answer to every question for a file. Without one, what is
	// saved goes to the test's own folder and nothing is opened.
	File string
	// Refuses is why the project takes no step, as on a full disk; nil where it does.
	Refuses error
	// Said are the messages, Asked the questions (all of which are answered
	// with yes), and Failed the troubles that the screen told.
	Said   []string
	Asked  []string
	Failed []error
	// Kept is what the screen remembers for the project.
	Kept map[string]string
	// Source, Code and Library are where the screen led last.
	Source  coding.SourceID
	Code    coding.CodeID
	Library bool

	me      coding.Coder
	session *coding.Session
	runner  *task.Runner
	window  fyne.Window
	screen  Screen
	box     *widget.PopUp
}

// NewShell makes a stand-in whose coder works in the study. Show gives it the
// screen, which needs its shell to be made.
func NewShell(tb testing.TB, s *Study, me coding.Coder, mode ui.Mode) *Shell {
	tb.Helper()
	sh := &Shell{TB: tb, Queue: task.NewQueue(), Kept: map[string]string{}, me: me}
	sh.runner = sh.Queue.Runner()
	sh.session = coding.NewSession(heard{s.DB.As(me.ID), sh}, s.Mint)
	app := test.NewTempApp(tb)
	if err := worded(); err != nil {
		tb.Fatal(err)
	}
	app.Settings().SetTheme(&ui.Theme{Mode: mode, Scale: 1})
	sh.window = app.NewWindow("Concord")
	sh.window.SetPadded(false)
	return sh
}

// worded gives the window its words, once for all tests of a package.
var worded = sync.OnceValue(func() error { return lang.AddTranslationsFS(assets.Translations()) })

// Show shows the screen, as large as it is in a window of 1440 by 900, and
// returns when it has loaded.
func (s *Shell) Show(screen Screen) {
	s.screen = screen
	s.window.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { screen.Key(ev) })
	s.window.Canvas().SetOnTypedRune(func(r rune) { screen.Rune(r) })
	s.window.SetContent(ui.NewDock(nil, nil, nil, nil, screen.Object()))
	s.window.Resize(fyne.NewSize(1352, 824))
	screen.Shown()
	s.Drain()
}

// Drain waits until no task runs and hands over what they found.
func (s *Shell) Drain() { s.runner.Drain() }

// heard is a store that tells the screen of each step, as the window does.
type heard struct {
	coding.Store
	shell *Shell
}

func (h heard) Do(ctx context.Context, step coding.Step) ([]coding.Event, error) {
	if h.shell.Refuses != nil {
		return nil, h.shell.Refuses
	}
	events, err := h.Store.Do(ctx, step)
	if err == nil {
		h.shell.runner.Do(func() { h.shell.screen.Changed(events) })
	}
	return events, err
}

// Session is the coder's, whose steps the screen is told of.
func (s *Shell) Session() *coding.Session { return s.session }

// Words are English.
func (s *Shell) Words() *wordbook.Book { return nil }

// Me is the coder.
func (s *Shell) Me() coding.Coder { return s.me }

// Tasks runs what takes long.
func (s *Shell) Tasks() *task.Runner { return s.runner }

// Window is the window.
func (s *Shell) Window() fyne.Window { return s.window }

// Now is always the same time.
func (s *Shell) Now() time.Time { return time.Date(2026, time.November, 3, 9, 0, 0, 0, time.UTC) }

// Say notes a message.
func (s *Shell) Say(format string, args ...any) {
	s.Said = append(s.Said, fmt.Sprintf(format, args...))
}

// Fail notes a trouble, unless there is none.
func (s *Shell) Fail(err error, doing string) {
	if err != nil {
		s.Failed = append(s.Failed, fmt.Errorf("%s: %w", doing, err))
	}
}

// Ask notes a question and answers yes.
func (s *Shell) Ask(title, text, _ string, then func()) {
	s.Asked = append(s.Asked, title+" "+text)
	then()
}

// Remember keeps a value under a key.
func (s *Shell) Remember(key, value string) { s.Kept[key] = value }

// Recall is the value that was kept under the key.
func (s *Shell) Recall(key string) string { return s.Kept[key] }

// ShowSource notes that the screen leads to a source.
func (s *Shell) ShowSource(id coding.SourceID, _ coding.Span) { s.Source = id }

// ShowCode notes that the screen leads to a code.
func (s *Shell) ShowCode(id coding.CodeID) { s.Code = id }

// ShowLibrary notes that the screen leads to the library.
func (s *Shell) ShowLibrary() { s.Library = true }

// SaveFile answers with File, or with a file of the suggested name.
func (s *Shell) SaveFile(suggested string, _ []string, then func(path string)) {
	if s.File == "" {
		then(filepath.Join(s.TB.TempDir(), suggested))
		return
	}
	then(s.File)
}

// OpenFile answers with File, if there is one.
func (s *Shell) OpenFile(_ []string, then func(path string)) {
	if s.File != "" {
		then(s.File)
	}
}

// Box shows a box over the screen.
func (s *Shell) Box(content fyne.CanvasObject, width float32, _ fyne.Focusable, _ func()) {
	s.box = widget.NewPopUp(content, s.window.Canvas())
	s.box.Resize(fyne.NewSize(width, 0))
	s.box.Resize(fyne.NewSize(width, s.box.MinSize().Height))
	s.box.ShowAtPosition(fyne.NewPos(100, 40))
}

// CloseBox takes the box away.
func (s *Shell) CloseBox() { s.box.Hide() }
