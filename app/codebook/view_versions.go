package codebook

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"concord/app/task"
	"concord/app/ui"
	"concord/coding/progress"
	"concord/coding/refi"
)

// versionWidth is how wide the versions at the right are.
const versionWidth = 316

// versionPanel lists the versions of the book, says what the chosen one
// changed, and holds the ways in and out.
type versionPanel struct {
	screen *Screen
	object fyne.CanvasObject
	panel  *ui.Scrolled
	list   *fyne.Container
}

func newVersionPanel(s *Screen) *versionPanel {
	v := &versionPanel{screen: s, list: ui.NewColumn(ui.Space2)}
	out := ui.NewMenuButton(lang.L("Export codebook"), v.forms)
	in := ui.NewButton(lang.L("Import…"), s.importBook)
	foot := ui.NewColumn(0, ui.NewHairline(), ui.NewInset(ui.PanelInset, ui.NewFlow(ui.Space2, ui.Space2, out, in)))
	v.panel = ui.NewPanel(ui.Space2, v.list)
	v.object = ui.NewSidePanel(versionWidth, false, ui.NewDock(nil, foot, nil, nil, v.panel))
	return v
}

// refresh shows the study's versions.
func (v *versionPanel) refresh() {
	s := v.screen
	objects := []fyne.CanvasObject{ui.NewHeading(lang.L("Versions"))}
	since, base := s.study.Since(0)
	about := lang.L("nothing kept before")
	if base > 0 {
		about = lang.N("{{.N}} changes since version {{.Version}}", len(since), map[string]any{"N": len(since), "Version": base})
	}
	objects = append(objects, v.row(0, lang.L("Now"), about))
	for _, version := range slices.Backward(s.study.Versions) {
		about := strings.TrimPrefix(s.shell.Words().Tell(version.Note)+", ", ", ") + version.At.Local().Format(lang.L("2 Jan"))
		objects = append(objects, v.row(version.Number, lang.L("Version {{.N}}", map[string]any{"N": version.Number}), about))
	}
	objects = append(objects, v.differences()...)
	v.list.Objects = objects
	v.list.Refresh()
	v.panel.Refresh()
}

// row is a version to choose.
func (v *versionPanel) row(number int, title, about string) fyne.CanvasObject {
	words := ui.NewColumn(2, ui.NewText(title, ui.SizeWork, ui.ColorText).Bold(), ui.NewText(about, ui.SizeExplain, ui.ColorMuted).Cut())
	return newChoice(ui.NewInset(ui.Space2, words), title, v.screen.version == number, func() {
		v.screen.version = number
		v.refresh()
	})
}

// differences tells what the chosen version changed.
func (v *versionPanel) differences() []fyne.CanvasObject {
	found, base := v.screen.study.Since(v.screen.version)
	heading := lang.L("Since version {{.N}}", map[string]any{"N": base})
	if base == 0 {
		heading = lang.L("At first")
	} else if v.screen.version > 0 {
		heading = lang.L("Against version {{.N}}", map[string]any{"N": base})
	}
	objects := []fyne.CanvasObject{ui.NewSpace(0, ui.Space2), ui.NewHeading(heading)}
	if len(found) == 0 {
		return append(objects, ui.NewMuted(lang.L("Nothing that a coder goes by has changed.")))
	}
	for _, d := range found {
		objects = append(objects, v.difference(d))
	}
	return objects
}

// difference words what happened to a code.
func (v *versionPanel) difference(d Difference) fyne.CanvasObject {
	id := d.Code.ID
	name := ui.NewLink(clip(d.Code.Name, longestTitle), func() { v.screen.ShowCode(id) }).Cut()
	name.TextSize, name.Bold = ui.SizeTable, true
	column := ui.NewColumn(2, name)
	switch {
	case d.Added:
		column.Add(ui.NewSentence(ui.SizeTable, ui.Part{Text: lang.L("new"), Tone: ui.ToneGood, Tint: true}))
	case d.Removed:
		column.Objects[0] = ui.NewText(d.Code.Name, ui.SizeTable, ui.ColorMuted).Bold()
		column.Add(ui.NewSentence(ui.SizeTable, ui.Part{Text: lang.L("taken out"), Tone: ui.ToneLook, Tint: true}))
	}
	for _, part := range d.Parts {
		column.Add(ui.NewSentence(ui.SizeTable, partWords(part)...))
	}
	for _, words := range afterWords(d.After) {
		column.Add(ui.NewMuted(words))
	}
	return column
}

