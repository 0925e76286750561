package app

import (
	"errors"
	"fmt"
	"slices"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
)

// How long a task runs before it is shown, and a passing message stays.
const (
	patience  = 300 * time.Millisecond
	messageOn = 6 * time.Second
)

// statusStrip says what is saved, what runs, and which keys work.
type statusStrip struct {
	shell *Shell
	bar   *ui.Bar

	message string
	until   time.Time
	keys    []ui.Hint // that are shown
	// said is what the screen in view says of itself.
	said string

	// The task that is shown, if any.
	shown *task.Task
	title *ui.Text
	count *ui.Text
	line  *ui.ProgressLine
	row   fyne.CanvasObject
}

func newStatusStrip(s *Shell) *statusStrip {
	t := &statusStrip{shell: s, title: ui.NewText("", ui.SizeExplain, ui.ColorText), count: ui.NewText("", ui.SizeExplain, ui.ColorMuted), line: ui.NewProgressLine(0)}
	cancel := ui.NewLink(lang.L("Cancel"), func() {
		if t.shown != nil {
			t.shown.Cancel()
		}
	})
	t.row = ui.NewRow(ui.Space3, t.title, ui.NewSized(140, 0, t.line), t.count, cancel)
	t.bar = ui.NewStatusStrip(nil, ui.NewSpace(0, 0), nil)
	return t
}

// Say shows a passing message in the status strip.
func (s *Shell) Say(format string, args ...any) {
	message := format
	if len(args) > 0 {
		message = fmt.Sprintf(format, args...)
	}
	s.frame.status.message, s.frame.status.until = message, s.Now().Add(messageOn)
	s.frame.status.refresh()
}

// refresh brings the strip up to date.
func (t *statusStrip) refresh() {
	left, right := t.left(), t.hints()
	var middle fyne.CanvasObject = ui.NewSpace(0, 0)
	if t.shown != nil {
		middle = t.row
	}
	if room := t.bar.Size().Width; room > 0 && wide(left)+wide(right)+middle.MinSize().Width > room {
		right = nil // what happens matters more than which keys there are
		left = fitting(left, room-middle.MinSize().Width)
	}
	t.bar.SetLeft(left...)
	t.bar.SetMiddle(middle)
	t.bar.SetRight(right...)
	t.bar.Hidden = t.shell.project == nil && t.shown == nil && t.message == ""
	t.bar.Refresh()
	t.shell.frame.root.Refresh()
}

// wide is how much room pieces of the strip take side by side, with that around them.
func wide(pieces []fyne.CanvasObject) float32 {
	width := 2 * ui.Space4
	for _, p := range pieces {
		width += p.MinSize().Width + ui.Space5
	}
	return width
}

// fitting are as many pieces, the first at least, as have room.
func fitting(pieces []fyne.CanvasObject, room float32) []fyne.CanvasObject {
	for len(pieces) > 1 && wide(pieces) > room {
		pieces = pieces[:len(pieces)-1]
	}
	return pieces
}

// left says what is saved, how much there is, and how the index stands.
func (t *statusStrip) left() []fyne.CanvasObject {
	p := t.shell.project
	if t.message != "" {
		return []fyne.CanvasObject{ui.NewMessageDot(t.message, ui.ToneAccent)}
	}
	if p == nil {
		return nil
	}
	state := ui.NewStateDot(lang.L("All saved, {{.Time}}", map[string]any{"Time": p.saved.Format("15:04")}), ui.ToneGood)
	switch {
	case errors.Is(p.db.Frozen(), syscall.ENOSPC):
		state = ui.NewStateDot(lang.L("The disk is full: nothing here can be changed"), ui.ToneLook)
	case p.db.ReadOnly():
		state = ui.NewStateDot(lang.L("Read only: nothing here can be changed"), ui.ToneLook)
	}
	pieces := []fyne.CanvasObject{state}
	if p.known {
		pieces = append(pieces, ui.NewText(materialWords(p.facts.Comments, p.facts.Documents, p.facts.Cases), ui.SizeExplain, ui.ColorMuted))
	}
	t.said = t.ofScreen()
	words := t.said
	if words == "" {
		words = p.index.words()
	}
	return append(pieces, ui.NewText(words, ui.SizeExplain, ui.ColorMuted))
}

// ofScreen is what the screen in view says of itself, such as when its numbers
// were computed; empty for most.
func (t *statusStrip) ofScreen() string {
	if screen, ok := t.shell.current().(interface{ Status() string }); ok {
		return screen.Status()
	}
	return ""
}

// hints are the keys of the screen in view.
func (t *statusStrip) hints() []fyne.CanvasObject {
	t.keys = t.hinted()
	hints := make([]fyne.CanvasObject, len(t.keys))
	for i, h := range t.keys {
		hints[i] = ui.NewKeyHint(h.Key, h.Does)
	}
	return hints
}

// hinted are the keys that the screen in view has at this moment.
func (t *statusStrip) hinted() []ui.Hint {
	if screen := t.shell.current(); screen != nil {
		return screen.Hints()
	}
	return nil
}

// beat follows the running tasks and the screen's keys, and lets messages pass.
// It is called several times a second.
func (t *statusStrip) beat(now time.Time) {
	changed := !slices.Equal(t.keys, t.hinted())
	if t.message != "" && now.After(t.until) {
		t.message, changed = "", true
	}
	longest := t.longest(now)
	changed = changed || t.message == "" && t.shell.project != nil && t.said != t.ofScreen()
	switch {
	case longest == nil:
		changed = changed || t.shown != nil
		t.shown = nil
	default:
		changed = changed || t.shown != longest.Task
		t.shown = longest.Task
		t.show(*longest)
	}
	if changed {
		t.refresh()
	}
}

// longest is the running task that is worth showing.
func (t *statusStrip) longest(now time.Time) *task.Status {
	running := t.shell.tasks.Running()
	if p := t.shell.project; p != nil {
		running = append(append(running, p.tasks.Running()...), p.index.tasks.Running()...)
	}
	for _, r := range running {
		if now.Sub(r.Since) > patience {
			return &r
		}
	}
	return nil
}

// show brings the task's row up to date.
func (t *statusStrip) show(running task.Status) {
	t.title.SetText(running.Title)
	words := ""
	share, known := running.Snapshot.Fraction()
	if known {
		words = lang.L("{{.Done}} of {{.Of}}", map[string]any{"Done": ui.Count(running.Snapshot.Done), "Of": ui.Count(running.Snapshot.Total)})
	} else if running.Snapshot.Done > 0 {
		words = ui.Count(running.Snapshot.Done)
	}
	t.line.SetShare(share)
	if words != t.count.Text {
		longer := len(words) != len(t.count.Text)
		if t.count.SetText(words); longer {
			t.refresh() // there may be no room for it
		} else {
			t.bar.Refresh()
		}
	}
}

// materialWords say how much there is: "104 comments, 58 respondents".
func materialWords(comments, documents, cases int) string {
	words := ""
	add := func(part string) {
		if words != "" {
			words += ", "
		}
		words += part
	}
	if comments > 0 || documents == 0 {
		add(lang.N("{{.N}} comments", comments, map[string]any{"N": ui.Count(comments)}))
	}
	if documents > 0 {
		add(lang.N("{{.N}} documents", documents, map[string]any{"N": ui.Count(documents)}))
	}
	if cases > 0 {
		add(lang.N("{{.N}} respondents", cases, map[string]any{"N": ui.Count(cases)}))
	}
	return words
}
