package report_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"concord/coding"
	"concord/coding/report"
)

var update = flag.Bool("update", false, "write the golden files anew")

func documents() map[string]report.Document {
	return map[string]report.Document{"book": book(), "study": study(), "excerpts": excerpts()}
}

func write(t testing.TB, f report.Format, d report.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := report.Write(t.Context(), &out, f, d); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// unzip gives the parts of an Office file by name.
func unzip(t testing.TB, file []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range archive.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
	}
	return parts
}

func TestDocumentsAreWrittenAsTheyAlwaysWere(t *testing.T) {
	for name, d := range documents() {
		for _, f := range report.Formats() {
			golden := name + string(f)
			if f == report.XLSX || golden == "study.csv" {
				continue // read back below; refused below
			}
			t.Run(golden, func(t *testing.T) {
				got := write(t, f, d)
				if f == report.DOCX {
					golden = name + ".document.xml"
					got = []byte(unzip(t, got)["word/document.xml"])
				}
				path := filepath.Join("testdata", golden)
				if *update {
					if err := os.WriteFile(path, got, 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(got, want) {
					t.Errorf("differs from %s (-update writes it anew):\n%s", path, got)
				}
			})
		}
	}
}

func TestTheSameProjectGivesTheSameBytes(t *testing.T) {
	for _, f := range report.Formats() {
		var first []byte
		for range 2 {
			s := newSurvey(t)
			s.codeAll(t)
			b, err := report.ReadBook(t.Context(), s.as("Maria"), day, report.Selection{})
			if err != nil {
				t.Fatal(err)
			}
			again := write(t, f, b)
			if first != nil && !bytes.Equal(first, again) {
				t.Errorf("%s: the bytes differ", f)
			}
			first = again
		}
	}
}

func TestEveryPartOfADOCXIsWholeAndDeclared(t *testing.T) {
	for name, d := range documents() {
		parts := unzip(t, write(t, report.DOCX, d))
		for part, text := range parts {
			in := xml.NewDecoder(strings.NewReader(text))
			for {
				if _, err := in.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Fatalf("%s: %s isn't well-formed: %v", name, part, err)
				}
			}
			declared := strings.HasSuffix(part, ".rels") || part == "[Content_Types].xml" ||
				strings.Contains(parts["[Content_Types].xml"], `PartName="/`+part+`"`)
			if !declared {
				t.Errorf("%s: %s isn't declared", name, part)
			}
		}
		for _, style := range []string{"Title", "Subtitle", "Heading1", "Heading2", "Caption", "Note", "Quote", "TableText", "TableHead", "TableNote", "ReportTable", "Footer"} {
			if !strings.Contains(parts["word/styles.xml"], `w:styleId="`+style+`"`) {
				t.Errorf("style %s is missing", style)
			}
		}
	}
}

func TestAWorkbookHasFiguresHeadersAndFilters(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(write(t, report.XLSX, excerpts())))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Excerpts")
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 3 || rows[0][4] != "text" || rows[1][4] != "I had been angry,\n\nthen ashamed" || rows[2][4] != "-2+3 \"quoted\", 🙂" {
		t.Errorf("rows %q", rows)
	}
	if kind, err := f.GetCellType("Excerpts", "C2"); err != nil || kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString {
		t.Errorf("the start is of type %v, want a number (%v)", kind, err)
	}
	if formula, err := f.GetCellFormula("Excerpts", "E3"); err != nil || formula != "" {
		t.Errorf("the text became the formula %q (%v)", formula, err)
	}
	panes, err := f.GetPanes("Excerpts")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v, %v; want the first row frozen", panes, err)
	}
	sheet := unzip(t, write(t, report.XLSX, excerpts()))["xl/worksheets/sheet1.xml"]
	if !strings.Contains(sheet, `<autoFilter ref="A1:J3"`) && !strings.Contains(sheet, `<autoFilter ref="$A$1:$J$3"`) {
		t.Errorf("no filter in %s", sheet)
	}
}

