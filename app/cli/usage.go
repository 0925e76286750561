package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// usageError marks an error as wrong usage, for the exit code.
type usageError struct{ error }

func (u usageError) Unwrap() error { return u.error }

func usage(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// wrapArgs makes wrong numbers of arguments count as wrong usage, below too.
func wrapArgs(cmd *cobra.Command) {
	if check := cmd.Args; check != nil {
		cmd.Args = func(c *cobra.Command, args []string) error {
			if err := check(c, args); err != nil {
				return usage("%s given; write: %s", counted(len(args), "argument"), form(c))
			}
			return nil
		}
	}
	for _, sub := range cmd.Commands() {
		wrapArgs(sub)
	}
}

// called is the command that the arguments name, for the hint at its help.
func called(root *cobra.Command, args []string) string {
	cmd, _, err := root.Find(args)
	if err != nil || cmd == root {
		return ""
	}
	return strings.TrimPrefix(cmd.CommandPath(), "concord ") + " "
}

// form is how a command is written.
func form(c *cobra.Command) string {
	if c.HasParent() {
		return c.Parent().CommandPath() + " " + c.Use
	}
	return c.CommandPath()
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// flagError says what a flag's value would be, in place of how it was parsed.
func flagError(c *cobra.Command, err error) error {
	var value *pflag.InvalidValueError
	var unknown *pflag.NotExistError
	switch {
	case errors.As(err, &value):
		flag := value.GetFlag()
		wanted := map[string]string{
			"int": "a whole number", "int64": "a whole number", "uint64": "a whole number, 0 or more",
			"float64": "a number, as in 0.8", "bool": "true or false",
		}[flag.Value.Type()]
		if wanted != "" {
			return usage("--%s %q: write %s", flag.Name, value.GetValue(), wanted)
		}
	case errors.As(err, &unknown) && c.Name() == "search":
		return usage("%w; a query that begins with - stands behind --, as in: concord search PROJECT -- -word", err)
	}
	return usageError{err}
}
