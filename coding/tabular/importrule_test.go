package tabular_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"concord/coding"
	"concord/coding/tabular"
)

func TestRulesLeaveRowsOutAndSayWhich(t *testing.T) {
	s, m := newProject(t)
	table := openFile(t, "testdata/balint.csv")
	got, err := bring(t, s, m, table, where(table, "posting_weeks >= 6", "Session!=5"))
	if err != nil {
		t.Fatal(err)
	}
	want := []tabular.Skipped{
		{File: "balint.csv", Row: 7, Case: "R-022", Why: "posting_weeks>=6"},
		{File: "balint.csv", Row: 10, Case: "R-025", Why: "Session!=5"},
		{File: "balint.csv", Row: 11, Case: "R-026", Why: "Session!=5"},
		{File: "balint.csv", Row: 12, Case: "R-027", Why: "Session!=5"},
		{File: "balint.csv", Row: 13, Case: "R-028", Why: "Session!=5"},
	}
	if !slices.Equal(got.Skipped, want) {
		t.Errorf("skipped %+v; want %+v", got.Skipped, want)
	}
	_, err = bring(t, s, m, table, where(table, "wards>=6"))
	if !errors.Is(err, coding.ErrNotFound) || !strings.Contains(err.Error(), `"Posting (weeks)", "Session"`) {
		t.Errorf("unknown column: got %v", err)
	}
	_, err = bring(t, s, m, table, where(table, "Session"))
	if !errors.Is(err, coding.ErrInvalid) {
		t.Errorf("no comparison: got %v", err)
	}
}

func TestDecimalCommaCountsAsNumber(t *testing.T) {
	s, m := newProject(t)
	table := openFile(t, "testdata/french.csv")
	got, err := bring(t, s, m, table, where(table, "anciennete_annees>=2"))
	if err == nil {
		t.Fatalf("accents aren't ignored: %+v", got)
	}
	got, err = bring(t, s, m, table, where(table, "ancienneté_années>=2.5"))
	if err != nil || len(got.Skipped) != 5 {
		t.Errorf("left out %d, %v; want 5", len(got.Skipped), err)
	}
}
