package find

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/index"
)

// The columns of the table.
const (
	columnTick = iota
	columnName
	columnLeft
	columnHit
	columnRight
	columnCoded
)

func (s *Screen) lines() []Line {
	if s.found == nil {
		return nil
	}
	return s.found.Lines
}

func (s *Screen) cell(row, column int) ui.Cell {
	lines := s.lines()
	if row >= len(lines) {
		return ui.Cell{}
	}
	line := lines[row]
	switch column {
	case columnTick:
		if line.Ticked {
			return ui.Cell{Tick: ui.Ticked}
		}
		return ui.Cell{Tick: ui.Unticked}
	case columnName:
		return ui.Cell{Text: line.Name, Bold: true}
	case columnLeft, columnHit, columnRight:
		return cellOf(line, column)
	}
	if len(line.Codes) == 0 {
		return ui.Cell{}
	}
	cell := ui.Cell{Text: line.Codes[0].Name, Hex: line.Codes[0].Color, Muted: true}
	if more := len(line.Codes) - 1; more > 0 {
		cell.Text = fmt.Sprintf("%s +%d", cell.Text, more)
	}
	return cell
}

// cellOf is what stands at the place, or at one side of it: on a line that runs
// from right to left, what comes before the place stands right of it.
func cellOf(line Line, column int) ui.Cell {
	turned := turned(line)
	switch {
	case column == columnHit:
		return ui.Cell{Text: line.Hit, Bold: true, Tone: ui.ToneAccent, RightToLeft: turned}
	case (column == columnLeft) != turned:
		return ui.Cell{Text: line.Left, RightToLeft: turned}
	}
	return ui.Cell{Text: line.Right, RightToLeft: turned}
}

// turned reports whether a line runs from right to left.
func turned(line Line) bool { return ui.RightToLeft(line.Left + line.Hit + line.Right) }

// mostlyTurned reports whether most lines run from right to left.
func mostlyTurned(lines []Line) bool {
	n := 0
	for _, line := range lines {
		if turned(line) {
			n++
		}
	}
	return 2*n > len(lines)
}

// show shows what was found, or what could be asked.
func (s *Screen) show() {
	s.showHint()
	switch {
	case s.found == nil:
		s.middle.Objects = []fyne.CanvasObject{ui.NewEmptyState(lang.L("Search words, phrases and what is known"),
			lang.L("A word finds its family: understand, understands, understanding. “Quotes” find exactly."), nil)}
	case len(s.found.Lines) == 0:
		s.middle.Objects = []fyne.CanvasObject{ui.NewEmptyState(lang.L("Nothing found"),
			lang.L("Try fewer words, a beginning as in help*, or a near spelling as in wrod~."), nil)}
	default:
		s.middle.Objects = []fyne.CanvasObject{ui.NewDock(nil, s.foot(), nil, nil, ui.NewTightCard(s.table))}
	}
	s.showTicked()
	s.showSide()
	s.table.Refresh()
	s.middle.Refresh()
}

// showHint says what was found, or how to ask.
func (s *Screen) showHint() {
	if s.found == nil {
		s.hint.SetParts(ui.MutedWords(`"exact phrase"   word*   wrod~   AND OR NOT   cohort:Y3   code:"Safe space"   coder:Ana   uncoded   length:>200`))
		return
	}
	f := s.found
	took := f.Took.Round(time.Millisecond)
	if took == 0 {
		took = time.Millisecond
	}
	parts := []ui.Part{
		ui.BoldWords(lang.N("{{.N}} places", f.Places, map[string]any{"N": ui.Count(f.Places)}) + " " +
			lang.N("in {{.N}} comments", f.Sources, map[string]any{"N": ui.Count(f.Sources)})),
		ui.MutedWords(" " + lang.L("of {{.Of}}, in {{.Took}}", map[string]any{"Of": ui.Count(f.Of), "Took": strconv.FormatInt(took.Milliseconds(), 10) + " ms"})),
	}
	if f.Left > 0 {
		parts = append(parts, ui.MutedWords(" · "+lang.L("the first {{.N}} are shown", map[string]any{"N": ui.Count(MostLines)})))
	}
	for _, family := range f.Families {
		if len(family.Terms) > 1 {
			parts = append(parts, ui.MutedWords(" · "+lang.L("{{.Word}} stands for {{.Family}}", map[string]any{
				"Word": family.Word, "Family": strings.Join(family.Terms[:min(len(family.Terms), 6)], ", "),
			})))
		}
	}
	s.hint.SetParts(parts...)
}

// sort is told which title was tapped.
func (s *Screen) sort(column int, _ bool) {
	s.sortBy = column
	s.arrange()
	s.table.SetSort(column, false)
	s.table.Refresh()
}

func (s *Screen) arrange() {
	if s.found == nil {
		return
	}
	lines := s.found.Lines
	switch s.sortBy {
	case columnName:
		slices.SortStableFunc(lines, func(a, b Line) int { return cmp.Compare(a.Name, b.Name) })
	case columnLeft, columnRight:
		if (s.sortBy == columnLeft) != mostlyTurned(lines) {
			index.SortByLeft(lines, func(l Line) string { return l.Left })
		} else {
			index.SortByRight(lines, func(l Line) string { return l.Right })
		}
	}
}

func (s *Screen) tick(row int) {
	if row < len(s.lines()) {
		s.found.Lines[row].Ticked = !s.found.Lines[row].Ticked
		s.showTicked()
		s.table.Refresh()
	}
}

// tickAll ticks all places, or none where all are ticked.
func (s *Screen) tickAll() {
	if s.found == nil {
		return
	}
	s.found.TickAll(!s.found.AllTicked())
	s.showTicked()
	s.table.Refresh()
}

// open shows a place in its comment.
func (s *Screen) open(row int) {
	if lines := s.lines(); row >= 0 && row < len(lines) {
		s.shell.ShowSource(lines[row].Source, lines[row].Span)
	}
}
