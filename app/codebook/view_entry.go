package codebook

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
)

// pageWidth limits how long the lines of an entry are, longestTitle the name at
// its head.
const (
	pageWidth    = 720
	longestTitle = 36
)

// entryPage is one code's entry in the codebook.
type entryPage struct {
	screen   *Screen
	object   *ui.Scrolled
	head     *fyne.Container
	examples *exampleList
	complete *ui.Sentence
	look     *fyne.Container
	memos    *fyne.Container
	fields   []*field
	// rename is the field in place of the title, while it is there.
	rename *ui.Entry
	shown  coding.CodeID
}

func newEntryPage(s *Screen) *entryPage {
	p := &entryPage{screen: s, head: ui.NewColumn(ui.Space1), complete: ui.NewSentence(ui.SizeExplain), look: ui.NewColumn(ui.Space2), memos: ui.NewColumn(ui.Space1)}
	p.examples = newExampleList(s)
	p.fields = newFields(s)
	rows := []fyne.CanvasObject{p.head}
	for _, f := range p.fields[:3] {
		rows = append(rows, f.object)
	}
	rows = append(rows, p.examples.object,
		ui.NewColumn(ui.Space2, ui.NewHeading(lang.L("Complete?")), p.complete),
		p.fields[3].object, p.memos, p.look)
	p.object = ui.NewPage(ui.Space4, pageWidth, rows...)
	return p
}

// refresh shows the page that was read.
func (p *entryPage) refresh() {
	page := p.screen.page
	if p.shown != page.Code.ID {
		p.rename = nil
		p.object.Scroll.ScrollToTop()
		p.examples.closeChoice()
	}
	p.shown = page.Code.ID
	p.showHead()
	for _, f := range p.fields {
		f.show(page)
	}
	p.examples.show(page)
	p.complete.SetParts(completeness(page.Code)...)
	p.showMemos()
	p.showLook()
	p.object.Refresh()
}

// showHead shows the name, what may be done, and how much was coded.
func (p *entryPage) showHead() {
	s, code := p.screen, p.screen.page.Code
	swatch := ui.NewSwatch(code.Color)
	swatch.Side = 16
	var title fyne.CanvasObject = ui.NewTitle(clip(code.Name, longestTitle))
	if p.rename != nil {
		title = ui.NewSized(320, 0, p.rename)
	}
	if p.rename == nil {
		title = newChoice(title, lang.L("Rename"), false, p.askName)
	}
	path := ""
	if code.Parent != "" {
		path = s.study.Book.Path(code.Parent)
	}
	deeds := ui.NewRow(ui.Space2, ui.NewButton(lang.L("Merge…"), s.mergeCode), ui.NewButton(lang.L("Split…"), s.splitCode))
	if s.study.Unused(code.ID) && !code.Retired {
		deeds.Add(ui.NewButton(lang.L("Delete"), s.remove))
	} else {
		deeds.Add(p.retire(code))
	}
	name := ui.NewStretchRow(ui.Space2, 2, swatch, title, ui.NewText(path, ui.SizeWork, ui.ColorMuted).Cut())
	p.head.Objects = []fyne.CanvasObject{ui.NewEnds(ui.Space2, name, deeds), p.figures()}
	p.head.Refresh()
}

// retire is the button that retires a code or brings it back.
func (p *entryPage) retire(code coding.Code) *ui.Button {
	words := lang.L("Retire")
	if code.Retired {
		words = lang.L("Bring back")
	}
	return ui.NewButton(words, p.screen.retire)
}

// figures say how much was given the code.
func (p *entryPage) figures() fyne.CanvasObject {
	s, page := p.screen, p.screen.page
	n := s.study.Counts[page.Code.ID]
	figures := []fyne.CanvasObject{
		ui.NewText(lang.N("{{.N}} excerpts", n.Excerpts, map[string]any{"N": ui.Count(n.Excerpts)}), ui.SizeExplain, ui.ColorMuted),
		ui.NewText(lang.N("{{.N}} comments", n.Sources, map[string]any{"N": ui.Count(n.Sources)}), ui.SizeExplain, ui.ColorMuted),
		ui.NewText(lang.L("{{.N}} of {{.All}} respondents", map[string]any{"N": ui.Count(n.Cases), "All": ui.Count(s.study.Cases)}), ui.SizeExplain, ui.ColorMuted),
	}
	if agreed := s.agreement; agreed != nil {
		if alpha, known := agreed.Alpha[page.Code.ID]; known {
			words := lang.L("α {{.Alpha}} in {{.Round}}", map[string]any{"Alpha": ui.Decimal(coefficient(alpha)), "Round": agreed.Round.Name})
			figures = append(figures, ui.NewText(words, ui.SizeExplain, ui.ColorMuted))
		}
	}
	if page.Stale > 0 {
		words := lang.N("{{.N}} codings are older than the definition", page.Stale, map[string]any{"N": ui.Count(page.Stale)})
		figures = append(figures, ui.NewText(words, ui.SizeExplain, ui.ColorLook))
	}
	if page.Code.Retired {
		figures = append(figures, ui.NewText(lang.L("retired: stays where it was given, and is offered no more"), ui.SizeExplain, ui.ColorLook))
	}
	return ui.NewFlow(ui.Space4, ui.Space1, figures...)
}

