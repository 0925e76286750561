package reader

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
)

// listen takes over what happens in the text.
func (s *Screen) listen() {
	s.text.OnKey = s.key
	s.text.OnRune = s.Rune
	s.text.OnShortcut = s.Shortcut
	s.text.OnVisible = s.want
	s.text.OnMenu = func(fyne.Position) { s.openQuick() }
	s.text.OnMove = s.moved
	s.text.OnMark = func(place int, id string) {
		if band, ok := s.model.Band(place, id); ok && id != "" {
			s.text.Select(place, coding.Span{Start: band.Span.Start, End: band.Span.Start})
		}
		s.panel.refresh()
	}
	s.text.OnSelect = func(sel ui.Selection) {
		if s.loaded && sel.Block < s.model.Shown.Len() {
			s.shell.Remember(keptPlace, string(s.model.Shown.ID(sel.Block)))
		}
		s.want(s.text.VisibleBlocks())
		if place, id := s.text.SelectedMark(); id != "" && (!sel.Span.Empty() || place != sel.Block) {
			s.text.SelectMark(place, "")
		}
		s.panel.refresh()
	}
	s.text.SelectedLabel = func(n int) string {
		return lang.N("selected, {{.N}} characters", n, map[string]any{"N": ui.Count(n)})
	}
}

// Key gives a key to the text while nothing has the focus.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	if !s.loaded || s.model.Shown.Len() == 0 {
		return false
	}
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown,
		fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDelete, fyne.KeyBackspace:
		s.focus()
		s.text.TypedKey(ev)
		return true
	}
	return false
}

// key comes before the text's own keys.
func (s *Screen) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		s.openQuick()
	case fyne.KeyDelete, fyne.KeyBackspace:
		s.remove()
	case fyne.KeyEscape:
		if s.model.Among == nil {
			return false
		}
		s.showAll()
	default:
		return false
	}
	return true
}

// Rune does what a letter or a digit does.
func (s *Screen) Rune(r rune) bool {
	if r >= '1' && r <= '9' {
		s.byDigit(int(r - '0'))
		return true
	}
	if r == 'J' {
		s.step(-1)
		return true
	}
	for _, k := range s.letters() {
		if unicode.ToLower(r) == k.letter {
			k.do()
			return true
		}
	}
	return false
}

// letter is a key of one letter, and its name as a command.
type letter struct {
	letter rune
	name   string
	do     func()
}

// letters are the screen's keys of one letter.
func (s *Screen) letters() []letter {
	return []letter{
		{'k', lang.L("Find a code or make one"), s.openQuick},
		{'l', lang.L("Apply the last code again"), s.again},
		{'i', lang.L("Make a code of the selected words"), s.inVivo},
		{'s', lang.L("Select the sentence"), s.text.SelectSentence},
		{'c', lang.L("Select the whole comment"), s.text.SelectBlock},
		{'u', lang.L("Mark the coding as unsure"), s.unsure},
		{'m', lang.L("Write a memo"), s.panel.writeMemo},
		{'j', lang.L("Next comment"), func() { s.step(1) }},
		{'n', lang.L("Next comment that isn't coded"), s.nextUncoded},
		{'d', lang.L("Mark the comment as done"), s.done},
		{'/', lang.L("Filter the codes"), func() { s.shell.Window().Canvas().Focus(s.book.filter) }},
	}
}

// step goes to a neighbouring source.
func (s *Screen) step(by int) { s.point(s.current() + by) }

// Shortcut moves excerpts with Alt and the arrows: the end alone, with Shift
// the beginning, with up and down the whole. In a paragraph from right to left
// the arrow to the left leads on.
func (s *Screen) Shortcut(sh fyne.Shortcut) bool {
	keys, ok := sh.(*desktop.CustomShortcut)
	if !ok || keys.Modifier&fyne.KeyModifierAlt == 0 {
		return false
	}
	shift := keys.Modifier&fyne.KeyModifierShift != 0
	on, back := fyne.KeyRight, fyne.KeyLeft
	if s.turned() {
		on, back = back, on
	}
	switch {
	case keys.KeyName == on && shift:
		s.move(StartOn)
	case keys.KeyName == back && shift:
		s.move(StartBack)
	case keys.KeyName == on:
		s.move(EndOn)
	case keys.KeyName == back:
		s.move(EndBack)
	case keys.KeyName == fyne.KeyDown:
		s.move(AllOn)
	case keys.KeyName == fyne.KeyUp:
		s.move(AllBack)
	default:
		return false
	}
	return true
}

