package reader

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
)

// quickWidth is how wide the quick-code box is.
const quickWidth = 400

// quickBox finds a code by a few letters of its name and applies it, or makes
// a new one. It floats over the text and is gone when the field is left.
type quickBox struct {
	screen *Screen
	layer  *fyne.Container
	card   *ui.Card
	field  *ui.Entry
	lines  *fyne.Container

	matches []Match
	chosen  int
	// over says that the pointer is on a line: pressing it leaves the field
	// before the tap comes.
	over bool
}

func newQuickBox(s *Screen) *quickBox {
	q := &quickBox{screen: s, lines: ui.NewColumn(0)}
	q.field = ui.NewEntry(lang.L("Type a code's name"), q.key)
	q.field.OnShortcut = q.shortcut
	q.field.OnLeft = func() {
		if !q.over {
			q.close()
		}
	}
	q.field.OnChanged = func(string) { q.chosen = 0; q.refresh() }
	aside := ui.NewText(lang.L("Enter codes · Esc leaves"), ui.SizeExplain, ui.ColorMuted)
	head := ui.NewInsetSides(ui.Space1, ui.Space3, ui.Space1, ui.Space1, ui.NewStretchRow(ui.Space2, 0, q.field, aside))
	q.card = ui.NewCard(ui.NewColumn(0, head, ui.NewHairline(), ui.NewInset(6, q.lines)))
	q.card.Inset = 1
	q.layer = container.New(q, q.card)
	q.layer.Hide()
	return q
}

// Layout puts the box under the line with the caret, or above it where there
// is no room below.
func (q *quickBox) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	width := min(quickWidth, size.Width-2*ui.Space4)
	q.card.Resize(fyne.NewSize(width, q.card.MinSize().Height))
	height := q.card.MinSize().Height
	at := fyne.NewPos(ui.Space7, size.Height*0.3)
	if caret, line, seen := q.screen.text.Caret(); seen {
		at = fyne.NewPos(caret.X-ui.Space7, caret.Y+line+ui.Space2)
		if at.Y+height > size.Height-ui.Space2 {
			at.Y = max(ui.Space2, caret.Y-height-ui.Space2)
		}
	}
	q.card.Move(fyne.NewPos(max(ui.Space4, min(at.X, size.Width-width-ui.Space4)), at.Y))
	q.card.Resize(fyne.NewSize(width, height))
}

// MinSize asks for nothing: the box floats.
func (q *quickBox) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// shown reports whether the box is open.
func (q *quickBox) shown() bool { return q.layer.Visible() }

// open shows the box for the selected words.
func (q *quickBox) open() {
	s := q.screen
	if _, _, ok := s.excerpt(); !ok {
		s.sayChoose()
		return
	}
	q.chosen = 0
	q.field.SetText("")
	q.layer.Show()
	q.refresh()
	s.shell.Window().Canvas().Focus(q.field)
}

// close takes the box away.
func (q *quickBox) close() {
	q.over = false
	q.layer.Hide()
	q.screen.panel.refresh()
}

// offered is the code that Enter would apply, while the box is open.
func (q *quickBox) offered() (coding.Code, bool) {
	if !q.shown() || q.chosen >= len(q.matches) {
		return coding.Code{}, false
	}
	return q.matches[q.chosen].Code, true
}

// leave takes the box away and goes back to the text.
func (q *quickBox) leave() {
	q.close()
	q.screen.focus()
}

// typed is what was typed, as a code would be named.
func (q *quickBox) typed() string { return strings.TrimSpace(q.field.Text) }

// refresh shows the codes that fit what was typed.
func (q *quickBox) refresh() {
	m := q.screen.model
	q.matches = Matches(m.Study.Book, q.field.Text, m.Last)
	q.lines.Objects = nil
	for i, match := range q.matches {
		q.lines.Add(newQuickLine(q, i == q.chosen, q.name(match), match.Theme, shortcutWord(match.Code), func() { q.use(i) }))
	}
	if q.typed() != "" {
		words := "+ " + lang.L("New code “{{.Name}}”", map[string]any{"Name": q.typed()})
		q.lines.Add(newQuickLine(q, q.chosen == len(q.matches), ui.NewText(words, ui.SizeWork, ui.ColorMuted).Cut(), lang.L("Ctrl Enter"), "", q.make))
	}
	if len(q.lines.Objects) == 0 {
		q.lines.Add(ui.NewInset(ui.Space2, ui.NewMuted(lang.L("Type a name to make the first code. “Theme/Code” makes both."))))
	}
	q.lines.Refresh()
	q.card.Refresh()
	q.layer.Refresh()
	q.screen.panel.refresh()
}

// name is a code with what was typed in bold.
func (q *quickBox) name(m Match) fyne.CanvasObject {
	var parts []ui.Part
	for i, part := range m.Parts {
		parts = append(parts, ui.Part{Text: part, Bold: i%2 == 1})
	}
	return ui.NewStretchRow(ui.Space2+2, 1, ui.NewSwatch(m.Code.Color), ui.NewSentence(ui.SizeWork, parts...))
}

// key moves among the lines, applies the chosen one, or leaves.
func (q *quickBox) key(ev *fyne.KeyEvent) bool {
	last := len(q.matches) - 1
	if q.typed() != "" {
		last++
	}
	switch ev.Name {
	case fyne.KeyDown:
		q.chosen = min(q.chosen+1, max(0, last))
		q.refresh()
	case fyne.KeyUp:
		q.chosen = max(q.chosen-1, 0)
		q.refresh()
	case fyne.KeyReturn, fyne.KeyEnter:
		q.use(q.chosen)
	case fyne.KeyEscape:
		q.leave()
	default:
		return false
	}
	return true
}

// shortcut makes a new code on Ctrl+Enter.
func (q *quickBox) shortcut(sh fyne.Shortcut) bool {
	keys, ok := sh.(*desktop.CustomShortcut)
	if !ok || keys.KeyName != fyne.KeyReturn && keys.KeyName != fyne.KeyEnter {
		return false
	}
	q.make()
	return true
}

// use applies the code of a line; the line after the codes makes a new one.
func (q *quickBox) use(i int) {
	if i >= len(q.matches) {
		q.make()
		return
	}
	code := q.matches[i].Code
	q.leave()
	q.screen.apply(code)
}

// make makes a code of what was typed.
func (q *quickBox) make() {
	if path := q.typed(); path != "" {
		q.leave()
		q.screen.applyNew(path)
	}
}
