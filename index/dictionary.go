package index

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	bleve "github.com/blevesearch/bleve_index_api"
)

// dictionary is the terms of a view. They are read by their first letter when
// they are first wanted, so that one search after a cold start needn't read all.
type dictionary struct {
	mu      sync.Mutex
	letters map[rune][]string
	all     []string
	// families are the terms of a letter by stem; those of the whole dictionary
	// stand under 0.
	families map[rune]map[string][]string
}

// beginning gives the terms that begin with the letter, in order.
func (v *view) beginning(letter rune) ([]string, error) {
	v.terms.mu.Lock()
	defer v.terms.mu.Unlock()
	return v.letter(letter)
}

func (v *view) letter(letter rune) ([]string, error) {
	d := &v.terms
	if d.letters == nil {
		d.letters, d.families = map[rune][]string{}, map[rune]map[string][]string{}
	}
	if terms, ok := d.letters[letter]; ok {
		return terms, nil
	}
	dict, err := v.snapshot.FieldDictPrefix(textField, []byte(string(letter)))
	terms, err := readTerms(dict, err)
	if err == nil {
		d.letters[letter] = terms
	}
	return terms, err
}

// everything gives all terms, in order.
func (v *view) everything() ([]string, error) {
	v.terms.mu.Lock()
	defer v.terms.mu.Unlock()
	if v.terms.all == nil {
		dict, err := v.snapshot.FieldDict(textField)
		terms, err := readTerms(dict, err)
		if err != nil {
			return nil, err
		}
		v.terms.all = terms
	}
	return v.terms.all, nil
}

func readTerms(dict bleve.FieldDict, err error) ([]string, error) {
	if err != nil {
		return nil, engineError("read the dictionary of", err)
	}
	terms := []string{}
	entry, err := dict.Next()
	for ; err == nil && entry != nil; entry, err = dict.Next() {
		terms = append(terms, entry.Term)
	}
	if closing := dict.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return nil, engineError("read the dictionary of", err)
	}
	return terms, nil
}

// starting gives the terms that begin with prefix.
func (v *view) starting(prefix string) ([]string, error) {
	letter, _ := utf8.DecodeRuneInString(prefix)
	terms, err := v.beginning(letter)
	if err != nil {
		return nil, err
	}
	from := sort.SearchStrings(terms, prefix)
	n := 0
	for from+n < len(terms) && strings.HasPrefix(terms[from+n], prefix) {
		n++
	}
	return terms[from : from+n], nil
}

// family gives the terms with the stem of term, itself among them. whole says
// that they may begin with other letters.
func (v *view) family(term string, stem func(string) string, whole bool) ([]string, error) {
	letter := rune(0)
	if !whole {
		letter, _ = utf8.DecodeRuneInString(term)
	}
	var terms []string
	var err error
	if whole {
		terms, err = v.everything()
	} else {
		terms, err = v.beginning(letter)
	}
	if err != nil {
		return nil, err
	}
	v.terms.mu.Lock()
	defer v.terms.mu.Unlock()
	families := v.terms.families[letter]
	if families == nil {
		families = make(map[string][]string, len(terms))
		for _, t := range terms {
			s := stem(t)
			families[s] = append(families[s], t)
		}
		v.terms.families[letter] = families
	}
	members := families[stem(term)]
	if slices.Contains(members, term) {
		return members, nil
	}
	return append([]string{term}, members...), nil
}

// near gives the terms that differ from term in at most n letters: one left out,
// put in or changed, or two neighbours that changed places (Damerau 1964).
func (v *view) near(term string, n int) ([]string, error) {
	terms, err := v.everything()
	if err != nil {
		return nil, err
	}
	d := newDistance(term)
	var found []string
	for _, t := range terms {
		if d.within(t, n) {
			found = append(found, t)
		}
	}
	return found, nil
}

// distance measures how far words are from one.
type distance struct {
	word []rune
	rows [3][]int
	to   []rune
}

func newDistance(word string) *distance {
	d := &distance{word: []rune(word)}
	for i := range d.rows {
		d.rows[i] = make([]int, len(d.word)+1)
	}
	return d
}

// within reports whether the optimal string alignment distance is at most n.
func (d *distance) within(other string, n int) bool {
	if diff := utf8.RuneCountInString(other) - len(d.word); diff > n || -diff > n {
		return false
	}
	d.to = d.to[:0]
	for _, r := range other {
		d.to = append(d.to, r)
	}
	before, last, row := d.rows[0], d.rows[1], d.rows[2]
	for j := range last {
		last[j] = j
	}
	nearest := 0 // the least of the last row
	for i, r := range d.to {
		row[0] = i + 1
		best := row[0]
		for j, w := range d.word {
			cost := 1
			if r == w {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && r == d.word[j-1] && d.to[i-1] == w {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
			best = min(best, row[j+1])
		}
		if min(best, nearest) > n {
			return false
		}
		nearest = best
		before, last, row = last, row, before
	}
	return last[len(d.word)] <= n
}
