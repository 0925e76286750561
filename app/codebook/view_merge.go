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

// mergePage shows what merging a code into another moves, before it is done.
// The other code is chosen in the tree at the left.
type mergePage struct {
	screen *Screen
	object *ui.Scrolled
	words  *fyne.Container
	button *ui.Button
	from   coding.CodeID
	into   coding.CodeID
	plan   *coding.CodeMerge
	plans  task.Latest[coding.CodeMerge]
}

// mergeCode opens the page for the code that is shown.
func (s *Screen) mergeCode() {
	if s.page == nil || s.study == nil {
		return
	}
	s.endWork()
	s.entry.leave()
	m := &mergePage{screen: s, from: s.page.Code.ID, words: ui.NewColumn(ui.Space3)}
	m.button = ui.NewPrimaryButton(lang.L("Merge"), m.merge).WithKey("Ctrl Enter")
	m.button.Disable()
	buttons := ui.NewRow(ui.Space2, m.button, ui.NewButton(lang.L("Cancel"), s.endWork).WithKey("Esc"))
	m.object = ui.NewPage(ui.Space4, pageWidth, m.words, buttons)
	s.merging = m
	m.show()
	s.arrange()
	s.tree.refresh()
	s.focus()
	m.read()
}

// pick chooses the code to merge into.
func (m *mergePage) pick(id coding.CodeID) {
	if id == m.from {
		id = ""
	}
	m.into = id
	m.read()
}

// follow reads anew what would move; it ends where a code is gone.
func (m *mergePage) follow() {
	book := m.screen.study.Book
	if _, known := book.Code(m.from); !known {
		m.screen.endWork()
		return
	}
	if _, known := book.Code(m.into); !known {
		m.into = ""
	}
	m.read()
}

// read works out what would move.
func (m *mergePage) read() {
	s, session, from, into := m.screen, m.screen.shell.Session(), m.from, m.into
	m.button.Disable()
	m.plans.Start(s.shell.Tasks(), lang.L("See what would move"), func(ctx context.Context, _ *progress.Counter) (coding.CodeMerge, error) {
		return session.PlanMerge(ctx, from, into)
	}, func(plan coding.CodeMerge, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("see what would move"))
			return
		}
		m.plan = &plan
		m.button.SetDisabled(!m.possible())
		m.show()
	})
}

// possible reports whether the merge can be done.
func (m *mergePage) possible() bool {
	return m.plan != nil && m.into != "" && m.plan.Into.ID == m.into && len(m.plan.Obstacles) == 0
}

// ready puts the keyboard on the button, where the merge can be done.
func (m *mergePage) ready() {
	if m.possible() {
		m.screen.shell.Window().Canvas().Focus(m.button)
	}
}

// merge merges, as one step.
func (m *mergePage) merge() {
	if !m.possible() {
		return
	}
	s, session, plan := m.screen, m.screen.shell.Session(), *m.plan
	m.button.Disable()
	s.do(lang.L("merge the codes"), func(ctx context.Context) error {
		_, err := session.MergeCodes(ctx, plan.From.ID, plan.Into.ID)
		return err
	}, func() {
		s.chosen = plan.Into.ID
		s.endWork()
		s.load()
		s.shell.Say("%s", lang.L("“{{.From}}” is merged into “{{.Into}}”. Ctrl+Z takes it back.", map[string]any{"From": plan.From.Name, "Into": plan.Into.Name}))
	})
}

// show words what would move, and what stands against it.
func (m *mergePage) show() {
	book := m.screen.study.Book
	from, _ := book.Code(m.from)
	title := lang.L("Merge “{{.Code}}”", map[string]any{"Code": clip(from.Name, longestTitle)})
	rows := []fyne.CanvasObject{ui.NewTitle(title), m.direction(from)}
	if m.plan != nil {
		heading := lang.L("What moves")
		if !m.possible() {
			heading = lang.L("What would move")
		}
		rows = append(rows, ui.NewSpace(0, ui.Space1), ui.NewHeading(heading), ui.NewColumn(ui.Space2, m.moves()...))
		if m.into != "" && len(m.plan.Obstacles) == 0 {
			rows = append(rows, ui.NewMuted(lang.L("The words of “{{.Into}}” stand; those of “{{.From}}” stay in the history. It is one step: Ctrl+Z takes it back.",
				map[string]any{"Into": m.plan.Into.Name, "From": m.plan.From.Name})))
		}
		rows = append(rows, m.obstacles()...)
	}
	m.words.Objects = rows
	m.words.Refresh()
	m.object.Refresh()
}

