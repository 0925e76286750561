package tabular

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"concord/coding"
)

// Plan is what is to become of a table: the use of each column, and who counts.
type Plan struct {
	// Uses, one for each column of the table.
	Uses []Use
	// Rules that a row must meet, all of them, to come in. They may speak of any
	// column, also of those left out.
	Rules []coding.Rule
	// Respondents says that a table without text is to bring in the respondents
	// that it names, and that what it says of those in the project holds now.
	// Without it such a table is refused.
	Respondents bool
}

// Plan is the guess as a plan, to be corrected before the import.
func (t *Table) Plan(ctx context.Context) (Plan, error) {
	uses, err := t.Guess(ctx)
	if err != nil {
		return Plan{}, err
	}
	return Plan{Uses: uses}, nil
}

// Column finds a column as a person would name it: by its header, its label or
// its question, ignoring case, spaces and punctuation. The error wraps
// coding.ErrNotFound and lists the columns there are.
func (t *Table) Column(name string) (int, error) {
	for _, same := range []func(a, b string) bool{strings.EqualFold, coding.SameName} {
		for _, called := range []func(Column) string{
			func(c Column) string { return c.Name },
			func(c Column) string { return c.Label },
			func(c Column) string { return c.Question },
		} {
			for i, c := range t.Columns {
				if same(called(c), name) {
					return i, nil
				}
			}
		}
	}
	return 0, fmt.Errorf("%w: %s has no column %q; its columns are %s", coding.ErrNotFound, t.Name, name, t.columnNames())
}

func (t *Table) columnNames() string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return quotedList(names)
}

// Comments makes exactly these columns the ones whose answers become comments.
func (p *Plan) Comments(t *Table, names ...string) error {
	chosen, err := t.find(names)
	if err != nil {
		return err
	}
	for i := range p.Uses {
		switch {
		case slices.Contains(chosen, i):
			p.Uses[i] = Use{Role: RoleComment, Why: "Named as text."}
		case p.Uses[i].Role == RoleComment:
			p.Uses[i] = Use{Role: RoleLeaveOut, Why: "Another column was named as text."}
		}
	}
	return nil
}

// LeaveOut keeps columns out.
func (p *Plan) LeaveOut(t *Table, names ...string) error {
	for _, name := range names {
		at, err := t.Column(name)
		if err != nil {
			return err
		}
		p.Uses[at] = Use{Role: RoleLeaveOut, Why: "Named to be left out."}
	}
	return nil
}

// Respondent makes this column the one that names who answered.
func (p *Plan) Respondent(t *Table, name string) error {
	chosen, err := t.Column(name)
	if err != nil {
		return err
	}
	for i := range p.Uses {
		switch {
		case i == chosen:
			p.Uses[i] = Use{Role: RoleRespondent, Why: "Named as the respondent."}
		case p.Uses[i].Role == RoleRespondent:
			p.Uses[i] = Use{Role: RoleAttribute, Level: coding.Nominal, Why: "Another column was named as the respondent."}
		}
	}
	return nil
}

// Attributes makes these columns attributes, beside those that are. A scaled
// item stays one, as it is an attribute too.
func (p *Plan) Attributes(t *Table, names ...string) error {
	chosen, err := t.find(names)
	if err != nil {
		return err
	}
	for _, i := range chosen {
		u := &p.Uses[i]
		switch u.Role {
		case RoleAttribute, RoleItem:
		default:
			*u = Use{Role: RoleAttribute, Level: coding.Nominal, Why: "Named as an attribute.", Comma: u.Comma}
		}
	}
	return nil
}

// Where adds a rule, as in posting_weeks>=6, that rows must meet.
func (p *Plan) Where(t *Table, expr string) error {
	rule, err := coding.ParseRule(expr)
	if err != nil {
		return err
	}
	if _, err := t.Column(rule.Attribute); err != nil {
		return fmt.Errorf("rule %q: %w", expr, err)
	}
	p.Rules = append(p.Rules, rule)
	return nil
}

