package codebook

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/progress"
)

// splitPage walks through the excerpts of a code, each of which stays or goes to
// another code.
type splitPage struct {
	screen *Screen
	object *ui.Scrolled
	words  *fyne.Container
	name   *ui.Entry
	button *ui.Button
	code   coding.Code
	walk   *Walk
	walks  task.Latest[*Walk]
	// asking says that the field for another code is shown.
	asking bool
}

// splitCode opens the page for the code that is shown.
func (s *Screen) splitCode() {
	if s.page == nil || s.study == nil {
		return
	}
	s.endWork()
	s.entry.leave()
	p := &splitPage{screen: s, code: s.page.Code, words: ui.NewColumn(ui.Space4)}
	p.name = ui.NewEntry(lang.L("The code's name; a new name makes a code"), func(ev *fyne.KeyEvent) bool {
		switch ev.Name {
		case fyne.KeyEscape:
			p.closeName()
		case fyne.KeyReturn, fyne.KeyEnter:
			p.take(p.name.Text)
		default:
			return false
		}
		return true
	})
	p.name.OnShortcut = func(sh fyne.Shortcut) bool {
		_, keys := sh.(*desktop.CustomShortcut)
		return keys && s.finish(sh)
	}
	p.button = ui.NewPrimaryButton(lang.L("Split"), p.split).WithKey("Ctrl Enter")
	p.object = ui.NewPage(ui.Space4, pageWidth, p.words)
	s.splitting = p
	p.show()
	s.arrange()
	s.shell.Window().Canvas().Unfocus()
	p.read()
}

// read reads the excerpts to walk through.
func (p *splitPage) read() {
	s, session, id := p.screen, p.screen.shell.Session(), p.code.ID
	p.walks.Start(s.shell.Tasks(), lang.L("Read the excerpts"), func(ctx context.Context, _ *progress.Counter) (*Walk, error) {
		return ReadWalk(ctx, session, id)
	}, func(walk *Walk, err error) {
		if err != nil {
			s.endWork()
			s.shell.Fail(err, lang.L("read the excerpts"))
			return
		}
		if p.walk != nil {
			walk.TakeOver(p.walk)
		}
		p.walk = walk
		p.show()
	})
}

// follow reads anew when the book or codings changed.
func (p *splitPage) follow() {
	code, known := p.screen.study.Book.Code(p.code.ID)
	if !known {
		p.screen.endWork()
		return
	}
	p.code = code
	p.read()
}

// key steps, asks for another code, or leaves.
func (p *splitPage) key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyEscape:
		p.screen.endWork()
	case fyne.KeyLeft, fyne.KeyUp:
		p.step(-1)
	case fyne.KeyRight, fyne.KeyDown:
		p.step(1)
	default:
		return false
	}
	return true
}

// rune chooses a code by its digit, or asks for another.
func (p *splitPage) rune(r rune) bool {
	switch {
	case r == 'k' || r == 'K':
		p.ask()
	case r >= '1' && r <= '9':
		p.choose(int(r - '1'))
	default:
		return false
	}
	return true
}

// step looks at another excerpt.
func (p *splitPage) step(by int) {
	if p.walk != nil {
		p.walk.Step(by)
		p.show()
	}
}

// choose lets the excerpt go to a code, and goes on.
func (p *splitPage) choose(target int) {
	if p.walk != nil && p.walk.Choose(target) {
		p.show()
	}
}

// target offers a code of the book, chosen in the tree.
func (p *splitPage) target(id coding.CodeID) {
	if code, known := p.screen.study.Book.Code(id); known {
		p.offer(Target{Code: code})
	}
}

// take offers the code of a name, which is made if there is none.
func (p *splitPage) take(name string) {
	name = strings.TrimSpace(name)
	if name == "" {
		p.closeName()
		return
	}
	book := p.screen.study.Book
	if code, err := book.Find(name); err == nil {
		p.offer(Target{Code: code})
		return
	}
	fresh := p.screen.shell.Session().NewCode(book, name, p.code.Parent)
	if err := fresh.Validate(); err != nil {
		p.screen.shell.Fail(err, lang.L("add the code “{{.Code}}”", map[string]any{"Code": name}))
		return
	}
	palette := coding.Palette()
	fresh.Color = palette[(slices.Index(palette, fresh.Color)+len(p.walk.Targets)-1)%len(palette)]
	p.offer(Target{Code: fresh, New: true})
}

// offer adds a code to choose from.
func (p *splitPage) offer(t Target) {
	if p.walk == nil {
		return
	}
	if t.Code.Retired {
		p.screen.shell.Say("%s", lang.L("“{{.Code}}” is retired and given no more.", map[string]any{"Code": t.Code.Name}))
		return
	}
	if _, ok := p.walk.Offer(t); !ok {
		p.screen.shell.Say("%s", lang.L("There are nine codes to choose from already: split in two goes."))
	}
	p.closeName()
}

// ask shows the field for another code.
func (p *splitPage) ask() {
	if p.walk == nil {
		return
	}
	p.asking = true
	p.name.SetText("")
	p.show()
	p.screen.shell.Window().Canvas().Focus(p.name)
}

// closeName takes the field away.
func (p *splitPage) closeName() {
	p.asking = false
	p.screen.shell.Window().Canvas().Unfocus()
	p.show()
}

// split gives the excerpts to their codes, as one step.
func (p *splitPage) split() {
	if p.walk == nil || p.walk.Moving() == 0 {
		return
	}
	s, session, id, parts, moving := p.screen, p.screen.shell.Session(), p.code.ID, p.walk.Parts(), p.walk.Moving()
	name := p.code.Name
	s.do(lang.L("split the code"), func(ctx context.Context) error {
		_, err := session.SplitCode(ctx, id, parts...)
		return err
	}, func() {
		s.endWork()
		s.load()
		s.shell.Say("%s", lang.N("{{.N}} excerpts of “{{.Code}}” went to other codes. Ctrl+Z takes it back.", moving, map[string]any{"N": ui.Count(moving), "Code": name}))
	})
}

// facts are what a script checks.
func (p *splitPage) facts() map[string]any {
	if p.walk == nil {
		return nil
	}
	return map[string]any{"at": p.walk.At, "stops": len(p.walk.Stops), "targets": len(p.walk.Targets), "moving": p.walk.Moving()}
}

// digit is the key of a target.
func digit(target int) string { return strconv.Itoa(target + 1) }
