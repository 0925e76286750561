package library_test

import (
	"fmt"
	"testing"

	"concord/app/apptest"
	"concord/app/library"
	"concord/coding"
)

// large is a project of many comments, each by a respondent with attributes.
func large(b *testing.B, n int) *apptest.Study {
	b.Helper()
	study := apptest.NewStudy(b, "Ana Novak")
	ana, mint := study.Coders[0], study.Mint
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
	_, err := study.As(ana).Do(b.Context(), step)
	study.OK(err)
	return study
}

// BenchmarkLibrary measures 100,000 comments: reading them, and putting them in order.
func BenchmarkLibrary(b *testing.B) {
	study := large(b, 100000)
	reader := study.As(study.Coders[0])
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
