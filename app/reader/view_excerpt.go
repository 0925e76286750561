package reader

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/progress"
)

// The measures of the panel at the right.
const (
	excerptWidth = 284
	longestQuote = 360
	longestName  = 32
)

// excerptPanel tells of what is selected.
type excerptPanel struct {
	screen *Screen
	object fyne.CanvasObject
	panel  *ui.Scrolled
	above  *fyne.Container
	below  *fyne.Container
	memo   *memoField

	now      Excerpt
	known    bool
	history  task.Latest[[]Happening]
	happened []Happening
	told     string // the band whose history is shown
}

func newExcerptPanel(s *Screen) *excerptPanel {
	p := &excerptPanel{screen: s, above: ui.NewColumn(ui.Space2), below: ui.NewColumn(ui.Space2)}
	p.memo = newMemoField(s)
	p.panel = ui.NewPanel(ui.Space3, p.above, p.memo.object, p.below)
	p.object = ui.NewSidePanel(excerptWidth, false, p.panel)
	return p
}

// refresh tells of what is selected now.
func (p *excerptPanel) refresh() {
	s := p.screen
	sel := s.text.Selection()
	place, chosen := s.text.SelectedMark()
	if chosen == "" || !sel.Span.Empty() && sel.Block != place {
		place, chosen = sel.Block, ""
	}
	p.now, p.known = s.model.Excerpt(place, sel.Span, chosen)
	if p.told != chosen {
		p.history.Cancel()
		p.happened, p.told = nil, ""
	}
	p.above.Objects = append(p.selected(), p.definition()...)
	p.below.Objects = p.rest()
	p.memo.show(p.now, p.known)
	p.above.Refresh()
	p.below.Refresh()
	p.panel.Refresh()
}

// selected tells which words they are and which codes they have.
func (p *excerptPanel) selected() []fyne.CanvasObject {
	if !p.known {
		return []fyne.CanvasObject{ui.NewHeading(lang.L("Selected")), ui.NewMuted(lang.L("Nothing yet."))}
	}
	s, e := p.screen, p.now
	if e.Span.Empty() {
		return []fyne.CanvasObject{
			ui.NewHeading(lang.L("Selected")),
			ui.NewText(e.Name, ui.SizeWork, ui.ColorText).Bold(),
			ui.NewMuted(lang.L("Select words by dragging, or click on a coloured band. A digit or K then gives them a code.")),
		}
	}
	quote := ui.NewText(Cut(e.Text, longestQuote), ui.SizeWork, ui.ColorText).Wrapped()
	rule := ui.NewSized(3, 0, ui.NewGround(ui.ColorSelection))
	where := []string{e.Name, lang.L("characters {{.Start}}–{{.End}}", map[string]any{"Start": e.Span.Start, "End": e.Span.End})}
	if len(e.Here) > 0 && e.Here[0].Chosen {
		for _, id := range e.Here[0].Who {
			where = append(where, s.model.Study.Coder(id).Name)
		}
	}
	objects := []fyne.CanvasObject{
		ui.NewHeading(lang.L("Selected")),
		ui.NewDock(nil, nil, rule, nil, ui.NewInsetSides(0, 0, 0, ui.Space3, ui.NewColumn(0, quote))),
		ui.NewMuted(strings.Join(where, ", ")),
		ui.NewSpace(0, ui.Space1), ui.NewHeading(lang.L("Codes here")),
	}
	for _, t := range e.Here {
		objects = append(objects, p.touch(t))
	}
	buttons := ui.NewFlow(ui.Space2, ui.Space2, ui.NewButton("+ "+lang.L("Code"), s.openQuick).WithKey("K"))
	if _, band, ok := s.ownBand(); ok && len(s.model.Study.Own(s.model.At, band, s.model.Me.ID)) > 0 {
		words := lang.L("Unsure")
		if band.Unsure {
			words = lang.L("Sure")
		}
		buttons.Add(ui.NewButton(words, s.unsure).WithKey("U"))
		buttons.Add(ui.NewButton(lang.L("Remove"), s.remove).WithKey("Del"))
	}
	return append(objects, buttons)
}

// touch is a line for a code of the selected words; a tap chooses it.
func (p *excerptPanel) touch(t Touch) fyne.CanvasObject {
	s := p.screen
	var notes []string
	if !t.Same {
		notes = append(notes, lang.L("overlaps"))
	}
	if t.Unsure {
		notes = append(notes, lang.L("unsure"))
	}
	if len(t.Memos) > 0 {
		notes = append(notes, memoSign)
	}
	if who := s.blocks().who(t.Who); who != "" {
		notes = append(notes, who)
	}
	place, id := p.now.Place, t.ID
	name := ui.NewLink(Cut(t.Code.Name, longestName), func() {
		s.text.SelectMark(place, id)
		s.text.OnMark(place, id)
		s.focus()
	})
	name.TextSize, name.Bold = ui.SizeWork, t.Chosen
	row := ui.NewFlow(ui.Space3, 2, ui.NewRow(ui.Space2, ui.NewSwatch(t.Code.Color), name))
	if len(notes) > 0 {
		row.Add(ui.NewText(strings.Join(notes, ", "), ui.SizeExplain, ui.ColorMuted))
	}
	return row
}

