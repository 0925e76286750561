package reliability_test

import (
	"context"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"concord/app/reliability"
	"concord/app/task"
	"concord/app/ui"
	"concord/assets"
	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// shell stands in for the window: it notes where the screen leads.
type shell struct {
	t       *testing.T
	session *coding.Session
	runner  *task.Runner
	app     fyne.App
	window  fyne.Window
	screen  *reliability.Screen
	box     *widget.PopUp

	kept     map[string]string
	round    coding.RoundID
	code     coding.CodeID
	disputes []coding.DisagreementID
	library  bool
	said     []string
	failed   []string
}

func (s *shell) Session() *coding.Session   { return s.session }
func (s *shell) Tasks() *task.Runner        { return s.runner }
func (s *shell) Window() fyne.Window        { return s.window }
func (s *shell) Now() time.Time             { return time.Date(2026, 3, 1, 14, 2, 11, 0, time.UTC) }
func (s *shell) Remember(key, value string) { s.kept[key] = value }
func (s *shell) Recall(key string) string   { return s.kept[key] }
func (s *shell) ShowLibrary()               { s.library = true }
func (s *shell) CloseBox()                  { s.box.Hide() }
func (s *shell) Say(format string, args ...any) {
	s.said = append(s.said, fmt.Sprintf(format, args...))
}

func (s *shell) Fail(err error, doing string) { s.failed = append(s.failed, doing+": "+err.Error()) }

func (s *shell) ShowDisagreements(round coding.RoundID, code coding.CodeID) {
	s.round, s.code = round, code
}

func (s *shell) ShowDisputes(round coding.RoundID, _ string, disputes []coding.DisagreementID) {
	s.round, s.disputes = round, disputes
}

func (s *shell) SaveFile(name string, _ []string, then func(string)) {
	then(filepath.Join(s.t.TempDir(), name))
}

func (s *shell) Box(content fyne.CanvasObject, width float32, _ fyne.Focusable, _ func()) {
	s.box = widget.NewPopUp(content, s.window.Canvas())
	s.box.Resize(fyne.NewSize(width, 0))
	s.box.Resize(fyne.NewSize(width, s.box.MinSize().Height))
	s.box.ShowAtPosition(fyne.NewPos(100, 40))
}

// show opens the screen for a person, with a choice that was kept.
func show(t *testing.T, session *coding.Session, choice reliability.Choice) *shell {
	t.Helper()
	s := &shell{t: t, session: session, runner: task.NewQueue().Runner(), app: test.NewTempApp(t), kept: map[string]string{"agreement": choice.String()}}
	mode := ui.ModeLight
	if os.Getenv("CONCORD_DARK") != "" {
		mode = ui.ModeDark
	}
	files, folder := assets.Translations()
	if err := lang.AddTranslationsFS(files, folder); err != nil {
		t.Fatal(err)
	}
	s.app.Settings().SetTheme(&ui.Theme{Mode: mode, Scale: 1})
	s.window = s.app.NewWindow("Agreement")
	s.window.SetPadded(false)
	s.screen = reliability.New(s)
	s.window.SetContent(s.screen.Object())
	size := fyne.NewSize(1352, 824)
	if os.Getenv("CONCORD_SMALL") != "" {
		size = fyne.NewSize(936, 624)
	}
	s.window.Resize(size)
	s.screen.Shown()
	s.runner.Drain()
	return s
}

// picture keeps a picture of the window where CONCORD_PICTURES says.
func (s *shell) picture(name string) {
	s.t.Helper()
	folder := os.Getenv("CONCORD_PICTURES")
	if folder == "" {
		return
	}
	size := s.window.Canvas().Size()
	s.window.Resize(size.SubtractWidthHeight(40, 40))
	s.window.Resize(size)
	file, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		s.t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, s.window.Canvas().Capture()); err != nil {
		s.t.Fatal(err)
	}
}

// words are all that stands on the screen, and in the box over it.
func (s *shell) words() string {
	var said []string
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		switch w := o.(type) {
		case *ui.Text:
			said = append(said, w.Text)
		case *ui.Button:
			said = append(said, w.Text)
		case *ui.Link:
			said = append(said, w.Text)
		case *ui.SentenceChoice:
			said = append(said, w.Text)
		case *ui.Chip:
			said = append(said, w.Text)
		case *canvas.Text:
			said = append(said, w.Text)
		}
		switch w := o.(type) {
		case *fyne.Container:
			for _, child := range w.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(w).Objects() {
				walk(child)
			}
		}
	}
	for _, tree := range append([]fyne.CanvasObject{s.window.Canvas().Content()}, s.window.Canvas().Overlays().List()...) {
		walk(tree)
	}
	return strings.Join(said, "\n")
}

