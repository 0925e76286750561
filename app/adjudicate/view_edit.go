package adjudicate

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"concord/app/ui"
	"concord/coding"
)

// markEditor is where a supervisor marks another span, or gives another code.
type markEditor struct {
	object *fyne.Container
	text   *ui.CodedText
	code   *widget.Select
	paths  []coding.CodeID
	detail *Detail
}

func newMarkEditor(d *Detail, book *coding.Codebook) *markEditor {
	e := &markEditor{detail: d, text: ui.NewCodedText(oneBlock{d})}
	var names []string
	chosen := -1
	for _, c := range book.Codes() {
		if c.Retired {
			continue
		}
		if len(d.Codes) > 0 && c.ID == d.Codes[0].ID {
			chosen = len(names)
		}
		names = append(names, book.Path(c.ID))
		e.paths = append(e.paths, c.ID)
	}
	e.code = widget.NewSelect(names, nil)
	if chosen >= 0 {
		e.code.SetSelectedIndex(chosen)
	}
	const height = 150
	e.object = ui.NewColumn(ui.Space2,
		ui.NewHeading(lang.L("Mark what stands, by mouse or with Shift and the arrows")),
		ui.NewSized(0, height, e.text),
		ui.NewStretchRow(ui.Space2, 1, ui.NewText(lang.L("as"), ui.SizeWork, ui.ColorMuted), e.code),
	)
	e.show(d.Decision != nil && d.Decision.Verdict == coding.KeepElse)
	return e
}

func (e *markEditor) shown() bool { return e.object.Visible() }

func (e *markEditor) show(shown bool) {
	if !shown {
		e.object.Hide()
		return
	}
	e.object.Show()
	span := e.detail.Item.Span
	if d := e.detail.Decision; d != nil && len(d.Marks) > 0 {
		span = d.Marks[0].Span
	}
	e.text.Select(0, span)
	e.text.ScrollTo(0, span)
}

func (e *markEditor) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e.text); c != nil {
		c.Focus(e.text)
	}
}

// marks is what the supervisor marked: nothing without a selection and a code.
func (e *markEditor) marks() []coding.Mark {
	span, at := e.text.Selection().Span, e.code.SelectedIndex()
	if span.Empty() || at < 0 {
		return nil
	}
	return []coding.Mark{{Span: span, Code: e.paths[at]}}
}

// oneBlock shows a single source.
type oneBlock struct{ detail *Detail }

func (oneBlock) Len() int         { return 1 }
func (b oneBlock) Length(int) int { return b.detail.Source.Length }
func (b oneBlock) Block(int) ui.Block {
	return ui.Block{ID: string(b.detail.Source.ID), Text: b.detail.Text}
}
