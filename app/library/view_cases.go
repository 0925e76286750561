package library

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/progress"
)

// caseTable is the table of respondents: a row each, a column an attribute,
// edited in place.
type caseTable struct {
	screen *Screen
	view   CaseView
	arranged
	// opened is the respondent whose cell is being edited.
	opened  coding.CaseID
	object  fyne.CanvasObject
	filters []fyne.CanvasObject
	grid    *grid
}

func newCaseTable(s *Screen) *caseTable {
	t := &caseTable{screen: s, grid: newGrid()}
	t.grid.rows = func() int { return len(t.cases) }
	t.grid.columns = func() int {
		if t.of == nil {
			return FirstAttribute
		}
		return FirstAttribute + len(t.of.Attributes)
	}
	t.grid.text, t.grid.head = t.cell, t.head
	t.grid.bold = func(column int) bool { return column == 0 }
	t.grid.right = func(column int) bool {
		return column == 1 || column >= FirstAttribute && t.attribute(column).Level == coding.Numeric
	}
	t.grid.fixed = func(column int) bool { return column == 1 }
	t.grid.onOpen, t.grid.onEdit, t.grid.onSort = t.open, t.edit, t.sort
	t.grid.focus = s.focus
	t.grid.onRune = func(r rune) { s.Rune(r) }
	explain := ui.NewText(lang.L("Enter edits a cell; each change is one step that you can undo."), ui.SizeExplain, ui.ColorMuted)
	t.filters = []fyne.CanvasObject{ui.NewPill(lang.L("+ Attribute"), t.askAttribute), explain}
	card := ui.NewCard(t.grid)
	card.Inset = ui.Space2 // the card's corners are round
	t.object = card
	return t
}

// widen gives the columns their widths: as their names and first values need.
func (t *caseTable) widen() {
	const looked, most = 40, 34 // rows looked at, letters that a column has room for
	t.grid.SetColumnWidth(0, 130)
	t.grid.SetColumnWidth(1, 60)
	for i, a := range t.of.Attributes {
		letters := len([]rune(a.Name))
		for row := range min(looked, len(t.cases)) {
			letters = max(letters, min(most, len([]rune(t.cell(row, FirstAttribute+i)))))
		}
		t.grid.SetColumnWidth(FirstAttribute+i, float32(min(max(96, 7*letters+28), 270)))
	}
}

func (t *caseTable) refresh() { t.grid.Refresh() }

func (t *caseTable) attribute(column int) coding.Attribute {
	return t.of.Attributes[column-FirstAttribute]
}

func (t *caseTable) cell(row, column int) string {
	if row >= len(t.cases) {
		return ""
	}
	c := t.of.Cases[t.cases[row]]
	switch column {
	case 0:
		return c.Name
	case 1:
		return ui.Count(c.Texts)
	}
	return c.Values[t.attribute(column).ID]
}

func (t *caseTable) head(column int) string {
	name := lang.L("Respondent")
	switch {
	case column == 1:
		name = lang.L("Texts")
	case column >= FirstAttribute:
		name = t.attribute(column).Name
	}
	if t.view.Sorted && t.view.Column == column {
		if t.view.Down {
			return name + " ↓"
		}
		return name + " ↑"
	}
	return name
}

// sort sorts by a column, the other way round the second time.
func (t *caseTable) sort(column int) {
	t.view.Down = t.view.Sorted && t.view.Column == column && !t.view.Down
	t.view.Column, t.view.Sorted = column, true
	t.screen.arrange()
}

// open notes whose cell is edited: the rows may be sorted anew meanwhile.
func (t *caseTable) open(row int) { t.opened = t.of.Cases[t.cases[row]].ID }

// edit keeps what was typed into the cell that was opened.
func (t *caseTable) edit(column int, text string) {
	at := slices.IndexFunc(t.of.Cases, func(c Respondent) bool { return c.ID == t.opened })
	if at < 0 {
		return
	}
	was, session := t.of.Cases[at].Case, t.screen.shell.Session()
	var a coding.Attribute
	if column >= FirstAttribute {
		a = t.attribute(column)
	}
	task.Keep(t.screen.shell.Tasks(), lang.L("Save the cell"), func(ctx context.Context, _ *progress.Counter) (struct{}, error) {
		if column == 0 {
			return struct{}{}, Rename(ctx, session, was, text)
		}
		return struct{}{}, SetValue(ctx, session, was, a, text)
	}, func(_ struct{}, err error) {
		switch {
		case errors.Is(err, ErrUnfit) && a.Level == coding.Numeric:
			t.screen.shell.Say("%s", lang.L("{{.Name}} takes numbers; “{{.Value}}” is none.", map[string]any{"Name": a.Name, "Value": text}))
		case errors.Is(err, ErrUnfit):
			t.screen.shell.Say("%s", lang.L("{{.Name}} takes one of {{.Levels}}.", map[string]any{"Name": short(a.Name), "Levels": strings.Join(a.Levels, ", ")}))
		case err != nil:
			t.screen.shell.Fail(err, lang.L("save the cell"))
		}
	})
}

// askAttribute asks at the side for a new column.
func (t *caseTable) askAttribute() { t.screen.panel.draftAttribute() }
