package library

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"concord/app/ui"
	"concord/coding/tabular"
)

// previewRows is how many rows are shown, columnLeast how narrow a column may get.
const (
	previewRows         = 6
	columnLeast float32 = 118
	// levelsHeight is kept free where a column has no levels, so that nothing jumps.
	levelsHeight float32 = 24
)

// showPreview shows the first rows under what each column is taken for.
func (p *importPage) showPreview() {
	w := p.wizard
	line := func(cell func(column int) fyne.CanvasObject) fyne.CanvasObject {
		var cells []fyne.CanvasObject
		for i := range w.Table.Columns {
			cells = append(cells, ui.NewSized(columnLeast, 0, cell(i)))
		}
		return ui.NewInsetSides(ui.Space2, ui.Space3, ui.Space2, ui.Space3, ui.NewColumns(ui.Space3, nil, cells...))
	}
	p.pills = nil
	table := ui.NewColumn(0,
		line(func(i int) fyne.CanvasObject { return p.title(i) }), ui.NewHairline(),
		line(func(i int) fyne.CanvasObject { return ui.NewRow(0, p.role(i)) }))
	for row := range min(previewRows, len(w.Rows)) {
		table.Add(ui.NewHairline())
		table.Add(line(func(i int) fyne.CanvasObject { return p.cell(row, i) }))
	}
	if p.scroll == nil {
		p.scroll = container.NewHScroll(table)
		p.preview.Objects = []fyne.CanvasObject{ui.NewTightCard(p.scroll), ui.NewInsetSides(ui.Space2, 0, 0, ui.Space1, p.detail)}
	}
	p.scroll.Content = table // in place, so that it stays scrolled to where the person was
	p.scroll.Refresh()
	p.showDetail()
	p.preview.Refresh()
	p.page.Refresh()
}

// title is a column's name; pointing at it explains what it is taken for.
func (p *importPage) title(column int) fyne.CanvasObject {
	words := ui.NewHeading(shortTitle(p.wizard.Table.Columns[column].Name)).Wrapped()
	return newPointed(words, func() { p.explain(column) })
}

// shortTitle is what a column's title has room for: some three lines.
func shortTitle(name string) string {
	const most = 44
	runes := []rune(name)
	if len(runes) <= most {
		return name
	}
	return strings.TrimSpace(string(runes[:most-1])) + "…"
}

// role is the pill that says what a column becomes.
func (p *importPage) role(column int) fyne.CanvasObject {
	role := p.wizard.Uses[column].Role
	pill := ui.NewMenuPill(roleWord(role), func() []ui.Option { return p.roles(column) })
	pill.Tone = roleTone(role)
	pill.OnFocus = func() { p.reveal(column) }
	p.pills = append(p.pills, pill)
	return pill
}

func (p *importPage) roles(column int) []ui.Option {
	p.explain(column)
	now := p.wizard.Uses[column].Role
	byKeys := p.screen.shell.Window().Canvas().Focused() == fyne.Focusable(p.pills[column])
	var options []ui.Option
	for _, role := range []tabular.Role{tabular.RoleComment, tabular.RoleRespondent, tabular.RoleAttribute, tabular.RoleItem, tabular.RoleCodings, tabular.RoleLeaveOut} {
		options = append(options, ui.Option{
			Text: roleWord(role), Chosen: role == now, Disabled: role == tabular.RoleItem && !p.wizard.MayBeScale(column),
			OnChosen: func() {
				p.wizard.Choose(column, role)
				p.at = column
				p.showPreview()
				if byKeys {
					p.screen.focus(p.pills[column])
				}
				p.try()
			},
		})
	}
	return options
}

// cell is a cell of the preview. What is left out isn't shown: it may name people.
func (p *importPage) cell(row, column int) fyne.CanvasObject {
	text := strings.Join(strings.Fields(p.wizard.Rows[row].Cells[column]), " ")
	color := ui.ColorText
	switch use := p.wizard.Uses[column]; {
	case p.wizard.Fails(row, column):
		color = ui.ColorBad
	case use.Role == tabular.RoleLeaveOut:
		text, color = "–", ui.ColorMuted
	}
	const most = 80 // more than the widest column shows
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most])
	}
	return ui.NewText(text, ui.SizeTable, color).Cut()
}