// run does a command of the palette by its name.
func (s *shell) run(name string) {
	s.t.Helper()
	commands := s.screen.Commands()
	at := slices.IndexFunc(commands, func(c ui.Command) bool { return c.Name == name })
	if at < 0 {
		s.t.Fatalf("there is no command %q", name)
	}
	commands[at].Do()
	s.runner.Drain()
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
			rounds, _ := s.as(0).Rounds(context.Background())
			c.Coders, c.Round, c.Against = []coding.CoderID{s.coders[1].ID}, rounds[0].ID, rounds[1].ID
		}, 2, []string{"How", "agree", "Ana", "Pilot", "Round 1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			choice := quick()
			c.change(&choice)
			sh := show(t, s.as(0), choice)
			if got := sh.screen.TraceFacts()["rows"]; got != c.rows {
				t.Errorf("%v rows, want %d; %v\n%s", got, c.rows, sh.failed, sh.words())
			}
			words := sh.words()
			for _, want := range c.says {
				if !strings.Contains(words, want) {
					t.Errorf("the screen doesn't say %q:\n%s", want, words)
				}
			}
			sh.picture(c.name)
			sh.screen.Rune('i')
			sh.runner.Drain()
			if words = sh.words(); !strings.Contains(words, "What is counted") || len(sh.failed) > 0 {
				t.Errorf("it isn't explained: %v\n%s", sh.failed, words)
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
	sh := show(t, s.as(0), choice)
	if _, there := sh.screen.TraceFacts()["gamma"]; there {
		t.Error("γ is there though nobody asked")
	}
	tap(sh, "Compute γ")
	gamma, there := sh.screen.TraceFacts()["gamma"].(float64)
	if !there || gamma > 1 || !strings.Contains(sh.words(), "random continua, precision") {
		t.Errorf("γ is %v\n%s", gamma, sh.words())
	}
	sh.picture("gamma")
	sh.screen.Changed([]coding.Event{{Change: coding.Add(coding.Coding{})}})
	sh.runner.Drain()
	if _, there := sh.screen.TraceFacts()["gamma"]; there {
		t.Error("γ of codings that have changed is still there")
	}
}

func TestRowsLeadToTheirDisagreements(t *testing.T) {
	s := newStudy(t, 24)
	round := s.closed("Round 1", 1, 2, 3)
	sh := show(t, s.as(0), quick())
	down(sh)
	sh.screen.Key(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if sh.round != round.ID || sh.code == "" {
		t.Errorf("a code leads to %q, %q", sh.round, sh.code)
	}
	sh.run("Agreement of each two coders")
	down(sh)
	sh.screen.Key(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if open := sh.screen.TraceFacts()["open"]; len(sh.disputes) == 0 || len(sh.disputes) != open {
		t.Errorf("two coders lead to %d disagreements, the table says %v", len(sh.disputes), open)
	}
	sh.run("Agreement in each round")
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
	sh := show(t, s.as(0), quick())
	sh.run("Intervals by formula")
	kept := reliability.ParseChoice(sh.kept["agreement"])
	if kept.Method != agreement.Analytic || kept.Replicates != 100 {
		t.Errorf("kept is %+v", kept)
	}
	gone := quick()
	gone.Round = "no such round"
	sh = show(t, s.as(0), gone)
	if facts := sh.screen.TraceFacts(); len(sh.failed) > 0 || facts["rows"] != 2 {
		t.Errorf("a round that is gone: %v, %v", sh.failed, facts)
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
				_, err := s.as(c).MarkDone(context.Background(), round, s.sources...)
				s.ok(err)
			}
		}, 0, compare.ExcerptMatch, []string{"Nobody marked anything", "Count each comment"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStudy(t, 6)
			c.make(s)
			choice := quick()
			choice.Unit = c.unit
			sh := show(t, s.as(c.as), choice)
			for _, want := range c.wants {
				if words := sh.words(); !strings.Contains(words, want) {
					t.Errorf("the screen doesn't say %q: %v\n%s", want, sh.failed, words)
				}
			}
			sh.picture("state-" + c.name)
		})
	}
}

func TestPlannerAnswersWhileOneTypes(t *testing.T) {
	s := newStudy(t, 6)
	s.closed("Round 1", 1, 2)
	sh := show(t, s.as(0), quick())
	sh.screen.Rune('p')
	if words := sh.words(); !strings.Contains(words, "294 units") {
		t.Errorf("the planner says\n%s", words)
	}
	sh.picture("planner")
}

// down chooses the first row.
func down(s *shell) {
	s.window.Canvas().Focus(s.screen.TraceThings()["table"].(*ui.DataTable).Focusable())
	s.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
}

// tap taps the button with these words.
func tap(s *shell, words string) {
	s.t.Helper()
	var found fyne.Tappable
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if b, ok := o.(*ui.Button); ok && b.Text == words {
			found = b
		}
		switch w := o.(type) {
		case *fyne.Container:
			for _, child := range w.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(w).Objects() {
				walk(child)
			}
		}
	}
	walk(s.window.Canvas().Content())
	if found == nil {
		s.t.Fatalf("nothing on screen says %q", words)
	}
	found.Tapped(&fyne.PointEvent{})
	s.runner.Drain()
}
