package library_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"concord/app/apptest"
	"concord/app/ui"
	"concord/coding"
)

func TestEnterOpensATextAndTheFilterNarrowsTheTable(t *testing.T) {
	study := apptest.Sample(t)
	w := window(study, study.Coder("Ana"), ui.ModeLight)
	w.Press("[Down]")
	w.Press("[Return]")
	if w.Source == "" {
		t.Error("nothing was opened")
	}
	w.Press("/r-001")
	if got := w.Facts()["rows"]; got != 2 {
		t.Errorf("got %v rows", got)
	}
	w.Press("[Escape]")
	w.Sound()
}

func TestCellsAreEditedInPlace(t *testing.T) {
	study := apptest.Sample(t)
	lead := study.Coder("Mira")
	w := window(study, lead, ui.ModeLight)
	w.Tap("Respondents")
	w.Press("[Right]")
	w.Press("[Right]") // the first attribute
	w.Press("[Return]")
	for range "2026A" {
		w.Press("[BackSpace]")
	}
	w.Press("2027B")
	w.Save("cell")
	w.Press("[Return]")
	w.Press("[Return]")
	w.Press("x")
	w.Press("[Escape]")
	w.Sound()
	s := load(t, w.Session())
	a := s.Attributes[0]
	if got := s.Cases[0].Values[a.ID]; got != "2027B" {
		t.Errorf("%s: got %q", a.Name, got)
	}
	if got := s.Cases[1].Values[a.ID]; strings.HasSuffix(got, "x") {
		t.Errorf("Escape kept %q", got)
	}
	entry, err := w.Session().NextUndo(t.Context())
	if err != nil || !strings.Contains(entry.Label, "2027B") {
		t.Errorf("got %+v, %v", entry, err)
	}
}

func TestARoundIsOpenedFinishedAndClosed(t *testing.T) {
	study := apptest.Sample(t)
	lead := window(study, study.Coder("Mira"), ui.ModeLight)
	lead.Tap("Open a round…")
	lead.Tap("A percentage")
	lead.Save("percentage")
	lead.Tap("Open the round")
	lead.Save("opened")
	lead.Sound()
	ana := window(study, study.Coder("Ana"), ui.ModeLight)
	ana.Save("blind")
	ana.Tap("Mark all mine done")
	ana.Sound()
	if !strings.Contains(ana.Said[0], "31") {
		t.Errorf("said %q", ana.Said)
	}
	again := window(study, study.Coder("Mira"), ui.ModeLight)
	again.Tap("Close Round 2…")
	again.Sound()
	if !strings.Contains(again.Asked[0], "Ben Okafor hasn't marked 31 of 31") {
		t.Errorf("asked %q", again.Asked)
	}
	rounds, err := study.DB.As("").Rounds(t.Context())
	if err != nil || !rounds[2].Closed || rounds[2].Sample.Size != 31 || !rounds[2].Blind {
		t.Errorf("got %+v, %v", rounds, err)
	}
}

func TestACoderIsAdded(t *testing.T) {
	study := empty(t)
	w := window(study, study.Coders[0], ui.ModeLight)
	w.Tap("Add a coder…")
	w.Tap("Add the coder")
	w.Save("coder-wrong")
	w.Press("Ben Okoye")
	w.Tap("Add the coder")
	w.Sound()
	if s := load(t, w.Session()); len(s.Coders) != 3 || s.Coders[2].Name != "Ben Okoye" {
		t.Errorf("got %+v", s.Coders)
	}
}

func TestASurveyComesInByTheRule(t *testing.T) {
	study := empty(t)
	w := window(study, study.Coders[0], ui.ModeLight)
	w.screen.ShowImport(survey(t))
	w.Drain()
	w.Tap("+ A rule on who counts")
	field := w.Thing("value").(fyne.Focusable)
	w.Window().Canvas().Focus(field)
	w.Press("6")
	w.Save("import-rule")
	w.Tap("Not right?")
	w.Save("import-form")
	w.Tap("Import 104 comments")
	w.Sound()
	if len(w.Said) != 1 || !strings.Contains(w.Said[0], "104") {
		t.Errorf("said %q", w.Said)
	}
	facts := w.Facts()
	if facts["importing"] != false || facts["rows"] != 104 || facts["cases"] != 58 {
		t.Errorf("got %v", facts)
	}
	w.Save("imported")
	if _, err := w.Session().Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if s := load(t, w.Session()); len(s.Rows) != 0 || len(s.Cases) != 0 {
		t.Errorf("after undo %d texts and %d cases are left", len(s.Rows), len(s.Cases))
	}
}

