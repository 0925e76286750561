// Package assets holds what Concord carries in its binary: its words, its
// mark, and the sample study.
package assets

import (
	"embed"
	"fmt"
	"io/fs"
)

// Version is Concord's, as FyneApp.toml has it too.
const Version = "0.1.0"

// Program is the name and version that files which Concord writes carry.
const Program = "Concord " + Version

//go:embed translations/*.json
var translations embed.FS

//go:embed sentences/*.json
var sentences embed.FS

//go:embed sample
var sample embed.FS

//go:embed icon.svg
var icon []byte

// Translations is where the window's words lie: a file a language, LANGUAGE.json,
// whose keys are the English words, in the form that Fyne's lang package reads.
func Translations() (files embed.FS, folder string) { return translations, "translations" }

// Sentences are what the domain says, in a language: a JSON object of English
// forms, as of fmt.Sprintf, and the same in that language. It is nil for
// English, in which the domain speaks by itself.
func Sentences(language string) ([]byte, error) {
	if language == "en" {
		return nil, nil
	}
	content, err := sentences.ReadFile("sentences/" + language + ".json")
	if err != nil {
		return nil, fmt.Errorf("read the sentences in language %q: %w", language, err)
	}
	return content, nil
}

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
