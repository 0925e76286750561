package tabular_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"concord/coding"
	"concord/coding/progress"
	"concord/coding/store/sqlite"
	"concord/coding/tabular"
)

// newProject makes an empty project that AN works on.
func newProject(t testing.TB) (coding.Store, *coding.Mint) {
	t.Helper()
	now := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	mint := coding.NewMint(func() time.Time { now = now.Add(time.Millisecond); return now }, rand.NewChaCha8([32]byte{7}))
	an := coding.NewCoder(mint, "AN", false, 0)
	db, err := sqlite.Create(t.Context(), filepath.Join(t.TempDir(), "p.concord"), sqlite.Options{Mint: mint, NoBackup: true},
		coding.Project{Name: "Test", Stance: coding.StanceCodebook}, an)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db.As(an.ID), mint
}

// bring imports a table with its plan corrected, and makes the step.
func bring(t testing.TB, s coding.Store, m *coding.Mint, table *tabular.Table, correct ...func(*tabular.Plan) error) (tabular.Outcome, error) {
	t.Helper()
	plan, err := table.Plan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range correct {
		if err := c(&plan); err != nil {
			return tabular.Outcome{}, err
		}
	}
	step, outcome, err := table.Import(t.Context(), s, m, plan, &progress.Counter{})
	if err != nil {
		return outcome, err
	}
	if outcome.New() && len(step.Changes) == 0 {
		t.Fatalf("the outcome %+v comes from no change", outcome)
	}
	if len(step.Changes) > 0 {
		if _, err := s.Do(t.Context(), step); err != nil {
			t.Fatal(err)
		}
	}
	return outcome, nil
}

func where(table *tabular.Table, rules ...string) func(*tabular.Plan) error {
	return func(p *tabular.Plan) error {
		for _, r := range rules {
			if err := p.Where(table, r); err != nil {
				return err
			}
		}
		return nil
	}
}

func asCodings(table *tabular.Table, exprs ...string) func(*tabular.Plan) error {
	return func(p *tabular.Plan) error {
		for _, e := range exprs {
			if err := p.Codings(table, e); err != nil {
				return err
			}
		}
		return nil
	}
}

// told is an outcome in words and as JSON.
func told(t *testing.T, o tabular.Outcome) string {
	t.Helper()
	body, err := json.MarshalIndent(o, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%s\n%s\n", o, body)
}

// dump is what the project holds, a line a noun, without identities.
func dump(t testing.TB, r coding.Reader) string {
	t.Helper()
	ctx := t.Context()
	var b strings.Builder
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	attributes, err := r.Attributes(ctx)
	check(err)
	named := map[coding.AttributeID]string{}
	for _, a := range attributes {
		named[a.ID] = a.Name
		fmt.Fprintf(&b, "attribute %s: %s %s; %s\n", a.Name, a.Level, strings.Join(a.Levels, " < "), strings.Join(a.Agreeing, ", "))
	}
	values := func(v coding.Values) string {
		var parts []string
		for id, x := range v {
			parts = append(parts, named[id]+"="+x)
		}
		slices.Sort(parts)
		return strings.Join(parts, ", ")
	}
	respondents := map[coding.CaseID]string{}
	for c, err := range r.Cases(ctx) {
		check(err)
		respondents[c.ID] = c.Name
		fmt.Fprintf(&b, "case %s: %s\n", c.Name, values(c.Values))
	}
	texts := map[coding.SourceID]string{}
	for x, err := range r.Texts(ctx, coding.SourceFilter{}) {
		check(err)
		texts[x.Source] = x.Body
	}
	sources := map[coding.SourceID]string{}
	for s, err := range r.Sources(ctx, coding.SourceFilter{}) {
		check(err)
		sources[s.ID] = s.Name
		fmt.Fprintf(&b, "source %s of %s to %q: %q %s\n", s.Name, respondents[s.Cases[0]], s.Question, texts[s.ID], values(s.Values))
	}
	codes, err := r.Codes(ctx)
	check(err)
	book := coding.NewCodebook(codes)
	coders, err := r.Coders(ctx)
	check(err)
	people := map[coding.CoderID]string{}
	for _, c := range coders {
		people[c.ID] = c.Name
	}
	rounds, err := r.Rounds(ctx)
	check(err)
	for _, round := range rounds {
		in, err := r.RoundSources(ctx, round.ID)
		check(err)
		fmt.Fprintf(&b, "round %s: %d coders, %d sources, closed %v, blind %v\n", round.Name, len(round.Coders), len(in), round.Closed, round.Blind)
		for c, err := range r.Codings(ctx, coding.CodingFilter{Rounds: []coding.RoundID{round.ID}}) {
			check(err)
			fmt.Fprintf(&b, "\t%s %s %d–%d %s\n", people[c.Coder], sources[c.Source], c.Start, c.End, book.Path(c.Code))
		}
		for d, err := range r.Done(ctx, coding.DoneFilter{Round: round.ID}) {
			check(err)
			var of []string
			for _, c := range d.Codes {
				of = append(of, book.Path(c))
			}
			fmt.Fprintf(&b, "\t%s done %s %s\n", people[d.Coder], sources[d.Source], strings.Join(of, ", "))
		}
	}
	return b.String()
}

func TestSurveyBecomesCasesSourcesAndAttributes(t *testing.T) {
	s, m := newProject(t)
	table := openFile(t, "testdata/balint.csv")
	outcome, err := bring(t, s, m, table, where(table, "posting_weeks>=6"))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "balint-import", told(t, outcome)+dump(t, s))
}

