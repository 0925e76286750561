package report_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"concord/coding"
	"concord/coding/report"
)

func n(excerpts, sources, cases int) coding.Count {
	return coding.Count{Excerpts: excerpts, Sources: sources, Cases: cases}
}

// lines tells a book's codes with their counts and examples.
func lines(b *report.Book) string {
	var out strings.Builder
	var tell func([]report.Entry)
	tell = func(list []report.Entry) {
		for _, e := range list {
			fmt.Fprintf(&out, "%s own %v whole %v", e.Path, e.Own, e.Whole)
			for _, x := range e.Examples {
				fmt.Fprintf(&out, " [%s: %s %v %v]", x.From, x.Text, x.Borderline, x.Found)
			}
			out.WriteString("\n")
			tell(e.Entries)
		}
	}
	tell(b.Themes)
	return out.String()
}

func TestABookCountsAndQuotesWhatIsCoded(t *testing.T) {
	s := newSurvey(t)
	s.codeAll(t)
	b, err := report.ReadBook(t.Context(), s.as("Maria"), day, report.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	want := `Self own {1 1 1} whole {6 4 4} [R-3: I was tired afterwards false true]
Self/Feelings own {4 3 4} whole {4 3 4} [R-1: angry 🙂 true false]
Self/Limits own {1 1 1} whole {1 1 1} [R-1: angry 🙂 with her, and ashamed of it false true]
Others own {1 1 2} whole {1 1 2} [R-5: We all felt it false true]
Unused own {0 0 0} whole {0 0 0}
`
	if got := lines(b); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if b.All != n(0, 5, 6) || b.Coded != n(6, 4, 4) || b.Version != 0 {
		t.Errorf("all %v, coded %v, version %d", b.All, b.Coded, b.Version)
	}
	// A code's own count is what every screen shows.
	counts, err := s.as("Maria").Counts(t.Context(), coding.CodingFilter{})
	if err != nil {
		t.Fatal(err)
	}
	for path, c := range s.codes {
		if e := entry(b.Themes, path); e.Own != counts[c.ID] {
			t.Errorf("%s: the book counts %v, the reader %v", path, e.Own, counts[c.ID])
		}
	}
}

func entry(list []report.Entry, path string) report.Entry {
	for _, e := range list {
		if e.Path == path {
			return e
		}
		if below := entry(e.Entries, path); below.Path != "" {
			return below
		}
	}
	return report.Entry{}
}

func TestABookTellsWhichVersionItIs(t *testing.T) {
	s := newSurvey(t)
	maria := s.session("Maria")
	if _, err := maria.OpenRound(t.Context(), coding.RoundPlan{Name: "Round 1", Coders: []coding.CoderID{s.people["Anna"], s.people["Ben"]}, Blind: true}); err != nil {
		t.Fatal(err)
	}
	b, err := report.ReadBook(t.Context(), maria, day, report.Selection{})
	if err != nil || b.Version != 1 || b.Changed {
		t.Errorf("version %d, changed %v, %v; want 1, false", b.Version, b.Changed, err)
	}
	was := s.codes["Others"]
	now := was
	now.Definition = "Another's view."
	if err := maria.EditCode(t.Context(), was, now); err != nil {
		t.Fatal(err)
	}
	b, err = report.ReadBook(t.Context(), maria, day, report.Selection{})
	if err != nil || b.Version != 1 || !b.Changed {
		t.Errorf("version %d, changed %v, %v; want 1, true", b.Version, b.Changed, err)
	}
}

func TestABlindCoderIsToldOfOwnCodingsAlone(t *testing.T) {
	s := newSurvey(t)
	round, err := s.session("Maria").OpenRound(t.Context(), coding.RoundPlan{Name: "Round 1", Coders: []coding.CoderID{s.people["Anna"], s.people["Ben"]}, Blind: true})
	if err != nil {
		t.Fatal(err)
	}
	s.code(t, "Anna", "Self/Limits", "R-1", 0, 5, round.ID)
	s.code(t, "Ben", "Others", "R-2", 0, 5, round.ID)
	for person, want := range map[string][]string{"Anna": {"Self/Limits"}, "Ben": {"Others"}, "Maria": {"Self/Limits", "Others"}} {
		found, err := report.ReadExcerpts(t.Context(), s.as(person), day, report.Selection{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, x := range found.Rows {
			got = append(got, x.Code)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s is told of %q, want %q", person, got, want)
		}
	}
}

func TestExcerptsAreChosenByCodeCoderRoundAndRule(t *testing.T) {
	s := newSurvey(t)
	s.codeAll(t)
	rule := func(expr string) coding.Rule {
		r, err := coding.ParseRule(expr)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	for name, c := range map[string]struct {
		chosen report.Selection
		want   string
	}{
		"all": {report.Selection{}, "R-1 6-13 Self/Feelings Anna; R-1 6-13 Self/Feelings Ben; R-1 6-41 Self/Limits Anna; R-2 24-38 Self/Feelings Anna; " +
			"R-3 14-36 Self Anna; R-5 0-14 Others Ben; R-5 0-14 Self/Feelings Ben"},
		"a theme with what lies under it": {
			report.Selection{Codes: []coding.CodeID{s.codes["Self"].ID}, Coders: []coding.CoderID{s.people["Ben"]}},
			"R-1 6-13 Self/Feelings Ben; R-5 0-14 Self/Feelings Ben",
		},
		"no code":        {report.Selection{Codes: []coding.CodeID{}}, ""},
		"outside rounds": {report.Selection{Rounds: []coding.RoundID{""}, Codes: []coding.CodeID{s.codes["Others"].ID}}, "R-5 0-14 Others Ben"},
		"a rule on one of two cases": {
			report.Selection{Where: []coding.Rule{rule("cohort=third year")}},
			"R-2 24-38 Self/Feelings Anna; R-3 14-36 Self Anna; R-5 0-14 Others Ben; R-5 0-14 Self/Feelings Ben",
		},
		"two rules": {
			report.Selection{Where: []coding.Rule{rule("cohort=third year"), rule("posting_weeks>9")}},
			"R-5 0-14 Others Ben; R-5 0-14 Self/Feelings Ben",
		},
		"the consensus": {report.Selection{Marks: []coding.Coding{
			{Excerpt: coding.Excerpt{Source: s.sources["R-2"], Span: coding.Span{End: 5}}, Code: s.codes["Others"].ID},
			{Excerpt: coding.Excerpt{Source: s.sources["R-1"], Span: coding.Span{Start: 6, End: 12}}, Code: s.codes["Self/Limits"].ID},
		}}, "R-1 6-12 Self/Limits Consensus; R-2 0-5 Others Consensus"},
		"an empty consensus": {report.Selection{Marks: []coding.Coding{}}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := report.ReadExcerpts(t.Context(), s.as("Maria"), day, c.chosen)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, x := range found.Rows {
				got = append(got, fmt.Sprintf("%s %d-%d %s %s", x.Source, x.Start, x.End, x.Code, x.Coder))
			}
			if strings.Join(got, "; ") != c.want {
				t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), c.want)
			}
		})
	}
	_, err := report.ReadExcerpts(t.Context(), s.as("Maria"), day, report.Selection{Where: []coding.Rule{rule("shoe size>40")}})
	if !errors.Is(err, coding.ErrNotFound) || !strings.Contains(fmt.Sprint(err), "shoe size") {
		t.Errorf("got %v, want ErrNotFound that names the attribute", err)
	}
}

func TestAnExcerptIsToldInWordsAndAsPromisedInJSON(t *testing.T) {
	s := newSurvey(t)
	s.code(t, "Ben", "Others", "R-5", 7, 14, "")
	s.code(t, "Anna", "Self/Feelings", "R-1", 6, 13, "")
	found, err := report.ReadExcerpts(t.Context(), s.as("Maria"), day, report.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range found.Rows {
		if row.Coding == "" {
			t.Errorf("row %d names no coding", i)
		}
		found.Rows[i].Coding = "ID"
	}
	got, err := json.Marshal(found.Rows)
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"source":"R-1","case":"R-1","start":6,"end":13,"text":"angry 🙂","code":"Self/Feelings","coder":"Anna","round":"","coding":"ID"},` +
		`{"source":"R-5","case":"R-5; R-3","start":7,"end":14,"text":"felt it","code":"Others","coder":"Ben","round":"","coding":"ID"}]`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if v := found.Rows[1].Values; !reflect.DeepEqual(found.Attributes[:2], []string{"Cohort", "Posting (weeks)"}) || v[0] != "fourth year; third year" || v[1] != "12; 9" {
		t.Errorf("attributes %q, values %q", found.Attributes, v)
	}
}

func TestThemesAreCountedByAttribute(t *testing.T) {
	s := newSurvey(t)
	s.codeAll(t)
	table, err := report.ReadThemes(t.Context(), s.as("Maria"), "cohort", report.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"third year", "fourth year", ""}; !reflect.DeepEqual(table.Values, want) {
		t.Fatalf("columns %q, want %q: the attribute's order, the unknown last", table.Values, want)
	}
	var got []string
	for _, r := range append(table.Rows, table.Any, table.All) {
		got = append(got, fmt.Sprint(r.Path, r.Depth, r.Cells, r.Total))
	}
	want := []string{
		"Self0 [{3 3 2} {4 2 2} {0 0 0}] {6 4 4}",
		"Self/Feelings1 [{2 2 2} {3 2 2} {0 0 0}] {4 3 4}",
		"Self/Limits1 [{0 0 0} {1 1 1} {0 0 0}] {1 1 1}",
		"Others0 [{1 1 1} {1 1 1} {0 0 0}] {1 1 2}",
		"0 [{3 3 2} {4 2 2} {0 0 0}] {6 4 4}",
		"0 [{0 3 2} {0 2 2} {0 1 1}] {0 5 5}",
	}
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Errorf("row %d: got\n%s\nwant\n%s", i, strings.Join(got, "\n"), strings.Join(want, "\n"))
			break
		}
	}
}

func TestThemesAreCountedWithoutAttributeAndForSomeCodes(t *testing.T) {
	s := newSurvey(t)
	s.codeAll(t)
	table, err := report.ReadThemes(t.Context(), s.as("Maria"), "", report.Selection{Codes: []coding.CodeID{s.codes["Self/Limits"].ID}})
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Values) != 0 || len(table.Rows) != 2 || table.Rows[0].Total != n(1, 1, 1) || table.Rows[1].Path != "Self/Limits" {
		t.Errorf("got %+v", table)
	}
	if _, err := report.ReadThemes(t.Context(), s.as("Maria"), "nothing", report.Selection{}); !errors.Is(err, coding.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
}

func TestCodesThatOccurTogetherAreCounted(t *testing.T) {
	s := newSurvey(t)
	s.codeAll(t)
	o, err := report.ReadCooccurrence(t.Context(), s.as("Maria"), report.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(o.Codes, o.Sources, o.Overlaps),
		"[Self Self/Feelings Self/Limits Others] [[1 0 0 0] [0 3 1 1] [0 1 1 0] [0 1 0 1]] [[1 0 0 0] [0 4 2 1] [0 2 1 0] [0 1 0 1]]"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestItemsAreCountedWithTheirInterval(t *testing.T) {
	s := newSurvey(t)
	items, err := report.ReadItems(t.Context(), s.as("Maria"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(items)
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"item":"Better able","n":5,"missing":1,"agree":3,"percent":60,"low":23.072428,"high":88.237923,"levels":{"agree":3,"disagree":0,"neither":1,"sometimes":1},"agreeing":["agree"]},` +
		`{"item":"Time was right","n":1,"missing":5,"agree":null,"percent":null,"low":null,"high":null,"reason":"no answer is set to count as agreeing","levels":{"1":0,"2":1},"agreeing":[]},` +
		`{"item":"Never asked","n":0,"missing":6,"agree":null,"percent":null,"low":null,"high":null,"reason":"nobody answered","levels":{"no":0,"yes":0},"agreeing":["yes"]}]`
	if shortened(string(got)) != want {
		t.Errorf("got  %s\nwant %s", shortened(string(got)), want)
	}
	rule, err := coding.ParseRule("Posting (weeks)>=9")
	if err != nil {
		t.Fatal(err)
	}
	items, err = report.ReadItems(t.Context(), s.as("Maria"), rule)
	if err != nil {
		t.Fatal(err)
	}
	if i := items[0]; i.N != 3 || i.Missing != 0 || i.Share.Agree != 2 {
		t.Errorf("of those with nine weeks and more: %+v", i)
	}
}

