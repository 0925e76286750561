package reliability

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// Key opens the chosen row; the table does the rest when it has the focus.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	if (ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter) && s.sheet != nil && s.table.Selected() >= 0 {
		s.openRow(s.table.Selected())
		return true
	}
	return false
}

// Rune explains the chosen row on I, copies the methods paragraph on M, plans a
// round on P, computes γ on G, and goes to the first word of the question on Q.
func (s *Screen) Rune(r rune) bool {
	switch r {
	case 'i', 'I', '?':
		s.explain()
	case 'm', 'M':
		s.copyMethods()
	case 'p', 'P':
		s.plan()
	case 'g', 'G':
		s.align()
	case 'q', 'Q':
		if s.sheet != nil && len(s.sheet.Coders) > 1 {
			s.shell.Window().Canvas().Focus(s.words.who)
		}
	default:
		return false
	}
	return true
}

// Shortcut uses none.
func (s *Screen) Shortcut(fyne.Shortcut) bool { return false }

// Hints are the keys of the status strip.
func (s *Screen) Hints() []ui.Hint {
	return []ui.Hint{
		{Key: "Enter", Does: lang.L("disagreements")},
		{Key: "I", Does: lang.L("how it is computed")},
		{Key: "Q", Does: lang.L("ask otherwise")},
		{Key: "P", Does: lang.L("plan a round")},
	}
}

// Status says when the numbers were computed.
func (s *Screen) Status() string { return s.computed }

// Commands are what can be done here by its name.
func (s *Screen) Commands() []ui.Command {
	by := func(b compare.By, themes bool) func() {
		return func() { s.choose(func(c *Choice) { c.By, c.Themes = b, themes }) }
	}
	method := func(m agreement.Method) func() {
		return func() { s.choose(func(c *Choice) { c.Method = m }) }
	}
	commands := []ui.Command{
		{Name: lang.L("Export the agreement table"), Do: func() { s.export(".csv") }},
		{Name: lang.L("Export the agreement table as Markdown"), Do: func() { s.export(".md") }},
		{Name: lang.L("How is this computed?"), Do: s.explain},
		{Name: lang.L("Plan a round: how many units?"), Do: s.plan},
		{Name: lang.L("Compute γ along the continuum"), Do: s.align},
		{Name: lang.L("Copy the methods paragraph"), Do: s.copyMethods},
		{Name: lang.L("Compare themes"), Do: by("", true)},
		{Name: lang.L("Compare codes"), Do: by("", false)},
		{Name: lang.L("Agreement of each two coders"), Do: func() { s.choose(func(c *Choice) { c.By = compare.ByCoders }) }},
		{Name: lang.L("Agreement in each round"), Do: func() { s.choose(func(c *Choice) { c.By, c.Against = compare.ByRound, "" }) }},
		{Name: lang.L("Agreement in each text"), Do: func() { s.choose(func(c *Choice) { c.By = compare.BySource }) }},
		{Name: lang.L("Intervals by bootstrap"), Do: method(agreement.Bootstrap)},
		{Name: lang.L("Intervals by formula"), Do: method(agreement.Analytic)},
		{Name: lang.L("Intervals by jackknife"), Do: method(agreement.Jackknife)},
	}
	for _, unit := range compare.Units() {
		commands = append(commands, ui.Command{
			Name: lang.L("Agreement: count each {{.Unit}}", map[string]any{"Unit": unitWord(unit)}),
			Do:   func() { s.choose(func(c *Choice) { c.Unit, c.Weighted = unit, false }) },
		})
	}
	return commands
}
