package tabular

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// rating is a scale as one column uses it.
type rating struct {
	name     string // of what it measures: "agreement"; "" for numbers
	levels   []string
	agreeing []string
	family   string       // columns of one family were rated on the same scale
	used     map[int]bool // places of the family's scale
	spelled  map[int]string
	scale    scale
}

// findRating recognises the scale that the values of a column lie on.
func findRating(values []string) (rating, bool) {
	values = slices.DeleteFunc(slices.Clone(values), isNoAnswer)
	if len(values) < 2 || len(values) > 11 {
		return rating{}, false
	}
	if r, ok := labelledNumbers(values); ok {
		return r, true
	}
	for i, s := range scales() {
		r := rating{name: s.name, scale: s, family: strconv.Itoa(i), used: map[int]bool{}, spelled: map[int]string{}}
		for _, v := range values {
			place := s.place(v)
			if place < 0 || r.used[place] {
				r.used = nil
				break
			}
			r.used[place] = true
			r.spelled[place] = v
		}
		if r.used != nil {
			r.settle()
			return r, true
		}
	}
	return rating{}, false
}

// settle lists the levels: those used, and on an even scale their counterparts.
func (r *rating) settle() {
	if r.scale.places == nil {
		return
	}
	r.levels, r.agreeing = nil, nil
	last := len(r.scale.places) - 1
	for i, spellings := range r.scale.places {
		if !r.used[i] && (!r.scale.even || !r.used[last-i]) {
			continue
		}
		level, ok := r.spelled[i]
		if !ok {
			usual, _, _ := strings.Cut(spellings, "|")
			level = strings.TrimSuffix(usual, " *")
		}
		r.levels = append(r.levels, level)
		if i >= r.scale.agrees {
			r.agreeing = append(r.agreeing, level)
		}
	}
}

// join makes two columns of one family share their levels, so that an item on
// which nobody chose an end of the scale still has it.
func (r *rating) join(other rating) {
	for place := range other.used {
		r.used[place] = true
		if _, ok := r.spelled[place]; !ok {
			r.spelled[place] = other.spelled[place]
		}
	}
	r.settle()
}

// place is where on the scale a value lies, or -1.
func (s scale) place(value string) int {
	v := spelling(value)
	for i, spellings := range s.places {
		for one := range strings.SplitSeq(spellings, "|") {
			if matches(v, spelling(one)) {
				return i
			}
		}
	}
	return -1
}

// spelling reduces a label to its words: lower case, without punctuation, and
// without a number before it or behind it ("5 - Strongly agree", "Agree (4)").
func spelling(label string) string {
	words := strings.FieldsFunc(strings.ToLower(label), func(r rune) bool {
		return r != '*' && !isWordRune(r)
	})
	if len(words) > 1 && isDigits(words[0]) {
		words = words[1:]
	}
	if len(words) > 1 && isDigits(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

func isWordRune(r rune) bool { return fold(string(r)) != "" }

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// matches compares words; "*" in the pattern is one word or none.
func matches(value, pattern string) bool {
	before, after, open := strings.Cut(pattern, "*")
	if !open {
		return value == pattern
	}
	before, after = strings.TrimSpace(before), strings.TrimSpace(after)
	rest, found := strings.CutPrefix(value, before)
	if !found || rest != "" && rest[0] != ' ' {
		return false
	}
	rest, found = strings.CutSuffix(rest, after)
	return found && len(strings.Fields(rest)) <= 1
}

func isNoAnswer(value string) bool {
	v := spelling(value)
	return slices.ContainsFunc(noAnswers(), func(n string) bool { return spelling(n) == v })
}

// labelledNumbers recognises numbers of which at least one is explained:
// "1 - Not at all", "2", "3", "4", "5 - Completely".
func labelledNumbers(values []string) (rating, bool) {
	labels := map[int]string{}
	explained := map[string]bool{}
	for _, v := range values {
		digits := v[:len(v)-len(strings.TrimLeft(v, "0123456789"))]
		n, err := strconv.Atoi(digits)
		if err != nil || n > 10 || labels[n] != "" {
			return rating{}, false
		}
		rest := strings.TrimSpace(v[len(digits):])
		if rest != "" && !strings.ContainsAny(rest[:1], "-=:.()") && !strings.HasPrefix(rest, "–") {
			return rating{}, false
		}
		if word := fold(rest); word != "" && !isDigits(word) {
			if explained[word] {
				return rating{}, false // "3. Jahr", "4. Jahr": the numbers count something
			}
			explained[word] = true
		}
		labels[n] = v
	}
	if len(explained) == 0 {
		return rating{}, false
	}
	low, high := slices.Min(keys(labels)), slices.Max(keys(labels))
	if isDigits(labels[high]) {
		high = max(high, 5) // the end that would be explained wasn't chosen by anybody
	}
	return numbered(min(low, 1), high, labels), true
}

func keys(m map[int]string) []int {
	var list []int
	for k := range m {
		list = append(list, k)
	}
	return list
}

// numbered is a scale of whole numbers; those above its middle count as agreeing.
func numbered(low, high int, labels map[int]string) rating {
	r := rating{family: fmt.Sprintf("%d–%d", low, high)}
	for n := low; n <= high; n++ {
		level := labels[n]
		if level == "" {
			level = strconv.Itoa(n)
		}
		r.levels = append(r.levels, level)
		if 2*n > low+high {
			r.agreeing = append(r.agreeing, level)
		}
	}
	return r
}

// numericRating is the scale of a column of bare numbers from low to high: the
// one that the question names, as in "(0 to 10)", else the shortest usual one.
func numericRating(question string, low, high int) rating {
	named := strings.FieldsFunc(question, func(r rune) bool { return r < '0' || r > '9' })
	for _, ends := range [][2]int{{0, 10}, {1, 10}, {0, 5}, {1, 7}, {1, 6}, {1, 5}, {0, 4}, {1, 4}} {
		if low >= ends[0] && high <= ends[1] &&
			slices.Contains(named, strconv.Itoa(ends[0])) && slices.Contains(named, strconv.Itoa(ends[1])) {
			return numbered(ends[0], ends[1], nil)
		}
	}
	switch {
	case low == 0 && high <= 4:
		return numbered(0, 4, nil)
	case low == 0:
		return numbered(0, 10, nil)
	case high <= 5:
		return numbered(1, 5, nil)
	case high <= 7:
		return numbered(1, 7, nil)
	}
	return numbered(1, 10, nil)
}
