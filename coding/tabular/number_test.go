package tabular_test

import (
	"fmt"
	"strings"
	"testing"

	"concord/coding"
	"concord/coding/tabular"
)

func TestDecimalCommasAreNumbersWhereTheyCanBeNothingElse(t *testing.T) {
	for _, test := range []struct {
		name      string
		delimiter string
		values    string // with blanks between
		numbers   bool
		why       string
	}{
		{"semicolons", ";", "3,5 4 2,25 4", true, "Numbers from 2.25 to 4: every value is one, written with a decimal comma."},
		{"tabs", "\t", "-3,5 4,1 4,1", true, "Numbers from -3.5 to 4.1: every value is one, written with a decimal comma."},
		{"three decimals between semicolons", ";", "1,234 2,500 1,000", true, "Numbers from 1 to 2.5: every value is one, written with a decimal comma."},
		{"quoted between commas", ",", "3,5 4,2 2,0", true, "Numbers from 2 to 4.2: every value is one, written with a decimal comma."},
		{"points", ",", "3.5 4.2 2", true, "Numbers from 2 to 4.2."},
		{"whole numbers", ";", "3 4 2", true, "Numbers from 2 to 4."},
		{"a point contradicts", ";", "3,5 4.2 2,0", false, "3 different values in 3 rows."},
		{"a word contradicts", ";", "3,5 4,2 none", false, "3 different values in 3 rows."},
		{"two commas contradict", ";", "3,5 1,2,4 2,0", false, "3 different values in 3 rows."},
		{"commas between thousands", ",", "1,234 2,500 12,000", false, "3 different values in 3 rows."},
		{"choices between commas", ",", "1,2 2,3 1,4 3", false, "4 different values in 4 rows."},
		{"a comma without decimals", ";", "3, 4,5 2,1", false, "3 different values in 3 rows."},
	} {
		t.Run(test.name, func(t *testing.T) {
			in := "ID" + test.delimiter + "Score\n"
			for i, v := range strings.Fields(test.values) {
				in += fmt.Sprintf("R%d%s%q\n", i, test.delimiter, v)
			}
			table, err := open(t, "f.csv", in, tabular.Options{})
			if err != nil {
				t.Fatal(err)
			}
			uses, err := table.Guess(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if u := uses[1]; u.Role != tabular.RoleAttribute || (u.Level == coding.Numeric) != test.numbers || u.Why != test.why {
				t.Errorf("got %+v; want numbers %t: %s", u, test.numbers, test.why)
			}
		})
	}
}

func TestDecimalCommasComeInAsNumbersAndLabelsAsTheyAre(t *testing.T) {
	s, m := newProject(t)
	table, err := open(t, "f.csv", "ID;Score;Chosen;Comment\nR1;3,5;1,2;It was good for me.\nR2;4;1,2,3;I would rather not say.\nR3;2,25;2;It was too long for me.\n", tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := bring(t, s, m, table, where(table, "score>=2,5"))
	if err != nil || len(got.Skipped) != 1 || got.Skipped[0].Why != "score>=2,5" {
		t.Fatalf("%+v, %v", got, err)
	}
	in := dump(t, s)
	for _, want := range []string{"attribute Score: numeric", "case R1: Chosen=1,2, Score=3.5", "case R2: Chosen=1,2,3, Score=4"} {
		if !strings.Contains(in, want) {
			t.Errorf("%s isn't in\n%s", want, in)
		}
	}
}
