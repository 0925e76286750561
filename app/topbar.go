package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
)

// topBar says what is open, in which round, and who is at work.
type topBar struct {
	shell  *Shell
	bar    *ui.Bar
	name   *ui.Text
	round  *ui.Pill
	search *ui.SearchBox
	role   *ui.Text
	badge  *ui.Badge
}

func newTopBar(s *Shell) *topBar {
	t := &topBar{
		shell: s,
		name:  ui.NewText("", ui.SizeWork, ui.ColorText).Bold(),
		round: ui.NewPill("", nil),
		role:  ui.NewText("", ui.SizeExplain, ui.ColorMuted),
		badge: ui.NewBadge("", ""),
	}
	t.round.Dot, t.round.Tone = true, ui.ToneGood
	t.round.OnTapped = func() { s.Go(atLibrary) } // where rounds are opened and closed
	t.badge.OnTapped = func() { ui.ShowMenu(t.badge, s.coderOptions()) }
	t.search = ui.NewSearchBox(lang.L("Search the comments, or type a command"), "Ctrl K", func() { s.showPalette(false) })
	t.bar = ui.NewTopBar([]fyne.CanvasObject{t.name, t.round}, t.search, []fyne.CanvasObject{t.role, t.badge})
	return t
}

// refresh shows the open project's present state.
func (t *topBar) refresh() {
	p := t.shell.project
	if p == nil {
		return
	}
	t.name.SetText(p.info.Name)
	t.round.Hidden = !p.known
	t.round.SetText(roundWords(p.facts))
	t.round.Tone = ui.ToneGood
	if !p.facts.HasRound {
		t.round.Tone = ui.ToneNeutral
	}
	t.round.Refresh()
	role := lang.L("Coding as")
	if p.me.Supervisor {
		role = lang.L("Signed in as")
	}
	t.role.SetText(role)
	t.badge.Letters, t.badge.Hex = p.me.Initials(), p.me.Color
	t.badge.Refresh()
	t.bar.Refresh()
}

// roundWords tell of the round that matters now.
func roundWords(f Facts) string {
	words := map[string]any{"Round": f.Round.Name, "Done": f.Done, "Of": f.Assigned}
	switch {
	case !f.HasRound:
		return lang.L("No round yet")
	case f.Round.Closed:
		return lang.L("{{.Round}}, closed", words)
	case f.Mine && f.Round.Blind:
		return lang.L("{{.Round}}, blind · {{.Done}} of {{.Of}} done", words)
	case f.Mine:
		return lang.L("{{.Round}} · {{.Done}} of {{.Of}} done", words)
	case f.Round.Blind:
		return lang.L("{{.Round}}, blind, open", words)
	}
	return lang.L("{{.Round}}, open", words)
}

// coderOptions are the coders that the badge offers.
func (s *Shell) coderOptions() []ui.Option {
	var options []ui.Option
	for _, c := range s.project.coders {
		words := lang.L("Code as {{.Name}}", map[string]any{"Name": c.Name})
		if c.Supervisor {
			words = lang.L("Work as {{.Name}}, supervisor", map[string]any{"Name": c.Name})
		}
		options = append(options, ui.Option{Text: words, Chosen: c.ID == s.project.me.ID, OnChosen: func() { s.SwitchTo(c) }})
	}
	return append(options, ui.Option{Text: lang.L("Add a coder…"), OnChosen: s.DraftCoder})
}
