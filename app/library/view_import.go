package library

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/progress"
	"concord/coding/tabular"
)

// importPage is a survey's table before it comes in.
type importPage struct {
	screen *Screen
	path   string
	o      tabular.Options
	wizard *Wizard
	// summary is of what is settled now, nil until it is known.
	summary *Summary
	// at is the column that is explained under the preview.
	at int
	// correcting shows how the file was read, to be corrected.
	correcting bool
	// importing is the import that is under way.
	importing *task.Task

	opening task.Latest[*Wizard]
	trying  task.Latest[*Summary]

	object  fyne.CanvasObject
	page    *ui.Scrolled
	form    *ui.Sentence
	correct *fyne.Container
	preview *fyne.Container
	pills   []*ui.Pill        // the columns' roles
	scroll  *container.Scroll // of the preview's columns
	detail  *fyne.Container
	who     *fyne.Container
	value   *ui.Entry // of the last rule on who counts
	left    *ui.Text
	from    *ui.Text
	what    *ui.Sentence
	named   *ui.Sentence // names in the text
	after   *ui.Text
	out     *fyne.Container
	stays   fyne.CanvasObject // what stays out
	cards   *fyne.Container
	foot    *fyne.Container
	yes     *ui.Button
}

// askImport asks for a file to import.
func (s *Screen) askImport() { s.shell.OpenFile(Endings(), s.ShowImport) }

// ShowImport brings a file in: a survey after a look at its columns, a text or a
// codebook at once.
func (s *Screen) ShowImport(path string) {
	switch KindOf(path) {
	case Survey:
		s.leaveImport()
		s.wizard = newImportPage(s, path)
		s.whole.Objects = []fyne.CanvasObject{s.wizard.object}
		s.whole.Refresh()
		s.shell.Window().Canvas().Unfocus() // so that Enter and Escape come to the screen
		s.wizard.open()
	case Text:
		s.bring(path, ImportText)
	case Book:
		s.bring(path, ImportBook)
	default:
		s.shell.Fail(fmt.Errorf("%w: “%s” is none of the files that can come in: %s", coding.ErrInvalid, filepath.Base(path), strings.Join(Endings(), " ")),
			lang.L("import the file"))
	}
}

// bring imports a file that needs no questions.
func (s *Screen) bring(path string, work func(context.Context, *coding.Session, string) (Brought, error)) {
	session, name := s.shell.Session(), map[string]any{"File": filepath.Base(path)}
	task.Start(s.shell.Tasks(), lang.L("Import {{.File}}", name), func(ctx context.Context, _ *progress.Counter) (Brought, error) {
		return work(ctx, session, path)
	}, func(b Brought, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("import {{.File}}", name))
			return
		}
		s.shell.Say("%s", filepath.Base(path)+": "+broughtWords(b, s.shell.Words()))
		s.load()
	})
}

// leaveImport goes back to the tables.
func (s *Screen) leaveImport() {
	if s.wizard == nil {
		return
	}
	s.wizard.close()
	s.wizard = nil
	s.whole.Objects = []fyne.CanvasObject{s.tables}
	s.whole.Refresh()
	s.focusTable()
}

func newImportPage(s *Screen, path string) *importPage {
	p := &importPage{screen: s, path: path, at: -1}
	p.form = ui.NewSentence(ui.SizeWork)
	p.correct, p.preview, p.detail = ui.NewColumn(0), ui.NewColumn(0), ui.NewColumn(ui.Space1)
	p.who, p.out = ui.NewColumn(ui.Space2), ui.NewColumn(ui.Space2)
	p.named, p.after = ui.NewSentence(ui.SizeWork), ui.NewMuted(lang.L("Look at them after the import, before anyone codes."))
	p.left, p.from, p.what = ui.NewMuted(""), ui.NewMuted(""), ui.NewSentence(ui.SizeWork)
	p.yes = ui.NewPrimaryButton(lang.L("Import"), p.bring).WithKey("Enter")
	p.yes.Disable()
	card := func(heading string, things ...fyne.CanvasObject) fyne.CanvasObject {
		return ui.NewCard(ui.NewColumn(ui.Space2, append([]fyne.CanvasObject{ui.NewHeading(heading)}, things...)...))
	}
	p.cards = ui.NewColumns(ui.Space4, []float32{1, 1, 1},
		card(lang.L("Who counts"), p.who, p.left), card(lang.L("What comes in"), p.what, p.from), card(lang.L("Names in the text"), p.named, p.after))
	p.stays = card(lang.L("What stays out"), p.out)
	p.foot = ui.NewStretchRow(ui.Space2, 0,
		ui.NewText(lang.L("Nothing is changed in the file. The whole import is one step that you can undo."), ui.SizeExplain, ui.ColorMuted).Cut(),
		ui.NewButton(lang.L("Cancel"), s.leaveImport).WithKey("Esc"), p.yes)
	p.page = ui.NewPage(ui.Space4, 1400,
		ui.NewColumn(ui.Space2, ui.NewTitle(lang.L("Import {{.File}}", map[string]any{"File": filepath.Base(path)})), p.form, p.correct),
		p.preview, p.cards, p.stays)
	p.object = ui.NewDock(nil, ui.NewColumn(0, ui.NewHairline(), ui.NewInsetSides(ui.Space3, ui.PageInset, ui.Space3, ui.PageInset, p.foot)), nil, nil, p.page)
	p.form.SetParts(ui.MutedWords(lang.L("Reading the file …")))
	setShown(p.cards, false)
	setShown(p.stays, false)
	return p
}

