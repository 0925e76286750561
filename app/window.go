//go:build cgo

package app

import (
	"context"
	"os"
	"path/filepath"

	"concord/coding"
	"concord/coding/progress"
)

// Window opens and draws Concord's window for the command line, which knows it
// as an interface.
type Window struct {
	Mint   *coding.Mint
	Sample func(ctx context.Context, path string, p *progress.Counter) error
}

// Open shows the window, on a project if one is named, until it is closed. As
// names the coder at work; empty is the one who was so last. Trace, if not empty, is a file that follows every settled state.
func (w Window) Open(ctx context.Context, project, as, trace string) error {
	return Run(ctx, project, Options{Mint: w.Mint, Sample: w.Sample, Cache: cacheFolder(), As: as, Trace: trace})
}

// Render draws every screen of a project, as the coder named sees it, into dir
// and returns the files. A
// width or height of 0 stands for the usual size.
func (w Window) Render(ctx context.Context, project, dir, as string, width, height int, dark bool) ([]string, error) {
	return Render(ctx, project, dir, Options{Mint: w.Mint, Sample: w.Sample, As: as, Size: pictureSize(width, height), Dark: dark})
}

// cacheFolder is where indexes are kept; empty where the machine has no place for them.
func cacheFolder() string {
	folder, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "concord", "index")
}
