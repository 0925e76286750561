package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"concord/coding/agreement"
)

type planOutcome struct {
	Alpha        float64 `json:"alpha"`
	Prevalence   float64 `json:"prevalence"`
	Significance float64 `json:"significance"`
	Units        int     `json:"units"`
	Source       string  `json:"source"`
	// Subsample is how many of a small whole to code twice; nil without one.
	Subsample *subsampleOutcome `json:"subsample,omitempty"`
}

type subsampleOutcome struct {
	Population int     `json:"population"`
	Agreement  float64 `json:"agreement"`
	Least      float64 `json:"least"`
	Units      int     `json:"units"`
	Source     string  `json:"source"`
}

func (e *env) planCommand() *cobra.Command {
	var plan agreement.Plan
	var whole agreement.Subsample
	cmd := &cobra.Command{
		Use:   "plan --alpha A --prevalence P [--population N --agreement P --least P]",
		Short: "Say how many units a round needs for a wanted agreement",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			out, err := planned(plan, whole)
			if err != nil {
				return err
			}
			return e.print(out, func(w io.Writer) { printPlan(w, out) })
		},
	}
	flags := cmd.Flags()
	flags.Float64Var(&plan.Alpha, "alpha", 0.8, "the agreement wanted")
	flags.Float64Var(&plan.Prevalence, "prevalence", 0.5, "the expected share of ratings that give the code")
	flags.Float64Var(&plan.Significance, "significance", 0.05, "the chance of being wrong")
	flags.IntVar(&whole.Population, "population", 0, "how many units there are in all, where that is few: says how many of them to code twice")
	flags.Float64Var(&whole.Agreement, "agreement", 0.9, "with --population: the expected share of units on which coders agree")
	flags.Float64Var(&whole.Least, "least", 0.85, "with --population: the lowest such share that would still do")
	return cmd
}

func planned(plan agreement.Plan, whole agreement.Subsample) (planOutcome, error) {
	if plan.Significance == 0 { // which would be taken for the usual one
		return planOutcome{}, usage("--significance 0: it must lie between 0 and 0.5, such as 0.05")
	}
	units, err := plan.Units()
	if err != nil {
		return planOutcome{}, usageError{err}
	}
	out := planOutcome{
		Alpha: plan.Alpha, Prevalence: plan.Prevalence, Significance: plan.Significance, Units: units,
		Source: "Bloch & Kraemer 1989, as used by Krippendorff 2018",
	}
	if whole.Population == 0 {
		return out, nil
	}
	whole.Significance = plan.Significance
	some, err := whole.Units()
	if err != nil {
		return planOutcome{}, usageError{err}
	}
	out.Subsample = &subsampleOutcome{whole.Population, whole.Agreement, whole.Least, some, "Lacy & Riffe 1996"}
	return out, nil
}

func printPlan(w io.Writer, out planOutcome) {
	_, _ = fmt.Fprintf(w, "%d units, to tell an α of %v from a smaller one at a prevalence of %v (significance %v; %s)\n",
		out.Units, out.Alpha, out.Prevalence, out.Significance, out.Source)
	if s := out.Subsample; s != nil {
		_, _ = fmt.Fprintf(w, "%d of %d units coded twice stand for the whole, where coders agree on %v of them and %v would do (%s)\n",
			s.Units, s.Population, s.Agreement, s.Least, s.Source)
	}
}
