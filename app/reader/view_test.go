package reader_test

import (
	"context"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"concord/app/reader"
	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
)

// shell stands in for the window around the screen.
type shell struct {
	session *coding.Session
	me      coding.Coder
	runner  *task.Runner
	window  fyne.Window
	screen  *reader.Screen
	said    []string
	failed  []error
	kept    map[string]string
	shown   coding.CodeID
	imports int
}

func (s *shell) Session() *coding.Session { return s.session }
func (s *shell) Me() coding.Coder         { return s.me }
func (s *shell) Tasks() *task.Runner      { return s.runner }
func (s *shell) Window() fyne.Window      { return s.window }
func (s *shell) Say(format string, args ...any) {
	s.said = append(s.said, fmt.Sprintf(format, args...))
}
func (s *shell) Ask(_, _, _ string, then func()) { then() }
func (s *shell) ShowCode(id coding.CodeID)       { s.shown = id }
func (s *shell) ShowImport(string)               { s.imports++ }
func (s *shell) Remember(key, value string)      { s.kept[key] = value }
func (s *shell) Recall(key string) string        { return s.kept[key] }
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

// window shows the screen to a coder, at a size, without a display.
func window(s *study, me coding.Coder, dark bool) *shell {
	s.tb.Helper()
	app := test.NewTempApp(s.tb)
	mode := ui.ModeLight
	if dark {
		mode = ui.ModeDark
	}
	app.Settings().SetTheme(&ui.Theme{Mode: mode, Scale: 1})
	sh := &shell{me: me, runner: task.NewQueue().Runner(), kept: map[string]string{}}
	sh.session = coding.NewSession(heard{s.db.As(me.ID), sh}, s.mint)
	sh.window = app.NewWindow("Read & code")
	sh.window.SetPadded(false)
	sh.screen = reader.New(sh)
	sh.window.SetContent(ui.NewDock(nil, nil, nil, nil, sh.screen.Object()))
	sh.window.Resize(fyne.NewSize(1352, 824))
	sh.screen.Shown()
	sh.runner.Drain()
	return sh
}

func (s *shell) text() *ui.CodedText { return s.screen.TraceThings()["text"].(*ui.CodedText) }

// press types keys: letters and digits as they are, names in brackets.
func (s *shell) press(keys string) {
	for keys != "" {
		focused := s.window.Canvas().Focused()
		if name, rest, found := strings.Cut(strings.TrimPrefix(keys, "["), "]"); found && keys[0] == '[' {
			keys = rest
			if mod, key, combined := strings.Cut(name, "+"); combined {
				m := map[string]fyne.KeyModifier{"Alt": fyne.KeyModifierAlt, "Ctrl": fyne.KeyModifierControl}[mod]
				focused.(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyName(key), Modifier: m})
			} else {
				focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(name)})
			}
		} else {
			focused.TypedRune(rune(keys[0]))
			keys = keys[1:]
		}
		s.runner.Drain()
	}
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

func (s *shell) facts() map[string]any { return s.screen.TraceFacts() }

func TestKeysCodeTheSelectedWords(t *testing.T) {
	s := newStudy(t, texts())
	w := window(s, s.ana, false)
	if w.facts()["sources"] != 5 {
		t.Fatalf("facts %v, failed %v", w.facts(), w.failed)
	}
	w.press("1")
	if len(w.said) != 1 {
		t.Errorf("a digit with nothing selected says %v", w.said)
	}
	w.text().Select(1, coding.Span{Start: 27, End: 39})
	w.press("1")
	if got := fmt.Sprint(w.facts()["codes"]); got != "[Being heard without judgement]" {
		t.Errorf("after 1: %v", got)
	}
	w.press("k")
	if w.facts()["quick"] != true {
		t.Fatal("K opens no box")
	}
	w.press("own[Down][Up][Return]")
	if got := fmt.Sprint(w.facts()["codes"]); got != "[Being heard without judgement Own limits]" || w.facts()["quick"] != false {
		t.Errorf("after K own Enter: %v", got)
	}
	w.press("[Delete]")
	if got := fmt.Sprint(w.facts()["codes"]); got != "[Being heard without judgement]" {
		t.Errorf("Delete leaves %v", got)
	}
	w.press("l")
	if got := fmt.Sprint(w.facts()["codes"]); got != "[Being heard without judgement Own limits]" {
		t.Errorf("after L: %v", got)
	}
	w.press("jc")
	if got := fmt.Sprint(w.facts()["selected"]); got != "[0 20]" || w.facts()["at"] != 2 {
		t.Errorf("J C selects %v of %v", got, w.facts()["at"])
	}
	w.press("kCriticism/Nice[Ctrl+Return]")
	if got := fmt.Sprint(w.facts()["codes"]); got != "[Nice]" {
		t.Errorf("a new code: %v", got)
	}
	w.press("ji")
	w.text().Select(3, coding.Span{Start: 2, End: 12})
	w.press("i")
	if got := fmt.Sprint(w.facts()["codes"]); got != "[did not sa]" {
		t.Errorf("in vivo: %v", got)
	}
	if _, err := w.session.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.runner.Drain()
	if w.facts()["marks"] != 0 || len(w.failed) > 0 {
		t.Errorf("undo leaves %v; failed %v", w.facts()["codes"], w.failed)
	}
}

