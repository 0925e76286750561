package report_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"concord/app/apptest"
	"concord/app/report"
	"concord/app/ui"
	"concord/coding"
)

// shell stands in for the window.
type shell struct{ *apptest.Shell }

func (shell) ShowLibrary()           {}
func (shell) ShowAgreement()         {}
func (shell) ShowSearch(string)      {}
func (shell) ShowCode(coding.CodeID) {}

func TestEachChartIsSavedAsPictureOfEitherKind(t *testing.T) {
	study := apptest.Sample(t)
	s := shell{apptest.NewShell(t, study, study.Coders[0], ui.ModeLight)}
	s.Show(report.New(s))
	for _, title := range []string{"Themes and codes, by comments", "The questionnaire", "Codes that occur together, by comments"} {
		for ending, begins := range map[string]string{"SVG": "<svg ", "PNG": "\x89PNG"} {
			s.File = filepath.Join(t.TempDir(), "chart")
			s.Tap("Save chart ▾")
			s.Tap(title + ", " + ending)
			content, err := os.ReadFile(s.File)
			if err != nil || !strings.HasPrefix(string(content), begins) || ending == "SVG" && !strings.Contains(string(content), title) {
				t.Errorf("%s, %s: %d bytes, %v", title, ending, len(content), err)
			}
		}
	}
	s.Sound()
}
