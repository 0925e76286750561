package library_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"concord/app/ui"
	"concord/coding"
)

func (s *shell) key(name fyne.KeyName) {
	s.tb.Helper()
	if focused := s.window.Canvas().Focused(); focused != nil {
		focused.TypedKey(&fyne.KeyEvent{Name: name})
	} else {
		s.screen.Key(&fyne.KeyEvent{Name: name})
	}
	s.runner.Drain()
}

func (s *shell) typed(words string) {
	s.tb.Helper()
	for _, r := range words {
		s.window.Canvas().Focused().TypedRune(r)
		s.runner.Drain()
	}
}

func (s *shell) sound() {
	s.tb.Helper()
	for _, err := range s.failed {
		s.tb.Error(err)
	}
}

func TestEnterOpensATextAndTheFilterNarrowsTheTable(t *testing.T) {
	db, mint := study(t)
	w := window(t, db, mint, coder(t, db, "Ana"), ui.ModeLight)
	w.key(fyne.KeyDown)
	w.key(fyne.KeyReturn)
	if w.source == "" {
		t.Error("nothing was opened")
	}
	w.typed("/r-001")
	if got := w.screen.TraceFacts()["rows"]; got != 2 {
		t.Errorf("got %v rows", got)
	}
	w.key(fyne.KeyEscape)
	w.sound()
}

func TestCellsAreEditedInPlace(t *testing.T) {
	db, mint := study(t)
	lead := coder(t, db, "Mira")
	w := window(t, db, mint, lead, ui.ModeLight)
	w.tap("Respondents")
	w.key(fyne.KeyRight)
	w.key(fyne.KeyRight) // the first attribute
	w.key(fyne.KeyReturn)
	for range "2026A" {
		w.key(fyne.KeyBackspace)
	}
	w.typed("2027B")
	w.save("cell")
	w.key(fyne.KeyReturn)
	w.key(fyne.KeyReturn)
	w.typed("x")
	w.key(fyne.KeyEscape)
	w.sound()
	s := load(t, w.session)
	a := s.Attributes[0]
	if got := s.Cases[0].Values[a.ID]; got != "2027B" {
		t.Errorf("%s: got %q", a.Name, got)
	}
	if got := s.Cases[1].Values[a.ID]; strings.HasSuffix(got, "x") {
		t.Errorf("Escape kept %q", got)
	}
	entry, err := w.session.NextUndo(t.Context())
	if err != nil || !strings.Contains(entry.Label, "2027B") {
		t.Errorf("got %+v, %v", entry, err)
	}
}

func TestARoundIsOpenedFinishedAndClosed(t *testing.T) {
	db, mint := study(t)
	lead := window(t, db, mint, coder(t, db, "Mira"), ui.ModeLight)
	lead.tap("Open a round…")
	lead.tap("A percentage")
	lead.save("percentage")
	lead.tap("Open the round")
	lead.save("opened")
	lead.sound()
	ana := window(t, db, mint, coder(t, db, "Ana"), ui.ModeLight)
	ana.save("blind")
	ana.tap("Mark all mine done")
	ana.sound()
	if !strings.Contains(ana.said[0], "31") {
		t.Errorf("said %q", ana.said)
	}
	again := window(t, db, mint, coder(t, db, "Mira"), ui.ModeLight)
	again.tap("Close Round 2…")
	again.sound()
	if !strings.Contains(again.asked[0], "Ben Okafor hasn't marked 31 of 31") {
		t.Errorf("asked %q", again.asked)
	}
	rounds, err := db.As("").Rounds(t.Context())
	if err != nil || !rounds[2].Closed || rounds[2].Sample.Size != 31 || !rounds[2].Blind {
		t.Errorf("got %+v, %v", rounds, err)
	}
}

func TestACoderIsAdded(t *testing.T) {
	db, mint, me := empty(t)
	w := window(t, db, mint, me, ui.ModeLight)
	w.tap("Add a coder…")
	w.tap("Add the coder")
	w.save("coder-wrong")
	w.typed("Ben Okoye")
	w.tap("Add the coder")
	w.sound()
	if s := load(t, w.session); len(s.Coders) != 3 || s.Coders[2].Name != "Ben Okoye" {
		t.Errorf("got %+v", s.Coders)
	}
}

