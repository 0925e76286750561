package app

import (
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
)

// showAbout says what Concord is.
func (s *Shell) showAbout() {
	s.float(ui.NewInset(ui.Space4, ui.NewColumn(ui.Space2,
		ui.NewTitle(lang.L("Concord")),
		ui.NewBody(lang.L("Read what people wrote, code it together, and show how far you agree.")),
		ui.NewMuted(lang.L("Free software under the MIT licence. It sends nothing anywhere.")),
		ui.NewStretchRow(ui.Space2, 0, ui.NewSpace(0, 0), ui.NewButton(lang.L("Close"), s.closeFloating).WithKey("Esc")),
	)), 440, 140, nil, s.closeFloating)
}
