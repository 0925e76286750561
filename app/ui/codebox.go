package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"concord/coding"
)

// codeBoxWidth is how wide the box is where there is room.
const codeBoxWidth = 400

// CodeBox finds a code by a few letters of its name, or makes a new one. It
// floats over what it is laid upon and is gone when its field is left.
type CodeBox struct {
	// OnCode is told which code was chosen.
	OnCode func(coding.Code)
	// OnNew is told the path of a code that is to be made; nil offers none.
	OnNew func(path string)
	// OnLeave is called when the box goes and the keyboard is free, OnChange
	// when it opens, goes, or offers another code.
	OnLeave, OnChange func()
	// Beside is the line that the box stands under or, without room there,
	// above: its left end and its height, in the layer's coordinates.
	Beside func() (at fyne.Position, height float32, known bool)

	layer  *fyne.Container
	card   *Card
	field  *Entry
	aside  *Text
	lines  *fyne.Container
	book   *coding.Codebook
	last   coding.CodeID
	chosen int

	matches []CodeMatch
	// over says that the pointer is on a line: pressing it leaves the field
	// before the tap comes.
	over bool
}

// NewCodeBox is a box that isn't open; verb says what Enter does: "codes".
func NewCodeBox(enter string) *CodeBox {
	b := &CodeBox{lines: NewColumn(0)}
	b.field = NewEntry(lang.L("Type a code's name"), b.key)
	b.field.OnShortcut = b.shortcut
	b.field.OnLeft = func() {
		if !b.over {
			b.close()
		}
	}
	b.field.OnChanged = func(string) { b.chosen = 0; b.refresh() }
	b.aside = NewText(enter, SizeExplain, ColorMuted)
	head := NewInsetSides(Space1, Space3, Space1, Space1, NewStretchRow(Space2, 0, b.field, b.aside))
	b.card = NewCard(NewColumn(0, head, NewHairline(), NewInset(6, b.lines)))
	b.card.Inset = 1
	b.layer = container.New(codeBoxPlace{b}, b.card)
	b.layer.Hide()
	return b
}

// Layer is what lies over the screen and holds the box.
func (b *CodeBox) Layer() *fyne.Container { return b.layer }

// Card is the box itself, for a script.
func (b *CodeBox) Card() fyne.CanvasObject { return b.card }

// Shown reports whether the box is open.
func (b *CodeBox) Shown() bool { return b.layer.Visible() }

// Open shows the box on a codebook; the code applied last comes first.
func (b *CodeBox) Open(on fyne.Canvas, book *coding.Codebook, last coding.CodeID) {
	b.book, b.last, b.chosen = book, last, 0
	b.field.SetText("")
	b.layer.Show()
	// The window takes notice of what was never shown before with the next
	// frame; the box is to be placed, painted and typed into at once.
	if c, ok := on.(interface{ EnsureMinSize() bool }); ok {
		c.EnsureMinSize()
	}
	b.refresh()
	on.Focus(b.field)
}

// Offered is the code that Enter would choose, while the box is open.
func (b *CodeBox) Offered() (coding.Code, bool) {
	if !b.Shown() || b.chosen >= len(b.matches) {
		return coding.Code{}, false
	}
	return b.matches[b.chosen].Code, true
}

// close takes the box away.
func (b *CodeBox) close() {
	b.over = false
	b.layer.Hide()
	b.changed()
}

// leave takes the box away and gives the keyboard back.
func (b *CodeBox) leave() {
	b.close()
	if b.OnLeave != nil {
		b.OnLeave()
	}
}

// changed tells of what is offered.
func (b *CodeBox) changed() {
	if b.OnChange != nil {
		b.OnChange()
	}
}

// typed is what was typed, as a code would be named.
func (b *CodeBox) typed() string { return strings.TrimSpace(b.field.Text) }

// makes reports whether what was typed can become a code.
func (b *CodeBox) makes() bool { return b.OnNew != nil && b.typed() != "" }

