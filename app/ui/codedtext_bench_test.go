package ui_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"concord/app/ui"
	"concord/coding"
)

// report times steps and reports the median and the 99th percentile.
func report(b *testing.B, step func(i int)) {
	b.Helper()
	var times []time.Duration
	i := 0
	for b.Loop() {
		began := time.Now()
		step(i)
		times = append(times, time.Since(began))
		i++
	}
	slices.Sort(times)
	ms := func(q float64) float64 { return float64(times[int(q*float64(len(times)-1))].Microseconds()) / 1000 }
	b.ReportMetric(ms(0.5), "median-ms")
	b.ReportMetric(ms(0.99), "p99-ms")
	b.ReportMetric(ms(1), "max-ms")
}

// shown puts a coded text into a window of 900 by 800.
func shown(b *testing.B, blocks ui.Blocks) *ui.CodedText {
	b.Helper()
	test.NewTempApp(b).Settings().SetTheme(&ui.Theme{Mode: ui.ModeLight})
	w := ui.NewCodedText(blocks)
	win := test.NewTempWindow(b, w)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(900, 800))
	return w
}

// corpus is 100,000 comments with 20,000 marks.
func corpus() *texts {
	words, random := vocabulary(10_000), rand.New(rand.NewPCG(11, 12))
	blocks := &texts{all: make([]string, 100_000), marks: map[int][]ui.Mark{}}
	for i := range blocks.all {
		blocks.all[i] = essay(random, words, 3+random.IntN(90))
	}
	for i := range 20_000 {
		at := random.IntN(len(blocks.all))
		blocks.marks[at] = append(blocks.marks[at], randomMark(random, i, len(blocks.all[at])))
	}
	return blocks
}

// randomMark is a mark somewhere in a text of a length.
func randomMark(random *rand.Rand, i, length int) ui.Mark {
	start := random.IntN(max(1, length-4))
	return ui.Mark{ID: fmt.Sprint(i), Name: fmt.Sprintf("Code %d", i%24), Hex: ui.CodeHex(i), Span: coding.Span{Start: start, End: min(length, start+3+random.IntN(120))}}
}

func BenchmarkScrollStepInManyComments(b *testing.B) {
	w := shown(b, corpus())
	report(b, func(i int) {
		if i%500 == 499 {
			w.ScrollTo((i*7919)%100_000, coding.Span{})
		}
		wheel(w, 60)
	})
}

// arabic writes a text's letters as Arabic ones, every seventh word left as it is.
func arabic(text string) string {
	letters := []rune("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
	words := strings.Split(text, " ")
	for i, word := range words {
		if i%7 != 6 {
			words[i] = strings.Map(func(r rune) rune {
				if r < 'a' || r > 'z' {
					return r
				}
				return letters[r-'a']
			}, word)
		}
	}
	return strings.Join(words, " ")
}

func BenchmarkScrollStepInManyCommentsFromRightToLeft(b *testing.B) {
	blocks := corpus()
	for i := range blocks.all {
		blocks.all[i] = arabic(blocks.all[i])
	}
	w := shown(b, blocks)
	report(b, func(i int) {
		if i%500 == 499 {
			w.ScrollTo((i*7919)%100_000, coding.Span{})
		}
		wheel(w, 60)
	})
}

func BenchmarkJumpInManyComments(b *testing.B) {
	w := shown(b, corpus())
	report(b, func(i int) { w.ScrollTo((i*7919)%100_000, coding.Span{}) })
}

func BenchmarkOpeningManyComments(b *testing.B) {
	blocks := corpus()
	report(b, func(int) { shown(b, blocks) })
}

func BenchmarkScrollStepInALongDocument(b *testing.B) {
	words, random := vocabulary(10_000), rand.New(rand.NewPCG(13, 14))
	var text strings.Builder
	for text.Len() < 2_000_000 {
		text.WriteString(essay(random, words, 4+random.IntN(150)))
		text.WriteByte('\n')
	}
	blocks := &texts{all: []string{text.String()}, marks: map[int][]ui.Mark{}}
	for i := range 20_000 {
		blocks.marks[0] = append(blocks.marks[0], randomMark(random, i, text.Len()))
	}
	w := shown(b, blocks)
	report(b, func(i int) {
		if i%500 == 499 {
			wheel(w, float32(i*7919%500_000)-250_000)
		}
		wheel(w, 60)
	})
}

func BenchmarkScrollStepInOneParagraphOfTwoMegabytes(b *testing.B) {
	words, random := vocabulary(10_000), rand.New(rand.NewPCG(15, 16))
	w := shown(b, &texts{all: []string{strings.ReplaceAll(essay(random, words, 330_000), "\n", " ")}})
	report(b, func(int) { wheel(w, 60) })
}
