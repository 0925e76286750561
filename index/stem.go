package index

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/irish"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/tamil"
	"github.com/blevesearch/snowballstem/turkish"
)

// noLanguage stands for words that have no family but themselves.
const noLanguage = "none"

// stemmers are the algorithms of Porter's Snowball project by language. They see
// words as the index has them, without accents, so those of languages with many
// accents find smaller families than they might.
var stemmers = map[string]func(*snowballstem.Env) bool{
	noLanguage: nil, "arabic": arabic.Stem, "danish": danish.Stem, "dutch": dutch.Stem,
	"english": english.Stem, "finnish": finnish.Stem, "french": french.Stem,
	"german": german.Stem, "hungarian": hungarian.Stem, "irish": irish.Stem,
	"italian": italian.Stem, "norwegian": norwegian.Stem, "portuguese": portuguese.Stem,
	"romanian": romanian.Stem, "russian": russian.Stem, "spanish": spanish.Stem,
	"swedish": swedish.Stem, "tamil": tamil.Stem, "turkish": turkish.Stem,
}

// Languages are those that word families are known for, in alphabetical order;
// in "none" a word stands for itself alone.
func Languages() []string { return slices.Sorted(maps.Keys(stemmers)) }

// setLanguage chooses the stemmer.
func (x *Index) setLanguage(name string) error {
	if name == "" {
		name = "english"
	}
	algorithm, ok := stemmers[name]
	if !ok {
		return fmt.Errorf("open index: no word families of the language %q; known are %s",
			name, strings.Join(Languages(), ", "))
	}
	// These take letters from the beginning of words as well.
	x.whole = slices.Contains([]string{"arabic", "irish", "tamil"}, name)
	x.stem = func(term string) string { return term }
	if algorithm != nil {
		var mu sync.Mutex
		env := snowballstem.NewEnv("")
		x.stem = func(term string) string {
			mu.Lock()
			defer mu.Unlock()
			env.SetCurrent(term)
			algorithm(env)
			return env.Current()
		}
	}
	return nil
}
