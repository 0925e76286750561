package tabular_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"concord/coding"
	"concord/coding/progress"
	"concord/coding/tabular"
)

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
