package reader_test

import (
	"testing"

	"concord/app/apptest"
	"concord/app/ui"
	"concord/coding"
)

// TestPictures draws the screen as the target picture has it, where
// CONCORD_PICTURES names a folder.
func TestPictures(t *testing.T) {
	for name, mode := range map[string]ui.Mode{"read": ui.ModeLight, "read-dark": ui.ModeDark} {
		s := newStudy(t, texts())
		round := s.round("Round 1", true, 0)
		for _, c := range []struct {
			source     int
			code       string
			start, end int
		}{
			{0, "Being heard without judgement", 21, 43},
			{0, "Noticing own feelings", 114, 168},
			{0, "Not the only one", 183, 216},
			{1, "Awkward at first", 32, 75},
			{1, "The patient's side", 120, 156},
			{1, "The patient's side", 174, 229},
			{3, "Peers' views", 37, 91},
			{3, "Noticing own feelings", 136, 176},
		} {
			s.apply(s.ana, round.ID, c.source, c.code, c.start, c.end)
		}
		if _, err := s.As(s.ana).MarkDone(t.Context(), round, s.Sources()[0].ID); err != nil {
			t.Fatal(err)
		}
		w := window(s, s.ana, mode)
		w.text().Select(1, coding.Span{Start: 186, End: 255})
		w.Save(name)
		w.Press("kown")
		w.Save(name + "-quick")
		w.Press("[Escape]5u")
		w.Save(name + "-chosen")
	}
}

// TestPicturesOfTheSample draws the sample study as each of its people sees it.
func TestPicturesOfTheSample(t *testing.T) {
	s := &study{Study: apptest.Sample(t)}
	for i, coder := range s.Coders {
		w := window(s, coder, []ui.Mode{ui.ModeLight, ui.ModeDark}[i%2])
		w.Press("jj")
		w.Save("read-sample-" + coder.Initials())
		w.Sound()
	}
}
