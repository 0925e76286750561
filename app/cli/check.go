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
					out.Problems = append(out.Problems, fmt.Sprint(problem))
				}
				if err := p.checkIndex(cmd); err != nil {
					out.Problems = append(out.Problems, err.Error())
				}
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
					return fmt.Errorf("%d problems were found", len(out.Problems))
				}
				return nil
			})
		},
	}
}

// checkIndex opens the index, which brings it up to date, and holds it against the log.
func (p *project) checkIndex(cmd *cobra.Command) (err error) {
	about, err := p.Project(cmd.Context())
	if err != nil {
		return err
	}
	x, err := index.Open(cmd.Context(), p, index.Options{Dir: indexFolder(about.ID)})
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	defer func() { err = errors.Join(err, x.Close()) }()
	seq, err := p.Seq(cmd.Context())
	if err != nil {
		return err
	}
	if x.Seq() != seq {
		return fmt.Errorf("index: it has reached event %d of %d", x.Seq(), seq)
	}
	return nil
}
