package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/lang"

	"concord/app/home"
	"concord/app/task"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/progress"
)

// projectEnding ends the name of a project's file.
const projectEnding = ".concord"

// OpenPath opens the project in a file.
func (s *Shell) OpenPath(path string) {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	if s.project != nil && s.project.path == path {
		s.Go(s.shown)
		return
	}
	s.Say("%s", lang.L("Opening {{.Name}} …", map[string]any{"Name": filepath.Base(path)}))
	s.begin(lang.L("Opening the project"), lang.L("open {{.Name}}", map[string]any{"Name": filepath.Base(path)}), "",
		func(ctx context.Context, _ *progress.Counter) (*project, error) {
			return openProject(ctx, path, s.mint)
		})
}

// begin gets a project in the background and shows it, and then the import of a
// file, if there is one to import.
func (s *Shell) begin(title, doing, toImport string, work func(context.Context, *progress.Counter) (*project, error)) {
	task.Start(s.tasks, title, work, func(p *project, err error) {
		s.hush()
		if err != nil {
			s.Fail(err, doing)
			return
		}
		s.frame.notice.close()
		s.finish(func() {
			s.enter(p)
			if toImport != "" {
				s.ShowImport(toImport)
			}
		})
	})
}

// hush takes the passing message away.
func (s *Shell) hush() {
	s.frame.status.message = ""
	s.frame.status.refresh()
}

// OpenProject asks for a project's file and opens it.
func (s *Shell) OpenProject() {
	s.OpenFile([]string{projectEnding}, s.OpenPath)
}

// NewProject asks for a new project's name, coders and place, and makes it.
func (s *Shell) NewProject() { s.newProject("") }

// newProject asks for a new project, into which a file is to be imported then.
func (s *Shell) newProject(toImport string) {
	name := ui.NewEntry(lang.L("for example: Balint groups 2026"), nil)
	coders := ui.NewEntry(lang.L("your name, others after a comma"), nil)
	path := ui.NewEntry("", nil)
	coders.SetText(s.Author())
	named := true // the path follows the name until somebody types a path
	name.OnChanged = func(typed string) {
		if named {
			path.SetText(filepath.Join(s.folder(), fileName(typed)+projectEnding))
			named = true
		}
	}
	path.OnChanged = func(string) { named = false }
	name.OnChanged("")
	if toImport != "" {
		base := filepath.Base(toImport)
		name.SetText(strings.TrimSuffix(base, filepath.Ext(base)))
	}
	s.form(lang.L("New project"), lang.L("A project is one file on this computer. Nothing leaves it."), lang.L("Create"), []formRow{
		{lang.L("What is the study called?"), name, ""},
		{lang.L("Who codes?"), coders, lang.L("The first one is you. Others can be added later.")},
		{lang.L("Where shall it be kept?"), path, ""},
	}, func() string { return s.create(name.Text, coders.Text, path.Text, toImport) })
}

// create makes a project; what it returns is what is wrong with the answers.
func (s *Shell) create(name, coders, path, toImport string) string {
	info := coding.Project{Name: strings.TrimSpace(name), Stance: coding.StanceCodebook}
	if info.Name == "" {
		return lang.L("The study needs a name.")
	}
	who, wrong := namedCoders(s.mint, coders)
	if wrong != "" {
		return wrong
	}
	path = withEnding(path, []string{projectEnding})
	if _, err := os.Stat(path); err == nil {
		return lang.L("There is a file of this name already. Choose another name or place.")
	}
	s.SetAuthor(who[0].Name)
	s.keepFolder(path)
	s.begin(lang.L("Making the project"), lang.L("make the project"), toImport, func(ctx context.Context, _ *progress.Counter) (*project, error) {
		return createProject(ctx, path, s.mint, info, who)
	})
	return ""
}

// OpenSample makes the sample study, or opens the one that was made before.
func (s *Shell) OpenSample() {
	if s.options.Sample == nil {
		return
	}
	path := filepath.Join(s.folder(), lang.L("Concord sample study")+projectEnding)
	if _, err := os.Stat(path); err == nil {
		s.OpenPath(path)
		return
	}
	s.begin(lang.L("Making the sample study"), lang.L("make the sample study"), "", func(ctx context.Context, p *progress.Counter) (*project, error) {
		if err := s.options.Sample(ctx, path, p); err != nil {
			return nil, err
		}
		return openProject(ctx, path, s.mint)
	})
}

// Drop takes in a file that was dropped on the window: a project is opened,
// anything else imported, into a new project where none is open.
func (s *Shell) Drop(path string) {
	switch {
	case strings.EqualFold(filepath.Ext(path), projectEnding):
		s.OpenPath(path)
	case s.project == nil:
		s.newProject(path)
	default:
		s.ShowImport(path)
	}
}

// askImport asks for a file to import.
func (s *Shell) askImport() {
	if s.project == nil {
		return
	}
	s.OpenFile(nil, s.ShowImport)
}

// folder is where the person keeps projects: where the last one was, or else
// the documents, or else the home folder.
func (s *Shell) folder() string {
	if kept := s.app.Preferences().String(keptFolder); kept != "" {
		return kept
	}
	homeFolder, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	if documents := filepath.Join(homeFolder, "Documents"); isDirectory(documents) {
		return documents
	}
	return homeFolder
}

// keepFolder remembers the folder of a file.
func (s *Shell) keepFolder(path string) {
	s.app.Preferences().SetString(keptFolder, filepath.Dir(path))
}

// isDirectory reports whether a path is a folder.
func isDirectory(path string) bool {
	found, err := os.Stat(path)
	return err == nil && found.IsDir()
}

// HasSample reports whether the sample study can be made.
func (s *Shell) HasSample() bool { return s.options.Sample != nil }

// makeHome builds Home.
func (s *Shell) makeHome() Screen { return home.New(s) }

// showTrouble shows what went wrong last once more.
func (s *Shell) showTrouble() {
	if s.frame.notice.last == nil {
		s.Say("%s", lang.L("Nothing has gone wrong since the window was opened."))
		return
	}
	s.frame.notice.trouble, s.frame.notice.details = s.frame.notice.last, true
	s.frame.notice.refresh()
}
