package adjudicate

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
	"concord/coding/compare"
)

// pageWidth is as wide as the place and the coders' cards become.
const pageWidth = 1000

// showNothing says that the queue, or what the filter leaves of it, is empty.
func (s *Screen) showNothing() {
	title, words := lang.L("Nothing left to decide here"), lang.L("Every disagreement that the filter takes is decided. Turn off Open to look at the decisions.")
	var next *ui.Button
	switch {
	case len(s.queue.Items) == 0 && s.queue.Material.Finished() == 0:
		title, words = lang.L("Nothing to resolve yet"), lang.L("When two coders have marked the same comments as done, the places where they differ stand here.")
		next = s.library()
	case len(s.queue.Items) == 0:
		title, words = lang.L("The coders agree everywhere"), lang.L("In this round nobody differs: there is nothing to resolve.")
	case s.filter.Takes():
		next = ui.NewButton(lang.L("Show all"), func() { s.filter = Filter{Unsure: true}; s.arrange(0) })
	}
	s.middle.SetContent(ui.NewEmptyState(title, words, next))
	s.right.SetContent(ui.NewSpace(0, 0))
}

// showDetail builds the middle and the right for the item.
func (s *Screen) showDetail() {
	d := s.detail
	s.edit = newMarkEditor(s)
	head := []fyne.CanvasObject{ui.NewText(d.Name, ui.SizeExplain, ui.ColorText).Bold()}
	for _, known := range d.Known {
		head = append(head, ui.NewText(known, ui.SizeExplain, ui.ColorMuted))
	}
	if d.Source.Question != "" {
		head = append(head, ui.NewText(d.Source.Question, ui.SizeExplain, ui.ColorMuted))
	}
	head = append(head, ui.NewLink(lang.L("read it whole"), func() { s.shell.ShowSource(d.Source.ID, d.Item.Span) }))
	things := []fyne.CanvasObject{
		ui.NewFlow(ui.Space3, ui.Space1, head...),
		ui.NewLanes(coding.Slice(d.Text, d.Window), shift(d.Item.Span, d.Window), s.lanes()),
		ui.NewSentence(ui.SizeTable, s.told()...),
		s.views(),
	}
	if s.queue.Mine {
		things = append(things, s.choices(), s.edit.object, s.why())
	} else {
		things = append(things, s.settled()...)
	}
	s.middle.SetContent(ui.NewInsetSides(ui.Space5, ui.PageInset, ui.Space5, ui.PageInset,
		ui.NewLimited(pageWidth, ui.NewColumn(ui.Space4, things...))))
	s.middle.Refresh()
	s.showCodes()
}

// settled says to who may not decide who does, and what was decided.
func (s *Screen) settled() []fyne.CanvasObject {
	who := ui.NewMuted(lang.L("You can follow what is decided here. It is decided by {{.Names}}.", map[string]any{"Names": strings.Join(s.queue.Judges, ", ")}))
	d := s.detail.Decision
	if d == nil {
		return []fyne.CanvasObject{ui.NewHairline(), who}
	}
	var kept string
	switch d.Verdict {
	case coding.KeepNone:
		kept = lang.L("Neither")
	case coding.KeepElse:
		kept = lang.L("Another span or code")
	default:
		var names []string
		for _, id := range d.Kept {
			names = append(names, s.name(id))
		}
		kept = strings.Join(names, ", ")
	}
	return []fyne.CanvasObject{
		ui.NewHairline(),
		ui.NewSentence(ui.SizeWork, ui.BoldWords(lang.L("Decided: {{.What}}.", map[string]any{"What": kept})), ui.Words(" "+d.Reason)),
		who,
	}
}

func shift(span, window coding.Span) coding.Span {
	return coding.Span{Start: span.Start - window.Start, End: span.End - window.Start}
}

// lanes are the coders' marks under the text.
func (s *Screen) lanes() []ui.Lane {
	var lanes []ui.Lane
	for _, v := range s.detail.Views {
		lane := ui.Lane{Who: v.Coder.Initials(), Hex: v.Coder.Color}
		for _, c := range v.Codings {
			code, _ := s.queue.Material.Book.Code(c.Code)
			lane.Spans = append(lane.Spans, ui.LaneSpan{Span: shift(c.Span, s.detail.Window), Hex: code.Color})
		}
		lanes = append(lanes, lane)
	}
	return lanes
}

