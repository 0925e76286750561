package tabular_test

import (
	"path/filepath"
	"strings"
	"testing"

	"concord/coding/tabular"
)

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

func TestRowsInAnotherOrderAreToldApartFromAnswersThatChanged(t *testing.T) {
	for _, test := range []struct {
		name, first, second string
		differing           int
		moved               bool
	}{
		{"without respondents, in another order", "Comment\nIt was good for me.\nI would rather not say.\n", "Comment\nI would rather not say.\nIt was good for me.\n", 2, true},
		{"without respondents, one row more", "Comment\nIt was good for me.\n", "Comment\nIt was good for me.\nI would rather not say.\n", 0, false},
		{"with respondents, in another order", "ID,Comment\n1,It was good for me.\n2,I would rather not say.\n", "ID,Comment\n2,I would rather not say.\n1,It was good for me.\n", 0, false},
		{"with respondents, changed", "ID,Comment\n1,It was good for me.\n", "ID,Comment\n1,It was bad for me.\n", 1, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, m := newProject(t)
			var got tabular.Outcome
			for _, in := range []string{test.first, test.second} {
				table, err := open(t, "wave.csv", in, tabular.Options{})
				if err != nil {
					t.Fatal(err)
				}
				if got, err = bring(t, s, m, table); err != nil {
					t.Fatal(err)
				}
			}
			if len(got.Differing) != test.differing || got.Moved != test.moved {
				t.Errorf("%d differ, moved %t; want %d, %t", len(got.Differing), got.Moved, test.differing, test.moved)
			}
		})
	}
}
