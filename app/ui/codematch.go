package ui

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"concord/coding"
)

// CodeMatch is a code that fits what was typed.
type CodeMatch struct {
	Code coding.Code
	// Theme is the name of the code's theme; empty for a theme itself.
	Theme string
	// Parts is the code's name; every second part, from the second on, fits
	// what was typed.
	Parts []string

	rank int
}

// mostMatches is how many are offered.
const mostMatches = 8

// MatchCodes are the codes, retired ones left out, whose names have all that was
// typed, the best first. Nothing typed offers the code applied last, then those
// with a digit, then the rest in the book's order.
func MatchCodes(book *coding.Codebook, typed string, last coding.CodeID) []CodeMatch {
	words := strings.Fields(strings.ToLower(typed))
	var matches []CodeMatch
	for _, code := range book.Codes() {
		if code.Retired {
			continue
		}
		m := CodeMatch{Code: code, rank: standing(code, last)}
		if theme, ok := book.Code(book.Theme(code.ID)); ok && theme.ID != code.ID {
			m.Theme = theme.Name
		}
		if len(words) > 0 {
			var fits bool
			if m.rank, fits = rank(code.Name, m.Theme, words); !fits {
				continue
			}
		}
		m.Parts = lit(code.Name, words)
		matches = append(matches, m)
	}
	slices.SortStableFunc(matches, func(a, b CodeMatch) int { return cmp.Compare(a.rank, b.rank) })
	return matches[:min(len(matches), mostMatches)]
}

// standing orders codes while nothing is typed.
func standing(code coding.Code, last coding.CodeID) int {
	switch {
	case code.ID == last:
		return 0
	case code.Shortcut > 0:
		return code.Shortcut
	}
	return 10
}

// rank says how well a name fits: 0 where it begins with what was typed, 1
// where one of its words does, 2 where it is within, 3 where the theme is
// needed for it.
func rank(name, theme string, words []string) (int, bool) {
	name, theme = strings.ToLower(name), strings.ToLower(theme)
	worst := 0
	for i, word := range words {
		at := strings.Index(name, word)
		switch {
		case at < 0 && strings.Contains(theme, word):
			worst = 3
		case at < 0:
			return 0, false
		case at == 0 && i == 0:
		case strings.Contains(" "+name, " "+word):
			worst = max(worst, 1)
		default:
			worst = max(worst, 2)
		}
	}
	return worst, true
}

// lit divides a name into parts, every second of which was typed.
func lit(name string, words []string) []string {
	runes, lower := []rune(name), []rune(name)
	for i, r := range runes {
		lower[i] = unicode.ToLower(r)
	}
	on := make([]bool, len(runes))
	for _, word := range words {
		wanted := []rune(word)
		for i := 0; i+len(wanted) <= len(lower); i++ {
			if slices.Equal(lower[i:i+len(wanted)], wanted) {
				for j := range wanted {
					on[i+j] = true
				}
				break
			}
		}
	}
	var parts []string
	begun, state := 0, false
	for i := range runes {
		if on[i] != state {
			parts = append(parts, string(runes[begun:i]))
			begun, state = i, on[i]
		}
	}
	return append(parts, string(runes[begun:]))
}
