package app

import (
	"fmt"
	"os"
	"path"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"concord/app/settings"
	"concord/app/wordbook"
	"concord/assets"
)

// keptLanguage is under which name the chosen language is kept.
const keptLanguage = "language"

// translate teaches Fyne the window's words, in the language that the person
// chose, or the system's, and gives the domain's words in the same language.
func translate(chosen string) (*wordbook.Book, error) {
	if chosen != "" {
		// Fyne takes the language from the environment, where LANGUAGE counts most.
		if err := os.Setenv("LANGUAGE", chosen); err != nil {
			return nil, fmt.Errorf("choose language %q: %w", chosen, err)
		}
	}
	files, folder := assets.Translations()
	if err := lang.AddTranslationsFS(files, folder); err != nil {
		return nil, fmt.Errorf("read the translations: %w", err)
	}
	sentences, err := assets.Sentences(lang.X("language", "en"))
	if err != nil || sentences == nil {
		return nil, err
	}
	return wordbook.Read(sentences)
}

// Words are the domain's words in the window's language.
func (s *Shell) Words() *wordbook.Book { return s.options.Words }

// Languages are those that the window can speak, each by its own name.
func (s *Shell) Languages() []settings.Language {
	files, folder := assets.Translations()
	entries, err := files.ReadDir(folder)
	if err != nil {
		s.Fail(err, lang.L("list the languages"))
	}
	var all []settings.Language
	for _, e := range entries {
		tag := strings.TrimSuffix(e.Name(), path.Ext(e.Name()))
		all = append(all, settings.Language{Tag: tag, Name: display.Self.Name(language.Make(tag))})
	}
	return all
}

// Language is the chosen one; empty for the system's.
func (s *Shell) Language() string { return chosenLanguage(s.app) }

// SetLanguage chooses a language from the next start on.
func (s *Shell) SetLanguage(tag string) { s.app.Preferences().SetString(keptLanguage, tag) }

func chosenLanguage(a fyne.App) string { return a.Preferences().String(keptLanguage) }

// ProjectFile is where the open project lies.
func (s *Shell) ProjectFile() string { return s.project.path }