// reveal scrolls to a column that the keys came to, and explains it.
func (p *importPage) reveal(column int) {
	width := p.scroll.Content.Size().Width / float32(len(p.pills))
	left := width * float32(column)
	x := min(max(p.scroll.Offset.X, left+width-p.scroll.Size().Width), left)
	if x != p.scroll.Offset.X {
		p.scroll.Offset.X = x
		p.scroll.Refresh()
	}
	p.explain(column)
}

// explain shows under the preview why a column is taken for what it is.
func (p *importPage) explain(column int) {
	if p.at != column {
		p.at = column
		p.showDetail()
		p.page.Refresh()
	}
}

// showDetail explains the column that was pointed at or chosen last, and asks
// what its role still needs.
func (p *importPage) showDetail() {
	p.detail.Objects = nil
	if p.at < 0 || p.at >= len(p.wizard.Uses) {
		p.detail.Objects = append(p.detail.Objects, ui.NewMuted(lang.L("Concord guessed what each column is. Point at a title to see why; choose under it what is right.")), ui.NewSpace(0, levelsHeight))
		p.detail.Refresh()
		return
	}
	use, column := p.wizard.Uses[p.at], p.wizard.Table.Columns[p.at]
	question := column.Question
	if question != column.Name {
		question = column.Name + ": " + question
	}
	parts := []ui.Part{ui.BoldWords(question + "  ")}
	if use.Why != "" {
		parts = append(parts, ui.MutedWords(p.screen.shell.Words().Tell(use.Why)))
	} else {
		parts = append(parts, ui.MutedWords(lang.L("As you chose.")))
	}
	p.detail.Add(ui.NewSentence(ui.SizeExplain, parts...))
	switch use.Role {
	case tabular.RoleItem:
		p.detail.Add(p.levels(p.at))
	case tabular.RoleCodings:
		p.detail.Add(p.marks(p.at))
	default:
		p.detail.Add(ui.NewSpace(0, levelsHeight))
	}
	p.detail.Refresh()
}

// levels are those of a scaled item, chosen where they count as agreeing.
func (p *importPage) levels(column int) fyne.CanvasObject {
	use := p.wizard.Uses[column]
	row := ui.NewFlow(ui.Space1, ui.Space1, ui.NewText(lang.L("Counts as agreeing:")+" ", ui.SizeExplain, ui.ColorMuted))
	for _, level := range use.Levels {
		agrees := slices.Contains(use.Agreeing, level)
		pill := ui.NewPill(level, func() {
			p.wizard.Agree(column, level, !agrees)
			p.showDetail()
			p.page.Refresh()
		})
		pill.Chosen = agrees
		row.Add(pill)
	}
	return row
}

// marks asks whose codings a column holds, and for which code.
func (p *importPage) marks(column int) fyne.CanvasObject {
	use := &p.wizard.Uses[column]
	coder := newEntry(use.Coder, lang.L("coder"), func(t string) { use.Coder = t; p.try() }, nil)
	code := newEntry(use.Code, lang.L("code, as in Theme/Code"), func(t string) { use.Code = t; p.try() }, nil)
	return ui.NewRow(ui.Space2, ui.NewText(lang.L("1 and 0 say whether"), ui.SizeExplain, ui.ColorMuted), ui.NewSized(160, 0, coder),
		ui.NewText(lang.L("gave the code"), ui.SizeExplain, ui.ColorMuted), ui.NewSized(220, 0, code))
}

// pointed tells when the pointer comes upon it.
type pointed struct {
	widget.BaseWidget
	content fyne.CanvasObject
	onIn    func()
}

func newPointed(content fyne.CanvasObject, onIn func()) *pointed {
	p := &pointed{content: content, onIn: onIn}
	p.ExtendBaseWidget(p)
	return p
}

// MouseIn tells it.
func (p *pointed) MouseIn(*desktop.MouseEvent) { p.onIn() }

// MouseMoved changes nothing.
func (p *pointed) MouseMoved(*desktop.MouseEvent) {}

// MouseOut changes nothing: what was explained last stays.
func (p *pointed) MouseOut() {}

// CreateRenderer is for Fyne.
func (p *pointed) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.content) }
