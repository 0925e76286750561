package app

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/progress"
)

// nextSteps are the labels of what Undo and Redo would do; empty for nothing.
type nextSteps struct{ Undo, Redo string }

// Undo takes back what was typed last in the focused field, or else the
// person's last step.
func (s *Shell) Undo() {
	if typed(s.window.Canvas().Focused(), (*widget.Entry).Undo) || s.project == nil {
		return
	}
	session := s.project.session
	task.Keep(s.project.tasks, lang.L("Undo"), func(ctx context.Context, _ *progress.Counter) (coding.Entry, error) {
		return session.Undo(ctx)
	}, func(undone coding.Entry, err error) {
		s.tellStep(undone, err, lang.L("Nothing to undo."), lang.L("Undone: {{.Step}}", map[string]any{"Step": s.Words().Tell(undone.Label)}), lang.L("undo"))
	})
}

// Redo brings back what was undone last.
func (s *Shell) Redo() {
	if typed(s.window.Canvas().Focused(), (*widget.Entry).Redo) || s.project == nil {
		return
	}
	session := s.project.session
	task.Keep(s.project.tasks, lang.L("Redo"), func(ctx context.Context, _ *progress.Counter) (coding.Entry, error) {
		return session.Redo(ctx)
	}, func(redone coding.Entry, err error) {
		s.tellStep(redone, err, lang.L("Nothing to redo."), lang.L("Done again: {{.Step}}", map[string]any{"Step": s.Words().Tell(redone.Label)}), lang.L("redo"))
	})
}

// tellStep says what was undone or redone.
func (s *Shell) tellStep(step coding.Entry, err error, nothing, done, doing string) {
	switch {
	case err == nil:
		s.Say("%s", done)
	case errors.Is(err, coding.ErrNotFound) && step.Step == "":
		s.Say("%s", nothing)
	default:
		s.Fail(err, doing)
	}
}

// typed lets a focused field undo or redo its typing, and reports whether that
// changed anything.
func typed(focused fyne.Focusable, do func(*widget.Entry)) bool {
	var entry *widget.Entry
	switch f := focused.(type) {
	case *widget.Entry:
		entry = f
	case *ui.Entry:
		entry = &f.Entry
	default:
		return false
	}
	was := entry.Text
	do(entry)
	return entry.Text != was
}

// refreshSteps looks up what Undo and Redo would do, for the menu.
func (s *Shell) refreshSteps() {
	p := s.project
	session, words := p.session, s.Words()
	p.steps.Start(p.tasks, "", func(ctx context.Context, _ *progress.Counter) (nextSteps, error) {
		var next nextSteps
		undo, err := session.NextUndo(ctx)
		if err == nil {
			next.Undo = words.Tell(undo.Label)
		}
		redo, err := session.NextRedo(ctx)
		if err == nil {
			next.Redo = words.Tell(redo.Label)
		}
		return next, nil
	}, func(next nextSteps, _ error) {
		p.next = next
		s.menu.refresh()
	})
}
