package e2e

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// TestLeave closes the window in the middle of an import: it goes at once, and
// the project has all of the file or nothing.
func TestLeave(t *testing.T) {
	t.Parallel()
	s := newScreen(t, "leave")
	const comments = 60_000
	survey, project := filepath.Join(s.home, "survey.csv"), filepath.Join(s.home, "own.concord")
	s.write("survey.csv", table(comments))
	s.concord("new", project, "--name", "Large")

	w := s.open(project)
	w.wait("the project is open", func(now state) bool { return now.Screen == "library" && now.idle() })
	w.key("ctrl+i")
	w.wait("the box asks for the file", func(now state) bool { return now.has("Open") && strings.HasPrefix(now.Focus, "field: ") })
	w.key("ctrl+a")
	w.enter(survey)
	w.key("Return")
	w.wait("the import is worked out", func(now state) bool {
		return now.Facts["importing"] == true && now.Facts.number("comes") == comments && now.idle()
	})
	w.key("Return")
	w.wait("the import is under way", func(now state) bool { return !now.idle() })
	w.key("alt+F4")
	w.closes()
	if said := s.concord("check", project); !strings.Contains(said, "in order") {
		t.Errorf("concord check says: %s", said)
	}
	if rows := strings.Count(s.concord("sources", project, "--json"), `"id"`); rows != 0 && rows != comments {
		t.Errorf("the project has %d of %d comments", rows, comments)
	}
}

// table is a survey's export with so many comments.
func table(comments int) string {
	var b strings.Builder
	b.WriteString("respondent,cohort,comment\n")
	for i := range comments {
		fmt.Fprintf(&b, "R%06d,Y%d,\"In week %d I said to number %d that %s, and nobody laughed, which was new to me.\"\n",
			i, i%5+1, i%52, i*7, []string{"I was afraid", "the ward felt cold", "I had cried", "nothing made sense"}[i%4])
	}
	return b.String()
}
