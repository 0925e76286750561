package codebook

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/progress"
)

// longestExample is how much of an example is shown.
const longestExample = 220

// exampleList is the examples of a code, and the choice of further ones.
type exampleList struct {
	screen *Screen
	object *fyne.Container
	list   *fyne.Container
	offer  *fyne.Container
	found  task.Latest[[]Passage]
	// offered are the passages to choose from, while the choice is open.
	offered []Passage
	open    bool
}

func newExampleList(s *Screen) *exampleList {
	e := &exampleList{screen: s, list: ui.NewColumn(ui.Space2), offer: ui.NewColumn(ui.Space2)}
	e.object = ui.NewColumn(ui.Space2, ui.NewHeading(lang.L("Examples from the data")), e.list, e.offer)
	return e
}

// show shows a page's examples.
func (e *exampleList) show(p *Page) {
	e.list.Objects = nil
	for i, passage := range p.Examples {
		e.list.Add(e.example(p.Code, i, passage))
	}
	if len(p.Examples) == 0 && !e.open {
		e.list.Add(ui.NewMuted(lang.L("None yet. One typical passage and one at the border say more than a definition.")))
	}
	e.showOffer()
}

// example is a passage; a tap shows it where it stands.
func (e *exampleList) example(code coding.Code, i int, p Passage) fyne.CanvasObject {
	s := e.screen
	kind, other := lang.L("typical"), lang.L("make borderline")
	if p.Borderline {
		kind, other = lang.L("borderline"), lang.L("make typical")
	}
	about := p.Name + ", " + kind
	if p.Decider != "" {
		about += "; " + lang.L("decided by {{.Name}}, {{.Day}}", map[string]any{
			"Name": s.study.Coder(p.Decider).Initials(), "Day": p.Decided.Local().Format(lang.L("2 Jan")),
		})
	}
	words := ui.NewSentence(ui.SizeWork, ui.Words("“"+cut(p.Text)+"” "), ui.Aside(about))
	turn := ui.NewLink(other, func() {
		s.change(lang.L("change the example"), func(c *coding.Code) {
			if i < len(c.Examples) {
				c.Examples[i].Borderline = !p.Borderline
			}
		})
	})
	out := ui.NewLink(lang.L("take out"), func() {
		s.change(lang.L("take the example out"), func(c *coding.Code) {
			c.Examples = slices.DeleteFunc(c.Examples, func(x coding.Example) bool { return x.Excerpt == p.Excerpt })
		})
	})
	turn.TextSize, out.TextSize = ui.SizeExplain, ui.SizeExplain
	quote := newChoice(ui.NewDock(nil, nil, newRule(code.Color), nil, ui.NewInsetSides(1, ui.Space2, 1, ui.Space3, ui.NewColumn(0, words))),
		p.Name, false, func() { s.shell.ShowSource(p.Excerpt.Source, p.Excerpt.Span) })
	return ui.NewStretchRow(ui.Space3, 0, quote, turn, out)
}

// showOffer shows the button, or the passages that can be chosen.
func (e *exampleList) showOffer() {
	e.offer.Objects = nil
	if !e.open {
		e.offer.Add(ui.NewRow(0, ui.NewButton("+ "+lang.L("Choose an example"), e.choose)))
		return
	}
	e.offer.Add(ui.NewMuted(lang.L("Passages that were given this code:")))
	for _, p := range e.offered {
		e.offer.Add(e.candidate(p))
	}
	if len(e.offered) == 0 {
		e.offer.Add(ui.NewMuted(lang.L("There are none that aren't examples already. Code some words first.")))
	}
	e.offer.Add(ui.NewRow(0, ui.NewButton(lang.L("Close"), func() {
		e.closeChoice()
		e.show(e.screen.page)
		e.screen.entry.object.Refresh()
	})))
}

// candidate is a passage that can become an example.
func (e *exampleList) candidate(p Passage) fyne.CanvasObject {
	take := func(borderline bool) func() {
		return func() {
			e.offered = slices.DeleteFunc(e.offered, func(o Passage) bool { return o.Excerpt == p.Excerpt })
			e.screen.change(lang.L("add the example"), func(c *coding.Code) {
				c.Examples = append(c.Examples, coding.Example{Excerpt: p.Excerpt, Borderline: borderline})
			})
		}
	}
	words := ui.NewSentence(ui.SizeTable, ui.Words("“"+cut(p.Text)+"” "), ui.Aside(p.Name+", "+e.screen.study.Coder(p.Who).Name))
	typical, borderline := ui.NewLink(lang.L("typical"), take(false)), ui.NewLink(lang.L("borderline"), take(true))
	typical.TextSize, borderline.TextSize = ui.SizeExplain, ui.SizeExplain
	return ui.NewStretchRow(ui.Space3, 0, ui.NewColumn(0, words), typical, borderline)
}

// choose offers passages to choose from.
func (e *exampleList) choose() {
	s := e.screen
	session, code := s.shell.Session(), s.page.Code
	e.found.Start(s.shell.Tasks(), lang.L("Look for examples"), func(ctx context.Context, _ *progress.Counter) ([]Passage, error) {
		return Candidates(ctx, session, code)
	}, func(found []Passage, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("look for examples"))
			return
		}
		e.offered, e.open = found, true
		e.show(s.page)
		s.entry.object.Refresh()
	})
}

// closeChoice takes the passages to choose from away.
func (e *exampleList) closeChoice() {
	e.found.Cancel()
	e.offered, e.open = nil, false
}

// cut shortens a passage.
func cut(text string) string { return clip(text, longestExample) }

// clip shortens a text to so many characters.
func clip(text string, longest int) string {
	runes := []rune(text)
	if len(runes) <= longest {
		return text
	}
	return string(runes[:max(1, longest)]) + "…"
}