// Hints are the keys that the status strip shows.
func (s *Screen) Hints() []ui.Hint {
	hints := []ui.Hint{
		{Key: "1–9", Does: lang.X("key.code", "code")},
		{Key: "K", Does: lang.L("find a code")},
		{Key: "S", Does: lang.L("whole sentence")},
		{Key: "J", Does: lang.L("next comment")},
	}
	if s.loaded && !s.model.At.Open() {
		return append(hints, ui.Hint{Key: "D", Does: lang.L("done")})
	}
	return append(hints, ui.Hint{Key: "N", Does: lang.L("next uncoded")})
}

// Commands are what can be done here by name.
func (s *Screen) Commands() []ui.Command {
	var commands []ui.Command
	for _, k := range s.letters() {
		commands = append(commands, ui.Command{Name: k.name, Keys: string(unicode.ToUpper(k.letter)), Do: k.do})
	}
	for _, m := range []struct {
		name, keys string
		move       Move
	}{
		{lang.L("Widen the excerpt at its end"), "Alt+→", EndOn},
		{lang.L("Narrow the excerpt at its end"), "Alt+←", EndBack},
		{lang.L("Widen the excerpt at its beginning"), "Alt+Shift+←", StartBack},
		{lang.L("Narrow the excerpt at its beginning"), "Alt+Shift+→", StartOn},
		{lang.L("Move the excerpt on by a word"), "Alt+↓", AllOn},
		{lang.L("Move the excerpt back by a word"), "Alt+↑", AllBack},
	} {
		commands = append(commands, ui.Command{Name: m.name, Keys: m.keys, Do: func() { s.move(m.move) }})
	}
	return append(commands,
		ui.Command{Name: lang.L("Previous comment"), Keys: "Shift+J", Do: func() { s.step(-1) }},
		ui.Command{Name: lang.L("Remove the chosen code"), Keys: "Del", Do: s.remove})
}

// empty is shown where the project has nothing to read.
func (s *Screen) empty() fyne.CanvasObject {
	return ui.NewEmptyState(lang.L("Nothing to read yet"),
		lang.L("Comments from a survey and documents stand here, one under another, to be read and coded."),
		ui.NewPrimaryButton(lang.L("Import comments…"), func() { s.shell.ShowImport("") }))
}

// TraceThings are what a script looks for on the screen.
func (s *Screen) TraceThings() map[string]fyne.CanvasObject {
	return map[string]fyne.CanvasObject{"text": s.text, "codebook": s.book.tree, "memo": s.panel.memo.memo, "quick code": s.quick.Card()}
}

// TraceFacts are what a script checks; no respondent's words are among them.
func (s *Screen) TraceFacts() map[string]any {
	sel := s.text.Selection()
	_, mark := s.text.SelectedMark()
	marks := 0
	var here []string
	if s.loaded && s.model.Shown.Len() > 0 {
		for _, b := range s.model.Bands(sel.Block) {
			marks++
			here = append(here, b.Code.Name)
		}
	}
	var caret []int
	if at, height, seen := s.text.Caret(); seen {
		at = fyne.CurrentApp().Driver().AbsolutePositionForObject(s.text).Add(at)
		caret = []int{int(at.X), int(at.Y + height/2)}
	}
	return map[string]any{
		"caret": caret, "sources": s.model.Shown.Len(), "at": sel.Block, "selected": []int{sel.Span.Start, sel.Span.End},
		"chosen": mark, "marks": marks, "codes": here, "quick": s.quick.Shown(), "round": s.model.At.Round.Name,
		"done": s.loaded && s.model.Done(sel.Block),
	}
}
