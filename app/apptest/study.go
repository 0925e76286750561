package apptest

import (
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"concord/coding"
	"concord/coding/store"
	"concord/coding/store/sqlite"
)

// Study is a project on disk that a test works in. It is closed and removed
// when the test ends.
type Study struct {
	TB   testing.TB
	DB   *store.DB
	Mint *coding.Mint
	// Coders are its people, in the project's order.
	Coders []coding.Coder
}

// NewStudy makes an empty project of a supervisor and of coders who aren't.
func NewStudy(tb testing.TB, supervisor string, coders ...string) *Study {
	tb.Helper()
	s := &Study{TB: tb, Mint: newMint(time.October)}
	for i, name := range append([]string{supervisor}, coders...) {
		s.Coders = append(s.Coders, coding.NewCoder(s.Mint, name, i == 0, i))
	}
	db, err := sqlite.Create(tb.Context(), filepath.Join(tb.TempDir(), "study.concord"),
		sqlite.Options{Mint: s.Mint, NoBackup: true}, coding.Project{Name: "Balint groups"}, s.Coders...)
	s.hold(db, err)
	return s
}

// newMint makes IDs and times that are the same in every run: from the second
// of that month, a second for each.
func newMint(month time.Month) *coding.Mint {
	at := time.Date(2026, month, 2, 9, 0, 0, 0, time.UTC)
	now := func() time.Time { at = at.Add(time.Second); return at }
	return coding.NewMint(now, rand.NewChaCha8([32]byte{7}))
}

// hold keeps the project that was opened until the test ends.
func (s *Study) hold(db *store.DB, err error) {
	s.TB.Helper()
	s.OK(err)
	s.DB = db
	s.TB.Cleanup(func() {
		if err := db.Close(); err != nil {
			s.TB.Error(err)
		}
	})
}

// OK ends the test where there is an error.
func (s *Study) OK(err error) {
	s.TB.Helper()
	if err != nil {
		s.TB.Fatal(err)
	}
}

// As lets a coder work in the project.
func (s *Study) As(coder coding.Coder) *coding.Session {
	return coding.NewSession(s.DB.As(coder.ID), s.Mint)
}

// Coder finds one of the people by the name or its beginning.
func (s *Study) Coder(name string) coding.Coder {
	s.TB.Helper()
	for _, c := range s.Coders {
		if strings.HasPrefix(c.Name, name) {
			return c
		}
	}
	s.TB.Fatalf("no coder's name begins with %q", name)
	return coding.Coder{}
}

// Code finds a code by its name or path.
func (s *Study) Code(name string) coding.Code {
	s.TB.Helper()
	book, err := s.As(coding.Coder{}).Codebook(s.TB.Context())
	s.OK(err)
	code, err := book.Find(name)
	s.OK(err)
	return code
}

// Sources are the project's, in order.
func (s *Study) Sources() []coding.Source {
	s.TB.Helper()
	var all []coding.Source
	for source, err := range s.DB.As("").Sources(s.TB.Context(), coding.SourceFilter{}) {
		s.OK(err)
		all = append(all, source)
	}
	return all
}
