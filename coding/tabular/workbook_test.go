package tabular_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"concord/coding/tabular"
)

// sheet is one sheet of a workbook to be written: rows from row 1 on.
type sheet struct {
	name string
	rows [][]any
}

// workbook writes sheets as an .xlsx file.
func workbook(t testing.TB, sheets ...sheet) string {
	t.Helper()
	f := excelize.NewFile()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	check(f.SetSheetName("Sheet1", sheets[0].name))
	percent, err := f.NewStyle(&excelize.Style{NumFmt: 9})
	check(err)
	for i, s := range sheets {
		if i > 0 {
			_, err := f.NewSheet(s.name)
			check(err)
		}
		for r, row := range s.rows {
			for c, v := range row {
				cell, err := excelize.CoordinatesToCellName(c+1, r+1)
				check(err)
				switch v := v.(type) {
				case nil:
				case share:
					check(f.SetCellValue(s.name, cell, float64(v)))
					check(f.SetCellStyle(s.name, cell, cell, percent))
				default:
					check(f.SetCellValue(s.name, cell, v))
				}
			}
		}
	}
	var b bytes.Buffer
	check(f.Write(&b))
	check(f.Close())
	return b.String()
}

// share is a number shown as a percentage.
type share float64

func TestWorkbooksAreReadSheetBySheet(t *testing.T) {
	book := workbook(t,
		sheet{"Notes", nil},
		sheet{"Answers", [][]any{
			nil,
			{"ID", "When", "Weeks", "Share", "Comment", nil},
			{"R-1", time.Date(2026, 3, 9, 0, 0, 0, 0, time.UTC), 8, share(0.25), "well, \"fine\"\r\nindeed 😀"},
			nil,
			{"R-2", nil, 6.5, nil, nil, "a remark without a header"},
			{"R-3"},
		}},
		sheet{"Other", [][]any{{"x", "y"}, {1, 2}}},
	)
	table, err := open(t, "survey.xlsx", book, tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := table.Form.String(), `sheet "Answers", one header row`; got != want {
		t.Errorf("form %s; want %s", got, want)
	}
	if got, want := fmt.Sprint(table.Form.Sheets), "[Notes Answers Other]"; got != want {
		t.Errorf("sheets %s; want %s", got, want)
	}
	if got, want := headers(table), "ID|When|Weeks|Share|Comment|Column 6"; got != want {
		t.Errorf("header %s; want %s", got, want)
	}
	rows, skipped, err := all(t, table)
	want := []string{
		"3:R-1|2026-03-09|8|0.25|well, \"fine\"\nindeed 😀|",
		"5:R-2||6.5|||a remark without a header",
		"6:R-3|||||",
	}
	if err != nil || len(skipped) > 0 || fmt.Sprintf("%q", rows) != fmt.Sprintf("%q", want) {
		t.Errorf("rows %q, skipped %q, %v; want %q", rows, skipped, err, want)
	}
}

func TestAnySheetCanBeChosen(t *testing.T) {
	book := workbook(t, sheet{"One", [][]any{{"a", "b"}}}, sheet{"Two", [][]any{{"x", "y"}, {1, 2}}})
	table, err := open(t, "survey.xlsx", book, tabular.Options{Sheet: "two"})
	if err != nil || headers(table) != "x|y" {
		t.Fatalf("sheet two: %v", err)
	}
	_, err = open(t, "survey.xlsx", book, tabular.Options{Sheet: "Three"})
	if err == nil || !strings.Contains(err.Error(), `there is no sheet "Three"; the sheets are "One", "Two"`) {
		t.Errorf("missing sheet: got %v", err)
	}
	_, err = open(t, "survey.xlsx", workbook(t, sheet{"One", nil}), tabular.Options{})
	if err == nil || !strings.Contains(err.Error(), "every sheet of the workbook is empty") {
		t.Errorf("empty workbook: got %v", err)
	}
}

func TestSheetWithRowsIsChosenBeforeATitlePage(t *testing.T) {
	title := sheet{"Cover", [][]any{{"Survey of 2026"}}}
	table, err := open(t, "survey.xlsx", workbook(t, title, sheet{"Answers", [][]any{{"x", "y"}, {1, 2}}}), tabular.Options{})
	if err != nil || table.Form.Sheet != "Answers" {
		t.Errorf("title page first: got sheet %q, %v", table.Form.Sheet, err)
	}
	table, err = open(t, "survey.xlsx", workbook(t, title), tabular.Options{})
	if err != nil || table.Form.Sheet != "Cover" {
		t.Errorf("title page alone: got sheet %q, %v", table.Form.Sheet, err)
	}
}

func TestZipBombIsRefusedUnread(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	zeros := make([]byte, 1<<20)
	for range 64 {
		if _, err := w.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = open(t, "bomb.xlsx", b.String(), tabular.Options{})
	if err == nil || !strings.Contains(err.Error(), "xl/worksheets/sheet1.xml would unpack to 64 MB from 63 KB") {
		t.Errorf("got %v", err)
	}
}

func TestZipThatIsNoWorkbookIsRefused(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if _, err := z.Create("letter.txt"); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := open(t, "letter.xlsx", b.String(), tabular.Options{})
	if err == nil || !strings.Contains(err.Error(), "neither a text file nor an .xlsx workbook") {
		t.Errorf("got %v", err)
	}
}

func TestWorkbookUnderAPasswordIsSaidToBeOne(t *testing.T) {
	f := excelize.NewFile()
	var b bytes.Buffer
	if err := f.Write(&b, excelize.Options{Password: "secret"}); err != nil {
		t.Fatal(err)
	}
	_, err := open(t, "survey.xlsx", b.String(), tabular.Options{})
	if err == nil || !strings.Contains(err.Error(), "protected by a password") {
		t.Errorf("got %v", err)
	}
}

// withParts is the workbook with some of its parts replaced.
func withParts(t testing.TB, book string, parts map[string][]byte) string {
	t.Helper()
	in, err := zip.NewReader(strings.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, part := range in.File {
		body, ok := parts[part.Name]
		if !ok {
			r, err := part.Open()
			if err != nil {
				t.Fatal(err)
			}
			if body, err = io.ReadAll(r); err != nil {
				t.Fatal(err)
			}
		}
		w, err := out.Create(part.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(body); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func FuzzWorkbook(f *testing.F) {
	book := workbook(f, sheet{"A", [][]any{{"id", "comment"}, {1, "x"}}})
	f.Add([]byte(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="3"><c r="B3" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>`),
		[]byte(`<sst><si><t>id</t></si><si><r><t>com</t></r><r><t>ment</t></r></si></sst>`))
	f.Add([]byte(`<worksheet><sheetData><row><c><v>1</v></c><c s="9"><v>45000.5</v></c></row>`), []byte(``))
	f.Fuzz(func(t *testing.T, cells, texts []byte) {
		table, err := open(t, "f.xlsx", withParts(t, book, map[string][]byte{"xl/worksheets/sheet1.xml": cells, "xl/sharedStrings.xml": texts}), tabular.Options{})
		if err != nil {
			return
		}
		n := 0
		for row, err := range table.Rows(t.Context()) {
			if err == nil && len(row.Cells) != len(table.Columns) {
				t.Fatalf("row %d has %d cells of %d", row.Number, len(row.Cells), len(table.Columns))
			}
			if n++; n == 100 {
				break
			}
		}
	})
}
