package codebook

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
	"concord/coding"
)

// treePanel is the tree of codes, its filter, and what adds to it.
type treePanel struct {
	screen *Screen
	object fyne.CanvasObject
	count  *ui.Text
	counts *ui.Text // what the figures beside the codes count
	filter *ui.Entry
	tree   *ui.CodeTree
	foot   *fyne.Container
	name   *ui.Entry
	parent coding.CodeID
}

func newTreePanel(s *Screen) *treePanel {
	t := &treePanel{screen: s, count: ui.NewText("", ui.SizeExplain, ui.ColorMuted), counts: ui.NewMuted(""), tree: ui.NewCodeTree(nil)}
	t.filter = ui.NewCodeFilter(t.tree, s.focus, s.focus)
	t.tree.OnSelect = func(id string) { s.pick(coding.CodeID(id)) }
	t.tree.OnActivate = func(id string) { s.activate(coding.CodeID(id)) }
	t.tree.OnDrop, t.tree.CanDrop = s.drop, s.canDrop
	t.name = ui.NewEntry("", func(ev *fyne.KeyEvent) bool {
		switch ev.Name {
		case fyne.KeyEscape:
			t.dismiss()
		case fyne.KeyReturn, fyne.KeyEnter:
			t.add()
		default:
			return false
		}
		return true
	})
	t.name.OnLeft = t.buttons
	t.foot = ui.NewColumn(0)
	t.buttons()
	t.object = ui.NewCodePanel(t.count, t.filter, t.tree, t.foot, t.counts)
	return t
}

// refresh shows the study's codes.
func (t *treePanel) refresh() {
	s := t.screen
	themes, codes := s.study.Themes()
	t.count.SetText(lang.N("{{.N}} codes", codes, map[string]any{"N": codes}) + ", " + lang.N("{{.N}} themes", themes, map[string]any{"N": themes}))
	t.counts.SetText(lang.L("Counted: excerpts of all rounds and coders"))
	if s.study.Own != "" {
		t.counts.SetText(lang.L("Counted: excerpts of all rounds; of {{.Round}}, which is blind, yours", map[string]any{"Round": s.study.Own}))
	}
	rows := make([]ui.CodeRow, 0, s.study.Book.Len())
	for _, c := range s.study.Book.Codes() {
		row := ui.CodeRow{
			ID: string(c.ID), Name: c.Name, Hex: c.Color, Depth: s.study.Book.Depth(c.ID), Retired: c.Retired,
			Count: s.study.Counts[c.ID].Excerpts, HasCount: s.study.Book.Depth(c.ID) > 0 || s.study.Counts[c.ID].Excerpts > 0,
		}
		if c.Shortcut > 0 {
			row.Key = strconv.Itoa(c.Shortcut)
		}
		if c.ID == s.cut {
			row.Name += " ✂"
			row.Retired = true
		}
		if s.merging != nil && c.ID == s.merging.from {
			row.Name += " →"
			row.Retired = true
		}
		rows = append(rows, row)
	}
	t.tree.SetRows(rows)
	if s.merging == nil && s.splitting == nil && t.tree.Selected() != string(s.chosen) {
		t.tree.Select(string(s.chosen))
	}
	t.object.Refresh()
}

// buttons shows what adds to the tree.
func (t *treePanel) buttons() {
	row := ui.NewFlow(ui.Space2, ui.Space2,
		ui.NewButton("+ "+lang.L("Code"), t.askUnder).WithKey("Insert"),
		ui.NewButton("+ "+lang.L("Theme"), func() { t.ask("") }))
	t.show(row)
}

// askUnder asks for a code under the theme that is chosen.
func (t *treePanel) askUnder() {
	s := t.screen
	if s.study == nil {
		return
	}
	parent := s.chosen
	if code, ok := s.study.Book.Code(parent); ok && code.Parent != "" {
		parent = code.Parent
	}
	t.ask(parent)
}

// ask asks for the name of a code under parent, or of a theme.
func (t *treePanel) ask(parent coding.CodeID) {
	t.parent = parent
	words := lang.L("A new theme")
	if t.screen.study != nil {
		if code, ok := t.screen.study.Book.Code(parent); ok {
			words = lang.L("A new code under {{.Theme}}", map[string]any{"Theme": code.Name})
		}
	}
	t.name.SetText("")
	t.name.SetPlaceHolder(lang.L("Its name"))
	t.show(ui.NewColumn(ui.Space1, ui.NewHeading(words), t.name))
	t.screen.shell.Window().Canvas().Focus(t.name)
}

// show puts something at the panel's foot.
func (t *treePanel) show(o fyne.CanvasObject) {
	t.foot.Objects = []fyne.CanvasObject{ui.NewHairline(), ui.NewInset(ui.PanelInset, o)}
	t.foot.Refresh()
	if t.object != nil {
		t.object.Refresh()
	}
}

// dismiss takes the question away.
func (t *treePanel) dismiss() {
	t.buttons()
	t.screen.focus()
}

// add adds a code of the name that was typed, and shows its page.
func (t *treePanel) add() {
	s, name, parent := t.screen, t.name.Text, t.parent
	t.dismiss()
	if name == "" {
		return
	}
	session := s.shell.Session()
	var added coding.Code
	s.do(lang.L("add the code “{{.Code}}”", map[string]any{"Code": name}), func(ctx context.Context) (err error) {
		added, err = session.AddCode(ctx, coding.Code{Name: name, Parent: parent})
		return err
	}, func() {
		s.entry.leave()
		s.chosen = added.ID
		s.load()
	})
}

// move moves the chosen code in a direction.
func (s *Screen) move(d Direction) {
	if s.study == nil {
		return
	}
	if parent, place, ok := s.study.Target(s.chosen, d); ok {
		s.put(s.chosen, parent, place)
	}
}

// put moves a code to a place.
func (s *Screen) put(id, parent coding.CodeID, place int) {
	session := s.shell.Session()
	s.do(lang.L("move the code"), func(ctx context.Context) error { return session.MoveCode(ctx, id, parent, place) }, nil)
}

// canDrop reports whether a dragged code may land there.
func (s *Screen) canDrop(id, onto string, at ui.DropAt) bool {
	if s.study == nil {
		return false
	}
	_, _, ok := s.study.Drop(coding.CodeID(id), coding.CodeID(onto), at != ui.DropUnder, at == ui.DropAfter)
	return ok
}

// drop moves a code to where it was dragged.
func (s *Screen) drop(id, onto string, at ui.DropAt) {
	if parent, place, ok := s.study.Drop(coding.CodeID(id), coding.CodeID(onto), at != ui.DropUnder, at == ui.DropAfter); ok {
		s.put(coding.CodeID(id), parent, place)
	}
}

// cutCode marks the chosen code to be pasted elsewhere.
func (s *Screen) cutCode() {
	s.cut = s.chosen
	s.tree.refresh()
	s.shell.Say("%s", lang.L("Choose where it belongs and press Ctrl+V. Escape leaves it where it is."))
}

// paste puts the cut code at the chosen one.
func (s *Screen) paste() {
	if s.study == nil || s.cut == "" {
		return
	}
	cut := s.cut
	s.cut = ""
	parent, place, ok := s.study.Paste(cut, s.chosen)
	if !ok {
		s.shell.Say("%s", lang.L("A code can't lie under itself."))
		s.tree.refresh()
		return
	}
	s.chosen = cut
	s.put(cut, parent, place)
}
