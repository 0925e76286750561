//go:build nogui

package main

import "concord/app/cli"

// window is none: this build has the command line alone.
func window() cli.Window { return nil }
