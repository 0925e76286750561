package codebook

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
)

// showLook shows the colours and digits that the code can have.
func (p *entryPage) showLook() {
	s, code := p.screen, p.screen.page.Code
	colours := ui.NewFlow(ui.Space1, ui.Space1)
	for i := range ui.CodeColors {
		hex := ui.CodeHex(i)
		swatch := ui.NewSwatch(hex)
		swatch.Side = 18
		colours.Add(newChoice(ui.NewInset(5, swatch), hex, hex == code.Color, func() {
			s.change(lang.L("change the colour"), func(c *coding.Code) { c.Color = hex })
		}))
	}
	digits := ui.NewFlow(ui.Space1, ui.Space1)
	for digit := range 10 {
		words := strconv.Itoa(digit)
		if digit == 0 {
			words = lang.L("none")
		}
		pill := ui.NewPill(words, func() {
			session := s.shell.Session()
			s.do(lang.L("give the code a digit"), func(ctx context.Context) error { return session.GiveDigit(ctx, code.ID, digit) }, nil)
		})
		pill.Chosen = code.Shortcut == digit
		digits.Add(pill)
	}
	p.look.Objects = []fyne.CanvasObject{
		ui.NewHeading(lang.L("Colour")), colours, ui.NewSpace(0, ui.Space1),
		ui.NewHeading(lang.L("Digit that gives the code while reading")), digits, ui.NewSpace(0, ui.Space5),
	}
	p.look.Refresh()
}
