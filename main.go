// Concord reads, codes and compares qualitative data. Without arguments, or
// with a project's file alone, it opens its window; otherwise it carries out
// one command.
package main

import (
	"context"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"concord/app/cli"
	"concord/app/desktop"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := cli.Run(ctx, command(os.Args[1:]), cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, desktop.Window())
	stop()
	os.Exit(code)
}

// command are the arguments as a command: a project's file alone, as desktops
// hand it over, is opened.
func command(args []string) []string {
	if len(args) == 1 && filepath.Ext(args[0]) == ".concord" {
		return []string{"open", args[0]}
	}
	return args
}