// direction says which code goes into which.
func (m *mergePage) direction(from coding.Code) fyne.CanvasObject {
	into, chosen := m.screen.study.Book.Code(m.into)
	parts := []ui.Part{ui.Standing(ui.NewSwatch(from.Color)), ui.Words(" "), ui.BoldWords(m.screen.study.Book.Path(from.ID)), ui.MutedWords("  " + lang.L("into") + "  ")}
	if !chosen {
		return ui.NewSentence(ui.SizeWork, append(parts, ui.MutedWords(lang.L("choose the code that stays, in the tree at the left")))...)
	}
	return ui.NewSentence(ui.SizeWork, append(parts, ui.Standing(ui.NewSwatch(into.Color)), ui.Words(" "), ui.BoldWords(m.screen.study.Book.Path(into.ID)))...)
}

// moves are sentences on what would move.
func (m *mergePage) moves() []fyne.CanvasObject {
	plan, study := m.plan, m.screen.study
	line := func(parts ...ui.Part) fyne.CanvasObject { return ui.NewSentence(ui.SizeWork, parts...) }
	number := func(n int) map[string]any { return map[string]any{"N": ui.Count(n)} }
	excerpts := []ui.Part{ui.BoldWords(lang.N("{{.N}} excerpts", plan.Excerpts, number(plan.Excerpts))), ui.Words(" " + lang.N("in {{.N}} comments", plan.Sources, number(plan.Sources)))}
	for i, share := range plan.Shares {
		separator := ", "
		if i == 0 {
			separator = "   "
		}
		excerpts = append(excerpts, ui.MutedWords(separator+study.Coder(share.Coder).Name+" "+ui.Count(share.Excerpts)))
	}
	rows := []fyne.CanvasObject{line(excerpts...)}
	if plan.Joined > 0 {
		rows = append(rows, line(ui.BoldWords(lang.N("{{.N}} of them overlap", plan.Joined, number(plan.Joined))),
			ui.Words(" "+lang.L("what the same coder gave “{{.Into}}”: they become one excerpt, and memos stay", map[string]any{"Into": plan.Into.Name}))))
	}
	for _, further := range []struct {
		n     int
		words string
	}{
		{plan.Codes, lang.N("{{.N}} codes that lie under it", plan.Codes, number(plan.Codes))},
		{plan.Memos, lang.N("{{.N}} memos about it", plan.Memos, number(plan.Memos))},
		{plan.Examples, lang.N("{{.N}} examples of it", plan.Examples, number(plan.Examples))},
	} {
		if further.n > 0 {
			rows = append(rows, line(ui.Words(further.words)))
		}
	}
	return rows
}

// obstacles say what stands against the merge, and what can be done instead.
func (m *mergePage) obstacles() []fyne.CanvasObject {
	if len(m.plan.Obstacles) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{ui.NewSpace(0, ui.Space1), ui.NewHeading(lang.L("It can't be done"))}
	for _, o := range m.plan.Obstacles {
		rows = append(rows, ui.NewSentence(ui.SizeWork, ui.Part{Text: obstacleWords(o, *m.plan), Tone: ui.ToneLook}))
	}
	if slices.ContainsFunc(m.plan.Obstacles, coding.MergeObstacle.Retiring) && !m.plan.From.Retired {
		retire := ui.NewButton(lang.L("Retire “{{.Code}}” instead", map[string]any{"Code": clip(m.plan.From.Name, longestTitle)}), func() {
			m.screen.endWork()
			m.screen.retire()
		})
		rows = append(rows, ui.NewMuted(lang.L("A retired code stays where it was given, and is offered no more.")), ui.NewRow(0, retire))
	}
	return rows
}

// facts are what a script checks.
func (m *mergePage) facts() map[string]any {
	facts := map[string]any{"into": m.screen.study.Book.Path(m.into), "possible": m.possible()}
	if m.plan != nil {
		facts["codings"], facts["joined"], facts["obstacles"] = m.plan.Codings, m.plan.Joined, len(m.plan.Obstacles)
	}
	return facts
}