// open reads the file as it is now said to be written.
func (p *importPage) open() {
	path, o := p.path, p.o
	p.trying.Cancel()
	p.opening.Start(p.screen.shell.Tasks(), lang.L("Read {{.File}}", map[string]any{"File": filepath.Base(path)}), func(ctx context.Context, _ *progress.Counter) (*Wizard, error) {
		w, err := OpenWizard(ctx, path, o)
		if err == nil && ctx.Err() != nil { // nobody waits for it any more
			return nil, w.Close()
		}
		return w, err
	}, func(w *Wizard, err error) {
		if err != nil {
			p.refuse(err)
			return
		}
		if p.wizard != nil {
			w.Rules = p.wizard.Rules
		}
		p.release()
		p.wizard, p.at = w, -1
		p.screen.shell.Fail(nil, p.doing())
		p.showForm()
		p.showPreview()
		p.showRules()
		setShown(p.cards, true)
		p.try()
	})
}

// doing is what is being done while the file is opened, as a trouble names it.
func (p *importPage) doing() string {
	return lang.L("read {{.File}}", map[string]any{"File": filepath.Base(p.path)})
}

// refuse says why the file can't be read like this, and offers to read it otherwise.
func (p *importPage) refuse(err error) {
	p.screen.shell.Fail(Unreadable(err, filepath.Base(p.path)), p.doing())
	p.form.SetParts(ui.Part{Text: lang.L("The file can't be read like this. Say how it is written, or cancel."), Tone: ui.ToneLook})
	p.correcting = true
	p.yes.Disable()
	p.showCorrections()
	p.page.Refresh()
}

// try finds out what would come in; the last settings win.
func (p *importPage) try() {
	w, plan, session := p.wizard, p.wizard.Plan(), p.screen.shell.Session()
	if p.summary == nil {
		p.what.SetParts(ui.MutedWords(lang.L("Looking through the file …")))
	}
	p.summary = nil
	p.yes.Disable()
	p.trying.Start(p.screen.shell.Tasks(), lang.L("Look through the file"), func(ctx context.Context, c *progress.Counter) (*Summary, error) {
		return w.Summarize(ctx, session, session.Mint(), plan, c)
	}, func(summary *Summary, err error) {
		p.summary = summary
		p.showSummary(err)
	})
}

// bring imports the table.
func (p *importPage) bring() {
	if p.wizard == nil || p.summary == nil || !p.summary.New() || p.importing != nil {
		return
	}
	s, w, plan, name := p.screen, p.wizard, p.wizard.Plan(), map[string]any{"File": filepath.Base(p.path)}
	session := s.shell.Session()
	p.yes.Disable()
	p.importing = task.Start(s.shell.Tasks(), lang.L("Import {{.File}}", name), func(ctx context.Context, c *progress.Counter) (Imported, error) {
		return w.Import(ctx, session, plan, c)
	}, func(in Imported, err error) {
		p.importing = nil
		p.yes.Enable()
		s.shell.Fail(err, lang.L("import {{.File}}", name))
		if err != nil {
			return
		}
		s.warn(NamedIn(in.Mentions))
		if s.wizard == p {
			s.leaveImport()
		}
		s.shell.Say("%s", filepath.Base(p.path)+": "+outcomeWords(in.Outcome))
		s.load()
	})
}

// close stops what is under way and lets go of the file.
func (p *importPage) close() {
	p.opening.Cancel()
	p.trying.Cancel()
	if p.importing != nil {
		p.importing.Cancel() // all of it comes in, or nothing
	}
	p.release()
}

// release lets go of the file, once nobody reads it.
func (p *importPage) release() {
	w := p.wizard
	if p.wizard = nil; w == nil {
		return
	}
	task.Start(p.screen.shell.Tasks(), "", func(context.Context, *progress.Counter) (struct{}, error) {
		return struct{}{}, w.Close()
	}, func(_ struct{}, err error) {
		if err != nil {
			p.screen.shell.Fail(err, lang.L("close the file"))
		}
	})
}
