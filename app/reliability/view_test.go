package reliability_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"concord/app/apptest"
	"concord/app/reliability"
	"concord/app/ui"
	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// shell stands in for the window: it notes where the screen leads.
type shell struct {
	*apptest.Shell
	screen   *reliability.Screen
	round    coding.RoundID
	code     coding.CodeID
	disputes []coding.DisagreementID
}

func (s *shell) ShowDisagreements(round coding.RoundID, code coding.CodeID) {
	s.round, s.code = round, code
}

func (s *shell) ShowDisputes(round coding.RoundID, _ string, disputes []coding.DisagreementID) {
	s.round, s.disputes = round, disputes
}

// show opens the screen for the coder of that number, with a choice that was kept.
func show(t *testing.T, study *study, coder int, choice reliability.Choice) *shell {
	t.Helper()
	mode := ui.ModeLight
	if os.Getenv("CONCORD_DARK") != "" {
		mode = ui.ModeDark
	}
	s := &shell{Shell: apptest.NewShell(t, study.Study, study.Coders[coder], mode)}
	s.Remember("agreement", choice.String())
	s.screen = reliability.New(s)
	s.Show(s.screen)
	if os.Getenv("CONCORD_SMALL") != "" {
		s.Window().Resize(fyne.NewSize(936, 624))
	}
	return s
}

// picture keeps a picture of the window, laid out anew.
func (s *shell) picture(name string) {
	s.TB.Helper()
	size := s.Window().Canvas().Size()
	s.Window().Resize(size.SubtractWidthHeight(40, 40))
	s.Window().Resize(size)
	s.Save(name)
}

func quick() reliability.Choice {
	c := reliability.Usual()
	c.Replicates = 100
	return c
}

func TestScreenShowsEveryUnitAndDivision(t *testing.T) {
	s := newStudy(t, 24)
	s.closed("Pilot", 1, 2)
	s.closed("Round 1", 1, 2, 3)
	for _, c := range []struct {
		name   string
		change func(*reliability.Choice)
		rows   int
		says   []string
	}{
		{"codes", func(*reliability.Choice) {}, 2, []string{"Overall, mean of 2 codes", "Each two coders, by Krippendorff's α (nominal)", "Over the rounds"}},
		{"themes", func(c *reliability.Choice) { c.Themes = true }, 1, []string{"Overall, mean of 1 theme"}},
		{"sentences", func(c *reliability.Choice) { c.Unit = compare.Sentence }, 2, []string{"N 72, each sentence in", "Draw whole respondents"}},
		{"excerpts", func(c *reliability.Choice) { c.Unit, c.Overlap = compare.ExcerptMatch, 0.9 }, 2, []string{"excerpts were found by both", "90 %", "Brennan–Prediger"}},
		{"continuum", func(c *reliability.Choice) { c.Unit = compare.Continuum }, 2, []string{"Compute γ", "along"}},
		{"pairs", func(c *reliability.Choice) { c.By = compare.ByCoders }, 3, []string{"two coders", "codes"}},
		{"texts", func(c *reliability.Choice) { c.By = compare.BySource }, 24, nil},
		{"rounds", func(c *reliability.Choice) { c.By = compare.ByRound }, 2, []string{"all rounds", "Round 1: Overall, mean of 2 codes"}},
		{"attribute", func(c *reliability.Choice) { c.By = "Age" }, 3, []string{"Age"}},
		{"jackknife", func(c *reliability.Choice) { c.Method = agreement.Jackknife }, 2, []string{"jackknife"}},
		{"no interval", func(c *reliability.Choice) { c.Method = agreement.NoInterval }, 2, []string{"Without an interval nothing can be said against .667."}},
		{"sets", func(c *reliability.Choice) { c.Measure = agreement.KrippendorffAlphaMASI }, 2, []string{"Overall, all codes together"}},
		{"twice", func(c *reliability.Choice) {
			rounds, _ := s.as(0).Rounds(t.Context())
			c.Coders, c.Round, c.Against = []coding.CoderID{s.Coders[1].ID}, rounds[0].ID, rounds[1].ID
		}, 2, []string{"How", "agree", "Ana", "Pilot", "Round 1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			choice := quick()
			c.change(&choice)
			sh := show(t, s, 0, choice)
			if got := sh.Facts()["rows"]; got != c.rows {
				t.Errorf("%v rows, want %d; %v\n%s", got, c.rows, sh.Failed, sh.Reads())
			}
			words := sh.Reads()
			for _, want := range c.says {
				if !strings.Contains(words, want) {
					t.Errorf("the screen doesn't say %q:\n%s", want, words)
				}
			}
			sh.picture(c.name)
			sh.screen.Rune('i')
			sh.Drain()
			if words = sh.Reads(); !strings.Contains(words, "What is counted") || len(sh.Failed) > 0 {
				t.Errorf("it isn't explained: %v\n%s", sh.Failed, words)
			}
			sh.picture(c.name + "-explained")
		})
	}
}

func TestGammaIsComputedOnRequestAndForgottenWhenCodingsChange(t *testing.T) {
	s := newStudy(t, 12)
	s.closed("Round 1", 1, 2)
	choice := quick()
	choice.Unit, choice.Precision = compare.Continuum, 0.1
	sh := show(t, s, 0, choice)
	if _, there := sh.Facts()["gamma"]; there {
		t.Error("γ is there though nobody asked")
	}
	sh.Tap("Compute γ")
	gamma, there := sh.Facts()["gamma"].(float64)
	if !there || gamma > 1 || !strings.Contains(sh.Reads(), "random continua, precision") {
		t.Errorf("γ is %v\n%s", gamma, sh.Reads())
	}
	sh.picture("gamma")
	sh.screen.Changed([]coding.Event{{Change: coding.Add(coding.Coding{})}})
	sh.Drain()
	if _, there := sh.Facts()["gamma"]; there {
		t.Error("γ of codings that have changed is still there")
	}
}

