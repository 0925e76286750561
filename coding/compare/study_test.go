package compare_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"concord/coding"
	"concord/coding/compare"
	"concord/coding/store"
	"concord/coding/store/sqlite"
)

// study is a project under test: sources s0, s1, … of fifty characters each,
// codes X and Y under theme T, and Z alone.
type study struct {
	t      *testing.T
	db     *store.DB
	mint   *coding.Mint
	coders map[string]coding.Coder
	people []coding.Coder
	codes  map[string]coding.Code
	source []coding.SourceID
	round  coding.Round
}

func newStudy(t *testing.T, sources int, coders ...string) *study {
	t.Helper()
	texts := make([]string, sources)
	for i := range texts {
		texts[i] = fmt.Sprintf("%-50s", fmt.Sprintf("Source number %d has fifty characters in all.", i))
	}
	return newStudyOf(t, texts, coders...)
}

// newStudyOf is a project with texts of its own.
func newStudyOf(t *testing.T, texts []string, coders ...string) *study {
	t.Helper()
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	s := &study{t: t, coders: map[string]coding.Coder{}, codes: map[string]coding.Code{}}
	s.mint = coding.NewMint(func() time.Time { at = at.Add(time.Second); return at }, rand.NewChaCha8([32]byte{7}))
	people := []coding.Coder{coding.NewCoder(s.mint, "Lead", true, 0)}
	for i, name := range coders {
		people = append(people, coding.NewCoder(s.mint, name, false, i+1))
	}
	s.people = people
	for _, p := range people {
		s.coders[p.Name] = p
	}
	var err error
	s.db, err = sqlite.Create(context.Background(), filepath.Join(t.TempDir(), "study.concord"),
		sqlite.Options{Mint: s.mint, NoBackup: true}, coding.Project{Name: "Study"}, people...)
	s.ok(err)
	t.Cleanup(func() { s.ok(s.db.Close()) })

	lead := s.as("Lead")
	var step coding.Step
	step.By, step.Label = lead.Viewer(), "set up"
	for i, text := range texts {
		source := coding.NewSource(coding.NewID[coding.SourceID](s.mint), fmt.Sprintf("s%d", i), coding.Comment, text)
		s.source = append(s.source, source.ID)
		step.Texts = append(step.Texts, text)
		step.Changes = append(step.Changes, coding.Add(source))
	}
	_, err = lead.Do(context.Background(), step)
	s.ok(err)
	for _, path := range []string{"T/X", "T/Y", "Z"} {
		code, err := lead.EnsureCode(context.Background(), path)
		s.ok(err)
		s.codes[code.Name] = code
	}
	book, err := lead.Codebook(context.Background())
	s.ok(err)
	theme, err := book.Find("T")
	s.ok(err)
	s.codes["T"] = theme
	plan := coding.RoundPlan{Name: "Round 1", Blind: true}
	for _, name := range coders {
		plan.Coders = append(plan.Coders, s.coders[name].ID)
	}
	s.round, err = lead.OpenRound(context.Background(), plan)
	s.ok(err)
	return s
}

func (s *study) ok(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *study) as(name string) *coding.Session {
	return coding.NewSession(s.db.As(s.coders[name].ID), s.mint)
}

// code lets a coder mark from start to end in a source.
func (s *study) code(coder, code string, source, start, end int) {
	s.t.Helper()
	_, err := s.as(coder).Apply(context.Background(), s.codes[code], s.round.ID,
		coding.Excerpt{Source: s.source[source], Span: coding.Span{Start: start, End: end}})
	s.ok(err)
}

// done lets a coder finish sources.
func (s *study) done(coder string, sources ...int) {
	s.t.Helper()
	var ids []coding.SourceID
	for _, i := range sources {
		ids = append(ids, s.source[i])
	}
	_, err := s.as(coder).MarkDone(context.Background(), s.round, ids...)
	s.ok(err)
}

// close ends the round and gives what was done in it.
func (s *study) close() *compare.Material {
	s.t.Helper()
	_, err := s.as("Lead").CloseRound(context.Background(), s.round)
	s.ok(err)
	m, err := compare.Load(context.Background(), s.as("Lead"), compare.Question{})
	s.ok(err)
	return m
}
