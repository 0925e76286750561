package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"concord/coding/report"
)

func (e *env) itemsCommand() *cobra.Command {
	var where []string
	cmd := &cobra.Command{
		Use:   "items PROJECT [--where RULE]...",
		Short: "Summarise the scaled items of the questionnaire",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			rules, err := parseRules(where)
			if err != nil {
				return err
			}
			return e.with(cmd.Context(), args[0], func(p *project) error {
				items, err := report.ReadItems(cmd.Context(), p, rules...)
				if err != nil {
					return err
				}
				return e.print(items, func(w io.Writer) {
					for _, i := range items {
						_, _ = fmt.Fprintln(w, i.Item)
						if i.Share == nil {
							_, _ = fmt.Fprintf(w, "    %s\n", i.Reason)
							continue
						}
						_, _ = fmt.Fprintf(w, "    %d of %d agree, %.1f %% (95 %% interval %.1f to %.1f, Wilson), %d missing; %s count as agreeing\n",
							i.Share.Agree, i.N, i.Share.Percent, i.Share.Low, i.Share.High, i.Missing, strings.Join(i.Agreeing, ", "))
					}
				})
			})
		},
	}
	cmd.Flags().StringArrayVar(&where, "where", nil, "a rule on the respondents, as in session=3")
	return cmd
}