func TestImportIsOneStepThatCanBeUndone(t *testing.T) {
	s, m := newProject(t)
	before := dump(t, s)
	table := openFile(t, "testdata/qualtrics.csv")
	if _, err := bring(t, s, m, table); err != nil {
		t.Fatal(err)
	}
	brought := dump(t, s)
	session := coding.NewSession(s, m)
	entry, err := session.Undo(t.Context())
	if err != nil || entry.Label != "import “qualtrics.csv”" {
		t.Fatalf("undid %q, %v", entry.Label, err)
	}
	if got := dump(t, s); got != before {
		t.Errorf("after undo the project holds:\n%s", got)
	}
	if _, err := session.Redo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := dump(t, s); got != brought {
		t.Errorf("after redo the project holds:\n%s", got)
	}
}

func TestSameFileAgainChangesNothing(t *testing.T) {
	for _, name := range []string{"balint.csv", "qualtrics.csv", "google-forms.csv", "limesurvey-german.csv", "french.csv"} {
		t.Run(name, func(t *testing.T) {
			s, m := newProject(t)
			table := openFile(t, filepath.Join("testdata", name))
			first, err := bring(t, s, m, table)
			if err != nil || first.Sources == 0 {
				t.Fatalf("%+v, %v", first, err)
			}
			before := dump(t, s)
			again, err := bring(t, s, m, table)
			if err != nil {
				t.Fatal(err)
			}
			if again.New() || again.Unchanged != first.Sources || len(again.Differing) > 0 || len(again.Skipped) > 0 {
				t.Errorf("again: %+v", again)
			}
			if got := dump(t, s); got != before {
				t.Errorf("the project changed:\n%s", got)
			}
		})
	}
}