// refresh shows the codes that fit what was typed.
func (b *CodeBox) refresh() {
	if b.book == nil {
		return
	}
	b.matches = MatchCodes(b.book, b.field.Text, b.last)
	b.lines.Objects = nil
	for i, match := range b.matches {
		key := ""
		if match.Code.Shortcut > 0 {
			key = strconv.Itoa(match.Code.Shortcut)
		}
		b.lines.Add(newBoxLine(b, i == b.chosen, matchName(match), match.Theme, key, func() { b.use(i) }))
	}
	if b.makes() {
		words := "+ " + lang.L("New code “{{.Name}}”", map[string]any{"Name": b.typed()})
		b.lines.Add(newBoxLine(b, b.chosen == len(b.matches), NewText(words, SizeWork, ColorMuted).Cut(), lang.L("Ctrl Enter"), "", b.make))
	}
	if len(b.lines.Objects) == 0 {
		words := lang.L("No code has such a name.")
		if b.OnNew != nil {
			words = lang.L("Type a name to make the first code. “Theme/Code” makes both.")
		}
		b.lines.Add(NewInset(Space2, NewMuted(words)))
	}
	b.lines.Refresh()
	b.card.Refresh()
	b.layer.Refresh()
	b.changed()
}

// matchName is a code with what was typed in bold.
func matchName(m CodeMatch) fyne.CanvasObject {
	var parts []Part
	for i, part := range m.Parts {
		parts = append(parts, Part{Text: part, Bold: i%2 == 1})
	}
	return NewStretchRow(Space2+2, 1, NewSwatch(m.Code.Color), NewSentence(SizeWork, parts...))
}

// key moves among the lines, chooses one, or leaves.
func (b *CodeBox) key(ev *fyne.KeyEvent) bool {
	last := len(b.matches) - 1
	if b.makes() {
		last++
	}
	switch ev.Name {
	case fyne.KeyDown:
		b.chosen = min(b.chosen+1, max(0, last))
		b.refresh()
	case fyne.KeyUp:
		b.chosen = max(b.chosen-1, 0)
		b.refresh()
	case fyne.KeyReturn, fyne.KeyEnter:
		b.use(b.chosen)
	case fyne.KeyEscape:
		b.leave()
	default:
		return false
	}
	return true
}

// shortcut makes a new code on Ctrl+Enter.
func (b *CodeBox) shortcut(sh fyne.Shortcut) bool {
	keys, ok := sh.(*desktop.CustomShortcut)
	if !ok || keys.KeyName != fyne.KeyReturn && keys.KeyName != fyne.KeyEnter {
		return false
	}
	b.make()
	return true
}

// use chooses the code of a line; the line after the codes makes a new one.
func (b *CodeBox) use(i int) {
	if i >= len(b.matches) {
		b.make()
		return
	}
	code := b.matches[i].Code
	b.leave()
	b.OnCode(code)
}

// make makes a code of what was typed.
func (b *CodeBox) make() {
	if path := b.typed(); b.makes() {
		b.leave()
		b.OnNew(path)
	}
}

// codeBoxPlace puts the box beside its line.
type codeBoxPlace struct{ box *CodeBox }

// Layout puts the box under the line, or above it where there is no room below.
func (p codeBoxPlace) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if !p.box.Shown() {
		return
	}
	card := p.box.card
	width := min(codeBoxWidth, size.Width-2*Space4)
	card.Resize(fyne.NewSize(width, card.MinSize().Height))
	height := card.MinSize().Height
	at := fyne.NewPos(Space7, size.Height*0.3)
	if p.box.Beside != nil {
		if line, tall, known := p.box.Beside(); known {
			at = fyne.NewPos(line.X, line.Y+tall+Space2)
			if at.Y+height > size.Height-Space2 {
				at.Y = max(Space2, line.Y-height-Space2)
			}
		}
	}
	card.Move(fyne.NewPos(max(Space4, min(at.X, size.Width-width-Space4)), at.Y))
	card.Resize(fyne.NewSize(width, height))
}

// MinSize asks for nothing: the box floats.
func (codeBoxPlace) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
