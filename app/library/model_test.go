package library_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"concord/app/apptest"
	"concord/app/library"
	"concord/coding"
	"concord/coding/tabular"
)

func load(t *testing.T, r coding.Reader) *library.Study {
	t.Helper()
	s, err := library.Load(t.Context(), r, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestLoadCountsWhatTheViewerDid(t *testing.T) {
	study := apptest.Sample(t)
	s := load(t, study.As(study.Coder("Ana")))
	if s.Comments != 104 || s.Documents != 0 || len(s.Cases) != 58 || len(s.Rows) != 104 {
		t.Fatalf("got %d comments, %d documents, %d cases, %d rows", s.Comments, s.Documents, len(s.Cases), len(s.Rows))
	}
	codings, texts := 0, 0
	for _, r := range s.Rows {
		codings += r.Codings
		if r.Case == "" || !r.State.Assigned || r.State.Done != 1 {
			t.Fatalf("%s: case %q, state %+v", r.Name, r.Case, r.State)
		}
	}
	for _, c := range s.Cases {
		texts += c.Texts
	}
	if codings == 0 || texts != 104 {
		t.Errorf("got %d codings by the viewer, %d texts of cases", codings, texts)
	}
	round, ok := s.CurrentRound()
	if !ok || round.Name != "Round 1" || !round.Mine || round.MayClose {
		t.Errorf("got current round %+v", round)
	}
}

func TestRoundsShowOnlyWhatTheViewerMaySee(t *testing.T) {
	study := apptest.Sample(t)
	lead, ana, ben := study.Coder("Mira"), study.Coder("Ana"), study.Coder("Ben")
	round, err := study.As(lead).OpenRound(t.Context(), coding.RoundPlan{Name: "Round 2", Blind: true, Coders: []coding.CoderID{ana.ID, ben.ID}, Size: 10, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if n, err := library.FinishAll(t.Context(), study.As(ben), round); err != nil || n != 10 {
		t.Fatalf("got %d, %v", n, err)
	}
	for _, one := range []struct {
		viewer   coding.Coder
		mayClose bool
		hidden   []bool
		done     []int
	}{
		{lead, true, []bool{false, false}, []int{0, 10}},
		{ana, false, []bool{false, true}, []int{0, 0}},
		{ben, false, []bool{true, false}, []int{0, 10}},
	} {
		s := load(t, study.As(one.viewer))
		r, _ := s.CurrentRound()
		if r.ID != round.ID || r.Assigned != 10 || r.MayClose != one.mayClose {
			t.Fatalf("%s: got %+v", s.Me.Name, r)
		}
		for i, p := range r.Progress {
			if p.Hidden != one.hidden[i] || p.Done != one.done[i] {
				t.Errorf("%s sees of %s: hidden %v, %d done", s.Me.Name, p.Coder.Name, p.Hidden, p.Done)
			}
		}
	}
	s := load(t, study.As(ana))
	rows, err := s.Arrange(t.Context(), library.View{Which: library.NotDone})
	if err != nil || len(rows) != 10 {
		t.Errorf("got %d rows that aren't done, %v", len(rows), err)
	}
	if left := s.Rounds[s.Current].Left(ana.ID); left != 10 {
		t.Errorf("got %d left", left)
	}
}

func TestReloadGivesWhatLoadGives(t *testing.T) {
	study := apptest.Sample(t)
	ana := study.As(study.Coder("Ana"))
	before := load(t, ana)
	if same, err := before.Reload(t.Context(), ana, nil); err != nil || same != before {
		t.Fatalf("nothing changed, and yet it was read anew; %v", err)
	}
	codes, err := ana.Codes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	row := before.Rows[1]
	if _, err := ana.Apply(t.Context(), codes[1], "", coding.Excerpt{Source: row.ID, Span: coding.Span{End: 5}}); err != nil {
		t.Fatal(err)
	}
	lead := study.As(study.Coder("Mira"))
	if _, err := lead.OpenRound(t.Context(), coding.RoundPlan{Name: "Round 2", Coders: []coding.CoderID{before.Me.ID}, Size: 5, Seed: 3}); err != nil {
		t.Fatal(err)
	}
	for _, change := range []func() error{
		func() error { return nil },
		func() error { return library.AddAttribute(t.Context(), lead, "Ward", coding.Nominal) },
	} {
		if err := change(); err != nil {
			t.Fatal(err)
		}
		got, err := before.Reload(t.Context(), ana, nil)
		if err != nil {
			t.Fatal(err)
		}
		if want := load(t, ana); !reflect.DeepEqual(got, want) {
			t.Error("reloading gives something else than loading")
		}
		if got.Rows[1].Codings != row.Codings+1 || before.Rows[1].Codings != row.Codings {
			t.Errorf("got %d codings after %d", got.Rows[1].Codings, before.Rows[1].Codings)
		}
	}
}

func TestArrange(t *testing.T) {
	study := apptest.Sample(t)
	s := load(t, study.As(study.Coder("Ana")))
	session, err := coding.FindAttribute(s.Attributes, "Session")
	if err != nil {
		t.Fatal(err)
	}
	values := s.ValuesOf(session)
	inFirst := values[0].Rows
	for _, one := range []struct {
		name  string
		view  library.View
		count int
		check func(a, b library.Row) bool
	}{
		{"all as they came", library.View{}, 104, nil},
		{"by words, the longest first", library.View{By: library.Column{Kind: library.OfWords}, Down: true, Sorted: true}, 104, func(a, b library.Row) bool { return a.Words >= b.Words }},
		{"by name", library.View{By: library.Column{Kind: library.OfName}, Sorted: true}, 104, func(a, b library.Row) bool { return a.Case <= b.Case }},
		{"by an attribute", library.View{By: library.Column{Kind: library.OfAttribute, Attribute: session.ID}, Sorted: true}, 104, func(a, b library.Row) bool {
			return session.Compare(a.Value(session.ID), b.Value(session.ID)) <= 0
		}},
		{"one value", library.View{Attribute: session.ID, Value: values[0].Value}, inFirst, func(a, _ library.Row) bool { return a.Value(session.ID) == values[0].Value }},
		{"a respondent by name", library.View{Text: "r-001"}, 2, nil},
		{"words that don't stand together", library.View{Text: "surgery R-002"}, 2, nil},
		{"nothing", library.View{Text: "no such thing"}, 0, nil},
		{"done", library.View{Which: library.Done}, 104, nil},
	} {
		t.Run(one.name, func(t *testing.T) {
			order, err := s.Arrange(t.Context(), one.view)
			if err != nil || len(order) != one.count {
				t.Fatalf("got %d rows, want %d; %v", len(order), one.count, err)
			}
			for i := range max(1, len(order)) - 1 {
				if one.check != nil && !one.check(s.Rows[order[i]], s.Rows[order[i+1]]) {
					t.Fatalf("row %d doesn't come before the next", i)
				}
			}
		})
	}
	coded, _ := s.Arrange(t.Context(), library.View{Which: library.Coded})
	uncoded, _ := s.Arrange(t.Context(), library.View{Which: library.Uncoded})
	if len(coded) == 0 || len(coded)+len(uncoded) != 104 {
		t.Errorf("got %d coded, %d uncoded", len(coded), len(uncoded))
	}
}

// round is what rounds are called.
func round(n int) string { return fmt.Sprintf("Round %d", n) }

func TestPlanSaysWhatADraftLacks(t *testing.T) {
	study := apptest.Sample(t)
	s := load(t, study.As(study.Coder("Mira")))
	for _, one := range []struct {
		name   string
		change func(*library.Draft)
		flaw   library.Flaw
		drawn  int
	}{
		{"as it is offered", func(*library.Draft) {}, library.Sound, 104},
		{"no name", func(d *library.Draft) { d.Name = " " }, library.NoName, 0},
		{"a name that is taken", func(d *library.Draft) { d.Name = "pilot" }, library.NameTaken, 0},
		{"nobody", func(d *library.Draft) { clear(d.Coders) }, library.NobodyCodes, 0},
		{"a number", func(d *library.Draft) { d.Share = library.TakeNumber }, library.Sound, 30},
		{"a percentage", func(d *library.Draft) { d.Share, d.Amount = library.TakePercent, "50" }, library.Sound, 52},
		{"half a text", func(d *library.Draft) { d.Share, d.Amount = library.TakeNumber, "1.5" }, library.WrongAmount, 0},
		{"more than there are", func(d *library.Draft) { d.Share, d.Amount = library.TakeNumber, "105" }, library.WrongAmount, 0},
		{"over 100 %", func(d *library.Draft) { d.Share, d.Amount = library.TakePercent, "101" }, library.WrongAmount, 0},
		{"no seed", func(d *library.Draft) { d.Share, d.Seed = library.TakeNumber, "x" }, library.WrongSeed, 0},
	} {
		t.Run(one.name, func(t *testing.T) {
			d := s.NewDraft(round)
			one.change(&d)
			plan, flaw := s.Plan(d)
			if flaw != one.flaw {
				t.Fatalf("got flaw %v, want %v", flaw, one.flaw)
			}
			if flaw == library.Sound && s.Drawn(plan) != one.drawn {
				t.Errorf("got %d drawn, want %d", s.Drawn(plan), one.drawn)
			}
		})
	}
	if d := s.NewDraft(round); d.Name != "Round 2" || !d.Blind || d.Coders[study.Coder("Mira").ID] {
		t.Errorf("got %+v", d)
	}
	if got := library.Needed(0.8, 0.1); got != 608 && got <= 0 {
		t.Errorf("got %d texts needed", got)
	}
}

func TestCellsAreSavedAStepEach(t *testing.T) {
	study := apptest.Sample(t)
	session := study.As(study.Coder("Mira"))
	s := load(t, session)
	posting, err := coding.FindAttribute(s.Attributes, "Posting (weeks)")
	if err != nil {
		t.Fatal(err)
	}
	item := s.Attributes[slices.IndexFunc(s.Attributes, func(a coding.Attribute) bool { return a.Level == coding.Scaled })]
	was := s.Cases[0].Case
	for _, one := range []struct {
		attribute coding.Attribute
		value     string
	}{{posting, "many"}, {item, "Perhaps"}} {
		if err := library.SetValue(t.Context(), session, was, one.attribute, one.value); !errors.Is(err, library.ErrUnfit) {
			t.Errorf("%q for %q: got %v", one.value, one.attribute.Name, err)
		}
	}
	if err := library.SetValue(t.Context(), session, was, posting, " 12 "); err != nil {
		t.Fatal(err)
	}
	if got := load(t, session).Cases[0].Values[posting.ID]; got != "12" {
		t.Errorf("got %q", got)
	}
	if was.Values[posting.ID] == "12" {
		t.Error("the case that was given was written to")
	}
	if _, err := session.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := load(t, session).Cases[0].Values[posting.ID]; got != was.Values[posting.ID] {
		t.Errorf("after undo got %q, want %q", got, was.Values[posting.ID])
	}
	if err := library.Rename(t.Context(), session, was, "R-1"); err != nil {
		t.Fatal(err)
	}
	if err := library.AddAttribute(t.Context(), session, "Ward", coding.Nominal); err != nil {
		t.Fatal(err)
	}
	after := load(t, session)
	if after.Cases[0].Name != "R-1" || after.Attributes[len(after.Attributes)-1].Name != "Ward" {
		t.Errorf("got %q, %+v", after.Cases[0].Name, after.Attributes[len(after.Attributes)-1])
	}
	order := after.ArrangeCases(library.CaseView{Sorted: true, Column: library.FirstAttribute + slices.Index(attributeNames(after), posting.Name), Down: true})
	if len(order) != 58 || coding.CompareValues(after.Cases[order[0]].Values[posting.ID], after.Cases[order[57]].Values[posting.ID]) < 0 {
		t.Error("the respondents aren't sorted")
	}
}

func attributeNames(s *library.Study) []string {
	var names []string
	for _, a := range s.Attributes {
		names = append(names, a.Name)
	}
	return names
}

func TestWizardCorrectsTheGuess(t *testing.T) {
	study := empty(t)
	session := study.As(study.Coders[0])
	w, err := library.OpenWizard(t.Context(), survey(t), tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	column := func(name string) int {
		i, err := w.Table.Column(name)
		if err != nil {
			t.Fatal(err)
		}
		return i
	}
	posting, year, cohort := column("Posting (weeks)"), column("Year"), column("Cohort")
	w.Rules = []library.RuleDraft{{Column: posting, Op: ">=", Value: "6"}, {Column: year, Op: "=", Value: " "}}
	summary, err := w.Summarize(t.Context(), session, study.Mint, w.Plan(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if summary.Sources != 104 || summary.Cases != 58 || summary.Scales != 6 || summary.Columns != 7 || len(summary.Excluded) != 1 || len(summary.Excluded[0].Places) != 5 || len(summary.Refused) != 0 {
		t.Errorf("got %d comments, %d cases, %d items, %d attributes, excluded %v, refused %v",
			summary.Sources, summary.Cases, summary.Scales, summary.Columns, summary.Excluded, summary.Refused)
	}
	if !w.Fails(5, posting) || w.Fails(0, posting) {
		t.Error("the preview doesn't show who is left out")
	}
	if left := w.LeftOut(); len(left) != 1 || left[0].Names[0] != "Timestamp" {
		t.Errorf("got left out %v", left)
	}
	w.Choose(year, tabular.RoleItem)
	if u := w.Uses[year]; !slices.Equal(u.Levels, []string{"4", "5"}) || !slices.Equal(u.Agreeing, []string{"5"}) {
		t.Errorf("got item %+v", u)
	}
	w.Agree(year, "4", true)
	if u := w.Uses[year]; !slices.Equal(u.Agreeing, []string{"4", "5"}) {
		t.Errorf("got agreeing %v", u.Agreeing)
	}
	w.Choose(year, w.Guess[year].Role)
	if w.Uses[year].Why != w.Guess[year].Why {
		t.Error("the guess didn't come back")
	}
	w.Choose(cohort, tabular.RoleRespondent)
	if w.Uses[column("Response ID")].Role != tabular.RoleAttribute {
		t.Error("two columns name the respondent")
	}
	w.Choose(cohort, w.Guess[cohort].Role)
	w.Choose(column("Response ID"), tabular.RoleRespondent)
	if w.MayBeScale(column("Response ID")) {
		t.Error("names pass for a scale")
	}
	outcome, err := w.Import(t.Context(), session, w.Plan(), nil)
	if err != nil || outcome.Sources != 104 {
		t.Fatalf("got %+v, %v", outcome, err)
	}
	again, err := w.Summarize(t.Context(), session, study.Mint, w.Plan(), nil)
	if err != nil || again.New() || again.Unchanged != 104 {
		t.Errorf("the second time: got %+v, %v", again, err)
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
}

func TestDecimalCommasStayNumbersWhateverRoleWasTried(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f.csv")
	if err := os.WriteFile(path, []byte("ID;Score;Comment\nR1;3,5;It was good for me.\nR2;4;I would rather not say.\nR3;2,25;It was too long for me.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w, err := library.OpenWizard(t.Context(), path, tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	}()
	w.Choose(1, tabular.RoleLeaveOut)
	w.Choose(1, tabular.RoleAttribute)
	w.Rules = []library.RuleDraft{{Column: 1, Op: ">=", Value: "2,5"}}
	if u := w.Uses[1]; u.Level != coding.Numeric || u.Value("3,5") != "3.5" || w.Fails(0, 1) || !w.Fails(2, 1) {
		t.Errorf("got %+v; rows 1 and 3 fail the rule: %t, %t", u, w.Fails(0, 1), w.Fails(2, 1))
	}
}

func TestTextsAndCodebooksComeInAtOnce(t *testing.T) {
	study := empty(t)
	session := study.As(study.Coders[0])
	note := filepath.Join(t.TempDir(), "Reflection.md")
	if err := os.WriteFile(note, []byte("# A day\n\nI was late."), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, want := range []library.Brought{{Documents: 1}, {Unchanged: 1}} {
		if got, err := library.ImportText(t.Context(), session, note); err != nil || got.Documents != want.Documents || got.Unchanged != want.Unchanged {
			t.Errorf("got %+v, want %+v; %v", got, want, err)
		}
	}
	book := filepath.Join(t.TempDir(), "book.qdc")
	const text = `<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="a test"><Codes>` +
		`<Code guid="5c0a3b4e-6c8e-4f0a-9f6e-0d5a0c2b7f11" name="Safe space" isCodable="true" color="#D97B00"/></Codes></CodeBook>`
	if err := os.WriteFile(book, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := library.ImportBook(t.Context(), session, book); err != nil || got.Codes != 1 {
		t.Errorf("got %+v, %v", got, err)
	}
	for path, want := range map[string]library.FileKind{"a.CSV": library.Survey, "b.xlsx": library.Survey, "c.md": library.Text, "d.qdc": library.Book, "e.pdf": library.Foreign} {
		if got := library.KindOf(path); got != want {
			t.Errorf("%s: got %v, want %v", path, got, want)
		}
	}
}
