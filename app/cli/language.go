package cli

import (
	"path"
	"slices"
	"strings"

	"concord/app/wordbook"
	"concord/assets"
)

// english is the language in which commands speak, and documents are unless
// another is asked for.
const english = "en"

// languages are those in which documents are written.
func languages() []string {
	files, folder := assets.Translations()
	entries, err := files.ReadDir(folder)
	if err != nil {
		return []string{english}
	}
	var all []string
	for _, e := range entries {
		all = append(all, strings.TrimSuffix(e.Name(), path.Ext(e.Name())))
	}
	return all
}

// wordsIn are the words of documents in a language.
func wordsIn(language string) (*wordbook.Book, error) {
	if !slices.Contains(languages(), language) {
		return nil, usage("--language %q: there are %s", language, strings.Join(languages(), ", "))
	}
	content, err := assets.Sentences(language)
	if err != nil || content == nil {
		return nil, err
	}
	return wordbook.Read(content)
}
