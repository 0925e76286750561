package cli

import (
	"context"

	"github.com/spf13/cobra"

	"concord/coding/tabular"
)

// importFlags are what a person says of the files.
type importFlags struct {
	texts      []string
	respondent string
	attributes []string
	items      []string
	leaveOut   []string
	preview    bool
	form       fileForm
	where      []string
	codings    []string
}

func (f *importFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringArrayVar(&f.texts, "text", nil, "a column whose answers become comments (may be given several times; without it the free-text columns are chosen)")
	flags.StringVar(&f.respondent, "case", "", "the column that names the respondent")
	flags.StringArrayVar(&f.attributes, "attribute", nil, "a column that becomes an attribute (may be given several times; in a table without text it brings in the respondents)")
	flags.StringArrayVar(&f.items, "item", nil, "a column that is a statement rated on a scale (may be given several times); attributes edit says which levels agree")
	flags.StringArrayVar(&f.leaveOut, "leave-out", nil, "a column that stays out (may be given several times)")
	f.form.flags(cmd)
	flags.StringArrayVar(&f.where, "where", nil, "a rule that rows must meet, as in posting_weeks>=6 or consent!=no (all that are given must hold; an empty cell meets none but consent=)")
	flags.StringArrayVar(&f.codings, "as-codings", nil, "CODER=COLUMN,CODE: a column of 0 and 1 with codings made already")
	flags.BoolVar(&f.preview, "preview", false, "tell what would come in, what would stay out, and what each column is taken for; change nothing")
}

// plan is the guess, corrected by what the person says.
func (f importFlags) plan(ctx context.Context, t *tabular.Table) (tabular.Plan, error) {
	plan, err := t.Plan(ctx)
	if err != nil {
		return plan, err
	}
	if len(f.texts) > 0 {
		if err := plan.Comments(t, f.texts...); err != nil {
			return plan, err
		}
	}
	if f.respondent != "" {
		if err := plan.Respondent(t, f.respondent); err != nil {
			return plan, err
		}
	}
	if err := plan.Attributes(t, f.attributes...); err != nil {
		return plan, err
	}
	if err := plan.Items(ctx, t, f.items...); err != nil {
		return plan, err
	}
	if err := plan.LeaveOut(t, f.leaveOut...); err != nil {
		return plan, err
	}
	plan.Respondents = len(f.attributes)+len(f.items) > 0 && len(f.texts) == 0
	for _, rule := range f.where {
		if err := plan.Where(t, rule); err != nil {
			return plan, err
		}
	}
	for _, marks := range f.codings {
		if err := plan.Codings(t, marks); err != nil {
			return plan, err
		}
	}
	return plan, nil
}
