package library

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
)

// textTable is the table of the sources, with its filters.
type textTable struct {
	screen *Screen
	view   View
	arranged

	shown   []coding.AttributeID
	columns []Column

	object    fyne.CanvasObject
	table     *ui.DataTable
	filters   []fyne.CanvasObject
	which     *ui.Pill
	attribute *ui.Pill
	value     *ui.Pill
}

// keptColumns is where the chosen attributes are remembered.
const keptColumns = "library.columns"

func newTextTable(s *Screen) *textTable {
	t := &textTable{screen: s}
	t.table = ui.NewDataTable(nil, func() int { return len(t.texts) }, t.cell)
	t.table.OnActivate = t.open
	t.table.OnSort = t.sort
	t.table.OnRune = func(r rune) { s.Rune(r) }
	t.which = ui.NewMenuPill("", t.whichOptions)
	t.attribute = ui.NewMenuPill("", t.attributeOptions)
	t.value = ui.NewMenuPill("", t.valueOptions)
	t.filters = []fyne.CanvasObject{t.which, t.attribute, t.value, ui.NewMenuPill(lang.L("Columns"), t.columnOptions)}
	t.object = ui.NewTightCard(t.table)
	return t
}

// loaded takes over what was read, with the columns that were chosen last.
func (t *textTable) loaded() {
	study := t.screen.study
	t.shown = study.UsualColumns()
	if kept := t.screen.shell.Recall(keptColumns); kept != "" {
		t.shown = nil
		for id := range strings.FieldsSeq(kept) {
			t.shown = append(t.shown, coding.AttributeID(id))
		}
	}
	if _, ok := study.Attribute(t.view.Attribute); !ok {
		t.view.Attribute, t.view.Value = "", ""
	}
	t.head()
}

// head heads the columns.
func (t *textTable) head() {
	study := t.screen.study
	var heads []ui.Column
	t.columns = nil
	if !study.Answers() { // an answer is told by its respondent and question
		t.columns = append(t.columns, Column{Kind: OfName})
		heads = append(heads, ui.Column{Title: lang.L("Name"), Width: 90, Share: 3, Sortable: true})
	}
	if study.Documents > 0 { // otherwise everything is a comment
		t.columns = append(t.columns, Column{Kind: OfKind})
		heads = append(heads, ui.Column{Title: lang.L("Kind"), Width: 70, Sortable: true})
	}
	t.columns = append(t.columns, Column{Kind: OfCase}, Column{Kind: OfQuestion})
	heads = append(heads, ui.Column{Title: lang.L("Respondent"), Width: 80, Share: 1, Sortable: true},
		ui.Column{Title: lang.L("Question"), Width: 90, Share: 3, Sortable: true})
	for _, a := range study.Attributes {
		if slices.Contains(t.shown, a.ID) {
			t.columns = append(t.columns, Column{OfAttribute, a.ID})
			heads = append(heads, ui.Column{Title: a.Name, Width: 66, Share: 1, Sortable: true})
		}
	}
	t.columns = append(t.columns, Column{Kind: OfWords}, Column{Kind: OfCodings})
	heads = append(heads, ui.Column{Title: lang.L("Words"), Width: 54, Right: true, Sortable: true},
		ui.Column{Title: lang.L("Codings by me"), Width: 64, Right: true, Sortable: true})
	if round, ok := study.CurrentRound(); ok {
		t.columns = append(t.columns, Column{Kind: OfState})
		heads = append(heads, ui.Column{Title: round.Name, Width: 64, Sortable: true})
	}
	t.table.SetColumns(heads)
	if t.view.Sorted {
		t.table.SetSort(slices.Index(t.columns, t.view.By), t.view.Down)
	}
}

// refresh shows the rows.
func (t *textTable) refresh() { t.table.Refresh() }

// showFilters shows what the rows are filtered by.
func (t *textTable) showFilters() {
	study := t.screen.study
	t.which.SetText(whichWord(t.view.Which, study) + " ▾")
	t.which.SetChosen(t.view.Which != Every)
	a, filtered := study.Attribute(t.view.Attribute)
	t.attribute.SetText(lang.L("Any attribute") + " ▾")
	setShown(t.value, filtered)
	if filtered {
		t.attribute.SetText(short(a.Name) + " ▾")
		t.value.SetText(valueWord(t.view.Value) + " ▾")
	}
	t.attribute.SetChosen(filtered)
	t.value.SetChosen(filtered)
}

