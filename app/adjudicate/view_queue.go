package adjudicate

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"concord/app/ui"
	"concord/coding"
	"concord/coding/compare"
)

// queuePanel is the list at the left, with its filters and how far it is done.
type queuePanel struct {
	screen *Screen
	object fyne.CanvasObject
	count  *ui.Text
	done   *ui.ProgressLine
	round  *ui.Pill
	open   *ui.Pill
	kind   *ui.Pill
	code   *ui.Pill
	unsure *ui.Pill
	// only takes back that just some are shown.
	only  *ui.Pill
	list  *ui.Rows
	top   fyne.CanvasObject
	pills *fyne.Container
}

func newQueuePanel(s *Screen) *queuePanel {
	p := &queuePanel{screen: s, count: ui.NewText("", ui.SizeExplain, ui.ColorMuted).Right().Cut(), done: ui.NewProgressLine(0)}
	p.round = ui.NewMenuPill("", p.roundOptions)
	p.open = ui.NewPill(lang.X("state.open", "Open"), func() { p.set(func(f *Filter) { f.Open = !f.Open }) })
	p.kind = ui.NewMenuPill(lang.L("All kinds"), p.kindOptions)
	p.code = ui.NewMenuPill(lang.L("All codes"), p.codeOptions)
	p.unsure = ui.NewPill(lang.L("Unsure first"), func() { p.set(func(f *Filter) { f.Unsure = !f.Unsure }) })
	const rowHeight = 58
	p.list = ui.NewRows(rowHeight, func() int { return len(s.items) }, func() fyne.CanvasObject { return newQueueRow() }, func(i int, o fyne.CanvasObject) {
		if i < len(s.items) {
			o.(*queueRow).set(s.items[i]) //nolint:forcetypeassert // the list makes nothing else
		}
	})
	p.list.OnSelect = func(i int) {
		if i != s.at {
			s.open(i)
		}
	}
	p.list.OnActivate = func(int) { s.decide() }
	p.only = ui.NewPill("", func() { p.set(func(f *Filter) { f.Only, f.Named = nil, "" }) })
	p.only.SetChosen(true)
	p.pills = ui.NewFlow(ui.Space1, ui.Space1, p.open, p.unsure, p.kind, p.code, p.round, p.only)
	p.top = ui.NewInset(ui.PanelInset, ui.NewColumn(ui.Space2,
		ui.NewStretchRow(ui.Space2, 1, ui.NewHeading(lang.L("Disagreements")), p.count),
		p.done,
		p.pills,
	))
	p.object = ui.NewDock(p.top, nil, nil, nil, p.list)
	return p
}

func (p *queuePanel) set(change func(*Filter)) {
	change(&p.screen.filter)
	if p.screen.queue != nil {
		p.screen.arrange(0)
	}
}

func (p *queuePanel) refresh() {
	q, f := p.screen.queue, p.screen.filter
	p.count.SetText(lang.L("{{.Done}} of {{.All}} decided", map[string]any{"Done": q.Decided, "All": len(q.Items)}))
	share := 0.0
	if len(q.Items) > 0 {
		share = float64(q.Decided) / float64(len(q.Items))
	}
	p.done.SetShare(share)
	p.open.SetChosen(f.Open)
	p.unsure.SetChosen(f.Unsure)
	p.kind.SetText(lang.L("All kinds") + " ▾")
	if f.Kind != "" {
		p.kind.SetText(kindWord(f.Kind) + " ▾")
	}
	p.kind.SetChosen(f.Kind != "")
	p.code.SetText(lang.L("All codes") + " ▾")
	if code, ok := q.Material.Book.Code(f.Code); ok {
		p.code.SetText(code.Name + " ▾")
	}
	p.code.SetChosen(f.Code != "")
	p.only.SetText(f.Named + " ×")
	p.only.Hidden = f.Only == nil
	round := q.Round.Name
	if round == "" {
		round = lang.L("open coding")
	}
	p.round.SetText(round + " ▾")
	p.pills.Refresh()
	p.top.Refresh()
	p.object.Refresh()
	p.list.Refresh()
}

