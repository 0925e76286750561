package cli

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"concord/index"
)

type checkOutcome struct {
	OK       bool     `json:"ok"`
	Problems []string `json:"problems"`
}

func (e *env) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check PROJECT",
		Short: "Check the file, the log against the state, and the index against the log",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return e.with(cmd.Context(), args[0], func(p *project) error {
				out := checkOutcome{Problems: []string{}}
				problems, err := p.db.Check(cmd.Context())
				if err != nil {
					return err
				}
				for _, problem := range problems {
					out.Problems = append(out.Problems, problem.Where+": "+problem.What)
				}
				wrong, err := p.checkIndex(cmd)
				if err != nil {
					return err
				}
				out.Problems = append(out.Problems, wrong...)
				out.OK = len(out.Problems) == 0
				if err := e.print(out, func(w io.Writer) {
					for _, problem := range out.Problems {
						_, _ = fmt.Fprintln(w, problem)
					}
					if out.OK {
						_, _ = fmt.Fprintln(w, "Everything is in order.")
					}
				}); err != nil {
					return err
				}
				if !out.OK {
					return fmt.Errorf("%s found", counted(len(out.Problems), "problem"))
				}
				return nil
			})
		},
	}
}

// checkIndex opens the index, which brings it up to date, and holds it against
// the project.
func (p *project) checkIndex(cmd *cobra.Command) (problems []string, err error) {
	x, err := index.Open(cmd.Context(), p, index.Options{Dir: indexFolder(), File: p.path, Progress: p.progress})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, x.Close()) }()
	return x.Check(cmd.Context(), p)
}
