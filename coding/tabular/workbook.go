package tabular

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"concord/coding"
	"concord/coding/progress"
)

// What a workbook may unpack to. Real ones shrink to a tenth, sheets of equal
// cells to a fiftieth.
const (
	workbookLimit = 512 << 20 // bytes of the file
	unpackLimit   = 4 << 30   // bytes of all that is in it
	ratioLimit    = 200
	ratioFrom     = 10 << 20 // smaller parts may shrink as they like
)

// workbook is a table in a sheet of an .xlsx file.
type workbook struct {
	file  *excelize.File
	sheet string
	limit int
	first time.Time // of the days that it counts
}

func openWorkbook(fsys fs.FS, name string, o Options, limit int, form *Form) (*workbook, error) {
	packed, err := readWhole(fsys, name)
	if err != nil {
		return nil, err
	}
	if err := checkArchive(packed); err != nil {
		return nil, err
	}
	file, err := excelize.OpenReader(bytes.NewReader(packed), excelize.Options{UnzipSizeLimit: unpackLimit})
	if err != nil {
		return nil, coding.Unfit("the workbook can't be read: %w", err)
	}
	w := &workbook{file: file, limit: limit}
	if w.first, err = exchangeFormats(file); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	form.Sheets = file.GetSheetList()
	if w.sheet, err = w.choose(o.Sheet, form.Sheets); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	form.Sheet = w.sheet
	return w, nil
}

func readWhole(fsys fs.FS, name string) (b []byte, err error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	b, err = io.ReadAll(io.LimitReader(f, workbookLimit+1))
	if err == nil && len(b) > workbookLimit {
		return nil, coding.Unfit("the workbook is larger than %s; export the survey as CSV", bytesInWords(workbookLimit))
	}
	return b, err
}

// checkArchive refuses a workbook that would unpack to more than any survey does,
// by what its directory says; unpacking stops where that turns out to be a lie.
func checkArchive(packed []byte) error {
	archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return coding.Unfit("the workbook is damaged: %w", err)
	}
	var total uint64
	sheets := false
	for _, part := range archive.File {
		size := part.UncompressedSize64
		if size > ratioFrom && size/ratioLimit > part.CompressedSize64 {
			return coding.Unfit("the workbook's part %s would unpack to %d MB from %d KB, which no survey does; it is not read",
				part.Name, size>>20, part.CompressedSize64>>10)
		}
		if total += size; total > unpackLimit {
			return coding.Unfit("the workbook would unpack to more than %s; it is not read", bytesInWords(unpackLimit))
		}
		sheets = sheets || strings.HasPrefix(part.Name, "xl/")
	}
	if !sheets {
		return kindArchive.refusal()
	}
	return nil
}

// choose finds the sheet that was asked for, or the first with a row under its
// header; a single line is a title page, read where nothing else is there.
func (w *workbook) choose(wanted string, sheets []string) (string, error) {
	for _, s := range sheets {
		if wanted != "" && strings.EqualFold(s, wanted) {
			return s, nil
		}
	}
	if wanted != "" {
		return "", coding.Unfit("there is no sheet %q; the sheets are %s", wanted, quotedList(sheets))
	}
	title := ""
	for _, s := range sheets {
		n, err := w.beginning(s, 2)
		switch {
		case err != nil:
			return "", fmt.Errorf("sheet %q: %w", s, err)
		case n > 1:
			return s, nil
		case n == 1 && title == "":
			title = s
		}
	}
	if title == "" {
		return "", coding.Unfit("%w: every sheet of the workbook is empty", ErrEmpty)
	}
	return title, nil
}

// beginning counts the rows of a sheet with anything in them, up to enough.
func (w *workbook) beginning(sheet string, enough int) (n int, err error) {
	rows, err := w.file.Rows(sheet)
	if err != nil {
		return 0, nil // a chart, not a sheet
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for n < enough && rows.Next() {
		cells, err := rows.Columns()
		if err != nil {
			return n, err
		}
		if !blank(cells) {
			n++
		}
	}
	return n, nil
}

func quotedList(names []string) string {
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = fmt.Sprintf("%q", n)
	}
	return strings.Join(quoted, ", ")
}

func (w *workbook) each(ctx context.Context) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		rows, err := w.file.Rows(w.sheet)
		if err != nil {
			yield(Row{}, fmt.Errorf("sheet %q: %w", w.sheet, err))
			return
		}
		number, counter := 0, progress.From(ctx)
		for rows.Next() {
			number++
			counter.Add(1)
			cells, err := rows.Columns()
			switch {
			case ctx.Err() != nil:
				err = ctx.Err()
			case err != nil:
				err = &RowError{Row: number, Why: err.Error(), Err: err}
			default:
				err = w.clean(cells, number)
			}
			if !yield(Row{Number: number, Cells: cells}, err) || err != nil {
				_ = rows.Close() // read only, and an error was given or nobody listens any more
				return
			}
		}
		if err := rows.Close(); err != nil {
			yield(Row{}, fmt.Errorf("sheet %q, behind row %d: %w", w.sheet, number, err))
		}
	}
}

// size is how many rows the sheet says that it has.
func (w *workbook) size() (n int, unit string) {
	dimension, err := w.file.GetSheetDimension(w.sheet)
	if err != nil {
		return 0, "" // whoever reads the sheet is told
	}
	_, last, found := strings.Cut(dimension, ":")
	if !found {
		return 0, ""
	}
	if _, row, err := excelize.CellNameToCoordinates(last); err == nil {
		n = row
	}
	return n, ""
}

// clean ends lines as everywhere in Concord, writes dates as everywhere, and
// refuses what is no answer.
func (w *workbook) clean(cells []string, row int) error {
	for i, c := range cells {
		if len(c) > w.limit {
			return &RowError{Row: row, Column: i + 1, Why: tooLongError(w.limit).Error()}
		}
		switch {
		case strings.HasPrefix(c, timeMark), strings.HasPrefix(c, "-"+timeMark):
			cells[i] = w.iso(c)
		case strings.ContainsRune(c, '\r'):
			cells[i] = strings.ReplaceAll(strings.ReplaceAll(c, "\r\n", "\n"), "\r", "\n")
		}
	}
	return nil
}

// close lets go of the workbook and of the temporary files that large sheets unpack to.
func (w *workbook) close() error { return w.file.Close() }
