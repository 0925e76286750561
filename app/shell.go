package app

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/wordbook"
	"concord/coding"
	"concord/coding/progress"
	"concord/index"
)

// Shell is the window around the screens. All of it belongs to the UI goroutine.
type Shell struct {
	app     fyne.App
	window  fyne.Window
	tasks   *task.Runner // the window's own; a project has another
	mint    *coding.Mint
	options Options

	frame *frame
	trace *tracer
	menu  *menu
	asked *floating

	project *project // nil on Home
	home    Screen
	shown   placeID
}

// Options say how a window is made.
type Options struct {
	// Mint makes identities and times.
	Mint *coding.Mint
	// Tasks runs what takes long; outcomes come back to the UI goroutine.
	Tasks *task.Runner
	// Sample makes the sample study as a project file at path. Without it Home
	// doesn't offer the sample.
	Sample func(ctx context.Context, path string, p *progress.Counter) error
	// Cache is the folder in which indexes are kept; empty keeps them in memory.
	Cache string
	// As names the coder who works or looks, in projects that have one of that
	// name; empty for the one who did so last.
	As string
	// Trace, if not empty, is a file to which a line is added for every settled state.
	Trace string
	// Size of the window; zero takes the one it had last.
	Size fyne.Size
	// Words are the domain's in the window's language; nil is English.
	Words *wordbook.Book
	// Dark and Light force a variant; with neither the person's choice counts.
	Dark, Light bool
}

// New builds the window, on Home. The caller shows it.
func New(a fyne.App, o Options) *Shell {
	s := &Shell{app: a, tasks: o.Tasks, mint: o.Mint, options: o}
	s.applyTheme()
	s.window = a.NewWindow("Concord")
	s.window.SetPadded(false)
	s.frame = newFrame(s)
	s.window.SetContent(s.frame.root)
	s.listen()
	s.menu = newMenu(s)
	s.window.SetCloseIntercept(func() { s.finish(s.window.Close) })
	s.trace = newTracer(s)
	s.window.Resize(s.firstSize())
	s.GoHome()
	return s
}

// Window is the window itself.
func (s *Shell) Window() fyne.Window { return s.window }

// Session is the open project as the person at work sees it. Its Do tells the
// shell, which tells the screen in view.
func (s *Shell) Session() *coding.Session { return s.project.session }

// Me is the person at work.
func (s *Shell) Me() coding.Coder { return s.project.me }

// Coders are all who work on the open project.
func (s *Shell) Coders() []coding.Coder { return s.project.coders }

// Tasks runs what the open project's screens have to wait for.
func (s *Shell) Tasks() *task.Runner { return s.project.tasks }

// Index is the open project's index; nil while it is being built.
func (s *Shell) Index() *index.Index { return s.project.index.ready() }

// Facts are the open project's.
func (s *Shell) Facts() Facts { return s.project.facts }

// Now is the time.
func (s *Shell) Now() time.Time { return s.mint.Now().Local() }

// enter shows an opened project, in place of the one that was open.
func (s *Shell) enter(p *project) {
	s.keep()
	s.leave()
	s.project = p
	p.index = s.newIndexing(p)
	me, err := coding.FindCoder(p.coders, s.options.As)
	if err != nil {
		me = p.coder(coding.CoderID(s.Recall("coder")))
	}
	s.work(me)
	s.remember(p)
	place := placeID(s.Recall("place"))
	if s.room(place) == nil {
		place = atRead
		if p.empty {
			place = atLibrary
		}
	}
	s.frame.showProject()
	s.Go(place)
}

// work gives the open project to one of its coders: a new session, new screens.
func (s *Shell) work(me coding.Coder) {
	p := s.project
	if p.tasks != nil {
		p.tasks.Stop()
		p.catch.Cancel()
		p.factual.Cancel()
		p.steps.Cancel()
	}
	p.me = me
	p.tasks = s.tasks.Another()
	p.screens = map[placeID]Screen{}
	tasks := p.tasks
	p.session = coding.NewSession(watched{p.db.As(me.ID), p.index, func(events []coding.Event) {
		tasks.Do(func() { s.heard(events) })
	}}, s.mint)
	p.saved = s.Now()
	p.counted, p.known = false, false
	s.refreshSteps()
	s.frame.refreshBars()
}

// settle does what can wait until the first screen has what it needs: counting
// the material and opening the index. They would be in its way.
func (s *Shell) settle() {
	p := s.project
	if p == nil || p.tasks.Busy() && s.Now().Sub(p.saved) < longestWait {
		return
	}
	if !p.counted {
		p.counted = true
		s.refreshFacts(nil)
	}
	p.index.start()
}

// longestWait is how long counting and indexing wait for the first screen.
const longestWait = 5 * time.Second

// SwitchTo lets another coder of the project work.
func (s *Shell) SwitchTo(me coding.Coder) {
	s.finish(func() {
		if s.project == nil {
			return
		}
		s.Remember("coder", string(me.ID))
		place := s.shown
		s.work(me)
		s.Go(place)
		s.Say("%s", lang.L("{{.Name}} is at work now.", map[string]any{"Name": me.Name}))
	})
}

// finish lets what was typed come into the project, with what is on its way
// there, and then goes on.
func (s *Shell) finish(then func()) {
	s.window.Canvas().Unfocus()
	if p := s.project; p != nil && p.tasks.Keeping() {
		task.Start(s.tasks, "", func(context.Context, *progress.Counter) (struct{}, error) {
			p.tasks.WaitKept()
			return struct{}{}, nil
		}, func(struct{}, error) { s.finish(then) })
		return
	}
	then()
}

// leave closes the open project, if there is one: its tasks are cancelled at
// once, its file is closed when they have ended.
func (s *Shell) leave() {
	p := s.project
	if p == nil {
		return
	}
	s.project = nil
	p.tasks.Stop()
	p.index.tasks.Stop()
	task.Start(s.tasks, "", func(context.Context, *progress.Counter) (struct{}, error) {
		p.tasks.Wait()
		return struct{}{}, errors.Join(p.index.close(), p.db.Close())
	}, func(_ struct{}, err error) { s.Fail(err, lang.L("close the project")) })
}

// keep remembers the open project as it stands now.
func (s *Shell) keep() {
	if s.project != nil {
		s.remember(s.project)
	}
}

// CloseProject closes the project and shows Home.
func (s *Shell) CloseProject() {
	s.finish(func() {
		s.keep()
		s.leave()
		s.GoHome()
	})
}

// quit ends the program.
func (s *Shell) quit() { s.finish(s.app.Quit) }

// Close ends everything that runs and closes the project's file. It waits, and
// is called when the window is gone: nothing is remembered any more.
func (s *Shell) Close() {
	s.leave()
	s.tasks.Wait()
	s.trace.close()
}
