package reader_test

import (
	"fmt"
	"syscall"
	"testing"

	"concord/app/apptest"
	"concord/app/reader"
	"concord/app/ui"
	"concord/coding"
)

// shell stands in for the window around the screen.
type shell struct {
	*apptest.Shell
	screen *reader.Screen
}

func (s *shell) ShowImport(string) {}

// window shows the screen to a coder.
func window(s *study, me coding.Coder, mode ui.Mode) *shell {
	s.TB.Helper()
	sh := &shell{Shell: apptest.NewShell(s.TB, s.Study, me, mode)}
	sh.screen = reader.New(sh)
	sh.Show(sh.screen)
	return sh
}

func (s *shell) text() *ui.CodedText { return s.Thing("text").(*ui.CodedText) }

func TestKeysCodeTheSelectedWords(t *testing.T) {
	s := newStudy(t, texts())
	w := window(s, s.ana, ui.ModeLight)
	if w.Facts()["sources"] != 5 {
		t.Fatalf("facts %v, failed %v", w.Facts(), w.Failed)
	}
	w.Press("1")
	if len(w.Said) != 1 {
		t.Errorf("a digit with nothing selected says %v", w.Said)
	}
	w.text().Select(1, coding.Span{Start: 27, End: 39})
	w.Press("1")
	if got := fmt.Sprint(w.Facts()["codes"]); got != "[Being heard without judgement]" {
		t.Errorf("after 1: %v", got)
	}
	w.Press("k")
	if w.Facts()["quick"] != true {
		t.Fatal("K opens no box")
	}
	w.Press("own[Down][Up][Return]")
	if got := fmt.Sprint(w.Facts()["codes"]); got != "[Being heard without judgement Own limits]" || w.Facts()["quick"] != false {
		t.Errorf("after K own Enter: %v", got)
	}
	w.Press("[Delete]")
	if got := fmt.Sprint(w.Facts()["codes"]); got != "[Being heard without judgement]" {
		t.Errorf("Delete leaves %v", got)
	}
	w.Press("l")
	if got := fmt.Sprint(w.Facts()["codes"]); got != "[Being heard without judgement Own limits]" {
		t.Errorf("after L: %v", got)
	}
	w.Press("jc")
	if got := fmt.Sprint(w.Facts()["selected"]); got != "[0 20]" || w.Facts()["at"] != 2 {
		t.Errorf("J C selects %v of %v", got, w.Facts()["at"])
	}
	w.Press("kCriticism/Nice[Ctrl+Return]")
	if got := fmt.Sprint(w.Facts()["codes"]); got != "[Nice]" {
		t.Errorf("a new code: %v", got)
	}
	w.Press("ji")
	w.text().Select(3, coding.Span{Start: 2, End: 12})
	w.Press("i")
	if got := fmt.Sprint(w.Facts()["codes"]); got != "[did not sa]" {
		t.Errorf("in vivo: %v", got)
	}
	if _, err := w.Session().Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.Drain()
	if w.Facts()["marks"] != 0 || len(w.Failed) > 0 {
		t.Errorf("undo leaves %v; failed %v", w.Facts()["codes"], w.Failed)
	}
}

func TestKeysMoveUnsureMemoAndDone(t *testing.T) {
	s := newStudy(t, texts())
	round := s.round("Round 1", true, 4)
	w := window(s, s.ana, ui.ModeLight)
	if w.Facts()["sources"] != 4 || w.Facts()["round"] != "Round 1" {
		t.Fatalf("facts %v", w.Facts())
	}
	w.text().Select(0, coding.Span{Start: 21, End: 45})
	w.Press("3[Alt+Left]u")
	m := open(s, s.ana)
	band := m.Bands(0)[0]
	if band.Span != (coding.Span{Start: 21, End: 43}) || !band.Unsure || band.Codings[0].Round != round.ID {
		t.Errorf("band %+v; said %v; failed %v", band, w.Said, w.Failed)
	}
	w.Press("mWhy[Escape]")
	if memos := open(s, s.ana).Bands(0)[0].Memos; len(memos) != 1 || memos[0].Text != "Why" || memos[0].Round != round.ID {
		t.Errorf("memos %+v, failed %v", memos, w.Failed)
	}
	w.Press("d")
	if w.Facts()["at"] != 1 || !open(s, s.ana).Done(0) {
		t.Errorf("D leaves the caret at %v", w.Facts()["at"])
	}
	w.Press("Jd")
	if open(s, s.ana).Done(0) {
		t.Error("D again doesn't take the mark back")
	}
	w.Press("n")
	if w.Facts()["at"] != 1 || len(w.Failed) > 0 {
		t.Errorf("N goes to %v; failed %v", w.Facts()["at"], w.Failed)
	}
}

