package e2e

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The sample study's people and words that the run relies on.
const (
	firstCoder = "Ana Novak"
	supervisor = "Mira Kessler"
	reason     = "The sentence says it in so many words."
)

// TestStudy carries a study through the window as a newcomer would: read,
// select, code, take back, search, see how far two agree, settle where they
// differ, take the codebook away; and looks afterwards what the file holds.
func TestStudy(t *testing.T) {
	t.Parallel()
	s := newScreen(t, "study")
	s.concord("demo", "study")
	project := filepath.Join(s.home, "study", "balint-groups.concord")

	w := s.open(project)
	w.wait("the sample is shown, and its index made", func(now state) bool {
		return now.Screen == "read" && now.Coder == firstCoder && now.Facts.number("sources") > 100 && now.Index == "Index ready" && now.idle()
	})
	w.picture("opened")

	end := w.codes()
	w.searches()
	disagreement := w.agrees()
	w.decides(disagreement)
	w.exports("book.docx", holdsDocument)
	w.exports("book.qdc", holdsCodebook)
	w.looksAround()
	w.looksDark()
	w.opensSample()
	w.key("alt+F4")
	w.closes()

	if said := s.concord("check", project); !strings.Contains(said, "in order") {
		t.Errorf("concord check says: %s", said)
	}
	s.holdsCoding(project, end)
	s.holdsDecision(project, disagreement)
	log := s.concord("log", project)
	for _, want := range []string{firstCoder + ": code “Not the only one”", firstCoder + ": undo: code", supervisor + ": decide a disagreement"} {
		if !strings.Contains(log, want) {
			t.Errorf("the log doesn't say %q; it ends\n%s", want, log[max(0, len(log)-1500):])
		}
	}
}

// codes selects the first line with the mouse, codes it by a digit and through
// the quick-code box, and takes the latter back. It returns where the line ends.
func (w *window) codes() (end int) {
	w.click("History")
	w.wait("History is in view", func(now state) bool { return now.Screen == "history" && now.idle() })
	w.click("Read & code")
	w.wait("the text has the keyboard", func(now state) bool { return now.Screen == "read" && now.Focus == "*ui.CodedText" })

	// Where the line begins and ends is asked of the keyboard, and held against the mouse.
	w.key("Home")
	x1, y1 := w.wait("the caret stands at the beginning", func(now state) bool { _, at := now.Facts.pair("selected"); return at == 0 }).Facts.pair("caret")
	w.key("End")
	now := w.wait("the caret stands at the line's end", func(now state) bool { _, at := now.Facts.pair("selected"); return at > 0 })
	x2, _ := now.Facts.pair("caret")
	_, end = now.Facts.pair("selected")
	w.drag(x1, y1, x2, y1)
	w.wait("the mouse has selected the line", func(now state) bool {
		from, to := now.Facts.pair("selected")
		return from == 0 && to == end
	})
	w.picture("selected")

	before := w.now.Facts.number("marks")
	w.key("3")
	w.wait("the digit has coded it", func(now state) bool {
		return now.Facts.number("marks") == before+1 && now.Facts.has("codes", "Not the only one") && strings.Contains(now.Undo, "Not the only one")
	})
	w.picture("coded-by-digit")

	w.key("k")
	w.wait("the quick-code box is open", func(now state) bool { return now.Facts["quick"] == true && now.Focus != "*ui.CodedText" })
	w.enter("profess")
	w.picture("quick-code")
	w.key("Return")
	w.wait("the box has coded it", func(now state) bool {
		return now.Facts["quick"] == false && now.Facts.number("marks") == before+2 && now.Facts.has("codes", "Other professions' views")
	})
	w.picture("coded-by-name")

	w.key("ctrl+z")
	w.wait("the second coding is undone", func(now state) bool {
		return now.Facts.number("marks") == before+1 && !now.Facts.has("codes", "Other professions' views") && now.Redo != ""
	})
	w.picture("undone")
	return end
}

