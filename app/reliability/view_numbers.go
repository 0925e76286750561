package reliability

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
)

// shareOptions are how much excerpts must have in common to match.
func (s *Screen) shareOptions() []ui.Option {
	var options []ui.Option
	for _, share := range []float64{0.25, 0.5, 0.7, 0.8, 0.9, 1} {
		options = append(options, s.option(fmt.Sprintf("%.4g %%", 100*share), s.choice.Overlap == share, func(c *Choice) { c.Overlap = share }))
	}
	return append(options, s.other(lang.L("How much must two excerpts have in common?"),
		lang.L("The share of the characters of both, taken together, that both have. MAXQDA asks for 90 %."),
		fmt.Sprintf("%.4g %%", 100*s.choice.Overlap), func(text string) (func(*Choice), error) {
			share, err := ParseShare(text)
			if err == nil && share > 1 {
				share /= 100
			}
			if err != nil || share <= 0 || share > 1 {
				return nil, errors.New(lang.L("A share above 0 and of 100 % at the most, such as 90 %."))
			}
			return func(c *Choice) { c.Overlap = share }, nil
		}))
}

func (s *Screen) levelOptions() []ui.Option {
	var options []ui.Option
	for _, level := range []float64{0.9, 0.95, 0.99} {
		options = append(options, s.option(fmt.Sprintf("%.4g %%", 100*level), s.choice.Level == level, func(c *Choice) { c.Level = level }))
	}
	return options
}

func (s *Screen) drawsOptions() []ui.Option {
	const most = 1_000_000
	var options []ui.Option
	for _, n := range []int{1000, 2000, 5000, 10_000} {
		options = append(options, s.option(ui.Count(n), s.choice.Replicates == n, func(c *Choice) { c.Replicates = n }))
	}
	return append(options, s.other(lang.L("How many draws?"), lang.L("2,000 are usual; more make the interval's ends steadier and take longer."),
		strconv.Itoa(s.choice.Replicates), func(text string) (func(*Choice), error) {
			n, err := strconv.Atoi(strings.NewReplacer(",", "", " ", "").Replace(text))
			if err != nil || n < 2 || n > most {
				return nil, errors.New(lang.L("A whole number from 2 to 1,000,000."))
			}
			return func(c *Choice) { c.Replicates = n }, nil
		}))
}

func (s *Screen) seedOptions() []ui.Option {
	next := s.choice.Seed + 1
	return []ui.Option{
		s.option(lang.L("{{.Seed}}, the next one", map[string]any{"Seed": next}), false, func(c *Choice) { c.Seed = next }),
		s.other(lang.L("Which seed?"), lang.L("The draws begin with it: the same seed gives the same interval again, here and on the command line."),
			fmt.Sprint(s.choice.Seed), func(text string) (func(*Choice), error) {
				seed, err := strconv.ParseUint(strings.TrimSpace(text), 10, 64)
				if err != nil {
					return nil, errors.New(lang.L("A whole number, 0 or more."))
				}
				return func(c *Choice) { c.Seed = seed }, nil
			}),
	}
}

// other is the option that asks for a number in a box.
func (s *Screen) other(title, about, text string, read func(string) (func(*Choice), error)) ui.Option {
	return ui.Option{Text: lang.L("Another …"), OnChosen: func() { s.ask(title, about, text, read) }}
}

// ask shows a small box with one field. What is wrong with the number stays in
// the box; a good one closes it.
func (s *Screen) ask(title, about, text string, read func(string) (func(*Choice), error)) {
	wrong := ui.NewText(" ", ui.SizeExplain, ui.ColorBad)
	var field *ui.Entry
	try := func() {
		change, err := read(field.Text)
		if err != nil {
			wrong.SetText(err.Error())
			return
		}
		s.shell.CloseBox()
		s.choose(change)
	}
	field = ui.NewEntry("", s.escape)
	field.SetText(text)
	field.OnSubmitted = func(string) { try() }
	s.shell.Box(ui.NewInset(ui.Space3, ui.NewColumn(ui.Space3,
		ui.NewText(title, ui.SizeWork, ui.ColorText).Bold().Wrapped(), ui.NewMuted(about), field, wrong,
		ui.NewStretchRow(ui.Space2, 0, ui.NewSpace(0, 0),
			ui.NewButton(lang.L("Cancel"), s.shell.CloseBox).WithKey("Esc"),
			ui.NewPrimaryButton(lang.L("Use it"), try).WithKey("Enter")),
	)), 420, field, try)
	field.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// escape closes the box.
func (s *Screen) escape(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyEscape {
		return false
	}
	s.shell.CloseBox()
	return true
}