// definition tells when the code in question is to be used.
func (p *excerptPanel) definition() []fyne.CanvasObject {
	code, ok := p.code()
	if !ok {
		return nil
	}
	lines := []ui.Part{ui.BoldWords(code.Name + ". "), ui.Words(code.Definition)}
	if code.Definition == "" {
		lines[1] = ui.MutedWords(lang.L("It has no definition yet."))
	}
	objects := []fyne.CanvasObject{ui.NewSpace(0, ui.Space1), ui.NewHeading(lang.L("Definition")), ui.NewSentence(ui.SizeTable, lines...)}
	if code.Include != "" {
		objects = append(objects, ui.NewSentence(ui.SizeExplain, ui.BoldWords(lang.L("Use when")+" "), ui.MutedWords(code.Include)))
	}
	if code.Exclude != "" {
		objects = append(objects, ui.NewSentence(ui.SizeExplain, ui.BoldWords(lang.L("Not when")+" "), ui.MutedWords(code.Exclude)))
	}
	link := ui.NewLink(lang.L("Open in Codebook"), func() { p.screen.shell.ShowCode(code.ID) })
	link.TextSize = ui.SizeExplain
	return append(objects, link)
}

// code is the one whose definition is of use: the one that is about to be
// given, that of the chosen band, or the one chosen in the tree.
func (p *excerptPanel) code() (coding.Code, bool) {
	if code, ok := p.screen.quick.Offered(); ok {
		return code, true
	}
	if p.known && len(p.now.Here) > 0 && p.now.Here[0].Chosen {
		return p.now.Here[0].Code, true
	}
	return p.screen.model.Study.Book.Code(coding.CodeID(p.screen.book.tree.Selected()))
}

// rest is what stands beneath the memo: others' memos, what is hidden, the history.
func (p *excerptPanel) rest() []fyne.CanvasObject {
	if !p.known {
		return nil
	}
	s, e := p.screen, p.now
	var objects []fyne.CanvasObject
	for _, m := range e.Memos {
		objects = append(objects, ui.NewSentence(ui.SizeExplain, ui.BoldWords(s.model.Study.Coder(m.By).Name+" "), ui.MutedWords(m.Text)))
	}
	if len(e.Others) > 0 {
		names := make([]string, len(e.Others))
		for i, c := range e.Others {
			names[i] = c.Name
		}
		objects = append(objects, ui.NewSpace(0, ui.Space1), ui.NewHairline(),
			ui.NewMuted(lang.L("{{.Round}} is blind. What {{.Names}} coded shows when the round is closed.",
				map[string]any{"Round": e.Blind.Name, "Names": strings.Join(names, ", ")})))
	}
	if len(e.Here) > 0 && e.Here[0].Chosen {
		objects = append(objects, ui.NewSpace(0, ui.Space1), ui.NewHairline())
		objects = append(objects, p.past(e.Here[0])...)
	}
	return objects
}

// past is the history of the chosen band, once somebody asked for it.
func (p *excerptPanel) past(t Touch) []fyne.CanvasObject {
	if p.told != t.ID {
		link := ui.NewLink(lang.L("History of this excerpt"), func() { p.readPast(t) })
		link.TextSize = ui.SizeExplain
		return []fyne.CanvasObject{link}
	}
	objects := []fyne.CanvasObject{ui.NewHeading(lang.L("History of this excerpt"))}
	for _, h := range p.happened {
		what := p.screen.shell.Words().Tell(h.What)
		if h.Undone {
			what = lang.L("undone: {{.Step}}", map[string]any{"Step": what})
		}
		when := h.At.Local()
		objects = append(objects, ui.NewSentence(ui.SizeExplain,
			ui.Words(what+" "), ui.MutedWords(fmt.Sprintf("%s, %s", p.screen.model.Study.Coder(h.By).Name, when.Format(lang.L("2 Jan 15:04"))))))
	}
	return objects
}

// readPast reads the history of a band.
func (p *excerptPanel) readPast(t Touch) {
	s := p.screen
	session := s.shell.Session()
	p.history.Start(s.shell.Tasks(), lang.L("Read the history"), func(ctx context.Context, c *progress.Counter) ([]Happening, error) {
		return History(ctx, session, t.Codings, c)
	}, func(found []Happening, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("read the history"))
			return
		}
		p.happened, p.told = found, t.ID
		p.refresh()
	})
}