// Codings makes a column the marks of a coder for a code, as CODER=COLUMN,CODE
// says: 1 for a coding of the whole comment, 0 for looked and left out, nothing
// for didn't look.
func (p *Plan) Codings(t *Table, expr string) error {
	coder, rest, found := strings.Cut(expr, "=")
	coder = strings.TrimSpace(coder)
	if !found || coder == "" {
		return fmt.Errorf("%w: %q: write CODER=COLUMN,CODE", coding.ErrInvalid, expr)
	}
	var unknown error
	for i, r := range rest {
		if r != ',' {
			continue
		}
		code := strings.TrimSpace(rest[i+1:])
		column, err := t.Column(strings.TrimSpace(rest[:i]))
		if err != nil || code == "" {
			if unknown == nil {
				unknown = err
			}
			continue
		}
		if u := p.Uses[column]; u.Role == RoleCodings && (u.Coder != coder || u.Code != code) {
			return fmt.Errorf("%w: column %q is named twice: for %s, %s and for %s, %s",
				coding.ErrInvalid, t.Columns[column].Name, u.Coder, u.Code, coder, code)
		}
		p.Uses[column] = Use{Role: RoleCodings, Coder: coder, Code: code, Why: "Named as codings."}
		return nil
	}
	if unknown != nil {
		return fmt.Errorf("codings %q: %w", expr, unknown)
	}
	return fmt.Errorf("%w: %q: write CODER=COLUMN,CODE", coding.ErrInvalid, expr)
}

func (t *Table) find(names []string) ([]int, error) {
	var found []int
	for _, name := range names {
		i, err := t.Column(name)
		if err != nil {
			return nil, err
		}
		found = append(found, i)
	}
	return found, nil
}

// columns are those with a role, in the order of the table.
func (p Plan) columns(role Role) []int {
	var found []int
	for i, u := range p.Uses {
		if u.Role == role {
			found = append(found, i)
		}
	}
	return found
}

// check refuses a plan that can't be carried out on the table.
func (p Plan) check(t *Table) error {
	if len(p.Uses) != len(t.Columns) {
		return fmt.Errorf("%w: the plan is for %d columns, %s has %d", coding.ErrInvalid, len(p.Uses), t.Name, len(t.Columns))
	}
	named := func(columns []int) string {
		var names []string
		for _, i := range columns {
			names = append(names, t.Columns[i].Name)
		}
		return quotedList(names)
	}
	if r := p.columns(RoleRespondent); len(r) > 1 {
		return fmt.Errorf("%w: %s all name the respondent; one column can", coding.ErrInvalid, named(r))
	}
	marks, comments := p.columns(RoleCodings), p.columns(RoleComment)
	if p.Respondents && len(comments) == 0 && len(p.columns(RoleRespondent)) == 0 {
		return fmt.Errorf("%w: a table without text brings in respondents, and no column names them; say which one does, of %s", coding.ErrInvalid, t.columnNames())
	}
	if len(marks) > 0 && len(comments) != 1 {
		if len(comments) == 0 {
			return fmt.Errorf("%w: codings need a text that they are made on; name its column, of %s", coding.ErrInvalid, t.columnNames())
		}
		return fmt.Errorf("%w: codings need one text that they are made on; say which of %s it is", coding.ErrInvalid, named(comments))
	}
	for i, m := range marks {
		u := p.Uses[m]
		if strings.TrimSpace(u.Coder) == "" || strings.TrimSpace(u.Code) == "" {
			return fmt.Errorf("%w: column %q holds codings, but of which coder and code isn't said", coding.ErrInvalid, t.Columns[m].Name)
		}
		for _, other := range marks[:i] {
			if o := p.Uses[other]; strings.EqualFold(o.Coder, u.Coder) && strings.EqualFold(o.Code, u.Code) {
				return fmt.Errorf("%w: %s both hold the codings of %s for %s", coding.ErrInvalid, named([]int{other, m}), u.Coder, u.Code)
			}
		}
	}
	return nil
}
