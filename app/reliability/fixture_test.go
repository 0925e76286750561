package reliability_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"concord/coding"
	"concord/coding/store"
	"concord/coding/store/sqlite"
)

// study is a project of three coders and a lead, of comments by half as many
// respondents, who are young or old, and of two codes.
type study struct {
	t       *testing.T
	db      *store.DB
	mint    *coding.Mint
	coders  []coding.Coder
	sources []coding.SourceID
	codes   []coding.Code
	random  *rand.Rand
}

func newStudy(t *testing.T, comments int) *study {
	t.Helper()
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	s := &study{t: t, random: rand.New(rand.NewPCG(1, 2))}
	s.mint = coding.NewMint(func() time.Time { at = at.Add(time.Second); return at }, rand.NewChaCha8([32]byte{7}))
	for i, name := range []string{"Lead", "Ana", "Ben", "Cleo"} {
		s.coders = append(s.coders, coding.NewCoder(s.mint, name, i == 0, i))
	}
	var err error
	s.db, err = sqlite.Create(context.Background(), filepath.Join(t.TempDir(), "study.concord"),
		sqlite.Options{Mint: s.mint, NoBackup: true}, coding.Project{Name: "Study"}, s.coders...)
	s.ok(err)
	t.Cleanup(func() { s.ok(s.db.Close()) })
	age := coding.Attribute{ID: coding.NewID[coding.AttributeID](s.mint), Name: "Age", Level: coding.Nominal}
	step := coding.Step{By: s.coders[0].ID, Label: "set up", Changes: []coding.Change{coding.Add(age)}}
	for i := range comments {
		text := fmt.Sprintf("Comment number %d begins here. It has a second sentence, and a third follows. This is the third.", i)
		source := coding.NewSource(coding.NewID[coding.SourceID](s.mint), fmt.Sprintf("c%d", i), coding.Comment, text)
		if i%2 == 0 {
			source.Values = coding.Values{age.ID: []string{"young", "old"}[i/2%2]}
		}
		s.sources = append(s.sources, source.ID)
		step.Texts = append(step.Texts, text)
		step.Changes = append(step.Changes, coding.Add(source))
	}
	_, err = s.as(0).Do(context.Background(), step)
	s.ok(err)
	for _, path := range []string{"Work/Load", "Work/Team"} {
		code, err := s.as(0).EnsureCode(context.Background(), path)
		s.ok(err)
		s.codes = append(s.codes, code)
	}
	return s
}

func (s *study) ok(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *study) as(coder int) *coding.Session {
	return coding.NewSession(s.db.As(s.coders[coder].ID), s.mint)
}

// open opens a blind round for some of the coders.
func (s *study) open(name string, coders ...int) coding.Round {
	s.t.Helper()
	plan := coding.RoundPlan{Name: name, Blind: true}
	for _, c := range coders {
		plan.Coders = append(plan.Coders, s.coders[c].ID)
	}
	round, err := s.as(0).OpenRound(context.Background(), plan)
	s.ok(err)
	return round
}

// code lets each coder find most of what is there, and finish all comments.
func (s *study) code(round coding.Round, coders ...int) {
	s.t.Helper()
	for _, c := range coders {
		session := s.as(c)
		for i, source := range s.sources {
			for k, code := range s.codes {
				there := i%3 == k
				if s.random.IntN(8) == 0 {
					there = !there
				}
				if there {
					_, err := session.Apply(context.Background(), code, round.ID, coding.Excerpt{Source: source, Span: coding.Span{Start: 10 * k, End: 20 + 10*k + s.random.IntN(12)}})
					s.ok(err)
				}
			}
		}
		_, err := session.MarkDone(context.Background(), round, s.sources...)
		s.ok(err)
	}
}

// closed is a round that was coded and closed.
func (s *study) closed(name string, coders ...int) coding.Round {
	s.t.Helper()
	round := s.open(name, coders...)
	s.code(round, coders...)
	round, err := s.as(0).CloseRound(context.Background(), round)
	s.ok(err)
	return round
}
