package tabular

import (
	"strings"

	"concord/coding"
)

// Role is what a column becomes in the project.
type Role string

// The roles that a column can have.
const (
	// RoleComment columns hold answers in people's own words: a source a cell.
	RoleComment Role = "comment"
	// RoleRespondent names who answered: the case. One column has it at most.
	RoleRespondent Role = "respondent"
	// RoleAttribute columns say something of the respondent.
	RoleAttribute Role = "attribute"
	// RoleItem columns are statements that the respondent rated on a scale.
	RoleItem Role = "item"
	// RoleCodings columns hold a coder's marks for one code: 1, 0 or nothing.
	RoleCodings Role = "codings"
	// RoleLeaveOut columns don't come in.
	RoleLeaveOut Role = "leave out"
)

// Use is the role of one column, with what the role needs.
type Use struct {
	Role Role
	// Why Guess chose the role, in one sentence.
	Why string
	// Level of measurement of an attribute.
	Level coding.Level
	// Comma says that the column's numbers are written with a decimal comma.
	Comma bool
	// Levels of an item from least to most, and those of them that count as agreeing.
	Levels   []string
	Agreeing []string
	// Coder and Code of codings. Guess fills them in beside RoleLeaveOut where a
	// column looks like one, so that the role alone has to be changed.
	Coder string
	Code  string
}

// Value is a cell as a value: without white space at its ends, and with a decimal
// point where the column's numbers have a comma.
func (u Use) Value(cell string) string {
	v := strings.TrimSpace(cell)
	if u.Comma {
		return pointed(v)
	}
	return v
}

// Rule is a rule on the column's cells as one on its values.
func (u Use) Rule(r coding.Rule) coding.Rule {
	r.Value = u.Value(r.Value)
	return r
}