// coefficient writes a coefficient as the field does: ".69", "1.00", "−.12".
func coefficient(v float64) string {
	text := fmt.Sprintf("%.2f", v)
	if rest, negative := strings.CutPrefix(text, "-"); negative {
		return "−" + strings.TrimPrefix(rest, "0")
	}
	return strings.TrimPrefix(text, "0")
}

// completeness says which parts of an entry are there.
func completeness(code coding.Code) []ui.Part {
	missing := code.Missing()
	var parts []ui.Part
	for _, part := range []struct{ name, words string }{
		{"definition", lang.L("definition")},
		{"use when", lang.L("use when")},
		{"not when", lang.L("not when")},
		{"typical example", lang.L("typical example")},
		{"borderline example", lang.L("borderline example")},
	} {
		if slices.Contains(missing, part.name) {
			parts = append(parts, ui.MutedWords("○ "+part.words+"    "))
		} else {
			parts = append(parts, ui.Part{Text: "✓ " + part.words + "    ", Tone: ui.ToneGood})
		}
	}
	return parts
}

// showMemos shows what others wrote about the code, and until when they don't
// read what the viewer writes.
func (p *entryPage) showMemos() {
	p.memos.Objects = nil
	if quiet := p.screen.study.Quiet; quiet != "" {
		p.memos.Add(ui.NewSentence(ui.SizeExplain, ui.MutedWords(lang.L("{{.Round}} is blind: the others read your memo when it is closed.", map[string]any{"Round": quiet}))))
	}
	for _, m := range p.screen.page.Memos {
		p.memos.Add(ui.NewSentence(ui.SizeTable, ui.BoldWords(p.screen.study.Coder(m.By).Name+" "), ui.MutedWords(m.Text)))
	}
	p.memos.Hidden = len(p.memos.Objects) == 0
}

// askName puts a field in place of the title.
func (p *entryPage) askName() {
	if p.screen.page == nil {
		return
	}
	p.rename = ui.NewEntry("", func(ev *fyne.KeyEvent) bool {
		switch ev.Name {
		case fyne.KeyEscape:
			p.endRename(false)
		case fyne.KeyReturn, fyne.KeyEnter:
			p.endRename(true)
		default:
			return false
		}
		return true
	})
	p.rename.SetText(p.screen.page.Code.Name)
	p.rename.OnLeft = func() { p.endRename(true) }
	p.showHead()
	p.object.Refresh()
	p.screen.shell.Window().Canvas().Focus(p.rename)
}

// endRename takes the field away, and the name that was typed where it is to be kept.
func (p *entryPage) endRename(keep bool) {
	if p.rename == nil {
		return
	}
	name := p.rename.Text
	p.rename.OnLeft = nil
	p.rename = nil
	if keep && name != "" && name != p.screen.page.Code.Name {
		p.screen.change(lang.L("rename the code"), func(c *coding.Code) { c.Name = name })
	}
	p.showHead()
	p.object.Refresh()
	p.screen.focus()
}

// focusFirst puts the keyboard into the definition.
func (p *entryPage) focusFirst() {
	if p.screen.page != nil {
		p.screen.shell.Window().Canvas().Focus(p.fields[0].entry)
	}
}

// leave keeps what was typed before another code is shown.
func (p *entryPage) leave() {
	for _, f := range p.fields {
		f.keep()
	}
}

// change changes the entry of the code on the page.
func (s *Screen) change(doing string, change func(*coding.Code)) {
	session, id := s.shell.Session(), s.page.Code.ID
	s.do(doing, func(ctx context.Context) error { return session.ReviseCode(ctx, id, change) }, nil)
}

// retire retires the code on the page, or brings it back.
func (s *Screen) retire() {
	if s.page == nil {
		return
	}
	retired := !s.page.Code.Retired
	doing := lang.L("bring the code back")
	if retired {
		doing = lang.L("retire the code")
	}
	s.change(doing, func(c *coding.Code) { c.Retired = retired })
}

// remove deletes the code on the page, which nothing hangs on.
func (s *Screen) remove() {
	session, code := s.shell.Session(), s.page.Code
	s.do(lang.L("delete the code"), func(ctx context.Context) error {
		book, err := session.Codebook(ctx)
		if err != nil {
			return err
		}
		if now, known := book.Code(code.ID); known {
			return session.RemoveCode(ctx, now)
		}
		return nil
	}, nil)
}
