package report_test

import (
	"time"

	"concord/coding"
	"concord/coding/report"
	"concord/coding/report/paper"
)

// day is the date of every report in these tests.
var day = time.Date(2026, 11, 3, 9, 30, 0, 0, time.UTC)

// book is a codebook with all that an entry can have: rules or none, a code
// under a code, text that each format must escape.
func book() *report.Book {
	entry := func(name, path string, depth, excerpts, comments, people int) report.Entry {
		n := coding.Count{Excerpts: excerpts, Sources: comments, Cases: people}
		return report.Entry{Code: coding.Code{ID: coding.CodeID(path), Name: name, Color: "#00865F"}, Path: path, Depth: depth, Own: n, Whole: n}
	}
	feelings := entry("Noticing own feelings", "Self-awareness/Noticing own feelings", 1, 34, 31, 27)
	feelings.Code.Definition = "The student names a feeling of their own in a clinical encounter, or the moment of becoming aware of it."
	feelings.Code.Include = "The feeling is the writer's, present or remembered, also where it is only implied (“my hands shook”)."
	feelings.Code.Exclude = "The feeling is the patient's (The patient's side) or is shared by the group (Not the only one).\nLeave out “I think”, “I realised”."
	feelings.Examples = []report.Example{
		{Text: "I had been angry with her, and then ashamed of being angry", From: "R-017"},
		{Text: "made me notice how fast I had judged them", From: "R-020", Borderline: true},
	}
	limits := entry("Own limits", "Self-awareness/Own limits", 1, 12, 12, 11)
	limits.Code.Definition = "What the student can't give: time, *strength*, answers <1 & >2."
	limits.Examples = []report.Example{{Text: "=I can't | won't carry it 🙂", From: "R-003", Found: true}}
	home := entry("Carrying it home", "Self-awareness/Own limits/Carrying it home", 2, 9, 8, 8)
	home.Code.Color = "#6B4390"
	home.Code.Retired = true
	limits.Entries = []report.Entry{home}
	self := entry("Self-awareness", "Self-awareness", 0, 55, 48, 40)
	self.Code.Definition = "What students learned of themselves."
	self.Entries = []report.Entry{feelings, limits}
	criticism := entry("Criticism", "Criticism", 0, 25, 22, 19)
	criticism.Code.Include = "The group itself is found wanting."
	return &report.Book{
		Project: "Balint groups 2026", Date: day, Version: 2, Changed: true, Sample: true,
		Coders: []string{"Anna Keller", "Ben Ito"}, Supervisors: []string{"Maria Kern"},
		All:    coding.Count{Sources: 116, Cases: 58},
		Coded:  coding.Count{Excerpts: 80, Sources: 66, Cases: 51},
		Themes: []report.Entry{self, criticism},
	}
}

// study is a report with every kind of table.
func study() *report.Study {
	n := func(excerpts, comments, people int) coding.Count {
		return coding.Count{Excerpts: excerpts, Sources: comments, Cases: people}
	}
	return &report.Study{
		Title: "Balint groups for students", Project: "Balint groups 2026", Date: day,
		Methods: []string{"Two coders coded 116 comments of 58 students, blind to each other."},
		Themes: []*report.Themes{{
			Attribute: "Cohort", Values: []string{"Y3", "Y4", ""},
			Rows: []report.ThemeRow{
				{Code: "Self-awareness", Path: "Self-awareness", Cells: []coding.Count{n(20, 18, 15), n(35, 30, 25), n(0, 0, 0)}, Total: n(55, 48, 40)},
				{Code: "Own limits", Path: "Self-awareness/Own limits", Depth: 1, Cells: []coding.Count{n(4, 4, 4), n(8, 8, 7), n(0, 0, 0)}, Total: n(12, 12, 11)},
			},
			Any: report.ThemeRow{Cells: []coding.Count{n(20, 18, 15), n(35, 30, 25), n(0, 0, 0)}, Total: n(55, 48, 40)},
			All: report.ThemeRow{Cells: []coding.Count{n(0, 40, 20), n(0, 74, 37), n(0, 2, 1)}, Total: n(0, 116, 58)},
		}},
		Cooccurrence: &report.Cooccurrence{
			Codes:    []string{"Self-awareness/Own limits", "Criticism"},
			Sources:  [][]int{{12, 3}, {3, 22}},
			Overlaps: [][]int{{12, 1}, {1, 25}},
		},
		Items: []report.Item{
			{
				Item: "I am better able to appreciate the psychological side", N: 57, Missing: 1,
				Share:    &report.Share{Agree: 40, Percent: 70.1754, Low: 57.2754, High: 80.4942},
				Levels:   []report.LevelCount{{"disagree", 7}, {"neither", 10}, {"agree", 40}},
				Agreeing: []string{"agree"},
			},
			{Item: "The time was right", Missing: 58, Reason: "nobody answered", Agreeing: []string{"agree"}},
		},
		Agreement: []*paper.Table{{
			Caption: "Agreement by code, Round 1",
			Columns: []paper.Column{{Head: "Code", Width: 50}, {Head: "α", Width: 10, Figures: true}},
			Rows:    []paper.Row{{Cells: []string{"Own limits", ".69"}}},
			Note:    "Krippendorff's α, nominal; the comment is the unit.",
		}},
		Book: book(),
	}
}

func excerpts() *report.Excerpts {
	return &report.Excerpts{
		Project: "Balint groups 2026", Date: day, Codes: []string{"Self-awareness"}, Rules: []string{"Cohort=Y3"},
		Attributes: []string{"Cohort"},
		Rows: []report.Excerpt{
			{Source: "R-017/1", Case: "R-017", Start: 4, End: 30, Text: "I had been angry,\n\nthen ashamed", Code: "Self-awareness/Noticing own feelings", Coder: "Anna Keller", Round: "Round 1", Values: []string{"Y3"}},
			{Source: "R-020/1", Case: "R-020", Start: 0, End: 12, Text: "-2+3 \"quoted\", 🙂", Code: "Self-awareness", Coder: "Consensus", Unsure: true, Values: []string{"-1.5"}},
		},
	}
}
