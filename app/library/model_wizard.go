package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"concord/coding"
	"concord/coding/mention"
	"concord/coding/progress"
	"concord/coding/tabular"
)

// Wizard is a survey's table on its way into the project: what was recognised,
// and what the person corrected. Its fields belong to one goroutine; what reads
// the file may run on others.
type Wizard struct {
	Path    string
	Options tabular.Options
	Table   *tabular.Table
	// Guess is what Concord takes the columns for, Uses what the person made of it.
	Guess, Uses []tabular.Use
	// Rules say who counts.
	Rules []RuleDraft
	// Alone says that a table without text is to bring in the respondents.
	Alone bool
	// Rows are the first ones, for the preview and the scales.
	Rows []tabular.Row

	reading sync.RWMutex
}

// RuleDraft is a condition on a column, as it is typed. Without a value it
// says nothing yet.
type RuleDraft struct {
	Column int
	Op     string
	Value  string
}

// sampleRows is how many rows are kept for the preview and the scales.
const sampleRows = 1000

// OpenWizard recognises a table and guesses its columns.
func OpenWizard(ctx context.Context, path string, o tabular.Options) (*Wizard, error) {
	table, err := tabular.OpenFile(ctx, path, o)
	if err != nil {
		return nil, err
	}
	w := &Wizard{Path: path, Options: o, Table: table}
	rows, _, err := table.Sample(ctx, sampleRows)
	if err != nil && len(rows) == 0 {
		_ = table.Close() // the first error is the one that matters
		return nil, err
	}
	w.Rows = rows
	if w.Guess, err = table.Guess(ctx); err != nil {
		_ = table.Close()
		return nil, err
	}
	w.Uses = slices.Clone(w.Guess)
	return w, nil
}

// Close lets go of the file, after whoever reads it.
func (w *Wizard) Close() error {
	w.reading.Lock()
	defer w.reading.Unlock()
	return w.Table.Close()
}

// Choose gives a column a role. Taking the guessed role brings back all of the
// guess. Another column that named the respondent becomes an attribute.
func (w *Wizard) Choose(column int, role tabular.Role) {
	if role == tabular.RoleRespondent {
		for i := range w.Uses {
			if i != column && w.Uses[i].Role == tabular.RoleRespondent {
				w.Uses[i] = tabular.Use{Role: tabular.RoleAttribute, Level: coding.Nominal}
			}
		}
	}
	guess := w.Guess[column]
	switch {
	case role == guess.Role:
		w.Uses[column] = guess
	case role == tabular.RoleAttribute:
		w.Uses[column] = tabular.Use{Role: role, Level: w.level(column), Comma: guess.Comma}
	case role == tabular.RoleItem:
		w.Uses[column] = tabular.ItemUse(w.Rows, column)
	case role == tabular.RoleCodings:
		w.Uses[column] = tabular.Use{Role: role, Coder: guess.Coder, Code: guess.Code}
	default:
		w.Uses[column] = tabular.Use{Role: role}
	}
}

// MayBeScale reports whether the column has few enough values to be a scale.
func (w *Wizard) MayBeScale(column int) bool {
	return w.Guess[column].Role == tabular.RoleItem || tabular.MayBeItem(w.Rows, column)
}

// Agree settles whether a level of a scaled item counts as agreeing.
func (w *Wizard) Agree(column int, level string, agrees bool) {
	use := &w.Uses[column]
	var now []string
	for _, l := range use.Levels {
		if l == level && agrees || l != level && slices.Contains(use.Agreeing, l) {
			now = append(now, l)
		}
	}
	use.Agreeing = now
}

// level is a number's where all values are numbers.
func (w *Wizard) level(column int) coding.Level {
	level := coding.Nominal
	for _, row := range w.Rows {
		v := w.Guess[column].Value(row.Cells[column])
		if v == "" {
			continue
		}
		if !(coding.Attribute{Level: coding.Numeric}).Takes(v) {
			return coding.Nominal
		}
		level = coding.Numeric
	}
	return level
}

// MayBeAlone reports whether the table as it is settled has no text but names
// respondents, so that these can come in alone.
func (w *Wizard) MayBeAlone() bool {
	respondent := false
	for _, u := range w.Uses {
		if u.Role == tabular.RoleComment {
			return false
		}
		respondent = respondent || u.Role == tabular.RoleRespondent
	}
	return respondent
}

// Plan is what the person settled, as a plan that no longer changes.
func (w *Wizard) Plan() tabular.Plan {
	plan := tabular.Plan{Uses: slices.Clone(w.Uses), Respondents: w.Alone}
	for _, r := range w.Rules {
		if rule, ok := w.Rule(r); ok {
			plan.Rules = append(plan.Rules, rule)
		}
	}
	return plan
}

// Rule is a draft as a rule; an unfinished draft is none.
func (w *Wizard) Rule(r RuleDraft) (coding.Rule, bool) {
	value := strings.TrimSpace(r.Value)
	if value == "" || r.Column < 0 || r.Column >= len(w.Table.Columns) {
		return coding.Rule{}, false
	}
	return coding.Rule{Attribute: w.Table.Columns[r.Column].Name, Op: r.Op, Value: value}, true
}

// Fails reports whether a cell of the preview keeps its row out.
func (w *Wizard) Fails(row, column int) bool {
	for _, r := range w.Rules {
		rule, ok := w.Rule(r)
		use := w.Uses[column]
		if ok && r.Column == column && !use.Rule(rule).Holds(use.Value(w.Rows[row].Cells[column])) {
			return true
		}
	}
	return false
}

// Import brings the table in, as one step, and finds where the new texts seem to
// tell who somebody is.
func (w *Wizard) Import(ctx context.Context, s *coding.Session, plan tabular.Plan, p *progress.Counter) (Imported, error) {
	w.reading.RLock()
	defer w.reading.RUnlock()
	step, outcome, err := w.Table.Import(ctx, s, s.Mint(), plan, p)
	if err != nil || len(step.Changes) == 0 {
		return Imported{Outcome: outcome}, err
	}
	if _, err := s.Do(progress.With(ctx, p), step); err != nil {
		return Imported{}, fmt.Errorf("import %s: %w", w.Table.Name, err)
	}
	return Imported{outcome, mention.In(step)}, nil
}

// Imported is what came in, and where it seems to tell who somebody is.
type Imported struct {
	tabular.Outcome
	Mentions []mention.Mention
}

// Unreadable words why a file couldn't be read as it was said to be written:
// what stands behind the file's name in the error. Faults of the machine, and
// what has words already, stay as they are.
func Unreadable(err error, name string) error {
	for _, known := range []error{context.Canceled, context.DeadlineExceeded, fs.ErrNotExist, fs.ErrPermission, coding.ErrInvalid, coding.ErrNotFound} {
		if errors.Is(err, known) {
			return err
		}
	}
	words := err.Error()
	if at := strings.LastIndex(words, name+": "); at >= 0 {
		words = words[at+len(name)+2:]
	}
	return fmt.Errorf("%w: %s", coding.ErrInvalid, words)
}
