//go:build !nogui

package main

import (
	"crypto/rand"
	"time"

	"concord/app"
	"concord/app/cli"
	"concord/app/sample"
	"concord/coding"
)

// window is what the commands open and draw.
func window() cli.Window {
	return app.Window{Mint: coding.NewMint(time.Now, rand.Reader), Sample: sample.Build}
}