func TestAMemoThatCouldNotBeKeptStaysInItsField(t *testing.T) {
	s := newStudy(t, texts())
	w := window(s, s.ana, ui.ModeLight)
	w.Refuses = syscall.ENOSPC
	w.Press("mWhy[Escape]")
	if len(w.Failed) != 1 {
		t.Fatalf("failed %v", w.Failed)
	}
	w.Refuses = nil
	w.Press("m[Escape]")
	memos, err := s.As(s.ana).Memos(t.Context(), coding.MemoFilter{})
	if err != nil || len(memos) != 1 || memos[0].Text != "Why" || len(w.Failed) != 1 {
		t.Errorf("kept when there was room again: %+v; failed %v, %v", memos, w.Failed, err)
	}
}

func TestArrowsMoveAnEdgeTheWayTheTextRuns(t *testing.T) {
	for _, c := range []struct {
		key       string
		from, end int
	}{{"[Alt+Left]", 9, 13}, {"[Alt+Right]", 13, 9}} {
		s := newStudy(t, []string{"שלום עולם טוב מאוד"})
		w := window(s, s.ana, ui.ModeLight)
		w.text().Select(0, coding.Span{Start: 5, End: c.from})
		w.Press("3" + c.key)
		if band := open(s, s.ana).Bands(0)[0]; band.Span != (coding.Span{Start: 5, End: c.end}) {
			t.Errorf("%s moves to %v, want the end at %d; failed %v", c.key, band.Span, c.end, w.Failed)
		}
	}
}

func TestDraggedEdgeReshapesTheExcerpt(t *testing.T) {
	s := newStudy(t, texts())
	c := s.apply(s.ana, "", 0, "Not the only one", 21, 45)
	w := window(s, s.ana, ui.ModeLight)
	w.text().SelectMark(0, string(c.ID))
	w.text().OnMove(0, string(c.ID), coding.Span{Start: 2, End: 45})
	w.Drain()
	if got := open(s, s.ana).Bands(0)[0].Span; got.Start != 2 || len(w.Failed) > 0 {
		t.Errorf("span %v; failed %v", got, w.Failed)
	}
}

func TestNothingToReadOffersTheImport(t *testing.T) {
	s := newStudy(t, nil)
	w := window(s, s.ana, ui.ModeLight)
	w.Save("read-empty")
	if w.Facts()["sources"] != 0 || len(w.Failed) > 0 {
		t.Errorf("facts %v; failed %v", w.Facts(), w.Failed)
	}
}

func TestShowSourceSelectsTheSpan(t *testing.T) {
	s := newStudy(t, texts())
	w := window(s, s.ana, ui.ModeLight)
	w.screen.ShowSource(s.Sources()[3].ID, coding.Span{Start: 2, End: 9})
	w.Drain()
	if w.Facts()["at"] != 3 || fmt.Sprint(w.Facts()["selected"]) != "[2 9]" {
		t.Errorf("facts %v", w.Facts())
	}
}

func TestOthersStepsAppearOnceTheScreenIsShown(t *testing.T) {
	s := newStudy(t, texts())
	w := window(s, s.ana, ui.ModeLight)
	s.apply(s.ben, "", 0, "Own limits", 21, 45)
	if w.Facts()["marks"] != 0 {
		t.Error("the step is there before anybody looked")
	}
	w.screen.Shown()
	w.Drain()
	if w.Facts()["marks"] != 1 || len(w.Failed) > 0 {
		t.Errorf("facts %v; failed %v", w.Facts(), w.Failed)
	}
}

func TestPlacesToLookAtAreShownAlone(t *testing.T) {
	s := newStudy(t, texts())
	w := window(s, s.ana, ui.ModeLight)
	all := w.Facts()["sources"]
	w.screen.ShowAmong("To look at", []coding.Excerpt{
		{Source: s.Sources()[1].ID, Span: coding.Span{Start: 2, End: 9}},
		{Source: s.Sources()[3].ID, Span: coding.Span{Start: 1, End: 4}},
	})
	w.Drain()
	if w.Facts()["sources"] != 2 || w.Facts()["at"] != 0 || fmt.Sprint(w.Facts()["selected"]) != "[2 9]" {
		t.Errorf("facts %v", w.Facts())
	}
	w.Press("j")
	if w.Facts()["at"] != 1 || fmt.Sprint(w.Facts()["selected"]) != "[1 4]" {
		t.Errorf("after j: %v", w.Facts())
	}
	w.Press("[Escape]")
	if w.Facts()["sources"] != all || w.Facts()["at"] != 3 {
		t.Errorf("after Escape: %v", w.Facts())
	}
}
