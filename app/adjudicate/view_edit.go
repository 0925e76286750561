package adjudicate

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
)

// markEditor is where a supervisor marks another span, or gives another code.
type markEditor struct {
	screen *Screen
	object *fyne.Container
	text   *ui.CodedText
	code   coding.Code // without an identity where none is chosen yet
	named  *ui.Button
}

func newMarkEditor(s *Screen) *markEditor {
	d := s.detail
	e := &markEditor{screen: s, text: ui.NewCodedText(oneBlock{d})}
	if len(d.Codes) > 0 {
		e.code = d.Codes[0]
	}
	if d.Decision != nil && len(d.Decision.Marks) > 0 {
		e.code, _ = s.queue.Material.Book.Code(d.Decision.Marks[0].Code)
	}
	e.text.OnRune, e.text.OnKey = e.rune, e.key
	e.named = ui.NewButton("", e.choose).WithKey("K")
	e.showCode()
	const height = 150
	e.object = ui.NewColumn(ui.Space2,
		ui.NewHeading(lang.L("Mark what stands, by mouse or with Shift and the arrows")),
		ui.NewTightCard(ui.NewSized(0, height, e.text)),
		ui.NewRow(ui.Space2, ui.NewText(lang.L("as"), ui.SizeWork, ui.ColorMuted), e.named),
	)
	e.show(d.Decision != nil && d.Decision.Verdict == coding.KeepElse)
	return e
}

func (e *markEditor) shown() bool { return e.object.Visible() }

// rune takes K for the code, S for the sentence and C for the whole comment;
// the other keys are the screen's.
func (e *markEditor) rune(r rune) bool {
	switch unicode.ToLower(r) {
	case 'k':
		e.choose()
	case 's':
		e.text.SelectSentence()
	case 'c':
		e.text.SelectBlock()
	default:
		return e.screen.Rune(r)
	}
	return true
}

// key decides on Enter, and leaves on Escape.
func (e *markEditor) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		e.screen.decide()
	case fyne.KeyEscape:
		e.screen.shell.Window().Canvas().Unfocus()
	default:
		return false
	}
	return true
}

// choose opens the box in which the code is found.
func (e *markEditor) choose() {
	e.screen.picker.Open(e.screen.shell.Window().Canvas(), e.screen.queue.Material.Book, e.code.ID)
}

// give takes another code for what is marked.
func (e *markEditor) give(code coding.Code) {
	e.code = code
	e.showCode()
	e.object.Refresh()
}

// showCode names the code on its button.
func (e *markEditor) showCode() {
	name := e.screen.queue.Material.Book.Path(e.code.ID)
	if e.code.ID == "" {
		name = lang.L("Choose a code")
	}
	e.named.SetText(name + " ▾")
}

func (e *markEditor) show(shown bool) {
	if !shown {
		e.object.Hide()
		return
	}
	e.object.Show()
	span := e.screen.detail.Item.Span
	if d := e.screen.detail.Decision; d != nil && len(d.Marks) > 0 {
		span = d.Marks[0].Span
	}
	e.text.Select(0, span)
	e.text.ScrollTo(0, span)
}

func (e *markEditor) focus() { e.screen.shell.Window().Canvas().Focus(e.text) }

// marks is what the supervisor marked: nothing without a selection and a code.
func (e *markEditor) marks() []coding.Mark {
	span := e.text.Selection().Span
	if span.Empty() || e.code.ID == "" {
		return nil
	}
	return []coding.Mark{{Span: span, Code: e.code.ID}}
}

// oneBlock shows a single source.
type oneBlock struct{ detail *Detail }

func (oneBlock) Len() int         { return 1 }
func (b oneBlock) Length(int) int { return b.detail.Source.Length }
func (b oneBlock) Block(int) ui.Block {
	return ui.Block{ID: string(b.detail.Source.ID), Text: b.detail.Text}
}
