package reader_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

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
	for i, source := range s.Sources() {
		if i%5 == 0 {
			given = append(given, coding.Coding{
				ID:      coding.NewID[coding.CodingID](s.Mint),
				Excerpt: coding.Excerpt{Source: source.ID, Span: coding.Span{Start: 4, End: min(40, source.Length)}},
				Code:    codes[i%len(codes)], Coder: s.ana.ID, At: s.Mint.Now(),
			})
		}
	}
	if _, err := s.DB.As(s.ana.ID).Do(b.Context(), coding.Step{By: s.ana.ID, Label: "code", Changes: coding.AddMany(given)}); err != nil {
		b.Fatal(err)
	}
	return s
}

func (s *study) codesOf() []coding.CodeID {
	s.TB.Helper()
	codes, err := s.DB.As("").Codes(s.TB.Context())
	if err != nil {
		s.TB.Fatal(err)
	}
	ids := make([]coding.CodeID, len(codes))
	for i, c := range codes {
		ids[i] = c.ID
	}
	return ids
}

// steps times what the UI goroutine does for a step, pages that come in
// included, and reports the median and the 99th percentile.
func steps(b *testing.B, w *shell, step func(i int)) {
	b.Helper()
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		step(i)
		w.Queue.Drain()
		took = append(took, time.Since(start))
		time.Sleep(4 * time.Millisecond)
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-median")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "ms-p99")
	w.Sound()
}

// BenchmarkScrollStep goes through 100,000 comments with 20,000 codings, by a
// notch of the wheel and by leaps to anywhere.
func BenchmarkScrollStep(b *testing.B) {
	s := large(b, 100_000)
	w := window(s, s.ana, ui.ModeLight)
	text := w.text()
	b.Run("notch", func(b *testing.B) {
		steps(b, w, func(int) { text.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -120)}) })
	})
	b.Run("leap", func(b *testing.B) {
		steps(b, w, func(i int) { text.ScrollTo(i*7919%100_000, coding.Span{}) })
	})
}

// BenchmarkOpen reads 100,000 comments' order and shows the first screen.
func BenchmarkOpen(b *testing.B) {
	s := large(b, 100_000)
	for b.Loop() {
		window(s, s.ana, ui.ModeLight)
	}
}

// BenchmarkTranscript scrolls and selects in a document of 2 MB with 2,000 codings.
func BenchmarkTranscript(b *testing.B) {
	var body strings.Builder
	for body.Len() < 2<<20 {
		body.WriteString(texts()[body.Len()%5] + "\n")
	}
	s := newStudy(b, []string{body.String()})
	codes, source := s.codesOf(), s.Sources()[0]
	var given []coding.Coding
	for i := range 2000 {
		given = append(given, coding.Coding{
			ID:      coding.NewID[coding.CodingID](s.Mint),
			Excerpt: coding.Excerpt{Source: source.ID, Span: coding.Span{Start: i * 900, End: i*900 + 300}},
			Code:    codes[i%len(codes)], Coder: s.ana.ID, At: s.Mint.Now(),
		})
	}
	if _, err := s.DB.As(s.ana.ID).Do(b.Context(), coding.Step{By: s.ana.ID, Label: "code", Changes: coding.AddMany(given)}); err != nil {
		b.Fatal(err)
	}
	w := window(s, s.ana, ui.ModeLight)
	text := w.text()
	b.Run("notch", func(b *testing.B) {
		steps(b, w, func(int) { text.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -120)}) })
	})
	b.Run("select", func(b *testing.B) {
		steps(b, w, func(i int) { text.Select(0, coding.Span{Start: 1_000_000, End: 1_000_010 + i%90}) })
	})
}