func TestAReportHasASheetForEveryTable(t *testing.T) {
	s := study()
	s.Themes = append(s.Themes, s.Themes[0])
	f, err := excelize.OpenReader(bytes.NewReader(write(t, report.XLSX, s)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got, want := strings.Join(f.GetSheetList(), ", "), "Themes by Cohort, Themes by Cohort 2, Together, Statements, Agreement, Codebook, Methods"; got != want {
		t.Errorf("sheets %s, want %s", got, want)
	}
	if v, err := f.GetCellValue("Agreement", "B2"); err != nil || v != "0.69" {
		t.Errorf("α is %q, %v; want the number 0.69", v, err)
	}
}

func TestATextTooLongForACellIsCutAndSaysSo(t *testing.T) {
	long := excerpts()
	long.Rows[0].Text = strings.Repeat("🙂", 20000)
	f, err := excelize.OpenReader(bytes.NewReader(write(t, report.XLSX, long)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, err := f.GetCellValue("Excerpts", "E2")
	if err != nil || !strings.HasSuffix(got, "🙂 […] (cut: a cell holds no more)") || strings.Contains(got, "\ufffd") {
		t.Errorf("ends with %q, %v", got[max(0, len(got)-60):], err)
	}
}

func TestAFormatIsChosenByTheFilesName(t *testing.T) {
	for path, want := range map[string]report.Format{
		"a.docx": report.DOCX, "A.HTML": report.HTML, "a.htm": report.HTML, "a.markdown": report.Markdown, "b/c.d.xlsx": report.XLSX, "a.csv": report.CSV,
	} {
		if got, err := report.FormatOf(path); err != nil || got != want {
			t.Errorf("%s: got %s, %v", path, got, err)
		}
	}
	for _, path := range []string{"a.pdf", "a", "docx"} {
		if _, err := report.FormatOf(path); !errors.Is(err, coding.ErrInvalid) || !strings.Contains(err.Error(), ".docx") {
			t.Errorf("%s: got %v, want ErrInvalid with the endings", path, err)
		}
	}
}

func TestAReportOfManyTablesIsNoCSV(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := report.Export(t.Context(), path, study()); !errors.Is(err, coding.ErrInvalid) || !strings.Contains(err.Error(), ".xlsx") {
		t.Errorf("got %v, want ErrInvalid that offers .xlsx", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file was left: %v", err)
	}
}

func TestAFileIsReplacedWholeOrNotAtAll(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.md")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	full := errors.New("disk full")
	err := report.Save(path, func(w io.Writer) error {
		if _, err := io.WriteString(w, "half"); err != nil {
			return err
		}
		return full
	})
	if text, _ := os.ReadFile(path); !errors.Is(err, full) || string(text) != "old" {
		t.Errorf("got %v and %q, want the old file", err, text)
	}
	if err := report.Export(t.Context(), path, book()); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 || info.Size() < 100 {
		t.Errorf("got %v, %v; want the new file with the old one's mode", info.Mode(), err)
	}
	if files, _ := os.ReadDir(folder); len(files) != 1 {
		t.Errorf("temporary files were left: %v", files)
	}
	if err := report.Save(filepath.Join(folder, "no", "a.md"), func(io.Writer) error { return nil }); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v, want ErrNotExist", err)
	}
}

func TestWritingStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, f := range report.Formats() {
		if err := report.Write(ctx, io.Discard, f, book()); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: got %v, want Canceled", f, err)
		}
	}
}

func TestAnEmptyProjectGivesADocumentInEveryFormat(t *testing.T) {
	for _, d := range []report.Document{&report.Book{}, &report.Excerpts{}, &report.Study{}} {
		for _, f := range report.Formats() {
			if _, ok := d.(*report.Study); ok && (f == report.CSV || f == report.XLSX) {
				continue
			}
			write(t, f, d)
		}
	}
}