// searches looks a word up through the palette and goes to a place of it.
func (w *window) searches() {
	w.key("ctrl+k")
	w.wait("the palette is open", func(now state) bool { return now.Floating && strings.HasPrefix(now.Focus, "field: ") })
	w.picture("palette")
	w.enter("listen")
	w.wait("the palette offers the search", func(now state) bool { return now.has("Search for listen") })
	w.key("Return")
	w.wait("the places are found", func(now state) bool {
		return now.Screen == "search" && now.Facts.number("places") > 2 && now.idle() && !now.Floating
	})
	w.picture("found")
	w.key("Down")
	w.wait("a place is chosen", func(now state) bool { return now.Facts.number("chosen") == 0 })
	w.key("space")
	w.wait("the place is ticked", func(now state) bool { return now.Facts.number("ticked") == 1 })
	w.picture("ticked")
	w.key("Return")
	w.wait("the place is read in its comment", func(now state) bool {
		from, to := now.Facts.pair("selected")
		return now.Screen == "read" && to > from && now.idle()
	})
	w.picture("read-from-search")
}

// agrees lets the supervisor see how far the coders agree, and opens the
// disagreements about a code. It returns which one is shown.
func (w *window) agrees() (disagreement string) {
	w.click("badge")
	w.wait("the coders are offered", func(now state) bool { return strings.Contains(now.Focus, "PopUpMenu") })
	w.picture("badge")
	w.key("Down", "Down", "Down", "Return")
	w.wait("the supervisor is at work", func(now state) bool { return now.Coder == supervisor && now.idle() })
	w.click("Agreement")
	now := w.wait("agreement is computed", func(now state) bool {
		return now.Screen == "agreement" && now.Facts.number("rows") > 8 && now.idle()
	})
	value, low, high := now.Facts.number("value"), now.Facts.number("low"), now.Facts.number("high")
	if !(0 < low && low < value && value < high && high < 1) {
		w.fail("agreement is %v, from %v to %v", value, low, high)
	}
	w.picture("agreement")
	for row := 0.0; ; row++ {
		w.key("Down")
		now = w.wait("the next code is chosen", func(now state) bool { return now.Facts.number("chosen") == row })
		if now.Facts.number("open") > 1 {
			break
		}
	}
	open := now.Facts.number("open")
	w.key("Return")
	now = w.wait("the code's disagreements are shown", func(now state) bool {
		return now.Screen == "resolve" && now.Facts.number("listed") == open && now.Facts.text("disagreement") != "" && now.idle()
	})
	w.picture("disagreements")
	return now.Facts.text("disagreement")
}

// decides settles the disagreement that is shown, by keys alone.
func (w *window) decides(disagreement string) {
	before := w.now
	w.key("1")
	w.wait("it is chosen what stands, and the reason has the keyboard", func(now state) bool {
		return now.Facts["chosen"] == true && strings.HasPrefix(now.Focus, "field: Why")
	})
	w.enter(reason)
	w.picture("deciding")
	w.key("Return")
	w.wait("it is decided and the next one shown", func(now state) bool {
		return now.Facts.number("decided") == before.Facts.number("decided")+1 && now.Seq > before.Seq &&
			now.Facts.number("listed") == before.Facts.number("listed")-1 && now.Facts.text("disagreement") != disagreement && now.idle()
	})
	w.picture("decided")
	w.key("2")
	w.wait("the next one hears the keys", func(now state) bool { return now.Facts["chosen"] == true })
}

// exports takes the codebook away by a name typed into the box that asks for
// the file, and looks into the file.
func (w *window) exports(name string, look func(path string) error) {
	w.click("Codebook")
	w.wait("the codebook is in view", func(now state) bool {
		return now.Screen == "codebook" && now.Facts.number("codes") > 10 && now.idle()
	})
	w.picture("codebook")
	path := filepath.Join(w.folder("taken"), name)
	w.command("Export the codebook")
	w.wait("the box asks for the file", func(now state) bool { return now.has("Save") && strings.HasPrefix(now.Focus, "field: ") })
	w.key("ctrl+a")
	w.enter(path)
	w.picture("save-as")
	w.key("Return")
	w.wait("the codebook is written", func(now state) bool { return !now.Floating && now.idle() && look(path) == nil })
	w.picture("exported")
}

// holdsDocument looks whether a file is a document with the codebook in it.
func holdsDocument(path string) error {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return err
	}
	defer func() { _ = archive.Close() }() // only read
	file, err := archive.Open("word/document.xml")
	if err != nil {
		return err
	}
	text, err := io.ReadAll(file)
	if err != nil || !bytes.Contains(text, []byte("Not the only one")) {
		return fmt.Errorf("%s: no codebook in it (%v)", path, err)
	}
	return nil
}

