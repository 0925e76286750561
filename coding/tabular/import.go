package tabular

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"concord/coding"
	"concord/coding/progress"
)

// ErrNoText says that no column of a table holds free text.
var ErrNoText = errors.New("no column holds free text")

// Import reads the whole table and says, as a step for Store.Do, how to bring it
// into the project that r reads; nothing is changed by it. A step without
// changes means that all of it is there already.
//
// Every answer in a comment column becomes a source of its respondent's case,
// the answers in attribute and item columns become values of the case; where a
// respondent has several rows with different values, the later ones become
// values of the sources of their row. Respondents are recognised by name and
// their answers by the question: what the project has already is not touched,
// and what it has in another form is listed.
//
// An error says file, row and column. Rows that can't come in are left out, with
// the reason, in the outcome.
func (t *Table) Import(ctx context.Context, r coding.Reader, m *coding.Mint, plan Plan, counter *progress.Counter) (coding.Step, Outcome, error) {
	step, outcome, err := t.plan(ctx, r, m, plan, counter)
	if _, placed := errors.AsType[*RowError](err); placed { // it names the file
		return coding.Step{}, Outcome{}, fmt.Errorf("import %w", err)
	}
	if err != nil {
		return coding.Step{}, Outcome{}, fmt.Errorf("import %s: %w", t.Name, err)
	}
	return step, outcome, nil
}

func (t *Table) plan(ctx context.Context, r coding.Reader, m *coding.Mint, plan Plan, counter *progress.Counter) (coding.Step, Outcome, error) {
	im, err := t.newImport(ctx, r, m, plan)
	if err != nil {
		return coding.Step{}, Outcome{}, err
	}
	size, unit := t.records.size()
	counter.Start("read "+t.Name+unit, size)
	for row, err := range t.Rows(progress.With(ctx, counter)) {
		im.outcome.Rows++
		var at *RowError
		switch {
		case errors.As(err, &at) && at.Skipped:
			im.skip(row, "", at.Why)
			im.torn++
			continue
		case err != nil:
			return coding.Step{}, Outcome{}, err
		}
		if err := im.row(row); err != nil {
			return coding.Step{}, Outcome{}, err
		}
	}
	if err := im.settle(); err != nil {
		return coding.Step{}, Outcome{}, err
	}
	changes, err := im.changes(ctx, r)
	if err != nil {
		return coding.Step{}, Outcome{}, err
	}
	return coding.Step{
		By: r.Viewer(), Label: fmt.Sprintf("import “%s”", t.Name), Changes: changes, Texts: im.texts,
	}, im.outcome, nil
}

// importing is a table on its way into a project.
type importing struct {
	table   *Table
	plan    Plan
	mint    *coding.Mint
	present *present

	respondent int  // column, or -1
	alone      bool // no text comes in, respondents do
	comments   []commentColumn
	known      []valueColumn
	lent       map[string]coding.Values // by the cells of a row
	key        []byte                   // of lent, made again and again
	rules      []int                    // the columns that the plan's rules are about
	holds      []coding.Rule            // the same rules, about values
	marks      *marks

	cases      []*person
	attributes []coding.Attribute
	altered    []*alteredCase
	alteredBy  map[coding.CaseID]*alteredCase
	sources    piles
	texts      []string
	pending    []pending
	outcome    Outcome
	rows       int // that came in
	torn       int // that don't fit the header
}

// commentColumn is a question whose answers become sources.
type commentColumn struct {
	column   int
	question string
	key      string // for the names of sources
}

// valueColumn is a column whose answers become values.
type valueColumn struct {
	column    int
	attribute coding.Attribute
}

// alteredCase is a case of the project about which the table knows more.
type alteredCase struct{ was, now coding.Case }

func (t *Table) newImport(ctx context.Context, r coding.Reader, m *coding.Mint, plan Plan) (*importing, error) {
	if err := plan.check(t); err != nil {
		return nil, err
	}
	there, err := readPresent(ctx, r)
	if err != nil {
		return nil, err
	}
	im := &importing{
		table: t, plan: plan, mint: m, present: there, respondent: -1,
		lent:      map[string]coding.Values{},
		alteredBy: map[coding.CaseID]*alteredCase{},
		outcome:   Outcome{Skipped: []Skipped{}, Questions: []string{}, Title: t.Form.Title},
	}
	for _, rule := range plan.Rules {
		i, err := t.Column(rule.Attribute)
		if err != nil {
			return nil, err
		}
		im.rules = append(im.rules, i)
		im.holds = append(im.holds, plan.Uses[i].Rule(rule))
	}
	keys := map[string]bool{}
	for i, use := range plan.Uses {
		c := t.Columns[i]
		switch use.Role {
		case RoleRespondent:
			im.respondent = i
		case RoleComment:
			im.comments = append(im.comments, commentColumn{i, cut(c.Question, longestQuestion), unique(shortKey(c.Name), keys)})
			im.outcome.Questions = append(im.outcome.Questions, c.Name)
		case RoleAttribute, RoleItem:
			im.known = append(im.known, valueColumn{i, im.attribute(c, use)})
			if use.Role == RoleItem {
				im.outcome.Items++
			}
		}
	}
	im.alone = plan.Respondents && len(im.comments) == 0
	if len(im.comments) == 0 && !im.alone {
		return nil, t.noText()
	}
	im.marks, err = im.newMarks(ctx, r)
	return im, err
}

// longestQuestion is how long a question may get; a survey's are shorter.
const longestQuestion = 2000

// shortKey is a column's name as part of the names of its sources.
func shortKey(name string) string { return cut(strings.ReplaceAll(name, "/", " "), 24) }

func (t *Table) noText() error {
	return fmt.Errorf("%w: name the one that does, of %s", ErrNoText, t.columnNames())
}

// attribute finds the project's attribute for a column, or makes one.
func (im *importing) attribute(c Column, use Use) coding.Attribute {
	if a, err := coding.FindAttribute(im.present.attributes, c.Label); err == nil {
		return a
	}
	a := coding.Attribute{ID: coding.NewID[coding.AttributeID](im.mint), Name: c.Label, Level: use.Level}
	if use.Role == RoleItem {
		a.Level, a.Levels, a.Agreeing = coding.Scaled, use.Levels, use.Agreeing
	}
	if a.Level == "" {
		a.Level = coding.Nominal
	}
	im.attributes = append(im.attributes, a)
	im.outcome.Attributes++
	return a
}

func (im *importing) skip(row Row, respondent, why string) {
	im.outcome.Skipped = append(im.outcome.Skipped, Skipped{File: im.table.Name, Row: row.Number, Case: respondent, Why: why})
}

func (im *importing) differs(row int, respondent, why string) {
	im.outcome.Differing = append(im.outcome.Differing, Skipped{File: im.table.Name, Row: row, Case: respondent, Why: why})
}
