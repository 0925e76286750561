package tabular_test

import (
	"bytes"
	"errors"
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"concord/coding/tabular"
)

// formatted is a value under a format: one of a built-in identity, or a code.
type formatted struct {
	value  any
	format any
	want   string
}

// column writes values under each other, below a header, each in its format.
func column(t testing.TB, o excelize.WorkbookPropsOptions, cells []formatted) string {
	t.Helper()
	f := excelize.NewFile()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	check(f.SetWorkbookProps(&o))
	check(f.SetSheetRow("Sheet1", "A1", &[]any{"value", "case"}))
	for i, c := range cells {
		var s excelize.Style
		switch format := c.format.(type) {
		case int:
			s.NumFmt = format
		case string:
			s.CustomNumFmt = &format
		}
		style, err := f.NewStyle(&s)
		check(err)
		at := fmt.Sprintf("A%d", i+2)
		check(f.SetCellValue("Sheet1", at, c.value))
		check(f.SetCellStyle("Sheet1", at, at, style))
		check(f.SetCellValue("Sheet1", fmt.Sprintf("B%d", i+2), "x"))
	}
	var b bytes.Buffer
	check(f.Write(&b))
	check(f.Close())
	return b.String()
}

func TestCellsAreReadAsWhatTheyHoldWhateverTheirFormat(t *testing.T) {
	const march4, morning = 46085, 46085.39583333333 // half past nine
	for _, test := range []struct {
		name  string
		o     excelize.WorkbookPropsOptions
		cells []formatted
	}{
		{"dates", excelize.WorkbookPropsOptions{}, []formatted{
			{march4, 14, "2026-03-04"},
			{march4, 15, "2026-03-04"},
			{march4, 16, "2026-03-04"},
			{march4, 17, "2026-03-04"},
			{march4, 22, "2026-03-04"},
			{march4, "mmm-yy", "2026-03-04"},
			{march4, "d. mmmm", "2026-03-04"},
			{march4, "yyyy", "2026-03-04"},
			{march4, "dddd", "2026-03-04"},
			{march4, `dd\.mm\.yyyy;@`, "2026-03-04"},
			{march4, `[$-407]d/\ mmmm\ yyyy;@`, "2026-03-04"},
			{march4, `[$-F800]dddd\,\ mmmm\ dd\,\ yyyy`, "2026-03-04"},
			{march4, `yyyy"年"m"月"d"日"`, "2026-03-04"},
			{march4, `[Red]dd/mm/yy`, "2026-03-04"},
			{1, 14, "1900-01-01"},
			{61, 14, "1900-03-01"},
			{2958465, 14, "9999-12-31"},
		}},
		{"times", excelize.WorkbookPropsOptions{}, []formatted{
			{morning, 14, "2026-03-04 09:30:00"},
			{morning, 20, "2026-03-04 09:30:00"},
			{morning, "m/d/yy h:mm AM/PM", "2026-03-04 09:30:00"},
			{morning, "mmm-yy", "2026-03-04 09:30:00"},
			{march4 + 86399./86400, 22, "2026-03-04 23:59:59"},
			{march4 + 1./86400, 22, "2026-03-04 00:00:01"},
			{0.39583333333, 20, "09:30:00"},
			{0.5, 18, "12:00:00"},
			{0.003, 45, "00:04:19"},
			{1.5, "[h]:mm:ss", "36:00:00"},
			{1.5, 46, "36:00:00"},
		}},
		{"dates from 1904 on", excelize.WorkbookPropsOptions{Date1904: new(true)}, []formatted{
			{march4 - 1462, 14, "2026-03-04"},
			{march4 - 1462, "mmm-yy", "2026-03-04"},
			{morning - 1462, 22, "2026-03-04 09:30:00"},
			{0.39583333333, 20, "09:30:00"},
			{1, 14, "1904-01-02"},
		}},
		{"text where a date is expected", excelize.WorkbookPropsOptions{}, []formatted{
			{"not yet", 14, "not yet"},
			{"2026-03-04 00:00:00", 22, "2026-03-04 00:00:00"},
			{"03/04/26", "mmm-yy", "03/04/26"},
			{-5, 14, "-5"},
			{true, 14, "TRUE"},
			{"25 %", 9, "25 %"},
			{"0012", 1, "0012"},
		}},
		{"numbers", excelize.WorkbookPropsOptions{}, []formatted{
			{0.253, 9, "0.253"},
			{0.253, 10, "0.253"},
			{1234567.5, 3, "1234567.5"},
			{1234567.5, 4, "1234567.5"},
			{3.14159, 2, "3.14159"},
			{3.6, 1, "3.6"},
			{-12.5, 38, "-12.5"},
			{12.5, 44, "12.5"},
			{0.5, 12, "0.5"},
			{12000, 11, "12000"},
			{0.1 + 0.2, 2, "0.3"},
			{12.5, `#,##0.00\ "€"`, "12.5"},
			{12.5, `[$€-407]\ #,##0.00;[Red]\-[$€-407]\ #,##0.00`, "12.5"},
			{12.5, `_-* #,##0.00\ _k_r_-;\-* #,##0.00\ _k_r_-`, "12.5"},
			{8, `0" weeks"`, "8"},
			{8, `General" days"`, "8"},
			{1.5e6, `0.0,,"M"`, "1500000"},
			{12000, "0.00E+00", "12000"},
			{7.25, 49, "7.25"},
		}},
		{"names made of numbers", excelize.WorkbookPropsOptions{}, []formatted{
			{123, "00000", "00123"},
			{1, `"yes";"yes";"no"`, "yes"},
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			table, err := open(t, "f.xlsx", column(t, test.o, test.cells), tabular.Options{})
			if err != nil {
				t.Fatal(err)
			}
			i := 0
			for row, err := range table.Rows(t.Context()) {
				if err != nil {
					t.Fatal(err)
				}
				if c := test.cells[i]; row.Cells[0] != c.want {
					t.Errorf("%v under %v is %q; want %q", c.value, c.format, row.Cells[0], c.want)
				}
				i++
			}
			if i != len(test.cells) {
				t.Errorf("%d rows of %d", i, len(test.cells))
			}
		})
	}
}

