package paper

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// longestCell is how many UTF-16 units of text a cell can hold in Excel.
const longestCell = 32767

// cutMark stands at the end of a text that is too long for a cell.
const cutMark = " […] (cut: a cell holds no more)"

// WriteXLSX writes sheets as one workbook. The header row stays in sight, can
// be filtered by, and texts wrap. Text longer than a cell can hold is cut,
// which is said at its end.
func WriteXLSX(ctx context.Context, w io.Writer, title string, date time.Time, sheets ...Sheet) error {
	f := excelize.NewFile()
	defer f.Close()
	if err := fillWorkbook(ctx, f, sheets); err != nil {
		return fmt.Errorf("write a workbook: %w", err)
	}
	// Without dates excelize gives the file some of its own.
	made := date.UTC().Format(time.RFC3339)
	properties := &excelize.DocProperties{Title: title, Creator: "Concord", LastModifiedBy: "Concord", Created: made, Modified: made}
	if err := errors.Join(f.SetDocProps(properties), ctx.Err()); err != nil {
		return fmt.Errorf("write a workbook: %w", err)
	}
	return f.Write(w)
}

func fillWorkbook(ctx context.Context, f *excelize.File, sheets []Sheet) error {
	head, err := f.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Bold: true, Family: "Calibri", Size: 11},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E4EDF6"}},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
		Border:    []excelize.Border{{Type: "bottom", Style: 1, Color: "28598C"}},
	})
	if err != nil {
		return err
	}
	body, err := f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	if err != nil {
		return err
	}
	for i, s := range sheets {
		name := sheetName(s.Name)
		if i == 0 {
			err = f.SetSheetName("Sheet1", name)
		} else {
			_, err = f.NewSheet(name)
		}
		if err != nil {
			return err
		}
		if err := fillSheet(ctx, f, name, s, head, body); err != nil {
			return fmt.Errorf("sheet %s: %w", name, err)
		}
	}
	return nil
}

func fillSheet(ctx context.Context, f *excelize.File, name string, s Sheet, head, body int) error {
	last, err := excelize.CoordinatesToCellName(max(1, len(s.Columns)), len(s.Rows)+1)
	if err != nil {
		return err
	}
	if err := f.AutoFilter(name, "A1:"+last, nil); err != nil {
		return err
	}
	if err := fitPage(f, name); err != nil {
		return err
	}
	to, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i, c := range slices.Backward(s.Columns) { // excelize writes the last one first
		if err := to.SetColWidth(i+1, i+1, c.Width); err != nil {
			return err
		}
	}
	freeze := &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if err := to.SetPanes(freeze); err != nil {
		return err
	}
	cells := make([]any, len(s.Columns))
	for i, c := range s.Columns {
		cells[i] = excelize.Cell{StyleID: head, Value: c.Head}
	}
	if err := to.SetRow("A1", cells); err != nil {
		return err
	}
	for n, row := range s.Rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		high := 1
		for i := range cells {
			value := row[i]
			if text, ok := value.(string); ok {
				value = fitCell(text)
				high = max(high, linesOf(text, s.Columns[i].Width))
			}
			cells[i] = excelize.Cell{StyleID: body, Value: value}
		}
		height := excelize.RowOpts{Height: min(lineHeight*float64(high), excelize.MaxRowHeight)}
		if err := to.SetRow(fmt.Sprintf("A%d", n+2), cells, height); err != nil {
			return err
		}
	}
	return to.Flush()
}

// lineHeight is that of a line of text, in points.
const lineHeight = 15

// linesOf is about how many lines a text takes in a column. Programs that open
// a workbook don't fit the heights of its rows to what wraps in them.
func linesOf(text string, width float64) int {
	lines := 0
	for line := range strings.SplitSeq(text, "\n") {
		lines += 1 + int(float64(len([]rune(line)))/max(1, width))
	}
	return lines
}

// fitPage prints a sheet as wide as a landscape page, with its header on each.
func fitPage(f *excelize.File, name string) error {
	landscape, a4, one, many, fit := "landscape", 9, 1, 0, true
	if err := f.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &one, FitToHeight: &many}); err != nil {
		return err
	}
	if err := f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + name + "'!$1:$1", Scope: name})
}

// fitCell cuts text down to what a cell can hold.
func fitCell(text string) string {
	if len(text) <= longestCell {
		return text
	}
	units := utf16.Encode([]rune(text))
	if len(units) <= longestCell {
		return text
	}
	cut := string(utf16.Decode(units[:longestCell-len(utf16.Encode([]rune(cutMark)))-1]))
	return strings.TrimSuffix(cut, "\ufffd") + cutMark
}

// sheetName makes a name that Excel accepts: at most 31 characters, none of []:*?/\.
func sheetName(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) {
			return '-'
		}
		return r
	}, name)
	if r := []rune(name); len(r) > 31 {
		name = string(r[:31])
	}
	return name
}