func TestAFileThatCantBeReadSaysSoAndCanBeReadOtherwise(t *testing.T) {
	study := empty(t)
	w := window(study, study.Coders[0], ui.ModeLight)
	bad := filepath.Join(t.TempDir(), "bad.csv")
	if err := os.WriteFile(bad, []byte("id,comment\n1,\x81\x8d\x8f no encoding has this"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.screen.ShowImport(bad)
	w.Drain()
	w.Save("import-bad")
	if len(w.Failed) != 1 {
		t.Fatalf("got %v", w.Failed)
	}
	w.Tap("Encoding ▾")
	w.Tap("Cancel")
	w.screen.ShowImport("study.pdf")
	if len(w.Failed) != 2 || !strings.Contains(w.Failed[1].Error(), ".csv") {
		t.Errorf("got %v", w.Failed)
	}
}

func TestLeavingAnImportChangesNothing(t *testing.T) {
	study := empty(t)
	w := window(study, study.Coders[0], ui.ModeLight)
	before, err := w.Session().Seq(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	w.screen.ShowImport(survey(t))
	w.screen.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	w.Drain()
	w.screen.ShowImport(survey(t))
	w.Drain()
	w.Tap("Cancel")
	w.Sound()
	if after, err := w.Session().Seq(t.Context()); err != nil || after != before || w.Facts()["importing"] != false {
		t.Errorf("got event %d after %d, %v", after, before, err)
	}
	if w.Source != coding.SourceID("") {
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
	study := empty(t)
	w := window(study, study.Coders[0], ui.ModeLight)
	w.screen.ShowImport(table(t, "talk.csv", "ID,Answer\nR1,I was taught by Dr Okafor on ward 7B that week.\nR2,Nothing happened that I could tell you.\nR3,Please write to me at r3@example.org about it.\n"))
	w.Drain()
	w.Save("import-names")
	w.Tap("Import 3 comments")
	w.Sound()
	w.Save("imported-names")
	w.Tap("Look at them")
	if len(w.among) != 3 {
		t.Fatalf("got %v", w.among)
	}
	w.among = nil
	w.screen.Rune('l')
	if len(w.among) != 3 {
		t.Errorf("by key: %v", w.among)
	}
	if _, err := w.Session().Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.Drain()
	w.among = nil
	w.screen.Rune('l')
	if len(w.among) != 0 {
		t.Errorf("what was undone is still pointed at: %v", w.among)
	}
}

func TestRespondentsComeInAloneWhenTheyAreWanted(t *testing.T) {
	study := empty(t)
	w := window(study, study.Coders[0], ui.ModeLight)
	w.screen.ShowImport(table(t, "cases.csv", "case,Age,gender\nID1,20,f\nID2,22,m\n"))
	w.Drain()
	w.Save("import-no-text")
	w.Tap("Bring in the respondents alone")
	w.Save("import-alone")
	w.Tap("Import 2 respondents")
	w.Sound()
	if s := load(t, w.Session()); len(s.Cases) != 2 || len(s.Rows) != 0 || len(s.Attributes) != 2 {
		t.Errorf("%d cases, %d texts, %d attributes", len(s.Cases), len(s.Rows), len(s.Attributes))
	}
}

func TestACoderOfTheSameNameIsntAdded(t *testing.T) {
	study := empty(t)
	w := window(study, study.Coders[0], ui.ModeLight)
	w.screen.DraftCoder()
	before := load(t, w.Session())
	w.Press(strings.ToUpper(before.Coders[0].Name))
	w.Tap("Add the coder")
	w.Sound()
	if s := load(t, w.Session()); len(s.Coders) != len(before.Coders) {
		t.Errorf("got %+v", s.Coders)
	}
}

func TestRowsInAnotherOrderAreToldWithTheWayOut(t *testing.T) {
	study := empty(t)
	w := window(study, study.Coders[0], ui.ModeLight)
	w.screen.ShowImport(table(t, "first.csv", "Answers 2026,\n,\nCohort,Answer\nA,I was taught by somebody on the ward that week.\nB,Nothing happened that I could tell you.\n"))
	w.Drain()
	if !strings.Contains(strings.Join(strings.Fields(w.Reads()), " "), "below a title, known by its single cell") {
		t.Errorf("nothing is said of the title in\n%s", w.Reads())
	}
	w.Tap("Import 2 comments")
	w.screen.ShowImport(table(t, "second.csv", "Answers 2026,\n,\nCohort,Answer\nB,Nothing happened that I could tell you.\nA,I was taught by somebody on the ward that week.\n"))
	w.Drain()
	w.Save("import-moved")
	for _, want := range []string{"Nothing new comes in", "undo the earlier import and bring both tables in with a column whose role is Respondent"} {
		if !strings.Contains(strings.Join(strings.Fields(w.Reads()), " "), want) {
			t.Errorf("%q isn't in\n%s", want, w.Reads())
		}
	}
	w.Sound()
}
