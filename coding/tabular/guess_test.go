package tabular_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"concord/coding/tabular"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares got with a file of testdata, or writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; got:\n%s\nwant:\n%s", name, got, want)
	}
}

// shared is a file of the folder that CONCORD_SHARED names; without it the test is skipped.
func shared(t testing.TB, name string) string {
	t.Helper()
	root := os.Getenv("CONCORD_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	file := filepath.Join(root, filepath.FromSlash(name))
	if _, err := os.Stat(file); err != nil {
		t.Skipf("SKIPPED: %s isn't here; set CONCORD_SHARED to the folder of shared data (%v)", name, err)
	}
	return file
}

func openFile(t testing.TB, file string) *tabular.Table {
	t.Helper()
	table, err := tabular.OpenFile(t.Context(), file, tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := table.Close(); err != nil {
			t.Error(err)
		}
	})
	return table
}

// described is the form of a table and the guess for each column, one a line.
func described(t *testing.T, table *tabular.Table) string {
	t.Helper()
	uses, err := table.Guess(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintln(&b, table.Form)
	for i, u := range uses {
		c := table.Columns[i]
		fmt.Fprintf(&b, "%s: %s. %s\n", c.Name, u.Role, u.Why)
		if c.Question != c.Name {
			fmt.Fprintf(&b, "\tasks %s\n", c.Question)
		}
		if len(u.Levels) > 0 {
			fmt.Fprintf(&b, "\tlevels %s; agreeing %s\n", strings.Join(u.Levels, " < "), strings.Join(u.Agreeing, ", "))
		}
	}
	return b.String()
}

func TestExportsOfSurveyProgramsAreGuessed(t *testing.T) {
	for _, name := range []string{
		"qualtrics.csv", "qualtrics.tsv", "google-forms.csv", "google-forms-spanish.csv",
		"limesurvey-codes.csv", "limesurvey-german.csv", "limesurvey-questions.csv", "surveymonkey.csv", "french.csv", "balint.csv",
	} {
		t.Run(name, func(t *testing.T) {
			golden(t, name, described(t, openFile(t, filepath.Join("testdata", name))))
		})
	}
}

func roles(t *testing.T, table *tabular.Table) string {
	t.Helper()
	uses, err := table.Guess(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for i, u := range uses {
		if u.Coder == "" {
			list = append(list, table.Columns[i].Name+": "+string(u.Role))
		}
	}
	return strings.Join(list, ", ")
}

func TestRealFilesAreGuessed(t *testing.T) {
	for _, test := range []struct{ file, want string }{
		{"data/sight-comments.csv", "comment_id: respondent, comment: comment, video_id: attribute, video_name: attribute, playlist_name: attribute"},
		{"data/sight-two-coders.csv", "comment_id: respondent, comment: comment, video_id: attribute, video_name: attribute, playlist_name: attribute"},
		{"interop/documents/qualcoder-survey456.csv", "Case: respondent, Age: attribute, Gender: attribute, Interest: attribute, freetext: comment"},
		{"interop/documents/qualcoder-survey789.xlsx", "Case: respondent, Age: attribute, Gender: attribute, Interest: attribute, Qual_hobby_opinions: comment, Qual_pet_opinions: comment"},
		{"interop/documents/qualcoder-cases456.xlsx", "case: respondent, Age: attribute, gender: attribute, interest: attribute"},
	} {
		t.Run(test.file, func(t *testing.T) {
			if got := roles(t, openFile(t, shared(t, test.file))); got != test.want {
				t.Errorf("got %s; want %s", got, test.want)
			}
		})
	}
}

func TestScalesAreRecognised(t *testing.T) {
	for _, test := range []struct{ values, levels, agreeing string }{
		{"Agree|Strongly agree|Disagree", "Strongly disagree < Disagree < Agree < Strongly agree", "Agree, Strongly agree"},
		{"agree|NEUTRAL|strongly agree", "Strongly disagree < Disagree < NEUTRAL < agree < strongly agree", "agree, strongly agree"},
		{"Somewhat agree|Agree|Neither agree nor disagree|Strongly agree", "Strongly disagree < Disagree < Somewhat disagree < Neither agree nor disagree < Somewhat agree < Agree < Strongly agree", "Somewhat agree, Agree, Strongly agree"},
		{"5 - Strongly agree|4 - Agree|2 - Disagree", "1 < 2 - Disagree < 3 < 4 - Agree < 5 - Strongly agree", "4 - Agree, 5 - Strongly agree"},
		{"Agree (4)|Strongly agree (5)", "Strongly disagree < Disagree < Agree (4) < Strongly agree (5)", "Agree (4), Strongly agree (5)"},
		{"1 = not at all|3|7 = very much", "1 = not at all < 2 < 3 < 4 < 5 < 6 < 7 = very much", "5, 6, 7 = very much"},
		{"Very satisfied|Dissatisfied|N/A", "Very dissatisfied < Dissatisfied < Satisfied < Very satisfied", "Satisfied, Very satisfied"},
		{"Never|Often|Always|Sometimes", "Never < Rarely < Sometimes < Often < Always", "Often, Always"},
		{"Likely|Very unlikely|Very likely", "Very unlikely < Unlikely < Likely < Very likely", "Likely, Very likely"},
		{"Very helpful|Not at all helpful|Somewhat helpful|Extremely helpful", "Not at all helpful < Somewhat helpful < Very helpful < Extremely helpful", "Very helpful, Extremely helpful"},
		{"Good|Excellent|Poor|Fair", "Poor < Fair < Good < Excellent", "Good, Excellent"},
		{"Trifft zu|Trifft eher nicht zu|keine Angabe|Trifft eher zu|Trifft nicht zu", "Trifft nicht zu < Trifft eher nicht zu < Trifft eher zu < Trifft zu", "Trifft eher zu, Trifft zu"},
		{"Muy de acuerdo|En desacuerdo|De acuerdo", "Totalmente en desacuerdo < En desacuerdo < De acuerdo < Muy de acuerdo", "De acuerdo, Muy de acuerdo"},
		{"D'accord|Pas d'accord|Tout à fait d'accord", "Pas du tout d’accord < Pas d'accord < D'accord < Tout à fait d'accord", "D'accord, Tout à fait d'accord"},
		{"Très satisfaite|Satisfaite|Insatisfaite", "Très insatisfait < Insatisfaite < Satisfaite < Très satisfaite", "Satisfaite, Très satisfaite"},
		{"Yes|No", "", ""},
		{"Surgery|Medicine|Agree", "", ""},
	} {
		t.Run(test.values, func(t *testing.T) {
			var in strings.Builder
			in.WriteString("id,answer\n")
			for i, v := range strings.Split(test.values, "|") {
				fmt.Fprintf(&in, "r%d,%s\nq%d,%s\n", i, v, i, v)
			}
			table, err := open(t, "f.csv", in.String(), tabular.Options{})
			if err != nil {
				t.Fatal(err)
			}
			uses, err := table.Guess(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			u := uses[1]
			if got := strings.Join(u.Levels, " < "); got != test.levels || strings.Join(u.Agreeing, ", ") != test.agreeing {
				t.Errorf("levels %s; agreeing %s; want %s; %s", got, strings.Join(u.Agreeing, ", "), test.levels, test.agreeing)
			}
			if want := tabular.RoleItem; test.levels == "" && u.Role == want || test.levels != "" && u.Role != want {
				t.Errorf("role %s", u.Role)
			}
		})
	}
}

func TestItemsOfOneBatteryShareTheirLevels(t *testing.T) {
	table, err := open(t, "f.csv", "id,a,b,c\n1,Agree,Strongly agree,Agree\n2,Disagree,Neutral,Agree\n3,Agree,Agree,Agree\n", tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	uses, err := table.Guess(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i, u := range uses[1:] {
		if got, want := strings.Join(u.Levels, " < "), "Strongly disagree < Disagree < Neutral < Agree < Strongly agree"; got != want || u.Role != tabular.RoleItem {
			t.Errorf("column %d is %s with %s; want an item with %s", i+2, u.Role, got, want)
		}
	}
}

func TestFewShortAnswersAreToldByTheirHeader(t *testing.T) {
	for in, want := range map[string]string{
		"id,text\n1,مرحبا\n2,很好\n3,😀👍\n":                              "id: respondent, text: comment",
		"id,age,feedback\n1,23,great\n2,24,loud\n3,22,\n":             "id: respondent, age: attribute, feedback: comment",
		"id,answer\n1,Yes\n2,No\n3,Yes\n4,No\n":                       "id: respondent, answer: attribute",
		"id,response\n1,3\n2,4\n3,9\n":                                "id: respondent, response: attribute",
		"id,text\n1,2026-03-01\n2,2026-03-02\n":                       "id: respondent, text: attribute",
		"id,note,why\n1,dull,It took too long for what it was\n":      "id: respondent, note: attribute, why: comment",
		"id,ward,answers\n1,A,not much\n2,B,not much\n3,A,not much\n": "id: respondent, ward: attribute, answers: comment",
	} {
		table, err := open(t, "f.csv", in, tabular.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := roles(t, table); got != want {
			t.Errorf("%q: got %s; want %s", in, got, want)
		}
	}
}

func TestTableWithoutRowsIsGuessedByItsHeader(t *testing.T) {
	table, err := open(t, "f.csv", "Response ID,Comment,IP Address,Cohort\n", tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := roles(t, table), "Response ID: respondent, Comment: comment, IP Address: leave out, Cohort: attribute"; got != want {
		t.Errorf("got %s; want %s", got, want)
	}
}

func BenchmarkGuess(b *testing.B) {
	table := openFile(b, shared(b, "data/sight-two-coders.csv"))
	for b.Loop() {
		if _, err := table.Guess(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

func TestAnswersWithoutBlanksBetweenWordsAreText(t *testing.T) {
	table, err := open(t, "f.csv", "ID,学年,感想\nR1,四年,とても良い経験でした。また参加したいです。\nR2,五年,時間が長すぎると思いました。次は短くしてください。\nR3,四年,特にありません。\n", tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	uses, err := table.Guess(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if uses[1].Role != tabular.RoleAttribute || uses[2].Role != tabular.RoleComment {
		t.Errorf("got %+v", uses)
	}
}
