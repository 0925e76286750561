package library_test

import (
	"os"
	"path/filepath"
	"testing"

	"concord/app/apptest"
	"concord/app/library"
	"concord/app/sample"
	"concord/app/ui"
	"concord/assets"
	"concord/coding"
)

// shell stands in for the window around the screen.
type shell struct {
	*apptest.Shell
	screen *library.Screen
	among  []coding.Excerpt
}

func (s *shell) ShowAmong(_ string, places []coding.Excerpt) { s.among = places }

// window shows the screen to a coder.
func window(study *apptest.Study, me coding.Coder, mode ui.Mode) *shell {
	study.TB.Helper()
	sh := &shell{Shell: apptest.NewShell(study.TB, study, me, mode)}
	sh.screen = library.New(sh)
	sh.Show(sh.screen)
	return sh
}

// empty is a project of a supervisor and a coder, and nothing else.
func empty(tb testing.TB) *apptest.Study {
	tb.Helper()
	return apptest.NewStudy(tb, "Mira Kern", "Ana Novak")
}

// survey writes the sample study's export to a file.
func survey(tb testing.TB) string {
	tb.Helper()
	data, err := assets.Sample().Open(sample.Survey)
	if err != nil {
		tb.Fatal(err)
	}
	defer data.Close()
	path := filepath.Join(tb.TempDir(), sample.Survey)
	file, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	if _, err := file.ReadFrom(data); err != nil {
		tb.Fatal(err)
	}
	return path
}

// TestPictures draws the screen where CONCORD_PICTURES names a folder.
func TestPictures(t *testing.T) {
	for _, mode := range []ui.Mode{ui.ModeLight, ui.ModeDark} {
		suffix := map[ui.Mode]string{ui.ModeLight: "", ui.ModeDark: "-dark"}[mode]
		study := apptest.Sample(t)
		w := window(study, study.Coder("Mira"), mode)
		w.Save("library" + suffix)
		w.Tap("Respondents")
		w.Save("respondents" + suffix)
		w.Tap("Texts")
		w.Tap("Open a round…")
		w.Tap("A number")
		w.Save("round" + suffix)
		bare := empty(t)
		e := window(bare, bare.Coders[0], mode)
		e.Save("empty" + suffix)
		e.screen.ShowImport(survey(t))
		e.Drain()
		e.Save("import" + suffix)
		w.Sound()
		e.Sound()
	}
}
