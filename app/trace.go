package app

import (
	"encoding/json"
	"math"
	"os"
	"reflect"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"concord/app/ui"
)

// Traced is what a screen may add to the trace: things by name, so that a
// script finds where to click, and facts that it waits for. No respondent's
// text may be among them.
type Traced interface {
	TraceThings() map[string]fyne.CanvasObject
	TraceFacts() map[string]any
}

// named is a widget that gives itself a name in the trace.
type named interface{ TraceName() string }

// tracer writes a line for every state in which the window settles. It is
// what the end-to-end run reads, and what a bug report carries.
type tracer struct {
	shell *Shell
	file  *os.File
	// seen was the state at the last look, written the one in the file's last line.
	seen, written string
}

// state is a line of the trace. Bounds are x, y, width, height in the window's
// coordinates, under the menu bar's height where there is a menu bar.
type state struct {
	Time     time.Time         `json:"time"`
	Screen   placeID           `json:"screen"`
	Size     [2]int            `json:"size"`
	Project  string            `json:"project,omitempty"`
	Coder    string            `json:"coder,omitempty"`
	Seq      int64             `json:"seq"`
	Step     string            `json:"step,omitempty"`
	Undo     string            `json:"undo,omitempty"`
	Redo     string            `json:"redo,omitempty"`
	Index    string            `json:"index,omitempty"`
	Tasks    []string          `json:"tasks"`
	Message  string            `json:"message,omitempty"`
	Trouble  string            `json:"trouble,omitempty"`
	Floating bool              `json:"floating"`
	Focus    string            `json:"focus,omitempty"`
	Facts    map[string]any    `json:"facts,omitempty"`
	Things   map[string][4]int `json:"things"`
}

// newTracer opens the trace's file, if one is wanted.
func newTracer(s *Shell) *tracer {
	t := &tracer{shell: s}
	if s.options.Trace == "" {
		return t
	}
	var err error
	t.file, err = os.OpenFile(s.options.Trace, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		s.Fail(err, lang.L("write the trace"))
	}
	return t
}

// beat looks whether the window has settled in a new state, which is when two
// looks find the same, and writes it.
func (t *tracer) beat() {
	if t.file == nil {
		return
	}
	now := t.shell.state()
	line, err := json.Marshal(now)
	if err != nil {
		t.shell.Fail(err, lang.L("write the trace"))
		return
	}
	settled := string(line) == t.seen
	t.seen = string(line)
	if !settled || t.seen == t.written {
		return
	}
	t.written = t.seen
	now.Time = t.shell.Now()
	if line, err = json.Marshal(now); err == nil {
		_, err = t.file.Write(append(line, '\n'))
	}
	if err != nil {
		t.shell.Fail(err, lang.L("write the trace"))
	}
}

// close ends the trace.
func (t *tracer) close() {
	if t.file != nil {
		_ = t.file.Close() // what wasn't written has been reported when it was tried
	}
}

// state is how the window stands now.
func (s *Shell) state() state {
	size := s.window.Canvas().Size()
	now := state{
		Screen: s.shown, Size: [2]int{int(size.Width), int(size.Height)}, Tasks: []string{},
		Message: s.frame.status.message, Floating: s.asked.open(), Things: map[string][4]int{},
	}
	if s.frame.notice.trouble != nil {
		now.Trouble = s.frame.notice.trouble.What
	}
	running := s.tasks.Running()
	if p := s.project; p != nil {
		now.Project, now.Coder, now.Seq, now.Step = p.info.Name, p.me.Name, int64(p.seq), p.label
		now.Undo, now.Redo, now.Index = p.next.Undo, p.next.Redo, p.index.words()
		running = append(append(running, p.tasks.Running()...), p.index.tasks.Running()...)
	}
	for _, r := range running {
		now.Tasks = append(now.Tasks, r.Title)
	}
	if focused := s.window.Canvas().Focused(); focused != nil {
		now.Focus = nameOf(focused)
		if now.Focus == "" {
			now.Focus = reflect.TypeOf(focused).String()
		}
	}
	s.traceThings(&now)
	return now
}

// traceThings lists what can be pressed or typed into, and what the screen names.
func (s *Shell) traceThings(now *state) {
	canvas := s.window.Canvas()
	window := area{to: fyne.NewPos(canvas.Size().Width, canvas.Size().Height)}
	for _, tree := range append([]fyne.CanvasObject{canvas.Content()}, canvas.Overlays().List()...) {
		walk(tree, tree.Position(), window, nil, func(o fyne.CanvasObject, name string, at fyne.Position) {
			now.Things[name] = bounds(at, o.Size())
		})
	}
	screen, ok := s.current().(Traced)
	if !ok {
		return
	}
	now.Facts = screen.TraceFacts()
	for name, o := range screen.TraceThings() {
		if shown(o) {
			now.Things[name] = bounds(s.app.Driver().AbsolutePositionForObject(o), o.Size())
		}
	}
}

// shown reports whether there is an object to be seen; interfaces that hold a
// nil widget are none.
func shown(o fyne.CanvasObject) bool {
	if o == nil || reflect.ValueOf(o).IsNil() {
		return false
	}
	return o.Visible() && o.Size().Width > 0
}

// bounds are whole pixels.
func bounds(at fyne.Position, size fyne.Size) [4]int {
	round := func(x float32) int { return int(math.Round(float64(x))) }
	return [4]int{round(at.X), round(at.Y), round(size.Width), round(size.Height)}
}

// nameOf is what a widget is called in the trace: its own words, where these
// are the program's.
func nameOf(o any) string {
	switch w := o.(type) {
	case named:
		return w.TraceName()
	case *ui.SearchBox:
		return w.Words
	case *ui.Badge:
		if w.OnTapped != nil {
			return "badge"
		}
	case *widget.Check:
		return w.Text
	case *widget.Button:
		return w.Text
	case *widget.Entry:
		return "field: " + w.PlaceHolder
	}
	return ""
}
