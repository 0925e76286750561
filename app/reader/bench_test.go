package reader_test

import (
	"fmt"
	"slices"
	"strings"
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

// opened is a window on a study whose outcomes come when the queue is drained.
func opened(b *testing.B, s *study) (*shell, *task.Queue) {
	b.Helper()
	app := test.NewTempApp(b)
	app.Settings().SetTheme(&ui.Theme{Mode: ui.ModeLight, Scale: 1})
	q := task.NewQueue()
	sh := &shell{me: s.ana, runner: q.Runner(), kept: map[string]string{}}
	sh.session = s.as(s.ana)
	sh.window = app.NewWindow("Read & code")
	sh.screen = reader.New(sh)
	sh.window.SetContent(sh.screen.Object())
	sh.window.Resize(fyne.NewSize(1352, 824))
	sh.screen.Shown()
	sh.runner.Drain()
	return sh, q
}

// steps times what the UI goroutine does for a step, pages that come in
// included, and reports the median and the 99th percentile.
func steps(b *testing.B, sh *shell, q *task.Queue, step func(i int)) {
	b.Helper()
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		step(i)
		q.Drain()
		took = append(took, time.Since(start))
		time.Sleep(4 * time.Millisecond)
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-median")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "ms-p99")
	if len(sh.failed) > 0 {
		b.Fatal(sh.failed)
	}
}

// BenchmarkScrollStep goes through 100,000 comments with 20,000 codings, by a
// notch of the wheel and by leaps to anywhere.
func BenchmarkScrollStep(b *testing.B) {
	s := large(b, 100_000)
	sh, q := opened(b, s)
	text := sh.text()
	b.Run("notch", func(b *testing.B) {
		steps(b, sh, q, func(int) { text.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -120)}) })
	})
	b.Run("leap", func(b *testing.B) {
		steps(b, sh, q, func(i int) { text.ScrollTo(i*7919%100_000, coding.Span{}) })
	})
}

// BenchmarkOpen reads 100,000 comments' order and shows the first screen.
func BenchmarkOpen(b *testing.B) {
	s := large(b, 100_000)
	for b.Loop() {
		opened(b, s)
	}
}

// BenchmarkTranscript scrolls and selects in a document of 2 MB with 2,000 codings.
func BenchmarkTranscript(b *testing.B) {
	var body strings.Builder
	for body.Len() < 2<<20 {
		body.WriteString(texts()[body.Len()%5] + "\n")
	}
	s := newStudy(b, []string{body.String()})
	codes, source := s.codesOf(), s.sources()[0]
	var given []coding.Coding
	for i := range 2000 {
		given = append(given, coding.Coding{
			ID:      coding.NewID[coding.CodingID](s.mint),
			Excerpt: coding.Excerpt{Source: source.ID, Span: coding.Span{Start: i * 900, End: i*900 + 300}},
			Code:    codes[i%len(codes)], Coder: s.ana.ID, At: s.mint.Now(),
		})
	}
	if _, err := s.db.As(s.ana.ID).Do(b.Context(), coding.Step{By: s.ana.ID, Label: "code", Changes: coding.AddMany(given)}); err != nil {
		b.Fatal(err)
	}
	sh, q := opened(b, s)
	text := sh.text()
	b.Run("notch", func(b *testing.B) {
		steps(b, sh, q, func(int) { text.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -120)}) })
	})
	b.Run("select", func(b *testing.B) {
		steps(b, sh, q, func(i int) { text.Select(0, coding.Span{Start: 1_000_000, End: 1_000_010 + i%90}) })
	})
}