func (t *textTable) cell(row, column int) ui.Cell {
	if row >= len(t.texts) || column >= len(t.columns) {
		return ui.Cell{}
	}
	r := t.of.Rows[t.texts[row]]
	switch c := t.columns[column]; c.Kind {
	case OfKind:
		return ui.Cell{Text: kindWord(r.Kind), Muted: true}
	case OfCase:
		return ui.Cell{Text: r.Case, Bold: column == 0}
	case OfQuestion:
		return ui.Cell{Text: r.Question, Muted: true}
	case OfAttribute:
		return ui.Cell{Text: r.Value(c.Attribute)}
	case OfWords:
		return ui.Cell{Text: ui.Count(r.Words)}
	case OfCodings:
		if r.Codings == 0 {
			return ui.Cell{Text: "–", Muted: true}
		}
		return ui.Cell{Text: ui.Count(r.Codings), Bold: true}
	case OfState:
		return t.state(r)
	}
	return ui.Cell{Text: r.Name, Bold: true}
}

// state is how far the row is in the current round; nothing where it isn't in it.
func (t *textTable) state(r Row) ui.Cell {
	round, _ := t.of.CurrentRound()
	switch {
	case !r.State.Assigned:
		return ui.Cell{}
	case t.of.finished(&r):
		return ui.Cell{Text: lang.L("done"), Chip: true, Tone: ui.ToneGood}
	case r.State.Done > 0:
		return ui.Cell{Text: lang.L("{{.Done}} of {{.All}}", map[string]any{"Done": r.State.Done, "All": len(round.Coders)}), Muted: true}
	}
	return ui.Cell{Text: "–", Muted: true}
}

// sort is told which title was tapped.
func (t *textTable) sort(column int, down bool) {
	t.view.By, t.view.Down, t.view.Sorted = t.columns[column], down, true
	t.table.SetSort(column, down)
	t.table.ScrollToTop()
	t.screen.arrange()
}

// open opens a row in Read & code.
func (t *textTable) open(row int) {
	if row >= 0 && row < len(t.texts) {
		t.screen.shell.ShowSource(t.of.Rows[t.texts[row]].ID, coding.Span{})
	}
}

// choose changes the view.
func (t *textTable) choose(change func(*View)) func() {
	return func() {
		change(&t.view)
		t.table.ScrollToTop()
		t.screen.arrange()
	}
}

func (t *textTable) whichOptions() []ui.Option {
	all := []Which{Every, Coded, Uncoded}
	if _, ok := t.screen.study.CurrentRound(); ok {
		all = append(all, Done, NotDone)
	}
	var options []ui.Option
	for _, w := range all {
		options = append(options, ui.Option{Text: whichWord(w, t.screen.study), Chosen: t.view.Which == w, OnChosen: t.choose(func(v *View) { v.Which = w })})
	}
	return options
}

func (t *textTable) attributeOptions() []ui.Option {
	study := t.screen.study
	options := []ui.Option{{Text: lang.L("Any attribute"), Chosen: t.view.Attribute == "", OnChosen: t.choose(func(v *View) { v.Attribute, v.Value = "", "" })}}
	for _, a := range study.Attributes {
		options = append(options, ui.Option{Text: short(a.Name), Chosen: t.view.Attribute == a.ID, OnChosen: t.choose(func(v *View) {
			v.Attribute, v.Value = a.ID, ""
			if values := study.ValuesOf(a); len(values) > 0 {
				v.Value = values[0].Value
			}
		})})
	}
	return options
}

func (t *textTable) valueOptions() []ui.Option {
	a, ok := t.screen.study.Attribute(t.view.Attribute)
	if !ok {
		return nil
	}
	var options []ui.Option
	for _, v := range t.screen.study.ValuesOf(a) {
		const most = 200 // a longer menu can't be read; the filter's field finds the rest
		if len(options) == most {
			break
		}
		options = append(options, ui.Option{
			Text:   fmt.Sprintf("%s (%s)", valueWord(v.Value), ui.Count(v.Rows)),
			Chosen: v.Value == t.view.Value, OnChosen: t.choose(func(view *View) { view.Value = v.Value }),
		})
	}
	return options
}

// columnOptions are the attributes, ticked where they have a column.
func (t *textTable) columnOptions() []ui.Option {
	var options []ui.Option
	for _, a := range t.screen.study.Attributes {
		at := slices.Index(t.shown, a.ID)
		options = append(options, ui.Option{Text: short(a.Name), Chosen: at >= 0, OnChosen: func() {
			if at >= 0 {
				t.shown = slices.Delete(t.shown, at, at+1)
			} else {
				t.shown = append(t.shown, a.ID)
			}
			var ids []string
			for _, id := range t.shown {
				ids = append(ids, string(id))
			}
			if ids == nil {
				ids = []string{"none"} // chosen as well
			}
			t.screen.shell.Remember(keptColumns, strings.Join(ids, " "))
			t.head()
			t.refresh()
		}})
	}
	return options
}
