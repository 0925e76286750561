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
}

func (e *env) planCommand() *cobra.Command {
	var plan agreement.Plan
	cmd := &cobra.Command{
		Use:   "plan --alpha A --prevalence P",
		Short: "Say how many units a round needs for a wanted agreement",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			units, err := plan.Units()
			if err != nil {
				return usageError{err}
			}
			out := planOutcome{plan.Alpha, plan.Prevalence, plan.Significance, units, "Bloch & Kraemer 1989, as used by Krippendorff 2018"}
			return e.print(out, func(w io.Writer) {
				_, _ = fmt.Fprintf(w, "%d units, to tell an α of %.3g from a smaller one at a prevalence of %.3g (significance %.3g; %s)\n",
					units, plan.Alpha, plan.Prevalence, plan.Significance, out.Source)
			})
		},
	}
	cmd.Flags().Float64Var(&plan.Alpha, "alpha", 0.8, "the agreement wanted")
	cmd.Flags().Float64Var(&plan.Prevalence, "prevalence", 0.5, "the expected share of ratings that give the code")
	cmd.Flags().Float64Var(&plan.Significance, "significance", 0.05, "the chance of being wrong")
	return cmd
}
