package paper_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"concord/coding/report/paper"
)

func TestCSVKeepsTextFromBeingRunAndNumbersAsTheyAre(t *testing.T) {
	for cell, want := range map[any]string{
		"=1+1":          "'=1+1",
		"+49 40 1":      "'+49 40 1",
		"- too short":   "'- too short",
		"-2+3|cmd":      "'-2+3|cmd",
		"@SUM(A1)":      "'@SUM(A1)",
		"\t=1":          "'\t=1",
		"-1.5":          "-1.5",
		"+3e2":          "+3e2",
		"a=b":           "a=b",
		"'=already":     "'=already",
		"Größe, \"x\"🙂": "Größe, \"x\"🙂",
		-3:              "-3",
		-0.25:           "-0.25",
		nil:             "",
	} {
		if got := roundTrip(t, cell); got != want {
			t.Errorf("%#v came out as %q, want %q", cell, got, want)
		}
	}
}

func TestCSVKeepsEveryOtherText(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := "x" + strings.ReplaceAll(rapid.String().Draw(rt, "text"), "\r", "")
		if got := roundTrip(t, text); got != text {
			rt.Errorf("%q came out as %q", text, got)
		}
	})
}

func roundTrip(t *testing.T, cell any) string {
	t.Helper()
	var out bytes.Buffer
	sheet := paper.Sheet{Columns: []paper.Field{{Head: "a"}, {Head: "b"}}, Rows: [][]any{{"first", cell}}}
	if err := paper.WriteCSV(t.Context(), &out, sheet); err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(out.String(), "\ufeff")
	if !marked {
		t.Fatalf("no byte order mark stands before %q", text)
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(rows) != 2 {
		t.Fatalf("%q: %v", text, err)
	}
	return rows[1][1]
}

func TestMarkdownIsReadAsTheTextWasWritten(t *testing.T) {
	for text, want := range map[string]string{
		"# no heading":          `\# no heading`,
		"1. no list":            `1\. no list`,
		"2) nor this":           `2\) nor this`,
		"3.5 kg":                `3\.5 kg`,
		"- nor this":            `\- nor this`,
		"a *b* _c_ snake_case":  `a \*b\* \_c\_ snake_case`,
		"<b> & &amp; [x](y)":    `\<b\> & \&amp; \[x\](y)`,
		"me@there, $5, x^2, ~1": `me\@there, \$5, x\^2, \~1`,
		"a | b \\ `c`":          "a \\| b \\\\ \\`c\\`",
		"one\ntwo\n\n\nthree":   "one\\\ntwo\n\nthree",
		"\n\n  spaced   out \n": "spaced out",
		"x = y - z + 1":         "x = y - z + 1",
		"“what's” 🙂 … –":        "“what's” 🙂 … –",
	} {
		var out bytes.Buffer
		if err := paper.WriteMarkdown(t.Context(), &out, paper.Paper{Title: "T", Blocks: []paper.Block{paper.Paragraph{Text: text}}}); err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSuffix(strings.TrimPrefix(out.String(), "# T\n\n"), "\n"); got != want {
			t.Errorf("%q came out as %q, want %q", text, got, want)
		}
	}
}

func TestNothingInATextBecomesMarkup(t *testing.T) {
	bad := `</p><script>alert("x")</script>` + "\x00\x0b"
	p := paper.Paper{Title: bad, Note: bad, Author: bad, Blocks: []paper.Block{
		paper.Heading{Level: 1, Text: bad},
		paper.Paragraph{Label: bad, Text: bad},
		&paper.Table{Caption: bad, Columns: []paper.Column{{Head: bad, Width: 1}}, Rows: []paper.Row{{Cells: []string{bad}}}, Note: bad},
		paper.Entries{Name: bad, Entries: []paper.Entry{{Name: bad, Above: bad, Color: `#12"><i`, Facts: []string{bad}, Parts: []paper.Part{{Label: bad, Text: bad}}, Quotes: []paper.Quote{{Text: bad, From: bad}}}}},
		paper.Quotations{Quotes: []paper.Quote{{Text: bad, From: bad}}},
	}}
	var out bytes.Buffer
	if err := paper.WriteHTML(t.Context(), &out, p); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "<script") || strings.Contains(out.String(), "<i") || strings.Contains(out.String(), "</p></p>") {
		t.Error(out.String())
	}
}