func (p *queuePanel) choose(at int) {
	p.list.Select(at)
}

func (p *queuePanel) roundOptions() []ui.Option {
	if p.screen.queue == nil {
		return nil
	}
	var options []ui.Option
	for _, r := range p.screen.queue.Rounds {
		options = append(options, ui.Option{Text: r.Name, Chosen: r.ID == p.screen.queue.Round.ID, OnChosen: func() {
			p.screen.round = r.ID
			p.screen.filter.Code, p.screen.filter.Only, p.screen.filter.Named = "", nil, ""
			p.screen.load(0)
		}})
	}
	return options
}

func (p *queuePanel) kindOptions() []ui.Option {
	f := p.screen.filter
	options := []ui.Option{{Text: lang.L("All kinds"), Chosen: f.Kind == "", OnChosen: func() { p.set(func(f *Filter) { f.Kind = "" }) }}}
	for _, k := range compare.Kinds() {
		options = append(options, ui.Option{Text: kindWord(k), Chosen: f.Kind == k, OnChosen: func() { p.set(func(f *Filter) { f.Kind = k }) }})
	}
	return options
}

func (p *queuePanel) codeOptions() []ui.Option {
	if p.screen.queue == nil {
		return nil
	}
	f := p.screen.filter
	options := []ui.Option{{Text: lang.L("All codes"), Chosen: f.Code == "", OnChosen: func() { p.set(func(f *Filter) { f.Code = "" }) }}}
	book := p.screen.queue.Material.Book
	for _, c := range book.Codes() {
		options = append(options, ui.Option{
			Text: strings.Repeat("    ", book.Depth(c.ID)) + c.Name, Chosen: f.Code == c.ID,
			OnChosen: func() { p.set(func(f *Filter) { f.Code = c.ID }) },
		})
	}
	return options
}

func kindWord(k compare.Kind) string {
	switch k {
	case compare.Omission:
		return lang.L("omission")
	case compare.Boundary:
		return lang.L("boundary")
	case compare.DifferentCode:
		return lang.X("kind.code", "code")
	}
	return lang.X("kind.both", "both")
}

func kindTone(k compare.Kind) ui.Tone {
	switch k {
	case compare.Omission:
		return ui.ToneLook
	case compare.Boundary:
		return ui.ToneAccent
	}
	return ui.ToneGood
}

// queueRow is one disagreement in the list: who and what kind above, the
// passage below.
type queueRow struct {
	widget.BaseWidget
	name, codes, snippet *ui.Text
	kind                 *ui.Chip
	content              fyne.CanvasObject
}

func newQueueRow() *queueRow {
	r := &queueRow{
		name: ui.NewText("", ui.SizeTable, ui.ColorText).Bold(), codes: ui.NewText("", ui.SizeExplain, ui.ColorMuted).Cut().Right(),
		snippet: ui.NewText(" ", ui.SizeExplain, ui.ColorMuted).Cut(), kind: ui.NewChip("boundary", ui.ToneAccent),
	}
	r.content = ui.NewInsetSides(ui.Space2, 0, ui.Space2, 0, ui.NewColumn(ui.Space1,
		ui.NewStretchRow(ui.Space2, 2, r.name, r.kind, r.codes), r.snippet))
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is for Fyne.
func (r *queueRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }

func (r *queueRow) set(item Item) {
	name := item.Name
	if item.Unsure() {
		name += " ?"
	}
	r.name.SetText(name)
	r.kind.Text, r.kind.Tone = kindWord(item.Kind), kindTone(item.Kind)
	r.kind.Refresh()
	r.codes.SetText(codeNames(item.Codes))
	snippet := item.Snippet
	if item.Decision != nil {
		snippet = fmt.Sprintf("✓ %s", item.Decision.Reason)
	}
	r.snippet.SetText(snippet)
	r.content.Refresh()
}

func codeNames(codes []coding.Code) string {
	var names []string
	for _, c := range codes {
		names = append(names, c.Name)
	}
	return strings.Join(names, " / ")
}
