package compare

import (
	"fmt"

	"concord/coding"
	"concord/coding/agreement"
)

// Warning is something to know about a number: which one, and what.
type Warning struct {
	Scope string `json:"scope"`
	agreement.Warning
}

func (s *score) warn(scope string, warnings ...agreement.Warning) {
	for _, w := range warnings {
		s.warnings = append(s.warnings, Warning{scope, w})
	}
}

// clusters are the groups that a bootstrap draws, of each source; nil where it
// draws units. A source that belongs to nobody is a group of its own.
func (m *Material) clusters(r Resample) []int {
	if r == ResampleUnits {
		return nil
	}
	groups := make([]int, len(m.Sources))
	number := map[coding.CaseID]int{}
	for place := range groups {
		groups[place] = place
		if r != ResampleRespondents || len(m.about[place].Cases) == 0 {
			continue
		}
		respondent := m.about[place].Cases[0]
		first, known := number[respondent]
		if !known {
			first = place
			number[respondent] = place
		}
		groups[place] = first
	}
	return groups
}

// rowClusters are the same of each row of a table.
func (m *Material) rowClusters(r Resample) []int {
	of := m.clusters(r)
	if of == nil || m.layout == nil {
		return of
	}
	groups := make([]int, m.rows())
	for row := range groups {
		groups[row] = of[m.placeOf(row)]
	}
	return groups
}

// dependence warns where units of one source, or sources of one respondent, are
// resampled as if they had nothing to do with each other.
func (m *Material) dependence(q Request) []agreement.Warning {
	if q.Resample != ResampleUnits {
		return nil
	}
	units, _ := m.counted()
	groups, from, of := len(m.Sources), counted(len(m.Sources), "source", "sources"), "sources"
	if m.about != nil {
		seen := map[int]bool{}
		for _, group := range m.clusters(ResampleRespondents) {
			seen[group] = true
		}
		groups, from, of = len(seen), counted(len(seen), "respondent", "respondents"), "respondents"
	}
	if units <= groups {
		return nil
	}
	return []agreement.Warning{{
		Kind: agreement.DependentUnits,
		Text: fmt.Sprintf("the %s come from %s, and those of one may be alike: an interval that resamples %s is wider and more honest",
			m.Unit.counted(units), from, of),
	}}
}

// counted is a number of units in words.
func (u Unit) counted(n int) string {
	switch u {
	case Sentence:
		return counted(n, "sentence", "sentences")
	case Paragraph:
		return counted(n, "paragraph", "paragraphs")
	case Character:
		return counted(n, "character", "characters")
	case ExcerptMatch:
		return counted(n, "excerpt", "excerpts")
	}
	return counted(n, "comment", "comments")
}