func TestASurveyComesInByTheRule(t *testing.T) {
	db, mint, me := empty(t)
	w := window(t, db, mint, me, ui.ModeLight)
	w.screen.ShowImport(survey(t))
	w.runner.Drain()
	w.tap("+ A rule on who counts")
	field := w.screen.TraceThings()["value"].(fyne.Focusable)
	w.window.Canvas().Focus(field)
	w.typed("6")
	w.save("import-rule")
	w.tap("Not right?")
	w.save("import-form")
	w.tap("Import 104 comments")
	w.sound()
	if len(w.said) != 1 || !strings.Contains(w.said[0], "104") {
		t.Errorf("said %q", w.said)
	}
	facts := w.screen.TraceFacts()
	if facts["importing"] != false || facts["rows"] != 104 || facts["cases"] != 58 {
		t.Errorf("got %v", facts)
	}
	w.save("imported")
	if _, err := w.session.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if s := load(t, w.session); len(s.Rows) != 0 || len(s.Cases) != 0 {
		t.Errorf("after undo %d texts and %d cases are left", len(s.Rows), len(s.Cases))
	}
}

func TestAFileThatCantBeReadSaysSoAndCanBeReadOtherwise(t *testing.T) {
	db, mint, me := empty(t)
	w := window(t, db, mint, me, ui.ModeLight)
	bad := filepath.Join(t.TempDir(), "bad.csv")
	if err := os.WriteFile(bad, []byte("id,comment\n1,\x81\x8d\x8f no encoding has this"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.screen.ShowImport(bad)
	w.runner.Drain()
	w.save("import-bad")
	if len(w.failed) != 1 {
		t.Fatalf("got %v", w.failed)
	}
	w.tap("Encoding ▾")
	w.tap("Cancel")
	w.screen.ShowImport("study.pdf")
	if len(w.failed) != 2 || !strings.Contains(w.failed[1].Error(), ".csv") {
		t.Errorf("got %v", w.failed)
	}
}

func TestLeavingAnImportChangesNothing(t *testing.T) {
	db, mint, me := empty(t)
	w := window(t, db, mint, me, ui.ModeLight)
	before, err := w.session.Seq(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	w.screen.ShowImport(survey(t))
	w.screen.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	w.runner.Drain()
	w.screen.ShowImport(survey(t))
	w.runner.Drain()
	w.tap("Cancel")
	w.sound()
	if after, err := w.session.Seq(t.Context()); err != nil || after != before || w.screen.TraceFacts()["importing"] != false {
		t.Errorf("got event %d after %d, %v", after, before, err)
	}
	if w.source != coding.SourceID("") {
		t.Error("something was opened")
	}
}

// table writes a table to import.
func table(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestNamesInTheTextAreSaidBeforeAndShownAfterTheImport(t *testing.T) {
	db, mint, me := empty(t)
	w := window(t, db, mint, me, ui.ModeLight)
	w.screen.ShowImport(table(t, "talk.csv", "ID,Answer\nR1,I was taught by Dr Okafor on ward 7B that week.\nR2,Nothing happened that I could tell you.\nR3,Please write to me at r3@example.org about it.\n"))
	w.runner.Drain()
	w.save("import-names")
	w.tap("Import 3 comments")
	w.sound()
	w.save("imported-names")
	w.tap("Look at them")
	if len(w.among) != 3 {
		t.Fatalf("got %v", w.among)
	}
	w.among = nil
	w.screen.Rune('l')
	if len(w.among) != 3 {
		t.Errorf("by key: %v", w.among)
	}
	if _, err := w.session.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.runner.Drain()
	w.among = nil
	w.screen.Rune('l')
	if len(w.among) != 0 {
		t.Errorf("what was undone is still pointed at: %v", w.among)
	}
}

func TestRespondentsComeInAloneWhenTheyAreWanted(t *testing.T) {
	db, mint, me := empty(t)
	w := window(t, db, mint, me, ui.ModeLight)
	w.screen.ShowImport(table(t, "cases.csv", "case,Age,gender\nID1,20,f\nID2,22,m\n"))
	w.runner.Drain()
	w.save("import-no-text")
	w.tap("Bring in the respondents alone")
	w.save("import-alone")
	w.tap("Import 2 respondents")
	w.sound()
	if s := load(t, w.session); len(s.Cases) != 2 || len(s.Rows) != 0 || len(s.Attributes) != 2 {
		t.Errorf("%d cases, %d texts, %d attributes", len(s.Cases), len(s.Rows), len(s.Attributes))
	}
}

func TestACoderOfTheSameNameIsntAdded(t *testing.T) {
	db, mint, me := empty(t)
	w := window(t, db, mint, me, ui.ModeLight)
	w.screen.DraftCoder()
	before := load(t, w.session)
	w.typed(strings.ToUpper(before.Coders[0].Name))
	w.tap("Add the coder")
	w.sound()
	if s := load(t, w.session); len(s.Coders) != len(before.Coders) {
		t.Errorf("got %+v", s.Coders)
	}
}
