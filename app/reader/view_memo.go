package reader

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
)

// memoField is where the person writes about what is selected. It is kept when
// the field is left, as one step.
type memoField struct {
	screen *Screen
	object *fyne.Container
	about  *ui.Text
	memo   *ui.Entry

	// kept is the memo as the project has it; what is typed belongs to it until
	// the field is left, whatever is selected meanwhile.
	kept    coding.Memo
	writing bool
}

func newMemoField(s *Screen) *memoField {
	m := &memoField{screen: s, about: ui.NewText("", ui.SizeExplain, ui.ColorMuted).Cut()}
	m.memo = ui.NewLongEntry(lang.L("What do you think of it?"), 3, func(ev *fyne.KeyEvent) bool {
		if ev.Name != fyne.KeyEscape {
			return false
		}
		s.focus()
		return true
	})
	m.memo.OnShortcut = func(sh fyne.Shortcut) bool {
		keys, ok := sh.(*desktop.CustomShortcut)
		if !ok || keys.KeyName != fyne.KeyReturn && keys.KeyName != fyne.KeyEnter {
			return false
		}
		s.focus()
		return true
	}
	m.memo.OnChanged = func(string) { m.writing = true }
	m.memo.OnLeft = m.keep
	head := ui.NewStretchRow(ui.Space2, 2, ui.NewHeading(lang.L("Memo")), ui.NewKeyCap("M"), m.about)
	m.object = ui.NewColumn(ui.Space1, head, m.memo)
	m.object.Hide()
	return m
}

// show shows the memo of what is selected.
func (m *memoField) show(e Excerpt, known bool) {
	m.object.Hidden = !known
	if m.writing {
		if sameSubject(e.Memo, m.kept) {
			return
		}
		m.keep()
	}
	m.kept = e.Memo
	switch e.Memo.Kind {
	case coding.AboutCoding:
		m.about.SetText(lang.L("about this coding"))
	case coding.AboutExcerpt:
		m.about.SetText(lang.L("about these words"))
	default:
		m.about.SetText(lang.L("about {{.Name}}", map[string]any{"Name": e.Name}))
	}
	if m.memo.Text != e.Memo.Text {
		m.memo.SetText(e.Memo.Text)
	}
	m.writing = false
}

// keep writes what was typed, if anything was.
func (m *memoField) keep() {
	if !m.writing {
		return
	}
	m.writing = false
	memo := m.kept
	if memo.Text == m.memo.Text {
		return
	}
	memo.Text = m.memo.Text
	s := m.screen
	session := s.shell.Session()
	s.queue.add(func() (func(context.Context) error, func(error)) {
		return func(ctx context.Context) error {
				_, err := session.WriteMemo(ctx, memo)
				return err
			}, func(err error) {
				s.shell.Fail(err, lang.L("keep the memo"))
				if err != nil {
					m.again(memo)
				}
			}
	})
}

// again gives back what was typed and couldn't be kept, where it still is what
// the field is about.
func (m *memoField) again(memo coding.Memo) {
	if sameSubject(memo, m.kept) && !m.writing {
		m.memo.SetText(memo.Text)
		m.writing = true
	}
}

// writeMemo puts the keyboard into the memo of what is selected.
func (p *excerptPanel) writeMemo() {
	if p.known {
		p.screen.shell.Window().Canvas().Focus(p.memo.memo)
	}
}
