package report

import (
	"fmt"
	"strings"
	"time"

	"concord/coding"
)

// Words says the words of a report in a language. A form is English, as of
// fmt.Sprintf; what comes back is the form in that language with its arguments
// in it. Without Words a report is in English.
type Words interface {
	Say(form string, args ...any) string
}

// tongue speaks in the words that were given, or else in English.
type tongue struct{ words Words }

func (t tongue) say(form string, args ...any) string {
	if t.words == nil {
		return fmt.Sprintf(form, args...)
	}
	return t.words.Say(form, args...)
}

// word says what has no arguments.
func (t tongue) word(english string) string {
	if t.words == nil {
		return english
	}
	return t.words.Say(english)
}

// plural takes the form for one or the one for several.
func (t tongue) plural(n int, one, many string) string {
	if n == 1 {
		return t.word(one)
	}
	return t.say(many, n)
}

// part is a number of what there is: "27 of 58 respondents".
func (t tongue) part(n, of int, one, many string) string {
	if of == 1 {
		return t.say(one, n)
	}
	return t.say(many, n, of)
}

// day writes a date as a paper does; no date is nothing.
func (t tongue) day(date time.Time) string {
	if date.IsZero() {
		return ""
	}
	return date.Format(t.say("2 January 2006"))
}

// listed joins names as a sentence does: A, B and C.
func (t tongue) listed(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return t.say("%s and %s", strings.Join(names[:len(names)-1], ", "), names[len(names)-1])
}

// language is the tag of the language, as in "en".
func (t tongue) language() string { return t.say("en") }

// figure writes a number that stands as text with the language's decimal mark.
func (t tongue) figure(number string) string {
	return strings.Replace(number, ".", t.mark(), 1)
}

// mark is what stands before the decimals: the last but one sign of the example.
func (t tongue) mark() string {
	example := t.say("8,412.5")
	return example[len(example)-2 : len(example)-1]
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

// sources are the words for a project's sources: comments where they all are.
type sources struct{ each, all, head, one, many, ofOne, ofMany string }

func sourceWords(texts bool) sources {
	if texts {
		return sources{"text", "texts", "Texts", "1 text", "%d texts", "%d of 1 text", "%d of %d texts"}
	}
	return sources{"comment", "comments", "Comments", "1 comment", "%d comments", "%d of 1 comment", "%d of %d comments"}
}

// reach says how much a count covers: "34 excerpts", "31 comments", "27 of 58
// respondents". Respondents are left out where the project has none.
func (t tongue) reach(c, of coding.Count, w sources) []string {
	facts := []string{
		t.plural(c.Excerpts, "1 excerpt", "%d excerpts"),
		t.plural(c.Sources, w.one, w.many),
	}
	if of.Cases > 0 {
		facts = append(facts, t.part(c.Cases, of.Cases, "%d of 1 respondent", "%d of %d respondents"))
	}
	return facts
}
