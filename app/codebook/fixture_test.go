package codebook_test

import (
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"concord/coding"
	"concord/coding/store"
	"concord/coding/store/sqlite"
)

// study is a small project on disk, and who works on it.
type study struct {
	tb       testing.TB
	db       *store.DB
	mint     *coding.Mint
	ana, ben coding.Coder
}

func newStudy(tb testing.TB) *study {
	tb.Helper()
	at := time.Date(2026, time.October, 2, 9, 0, 0, 0, time.UTC)
	now := func() time.Time { at = at.Add(time.Second); return at }
	s := &study{tb: tb, mint: coding.NewMint(now, rand.NewChaCha8([32]byte{7}))}
	s.ana = coding.NewCoder(s.mint, "Ana Novak", true, 0)
	s.ben = coding.NewCoder(s.mint, "Ben Okoye", false, 1)
	var err error
	s.db, err = sqlite.Create(tb.Context(), filepath.Join(tb.TempDir(), "study.concord"),
		sqlite.Options{Mint: s.mint, NoBackup: true}, coding.Project{Name: "Balint groups"}, s.ana, s.ben)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.db.Close() })
	const body = "I was surprised that nobody tried to fix me."
	c := coding.Case{ID: coding.NewID[coding.CaseID](s.mint), Name: "R-001"}
	source := coding.NewSource(coding.NewID[coding.SourceID](s.mint), "R-001 takeaway", coding.Comment, body)
	source.Cases = []coding.CaseID{c.ID}
	theme := coding.Code{ID: coding.NewID[coding.CodeID](s.mint), Name: "Self-awareness", Color: coding.Palette()[0]}
	changes := []coding.Change{coding.Add(c), coding.Add(source), coding.Add(theme)}
	for i, name := range []string{"Noticing own feelings", "Own limits", "Carrying it home"} {
		code := coding.Code{ID: coding.NewID[coding.CodeID](s.mint), Parent: theme.ID, Name: name, Order: i, Color: coding.Palette()[i+1]}
		if i == 0 {
			code.Shortcut = 1
			code.Definition = "The student names a feeling of their own in a clinical encounter, or the moment of becoming aware of it."
			code.Include = "The feeling is the writer's, present or remembered, also where it is only implied (“my hands shook”)."
			code.Exclude = "The feeling is the patient's (The patient's side) or is shared by the group (Not the only one)."
		}
		changes = append(changes, coding.Add(code))
	}
	if _, err := s.as(s.ana).Do(tb.Context(), coding.Step{By: s.ana.ID, Label: "begin", Changes: changes, Texts: []string{body}}); err != nil {
		tb.Fatal(err)
	}
	return s
}

func (s *study) as(coder coding.Coder) *coding.Session {
	return coding.NewSession(s.db.As(coder.ID), s.mint)
}

func (s *study) code(name string) coding.Code {
	s.tb.Helper()
	book, err := s.as(s.ana).Codebook(s.tb.Context())
	if err != nil {
		s.tb.Fatal(err)
	}
	code, err := book.Find(name)
	if err != nil {
		s.tb.Fatal(err)
	}
	return code
}

func (s *study) edit(id coding.CodeID, change func(*coding.Code)) {
	s.tb.Helper()
	if err := s.as(s.ana).ReviseCode(s.tb.Context(), id, change); err != nil {
		s.tb.Fatal(err)
	}
}

// apply gives words of the comment a code.
func (s *study) apply(coder coding.Coder, code string, start, end int) {
	s.tb.Helper()
	for source, err := range s.db.As("").Sources(s.tb.Context(), coding.SourceFilter{}) {
		if err != nil {
			s.tb.Fatal(err)
		}
		e := coding.Excerpt{Source: source.ID, Span: coding.Span{Start: start, End: end}}
		if _, err := s.as(coder).Apply(s.tb.Context(), s.code(code), "", e); err != nil {
			s.tb.Fatal(err)
		}
	}
}

func (s *study) openRound(name string) {
	s.tb.Helper()
	if _, err := s.as(s.ana).OpenRound(s.tb.Context(), coding.RoundPlan{Name: name, Coders: []coding.CoderID{s.ben.ID}}); err != nil {
		s.tb.Fatal(err)
	}
}
