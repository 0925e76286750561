package tabular_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"pgregory.net/rapid"

	"concord/coding/document"
	"concord/coding/tabular"
)

// open opens content as a file of that name.
func open(t testing.TB, name, content string, o tabular.Options) (*tabular.Table, error) {
	t.Helper()
	table, err := tabular.Open(t.Context(), fstest.MapFS{name: {Data: []byte(content)}}, name, o)
	if err == nil {
		t.Cleanup(func() {
			if err := table.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	return table, err
}

// all reads every row of the table: its cells joined by "|" behind its number.
func all(t testing.TB, table *tabular.Table) (rows []string, skipped []string, err error) {
	t.Helper()
	for row, err := range table.Rows(t.Context()) {
		var at *tabular.RowError
		switch {
		case errors.As(err, &at) && at.Skipped:
			skipped = append(skipped, err.Error())
		case err != nil:
			return rows, skipped, err
		default:
			rows = append(rows, fmt.Sprintf("%d:%s", row.Number, strings.Join(row.Cells, "|")))
		}
	}
	return rows, skipped, nil
}

func headers(table *tabular.Table) string {
	var names []string
	for _, c := range table.Columns {
		names = append(names, c.Name)
	}
	return strings.Join(names, "|")
}

func utf16LE(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}

func TestTextTablesAreRecognised(t *testing.T) {
	for _, test := range []struct {
		name, in, form, header string
		rows                   []string
	}{
		{
			"commas", "id,comment\n1,good\n2,\"well, fine\"\n", "UTF-8, commas, one header row", "id|comment",
			[]string{"2:1|good", "3:2|well, fine"},
		},
		{
			"semicolons with commas inside", "id;comment\n1;good, fine\n2;well\n", "UTF-8, semicolons, one header row", "id|comment",
			[]string{"2:1|good, fine", "3:2|well"},
		},
		{
			"tabs", "id\tcomment\n1\tgood, fine\n2\ta, b, c\n", "UTF-8, tabs, one header row", "id|comment",
			[]string{"2:1|good, fine", "3:2|a, b, c"},
		},
		{
			"bars", "id|comment\n1|good; fine\n2|x\n", "UTF-8, bars, one header row", "id|comment",
			[]string{"2:1|good; fine", "3:2|x"},
		},
		{
			"lines in a cell", "id,comment\r\n1,\"two\r\nlines \"\"here\"\"\"\r\n2,x\r\n", "UTF-8, commas, one header row", "id|comment",
			[]string{"2:1|two\nlines \"here\"", "3:2|x"},
		},
		{"old Mac line ends", "id,comment\r1,a\r2,b", "UTF-8, commas, one header row", "id|comment", []string{"2:1|a", "3:2|b"}},
		{"byte order mark", "\uFEFFid,comment\n1,a\n", "UTF-8, commas, one header row", "id|comment", []string{"2:1|a"}},
		{"Windows-1252", "id;comment\n1;tr\xE8s bien\n", "windows-1252, semicolons, one header row", "id|comment", []string{"2:1|très bien"}},
		{"UTF-16 with tabs", utf16LE("\uFEFFid\tcomment\n1\ta\n"), "UTF-16LE, tabs, one header row", "id|comment", []string{"2:1|a"}},
		{
			"one column", "comment\nGood, really\n\nWell; fine, too\n", "UTF-8, one cell a line, one header row", "comment",
			[]string{"2:Good, really", "3:", "4:Well; fine, too"},
		},
		{
			"apostrophes", "'id','comment'\n'1','a, b'\n'2','it''s'\n", "UTF-8, commas, quoted with ', one header row", "id|comment",
			[]string{"2:1|a, b", "3:2|it's"},
		},
		{
			"apostrophes around answers alone", "id,comment\n1,'a, b'\n2,'it''s, well'\n3,'no, thanks'\n", "UTF-8, commas, quoted with ', one header row", "id|comment",
			[]string{"2:1|a, b", "3:2|it's, well", "4:3|no, thanks"},
		},
		{
			"answers that begin with an apostrophe", "id,comment\n1,'twas good\n2,well\n3,'tis so\n", "UTF-8, commas, one header row", "id|comment",
			[]string{"2:1|'twas good", "3:2|well", "4:3|'tis so"},
		},
		{
			"marks that quote nothing", "id\tcomment\n1\t\"open the floor\n2\t\"so\n3\tfine\n", "UTF-8, tabs, no quotation marks, one header row", "id|comment",
			[]string{"2:1|\"open the floor", "3:2|\"so", "4:3|fine"},
		},
		{"Excel's hint", "sep=;\nid;comment\n1;a\n", "UTF-8, semicolons, one header row", "id|comment", []string{"2:1|a"}},
		{
			"stray marks in cells", "id,comment\n1,\"she said \"yes\" to it\"\n2,6\" tall\n", "UTF-8, commas, one header row", "id|comment",
			[]string{"2:1|she said \"yes\" to it", "3:2|6\" tall"},
		},
		{
			"headers twice, empty and with lines", "Comment,,comment,\"two\nlines\"\na,b,c,d\n", "UTF-8, commas, one header row",
			"Comment|Column 2|comment (2)|two lines",
			[]string{"2:a|b|c|d"},
		},
		{"delimiters at the end", "id,comment\n1,a,,\n", "UTF-8, commas, one header row", "id|comment", []string{"2:1|a"}},
		{"blank lines", "\nid,comment\n\n1,a\n,\n2,b\n\n", "UTF-8, commas, one header row", "id|comment", []string{"4:1|a", "6:2|b"}},
		{"header only", "id,comment\n", "UTF-8, commas, one header row", "id|comment", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			table, err := open(t, "survey.csv", test.in, tabular.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := table.Form.String(); got != test.form {
				t.Errorf("form: %s; want %s", got, test.form)
			}
			if got := headers(table); got != test.header {
				t.Errorf("header: %s; want %s", got, test.header)
			}
			rows, skipped, err := all(t, table)
			if err != nil || len(skipped) > 0 {
				t.Errorf("skipped %q, error %v", skipped, err)
			}
			if fmt.Sprintf("%q", rows) != fmt.Sprintf("%q", test.rows) {
				t.Errorf("rows: %q; want %q", rows, test.rows)
			}
		})
	}
}

func TestCorrectionsReplaceWhatWasRecognised(t *testing.T) {
	for _, test := range []struct {
		name, in string
		o        tabular.Options
		header   string
		rows     []string
	}{
		{"encoding", "id,comment\n1,\x8El\x8Fve\n", tabular.Options{Encoding: "macintosh"}, "id|comment", []string{"2:1|élève"}},
		{"delimiter", "a;b,c\n1;2,3\n", tabular.Options{Delimiter: ';'}, "a|b,c", []string{"2:1|2,3"}},
		{"odd delimiter", "a~b\n1~2\n", tabular.Options{Delimiter: '~'}, "a|b", []string{"2:1|2"}},
		{"no quotes", "a,b\n\"1,\"2\n", tabular.Options{Quote: tabular.NoQuote}, "a|b", []string{`2:"1|"2`}},
		{"no header", "1,2\n3,4\n", tabular.Options{HeaderRows: tabular.NoHeader}, "Column 1|Column 2", []string{"1:1|2", "2:3|4"}},
		{"two header rows", "Group,,Other\nfirst,second,\n1,2,3\n", tabular.Options{HeaderRows: 2}, "Group first|Group second|Other", []string{"3:1|2|3"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			table, err := open(t, "survey.csv", test.in, test.o)
			if err != nil {
				t.Fatal(err)
			}
			if got := headers(table); got != test.header {
				t.Errorf("header: %s; want %s", got, test.header)
			}
			if rows, _, err := all(t, table); err != nil || fmt.Sprintf("%q", rows) != fmt.Sprintf("%q", test.rows) {
				t.Errorf("rows: %q, %v; want %q", rows, err, test.rows)
			}
		})
	}
}

func TestFilesThatAreNoTableAreRefusedWithTheReason(t *testing.T) {
	for _, test := range []struct {
		name, in string
		o        tabular.Options
		want     string
	}{
		{"empty", "", tabular.Options{}, "read f.csv: there is no table in it: the file is empty"},
		{"white space", " \n \n", tabular.Options{}, "only white space"},
		{"unknown encoding", "id,comment\n1,\x8El\x8Fve\n", tabular.Options{}, "the encoding can't be recognised"},
		{"misspelt encoding", "id,comment\n", tabular.Options{Encoding: "utf-9"}, `unknown encoding "utf-9"`},
		{"NUL in the header", "id,com\x00ment\n", tabular.Options{}, "read f.csv: row 1, column 2: line 1, byte 7: a NUL byte"},
		{"old workbook", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 Workbook", tabular.Options{}, "Excel 2003"},
		{"protected workbook", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 " + string([]byte{'E', 0, 'n', 0, 'c', 0, 'r', 0, 'y', 0, 'p', 0, 't', 0, 'e', 0, 'd', 0, 'P', 0, 'a', 0, 'c', 0, 'k', 0, 'a', 0, 'g', 0, 'e', 0}), tabular.Options{}, "protected by a password"},
		{"PDF", "%PDF-1.7 ...", tabular.Options{}, "neither a text file nor"},
		{"picture", "\x89PNG\r\n\x1a\n", tabular.Options{}, "neither a text file nor"},
		{"project", "SQLite format 3\x00", tabular.Options{}, "neither a text file nor"},
		{"damaged workbook", "PK\x03\x04 and no more", tabular.Options{}, "the workbook is damaged"},
		{"impossible delimiter", "a,b\n", tabular.Options{Delimiter: '"'}, "cells can't be divided by"},
		{"impossible quote", "a,b\n", tabular.Options{Quote: 'x'}, "cells can't be quoted with"},
		{"too many header rows", "a,b\n1,2\n", tabular.Options{HeaderRows: 3}, "fewer than the 3 header rows"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := open(t, "f.csv", test.in, test.o)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("got %v; want an error with %q", err, test.want)
			}
		})
	}
	if _, err := tabular.OpenFile(t.Context(), t.TempDir()+"/none.csv", tabular.Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no such file: got %v", err)
	}
}

func TestFaultsInRowsAreSaidWithTheirPlace(t *testing.T) {
	const head = "id,comment,year\n"
	for _, test := range []struct {
		name, in string
		o        tabular.Options
		rows     int
		want     string
	}{
		{"NUL", head + "1,a,1\n2,\"b\nc\x00\",2\n", tabular.Options{}, 1, `f.csv: row 3, column 2 ("comment"): line 4, byte 29: a NUL byte`},
		{"bad UTF-8", head + "1,schön,ä\n2,é,\xFF\n", tabular.Options{Encoding: document.UTF8}, 1, `f.csv: row 3, column 3 ("year"): line 3, byte`},
		{"mark never closed", head + "1,a,1\n2,\"b,2\n3,c,3\n", tabular.Options{Quote: '"'}, 1, `f.csv: row 3, column 2 ("comment"): the quotation mark opened on line 3 is never closed`},
		{"long cell", head + "1,a,1\n2," + strings.Repeat("x", 1000) + ",2\n", tabular.Options{CellLimit: 999}, 1, `f.csv: row 3, column 2 ("comment"): the cell holds more than 999 bytes`},
		{"10 MB in a cell", head + "1," + strings.Repeat("x", 10<<20) + ",2\n", tabular.Options{}, 0, `f.csv: row 2, column 2 ("comment"): the cell holds more than 8 MB`},
		{"10 MB behind an open mark", head + "1,\"" + strings.Repeat("x,1\ny", 2<<20) + ",2\n", tabular.Options{Quote: '"'}, 0, `a quotation mark opened on line 2 may lack its end`},
		{"endless line", head + "1,a,1\n" + strings.Repeat("x,", 100_000) + "\n", tabular.Options{CellLimit: 20_000}, 1, `f.csv: row 3, column 1 ("id"): line 3 is longer than 80000 bytes`},
	} {
		t.Run(test.name, func(t *testing.T) {
			table, err := open(t, "f.csv", test.in, test.o)
			if err != nil {
				t.Fatal(err)
			}
			rows, _, err := all(t, table)
			if err == nil || !strings.Contains(err.Error(), test.want) || len(rows) != test.rows {
				t.Fatalf("%d rows, then %v; want %d rows and %q", len(rows), err, test.rows, test.want)
			}
		})
	}
}

func TestUnequalRowsAreLeftOutAndTheRestComes(t *testing.T) {
	table, err := open(t, "f.csv", "id,comment\n1,a\n2\n3,c,d\n4,\"e\nf\"\n5,g,h\n6,i\n", tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows, skipped, err := all(t, table)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(rows), "[2:1|a 5:4|e\nf 7:6|i]"; got != want {
		t.Errorf("rows %s; want %s", got, want)
	}
	want := []string{
		"f.csv: row 3: 1 cell, but the header has 2 columns",
		"f.csv: row 4: 3 cells, but the header has 2 columns",
		"f.csv: row 6 (line 7): 3 cells, but the header has 2 columns",
	}
	if fmt.Sprintf("%q", skipped) != fmt.Sprintf("%q", want) {
		t.Errorf("skipped %q; want %q", skipped, want)
	}
}

func TestRowsCanBeReadTwiceAndStopped(t *testing.T) {
	table, err := open(t, "f.csv", "id,comment\n1,a\n2,b\n", tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	sample, _, err := table.Sample(t.Context(), 1)
	if err != nil || len(sample) != 1 || sample[0].Cells[1] != "a" {
		t.Fatalf("sample %v, %v", sample, err)
	}
	if rows, _, err := all(t, table); err != nil || len(rows) != 2 {
		t.Fatalf("rows %q, %v", rows, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range table.Rows(ctx) {
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("got %v; want context.Canceled", err)
		}
	}
}

func TestAnyCellsSurviveQuoting(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		delimiter := rapid.SampledFrom([]string{",", ";", "\t", "|"}).Draw(rt, "delimiter")
		width := rapid.IntRange(2, 5).Draw(rt, "width")
		cell := rapid.StringMatching(`[a-z,;|\t"'é\n ]{0,12}`)
		var b bytes.Buffer
		var want []string
		write := func(cells []string) {
			for i, c := range cells {
				if i > 0 {
					b.WriteString(delimiter)
				}
				fmt.Fprintf(&b, `"%s"`, strings.ReplaceAll(c, `"`, `""`))
			}
			b.WriteByte('\n')
		}
		var head []string
		for i := range width {
			head = append(head, fmt.Sprintf("h%d", i))
		}
		write(head)
		for n := range rapid.IntRange(0, 6).Draw(rt, "rows") {
			cells := rapid.SliceOfN(cell, width, width).Draw(rt, "cells")
			cells[0] = "x" + cells[0] // so that no row is blank
			write(cells)
			want = append(want, fmt.Sprintf("%d:%s", n+2, strings.Join(cells, "|")))
		}
		table, err := open(t, "f.csv", b.String(), tabular.Options{})
		if err != nil {
			rt.Fatalf("%v: %q", err, b.String())
		}
		rows, skipped, err := all(t, table)
		if err != nil || len(skipped) > 0 || fmt.Sprintf("%q", rows) != fmt.Sprintf("%q", want) {
			rt.Fatalf("%q came back as %q, %q, %v; want %q", b.String(), rows, skipped, err, want)
		}
	})
}

func FuzzTextTable(f *testing.F) {
	f.Add([]byte("id,comment\n1,\"a\nb\"\n"), ",", `"`)
	f.Add([]byte("sep=;\na;b\n\"1;2"), "", "")
	f.Add([]byte("a\tb\x00\xFF"), "\t", "'")
	f.Fuzz(func(t *testing.T, b []byte, delimiter, quote string) {
		first := func(s string) rune {
			for _, r := range s {
				return r
			}
			return 0
		}
		table, err := open(t, "f.csv", string(b), tabular.Options{Delimiter: first(delimiter), Quote: first(quote), CellLimit: 1000})
		if err != nil {
			return
		}
		last := 0
		for row, err := range table.Rows(t.Context()) {
			if err == nil && (len(row.Cells) != len(table.Columns) || row.Number <= last) {
				t.Fatalf("row %d behind %d has %d cells of %d", row.Number, last, len(row.Cells), len(table.Columns))
			}
			last = row.Number
		}
	})
}

func BenchmarkRows(b *testing.B) {
	var text bytes.Buffer
	text.WriteString("respondent,cohort,session,comment\n")
	for i := range 100_000 {
		fmt.Fprintf(&text, "R%07d,Y%d,S%02d,\"A sentence about the group, number %d. And a second one, to make it long enough.\"\n", i, i%5, i%40, i)
	}
	fsys := fstest.MapFS{"f.csv": {Data: text.Bytes()}}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		table, err := tabular.Open(b.Context(), fsys, "f.csv", tabular.Options{})
		if err != nil {
			b.Fatal(err)
		}
		readAll(b, table, 100_000)
	}
}