func TestChangedFileAddsWhatIsNewAndListsWhatDiffers(t *testing.T) {
	s, m := newProject(t)
	const head = "Respondent,Cohort,Comment\n"
	first, err := open(t, "wave.csv", head+"R1,A,It was good for me.\nR2,B,I would rather not say.\nR3,,Too long for my taste.\n", tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := bring(t, s, m, first); err != nil {
		t.Fatal(err)
	}
	second, err := open(t, "wave.csv", head+"R1,A,It was good for me.\nR2,C,I would rather not say.\nR3,B,Much too long for my taste.\nR4,A,I came late to it.\n", tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := bring(t, s, m, second)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "wave-import", told(t, got)+dump(t, s))
}

func TestRespondentWithSeveralRowsIsOneCase(t *testing.T) {
	s, m := newProject(t)
	table, err := open(t, "diary.csv", "Respondent,Cohort,Session,Comment\nR1,A,1,The first evening was strange.\nR2,A,1,I liked the first evening.\nR1,A,2,The second evening was better.\nR1,A,3,\n", tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := bring(t, s, m, table)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "diary-import", told(t, got)+dump(t, s))
	again, err := bring(t, s, m, table)
	if err != nil || again.New() || again.Unchanged != 3 || len(again.Differing) != 1 {
		t.Errorf("again: %+v, %v", again, err)
	}
}

func TestEqualAnswersAreSourcesOfTheirOwn(t *testing.T) {
	s, m := newProject(t)
	table, err := open(t, "f.csv", "Respondent,Comment\nR1,It was good for me.\nR2,It was good for me.\nR2,It was good for me.\n,It was good for me.\n", tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := bring(t, s, m, table)
	if err != nil || got.Sources != 4 || got.Cases != 3 {
		t.Fatalf("%+v, %v", got, err)
	}
	again, err := bring(t, s, m, table)
	if err != nil || again.New() || again.Unchanged != 4 {
		t.Errorf("again: %+v, %v", again, err)
	}
	if d := dump(t, s); !strings.Contains(d, "source R2 (2) of R2") || !strings.Contains(d, "source Row 5 of Row 5") {
		t.Errorf("the project holds:\n%s", d)
	}
}

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

func TestTablesThatBringNothingAreRefused(t *testing.T) {
	for _, test := range []struct {
		name, in string
		correct  func(*tabular.Table) func(*tabular.Plan) error
		is       error
		want     string
	}{
		{"no free text", "case,Age,gender\nID1,20,f\nID2,22,m\n", nil, tabular.ErrNoText, `import f.csv: no column holds free text: name the one that does, of "case", "Age", "gender"`},
		{"header only", "Respondent,Comment\n", nil, tabular.ErrEmpty, "no row stands under the header"},
		{"no row fits", "Respondent,Comment\n1\n2,b,c\n", func(table *tabular.Table) func(*tabular.Plan) error {
			return func(p *tabular.Plan) error { return p.Comments(table, "Comment") }
		}, nil, "no row fits the header; the first that doesn't is row 2"},
		{"unknown text column", "Respondent,Comment\n1,a\n", func(table *tabular.Table) func(*tabular.Plan) error {
			return func(p *tabular.Plan) error { return p.Comments(table, "Answer") }
		}, coding.ErrNotFound, `f.csv has no column "Answer"; its columns are "Respondent", "Comment"`},
		{"codings that are none", "Respondent,Comment,H1\n1,Well I never did see that.,2\n", func(table *tabular.Table) func(*tabular.Plan) error {
			return asCodings(table, "H1=H1,code")
		}, nil, `f.csv: row 2, column 3 ("H1"): "2" is no coding`},
		{"codings of no column", "Respondent,Comment,H1\n1,Well I never did see that.,1\n", func(table *tabular.Table) func(*tabular.Plan) error {
			return asCodings(table, "H1=H2,code")
		}, coding.ErrNotFound, `no column "H2"`},
		{"codings misspelt", "Respondent,Comment,H1\n1,Well I never did see that.,1\n", func(table *tabular.Table) func(*tabular.Plan) error {
			return asCodings(table, "H1,code")
		}, coding.ErrInvalid, `write CODER=COLUMN,CODE`},
		{"codings of two texts", "Respondent,Comment one,Comment two,H1\n1,Well I never did see that.,And I did see this.,1\n", func(table *tabular.Table) func(*tabular.Plan) error {
			return asCodings(table, "H1=H1,code")
		}, coding.ErrInvalid, `say which of "Comment one", "Comment two" it is`},
		{"bad cell far down", "Respondent,Comment\n1,Well I never did see that.\n2,\"open\n", nil, nil, `import f.csv: row 3, column 2 ("Comment"): the quotation mark opened on line 3 is never closed`},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, m := newProject(t)
			before, err := s.Seq(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			table, err := open(t, "f.csv", test.in, tabular.Options{Quote: '"'})
			if err != nil {
				t.Fatal(err)
			}
			var correct []func(*tabular.Plan) error
			if test.correct != nil {
				correct = append(correct, test.correct(table))
			}
			_, err = bring(t, s, m, table, correct...)
			if err == nil || !strings.Contains(err.Error(), test.want) || test.is != nil && !errors.Is(err, test.is) {
				t.Errorf("got %v; want %q", err, test.want)
			}
			if after, err := s.Seq(t.Context()); err != nil || after != before {
				t.Errorf("the project went from event %d to %d, %v", before, after, err)
			}
		})
	}
}

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

func TestCodingsKeepPresentAbsentAndMissingApart(t *testing.T) {
	s, m := newProject(t)
	const in = "Respondent,Comment,A_x,A_y,B_x,B_y\n" +
		"R1,It was good for me.,1,0,1,1\n" +
		"R2,It was too long 😀.,0,0,,\n" +
		"R3,I would rather not say.,1.0,,0.0,\n" +
		"R4,,1,1,1,1\n" +
		"R5,Nobody coded this one.,,,,\n"
	codings := []string{"A=A_x,Theme/X", "A=A_y,Theme/Y", "B=B_x,Theme/X", "B=B_y,Theme/Y"}
	table, err := open(t, "coded.csv", in, tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := bring(t, s, m, table, asCodings(table, codings...))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "coded-import", told(t, got)+dump(t, s))

	again, err := bring(t, s, m, table, asCodings(table, codings...))
	if err != nil || again.New() || again.Unchanged != 4 || len(again.Differing) != 0 {
		t.Errorf("again: %+v, %v", again, err)
	}
	changed, err := open(t, "coded.csv", strings.NewReplacer("R2,It was too long 😀.,0,0,,", "R2,It was too long 😀.,1,0,1,").Replace(in)+"R6,A new one comes late.,1,0,0,1\n", tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	third, err := bring(t, s, m, changed, asCodings(changed, codings...))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "coded-again-import", told(t, third)+dump(t, s))

	if _, err := coding.NewSession(s, m).Undo(t.Context()); err != nil {
		t.Errorf("undo: %v", err)
	}
	codes, err := s.Codes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	versions, err := s.Versions(t.Context())
	if err != nil || len(versions) != 1 {
		t.Fatalf("%d versions, %v", len(versions), err)
	}
	at, err := coding.CodesAt(t.Context(), s, versions[0].Seq)
	if err != nil || len(at) != len(codes) || len(at) != 3 {
		t.Errorf("the version holds %d codes of %d, %v", len(at), len(codes), err)
	}
}

// sightCodings are the twenty columns of two coders.
func sightCodings(table *tabular.Table) []string {
	var list []string
	for _, c := range table.Columns {
		if coder, code, found := strings.Cut(c.Name, "_"); found && (coder == "H1" || coder == "H2") {
			list = append(list, fmt.Sprintf("%s=%s,%s", coder, c.Name, code))
		}
	}
	return list
}

func TestTwoCodersOfRealDataGiveThePublishedKappas(t *testing.T) {
	file := shared(t, "data/sight-two-coders.csv")
	body, err := os.ReadFile(shared(t, "data/sight-two-coders.expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var expected struct {
		Kappa map[string]float64 `json:"kappa"`
	}
	if err := json.Unmarshal(body, &expected); err != nil {
		t.Fatal(err)
	}
	s, m := newProject(t)
	table := openFile(t, file)
	got, err := bring(t, s, m, table, asCodings(table, sightCodings(table)...))
	if err != nil {
		t.Fatal(err)
	}
	if got.Sources != 289 || got.Codes != 10 || got.Codings != 692 || got.Round != "sight-two-coders" || len(got.Skipped) != 0 {
		t.Errorf("%+v", got)
	}
	codes, err := s.Codes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range codes {
		kappa := kappaOf(t, s, code)
		if math.Abs(kappa-expected.Kappa[code.Name]) > 1e-9 {
			t.Errorf("%s: kappa %.12f; published %.12f", code.Name, kappa, expected.Kappa[code.Name])
		}
	}
}

// kappaOf is Cohen's kappa of two coders for one code, straight from its
// definition, over the comments that both looked at for it.
func kappaOf(t *testing.T, r coding.Reader, code coding.Code) float64 {
	t.Helper()
	type cell struct {
		source coding.SourceID
		coder  coding.CoderID
	}
	looked, found := map[cell]bool{}, map[cell]bool{}
	rounds, err := r.Rounds(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for d, err := range r.Done(t.Context(), coding.DoneFilter{Round: rounds[0].ID}) {
		if err != nil {
			t.Fatal(err)
		}
		if d.Covers(code.ID) {
			looked[cell{d.Source, d.Coder}] = true
		}
	}
	for c, err := range r.Codings(t.Context(), coding.CodingFilter{Codes: []coding.CodeID{code.ID}}) {
		if err != nil {
			t.Fatal(err)
		}
		found[cell{c.Source, c.Coder}] = true
	}
	var n, both, neither, first, second float64
	a, b := rounds[0].Coders[0], rounds[0].Coders[1]
	for key := range looked {
		other := cell{key.source, b}
		if key.coder != a || !looked[other] {
			continue
		}
		n++
		switch {
		case found[key] && found[other]:
			both++
		case !found[key] && !found[other]:
			neither++
		}
		if found[key] {
			first++
		}
		if found[other] {
			second++
		}
	}
	observed := (both + neither) / n
	chance := first/n*second/n + (1-first/n)*(1-second/n)
	return (observed - chance) / (1 - chance)
}

func TestImportStopsWhenCancelled(t *testing.T) {
	s, m := newProject(t)
	table := openFile(t, "testdata/balint.csv")
	plan, err := table.Plan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := table.Import(ctx, s, m, plan, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v; want context.Canceled", err)
	}
}

func BenchmarkImport100000(b *testing.B) {
	var in strings.Builder
	in.WriteString("respondent,cohort,session,comment\n")
	for i := range 100_000 {
		fmt.Fprintf(&in, "R%07d,Y%d,S%02d,\"A sentence about the group, number %d. And a second one, to make it long enough.\"\n", i, i%5, i%40, i)
	}
	for b.Loop() {
		s, m := newProject(b)
		table, err := open(b, "f.csv", in.String(), tabular.Options{})
		if err != nil {
			b.Fatal(err)
		}
		plan, err := table.Plan(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		if _, outcome, err := table.Import(b.Context(), s, m, plan, nil); err != nil || outcome.Sources != 100_000 {
			b.Fatal(outcome, err)
		}
	}
}

func TestReadingSaysHowFarItHasCome(t *testing.T) {
	for _, name := range []string{"balint.csv", "qualtrics.tsv"} {
		s, m := newProject(t)
		table := openFile(t, filepath.Join("testdata", name))
		plan, err := table.Plan(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var counter progress.Counter
		if _, _, err := table.Import(t.Context(), s, m, plan, &counter); err != nil {
			t.Fatal(err)
		}
		about, err := os.Stat(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		if got := counter.Snapshot(); got.Total != int(about.Size()>>10) || got.Done != got.Total {
			t.Errorf("%s: %+v of %d bytes", name, got, about.Size())
		}
	}
}