// told words the disagreement.
func (s *Screen) told() []ui.Part {
	d := s.detail
	kind := kindWord(d.Kind)
	parts := []ui.Part{ui.BoldWords(strings.ToUpper(kind[:1]) + kind[1:] + ". ")}
	if a, b, shared, percent, ok := d.Overlap(); ok {
		return append(parts, ui.MutedWords(lang.L("Both applied {{.Code}}: {{.A}} marked {{.NA}} characters, {{.B}} {{.NB}}, {{.Shared}} of them the same (overlap {{.Percent}} %).", map[string]any{
			"Code": codeNames(d.Codes), "A": s.name(a.Coder), "NA": a.Len(), "B": s.name(b.Coder), "NB": b.Len(), "Shared": shared, "Percent": percent,
		})))
	}
	switch d.Kind {
	case compare.Omission:
		return append(parts, ui.MutedWords(lang.L("{{.Who}} finished the comment and marked nothing here.", map[string]any{"Who": strings.Join(s.silent(), ", ")})))
	case compare.DifferentCode:
		return append(parts, ui.MutedWords(lang.L("The same words, under different codes.")))
	}
	return append(parts, ui.MutedWords(lang.L("Different codes on different, overlapping words.")))
}

// silent are those who looked and marked nothing.
func (s *Screen) silent() []string {
	var names []string
	for _, v := range s.detail.Views {
		if v.Looked && len(v.Codings) == 0 {
			names = append(names, v.Coder.Name)
		}
	}
	return names
}

func (s *Screen) name(id coding.CoderID) string {
	for _, v := range s.detail.Views {
		if v.Coder.ID == id {
			first, _, _ := strings.Cut(v.Coder.Name, " ")
			return first
		}
	}
	return ""
}

// views are the coders' cards beside each other.
func (s *Screen) views() fyne.CanvasObject {
	const beside = 3
	var rows []fyne.CanvasObject
	for from := 0; from < len(s.detail.Views); from += beside {
		var cards []fyne.CanvasObject
		var shares []float32
		for _, v := range s.detail.Views[from:min(from+beside, len(s.detail.Views))] {
			cards = append(cards, s.view(v))
			shares = append(shares, 1)
		}
		rows = append(rows, ui.NewColumns(ui.Space3, shares, cards...))
	}
	return ui.NewColumn(ui.Space3, rows...)
}

func (s *Screen) view(v compare.View) fyne.CanvasObject {
	head := []fyne.CanvasObject{ui.NewBadge(v.Coder.Initials(), v.Coder.Color), ui.NewText(v.Coder.Name, ui.SizeWork, ui.ColorText).Bold().Cut()}
	things := []fyne.CanvasObject{}
	unsure := false
	for _, c := range v.Codings {
		code, _ := s.queue.Material.Book.Code(c.Code)
		unsure = unsure || c.Unsure
		things = append(things,
			ui.NewStretchRow(ui.Space2, 1, ui.NewSwatch(code.Color), ui.NewText(code.Name, ui.SizeExplain, ui.ColorText).Bold().Cut()),
			ui.NewText("“"+coding.Slice(s.detail.Text, c.Span)+"”", ui.SizeTable, ui.ColorText).Wrapped())
		for _, m := range s.detail.Memos[c.ID] {
			things = append(things, ui.NewMuted(lang.L("Memo")+": "+m.Text))
		}
	}
	switch {
	case len(v.Codings) > 0:
	case v.Looked:
		things = append(things, ui.NewMuted(lang.L("Nothing here")))
	default:
		things = append(things, ui.NewMuted(lang.L("Hasn't finished this comment")))
	}
	if unsure {
		head = append(head, ui.NewChip(lang.L("unsure"), ui.ToneLook))
	}
	return ui.NewCard(ui.NewColumn(ui.Space2, append([]fyne.CanvasObject{ui.NewStretchRow(ui.Space2, 1, head...)}, things...)...))
}

// showCodes shows the entries of the codes that take part, and precedents.
func (s *Screen) showCodes() {
	var things []fyne.CanvasObject
	for _, c := range s.detail.Codes {
		things = append(things, ui.NewHeading(c.Name), ui.NewBody(orDash(c.Definition)))
		if c.Include != "" {
			things = append(things, ui.NewSentence(ui.SizeExplain, ui.BoldWords(lang.L("Use when")+" "), ui.MutedWords(c.Include)))
		}
		if c.Exclude != "" {
			things = append(things, ui.NewSentence(ui.SizeExplain, ui.BoldWords(lang.L("Not when")+" "), ui.MutedWords(c.Exclude)))
		}
		things = append(things, ui.NewLink(lang.L("Change the definition…"), func() { s.shell.ShowCode(c.ID) }))
	}
	if len(s.detail.Before) > 0 {
		things = append(things, ui.NewHeading(lang.L("Decided before, same code")))
		for _, b := range s.detail.Before {
			things = append(things, ui.NewMuted(fmt.Sprintf("%s, %s: %s", b.Name, kindWord(b.Kind), b.Reason)))
		}
	}
	things = append(things, ui.NewHairline(), ui.NewMuted(lang.L("What the coders did stays as it is. Decisions make the consensus.")))
	s.right.SetContent(ui.NewInset(ui.PanelInset, ui.NewColumn(ui.Space3, things...)))
	s.right.Refresh()
}

func orDash(s string) string {
	if s == "" {
		return lang.L("No definition yet.")
	}
	return s
}
