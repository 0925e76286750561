package app

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/progress"
)

// newTick is a box to tick.
func newTick(words string) *widget.Check { return widget.NewCheck(words, nil) }

// askRound asks how a new round is to be, and opens it.
func (s *Shell) askRound() {
	p := s.project
	name := newField(lang.L("for example: Round 1"), nil)
	sample := newField(lang.L("empty for all, a number, or a share as in 20 %"), nil)
	seed := newField("1", nil)
	seed.SetText("1")
	blind := newTick(lang.L("Blind: nobody sees the others' coding until the round is closed"))
	blind.Checked = true
	var ticks []*widget.Check
	who := ui.NewFlow(ui.Space3, ui.Space1)
	for _, c := range p.coders {
		t := newTick(c.Name)
		t.Checked = !c.Supervisor
		ticks = append(ticks, t)
		who.Add(t)
	}
	s.form(lang.L("Open a round"), lang.L("One pass of coding, on the codebook as it is now, of which a version is kept."), lang.L("Open the round"), []formRow{
		{lang.L("What is it called?"), name, ""},
		{lang.L("Who codes?"), who, ""},
		{lang.L("How many comments?"), sample, lang.L("A sample is drawn at random. The same seed draws the same sample again.")},
		{lang.L("Seed"), seed, ""},
		{lang.L("May coders see each other's work?"), blind, ""},
	}, func() string {
		plan := coding.RoundPlan{Name: strings.TrimSpace(name.Text), Blind: blind.Checked}
		for i, t := range ticks {
			if t.Checked {
				plan.Coders = append(plan.Coders, p.coders[i].ID)
			}
		}
		if wrong := planSample(&plan, sample.Text, seed.Text); wrong != "" {
			return wrong
		}
		return s.openRound(plan)
	})
}

// planSample reads how many sources are wanted; it returns what is wrong.
func planSample(plan *coding.RoundPlan, sample, seed string) string {
	number, err := strconv.ParseUint(strings.TrimSpace(seed), 10, 64)
	if err != nil {
		return lang.L("The seed is a whole number.")
	}
	plan.Seed = number
	sample = strings.TrimSpace(sample)
	if share, isShare := strings.CutSuffix(sample, "%"); isShare {
		plan.Percent, err = strconv.ParseFloat(strings.TrimSpace(share), 64)
	} else if sample != "" {
		plan.Size, err = strconv.Atoi(sample)
	}
	if err != nil || plan.Size < 0 || plan.Percent < 0 || plan.Percent > 100 {
		return lang.L("Write how many comments are drawn, as in 30, or which share, as in 20 %; nothing for all.")
	}
	return ""
}

// openRound opens a round; what it returns is what is wrong with the plan.
func (s *Shell) openRound(plan coding.RoundPlan) string {
	if plan.Name == "" {
		return lang.L("The round needs a name.")
	}
	if len(plan.Coders) == 0 {
		return lang.L("Somebody has to code in it.")
	}
	p := s.project
	session := p.session
	task.Start(p.tasks, lang.L("Opening the round"), func(ctx context.Context, _ *progress.Counter) (coding.Round, error) {
		return session.OpenRound(ctx, plan)
	}, func(r coding.Round, err error) {
		if err != nil {
			s.Fail(err, lang.L("open the round"))
			return
		}
		s.Say("%s", lang.L("{{.Round}} is open.", map[string]any{"Round": r.Name}))
	})
	return ""
}

// askClose asks whether a round is to be closed, and closes it.
func (s *Shell) askClose(r coding.Round) {
	words := map[string]any{"Round": r.Name}
	s.Ask(lang.L("Close {{.Round}}?", words),
		lang.L("From then on it takes no coding and hides nothing: agreement can be computed and what differs resolved. Undo opens it again."),
		lang.L("Close the round"), func() {
			session := s.project.session
			task.Start(s.project.tasks, lang.L("Closing the round"), func(ctx context.Context, _ *progress.Counter) (coding.Round, error) {
				return session.CloseRound(ctx, r)
			}, func(_ coding.Round, err error) {
				if err != nil {
					s.Fail(err, lang.L("close the round"))
					return
				}
				s.Say("%s", lang.L("{{.Round}} is closed.", words))
			})
		})
}

// showAbout says what Concord is.
func (s *Shell) showAbout() {
	s.float(ui.NewInset(ui.Space4, ui.NewColumn(ui.Space2,
		ui.NewTitle(lang.L("Concord")),
		ui.NewBody(lang.L("Read what people wrote, code it together, and show how far you agree.")),
		ui.NewMuted(lang.L("Free software under the MIT licence. It sends nothing anywhere.")),
		ui.NewStretchRow(ui.Space2, 0, ui.NewSpace(0, 0), ui.NewButton(lang.L("Close"), s.closeFloating).WithKey("Esc")),
	)), 440, 140, fyne.Focusable(nil), s.closeFloating)
}
