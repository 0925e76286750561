package tabular

import (
	"fmt"
	"strings"
)

// Outcome says what an import brings in and what it doesn't.
type Outcome struct {
	// Rows under the header, those left out included.
	Rows int `json:"rows"`
	// New in the project.
	Sources    int `json:"sources"`
	Cases      int `json:"cases"`
	Attributes int `json:"attributes"`
	Codes      int `json:"codes"`
	Codings    int `json:"codings"`
	// Values that respondents of the project got, or that changed.
	Values int `json:"values"`
	// Items are those of the table's attributes that are rated statements, new or not.
	Items int `json:"items"`
	// Questions are the columns whose answers became comments.
	Questions []string `json:"questions"`
	// Empty answers, which become nothing.
	Empty int `json:"empty"`
	// Unchanged comments, which were in the project with the same text.
	Unchanged int `json:"unchanged"`
	// Title that stands above the table's header, and doesn't come in.
	Title []string `json:"title,omitempty"`
	// Round that was made for codings, by name.
	Round string `json:"round,omitempty"`
	// Skipped rows, with the reason for each.
	Skipped []Skipped `json:"skipped"`
	// Differing answers are in the project in another form, which stays.
	Differing []Skipped `json:"differing,omitempty"`
	// Moved says that answers differ from those that are there while no column
	// names who answered: rows are known by their numbers, and the table may hold
	// the same answers in another order.
	Moved bool `json:"moved,omitempty"`
}

// Skipped is a row, or an answer of it, that didn't come in.
type Skipped struct {
	File string `json:"file"`
	Row  int    `json:"row"`
	// Case is the respondent, where it is known.
	Case string `json:"case,omitempty"`
	// Why it didn't: the rule that it fails, as it was given, or a sentence.
	Why string `json:"why"`
}

// New reports whether the import adds anything.
func (o Outcome) New() bool {
	return o.Sources+o.Cases+o.Attributes+o.Values+o.Codes+o.Codings > 0
}

// String tells the outcome in a sentence or two.
func (o Outcome) String() string {
	var parts []string
	part := func(n int, one, many string) {
		if n > 0 {
			parts = append(parts, counted(n, one, many))
		}
	}
	part(o.Sources, "comment", "comments")
	part(o.Cases, "respondent", "respondents")
	part(o.Attributes, "attribute", "attributes")
	part(o.Values, "value of a respondent in the project", "values of respondents in the project")
	part(o.Codes, "code", "codes")
	part(o.Codings, "coding", "codings")
	b := "Nothing new"
	if len(parts) > 0 {
		b = strings.Join(parts, ", ")
	}
	if len(o.Questions) > 0 && o.Sources > 0 {
		b += fmt.Sprintf("; text from %s", quotedList(o.Questions))
	}
	b += "."
	if len(o.Title) > 0 {
		b += fmt.Sprintf(" Above the header stands a title, %s.", quotedList(o.Title))
	}
	var rest []string
	for _, left := range []struct {
		n         int
		one, many string
	}{
		{o.Empty, "answer is empty", "answers are empty"},
		{o.Unchanged, "comment was there already", "comments were there already"},
		{len(o.Differing), "answer differs from the one that is there, which stays", "answers differ from those that are there, which stay"},
		{len(o.Skipped), "row was left out", "rows were left out"},
	} {
		if left.n > 0 {
			rest = append(rest, counted(left.n, left.one, left.many))
		}
	}
	if len(rest) > 0 {
		b += " " + strings.Join(rest, ", ") + "."
	}
	return b
}
