package codebook

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
)

// show shows the excerpt that is looked at, and the codes to choose from.
func (p *splitPage) show() {
	title := lang.L("Split “{{.Code}}”", map[string]any{"Code": clip(p.code.Name, longestTitle)})
	head := ui.NewColumn(ui.Space1, ui.NewTitle(title),
		ui.NewMuted(lang.L("Each excerpt stays with the code or goes to another. Nothing changes before you press Split.")))
	rows := []fyne.CanvasObject{head}
	switch {
	case p.walk == nil:
	case len(p.walk.Stops) == 0:
		rows = append(rows, ui.NewBody(lang.L("Nothing that has this code is yours to divide.")))
		rows = append(rows, p.left()...)
		rows = append(rows, ui.NewRow(0, ui.NewButton(lang.L("Close"), p.screen.endWork).WithKey("Esc")))
	default:
		rows = append(rows, p.stop(), p.targets(), p.outcome())
		rows = append(rows, p.left()...)
		p.button.SetDisabled(p.walk.Moving() == 0)
		rows = append(rows, ui.NewRow(ui.Space2, p.button, ui.NewButton(lang.L("Cancel"), p.screen.endWork).WithKey("Esc")))
	}
	p.words.Objects = rows
	p.words.Refresh()
	p.object.Refresh()
}

// stop is the excerpt that is looked at, in the words around it.
func (p *splitPage) stop() fyne.CanvasObject {
	s, stop := p.screen, p.walk.Stops[p.walk.At]
	var coders []string
	for _, id := range stop.Coders {
		coders = append(coders, s.study.Coder(id).Name)
	}
	place := lang.L("{{.N}} of {{.All}}", map[string]any{"N": ui.Count(p.walk.At + 1), "All": ui.Count(len(p.walk.Stops))})
	back, next := ui.NewButton("←", func() { p.step(-1) }), ui.NewButton("→", func() { p.step(1) })
	back.SetDisabled(p.walk.At == 0)
	next.SetDisabled(p.walk.At == len(p.walk.Stops)-1)
	head := ui.NewStretchRow(ui.Space2, 1, ui.NewText(place, ui.SizeTable, ui.ColorText).Bold(),
		ui.NewText(stop.Name+", "+strings.Join(coders, ", "), ui.SizeExplain, ui.ColorMuted).Cut(), back, next)
	text := ui.NewSentence(ui.SizeReading, ui.MutedWords(inline(stop.Before)),
		ui.Part{Text: inline(stop.Text), Tone: ui.ToneAccent, Tint: true}, ui.MutedWords(inline(stop.After)))
	return ui.NewCard(ui.NewColumn(ui.Space3, head, text))
}

// inline writes a text on one line.
func inline(text string) string { return strings.ReplaceAll(text, "\n", " ") }

// targets are the codes to choose from, with their keys.
func (p *splitPage) targets() fyne.CanvasObject {
	stop := p.walk.Stops[p.walk.At]
	flow := ui.NewFlow(ui.Space2, ui.Space2)
	for i, target := range p.walk.Targets {
		words := clip(target.Code.Name, longestTitle)
		switch {
		case i == 0:
			words += ", " + lang.L("stays")
		case target.New:
			words += ", " + lang.L("new")
		}
		button := ui.NewButton(words, func() { p.choose(i) }).WithKeyFirst(digit(i))
		button.Primary = stop.Chosen && stop.Target == i
		flow.Add(button)
	}
	if p.asking {
		flow.Add(ui.NewSized(300, 0, p.name))
	} else {
		flow.Add(ui.NewButton("+ "+lang.L("Another code"), p.ask).WithKey("K"))
	}
	column := ui.NewColumn(ui.Space2, ui.NewHeading(lang.L("It goes to")), flow)
	if len(p.walk.Targets) == 1 {
		column.Add(ui.NewMuted(lang.L("Add a code first: press K and type its name, or double-click one in the tree.")))
	}
	return column
}

// outcome says how many excerpts go where.
func (p *splitPage) outcome() fyne.CanvasObject {
	counts := p.walk.Counts()
	parts := []ui.Part{ui.BoldWords(lang.N("{{.N}} stay", counts[0], map[string]any{"N": ui.Count(counts[0])}))}
	for i, target := range p.walk.Targets[1:] {
		n := counts[i+1]
		parts = append(parts, ui.MutedWords("   "), ui.Standing(ui.NewSwatch(target.Code.Color)),
			ui.Words("  "+lang.N("{{.N}} go to {{.Code}}", n, map[string]any{"N": ui.Count(n), "Code": target.Code.Name})))
	}
	return ui.NewSentence(ui.SizeWork, parts...)
}

// left says what isn't the person's to move.
func (p *splitPage) left() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	if n := p.walk.Closed; n > 0 {
		rows = append(rows, ui.NewMuted(lang.N("{{.N}} codings lie in closed rounds, whose record stays as it is.", n, map[string]any{"N": ui.Count(n)})))
	}
	if n := p.walk.Others; n > 0 {
		rows = append(rows, ui.NewMuted(lang.N("{{.N}} codings are other coders', who divide them themselves.", n, map[string]any{"N": ui.Count(n)})))
	}
	return rows
}
