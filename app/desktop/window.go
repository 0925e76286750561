//go:build !nogui

package desktop

import (
	"crypto/rand"
	"time"

	"concord/app"
	"concord/app/cli"
	"concord/app/sample"
	"concord/coding"
)

// Window is what the commands open and draw.
func Window() cli.Window {
	return app.Window{Mint: coding.NewMint(time.Now, rand.Reader), Sample: sample.Build}
}
