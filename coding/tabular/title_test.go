package tabular_test

import (
	"fmt"
	"strings"
	"testing"

	"concord/coding/tabular"
)

func TestATitleAboveTheHeaderIsRecognised(t *testing.T) {
	const prose = "It was longer than I had thought it would be."
	for _, test := range []struct {
		name, in, header, title string
		first                   string // the first row, joined
	}{
		{"one row", "Wellbeing 2026\nid,cohort,comment\n1,A,fine\n2,B,well\n", "id|cohort|comment", "Wellbeing 2026", "3:1|A|fine"},
		{"title and a blank line", "Wellbeing 2026\n\nid,comment\n1,fine\n2,well\n", "id|comment", "Wellbeing 2026", "4:1|fine"},
		{"several rows", "Wellbeing\nWard 4, exported in March\n\n\nid;comment\n1;fine\n2;well\n", "id|comment", "Wellbeing / Ward 4, exported in March", "6:1|fine"},
		{"as Excel writes it", "Wellbeing,,,\n,,,\nid,age,cohort,comment\n1,41,A,fine\n2,29,B,well\n", "id|age|cohort|comment", "Wellbeing", "4:1|41|A|fine"},
		{"quoted, with the delimiter in it", "\"Wellbeing, spring\"\nid,comment\n1,\"fine, thanks\"\n2,\"well, no\"\n", "id|comment", "Wellbeing, spring", "3:1|fine, thanks"},
		{"over semicolons, with a comma in it", "Wellbeing, spring\nwho;weeks\nann;3\nben;4\ncem;3\n", "who|weeks", "Wellbeing, spring", "3:ann|3"},
		{"tabs", "Wellbeing\nwho\thow\n" + "ann\t" + prose + "\nben\t" + prose + "\n", "who|how", "Wellbeing", "3:ann|" + prose},
		{"Google Forms under it", "Wellbeing\nTimestamp,What would you keep?\n3/2/2026 9:14:05,The talks\n3/2/2026 9:20:11,The food\n", "Timestamp|What would you keep?", "Wellbeing", "3:3/2/2026 9:14:05|The talks"},
		{"empty columns at the end", "Wellbeing,,,\nid,comment,,\n1,fine,,\n2,well,,\n", "id|comment|Column 3|Column 4", "Wellbeing", "3:1|fine||"},
	} {
		t.Run(test.name, func(t *testing.T) {
			table, err := open(t, "survey.csv", test.in, tabular.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := headers(table); got != test.header {
				t.Errorf("header %s; want %s", got, test.header)
			}
			if got := strings.Join(table.Form.Title, " / "); got != test.title || !strings.Contains(table.Form.String(), "below a title") {
				t.Errorf("title %q, form %s; want %q", got, table.Form, test.title)
			}
			rows, skipped, err := all(t, table)
			if err != nil || len(skipped) > 0 || len(rows) == 0 || rows[0] != test.first {
				t.Errorf("rows %q, skipped %q, %v; want %q first", rows, skipped, err, test.first)
			}
		})
	}
}

func TestAnOpeningThatIsNoTitleIsNotTakenForOne(t *testing.T) {
	for _, test := range []struct{ name, in, header string }{
		{"one column of answers with commas", "comment\nGood, really\nWell, fine\nYes, of course\n", "comment"},
		{"one column, a blank answer first", "What did you take away?\n\nGood, really\nWell, fine\nYes, of course\n", "What did you take away?"},
		{"one column of choices with commas", "Which of these?\nwork,family\nfamily,money\nwork,money\nmoney,work\n", "Which of these?"},
		{"one column, choices that never come twice", "Which of these?\nwork,family\nmoney,health\nrest,food\n", "Which of these?"},
		{"one column of semicolons", "Mood\nglad; calm\nsad; tired\nglad; tired\n", "Mood"},
		{"one column of decimal commas", "Weight\n3,5\n4,2\n5,1\n", "Weight"},
		{"one column of numbers", "Weight\n3\n4\n5\n", "Weight"},
		{"one column of times", "When\n2026-03-02\n2026-03-03\n2026-03-04\n", "When"},
		{"one column of long answers", "Reflection\nI came late, and left early.\nIt was good, as ever, for me.\nNo.\n", "Reflection"},
		{"one answer that is long", "Reflection\nI came late, and left early.\n", "Reflection"},
		{"semicolons around decimal commas", "id;weight\n1;3,5\n2;4,5\n3;5,2\n", "id|weight"},
		{"a single named column", "Name,,\nann,3,good\nben,4,bad\n", "Name|Column 2|Column 3"},
		{"an unnamed first column", ",comment\n1,fine\n2,well\n", "Column 1|comment"},
		{"empty columns at the end", "comment,,\nfine,,\nwell,,\n", "comment|Column 2|Column 3"},
		{"a title and answers without a header", "Wellbeing\n1,fine\n2,well\n3,fine\n", "Wellbeing"},
		{"first answers that are short", "id,comment\n1\n2\n3,fine\n", "id|comment"},
		{"a header in two rows", "Group,,Other\nfirst,second,third\n1,2,3\n2,3,4\n", "Group|Column 2|Other"},
		{"a title without rows", "Wellbeing\nid,comment\n", "Wellbeing"},
	} {
		t.Run(test.name, func(t *testing.T) {
			table, err := open(t, "survey.csv", test.in, tabular.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := headers(table); got != test.header || len(table.Form.Title) > 0 {
				t.Errorf("header %s, title %q; want %s and no title", got, table.Form.Title, test.header)
			}
		})
	}
}

func TestHeaderRowsThatAreSaidMayHoldATitle(t *testing.T) {
	const in = "Wellbeing\n\nwho,how\nann,good\nben,bad\n" // from which alone it isn't clear
	table, err := open(t, "survey.csv", in, tabular.Options{HeaderRows: 2})
	if err != nil || headers(table) != "who|how" || fmt.Sprint(table.Form.Title) != "[Wellbeing]" {
		t.Fatalf("%v, %v", table, err)
	}
	if rows, skipped, err := all(t, table); err != nil || len(skipped) > 0 || fmt.Sprint(rows) != "[4:ann|good 5:ben|bad]" {
		t.Errorf("rows %q, skipped %q, %v", rows, skipped, err)
	}
	table, err = open(t, "survey.csv", "Wellbeing\nid,comment\n1,fine\n2,well\n", tabular.Options{HeaderRows: 1})
	if err != nil || headers(table) != "Wellbeing" || len(table.Form.Title) > 0 {
		t.Errorf("one header row: %v, %v", table, err)
	}
}

func TestATitleAboveTheHeaderOfASheetIsRecognised(t *testing.T) {
	book := workbook(t, sheet{"Answers", [][]any{{"Wellbeing 2026"}, nil, {"ID", "Weeks", "Comment"}, {"R-1", 3, "fine"}, {"R-2", 4, nil}}})
	table, err := open(t, "survey.xlsx", book, tabular.Options{})
	if err != nil || headers(table) != "ID|Weeks|Comment" || fmt.Sprint(table.Form.Title) != "[Wellbeing 2026]" {
		t.Fatalf("%v, %v", table, err)
	}
	if rows, _, err := all(t, table); err != nil || fmt.Sprint(rows) != "[4:R-1|3|fine 5:R-2|4|]" {
		t.Errorf("rows %q, %v", rows, err)
	}
}

func TestAnImportSaysWhichTitleItPassedOver(t *testing.T) {
	s, m := newProject(t)
	table, err := open(t, "survey.csv", "Wellbeing 2026\n\nid,comment\n1,It was good for me.\n2,I would rather not say.\n", tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := bring(t, s, m, table)
	if want := `Above the header stands a title, "Wellbeing 2026".`; err != nil || got.Sources != 2 || !strings.Contains(got.String(), want) {
		t.Errorf("%s, %v; want %s", got, err, want)
	}
}