// shortened writes the interval of 3 in 5 with six decimals.
func shortened(text string) string {
	low, high := report.Wilson(3, 5)
	for _, f := range []float64{100 * low, 100 * high} {
		long, _ := json.Marshal(f)
		text = strings.Replace(text, string(long), fmt.Sprintf("%.6f", f), 1)
	}
	return text
}

// Newcombe 1998 (Statistics in Medicine 17, 857–872), table I, method 3; the
// last row by the R package binom 1.1 (binom.confint, method wilson).
func TestWilsonAgreesWithPublishedIntervals(t *testing.T) {
	for _, c := range []struct {
		agree, n  int
		low, high float64
	}{
		{81, 263, .2553, .3662},
		{15, 148, .0624, .1605},
		{0, 20, 0, .1611},
		{1, 29, .0061, .1718},
		{7, 10, .3968, .8922},
	} {
		low, high := report.Wilson(c.agree, c.n)
		if math.Abs(low-c.low) > .00005 || math.Abs(high-c.high) > .00005 {
			t.Errorf("%d of %d: got %.4f to %.4f, want %.4f to %.4f", c.agree, c.n, low, high, c.low, c.high)
		}
		// Who disagrees has the mirrored interval.
		if l, h := report.Wilson(c.n-c.agree, c.n); math.Abs(l-(1-high)) > 1e-12 || math.Abs(h-(1-low)) > 1e-12 {
			t.Errorf("%d of %d: %g to %g isn't the mirror of %g to %g", c.n-c.agree, c.n, l, h, low, high)
		}
	}
}
