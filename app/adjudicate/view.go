// Package adjudicate is the Resolve screen: the queue of disagreements, each
// with the coders' codings beside each other, and the decision with its reason.
package adjudicate

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/progress"
)

// Shell is what the screen needs of the window.
type Shell interface {
	Session() *coding.Session
	Tasks() *task.Runner
	Window() fyne.Window
	Fail(err error, doing string)
	Say(format string, args ...any)
	ShowCode(id coding.CodeID)
	ShowLibrary()
	ShowSource(id coding.SourceID, span coding.Span)
}

// Screen is the Resolve screen.
type Screen struct {
	shell  Shell
	round  coding.RoundID
	filter Filter
	queue  *Queue
	items  []Item
	at     int
	detail *Detail
	draft  Verdict
	// pressed is the key of the choice, as soon as one was pressed: Ana's, where
	// she marked nothing, is decided like Neither.
	pressed string

	loading task.Latest[*Queue]
	opening task.Latest[*Detail]
	// deciding is true while a decision is on its way to the project.
	deciding bool

	whole  *fyne.Container
	left   *queuePanel
	middle *ui.Scrolled
	right  *ui.Scrolled
	reason *ui.Entry
	edit   *markEditor
	picker *ui.CodeBox
	choice map[string]*ui.Button
}

// New makes the screen.
func New(shell Shell) *Screen {
	s := &Screen{shell: shell, filter: Filter{Open: true, Unsure: true}, at: -1}
	s.left = newQueuePanel(s)
	s.middle = ui.NewPage(ui.Space3, 700)
	s.right = ui.NewPanel(ui.Space3)
	s.makePicker()
	s.whole = ui.NewDock(nil, nil, ui.NewSidePanel(320, true, s.left.object), ui.NewSidePanel(280, false, s.right),
		container.NewStack(s.middle, s.picker.Layer()))
	return s
}

// makePicker makes the box in which another code is found.
func (s *Screen) makePicker() {
	s.picker = ui.NewCodeBox(lang.L("Enter takes it · Esc leaves"))
	s.picker.OnCode = func(code coding.Code) { s.edit.give(code) }
	s.picker.OnLeave = func() { s.edit.focus() }
	s.picker.Beside = func() (fyne.Position, float32, bool) {
		driver := fyne.CurrentApp().Driver()
		at := driver.AbsolutePositionForObject(s.edit.named).Subtract(driver.AbsolutePositionForObject(s.picker.Layer()))
		return at, s.edit.named.Size().Height, true
	}
}

// Object is the whole screen.
func (s *Screen) Object() fyne.CanvasObject { return s.whole }

// Shown reads the queue anew.
func (s *Screen) Shown() { s.load(s.at) }

// ShowDisagreements shows the open disagreements of a round on a code.
func (s *Screen) ShowDisagreements(round coding.RoundID, code coding.CodeID) {
	s.round, s.filter = round, Filter{Open: true, Unsure: true, Code: code}
	s.load(0)
}

// ShowDisputes shows some open disagreements of a round, by the name of what
// they have in common.
func (s *Screen) ShowDisputes(round coding.RoundID, name string, disputes []coding.DisagreementID) {
	only := make(map[coding.DisagreementID]bool, len(disputes))
	for _, id := range disputes {
		only[id] = true
	}
	s.round, s.filter = round, Filter{Open: true, Unsure: true, Only: only, Named: name}
	s.load(0)
}

// Changed reads the queue anew when a step touched it.
func (s *Screen) Changed(events []coding.Event) {
	for _, e := range events {
		switch e.Change.Kind() {
		case coding.KindDecision, coding.KindCoding, coding.KindRound, coding.KindCode, coding.KindDone, coding.KindMemo:
			s.load(s.at)
			return
		}
	}
}

// load reads the queue and shows the item at a place.
func (s *Screen) load(at int) {
	session, round := s.shell.Session(), s.round
	s.loading.Start(s.shell.Tasks(), lang.L("Load the disagreements"), func(ctx context.Context, _ *progress.Counter) (*Queue, error) {
		return Load(ctx, session, round)
	}, func(queue *Queue, err error) {
		if err != nil {
			s.refuse(err)
			return
		}
		s.queue = queue
		s.arrange(at)
	})
}

