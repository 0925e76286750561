package app

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/ui"
)

// chooser asks for a file: a path to type, and under it what begins so. It
// works by keys alone, and by mouse alone.
type chooser struct {
	shell   *Shell
	endings []string
	saving  bool
	then    func(string)

	box   *floating
	path  *ui.Entry
	lines *choices
	wrong *ui.Text
	// replace is the existing file that the person was warned of.
	replace string
}

// OpenFile asks for a file to read, with one of the endings (any file without),
// and gives its path to then. Nothing happens when the person thinks better of it.
func (s *Shell) OpenFile(endings []string, then func(path string)) {
	s.choose(lang.L("Open a file"), lang.L("Open"), s.folder()+string(filepath.Separator), &chooser{endings: endings, then: then})
}

// SaveFile asks where to write a file of the suggested name, with one of the
// endings, and gives its path to then. A file that is there already is only
// given after a warning.
func (s *Shell) SaveFile(suggested string, endings []string, then func(path string)) {
	s.choose(lang.L("Save as"), lang.L("Save"), filepath.Join(s.folder(), fileName(suggested)), &chooser{endings: endings, saving: true, then: then})
}

// choose shows the box.
func (s *Shell) choose(title, yes, path string, c *chooser) {
	c.shell = s
	for i, ending := range c.endings {
		c.endings[i] = "." + strings.ToLower(strings.TrimPrefix(ending, "."))
	}
	c.lines = newChoices()
	c.wrong = ui.NewText("", ui.SizeExplain, ui.ColorLook).Wrapped()
	c.wrong.Hide()
	c.path = ui.NewEntry("", c.key)
	c.path.OnChanged = c.list
	about := ""
	if len(c.endings) > 0 {
		about = strings.Join(c.endings, "  ")
	}
	column := ui.NewColumn(ui.Space2,
		ui.NewStretchRow(ui.Space2, 0, ui.NewText(title, ui.SizeWork, ui.ColorText).Bold(), ui.NewText(about, ui.SizeExplain, ui.ColorMuted)),
		c.path, c.lines.box, c.wrong,
		ui.NewStretchRow(ui.Space2, 0, ui.NewSpace(0, 0),
			ui.NewButton(lang.L("Cancel"), s.closeFloating).WithKey("Esc"),
			ui.NewPrimaryButton(yes, c.take).WithKey("Enter")))
	fill(c.path, path)
	c.box = s.float(ui.NewInset(ui.Space2, column), 640, ui.TopBarHeight+ui.Space4, c.path, c.take)
}

// key moves in the list, or takes what is typed or chosen.
func (c *chooser) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if c.lines.chosen >= 0 && len(c.lines.all) > 0 {
			c.lines.do()
			return true
		}
		c.take()
		return true
	}
	return c.shell.escapes(ev) || c.lines.key(ev)
}

// list shows what stands at the typed path. Where a new file is to be written
// nothing of it is chosen yet.
func (c *chooser) list(typed string) {
	home, _ := os.UserHomeDir() // without one, there is none to write for
	if path, anew := startsAnew(typed, home); anew {
		fill(c.path, path)
		return
	}
	var lines []choice
	for _, p := range listPlaces(typed, c.endings) {
		line := choice{words: p.Name, do: func() { c.accept(p.Path) }}
		if p.Folder {
			line.words, line.do = p.Name+string(filepath.Separator), func() { fill(c.path, filepath.Clean(p.Path)+string(filepath.Separator)) }
		}
		lines = append(lines, line)
	}
	c.lines.set(lines)
	switch {
	case c.saving || isFile(typed):
		c.lines.choose(-1)
	case len(lines) > 1 && strings.HasPrefix(lines[0].words, ".."):
		c.lines.choose(1)
	}
	c.tell("")
	if c.box.open() {
		c.box.fit()
	}
}

// take takes what is typed, if it can be taken.
func (c *chooser) take() {
	path := strings.TrimSpace(c.path.Text)
	switch {
	case isDirectory(path) || path == "":
		c.warn(lang.L("This is a folder: choose a file in it, or write a name."))
	case !c.saving && !isFile(path):
		c.warn(lang.L("There is no file of this name."))
	default:
		c.accept(path)
	}
}

// accept gives the path on, unless a file would be lost that the person wasn't
// warned of.
func (c *chooser) accept(path string) {
	if c.saving {
		path = withEnding(path, c.endings)
		if isFile(path) && c.replace != path {
			c.replace = path
			fill(c.path, path)
			c.warn(lang.L("This file exists. Save once more to replace it."))
			return
		}
	}
	c.shell.closeFloating()
	c.shell.keepFolder(path)
	c.then(path)
}

// warn says what stands in the way.
func (c *chooser) warn(words string) {
	c.tell(words)
	c.box.fit()
}

// tell puts words under the list, or takes them away.
func (c *chooser) tell(words string) {
	c.wrong.Hidden = words == ""
	c.wrong.SetText(words)
}

// isFile reports whether a path is an existing file.
func isFile(path string) bool {
	found, err := os.Stat(path)
	return err == nil && !found.IsDir()
}

// fill replaces what stands in a field; the caret is at its end.
func fill(e *ui.Entry, text string) {
	e.SetText(text)
	e.CursorColumn = len([]rune(text))
	e.Refresh()
}
