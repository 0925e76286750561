package codebook_test

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"concord/app/apptest"
	"concord/app/codebook"
	"concord/app/ui"
	"concord/coding"
)

// shell stands in for the window around the screen.
type shell struct {
	*apptest.Shell
	screen *codebook.Screen
}

// window shows the screen to a coder, with a code chosen.
func window(s *study, me coding.Coder, mode ui.Mode, code coding.CodeID) *shell {
	s.TB.Helper()
	sh := &shell{Shell: apptest.NewShell(s.TB, s.Study, me, mode)}
	sh.Remember("codebook.code", string(code))
	sh.screen = codebook.New(sh)
	sh.Show(sh.screen)
	return sh
}

func (s *shell) entry(name string) fyne.Focusable {
	return s.Thing(name).(fyne.Focusable)
}

// write types into a field and leaves it.
func (s *shell) write(name, text string) {
	field := s.entry(name)
	s.Window().Canvas().Focus(field)
	field.(interface{ SetText(string) }).SetText(text)
	s.Window().Canvas().Unfocus()
	s.Drain()
}

func TestFieldsAreKeptWhenTheyAreLeft(t *testing.T) {
	s := newStudy(t)
	w := window(s, s.ana, ui.ModeLight, s.Code("Own limits").ID)
	if w.Facts()["chosen"] != "Self-awareness/Own limits" || len(w.Failed) > 0 {
		t.Fatalf("facts %v, failed %v", w.Facts(), w.Failed)
	}
	w.write("definition", "What the student can't give.")
	w.write("use when", "They say so.")
	w.write("memo", "Too wide?")
	if code := s.Code("Own limits"); code.Definition != "What the student can't give." || code.Include != "They say so." {
		t.Errorf("kept %+v; failed %v", code, w.Failed)
	}
	entry, err := s.As(s.ana).Undo(t.Context())
	if err != nil || entry.Label != "write a memo" {
		t.Errorf("the last step is %q, %v", entry.Label, err)
	}
	if _, err = s.As(s.ana).Undo(t.Context()); err != nil || s.Code("Own limits").Include != "" || s.Code("Own limits").Definition == "" {
		t.Errorf("one undo takes back %+v, %v", s.Code("Own limits"), err)
	}
}

func TestWhatCouldNotBeKeptStaysInItsField(t *testing.T) {
	s := newStudy(t)
	w := window(s, s.ana, ui.ModeLight, s.Code("Own limits").ID)
	w.Refuses = syscall.ENOSPC
	w.write("definition", "What the student can't give.")
	w.write("memo", "Too wide?")
	if len(w.Failed) != 2 || s.Code("Own limits").Definition != "" {
		t.Fatalf("kept %+v; failed %v", s.Code("Own limits"), w.Failed)
	}
	w.Refuses = nil
	for _, name := range []string{"definition", "memo"} {
		w.Window().Canvas().Focus(w.entry(name))
		w.Window().Canvas().Unfocus()
		w.Drain()
	}
	memos, err := s.As(s.ana).Memos(t.Context(), coding.MemoFilter{})
	if err != nil || len(memos) != 1 || memos[0].Text != "Too wide?" || s.Code("Own limits").Definition == "" || len(w.Failed) != 2 {
		t.Errorf("kept when there was room again: %+v, %+v; failed %v, %v", s.Code("Own limits"), memos, w.Failed, err)
	}
}

func TestAnotherCodeKeepsWhatWasTyped(t *testing.T) {
	s := newStudy(t)
	w := window(s, s.ana, ui.ModeLight, s.Code("Own limits").ID)
	w.Window().Canvas().Focus(w.entry("not when"))
	test.Type(w.entry("not when"), "It is tiredness.")
	w.screen.ShowCode(s.Code("Carrying it home").ID)
	w.Drain()
	if s.Code("Own limits").Exclude != "It is tiredness." || s.Code("Carrying it home").Exclude != "" || len(w.Failed) > 0 {
		t.Errorf("kept %q; failed %v", s.Code("Own limits").Exclude, w.Failed)
	}
	if w.entry("not when").(interface{ SelectedText() string }) == nil || w.Facts()["chosen"] != "Self-awareness/Carrying it home" {
		t.Errorf("facts %v", w.Facts())
	}
}

func TestKeysAddRenameAndMove(t *testing.T) {
	s := newStudy(t)
	w := window(s, s.ana, ui.ModeLight, s.Code("Own limits").ID)
	w.Press("[Insert]")
	w.Press("Being tired[Return]")
	if w.Facts()["chosen"] != "Self-awareness/Being tired" {
		t.Fatalf("after adding: %v, failed %v", w.Facts(), w.Failed)
	}
	w.Press("[Alt+Up]")
	if s.Code("Being tired").Order != 2 {
		t.Errorf("after Alt+Up its place is %d", s.Code("Being tired").Order)
	}
	w.Press("[F2]")
	w.Window().Canvas().Focused().(interface{ SetText(string) }).SetText("Tiredness")
	w.Press("[Return]")
	if w.Facts()["chosen"] != "Self-awareness/Tiredness" || len(w.Failed) > 0 {
		t.Errorf("after F2: %v, failed %v", w.Facts(), w.Failed)
	}
	w.screen.Shortcut(&fyne.ShortcutCut{})
	w.screen.ShowCode(s.Code("Noticing own feelings").ID)
	w.Drain()
	w.screen.Shortcut(&fyne.ShortcutPaste{})
	w.Drain()
	if s.Code("Tiredness").Order != 1 || len(w.Failed) > 0 {
		t.Errorf("pasted at %d; failed %v", s.Code("Tiredness").Order, w.Failed)
	}
	w.Press("[Insert]")
	w.Press("Tiredness[Return]")
	if len(w.Failed) != 1 || !strings.Contains(w.Failed[0].Error(), "Tiredness") {
		t.Errorf("a name twice: %v", w.Failed)
	}
}

func TestExportAndImportFromTheScreen(t *testing.T) {
	s := newStudy(t)
	w := window(s, s.ana, ui.ModeLight, "")
	w.File = filepath.Join(t.TempDir(), "book.qdc")
	w.Command("Export the codebook")
	w.Command("Import a codebook")
	if len(w.Said) != 2 || len(w.Failed) > 0 {
		t.Errorf("said %q; failed %v", w.Said, w.Failed)
	}
}

// TestPicturesOfTheSample draws the sample study's codebook where
// CONCORD_PICTURES names a folder.
func TestPicturesOfTheSample(t *testing.T) {
	s := &study{Study: apptest.Sample(t)}
	s.ana = s.Coders[0]
	w := window(s, s.ana, ui.ModeLight, s.Code("Noticing own feelings").ID)
	w.Save("codebook")
	w = window(s, s.ana, ui.ModeDark, s.Code("Own limits").ID)
	w.Save("codebook-dark")
	if len(w.Failed) > 0 {
		t.Error(w.Failed)
	}
	empty := newStudy(t)
	for _, name := range []string{"Noticing own feelings", "Own limits", "Carrying it home", "Self-awareness"} {
		if err := empty.As(empty.ana).RemoveCode(t.Context(), empty.Code(name)); err != nil {
			t.Fatal(err)
		}
	}
	window(empty, empty.ana, ui.ModeLight, "").Save("codebook-empty")
}