func TestKeysMoveUnsureMemoAndDone(t *testing.T) {
	s := newStudy(t, texts())
	round := s.round("Round 1", true, 4)
	w := window(s, s.ana, false)
	if w.facts()["sources"] != 4 || w.facts()["round"] != "Round 1" {
		t.Fatalf("facts %v", w.facts())
	}
	w.text().Select(0, coding.Span{Start: 21, End: 45})
	w.press("3[Alt+Left]u")
	m := open(s, s.ana)
	band := m.Bands(0)[0]
	if band.Span != (coding.Span{Start: 21, End: 43}) || !band.Unsure || band.Codings[0].Round != round.ID {
		t.Errorf("band %+v; said %v; failed %v", band, w.said, w.failed)
	}
	w.press("mWhy[Escape]")
	if memos := open(s, s.ana).Bands(0)[0].Memos; len(memos) != 1 || memos[0].Text != "Why" || memos[0].Round != round.ID {
		t.Errorf("memos %+v, failed %v", memos, w.failed)
	}
	w.press("d")
	if w.facts()["at"] != 1 || !open(s, s.ana).Done(0) {
		t.Errorf("D leaves the caret at %v", w.facts()["at"])
	}
	w.press("Jd")
	if open(s, s.ana).Done(0) {
		t.Error("D again doesn't take the mark back")
	}
	w.press("n")
	if w.facts()["at"] != 1 || len(w.failed) > 0 {
		t.Errorf("N goes to %v; failed %v", w.facts()["at"], w.failed)
	}
}

func TestDraggedEdgeReshapesTheExcerpt(t *testing.T) {
	s := newStudy(t, texts())
	c := s.apply(s.ana, "", 0, "Not the only one", 21, 45)
	w := window(s, s.ana, false)
	w.text().SelectMark(0, string(c.ID))
	w.text().OnMove(0, string(c.ID), coding.Span{Start: 2, End: 45})
	w.runner.Drain()
	if got := open(s, s.ana).Bands(0)[0].Span; got.Start != 2 || len(w.failed) > 0 {
		t.Errorf("span %v; failed %v", got, w.failed)
	}
}

func TestNothingToReadOffersTheImport(t *testing.T) {
	s := newStudy(t, nil)
	w := window(s, s.ana, false)
	w.save(t, "read-empty")
	if w.facts()["sources"] != 0 || len(w.failed) > 0 {
		t.Errorf("facts %v; failed %v", w.facts(), w.failed)
	}
}

func TestShowSourceSelectsTheSpan(t *testing.T) {
	s := newStudy(t, texts())
	w := window(s, s.ana, false)
	w.screen.ShowSource(s.sources()[3].ID, coding.Span{Start: 2, End: 9})
	w.runner.Drain()
	if w.facts()["at"] != 3 || fmt.Sprint(w.facts()["selected"]) != "[2 9]" {
		t.Errorf("facts %v", w.facts())
	}
}

func TestOthersStepsAppearOnceTheScreenIsShown(t *testing.T) {
	s := newStudy(t, texts())
	w := window(s, s.ana, false)
	s.apply(s.ben, "", 0, "Own limits", 21, 45)
	if w.facts()["marks"] != 0 {
		t.Error("the step is there before anybody looked")
	}
	w.screen.Shown()
	w.runner.Drain()
	if w.facts()["marks"] != 1 || len(w.failed) > 0 {
		t.Errorf("facts %v; failed %v", w.facts(), w.failed)
	}
}

func TestPlacesToLookAtAreShownAlone(t *testing.T) {
	s := newStudy(t, texts())
	w := window(s, s.ana, false)
	all := w.facts()["sources"]
	w.screen.ShowAmong("To look at", []coding.Excerpt{
		{Source: s.sources()[1].ID, Span: coding.Span{Start: 2, End: 9}},
		{Source: s.sources()[3].ID, Span: coding.Span{Start: 1, End: 4}},
	})
	w.runner.Drain()
	if w.facts()["sources"] != 2 || w.facts()["at"] != 0 || fmt.Sprint(w.facts()["selected"]) != "[2 9]" {
		t.Errorf("facts %v", w.facts())
	}
	w.press("j")
	if w.facts()["at"] != 1 || fmt.Sprint(w.facts()["selected"]) != "[1 4]" {
		t.Errorf("after j: %v", w.facts())
	}
	w.press("[Escape]")
	if w.facts()["sources"] != all || w.facts()["at"] != 3 {
		t.Errorf("after Escape: %v", w.facts())
	}
}
