package cli

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"concord/coding"
	"concord/coding/store/sqlite"
)

func (e *env) newCommand() *cobra.Command {
	var name string
	var coders, supervisors []string
	cmd := &cobra.Command{
		Use:   "new PROJECT --name NAME [--coder NAME]... [--supervisor NAME]...",
		Short: "Make a project",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			path := args[0]
			if isTeam(path) {
				return fmt.Errorf("%s: projects on a server can't be made by this version; name a file that ends in .concord", path)
			}
			if filepath.Ext(path) == "" {
				path += ".concord"
			}
			if name == "" {
				return usage("--name is missing: what is the study called?")
			}
			mint := newMint()
			var people []coding.Coder
			if len(coders)+len(supervisors) == 0 {
				coders = []string{userName()}
			}
			for _, c := range coders {
				people = append(people, coding.NewCoder(mint, c, false, len(people)))
			}
			for _, s := range supervisors {
				people = append(people, coding.NewCoder(mint, s, true, len(people)))
			}
			db, err := sqlite.Create(cmd.Context(), path, sqlite.Options{Mint: mint}, coding.Project{Name: name}, people...)
			if err != nil {
				return err
			}
			if err := db.Close(); err != nil {
				return fmt.Errorf("close project: %w", err)
			}
			return e.print(map[string]string{"project": name, "path": path}, func(w io.Writer) {
				_, _ = fmt.Fprintf(w, "Made %q in %s.\n", name, path)
			})
		},
	}
	cmd.Flags().StringVar(&name, "name", "", "what the study is called")
	cmd.Flags().StringArrayVar(&coders, "coder", nil, "somebody who codes (may be given several times)")
	cmd.Flags().StringArrayVar(&supervisors, "supervisor", nil, "somebody who closes rounds and resolves disagreements")
	return cmd
}
