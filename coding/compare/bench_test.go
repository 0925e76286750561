package compare_test

import (
	"crypto/rand"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"concord/coding"
	"concord/coding/compare"
	"concord/coding/store"
	"concord/coding/store/sqlite"
)

// large is the size of a study that is compared while somebody waits: what
// three coders did with twelve codes in 100,000 comments, 1.2 codings a comment each.
const (
	largeSources = 100_000
	largeCoders  = 3
	largeCodes   = 12
)

// BenchmarkAgreementFromStore answers from the file on, as a person who opens
// the screen waits for it: reading codings and done marks, and the numbers.
func BenchmarkAgreementFromStore(b *testing.B) {
	db, mint := large(b)
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
		if answer.Pairable != largeSources {
			b.Fatalf("%d comments can be compared, want %d", answer.Pairable, largeSources)
		}
	}
}

// large is a project of that size, whose round is closed.
func large(b *testing.B) (*store.DB, *coding.Mint) {
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
	for i := range largeCoders {
		c := coding.NewCoder(mint, fmt.Sprintf("Coder %d", i), false, i)
		round.Coders = append(round.Coders, c.ID)
		step.Changes = append(step.Changes, coding.Add(c))
	}
	var codes []coding.CodeID
	for i := range largeCodes {
		c := coding.Code{ID: coding.NewID[coding.CodeID](mint), Name: fmt.Sprintf("Code %d", i)}
		codes = append(codes, c.ID)
		step.Changes = append(step.Changes, coding.Add(c))
	}
	var sources []coding.Source
	for i := range largeSources {
		text := fmt.Sprintf("Comment %d: the group helped me to speak.", i)
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

// work is what one coder did: every comment finished, and one or two codings in
// it. The coders mostly agree; in one comment of seven each goes another way.
func work(mint *coding.Mint, round coding.Round, seat int, sources []coding.Source, codes []coding.CodeID) []coding.Change {
	coder := round.Coders[seat]
	var dones []coding.Done
	var given []coding.Coding
	for i, s := range sources {
		dones = append(dones, coding.Done{
			ID: coding.NewID[coding.DoneID](mint), Round: round.ID, Source: s.ID, Coder: coder,
		})
		shift := 0
		if (i+seat*3)%7 == 0 {
			shift = seat
		}
		for k := range 1 + i%5/4 {
			given = append(given, coding.Coding{
				ID: coding.NewID[coding.CodingID](mint), Coder: coder, Round: round.ID,
				Code:    codes[(i+k+shift)%len(codes)],
				Excerpt: coding.Excerpt{Source: s.ID, Span: coding.Span{Start: k, End: 10 + k}},
			})
		}
	}
	return append(coding.AddMany(dones), coding.AddMany(given)...)
}
