package compare_test

import (
	"context"
	"crypto/rand"
	"fmt"
	mathrand "math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
	"concord/coding/store"
	"concord/coding/store/sqlite"
)

// scale is the size of a study that is compared while somebody waits.
type scale struct{ sources, codes, words int }

// three is how many coders all of these studies have.
const three = 3

// BenchmarkAgreementFromStore answers from the file on, as a person who opens
// the screen waits for it: reading codings and done marks, and the numbers.
func BenchmarkAgreementFromStore(b *testing.B) {
	of := scale{sources: 100_000, codes: 12}
	db, mint := large(b, of)
	reader := coding.NewSession(db.As("lead"), mint)
	b.ReportAllocs()
	for b.Loop() {
		m, err := compare.Load(b.Context(), reader, compare.Question{})
		if err != nil {
			b.Fatal(err)
		}
		answer, err := m.Agreement(b.Context(), compare.Request{})
		if err != nil {
			b.Fatal(err)
		}
		if answer.Pairable != of.sources {
			b.Fatalf("%d comments can be compared, want %d", answer.Pairable, of.sources)
		}
	}
}

// BenchmarkAllCoefficientsFromStore computes every coefficient with its interval,
// for 50 codes in 10,000 comments.
func BenchmarkAllCoefficientsFromStore(b *testing.B) {
	benchmarkAll(b, scale{sources: 10_000, codes: 50}, compare.Comment, compare.Request{})
}

// BenchmarkAllCoefficientsFromStoreBootstrap makes their intervals by 2,000
// bootstrap replicates.
func BenchmarkAllCoefficientsFromStoreBootstrap(b *testing.B) {
	benchmarkAll(b, scale{sources: 10_000, codes: 50}, compare.Comment,
		compare.Request{Confidence: agreement.Confidence{Method: agreement.Bootstrap}})
}

// BenchmarkAgreementBySource answers for each of 10,000 comments apart.
func BenchmarkAgreementBySource(b *testing.B) {
	benchmarkAll(b, scale{sources: 10_000, codes: 50}, compare.Comment, compare.Request{By: compare.BySource})
}

// BenchmarkAllCoefficientsBySentence does so for 50 codes in the sentences of
// 1,000 transcripts of 5,000 words.
func BenchmarkAllCoefficientsBySentence(b *testing.B) {
	benchmarkAll(b, scale{sources: 1_000, codes: 50, words: 5_000}, compare.Sentence, compare.Request{})
}

// BenchmarkAllCoefficientsByCharacter does so for their characters.
func BenchmarkAllCoefficientsByCharacter(b *testing.B) {
	benchmarkAll(b, scale{sources: 1_000, codes: 50, words: 5_000}, compare.Character, compare.Request{})
}

func benchmarkAll(b *testing.B, of scale, unit compare.Unit, request compare.Request) {
	b.Helper()
	db, mint := large(b, of)
	reader := coding.NewSession(db.As("lead"), mint)
	if request.By != compare.BySource {
		request.Measures = unit.Measures()
	}
	b.ReportAllocs()
	for b.Loop() {
		answer, err := compare.Ask(b.Context(), reader, compare.Question{Unit: unit}, request)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(answer.Pairable), "units")
	}
}

// BenchmarkCancellingBySentence says how long the longest of these goes on after
// it is cancelled, at a time that differs from run to run.
func BenchmarkCancellingBySentence(b *testing.B) {
	db, mint := large(b, scale{sources: 1_000, codes: 50, words: 5_000})
	reader := coding.NewSession(db.As("lead"), mint)
	worst, after := time.Duration(0), 50*time.Millisecond
	for b.Loop() {
		ctx, cancel := context.WithCancel(b.Context())
		cancelled := make(chan time.Time, 1)
		go func() {
			time.Sleep(after)
			cancelled <- time.Now()
			cancel()
		}()
		_, err := compare.Ask(ctx, reader, compare.Question{Unit: compare.Sentence}, compare.Request{Measures: compare.Sentence.Measures()})
		if err != nil {
			worst = max(worst, time.Since(<-cancelled))
		}
		cancel()
		after = (after + 170*time.Millisecond) % (4 * time.Second)
	}
	b.ReportMetric(float64(worst.Microseconds())/1000, "ms-after")
}

