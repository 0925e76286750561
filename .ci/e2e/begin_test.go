package e2e

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestBegin begins a study from nothing: a new project, a survey export, and
// the way back out of it.
func TestBegin(t *testing.T) {
	t.Parallel()
	s := newScreen(t, "begin")
	s.concord("demo", "study")
	project, survey := filepath.Join(s.home, "own.concord"), filepath.Join(s.home, "study", "balint-feedback.csv")

	w := s.open("")
	w.wait("Home is in view", func(now state) bool { return now.Screen == "home" && now.has("New project") })
	w.picture("home")
	w.key("ctrl+n")
	w.wait("the box asks for the project", func(now state) bool { return now.Floating && strings.Contains(now.Focus, "Balint groups") })
	w.enter("My own study")
	w.key("Tab")
	w.wait("the box asks for the coders", func(now state) bool { return strings.Contains(now.Focus, "your name") })
	w.enter("Ada, Grace")
	w.key("Tab")
	w.wait("the box asks for the place", func(now state) bool { return now.Focus == "field: " })
	w.key("ctrl+a")
	w.enter(project)
	w.picture("new-project")
	w.key("Return")
	w.wait("the empty project is open", func(now state) bool {
		return now.Project == "My own study" && now.Coder == "Ada" && now.Screen == "library" && now.idle()
	})
	w.picture("empty")
	for _, place := range []string{"Read & code", "Search", "Codebook", "Agreement", "Resolve", "Report", "Library"} {
		w.click(place)
		word, _, _ := strings.Cut(strings.ToLower(place), " ")
		w.wait("there is nothing yet to "+place, func(now state) bool { return now.Screen == word && now.idle() })
		w.picture("empty-" + word)
	}

	w.key("ctrl+i")
	w.wait("the box asks for the file", func(now state) bool { return now.has("Open") && strings.HasPrefix(now.Focus, "field: ") })
	w.key("ctrl+a")
	w.enter(survey)
	w.picture("file")
	w.key("Return")
	w.wait("the import is worked out", func(now state) bool {
		return now.Facts["importing"] == true && now.Facts.number("comes") > 100 && now.idle()
	})
	w.picture("import")
	comes := w.now.Facts.number("comes")
	w.key("Return")
	w.wait("the comments are in", func(now state) bool {
		return now.Facts["importing"] == false && now.Facts.number("rows") == comes && now.idle()
	})
	w.picture("imported")
	w.key("ctrl+z")
	w.wait("the import is undone", func(now state) bool { return now.Facts.number("of") == 0 && now.Redo != "" && now.idle() })
	w.key("ctrl+shift+z")
	w.wait("the comments are in again", func(now state) bool { return now.Facts.number("rows") == comes && now.idle() })
	w.key("ctrl+2")
	w.wait("the comments are in view", func(now state) bool { return now.Screen == "read" && now.Focus == "*ui.CodedText" && now.idle() })
	w.key("m")
	w.wait("a memo is asked for", func(now state) bool { return strings.Contains(now.Focus, "What do you think") })
	w.enter("half a thought")
	w.key("alt+F4")
	w.closes()
	if said := s.concord("memo", project); !strings.Contains(said, "half a thought") {
		t.Errorf("what was being typed is lost: %q", said)
	}
	if said := s.concord("check", project); !strings.Contains(said, "in order") {
		t.Errorf("concord check says: %s", said)
	}
}
