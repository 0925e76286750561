package reader_test

import (
	"crypto/rand"
	"path/filepath"
	"testing"
	"time"

	"concord/app/sample"
	"concord/coding"
	"concord/coding/store/sqlite"
)

// TestPictures draws the screen as the target picture has it, where
// CONCORD_PICTURES names a folder.
func TestPictures(t *testing.T) {
	for _, dark := range []bool{false, true} {
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
		if _, err := s.as(s.ana).MarkDone(t.Context(), round, s.sources()[0].ID); err != nil {
			t.Fatal(err)
		}
		w := window(s, s.ana, dark)
		w.text().Select(1, coding.Span{Start: 186, End: 255})
		name := map[bool]string{false: "read", true: "read-dark"}[dark]
		w.save(t, name)
		w.press("kown")
		w.save(t, name+"-quick")
		w.press("[Escape]5u")
		w.save(t, name+"-chosen")
	}
}

// TestPicturesOfTheSample draws the sample study as each of its people sees it.
func TestPicturesOfTheSample(t *testing.T) {
	path := filepath.Join(t.TempDir(), sample.File)
	if err := sample.Build(t.Context(), path, nil); err != nil {
		t.Fatal(err)
	}
	s := &study{tb: t, mint: coding.NewMint(time.Now, rand.Reader)}
	var err error
	if s.db, err = sqlite.Open(t.Context(), path, sqlite.Options{Mint: s.mint, NoBackup: true}); err != nil {
		t.Fatal(err)
	}
	defer s.db.Close()
	coders, err := s.db.As("").Coders(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i, coder := range coders {
		w := window(s, coder, i == 1)
		w.press("jj")
		w.save(t, "read-sample-"+coder.Initials())
		if len(w.failed) > 0 {
			t.Error(w.failed)
		}
	}
}
