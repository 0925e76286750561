package adjudicate

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
	"concord/coding/compare"
)

// choices are the buttons for what stands.
func (s *Screen) choices() fyne.CanvasObject {
	s.choice = map[string]*ui.Button{}
	var row []fyne.CanvasObject
	add := func(key, words string) {
		b := ui.NewButton(words, func() { s.press(key) })
		s.choice[key] = b.WithKeyFirst(key)
		row = append(row, b)
	}
	for i, v := range s.detail.Views {
		add(fmt.Sprint(i+1), s.name(v.Coder.ID))
	}
	both := lang.L("Both, each as it is")
	if s.detail.Kind == compare.Boundary {
		both = lang.L("Both, joined")
	}
	add("B", both)
	add("0", lang.L("Neither"))
	add("E", lang.L("Another span or code"))
	s.showChoice()
	return ui.NewFlow(ui.Space2, ui.Space2, row...)
}

// press chooses what stands, by the key of its button. What is typed next is the
// reason.
func (s *Screen) press(key string) {
	if s.detail == nil || !s.queue.Mine {
		return
	}
	reason, kind := s.reason.Text, s.draft.Kind
	s.draft = Verdict{Reason: reason, Kind: kind}
	s.edit.show(key == "E")
	switch key {
	case "B":
		for _, v := range s.detail.Views {
			if len(v.Codings) > 0 {
				s.draft.Keep = append(s.draft.Keep, v.Coder.ID)
			}
		}
	case "0":
		s.draft.None = true
	case "E":
		s.draft.Marks = s.edit.marks()
	default:
		view := s.detail.Views[int(key[0]-'1')]
		if s.draft.Keep = []coding.CoderID{view.Coder.ID}; len(view.Codings) == 0 {
			s.draft.Keep, s.draft.None = nil, true // nothing here is what this coder said
		}
	}
	s.pressed = key
	s.showChoice()
	s.middle.Refresh()
	if key == "E" {
		s.edit.focus()
	} else {
		s.focusReason()
	}
}

// showChoice shows which button holds.
func (s *Screen) showChoice() {
	for key, b := range s.choice {
		b.SetPrimary(s.holds(key))
	}
}

func (s *Screen) holds(key string) bool {
	d := s.draft
	if s.pressed != "" {
		return key == s.pressed
	}
	switch key {
	case "B":
		return len(d.Keep) > 1
	case "0":
		return d.None
	case "E":
		return len(d.Marks) > 0 || s.edit.shown()
	}
	view := s.detail.Views[int(key[0]-'1')]
	return len(d.Keep) == 1 && d.Keep[0] == view.Coder.ID
}

// why asks for the reason.
func (s *Screen) why() fyne.CanvasObject {
	kinds := []struct {
		kind coding.ReasonKind
		word string
	}{
		{coding.Scope, lang.L("Scope: too much or too little marked")},
		{coding.DefinitionUnclear, lang.L("Definition unclear")},
		{coding.PassageMissed, lang.L("Missed")},
		{coding.TrulyAmbiguous, lang.L("Truly ambiguous")},
		{coding.Slip, lang.L("Slip")},
	}
	var pills []fyne.CanvasObject
	show := func() {
		for i, k := range kinds {
			pills[i].(*ui.Pill).SetChosen(s.draft.Kind == k.kind) //nolint:forcetypeassert // made below
		}
	}
	for _, k := range kinds {
		pills = append(pills, ui.NewPill(k.word, func() {
			if s.draft.Kind == k.kind {
				s.draft.Kind = ""
			} else {
				s.draft.Kind = k.kind
			}
			show()
		}))
	}
	show()
	s.reason = ui.NewEntry(lang.L("Why? One sentence that the coders will read"), s.reasonKey)
	s.reason.SetText(s.draft.Reason)
	s.reason.OnSubmitted = func(string) { s.decide() }
	last := ui.NewMenuButton(lang.L("Last reasons"), func() []ui.Option {
		var options []ui.Option
		for _, r := range s.queue.Reasons {
			options = append(options, ui.Option{Text: r, OnChosen: func() { s.reason.SetText(r) }})
		}
		return options
	})
	last.SetDisabled(len(s.queue.Reasons) == 0)
	decide := lang.L("Decide, next")
	if s.detail.Decision != nil {
		decide = lang.L("Decide anew")
	}
	return ui.NewColumn(ui.Space2,
		ui.NewHeading(lang.L("Why")),
		ui.NewFlow(ui.Space2, ui.Space2, pills...),
		s.reason,
		ui.NewStretchRow(ui.Space2, 1, last, ui.NewSpace(0, 0), ui.NewPrimaryButton(decide, s.decide).WithKey("Enter")),
	)
}

func (s *Screen) focusReason() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.reason); c != nil {
		c.Focus(s.reason)
		s.middle.Reveal(s.reason)
	}
}

// reasonKey leaves the reason on Escape, so that something else can be chosen,
// and takes the arrows.
func (s *Screen) reasonKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyEscape:
		s.shell.Window().Canvas().Unfocus()
	case fyne.KeyDown, fyne.KeyUp:
		s.shell.Window().Canvas().Unfocus()
		return s.Key(ev)
	default:
		return false
	}
	return true
}

// Rune takes the keys of the buttons.
func (s *Screen) Rune(r rune) bool {
	key := string(r)
	switch {
	case s.detail == nil:
		return false
	case r == 'j':
		s.open(s.at + 1)
	case r == 'k':
		s.open(s.at - 1)
	case !s.queue.Mine:
		return false
	case r >= '1' && int(r-'1') < len(s.detail.Views), r == '0':
		s.press(key)
	case r == 'b' || r == 'B':
		s.press("B")
	case r == 'e' || r == 'E':
		s.press("E")
	case r == 'r' || r == 'R':
		s.focusReason()
	default:
		return false
	}
	return true
}

// Key takes Enter and the arrows.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		s.decide()
	case fyne.KeyDown:
		s.open(s.at + 1)
	case fyne.KeyUp:
		s.open(s.at - 1)
	default:
		return false
	}
	return true
}

// Shortcut uses none.
func (s *Screen) Shortcut(fyne.Shortcut) bool { return false }

// Hints are the keys of the status strip.
func (s *Screen) Hints() []ui.Hint {
	if s.queue != nil && !s.queue.Mine {
		return []ui.Hint{{Key: "↓", Does: lang.L("next")}}
	}
	return []ui.Hint{
		{Key: "1 2 B 0 E", Does: lang.L("what stands")},
		{Key: "Esc", Does: lang.L("choose anew")},
		{Key: "Enter", Does: lang.L("decide, next")},
		{Key: "↓", Does: lang.L("next")},
	}
}

// Commands are what can be done here by its name.
func (s *Screen) Commands() []ui.Command {
	return []ui.Command{
		{Name: lang.L("Show all disagreements"), Do: func() { s.left.set(func(f *Filter) { *f = Filter{Unsure: true} }) }},
		{Name: lang.L("Show open disagreements"), Do: func() { s.left.set(func(f *Filter) { *f = Filter{Unsure: true, Open: true} }) }},
	}
}
