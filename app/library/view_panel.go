package library

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/progress"
)

// sidePanel shows the rounds and the coders, or the form for a new round,
// coder or attribute.
type sidePanel struct {
	screen *Screen
	object *ui.Scrolled
	// form is what is filled in, nil while the rounds are shown.
	form fyne.CanvasObject
}

func newSidePanel(s *Screen) *sidePanel { return &sidePanel{screen: s, object: ui.NewPanel(0)} }

// loaded shows the rounds as they are now; a form stays.
func (p *sidePanel) loaded() {
	if p.form == nil {
		p.show()
	}
}

// show shows the rounds and the coders.
func (p *sidePanel) show() {
	p.form = nil
	study := p.screen.study
	if study == nil {
		return
	}
	column := ui.NewColumn(ui.Space3, ui.NewStretchRow(0, 1, ui.NewHeading(lang.L("Rounds")), ui.NewSpace(0, 0),
		ui.NewLink(lang.L("Open a round…"), p.draftRound)))
	if len(study.Rounds) == 0 {
		column.Add(ui.NewMuted(lang.L("No round yet. A round gives texts to coders, blind if you like, so that their agreement can be computed.")))
	}
	for _, r := range slices.Backward(study.Rounds) {
		column.Add(p.round(r))
	}
	column.Add(ui.NewSpace(0, ui.Space2))
	column.Add(ui.NewStretchRow(0, 1, ui.NewHeading(lang.L("Coders")), ui.NewSpace(0, 0), ui.NewLink(lang.L("Add a coder…"), p.draftCoder)))
	for _, c := range study.Coders {
		role := lang.L("codes")
		if c.Supervisor {
			role = lang.L("supervises")
		}
		column.Add(ui.NewStretchRow(ui.Space2, 1, ui.NewBadge(c.Initials(), c.Color),
			ui.NewText(c.Name, ui.SizeWork, ui.ColorText).Cut(), ui.NewText(role, ui.SizeExplain, ui.ColorMuted)))
	}
	p.object.SetContent(ui.NewInset(ui.PanelInset, column))
}

// round tells how a round stands, with what can be done about it.
func (p *sidePanel) round(r Round) fyne.CanvasObject {
	chip := ui.NewChip(lang.L("open"), ui.ToneAccent)
	if r.Closed {
		chip = ui.NewChip(lang.L("closed"), ui.ToneNeutral)
	}
	about := []fyne.CanvasObject{ui.NewMuted(p.about(r))}
	if r.Blind {
		about = append(about, ui.NewChip(lang.L("blind"), ui.ToneNeutral))
	}
	column := ui.NewColumn(ui.Space2, ui.NewStretchRow(ui.Space2, 0, ui.NewText(r.Name, ui.SizeWork, ui.ColorText).Bold().Cut(), chip),
		ui.NewStretchRow(ui.Space2, 0, about...))
	for _, c := range r.Progress {
		column.Add(p.progress(r, c))
	}
	var links []fyne.CanvasObject
	if n := r.Left(p.screen.study.Me.ID); r.Mine && !r.Closed && n > 0 {
		links = append(links, ui.NewLink(lang.L("Mark all mine done"), func() { p.finishAll(r, n) }))
	}
	if r.MayClose {
		links = append(links, ui.NewLink(lang.L("Close {{.Round}}…", map[string]any{"Round": r.Name}), func() { p.close(r) }))
	}
	if len(links) > 0 {
		column.Add(ui.NewFlow(ui.Space3, ui.Space1, links...))
	}
	card := ui.NewCard(column)
	card.Inset = ui.Space3
	return card
}

// about says what the round is on.
func (p *sidePanel) about(r Round) string {
	count := map[string]any{"N": ui.Count(r.Assigned), "Of": ui.Count(r.Sample.Of), "Seed": r.Sample.Seed}
	words := lang.N("{{.N}} texts", r.Assigned, count)
	if r.Sample.Size > 0 {
		words = lang.L("{{.N}} of {{.Of}} texts, drawn with seed {{.Seed}}", count)
		if a, ok := p.screen.study.Attribute(r.Sample.Stratify); ok {
			words += ", " + lang.L("by {{.Attribute}}", map[string]any{"Attribute": a.Name})
		}
	}
	if r.Threshold > 0 {
		words += "; " + lang.L("wanted: {{.Threshold}}", map[string]any{"Threshold": threshold(r.Threshold)})
	}
	return words
}

