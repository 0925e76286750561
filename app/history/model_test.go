package history_test

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"concord/app/apptest"
	"concord/app/history"
	"concord/coding"
)

// study is a small project whose coder has done three things.
func study(t *testing.T) (*coding.Session, []coding.Coder) {
	t.Helper()
	study := apptest.NewStudy(t, "Ana Novak", "Ben Okafor")
	session := study.As(study.Coders[0])
	for _, name := range []string{"afraid", "not useful", "alone"} {
		if _, err := session.SaveSearch(t.Context(), name, name); err != nil {
			t.Fatal(err)
		}
	}
	return session, study.Coders
}

func read(t *testing.T, r coding.Reader, f history.Filter, limit int) history.Log {
	t.Helper()
	log, err := history.Read(context.Background(), r, f, limit)
	if err != nil {
		t.Fatal(err)
	}
	return log
}

func TestReadGivesTheNewestFirst(t *testing.T) {
	session, _ := study(t)
	log := read(t, session, history.Filter{}, 0)
	if len(log.Entries) != 4 || !strings.Contains(log.Entries[0].Label, "alone") {
		t.Fatalf("got %+v", log.Entries)
	}
}

func TestFilterTakesByWordsAndCoder(t *testing.T) {
	session, coders := study(t)
	if got := read(t, session, history.Filter{Words: "USEFUL search"}, 0); len(got.Entries) != 1 {
		t.Errorf("by words: %d entries, want 1", len(got.Entries))
	}
	if got := read(t, session, history.Filter{By: coders[1].ID}, 0); len(got.Entries) != 0 {
		t.Errorf("by a coder who did nothing: %d entries", len(got.Entries))
	}
}

func TestLimitSaysThatThereIsMore(t *testing.T) {
	session, _ := study(t)
	if got := read(t, session, history.Filter{}, 2); len(got.Entries) != 2 || !got.More {
		t.Errorf("2 of 4: got %d, more %v", len(got.Entries), got.More)
	}
	if got := read(t, session, history.Filter{}, 4); got.More {
		t.Error("4 of 4: more is said to be there")
	}
}

func TestOnlyOnesOwnStandingStepsMayBeUndone(t *testing.T) {
	session, coders := study(t)
	log := read(t, session, history.Filter{}, 1)
	last := log.Entries[0]
	if !log.MayUndo(last, coders[0].ID) || log.MayUndo(last, coders[1].ID) {
		t.Error("a step is its coder's alone to undo")
	}
	if err := session.UndoStep(t.Context(), last); err != nil {
		t.Fatal(err)
	}
	log = read(t, session, history.Filter{}, 0)
	if !log.Entries[1].Undone || log.MayUndo(log.Entries[1], coders[0].ID) {
		t.Error("an undone step can be undone again")
	}
}

func TestDetailsCountAndName(t *testing.T) {
	session, _ := study(t)
	entries := read(t, session, history.Filter{}, 0).Entries
	details, err := history.ReadDetails(t.Context(), session, entries[0])
	if err != nil {
		t.Fatal(err)
	}
	if len(details) != 1 || details[0].Kind != coding.KindSearch || details[0].Added != 1 || details[0].Names[0] != "alone" {
		t.Errorf("got %+v", details)
	}
	first, err := history.ReadDetails(t.Context(), session, entries[3])
	if err != nil {
		t.Fatal(err)
	}
	if len(first) != 2 || first[1].Kind != coding.KindCoder || first[1].Added != 2 {
		t.Errorf("the first step: got %+v", first)
	}
}

func TestDaysAreToldApart(t *testing.T) {
	day := time.Date(2026, 11, 23, 23, 30, 0, 0, time.UTC)
	log := history.Log{Entries: []coding.Entry{{At: day.Add(time.Hour)}, {At: day}, {At: day.Add(-time.Hour)}}}
	for i, want := range []bool{true, true, false} {
		if got := log.FirstOfDay(i, time.UTC); got != want {
			t.Errorf("entry %d: got %v", i, got)
		}
	}
}

func TestCSVHasALineForEveryStep(t *testing.T) {
	session, coders := study(t)
	var table bytes.Buffer
	if err := history.WriteCSV(&table, read(t, session, history.Filter{}, 0).Entries, coders, nil); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(table.String()), "\n")
	if len(lines) != 5 || lines[0] != "first,last,time,coder,step,undoes,undone" || !strings.Contains(lines[1], "Ana Novak") {
		t.Errorf("got:\n%s", table.String())
	}
}

func TestWhatWasDoneAgainIsToldFromItsUndoing(t *testing.T) {
	session, coders := study(t)
	if _, err := session.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	log := read(t, session, history.Filter{}, 0)
	undoing := log.Entries[0]
	if log.Again(undoing) || !log.MayUndo(undoing, coders[0].ID) {
		t.Errorf("an undoing that stands: again %v, may be taken back %v", log.Again(undoing), log.MayUndo(undoing, coders[0].ID))
	}
	if err := session.UndoStep(t.Context(), undoing); err != nil {
		t.Fatal(err)
	}
	log = read(t, session, history.Filter{}, 0)
	if again := log.Entries[0]; !log.Again(again) || log.MayUndo(again, coders[0].ID) {
		t.Errorf("what was done again: again %v, may be taken back %v", log.Again(again), log.MayUndo(again, coders[0].ID))
	}
	if first := log.Entries[len(log.Entries)-1]; log.MayUndo(first, first.By) {
		t.Error("the making of the project can be undone")
	}
	if step := log.Entries[2]; step.Undone || !log.MayUndo(step, coders[0].ID) {
		t.Errorf("the step itself: undone %v, may be undone %v", step.Undone, log.MayUndo(step, coders[0].ID))
	}
}