// large is a project of that size, whose round is closed.
func large(b *testing.B, of scale) (*store.DB, *coding.Mint) {
	b.Helper()
	mint := coding.NewMint(time.Now, rand.Reader)
	db, err := sqlite.Create(b.Context(), filepath.Join(b.TempDir(), "large.concord"),
		sqlite.Options{Mint: mint, NoBackup: true}, coding.Project{Name: "Large"},
		coding.Coder{ID: "lead", Name: "Lead", Supervisor: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := db.Close(); err != nil {
			b.Error(err)
		}
	})
	step := coding.Step{By: "lead", Label: "set up"}
	round := coding.Round{ID: "round", Name: "Round 1", All: true, Closed: true}
	for i := range three {
		c := coding.NewCoder(mint, fmt.Sprintf("Coder %d", i), false, i)
		round.Coders = append(round.Coders, c.ID)
		step.Changes = append(step.Changes, coding.Add(c))
	}
	var codes []coding.CodeID
	for i := range of.codes {
		c := coding.Code{ID: coding.NewID[coding.CodeID](mint), Name: fmt.Sprintf("Code %d", i)}
		codes = append(codes, c.ID)
		step.Changes = append(step.Changes, coding.Add(c))
	}
	var sources []coding.Source
	for i := range of.sources {
		text := fmt.Sprintf("Comment %d: the group helped me to speak.", i)
		if of.words > 0 {
			text = transcript(i, of.words)
		}
		step.Texts = append(step.Texts, text)
		sources = append(sources, coding.NewSource(coding.NewID[coding.SourceID](mint), fmt.Sprintf("R%07d", i), coding.Comment, text))
	}
	step.Changes = append(step.Changes, coding.AddMany(sources)...)
	step.Changes = append(step.Changes, coding.Add(round))
	for seat := range round.Coders {
		step.Changes = append(step.Changes, work(mint, round, seat, sources, codes)...)
	}
	if _, err := db.As("lead").Do(b.Context(), step); err != nil {
		b.Fatal(err)
	}
	return db, mint
}

// transcript is a text of so many words, in sentences of nine to sixteen.
func transcript(number, words int) string {
	var text strings.Builder
	fmt.Fprintf(&text, "Transcript %d. ", number)
	for left, i := words, 0; left > 0; i++ {
		length := 9 + (number+i*5)%8
		text.WriteString("We ")
		for range length - 2 {
			text.WriteString([]string{"spoke ", "about ", "patients "}[i%3])
		}
		text.WriteString([]string{"again. ", "today? ", "then.\n"}[i%3])
		left -= length
	}
	return text.String()
}

// work is what one coder did: every comment finished, with one or two codings in
// it, every transcript with 60. The coders mostly agree; one time in ten each
// goes another way.
func work(mint *coding.Mint, round coding.Round, seat int, sources []coding.Source, codes []coding.CodeID) []coding.Change {
	coder := round.Coders[seat]
	own := mathrand.New(mathrand.NewPCG(1, uint64(seat)))
	var dones []coding.Done
	var given []coding.Coding
	for i, s := range sources {
		dones = append(dones, coding.Done{
			ID: coding.NewID[coding.DoneID](mint), Round: round.ID, Source: s.ID, Coder: coder,
		})
		common := mathrand.New(mathrand.NewPCG(2, uint64(i)))
		n, length, apart := 1+common.IntN(5)/4, 10, 1
		if s.Length > 1000 {
			n, length = 60, 150
			apart = s.Length / (n + 1)
		}
		code := common.IntN(len(codes))
		for k := range n {
			code = (code + 1 + common.IntN(len(codes)-1)) % len(codes) // never the one before
			chosen := code
			if own.IntN(10) == 0 && n == 1 {
				chosen = own.IntN(len(codes))
			}
			given = append(given, coding.Coding{
				ID: coding.NewID[coding.CodingID](mint), Coder: coder, Round: round.ID,
				Code:    codes[chosen],
				Excerpt: coding.Excerpt{Source: s.ID, Span: coding.Span{Start: k * apart, End: k*apart + length + own.IntN(10)}},
			})
		}
	}
	return append(coding.AddMany(dones), coding.AddMany(given)...)
}
