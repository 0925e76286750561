package tabular_test

import (
	"errors"
	"strings"
	"testing"

	"concord/coding"
	"concord/coding/tabular"
)

func TestTableWithoutTextBringsInRespondentsWhenTheyAreWanted(t *testing.T) {
	s, m := newProject(t)
	alone := func(p *tabular.Plan) error { p.Respondents = true; return nil }
	steps := []struct {
		name, in    string
		cases       int
		values      int
		differing   int
		skipped     int
		holds       string
		holdsNoMore string
	}{
		{"new ones", "case,Age,Cohort\nID1,20,A\nID2,,B\n,33,B\n", 2, 0, 0, 1, "case ID1: Age=20, Cohort=A\n", "Row"},
		{"again", "case,Age,Cohort\nID1,20,A\nID2,,B\n", 0, 0, 0, 0, "case ID1: Age=20, Cohort=A\n", ""},
		{"what is known now", "case,Age,Cohort\nID1,21,\nID2,22,B\nID3,23,C\n", 1, 2, 0, 0, "case ID1: Age=21, Cohort=A\ncase ID2: Age=22, Cohort=B\ncase ID3: Age=23, Cohort=C\n", "Age=20"},
		{"twice in one table", "case,Age,Cohort\nID1,21,A\nID1,50,D\n", 0, 0, 2, 0, "case ID1: Age=21, Cohort=A\n", "Age=50"},
	}
	for _, step := range steps {
		table, err := open(t, "cases.csv", step.in, tabular.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := bring(t, s, m, table, alone)
		if err != nil {
			t.Fatal(err)
		}
		if got.Cases != step.cases || got.Values != step.values || len(got.Differing) != step.differing || len(got.Skipped) != step.skipped ||
			got.New() != (step.cases+step.values > 0) {
			t.Errorf("%s: %+v", step.name, got)
		}
		d := dump(t, s)
		if !strings.Contains(d, step.holds) || step.holdsNoMore != "" && strings.Contains(d, step.holdsNoMore) {
			t.Errorf("%s: the project holds:\n%s", step.name, d)
		}
	}
}

func TestTableWithoutTextAndRespondentsIsRefused(t *testing.T) {
	s, m := newProject(t)
	table, err := open(t, "cases.csv", "Age,Height\n20,180\n20,190\n", tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = bring(t, s, m, table, func(p *tabular.Plan) error { p.Respondents = true; return nil })
	if !errors.Is(err, coding.ErrInvalid) || !strings.Contains(err.Error(), `no column names them; say which one does, of "Age", "Height"`) {
		t.Errorf("got %v", err)
	}
}