// progress is one coder's line in a round.
func (p *sidePanel) progress(r Round, c Progress) fyne.CanvasObject {
	words := lang.L("{{.Done}} of {{.All}} done", map[string]any{"Done": ui.Count(c.Done), "All": ui.Count(r.Assigned)})
	share := 0.0
	switch {
	case c.Hidden:
		words = lang.L("hidden until it is closed")
	case r.Assigned > 0:
		share = float64(c.Done) / float64(r.Assigned)
	}
	first, _, _ := strings.Cut(c.Coder.Name, " ")
	line := ui.NewStretchRow(ui.Space2, 1, ui.NewText(first, ui.SizeExplain, ui.ColorText), ui.NewSpace(0, 0), ui.NewText(words, ui.SizeExplain, ui.ColorMuted))
	if c.Hidden || r.Closed && c.Done >= r.Assigned {
		return line
	}
	return ui.NewColumn(ui.Space1, line, ui.NewProgressLine(share))
}

// close asks whether a round is to be closed, and closes it.
func (p *sidePanel) close(r Round) {
	s := p.screen
	words := []string{lang.L("From then on it takes no coding and hides nothing: agreement can be computed and what differs resolved. Undo opens it again.")}
	for _, c := range r.Unfinished() {
		words = append(words, lang.L("{{.Name}} hasn't marked {{.N}} of {{.All}} texts done: these count as missing, not as without a code.",
			map[string]any{"Name": c.Coder.Name, "N": ui.Count(r.Assigned - c.Done), "All": ui.Count(r.Assigned)}))
	}
	s.shell.Ask(lang.L("Close {{.Round}}?", map[string]any{"Round": r.Name}), strings.Join(words, "\n"), lang.L("Close the round"), func() {
		session := s.shell.Session()
		task.Start(s.shell.Tasks(), lang.L("Closing the round"), func(ctx context.Context, _ *progress.Counter) (coding.Round, error) {
			return session.CloseRound(ctx, r.Round)
		}, func(_ coding.Round, err error) {
			if err != nil {
				s.shell.Fail(err, lang.L("close the round"))
				return
			}
			s.shell.Say("%s", lang.L("{{.Round}} is closed.", map[string]any{"Round": r.Name}))
		})
	})
}

// finishAll asks whether the viewer has finished everything, and marks it so.
func (p *sidePanel) finishAll(r Round, left int) {
	s := p.screen
	s.shell.Ask(lang.L("Mark all of yours done in {{.Round}}?", map[string]any{"Round": r.Name}),
		lang.N("{{.N}} texts aren't marked yet. Done says that you looked for every code: what you didn't code there counts as absent.", left, map[string]any{"N": ui.Count(left)}),
		lang.L("Mark all done"), func() {
			session := s.shell.Session()
			task.Start(s.shell.Tasks(), lang.L("Marking all done"), func(ctx context.Context, _ *progress.Counter) (int, error) {
				return FinishAll(ctx, session, r.Round)
			}, func(n int, err error) {
				if err != nil {
					s.shell.Fail(err, lang.L("mark the texts done"))
					return
				}
				s.shell.Say("%s", lang.N("{{.N}} texts marked done", n, map[string]any{"N": ui.Count(n)}))
			})
		})
}

// fill shows a form in place of the rounds.
func (p *sidePanel) fill(title, about string, rows ...fyne.CanvasObject) {
	column := ui.NewColumn(ui.Space4, ui.NewColumn(ui.Space2, ui.NewText(title, ui.SizeReading, ui.ColorText).Bold().Wrapped(), ui.NewMuted(about)))
	for _, r := range rows {
		column.Add(r)
	}
	p.form = column
	p.object.SetContent(ui.NewInset(ui.PanelInset, column))
}

// ends are the buttons under a form, with what is wrong above them.
func (p *sidePanel) ends(wrong *ui.Text, yes string, do func()) fyne.CanvasObject {
	setShown(wrong, wrong.Text != "")
	return ui.NewColumn(ui.Space2, wrong, ui.NewFlow(ui.Space2, ui.Space2, ui.NewPrimaryButton(yes, do), ui.NewButton(lang.L("Cancel"), p.leave)))
}

// leave goes back to the rounds.
func (p *sidePanel) leave() {
	p.show()
	p.screen.focusTable()
}

// threshold writes a threshold as the field does.
func threshold(v float64) string {
	return "α ≥ " + ui.Decimal(strings.TrimPrefix(fmt.Sprintf("%.3f", v), "0"))
}

// field is a line of the form: Enter sends it off, Escape leaves it.
func (p *sidePanel) field(text, holder string, changed func(string), send func()) *ui.Entry {
	return leaving(newEntry(text, holder, changed, send), p.leave)
}
