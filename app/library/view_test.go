package library_test

import (
	"context"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"concord/app/library"
	"concord/app/sample"
	"concord/app/task"
	"concord/app/ui"
	"concord/assets"
	"concord/coding"
	"concord/coding/store"
	"concord/coding/store/sqlite"
)

// shell stands in for the window around the screen.
type shell struct {
	tb      testing.TB
	session *coding.Session
	runner  *task.Runner
	window  fyne.Window
	screen  *library.Screen
	said    []string
	failed  []error
	asked   []string
	kept    map[string]string
	source  coding.SourceID
	wanted  []string
	among   []coding.Excerpt
}

func (s *shell) Session() *coding.Session { return s.session }
func (s *shell) Tasks() *task.Runner      { return s.runner }
func (s *shell) Window() fyne.Window      { return s.window }
func (s *shell) Say(format string, args ...any) {
	s.said = append(s.said, fmt.Sprintf(format, args...))
}

func (s *shell) Ask(title, text, _ string, then func()) {
	s.asked = append(s.asked, title+" "+text)
	then()
}

func (s *shell) ShowSource(id coding.SourceID, _ coding.Span)   { s.source = id }
func (s *shell) ShowAmong(_ string, places []coding.Excerpt)    { s.among = places }
func (s *shell) OpenFile(endings []string, _ func(path string)) { s.wanted = endings }
func (s *shell) Remember(key, value string)                     { s.kept[key] = value }
func (s *shell) Recall(key string) string                       { return s.kept[key] }
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

// window shows the screen to a coder, without a display.
func window(tb testing.TB, db *store.DB, mint *coding.Mint, me coding.CoderID, mode ui.Mode) *shell {
	tb.Helper()
	app := test.NewTempApp(tb)
	app.Settings().SetTheme(&ui.Theme{Mode: mode, Scale: 1})
	sh := &shell{tb: tb, runner: task.NewQueue().Runner(), kept: map[string]string{}}
	sh.session = coding.NewSession(heard{db.As(me), sh}, mint)
	sh.window = app.NewWindow("Library")
	sh.window.SetPadded(false)
	sh.screen = library.New(sh)
	sh.window.SetContent(ui.NewDock(nil, nil, nil, nil, sh.screen.Object()))
	sh.window.Resize(fyne.NewSize(1352, 824))
	sh.screen.Shown()
	sh.runner.Drain()
	return sh
}

// save keeps a picture of the window where CONCORD_PICTURES says.
func (s *shell) save(name string) {
	s.tb.Helper()
	folder := os.Getenv("CONCORD_PICTURES")
	if folder == "" {
		return
	}
	file, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		s.tb.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, s.window.Canvas().Capture()); err != nil {
		s.tb.Fatal(err)
	}
}

// tap taps the button, link or pill with these words.
func (s *shell) tap(words string) {
	s.tb.Helper()
	for _, tree := range append([]fyne.CanvasObject{s.window.Canvas().Content()}, s.window.Canvas().Overlays().List()...) {
		if o := find(tree, words); o != nil {
			o.Tapped(&fyne.PointEvent{})
			s.runner.Drain()
			return
		}
	}
	s.tb.Fatalf("nothing on screen says %q", words)
}

// find looks for what can be tapped and says these words.
func find(o fyne.CanvasObject, words string) fyne.Tappable {
	if o == nil || !o.Visible() {
		return nil
	}
	text := ""
	switch w := o.(type) {
	case *ui.Button:
		text = w.Text
	case *ui.Link:
		text = w.Text
	case *ui.Pill:
		text = w.Text
	}
	if text == words {
		return o.(fyne.Tappable)
	}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		if found := find(child, words); found != nil {
			return found
		}
	}
	return nil
}

// built is the sample study's file: making it takes longer than a test.
var built = sync.OnceValues(func() ([]byte, error) {
	folder, err := os.MkdirTemp("", "library")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, sample.File)
	if err := sample.Build(context.Background(), path, nil); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// study opens a copy of the sample study.
func study(tb testing.TB) (*store.DB, *coding.Mint) {
	tb.Helper()
	data, err := built()
	if err != nil {
		tb.Fatal(err)
	}
	path := filepath.Join(tb.TempDir(), sample.File)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		tb.Fatal(err)
	}
	mint := newMint()
	db, err := sqlite.Open(tb.Context(), path, sqlite.Options{Mint: mint, NoBackup: true})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { db.Close() })
	return db, mint
}

// empty makes a project with a supervisor and a coder, and nothing else.
func empty(tb testing.TB) (*store.DB, *coding.Mint, coding.CoderID) {
	tb.Helper()
	mint := newMint()
	lead, ana := coding.NewCoder(mint, "Mira Kern", true, 0), coding.NewCoder(mint, "Ana Novak", false, 1)
	db, err := sqlite.Create(tb.Context(), filepath.Join(tb.TempDir(), "empty.concord"), sqlite.Options{Mint: mint, NoBackup: true},
		coding.Project{Name: "New study"}, lead, ana)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { db.Close() })
	return db, mint, lead.ID
}

func newMint() *coding.Mint {
	at := time.Date(2026, time.December, 1, 9, 0, 0, 0, time.UTC)
	return coding.NewMint(func() time.Time { at = at.Add(time.Second); return at }, random(7))
}

// coder finds a coder whose name begins so.
func coder(tb testing.TB, db *store.DB, name string) coding.CoderID {
	tb.Helper()
	coders, err := db.As("").Coders(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	for _, c := range coders {
		if len(c.Name) >= len(name) && c.Name[:len(name)] == name {
			return c.ID
		}
	}
	tb.Fatalf("no coder %q among %v", name, coders)
	return ""
}

// survey writes the sample study's export to a file.
func survey(tb testing.TB) string {
	tb.Helper()
	data, err := assets.Sample().Open(sample.Survey)
	if err != nil {
		tb.Fatal(err)
	}
	defer data.Close()
	path := filepath.Join(tb.TempDir(), sample.Survey)
	file, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	if _, err := file.ReadFrom(data); err != nil {
		tb.Fatal(err)
	}
	return path
}

// TestPictures draws the screen where CONCORD_PICTURES names a folder.
func TestPictures(t *testing.T) {
	for _, mode := range []ui.Mode{ui.ModeLight, ui.ModeDark} {
		suffix := map[ui.Mode]string{ui.ModeLight: "", ui.ModeDark: "-dark"}[mode]
		db, mint := study(t)
		w := window(t, db, mint, coder(t, db, "M"), mode)
		w.save("library" + suffix)
		w.tap("Respondents")
		w.save("respondents" + suffix)
		w.tap("Texts")
		w.tap("Open a round…")
		w.tap("A number")
		w.save("round" + suffix)
		bare, mint, me := empty(t)
		e := window(t, bare, mint, me, mode)
		e.save("empty" + suffix)
		e.screen.ShowImport(survey(t))
		e.runner.Drain()
		e.save("import" + suffix)
		for _, err := range append(w.failed, e.failed...) {
			t.Error(err)
		}
	}
}