func BenchmarkWorkbook(b *testing.B) {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	style := func(id int) int {
		s, err := f.NewStyle(&excelize.Style{NumFmt: id})
		if err != nil {
			b.Fatal(err)
		}
		return s
	}
	day, share := style(17), style(9)
	const rows = 100_000
	for i := range rows {
		row := []any{"ID", "When", "Share", "Comment"}
		if i > 0 {
			row = []any{fmt.Sprintf("R%06d", i), excelize.Cell{StyleID: day, Value: 46000 + i%300}, excelize.Cell{StyleID: share, Value: float64(i%100) / 100}, fmt.Sprintf("A sentence about the group, number %d. And a second one, to make it long enough.", i)}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", i+1), row); err != nil {
			b.Fatal(err)
		}
	}
	var book bytes.Buffer
	if err := errors.Join(w.Flush(), f.Write(&book), f.Close()); err != nil {
		b.Fatal(err)
	}
	fsys := fstest.MapFS{"f.xlsx": {Data: book.Bytes()}}
	b.ReportAllocs()
	for b.Loop() {
		table, err := tabular.Open(b.Context(), fsys, "f.xlsx", tabular.Options{})
		if err != nil {
			b.Fatal(err)
		}
		readAll(b, table, rows-1)
		if err := table.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func TestAWorkbookWithFewFormatsOrNoneIsRead(t *testing.T) {
	book := column(t, excelize.WorkbookPropsOptions{}, []formatted{{value: 46085, format: "mmm-yy"}, {value: "x", format: 14}})
	for name, styles := range map[string]string{
		"none":  ``,
		"empty": `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></styleSheet>`,
		"few":   `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf/><xf numFmtId="17"/></cellXfs></styleSheet>`,
	} {
		table, err := open(t, "f.xlsx", withParts(t, book, map[string][]byte{"xl/styles.xml": []byte(styles)}), tabular.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want := "[2:46085|x 3:x|x]"
		if name == "few" {
			want = "[2:2026-03-04|x 3:x|x]"
		}
		if rows, skipped, err := all(t, table); err != nil || fmt.Sprint(rows) != want {
			t.Errorf("%s: rows %q, skipped %q, %v; want %s", name, rows, skipped, err, want)
		}
	}
}