// refuse says why there is no queue: a blind round is no fault.
func (s *Screen) refuse(err error) {
	switch {
	case errors.Is(err, coding.ErrForbidden):
		s.middle.SetContent(ui.NewEmptyState(lang.L("The round is still blind"),
			lang.L("Its disagreements can be seen when the round is closed."), nil))
	case errors.Is(err, coding.ErrInvalid):
		s.middle.SetContent(ui.NewEmptyState(lang.L("Nothing to resolve yet"),
			lang.L("When a round that two people coded is closed, the places where they differ stand here."), s.library()))
	default:
		s.shell.Fail(err, lang.L("load the disagreements"))
	}
}

// library is the next step where there is nothing to resolve.
func (s *Screen) library() *ui.Button {
	return ui.NewButton(lang.L("Go to the rounds in Library"), s.shell.ShowLibrary)
}

// arrange filters the queue and shows the item at a place.
func (s *Screen) arrange(at int) {
	kept := coding.DisagreementID("")
	if s.detail != nil {
		kept = s.detail.ID
	}
	s.items = s.queue.Choose(s.filter)
	for i, item := range s.items {
		if item.ID == kept && at == s.at {
			at = i
		}
	}
	s.left.refresh()
	switch {
	case len(s.items) == 0:
		s.at, s.detail = -1, nil
		s.showNothing()
	default:
		s.open(min(max(at, 0), len(s.items)-1))
	}
}

// open shows one item.
func (s *Screen) open(at int) {
	if at < 0 || at >= len(s.items) {
		return
	}
	s.at = at
	s.left.choose(at)
	session, queue, item := s.shell.Session(), s.queue, s.items[at]
	s.opening.Start(s.shell.Tasks(), "", func(ctx context.Context, _ *progress.Counter) (*Detail, error) {
		return queue.Open(ctx, session, item)
	}, func(d *Detail, err error) {
		if err != nil {
			s.shell.Fail(err, lang.L("show the disagreement"))
			return
		}
		same := s.detail != nil && s.detail.ID == d.ID && s.detail.Decision == nil && d.Decision == nil
		typing := same && s.shell.Window().Canvas().Focused() == fyne.Focusable(s.reason)
		s.detail = d
		if same {
			s.draft.Reason = s.written() // what is typed outlasts a change by somebody else
		} else {
			s.draft, s.pressed = draftOf(d), ""
		}
		s.showDetail()
		if typing {
			s.focusReason()
		}
	})
}

// written is the reason as it stands in its field, where there is one.
func (s *Screen) written() string {
	if s.reason == nil {
		return ""
	}
	return s.reason.Text
}

// draftOf begins with the decision that stands, if there is one.
func draftOf(d *Detail) Verdict {
	if d.Decision == nil {
		return Verdict{}
	}
	v := Verdict{Kind: d.Decision.ReasonKind, Reason: d.Decision.Reason}
	switch d.Decision.Verdict {
	case coding.KeepNone:
		v.None = true
	case coding.KeepElse:
		v.Marks = d.Decision.Marks
	default:
		v.Keep = d.Decision.Kept
	}
	return v
}

// decide settles the item by the draft and goes on to the next open one.
func (s *Screen) decide() {
	if s.detail == nil || s.deciding || !s.queue.Mine {
		return
	}
	s.draft.Reason = s.reason.Text
	if s.edit.shown() {
		s.draft = Verdict{Marks: s.edit.marks(), Kind: s.draft.Kind, Reason: s.draft.Reason}
	}
	switch {
	case !s.draft.Chosen():
		s.shell.Say("%s", lang.L("Choose first what stands: 1, 2, B, 0 or E."))
		return
	case s.draft.Reason == "" && s.draft.Kind == "":
		s.shell.Say("%s", lang.L("Say why: choose a kind of reason or write one."))
		s.focusReason()
		return
	}
	session, item, verdict := s.shell.Session(), s.detail.Item, s.draft
	next := Next(s.items, s.at)
	if s.filter.Open && next > s.at {
		next-- // the item decided leaves the list
	}
	s.deciding = true
	task.Keep(s.shell.Tasks(), lang.L("Decide"), func(ctx context.Context, _ *progress.Counter) (coding.Decision, error) {
		return Decide(ctx, session, item, verdict)
	}, func(_ coding.Decision, err error) {
		s.deciding = false
		if err != nil {
			s.shell.Fail(err, lang.L("keep the decision"))
			return
		}
		s.detail = nil
		s.shell.Window().Canvas().Unfocus() // the next one is chosen by a key, not typed into this one's reason
		s.load(next)
	})
}
