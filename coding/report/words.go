package report

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"concord/coding"
)

// day writes a date as a paper does; no date is nothing.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2 January 2006")
}

// counted is "1 code", "2 codes".
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// listed joins names as a sentence does: A, B and C.
func listed(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// sentence joins what is there of several parts with commas, ended by a full stop.
func sentence(parts ...string) string {
	var there []string
	for _, p := range parts {
		if p != "" {
			there = append(there, p)
		}
	}
	if len(there) == 0 {
		return ""
	}
	return strings.Join(there, ", ") + "."
}

// words are what a project's sources are called.
type words struct{ one, many, head string }

// sourceWords calls sources comments where they all are.
func sourceWords(texts bool) words {
	if texts {
		return words{"text", "texts", "Texts"}
	}
	return words{"comment", "comments", "Comments"}
}

// reach says how much a count covers: "34 excerpts", "31 comments", "27 of 58
// respondents". Respondents are left out where the project has none.
func reach(c, of coding.Count, w words) []string {
	facts := []string{
		counted(c.Excerpts, "excerpt", "excerpts"),
		counted(c.Sources, w.one, w.many),
	}
	if of.Cases > 0 {
		facts = append(facts, fmt.Sprintf("%d of %s", c.Cases, counted(of.Cases, "respondent", "respondents")))
	}
	return facts
}
