package library_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"concord/app/library"
	"concord/coding"
	"concord/coding/store"
	"concord/coding/store/sqlite"
)

// large makes a project of many comments, each by a respondent with attributes.
func large(b *testing.B, n int) *store.DB {
	b.Helper()
	mint := newMint()
	ana := coding.NewCoder(mint, "Ana Novak", false, 0)
	db, err := sqlite.Create(b.Context(), filepath.Join(b.TempDir(), "large.concord"), sqlite.Options{Mint: mint, NoBackup: true}, coding.Project{Name: "Large"}, ana)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	cohort := coding.Attribute{ID: coding.NewID[coding.AttributeID](mint), Name: "Cohort", Level: coding.Nominal}
	weeks := coding.Attribute{ID: coding.NewID[coding.AttributeID](mint), Name: "Weeks", Level: coding.Numeric}
	step := coding.Step{By: ana.ID, Label: "import", Changes: []coding.Change{coding.Add(cohort, weeks)}}
	var cases []coding.Case
	var sources []coding.Source
	for i := range n {
		text := fmt.Sprintf("Comment %d says something of its own.", i)
		c := coding.Case{ID: coding.NewID[coding.CaseID](mint), Name: fmt.Sprintf("R-%d", n-i), Values: coding.Values{cohort.ID: fmt.Sprint("Y", i%5), weeks.ID: fmt.Sprint(i % 13)}}
		s := coding.NewSource(coding.NewID[coding.SourceID](mint), c.Name, coding.Comment, text)
		s.Cases = []coding.CaseID{c.ID}
		cases, sources, step.Texts = append(cases, c), append(sources, s), append(step.Texts, text)
	}
	step.Changes = append(append(step.Changes, coding.AddMany(cases)...), coding.AddMany(sources)...)
	if _, err := db.As(ana.ID).Do(b.Context(), step); err != nil {
		b.Fatal(err)
	}
	return db
}

// BenchmarkLibrary measures 100,000 comments: reading them, and putting them in order.
func BenchmarkLibrary(b *testing.B) {
	db := large(b, 100000)
	reader := db.As(coder(b, db, "Ana"))
	s, err := library.Load(b.Context(), reader, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("load", func(b *testing.B) {
		for b.Loop() {
			if _, err := library.Load(b.Context(), reader, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	for name, view := range map[string]library.View{
		"filter":            {Text: "r-99"},
		"sort by name":      {By: library.Column{Kind: library.OfName}, Sorted: true},
		"sort by attribute": {By: library.Column{Kind: library.OfAttribute, Attribute: s.Attributes[1].ID}, Sorted: true},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Arrange(b.Context(), view); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
