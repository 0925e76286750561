package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
)

// notice is the strip under the top bar that says what went wrong. It stays
// until it is closed, the person goes elsewhere, the same or the person's next
// step works, or something else goes wrong; nothing waits for it.
type notice struct {
	shell   *Shell
	object  *fyne.Container
	trouble *trouble
	last    *trouble
	doing   string // what went wrong
	details bool
}

func newNotice(s *Shell) *notice {
	n := &notice{shell: s, object: container.NewStack()}
	n.object.Hide()
	return n
}

// Fail shows an error, worded for people: what happened, what can be done, and
// the details for who asks. No error, and one that says that the person
// cancelled, shows nothing; where nothing is wrong any more with what went wrong
// before, the notice goes.
func (s *Shell) Fail(err error, doing string) {
	t := worded(err, doing, s.Words())
	if t == nil {
		if n := s.frame.notice; err == nil && n.trouble != nil && n.doing == doing {
			n.close()
		}
		return
	}
	s.frame.notice.doing = doing
	s.frame.notice.trouble, s.frame.notice.last, s.frame.notice.details = t, t, false
	s.frame.notice.refresh()
}

// close takes the notice away.
func (n *notice) close() {
	if n.trouble == nil {
		return
	}
	n.trouble = nil
	n.refresh()
}

// refresh shows the present trouble, or nothing.
func (n *notice) refresh() {
	n.object.Objects = nil
	if n.trouble != nil {
		n.object.Objects = []fyne.CanvasObject{ui.NewGround(ui.ColorLookTint), n.strip()}
	}
	n.object.Hidden = n.trouble == nil
	n.object.Refresh()
	n.shell.frame.root.Refresh()
}

// strip is the notice's content.
func (n *notice) strip() fyne.CanvasObject {
	words := ui.NewColumn(ui.Space1, ui.NewText(n.trouble.What, ui.SizeWork, ui.ColorText).Bold().Wrapped())
	if n.trouble.Remedy != "" {
		words.Add(ui.NewText(n.trouble.Remedy, ui.SizeTable, ui.ColorText).Wrapped())
	}
	if n.details {
		words.Add(ui.NewText(n.trouble.Details, ui.SizeExplain, ui.ColorMuted).Wrapped())
	}
	toggle := lang.L("Details")
	if n.details {
		toggle = lang.L("Fewer details")
	}
	buttons := ui.NewRow(ui.Space4,
		ui.NewLink(toggle, func() { n.details = !n.details; n.refresh() }),
		ui.NewLink(lang.L("Copy"), func() {
			n.shell.app.Clipboard().SetContent(n.trouble.What + "\n" + n.trouble.Remedy + "\n" + n.trouble.Details)
		}),
		ui.NewLink(lang.L("Close"), n.close),
	)
	return ui.NewColumn(0, ui.NewInsetSides(ui.Space3, ui.Space5, ui.Space3, ui.Space5, ui.NewStretchRow(ui.Space5, 0, words, buttons)), ui.NewHairline())
}
