//go:build nogui

package desktop

import "concord/app/cli"

// Window is none: this build has the command line alone.
func Window() cli.Window { return nil }
