package agreement

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Scale lists the categories that a rating may take. Its order is the order of
// the categories for ordinal measures, unless they are numbers, which order
// themselves. Categories that nobody uses count in no formula.
type Scale struct {
	labels  []string
	numbers []float64
	sets    [][]string
	origins []string // where in a file each category was met first, if it came from one
}

// Labels is a scale of named categories, in their order.
func Labels(labels ...string) Scale { return Scale{labels: slices.Clone(labels)} }

// Numbers is a scale of numbers, which the interval and ratio levels need.
func Numbers(numbers ...float64) Scale {
	s := Scale{numbers: slices.Clone(numbers), labels: make([]string, len(numbers))}
	for i, x := range numbers {
		s.labels[i] = strconv.FormatFloat(x, 'g', -1, 64)
	}
	return s
}

// Sets is a scale whose categories are sets of codes: all the codes that a
// coder gave to a unit, none being the empty set. MASI distance compares them.
func Sets(sets ...[]string) Scale {
	s := Scale{sets: make([][]string, len(sets)), labels: make([]string, len(sets))}
	for i, set := range sets {
		members := slices.Clone(set)
		slices.Sort(members)
		s.sets[i] = slices.Compact(members)
		s.labels[i] = strings.Join(s.sets[i], " + ")
	}
	return s
}

// Presence is the scale of one code: Absent or Present.
func Presence() Scale {
	return Scale{labels: []string{"absent", "present"}, numbers: []float64{0, 1}}
}

// Len is the number of categories.
func (s Scale) Len() int { return len(s.labels) }

// Label names the category with that index.
func (s Scale) Label(index int) string { return s.labels[index] }

// origin says where a category came from, in brackets, if that is known.
func (s Scale) origin(index int) string {
	if s.origins == nil {
		return ""
	}
	return " (" + s.origins[index] + ")"
}

func (s Scale) validate() error {
	seen := make(map[string]bool, len(s.labels))
	for i, label := range s.labels {
		key := label
		if s.sets != nil {
			key = strings.Join(s.sets[i], "\x00")
		}
		if seen[key] {
			return fmt.Errorf("category %q is listed twice: every category must be listed once", label)
		}
		seen[key] = true
	}
	for _, x := range s.numbers {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return fmt.Errorf("category %v is no finite number", x)
		}
	}
	return nil
}

// ranked sorts indices of categories by rank: numbers by size, others as listed.
func (s Scale) ranked(indices []int) {
	if s.numbers == nil {
		slices.Sort(indices)
		return
	}
	slices.SortFunc(indices, func(a, b int) int {
		switch {
		case s.numbers[a] < s.numbers[b]:
			return -1
		case s.numbers[a] > s.numbers[b]:
			return 1
		}
		return 0
	})
}