// partWords words what happened to a part of an entry.
func partWords(d PartDifference) []ui.Part {
	switch d.Part {
	case PartExamples:
		return []ui.Part{ui.MutedWords(lang.N("{{.N}} examples now", d.Count, map[string]any{"N": d.Count}))}
	case PartRetired:
		if d.Yes {
			return []ui.Part{ui.MutedWords(lang.L("retired"))}
		}
		return []ui.Part{ui.MutedWords(lang.L("brought back"))}
	}
	words := []ui.Part{ui.MutedWords(partName(d.Part) + ": ")}
	for i, p := range d.Pieces {
		part := ui.Words(p.Text)
		if p.Added && i > 0 && d.Pieces[i-1].Removed {
			words = append(words, ui.Words(" "))
		}
		switch {
		case p.Removed:
			part = ui.Part{Text: p.Text, Struck: true, Tone: ui.ToneLook, Tint: true}
		case p.Added:
			part = ui.Part{Text: p.Text, Tone: ui.ToneGood, Tint: true}
		}
		words = append(words, part)
	}
	return words
}

// partName is what a part is called on the screen.
func partName(p Part) string {
	switch p {
	case PartName:
		return lang.L("Name")
	case PartPlace:
		return lang.L("Under")
	case PartDefinition:
		return lang.L("Definition")
	case PartInclude:
		return lang.L("Use when")
	default:
		return lang.L("Not when")
	}
}

// forms are the forms in which the codebook leaves.
func (v *versionPanel) forms() []ui.Option {
	var options []ui.Option
	for i, words := range []string{
		lang.L("REFI-QDA codebook, for NVivo, ATLAS.ti, MAXQDA (.qdc)"), lang.L("Word document, as an appendix (.docx)"),
		lang.L("Excel workbook (.xlsx)"), lang.L("Table as text (.csv)"), lang.L("Web page (.html)"), lang.L("Markdown (.md)"),
	} {
		ending := Endings()[i]
		options = append(options, ui.Option{Text: words, OnChosen: func() { v.screen.exportAs(ending) }})
	}
	return options
}

// exportAs asks where to and writes the codebook there.
func (s *Screen) exportAs(endings ...string) {
	s.shell.SaveFile(lang.L("Codebook")+"."+endings[0], endings, func(path string) {
		session, date, words := s.shell.Session(), s.shell.Now(), s.shell.Words()
		task.Start(s.shell.Tasks(), lang.L("Export the codebook"), func(ctx context.Context, p *progress.Counter) ([]string, error) {
			return Export(ctx, session, path, date, words, p)
		}, func(lost []string, err error) {
			switch {
			case err != nil:
				s.shell.Fail(err, lang.L("export the codebook"))
			case len(lost) > 0:
				for i, what := range lost {
					lost[i] = words.Tell(what)
				}
				s.shell.Say("%s", lang.L("Exported to {{.File}}. Left out: {{.Lost}}", map[string]any{"File": path, "Lost": strings.Join(lost, "; ")}))
			default:
				s.shell.Say("%s", lang.L("Exported to {{.File}}.", map[string]any{"File": path}))
			}
		})
	})
}

// importBook asks for a codebook and brings its codes in.
func (s *Screen) importBook() {
	s.shell.OpenFile([]string{"qdc"}, func(path string) {
		session := s.shell.Session()
		task.Start(s.shell.Tasks(), lang.L("Import the codebook"), func(ctx context.Context, p *progress.Counter) (*refi.Import, error) {
			return Import(ctx, session, path, p)
		}, func(made *refi.Import, err error) {
			if err != nil {
				s.shell.Fail(err, lang.L("import the codebook"))
				return
			}
			s.shell.Say("%s", lang.L("{{.Added}} codes added, {{.Filled}} completed, {{.Same}} as they were, {{.Differ}} places where the project's words stand.",
				map[string]any{"Added": made.Added, "Filled": made.Filled, "Same": made.Unchanged, "Differ": len(made.Differences)}))
		})
	})
}
