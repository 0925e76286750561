package codebook_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"concord/app/ui"
	"concord/coding"
)

// command does what the palette offers under a name.
func (s *shell) command(t *testing.T, name string) {
	t.Helper()
	for _, c := range s.screen.Commands() {
		if c.Name == name {
			c.Do()
			s.runner.Drain()
			return
		}
	}
	t.Fatalf("there is no command %q", name)
}

func (s *shell) ctrlEnter() {
	s.screen.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	s.runner.Drain()
}

// treeTo chooses a code in the tree by the keyboard.
func (s *shell) treeTo(t *testing.T, id coding.CodeID) {
	t.Helper()
	tree := s.screen.TraceThings()["codebook"].(*ui.CodeTree)
	tree.Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	for range 40 {
		if tree.Selected() == string(id) {
			s.runner.Drain()
			return
		}
		tree.Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	t.Fatal("the code isn't in the tree")
}

func TestMergeShowsWhatMovesAndIsOneStep(t *testing.T) {
	s := newStudy(t)
	s.apply(s.ana, "Own limits", 0, 4)
	s.apply(s.ben, "Own limits", 6, 10)
	s.apply(s.ben, "Carrying it home", 8, 14)
	w := window(s, s.ana, false, s.code("Own limits").ID)
	w.command(t, "Merge the code into another")
	facts := w.screen.TraceFacts()["merging"].(map[string]any)
	if facts["codings"] != 2 || facts["possible"] != false {
		t.Errorf("before a code is chosen: %v", facts)
	}
	w.ctrlEnter()
	w.treeTo(t, s.code("Carrying it home").ID)
	facts = w.screen.TraceFacts()["merging"].(map[string]any)
	if facts["into"] != "Self-awareness/Carrying it home" || facts["joined"] != 1 || facts["possible"] != true {
		t.Errorf("with a code chosen: %v", facts)
	}
	w.save(t, "merge")
	w.ctrlEnter()
	facts = w.screen.TraceFacts()
	if facts["merging"] != nil || facts["chosen"] != "Self-awareness/Carrying it home" || facts["codes"] != 3 || len(w.failed) > 0 {
		t.Errorf("merged: %v; failed %v", facts, w.failed)
	}
	if _, err := s.as(s.ana).Undo(t.Context()); err != nil || s.code("Own limits").Name == "" {
		t.Errorf("undo: %v", err)
	}
}

func TestMergeOfWhatAClosedRoundHoldsOffersToRetire(t *testing.T) {
	s := newStudy(t)
	round, err := s.as(s.ana).OpenRound(t.Context(), coding.RoundPlan{Name: "Round 1", Coders: []coding.CoderID{s.ben.ID}})
	if err != nil {
		t.Fatal(err)
	}
	for source, err := range s.db.As("").Sources(t.Context(), coding.SourceFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		e := coding.Excerpt{Source: source.ID, Span: coding.Span{Start: 0, End: 4}}
		if _, err := s.as(s.ben).Apply(t.Context(), s.code("Own limits"), round.ID, e); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.as(s.ana).CloseRound(t.Context(), round); err != nil {
		t.Fatal(err)
	}
	w := window(s, s.ana, true, s.code("Own limits").ID)
	w.command(t, "Merge the code into another")
	w.treeTo(t, s.code("Carrying it home").ID)
	if facts := w.screen.TraceFacts()["merging"].(map[string]any); facts["obstacles"] != 1 || facts["possible"] != false {
		t.Errorf("closed: %v", facts)
	}
	w.save(t, "merge-refused-dark")
	w.ctrlEnter()
	w.key(fyne.KeyEscape)
	if w.screen.TraceFacts()["merging"] != nil || len(w.failed) > 0 {
		t.Errorf("after Escape: %v, failed %v", w.screen.TraceFacts(), w.failed)
	}
	w.command(t, "Retire the code, or bring it back")
	if !s.code("Own limits").Retired {
		t.Error("not retired")
	}
	w.save(t, "retired-dark")
	w.command(t, "Retire the code, or bring it back")
	if s.code("Own limits").Retired {
		t.Error("not brought back")
	}
}

func TestSplitWalksTheExcerptsAndIsOneStep(t *testing.T) {
	s := newStudy(t)
	s.apply(s.ana, "Own limits", 0, 4)
	s.apply(s.ben, "Own limits", 0, 4)
	s.apply(s.ben, "Own limits", 6, 15)
	s.apply(s.ana, "Own limits", 21, 30)
	w := window(s, s.ana, false, s.code("Own limits").ID)
	w.command(t, "Split the code")
	w.screen.Rune('k')
	w.window.Canvas().Focused().(interface{ SetText(string) }).SetText("Being tired")
	w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.screen.Rune('k')
	w.window.Canvas().Focused().(interface{ SetText(string) }).SetText("carrying it home")
	w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.screen.Rune('2')
	w.screen.Rune('9') // there is no ninth
	w.screen.Rune('3')
	w.key(fyne.KeyRight)
	w.key(fyne.KeyLeft)
	w.save(t, "split")
	facts := w.screen.TraceFacts()["splitting"].(map[string]any)
	if facts["stops"] != 3 || facts["targets"] != 3 || facts["moving"] != 2 || facts["at"] != 1 {
		t.Errorf("on the way: %v", facts)
	}
	w.ctrlEnter()
	if w.screen.TraceFacts()["splitting"] != nil || len(w.failed) > 0 {
		t.Fatalf("after the split: %v, failed %v", w.screen.TraceFacts(), w.failed)
	}
	counts := read(s, s.ana, nil).Counts
	if n := counts[s.code("Being tired").ID].Excerpts; n != counts[s.code("Own limits").ID].Excerpts+1 {
		t.Errorf("counts %v", counts)
	}
	entry, err := s.as(s.ana).Undo(t.Context())
	if err != nil || !strings.HasPrefix(entry.Label, "split code “Own limits”: 3 codings") {
		t.Errorf("undone %q, %v", entry.Label, err)
	}
}

func TestACodeIsDraggedWhereItIsDropped(t *testing.T) {
	s := newStudy(t)
	w := window(s, s.ana, true, s.code("Noticing own feelings").ID)
	list := w.screen.TraceThings()["codebook"].(*ui.CodeTree).Focusable().(fyne.Draggable)
	drag := func(from, to float32) {
		for _, y := range []float32{from, (from + to) / 2, to} {
			list.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(60, y)}, Dragged: fyne.NewDelta(0, 0)})
		}
	}
	const theme, home = 12, 95 // where these rows are
	drag(theme, home)
	w.save(t, "drag-refused-dark")
	list.DragEnd()
	w.runner.Drain()
	if s.code("Self-awareness").Parent != "" || len(w.failed) > 0 {
		t.Errorf("a theme lies under its own code; failed %v", w.failed)
	}
	drag(home, theme+18)
	w.save(t, "drag-dark")
	list.DragEnd()
	w.runner.Drain()
	if s.code("Carrying it home").Order != 0 || len(w.failed) > 0 {
		t.Errorf("dropped at %d; failed %v", s.code("Carrying it home").Order, w.failed)
	}
}
