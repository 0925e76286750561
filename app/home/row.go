package home

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"concord/app/ui"
)

// Clock tells the time by which "today" is meant.
type Clock interface{ Now() time.Time }

// row is one recent project.
type row struct {
	widget.BaseWidget
	screen *Screen
	recent Recent
	ground *ui.Fill
}

func newRow(s *Screen, r Recent) *row {
	w := &row{screen: s, recent: r, ground: ui.NewGround(ui.ColorHover)}
	w.ground.Corner = ui.CornerField
	w.ground.Hide()
	w.ExtendBaseWidget(w)
	return w
}

// Tapped opens the project.
func (w *row) Tapped(*fyne.PointEvent) { w.screen.shell.OpenPath(w.recent.Path) }

// TappedSecondary offers to take it from the list.
func (w *row) TappedSecondary(*fyne.PointEvent) {
	ui.ShowMenu(w, []ui.Option{{Text: lang.L("Take it from this list (the file stays)"), OnChosen: w.forget}})
}

// forget takes the project from the list.
func (w *row) forget() {
	w.screen.shell.Forget(w.recent.Path)
	w.screen.Shown()
}

// Cursor is a hand.
func (w *row) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn shows the row under the pointer.
func (w *row) MouseIn(*desktop.MouseEvent) { w.ground.Show() }

// MouseMoved changes nothing.
func (w *row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends that.
func (w *row) MouseOut() { w.ground.Hide() }

// FocusGained shows the focus.
func (w *row) FocusGained() { w.ground.Color = ui.ColorAccentTint; w.ground.Show(); w.ground.Refresh() }

// FocusLost hides it.
func (w *row) FocusLost() { w.ground.Color = ui.ColorHover; w.ground.Hide(); w.ground.Refresh() }

// TypedRune uses no character.
func (w *row) TypedRune(rune) {}

// TypedKey opens the project on Enter, forgets it on Delete, and moves on the arrows.
func (w *row) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		w.Tapped(nil)
	case fyne.KeyDelete:
		w.forget()
	default:
		w.screen.Key(ev)
	}
}

// TraceName is the project's name, so that a script finds the row.
func (w *row) TraceName() string { return "recent: " + w.recent.Name }

// CreateRenderer is for Fyne.
func (w *row) CreateRenderer() fyne.WidgetRenderer {
	words := ui.NewColumn(2,
		ui.NewText(w.recent.Name, ui.SizeWork, ui.ColorText).Bold().Cut(),
		ui.NewText(about(w.recent), ui.SizeExplain, ui.ColorMuted).Cut())
	when := ui.NewText(whenWords(w.recent.Opened, w.screen.shell.Now()), ui.SizeExplain, ui.ColorMuted)
	line := ui.NewInsetSides(ui.Space3, ui.Space1, ui.Space3, ui.Space1, ui.NewStretchRow(ui.Space3, 0, words, when))
	return widget.NewSimpleRenderer(ui.NewColumn(0, container.NewStack(w.ground, line), ui.NewHairline()))
}

// about says what was known of the project.
func about(r Recent) string {
	words := ""
	add := func(part string) {
		if words != "" {
			words += ", "
		}
		words += part
	}
	if r.Comments > 0 {
		add(lang.N("{{.N}} comments", r.Comments, map[string]any{"N": ui.Count(r.Comments)}))
	}
	if r.Documents > 0 {
		add(lang.N("{{.N}} documents", r.Documents, map[string]any{"N": ui.Count(r.Documents)}))
	}
	if words == "" {
		add(lang.L("nothing imported yet"))
	}
	round := map[string]any{"Round": r.Round, "Done": ui.Count(r.Done), "Of": ui.Count(r.Assigned)}
	switch {
	case r.Round == "":
	case r.Closed:
		add(lang.L("{{.Round}} closed", round))
	case r.Assigned > 0 && r.Blind:
		add(lang.L("{{.Round}} blind, {{.Done}} of {{.Of}} done", round))
	case r.Assigned > 0:
		add(lang.L("{{.Round}}, {{.Done}} of {{.Of}} done", round))
	default:
		add(lang.L("{{.Round}} open", round))
	}
	return words
}

// whenWords say when the project was open last.
func whenWords(then, now time.Time) string {
	switch WhenWas(then, now) {
	case Today:
		return lang.L("today")
	case Yesterday:
		return lang.L("yesterday")
	case OnWeekday:
		return [...]string{
			lang.L("Sunday"), lang.L("Monday"), lang.L("Tuesday"), lang.L("Wednesday"),
			lang.L("Thursday"), lang.L("Friday"), lang.L("Saturday"),
		}[then.In(now.Location()).Weekday()]
	}
	return then.In(now.Location()).Format(time.DateOnly)
}
