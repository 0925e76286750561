package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
)

// showPalette opens the box in which one types what to search for or what to
// do. With searching the search comes first, else the commands do.
func (s *Shell) showPalette(searching bool) {
	lines := newChoices()
	var box *floating
	entry := ui.NewEntry(lang.L("Search the comments, or type a command"), func(ev *fyne.KeyEvent) bool {
		return s.escapes(ev) || lines.key(ev)
	})
	commands := s.commands()
	fill := func(typed string) {
		lines.set(s.paletteLines(typed, searching, commands))
		if box.open() {
			box.fit()
		}
	}
	entry.OnChanged = fill
	fill("")
	top := s.app.Driver().AbsolutePositionForObject(s.frame.centre).Y + ui.Space2
	box = s.float(ui.NewColumn(ui.Space2, entry, lines.box), 620, top, entry, nil)
}

// paletteLines are the lines for what was typed.
func (s *Shell) paletteLines(typed string, searching bool, commands []ui.Command) []choice {
	names := make([]string, len(commands))
	for i, c := range commands {
		names[i] = c.Name
	}
	var lines []choice
	for _, i := range matching(typed, names) {
		c := commands[i]
		lines = append(lines, choice{words: c.Name, key: c.Keys, do: func() { s.closeFloating(); c.Do() }})
	}
	if query := strings.TrimSpace(typed); query != "" && s.project != nil && s.room(atSearch) != nil {
		search := choice{
			words: lang.L("Search for {{.Query}}", map[string]any{"Query": query}), aside: lang.L("in the comments"),
			do: func() { s.closeFloating(); s.ShowSearch(query) },
		}
		if searching {
			lines = append([]choice{search}, lines...)
		} else {
			lines = append(lines, search)
		}
	}
	return lines
}

// commands is everything that can be done now: the screen's own first, then the menu's.
func (s *Shell) commands() []ui.Command {
	var all []ui.Command
	if screen := s.current(); screen != nil {
		all = append(all, screen.Commands()...)
	}
	if s.project != nil {
		for _, o := range s.coderOptions() {
			if !o.Chosen {
				all = append(all, ui.Command{Name: o.Text, Do: o.OnChosen})
			}
		}
		all = append(all, ui.Command{Name: lang.L("Open or close a round"), Do: func() { s.Go(atLibrary) }})
	}
	for _, column := range s.menu.main.Items {
		for _, line := range column.Items {
			if line.IsSeparator || line.Disabled || line.Action == nil {
				continue
			}
			words := line.Label
			if column.Label == lang.L("Go") {
				words = lang.L("Go to {{.Place}}", map[string]any{"Place": line.Label})
			}
			all = append(all, ui.Command{Name: words, Keys: keyWords(line.Shortcut), Do: line.Action})
		}
	}
	return all
}
