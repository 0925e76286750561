package reader_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"concord/app/reader"
	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
)

// large is a study of n comments, every fifth of which has a coding.
func large(b *testing.B, n int) *study {
	b.Helper()
	bodies := make([]string, n)
	for i := range bodies {
		bodies[i] = fmt.Sprintf("%d. %s", i, texts()[i%5])
	}
	s := newStudy(b, bodies)
	codes := s.codesOf()
	var given []coding.Coding
	for i, source := range s.sources() {
		if i%5 == 0 {
			given = append(given, coding.Coding{
				ID:      coding.NewID[coding.CodingID](s.mint),
				Excerpt: coding.Excerpt{Source: source.ID, Span: coding.Span{Start: 4, End: min(40, source.Length)}},
				Code:    codes[i%len(codes)], Coder: s.ana.ID, At: s.mint.Now(),
			})
		}
	}
	if _, err := s.db.As(s.ana.ID).Do(b.Context(), coding.Step{By: s.ana.ID, Label: "code", Changes: coding.AddMany(given)}); err != nil {
		b.Fatal(err)
	}
	return s
}

func (s *study) codesOf() []coding.CodeID {
	s.tb.Helper()
	codes, err := s.db.As("").Codes(s.tb.Context())
	if err != nil {
		s.tb.Fatal(err)
	}
	ids := make([]coding.CodeID, len(codes))
	for i, c := range codes {
		ids[i] = c.ID
	}
	return ids
}

// BenchmarkScrollStep scrolls by a notch of the wheel through 100,000 comments
// with 20,000 codings: what the UI goroutine does for it, pages that come in
// included. It reports the median and the 99th percentile.
func BenchmarkScrollStep(b *testing.B) {
	s := large(b, 100_000)
	app := test.NewTempApp(b)
	app.Settings().SetTheme(&ui.Theme{Mode: ui.ModeLight, Scale: 1})
	q := task.NewQueue()
	sh := &shell{me: s.ana, runner: q.Runner(), kept: map[string]string{}}
	sh.session = s.as(s.ana)
	sh.window = app.NewWindow("Read & code")
	sh.screen = reader.New(sh)
	sh.window.SetContent(sh.screen.Object())
	sh.window.Resize(fyne.NewSize(1352, 824))
	opened := time.Now()
	sh.screen.Shown()
	sh.runner.Drain()
	opening := time.Since(opened)
	text := sh.text()
	var steps []time.Duration
	for b.Loop() {
		start := time.Now()
		text.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -120)})
		q.Drain()
		steps = append(steps, time.Since(start))
		time.Sleep(4 * time.Millisecond)
	}
	slices.Sort(steps)
	b.ReportMetric(float64(opening.Milliseconds()), "ms-open")
	b.ReportMetric(float64(steps[len(steps)/2].Microseconds())/1000, "ms-median")
	b.ReportMetric(float64(steps[len(steps)*99/100].Microseconds())/1000, "ms-p99")
	if len(sh.failed) > 0 {
		b.Fatal(sh.failed)
	}
}
