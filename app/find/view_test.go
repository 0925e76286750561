package find_test

import (
	"strings"
	"testing"

	"concord/app/apptest"
	"concord/app/find"
	"concord/app/ui"
	"concord/coding"
	"concord/index"
)

// shell stands in for the window around the screen.
type shell struct {
	*apptest.Shell
	index *index.Index
}

func (s *shell) Index() *index.Index { return s.index }

func TestWordsBeforeAPlaceStandRightOfItWhereTheTextRunsFromRightToLeft(t *testing.T) {
	study := apptest.NewStudy(t, "Mira Kern", "Ana Novak")
	var changes []coding.Change
	bodies := []string{"before the place after", "לפני place אחרי"}
	for i, body := range bodies {
		changes = append(changes, coding.Add(coding.NewSource(coding.NewID[coding.SourceID](study.Mint), []string{"R-001", "R-002"}[i], coding.Comment, body)))
	}
	me := study.Coders[0]
	_, err := study.As(me).Do(t.Context(), coding.Step{By: me.ID, Label: "import", Changes: changes, Texts: bodies})
	study.OK(err)
	x, err := index.Open(t.Context(), study.As(me), index.Options{})
	study.OK(err)
	t.Cleanup(func() { study.OK(x.Close()) })
	w := &shell{apptest.NewShell(t, study, me, ui.ModeLight), x}
	screen := find.New(w)
	w.Show(screen)
	screen.ShowSearch("place")
	w.Drain()
	reads := strings.NewReplacer("\u200e", "", "\u200f", "").Replace(w.Reads())
	reads = strings.NewReplacer(" \n", "\n", "\n ", "\n").Replace(reads)
	for _, want := range []string{"R-001\nbefore the\nplace\nafter", "R-002\nאחרי\nplace\nלפני"} {
		if !strings.Contains(reads, want) {
			t.Errorf("%q is not in\n%s", want, reads)
		}
	}
}
