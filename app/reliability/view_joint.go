package reliability

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// jointCard is γ, or the offer to compute it.
func (s *Screen) jointCard() fyne.CanvasObject {
	precision := ui.NewSentenceChoice(fmt.Sprintf("%.4g %%", 100*s.choice.Precision), s.precisionOptions)
	precision.TextSize = ui.SizeExplain
	sentence := ui.NewSentence(ui.SizeExplain, ui.MutedWords(lang.L("Best alignment of all excerpts against random continua, to a precision of")+" "), ui.Standing(precision))
	things := []fyne.CanvasObject{ui.NewHeading(lang.L("Places and codes together: γ")), sentence}
	switch j := s.sheet.Joint; {
	case s.joint.Busy():
		things = append(things, ui.NewRow(ui.Space3, ui.NewText(lang.L("Computing …"), ui.SizeWork, ui.ColorText), ui.NewButton(lang.L("Cancel"), s.stop)))
	case j == nil:
		things = append(things, ui.NewRow(ui.Space3, ui.NewButton(lang.L("Compute γ"), s.align).WithKey("G"),
			ui.NewText(lang.L("Codes may overlap here. It may take a while; it can be cancelled."), ui.SizeExplain, ui.ColorMuted)))
	default:
		things = append(things, s.jointNumbers(j)...)
	}
	return ui.NewCard(ui.NewColumn(ui.Space2, things...))
}

// jointNumbers are γ and how its chance was sampled.
func (s *Screen) jointNumbers(j *Joint) []fyne.CanvasObject {
	big := func(name string, r agreement.Result) fyne.CanvasObject {
		return ui.NewRow(ui.Space2, ui.NewText(name, ui.SizeWork, ui.ColorMuted), ui.NewText(number(r.Value), ui.SizePage, ui.ColorText).Bold())
	}
	things := []fyne.CanvasObject{ui.NewRow(ui.Space6, big("γ", j.Gamma), big("γcat", j.Cat))}
	for _, r := range []agreement.Result{j.Gamma, j.Cat} {
		if r.Reason != "" {
			things = append(things, ui.NewMuted(Symbol(r.Measure)+": "+s.shell.Words().Tell(r.Reason)+"."))
		}
	}
	if made := j.Gamma.Sampling; made != nil && made.Samples > 0 {
		things = append(things, ui.NewMuted(lang.L("{{.Samples}} random continua, precision {{.Precision}} %, seed {{.Seed}}; α = {{.Alpha}}, β = {{.Beta}}, Δ∅ = {{.Empty}} (Mathet, Widlöcher & Métivier 2015; Mathet 2017).", map[string]any{
			"Samples": ui.Count(made.Samples), "Precision": fmt.Sprintf("%.2g", 100*made.Precision), "Seed": made.Seed,
			"Alpha": made.Alpha, "Beta": made.Beta, "Empty": made.Empty,
		})))
	}
	return things
}

func (s *Screen) precisionOptions() []ui.Option {
	var options []ui.Option
	for _, p := range []float64{0.01, 0.02, 0.05, 0.1} {
		options = append(options, ui.Option{Text: fmt.Sprintf("%.4g %%", 100*p), Chosen: s.choice.Precision == p, OnChosen: func() {
			s.choice.Precision, s.sheet.Choice.Precision = p, p
			s.shell.Remember(kept, s.choice.String())
			s.sheet.Joint = nil
			s.align()
		}})
	}
	return options
}

// align computes γ in the background and shows it beside what is there.
func (s *Screen) align() {
	sheet := s.sheet
	if sheet == nil || !sheet.Comparable() || sheet.Choice.Unit != compare.Continuum || s.joint.Busy() {
		return
	}
	s.joint.Start(s.shell.Tasks(), lang.L("Compute γ"), sheet.Align, func(j *Joint, err error) {
		if err != nil {
			s.show()
			s.shell.Fail(err, lang.L("compute γ"))
			return
		}
		sheet.Joint = j
		if s.sheet == sheet {
			s.show()
		}
	})
	s.show()
}

// stop ends the computing of γ.
func (s *Screen) stop() {
	s.joint.Cancel()
	s.show()
}
