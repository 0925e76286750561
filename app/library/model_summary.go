package library

import (
	"context"

	"concord/coding"
	"concord/coding/mention"
	"concord/coding/progress"
	"concord/coding/tabular"
)

// Summary says what an import would bring in, and what would stay out.
type Summary struct {
	tabular.Outcome
	// Attributes and scaled items of the plan, new to the project or not.
	Columns, Scales int
	// Mentions are where the new texts seem to tell who somebody is.
	Mentions []mention.Mention
	// Excluded are left out by a rule on who counts, Refused for another reason.
	Excluded, Refused []Reason
}

// Reason is why some rows stay out, and which.
type Reason struct {
	Why    string
	Places []Place
}

// Place is a row of the file; Case is empty where the respondent isn't known.
type Place struct {
	Case string
	Row  int
}

// Summarize tries the import without changing anything.
func (w *Wizard) Summarize(ctx context.Context, r coding.Reader, m *coding.Mint, plan tabular.Plan, p *progress.Counter) (*Summary, error) {
	w.reading.RLock()
	defer w.reading.RUnlock()
	step, outcome, err := w.Table.Import(ctx, r, m, plan, p)
	if err != nil {
		return nil, err
	}
	s := &Summary{Outcome: outcome, Mentions: mention.In(step)}
	for _, u := range plan.Uses {
		switch u.Role {
		case tabular.RoleAttribute:
			s.Columns++
		case tabular.RoleItem:
			s.Scales++
		}
	}
	rules := map[string]bool{}
	for _, r := range plan.Rules {
		rules[r.String()] = true
	}
	excluded, refused := grouping{}, grouping{}
	for _, one := range outcome.Skipped {
		if rules[one.Why] {
			excluded.add(&s.Excluded, one)
		} else {
			refused.add(&s.Refused, one)
		}
	}
	for _, one := range outcome.Differing {
		refused.add(&s.Refused, one)
	}
	return s, nil
}

// grouping finds the reason that a row stays out for.
type grouping map[string]int

// add puts a row under its reason.
func (g grouping) add(reasons *[]Reason, one tabular.Skipped) {
	at, ok := g[one.Why]
	if !ok {
		at = len(*reasons)
		g[one.Why] = at
		*reasons = append(*reasons, Reason{Why: one.Why})
	}
	r := &(*reasons)[at]
	r.Places = append(r.Places, Place{one.Case, one.Row})
}

// LeftColumns are columns that stay out for one reason.
type LeftColumns struct {
	Why   string
	Names []string
}

// LeftOut lists the columns that the guess leaves out and that still are, by
// the reason for it.
func (w *Wizard) LeftOut() []LeftColumns {
	var all []LeftColumns
	at := map[string]int{}
	for i, u := range w.Uses {
		if u.Role != tabular.RoleLeaveOut || u.Why == "" {
			continue
		}
		n, ok := at[u.Why]
		if !ok {
			n = len(all)
			at[u.Why] = n
			all = append(all, LeftColumns{Why: u.Why})
		}
		all[n].Names = append(all[n].Names, w.Table.Columns[i].Name)
	}
	return all
}
