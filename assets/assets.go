// Package assets holds what Concord carries in its binary: its words, its
// mark, and the sample study.
package assets

import (
	"embed"
	"io/fs"
)

// Version is Concord's, as FyneApp.toml has it too.
const Version = "0.1.0"

// Program is the name and version that files which Concord writes carry.
const Program = "Concord " + Version

//go:embed translations/*.json
var translations embed.FS

//go:embed sample
var sample embed.FS

//go:embed icon.svg
var icon []byte

// Translations is where the window's words lie: a file a language, LANGUAGE.json,
// whose keys are the English words, in the form that Fyne's lang package reads.
func Translations() (files embed.FS, folder string) { return translations, "translations" }

// Icon is the program's mark as an SVG.
func Icon() []byte { return icon }

// Sample is the sample study: what its README.md describes.
func Sample() fs.FS {
	files, err := fs.Sub(sample, "sample")
	if err != nil {
		panic("assets: the sample study isn't embedded: " + err.Error())
	}
	return files
}