func TestRowsLeadToTheirDisagreements(t *testing.T) {
	s := newStudy(t, 24)
	round := s.closed("Round 1", 1, 2, 3)
	sh := show(t, s, 0, quick())
	down(sh)
	sh.screen.Key(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if sh.round != round.ID || sh.code == "" {
		t.Errorf("a code leads to %q, %q", sh.round, sh.code)
	}
	sh.Command("Agreement of each two coders")
	down(sh)
	sh.screen.Key(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if open := sh.Facts()["open"]; len(sh.disputes) == 0 || len(sh.disputes) != open {
		t.Errorf("two coders lead to %d disagreements, the table says %v", len(sh.disputes), open)
	}
	sh.Command("Agreement in each round")
	sh.round, sh.code = "", "x"
	down(sh)
	sh.screen.Key(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if sh.round != round.ID || sh.code != "" {
		t.Errorf("a round leads to %q, %q", sh.round, sh.code)
	}
}

func TestChoiceIsKeptAndOneThatIsGoneGivesWay(t *testing.T) {
	s := newStudy(t, 12)
	s.closed("Round 1", 1, 2)
	sh := show(t, s, 0, quick())
	sh.Command("Intervals by formula")
	kept := reliability.ParseChoice(sh.Kept["agreement"])
	if kept.Method != agreement.Analytic || kept.Replicates != 100 {
		t.Errorf("kept is %+v", kept)
	}
	gone := quick()
	gone.Round = "no such round"
	sh = show(t, s, 0, gone)
	if facts := sh.Facts(); len(sh.Failed) > 0 || facts["rows"] != 2 {
		t.Errorf("a round that is gone: %v, %v", sh.Failed, facts)
	}
	for _, text := range []string{"", "not JSON", `{"unit":"verse"}`, `{"overlap":2}`} {
		if got := reliability.ParseChoice(text); !got.Equal(reliability.Usual()) {
			t.Errorf("%q is read as %s", text, got)
		}
	}
}

func TestEmptyAndRefusedStatesSayTheNextStep(t *testing.T) {
	for _, c := range []struct {
		name  string
		make  func(*study)
		as    int
		unit  compare.Unit
		wants []string
	}{
		{"nothing", func(*study) {}, 0, compare.Comment, []string{"Nothing is coded yet", "Go to the rounds in Library"}},
		{"alone", func(s *study) { s.closed("Round 1", 1) }, 0, compare.Comment, []string{"Agreement needs two coders", "Here Ana codes alone"}},
		{"unfinished", func(s *study) { s.open("Round 1", 1, 2) }, 0, compare.Comment, []string{"No comment is finished by two coders yet", "Ana: 0 of 6 done."}},
		{"blind", func(s *study) { s.open("Round 1", 1, 2) }, 1, compare.Comment, []string{"The round is still blind", "A supervisor closes it"}},
		{"blind beside a closed one", func(s *study) { s.closed("Pilot", 1, 2); s.open("Round 1", 1, 2) }, 1, compare.Comment, []string{"Pilot", "mean of 2 codes"}},
		{"no excerpt", func(s *study) {
			round := s.open("Round 1", 1, 2)
			for _, c := range []int{1, 2} {
				_, err := s.as(c).MarkDone(t.Context(), round, s.sources...)
				s.OK(err)
			}
		}, 0, compare.ExcerptMatch, []string{"Nobody marked anything", "Count each comment"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStudy(t, 6)
			c.make(s)
			choice := quick()
			choice.Unit = c.unit
			sh := show(t, s, c.as, choice)
			for _, want := range c.wants {
				if words := sh.Reads(); !strings.Contains(words, want) {
					t.Errorf("the screen doesn't say %q: %v\n%s", want, sh.Failed, words)
				}
			}
			sh.picture("state-" + c.name)
		})
	}
}

func TestPlannerAnswersWhileOneTypes(t *testing.T) {
	s := newStudy(t, 6)
	s.closed("Round 1", 1, 2)
	sh := show(t, s, 0, quick())
	sh.screen.Rune('p')
	if words := sh.Reads(); !strings.Contains(words, "294 units") {
		t.Errorf("the planner says\n%s", words)
	}
	sh.picture("planner")
}

// down chooses the first row.
func down(s *shell) {
	s.Window().Canvas().Focus(s.Thing("table").(*ui.DataTable).Focusable())
	s.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
}

func TestChartIsSavedAsPictureOfEitherKind(t *testing.T) {
	study := newStudy(t, 24)
	study.closed("Round 1", 1, 2)
	s := show(t, study, 0, quick())
	for ending, begins := range map[string]string{"SVG": "<svg ", "PNG": "\x89PNG"} {
		s.File = filepath.Join(t.TempDir(), "chart")
		s.Tap("Save chart ▾")
		s.Tap("Intervals, " + ending)
		content, err := os.ReadFile(s.File)
		if err != nil || !strings.HasPrefix(string(content), begins) || len(s.Failed) > 0 {
			t.Errorf("%s: %d bytes, %v, %v", ending, len(content), err, s.Failed)
		}
	}
}