// holdsCodebook looks whether a file is a REFI-QDA codebook with all codes.
func holdsCodebook(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	type code struct {
		Name string `xml:"name,attr"`
		Code []code `xml:"Code"`
	}
	var book struct {
		XMLName xml.Name `xml:"urn:QDA-XML:codebook:1.0 CodeBook"`
		Themes  []code   `xml:"Codes>Code"`
	}
	if err := xml.Unmarshal(text, &book); err != nil {
		return err
	}
	codes := 0
	for _, theme := range book.Themes {
		codes += len(theme.Code)
	}
	if len(book.Themes) != 3 || codes != 11 {
		return fmt.Errorf("%s: %d themes with %d codes, want 3 with 11", path, len(book.Themes), codes)
	}
	return nil
}

// looksAround goes to the places that the study hasn't come by.
func (w *window) looksAround() {
	for _, place := range []struct {
		word, lists string
		least       float64
	}{{"Library", "rows", 104}, {"Report", "themes", 14}, {"History", "steps", 100}} {
		w.click(place.word)
		w.wait(place.word+" is in view", func(now state) bool {
			return now.Screen == strings.ToLower(place.word) && now.Facts.number(place.lists) >= place.least && now.idle()
		})
		w.picture(strings.ToLower(place.word))
	}
}

// looksDark switches to dark colours and looks at the screen.
func (w *window) looksDark() {
	if light := w.brightness(); light < 0.7 {
		w.fail("the light window is dark: %.2f", light)
	}
	w.key("ctrl+comma")
	w.wait("Settings are in view", func(now state) bool { return now.Screen == "settings" })
	w.click("Dark")
	if !until(patience, func() bool { return w.brightness() < 0.3 }) {
		w.fail("the dark window is light: %.2f", w.brightness())
	}
	w.picture("dark")
	w.click("Read & code")
	w.wait("the text is in view", func(now state) bool { return now.Screen == "read" && now.idle() })
	w.picture("dark-read")
}

// opensSample closes the project and opens the sample study from Home.
func (w *window) opensSample() {
	w.key("ctrl+w")
	w.wait("Home is in view", func(now state) bool { return now.Screen == "home" && now.Project == "" && now.idle() })
	w.picture("home")
	w.click("Open the sample study")
	w.wait("the sample study is open", func(now state) bool { return now.Project != "" && now.Index == "Index ready" && now.idle() })
	w.picture("sample")
}

// holdsCoding checks that the coding that was made is in the file, and the one
// that was undone is not.
func (s *screen) holdsCoding(project string, end int) {
	var excerpts []struct {
		Source, Code, Coder string
		Start, End          int
	}
	if err := json.Unmarshal([]byte(s.concord("excerpts", "--json", project)), &excerpts); err != nil {
		s.t.Fatalf("read the excerpts: %v", err)
	}
	var codes []string
	for _, e := range excerpts {
		if e.Start == 0 && e.End == end && e.Coder == firstCoder {
			codes = append(codes, e.Code)
		}
	}
	if !slices.Equal(codes, []string{"Safe space to reflect/Not the only one"}) {
		s.t.Errorf("the first line, 0 to %d, is coded as %q by %s; want what the digit 3 stands for", end, codes, firstCoder)
	}
}

// holdsDecision checks that the decision that was made is in the file.
func (s *screen) holdsDecision(project, disagreement string) {
	var all []struct {
		ID       string
		Decision *struct{ Reason string }
	}
	said := s.concord("disagreements", "--json", "--as", supervisor, project)
	if err := json.Unmarshal([]byte(said), &all); err != nil {
		s.t.Fatalf("read the disagreements: %v\n%s", err, said[:min(600, len(said))])
	}
	for _, d := range all {
		if strings.HasPrefix(disagreement, d.ID) || strings.HasPrefix(d.ID, disagreement) {
			if d.Decision == nil || d.Decision.Reason != reason {
				s.t.Errorf("disagreement %s is decided as %+v, want the reason %q", d.ID, d.Decision, reason)
			}
			return
		}
	}
	s.t.Errorf("disagreement %s isn't in the file", disagreement)
}
