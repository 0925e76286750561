package codebook

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
)

// field is one part of an entry to be written. It is kept when it is left, as
// one step.
type field struct {
	screen *Screen
	object *fyne.Container
	entry  *ui.Entry
	doing  string
	read   func(*Page) string
	write  func(ctx context.Context, s *coding.Session, page *Page, text string) error

	page    *Page
	kept    string
	writing bool
}

// newFields are definition, use when, not when, and the memo.
func newFields(s *Screen) []*field {
	part := func(of func(*coding.Code) *string) (func(*Page) string, func(context.Context, *coding.Session, *Page, string) error) {
		return func(p *Page) string { return *of(&p.Code) },
			func(ctx context.Context, session *coding.Session, p *Page, text string) error {
				return session.ReviseCode(ctx, p.Code.ID, func(c *coding.Code) { *of(c) = text })
			}
	}
	definition, keepDefinition := part(func(c *coding.Code) *string { return &c.Definition })
	include, keepInclude := part(func(c *coding.Code) *string { return &c.Include })
	exclude, keepExclude := part(func(c *coding.Code) *string { return &c.Exclude })
	return []*field{
		newField(s, lang.L("Definition"), lang.L("What does the code mean?"), lang.L("keep the definition"), definition, keepDefinition),
		newField(s, lang.L("Use when"), lang.L("What must the words have for the code to be given?"), lang.L("keep “use when”"), include, keepInclude),
		newField(s, lang.L("Not when"), lang.L("What looks like it and isn't? Which code is it then?"), lang.L("keep “not when”"), exclude, keepExclude),
		newField(s, lang.L("Memo"), lang.L("What do you think of this code?"), lang.L("keep the memo"),
			func(p *Page) string { return p.Memo.Text },
			func(ctx context.Context, session *coding.Session, p *Page, text string) error {
				memo := p.Memo
				memo.Text = text
				_, err := session.WriteMemo(ctx, memo)
				return err
			}),
	}
}

func newField(
	s *Screen, heading, holder, doing string, read func(*Page) string,
	write func(context.Context, *coding.Session, *Page, string) error,
) *field {
	f := &field{screen: s, doing: doing, read: read, write: write}
	f.entry = ui.NewGrowingEntry(holder, 1, func(ev *fyne.KeyEvent) bool {
		if ev.Name != fyne.KeyEscape {
			return false
		}
		f.writing = false
		f.entry.SetText(f.kept)
		s.focus()
		return true
	})
	f.entry.OnShortcut = func(sh fyne.Shortcut) bool {
		keys, ok := sh.(*desktop.CustomShortcut)
		if !ok || keys.KeyName != fyne.KeyReturn && keys.KeyName != fyne.KeyEnter && keys.KeyName != fyne.KeyS {
			return false
		}
		f.keep()
		return true
	}
	f.entry.OnChanged = func(text string) {
		f.writing = text != f.kept
		f.fit()
	}
	f.entry.OnLeft = f.keep
	f.object = ui.NewColumn(ui.Space2, ui.NewHeading(heading), f.entry)
	return f
}

// show shows a page's text, unless the person is writing in it.
func (f *field) show(p *Page) {
	if f.writing && f.page != nil && f.page.Code.ID == p.Code.ID {
		return
	}
	f.keep()
	f.page, f.kept = p, f.read(p)
	if f.entry.Text != f.kept {
		f.entry.SetText(f.kept)
	}
	f.writing = false
	f.fit()
}

// fit makes the field as high as its text needs.
func (f *field) fit() {
	if f.entry.Fit() {
		f.screen.entry.object.Refresh()
	}
}

// keep writes what was typed, if anything was.
func (f *field) keep() {
	if !f.writing {
		return
	}
	f.writing = false
	page, text, session := f.page, strings.TrimSpace(f.entry.Text), f.screen.shell.Session()
	was, typed := f.kept, f.entry.Text
	f.kept = typed
	f.screen.begin(edit{
		doing:  f.doing,
		work:   func(ctx context.Context) error { return f.write(ctx, session, page, text) },
		failed: func() { f.again(page, was, typed) },
	})
}

// again gives back what was typed and couldn't be kept, where its code still is in view.
func (f *field) again(page *Page, was, typed string) {
	if f.page.Code.ID == page.Code.ID && !f.writing {
		f.kept = was
		f.entry.SetText(typed)
		f.writing = true
	}
}
