package index

import (
	"fmt"
	"slices"
	"strings"

	"concord/coding"
	"concord/index/word"
)

// fact is what is known of a source.
type fact struct {
	source coding.Source
	cases  []coding.Case
}

// values are those of an attribute: the source's own, or those of its cases.
func (x fact) values(id coding.AttributeID) []string {
	if value, ok := x.source.Values[id]; ok {
		return []string{value}
	}
	var values []string
	for _, c := range x.cases {
		if value, ok := c.Values[id]; ok && !slices.Contains(values, value) {
			values = append(values, value)
		}
	}
	return values
}

// fold makes texts comparable as the index compares words.
func fold(text string) string {
	var b strings.Builder
	for s := word.NewScanner(text); s.Next(); {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.Write(s.Term())
	}
	if b.Len() == 0 {
		return strings.ToLower(text)
	}
	return b.String()
}

// sameLetters compares names without case, accents, spaces and signs.
func sameLetters(a, b string) bool {
	return strings.ReplaceAll(fold(a), " ", "") == strings.ReplaceAll(fold(b), " ", "")
}

// fieldPart asks something of the sources themselves.
type fieldPart struct {
	key   string
	match func(fact) bool
	cases bool // match looks at the cases
}

func (p *fieldPart) reads() bool { return true }

func (p *fieldPart) limit(set) {}

// few is the number of sources that are rather asked for one by one than by
// reading all.
const few = 2000

func (p *fieldPart) find(s *search, within set) (set, error) {
	if found, err := s.remembered(fieldAnswer, p.key); found != nil || err != nil {
		return found, err
	}
	n := within.count()
	if n == 0 {
		return s.view.none(), nil
	}
	if n <= few && n < s.view.size/2 {
		found, places := s.view.none(), s.view.finder(within)
		err := eachFact(s.ctx, s.project, s.view.sources(within), p.cases, func(x fact) {
			if place, ok := places.place(x.source.ID); ok && p.match(x) {
				found.add(place)
			}
		})
		return found, err
	}
	// All are read, so all fields of the query are answered.
	sets, cases := make([]set, len(s.fields)), false
	for i, each := range s.fields {
		sets[i] = s.view.none()
		cases = cases || each.cases
	}
	places := s.view.finder(s.view.live)
	err := eachFact(s.ctx, s.project, nil, cases, func(x fact) {
		place, ok := places.place(x.source.ID)
		for i, each := range s.fields {
			if ok && each.match(x) {
				sets[i].add(place)
			}
		}
	})
	if err != nil {
		return nil, err
	}
	var found set
	for i, each := range s.fields {
		s.remember(fieldAnswer, each.key, sets[i])
		if each == p {
			found = sets[i]
		}
	}
	return found, nil
}

// codingPart asks for sources with certain codings, of those that the person
// who searches may see.
type codingPart struct {
	key    string
	filter coding.CodingFilter
}

func (p *codingPart) reads() bool { return true }

func (p *codingPart) limit(set) {}

func (p *codingPart) find(s *search, within set) (set, error) {
	// What is seen depends on who looks.
	key := fmt.Sprintf("%s as %s", p.key, s.project.Viewer())
	if found, err := s.remembered(codingAnswer, key); found != nil || err != nil {
		return found, err
	}
	n := within.count()
	filter, found, places := p.filter, s.view.none(), s.view.finder(s.view.live)
	some := n <= few && n < s.view.size/2
	if some {
		filter.Sources = s.view.sources(within)
		places = s.view.finder(within)
	}
	if some && n == 0 || filter.Codes != nil && len(filter.Codes) == 0 {
		return found, nil
	}
	for c, err := range s.project.Codings(s.ctx, filter) {
		if err != nil {
			return nil, fmt.Errorf("read codings: %w", err)
		}
		if place, ok := places.place(c.Source); ok {
			found.add(place)
		}
	}
	if !some {
		s.remember(codingAnswer, key, found)
	}
	return found, nil
}
