package codebook_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"concord/app/ui"
	"concord/coding"
)

// treeTo chooses a code in the tree by the keyboard.
func (s *shell) treeTo(id coding.CodeID) {
	s.TB.Helper()
	tree := s.Thing("codebook").(*ui.CodeTree)
	tree.Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	for range 40 {
		if tree.Selected() == string(id) {
			s.Drain()
			return
		}
		tree.Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	s.TB.Fatal("the code isn't in the tree")
}

func TestMergeShowsWhatMovesAndIsOneStep(t *testing.T) {
	s := newStudy(t)
	s.apply(s.ana, "Own limits", 0, 4)
	s.apply(s.ben, "Own limits", 6, 10)
	s.apply(s.ben, "Carrying it home", 8, 14)
	w := window(s, s.ana, ui.ModeLight, s.Code("Own limits").ID)
	w.Command("Merge the code into another")
	facts := w.Facts()["merging"].(map[string]any)
	if facts["codings"] != 2 || facts["possible"] != false {
		t.Errorf("before a code is chosen: %v", facts)
	}
	w.Press("[Ctrl+Return]")
	w.treeTo(s.Code("Carrying it home").ID)
	facts = w.Facts()["merging"].(map[string]any)
	if facts["into"] != "Self-awareness/Carrying it home" || facts["joined"] != 1 || facts["possible"] != true {
		t.Errorf("with a code chosen: %v", facts)
	}
	w.Save("merge")
	w.Press("[Ctrl+Return]")
	facts = w.Facts()
	if facts["merging"] != nil || facts["chosen"] != "Self-awareness/Carrying it home" || facts["codes"] != 3 || len(w.Failed) > 0 {
		t.Errorf("merged: %v; failed %v", facts, w.Failed)
	}
	if _, err := s.As(s.ana).Undo(t.Context()); err != nil || s.Code("Own limits").Name == "" {
		t.Errorf("undo: %v", err)
	}
}

func TestMergeOfWhatAClosedRoundHoldsOffersToRetire(t *testing.T) {
	s := newStudy(t)
	round, err := s.As(s.ana).OpenRound(t.Context(), coding.RoundPlan{Name: "Round 1", Coders: []coding.CoderID{s.ben.ID}})
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range s.Sources() {
		e := coding.Excerpt{Source: source.ID, Span: coding.Span{Start: 0, End: 4}}
		if _, err := s.As(s.ben).Apply(t.Context(), s.Code("Own limits"), round.ID, e); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.As(s.ana).CloseRound(t.Context(), round); err != nil {
		t.Fatal(err)
	}
	w := window(s, s.ana, ui.ModeDark, s.Code("Own limits").ID)
	w.Command("Merge the code into another")
	w.treeTo(s.Code("Carrying it home").ID)
	if facts := w.Facts()["merging"].(map[string]any); facts["obstacles"] != 1 || facts["possible"] != false {
		t.Errorf("closed: %v", facts)
	}
	w.Save("merge-refused-dark")
	w.Press("[Ctrl+Return]")
	w.Press("[Escape]")
	if w.Facts()["merging"] != nil || len(w.Failed) > 0 {
		t.Errorf("after Escape: %v, failed %v", w.Facts(), w.Failed)
	}
	w.Command("Retire the code, or bring it back")
	if !s.Code("Own limits").Retired {
		t.Error("not retired")
	}
	w.Save("retired-dark")
	w.Command("Retire the code, or bring it back")
	if s.Code("Own limits").Retired {
		t.Error("not brought back")
	}
}

func TestSplitWalksTheExcerptsAndIsOneStep(t *testing.T) {
	s := newStudy(t)
	s.apply(s.ana, "Own limits", 0, 4)
	s.apply(s.ben, "Own limits", 0, 4)
	s.apply(s.ben, "Own limits", 6, 15)
	s.apply(s.ana, "Own limits", 21, 30)
	w := window(s, s.ana, ui.ModeLight, s.Code("Own limits").ID)
	w.Command("Split the code")
	w.screen.Rune('k')
	w.Window().Canvas().Focused().(interface{ SetText(string) }).SetText("Being tired")
	w.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.screen.Rune('k')
	w.Window().Canvas().Focused().(interface{ SetText(string) }).SetText("carrying it home")
	w.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.screen.Rune('2')
	w.screen.Rune('9') // there is no ninth
	w.screen.Rune('3')
	w.Press("[Right]")
	w.Press("[Left]")
	w.Save("split")
	facts := w.Facts()["splitting"].(map[string]any)
	if facts["stops"] != 3 || facts["targets"] != 3 || facts["moving"] != 2 || facts["at"] != 1 {
		t.Errorf("on the way: %v", facts)
	}
	w.Press("[Ctrl+Return]")
	if w.Facts()["splitting"] != nil || len(w.Failed) > 0 {
		t.Fatalf("after the split: %v, failed %v", w.Facts(), w.Failed)
	}
	counts := read(s, s.ana, nil).Counts
	if n := counts[s.Code("Being tired").ID].Excerpts; n != counts[s.Code("Own limits").ID].Excerpts+1 {
		t.Errorf("counts %v", counts)
	}
	entry, err := s.As(s.ana).Undo(t.Context())
	if err != nil || !strings.HasPrefix(entry.Label, "split code “Own limits”: 3 codings") {
		t.Errorf("undone %q, %v", entry.Label, err)
	}
}

func TestACodeIsDraggedWhereItIsDropped(t *testing.T) {
	s := newStudy(t)
	w := window(s, s.ana, ui.ModeDark, s.Code("Noticing own feelings").ID)
	list := w.Thing("codebook").(*ui.CodeTree).Focusable().(fyne.Draggable)
	drag := func(from, to float32) {
		for _, y := range []float32{from, (from + to) / 2, to} {
			list.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(60, y)}, Dragged: fyne.NewDelta(0, 0)})
		}
	}
	const theme, home = 12, 95 // where these rows are
	drag(theme, home)
	w.Save("drag-refused-dark")
	list.DragEnd()
	w.Drain()
	if s.Code("Self-awareness").Parent != "" || len(w.Failed) > 0 {
		t.Errorf("a theme lies under its own code; failed %v", w.Failed)
	}
	drag(home, theme+18)
	w.Save("drag-dark")
	list.DragEnd()
	w.Drain()
	if s.Code("Carrying it home").Order != 0 || len(w.Failed) > 0 {
		t.Errorf("dropped at %d; failed %v", s.Code("Carrying it home").Order, w.Failed)
	}
}
